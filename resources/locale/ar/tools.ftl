# Formats of other annotation tools: their names, what is said of an import, words in the files.
format-label-studio = Label Studio
format-label-studio-what = مهام بتوسيمها بصيغة JSON، وإلى جانبها إعداد التوسيم (XML)
format-doccano = doccano
format-doccano-what = ‏JSON Lines بالمقاطع والعلاقات، ويجب أن يسمح مشروع doccano بتداخل المقاطع
format-tei = TEI P5
format-tei-what = ملف XML واحد، نصوصه كما هي وكل توسيم منفصل عنها، للتحقيق والأرشيف

label-studio-unlinked = غير مرتبطة بكيان
label-studio-residue = ليس من المقال
label-studio-values = الخانات وقيمها
label-studio-note = ملاحظة

finding-taken-out = «{ $words }» حُذف في الأداة الأخرى، فتُرك هنا.
finding-no-span = الموضع { $start }–{ $end } ليس جزءًا من النص، فتُرك هذا التوسيم.
finding-no-place = توسيم ({ $kind }) لا يذكر موضعه من النص، فتُرك.
finding-no-text = لا نص في هذا المُدخل، فتُرك.
finding-not-of-text = توسيم من نوع «{ $kind }» لا يقع على كلمات من نص، فتُرك.
finding-loose-end = العلاقة «{ $label }» تشير إلى توسيم غير موجود، فتُركت.
