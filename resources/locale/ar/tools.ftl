# Formats of other annotation tools: their names, what is said of an import, words in the files.
format-label-studio = Label Studio
format-label-studio-what = مهام بتوسيمها بصيغة JSON، وإلى جانبها إعداد التوسيم (XML)
format-doccano = doccano
format-doccano-what = ‏JSON Lines بالمقاطع والعلاقات، ويجب أن يسمح مشروع doccano بتداخل المقاطع
format-tei = TEI P5
format-tei-what = ملف XML واحد، نصوصه كما هي وكل توسيم منفصل عنها، للتحقيق والأرشيف
format-refi-qda = ‏REFI-QDA ‏(.qdpx)
format-refi-qda-what = مشروع لبرامج NVivo وMAXQDA وATLAS.ti وQualCoder: نصوص مرمّزة وحالات وملاحظات ومجموعات

refi-claim = الادعاءات
refi-mention = الإشارات
refi-role = كيف تسمّي الإشارة كيانها
refi-slot = كلمات الخانات
refi-outlet = الناشر
refi-author = الكاتب
refi-url = العنوان
refi-published = تاريخ النشر
refi-latin = الاسم بالحروف اللاتينية
refi-alias = اسم آخر
refi-external-id = معرّف خارجي
refi-tawatur = ‏Tawatur (لا تعدّله)
refi-part = جزء آخر من الادعاء
refi-group = مجموعة حدث
refi-conflict = تعارض
format-claimreview = ‏ClaimReview ‏(schema.org)
format-claimreview-what = الادعاءات التي حُسم فيها، بصيغة JSON-LD لمحركات البحث وفهارس التحقق

claimreview-upheld = رُجّح على روايات أخرى
claimreview-not-upheld = لم يُؤخذ به: رُجّحت رواية أخرى
claimreview-edited = صُحّح: { $value }
claimreview-confidence = الثقة بالحكم: { $confidence }
loss-other-slots = خانات الادعاءات إلا القائل والناقل
loss-marking = من وسم الادعاء، وما كُتب عنه من ملاحظات
loss-unreviewed = ما لم يُحسم فيه من الادعاءات، والأحكام السابقة

label-studio-unlinked = غير مرتبطة بكيان
label-studio-residue = ليس من المقال
label-studio-values = الخانات وقيمها
label-studio-note = ملاحظة

finding-taken-out = «{ $words }» حُذف في الأداة الأخرى، فتُرك هنا.
finding-no-span = الموضع { $start }–{ $end } ليس جزءًا من النص، فتُرك هذا التوسيم.
finding-no-place = توسيم ({ $kind }) لا يذكر موضعه من النص، فتُرك.
finding-text-missing = النص { $kind } غير موجود، فتُركت التوسيمات التي عليه.
finding-no-text = لا نص في هذا المُدخل، فتُرك.
finding-not-of-text = توسيم من نوع «{ $kind }» لا يقع على كلمات من نص، فتُرك.
finding-loose-end = العلاقة «{ $label }» تشير إلى توسيم غير موجود، فتُركت.
finding-text-changed = «{ $where }»: غيّر برنامج آخر نص هذا المقال من مقالاتنا، فتُقرأ وسومه كوسوم ذلك البرنامج.
finding-lost-code = «{ $where }» فقد في برنامج آخر الرمز الذي يدل على نوعه، فتُرك من الوسوم العائدة.
finding-lost-entity = «{ $where }»: حُذف كيانها في برنامج آخر، فتعود الإشارة بلا ربط.
loss-controls-shown = محارف التحكم التي لا تحتملها XML: ترى البرامج الأخرى � مكانها أو لا ترى شيئًا (ويقرؤها تواتر كما كانت)
