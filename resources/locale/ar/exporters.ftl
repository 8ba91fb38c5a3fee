# Formats, what each cannot hold, and the report.
format-jsonl = JSON Lines
format-jsonl-what = كل شيء، سجل في كل سطر، ويُستورد من جديد دون فقد
format-csv = ‏CSV للادعاءات
format-csv-what = صف لكل ادعاء، للجداول الإلكترونية
format-tables = جداول CSV
format-tables-what = الادعاءات وخاناتها والإشارات والكيانات والتعارضات والأحكام والمقالات، لكلٍّ جدول، لبرامج الإحصاء وقواعد البيانات
format-xlsx = مصنف Excel
format-xlsx-what = الجداول نفسها أوراقًا بمرشِّحات، للقراءة
format-parquet = جداول Parquet
format-parquet-what = كل شيء في أعمدة متداخلة، لبرامج pandas وDuckDB وArrow، ويُستورد من جديد
format-skos = الكيانات بصيغة RDF/SKOS
format-skos-what = مخطط مفاهيم بلغة Turtle: الأسماء وصيغها وowl:sameAs إلى ويكي بيانات، لقوائم الأسماء المعتمدة
format-w3c = W3C Web Annotation
format-w3c-what = ‏JSON-LD مع النصوص إلى جانبه، لأدوات التوسيم
format-html = تقرير HTML
format-html-what = التعارضات جنبًا إلى جنب، للقراءة والطباعة دون البرنامج
format-pdf = تقرير PDF
format-pdf-what = صفحات للطباعة والإرسال، بخطوطها

loss-documents = المقالات
loss-texts = نصوص المقالات كاملة
loss-offsets = موضع كل ادعاء من النص
loss-mentions = الإشارات
loss-entities = الكيانات بأسمائها الأخرى ومعرّفاتها
loss-verdicts = الأحكام وأسبابها
loss-slot-spans = الكلمات التي تستند إليها كل خانة
loss-residue = ما ليس من المقال
loss-letters = نسخ النص من الصفحات حرفًا بحرف (تُرسم الحروف موصولة، فلا يُنسخ بعضها)
loss-claims = الادعاءات
loss-rejections = ما رُفض من المقترحات نهائيًا
loss-groups = مجموعات الأحداث (تُستخرج من الادعاءات من جديد)
loss-conflicts = التعارضات (تُستخرج من الادعاءات من جديد، وتبقى الأحكام)
loss-slots = خانات الادعاءات وقيمها
loss-gaps = ما بين أجزاء الادعاء المتقطع: يصير مقطعًا واحدًا من أول كلمة إلى آخرها
loss-comparisons = مقارنة خانات التعارض كلها (تبقى الخانة المتعارضة)
loss-reasons = قرائن المجموعات والتعارضات
loss-accepted-from = المقترح الذي قُبل منه الادعاء أو الإشارة
loss-slot-details = من حدّد كل خانة وكيانها وكيف قُرئ تاريخها
loss-particulars = كاتب المقال ورابطه وملفه وترميزه
loss-long-cells = آخر كل نص أطول مما تتسع له خلية (32,767 حرفًا)
loss-history = سجل التراجع

undo-restore = استيراد { $count ->
    [zero] كيانات
    [one] مقال بتوسيمه
    [two] مقالين بتوسيمهما
    [few] { $count } مقالات بتوسيمها
    [many] { $count } مقالًا بتوسيمها
   *[other] { $count } مقال بتوسيمها
}
report-made = حُرّر في { $day }
report-reviewed-only = ما أكده المحللون فقط
report-conflicts = التعارضات
report-claims = الادعاءات
report-entities = الكيانات
report-articles = المقالات
report-decided = المحسوم
report-of = { $done } من { $total }
report-comparison = المقارنة
report-accounts = الروايات
report-undecided = لم يُحسم بعد
report-changed = يُحسم من جديد: تغيّرت قيمة بعد الحكم، من { $then } إلى { $now }
report-no-conflicts = لم تظهر تعارضات.
report-lapsed = أحكام زال تعارضها
report-lapsed-why = عُدّلت الادعاءات التي صدرت فيها هذه الأحكام أو حُذفت، فلم تعد متعارضة. الأحكام محفوظة، ويعود العمل بها إن أُلغي التعديل.
report-seen = ما حُكم فيه
report-claim-now = الادعاء الآن
report-claim-removed = حُذف الادعاء بعد الحكم
report-no-entities = لا كيانات بعد.
report-no-claims = لم يُوسم أي ادعاء في هذا المقال.
report-outlet-unknown = الناشر غير معروف
report-name = الاسم
report-kind = النوع
report-spellings = صيغ الاسم
report-mentions = الإشارات
report-proposed = مقترح
report-conflict-chains = { $count ->
    [zero] لا تروي الواقعة سلسلة مستقلة
    [one] تروي الواقعة سلسلة مستقلة واحدة
    [two] تروي الواقعة سلسلتان مستقلتان
    [few] تروي الواقعة { $count } سلاسل مستقلة
    [many] تروي الواقعة { $count } سلسلة مستقلة
   *[other] تروي الواقعة { $count } سلسلة مستقلة
}
report-chains = { $count ->
    [zero] لا سلسلة مستقلة
    [one] سلسلة مستقلة واحدة
    [two] سلسلتان مستقلتان
    [few] { $count } سلاسل مستقلة
    [many] { $count } سلسلة مستقلة
   *[other] { $count } سلسلة مستقلة
}
report-verdict-by = { $analyst } · { $at } · الثقة: { $confidence }
report-verdict-reopened = { $analyst } · { $at } · الثقة: { $confidence } · أُعيد فتحه لاحقًا

# Sheets and columns of tables.
table-claims = الادعاءات
table-slots = الخانات
table-mentions = الإشارات
table-entities = الكيانات
table-conflicts = التعارضات
table-verdicts = الأحكام
table-documents = المقالات
column-claim = الادعاء
column-document = المقال
column-title = العنوان
column-outlet = الناشر
column-published = تاريخ النشر
column-kind = النوع
column-quote = النص
column-starts = من موضع
column-ends = إلى موضع
column-speaker = القائل
column-via = نقلًا عن
column-who = من
column-what = ماذا
column-when = متى
column-when-first = من يوم
column-when-last = إلى يوم
column-where = أين
column-how-many = العدد
column-how-many-low = أدنى العدد
column-how-many-high = أقصى العدد
column-unit = المعدود
column-hedge = التقييد
column-polarity = الإثبات
column-certainty = اليقين
column-proposed-slots = خانات مقترحة
column-group = مجموعة الحدث
column-chains = السلاسل المستقلة
column-conflicts = التعارضات
column-note = ملاحظة
column-origin = مصدر القيمة
column-author = بقلم
column-made-at = وقت الوسم (UTC)
column-n = الرقم
column-slot = الخانة
column-text = الكلمات
column-entity = الكيان
column-name = الاسم
column-first = أول يوم
column-last = آخر يوم
column-precision = الدقة
column-low = الحد الأدنى
column-high = الحد الأقصى
column-value = القيمة
column-how = كيف قُرئت
column-start = من موضع
column-end = إلى موضع
column-mention = الإشارة
column-role = صيغة الإشارة
column-name-latin = الاسم اللاتيني
column-aliases = أسماء أخرى
column-external-ids = المعرّفات
column-mentions = الإشارات
column-documents = المقالات
column-conflict = التعارض
column-weight = الوزن
column-confidence = الثقة
column-side = الطرف
column-choice = الحكم
column-verdict = الحكم
column-chosen = الطرف المختار
column-reason = السبب
column-sides = الأطراف
column-seen = القيم حينها
column-analyst = المحلل
column-given-at = وقت الحكم (UTC)
column-reopened = أُعيد فتحه
column-linked = مربوط بـ
column-url = الرابط
column-published-basis = أساس التاريخ
column-length = الطول
column-sha256 = بصمة النص SHA-256
column-file-name = الملف
column-bytes-sha256 = بصمة الملف SHA-256
column-encoding = الترميز
column-encoding-basis = أساس الترميز
column-imported-at = وقت الاستيراد (UTC)
column-copied-from = منقول عن
