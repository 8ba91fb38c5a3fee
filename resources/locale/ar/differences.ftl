# ملف صدّرناه يعود إلى مشروعه: ما هو فيه، وما يختلف.
import-adds-same = { $count ->
    [zero] لا شيء موجود من قبل
    [one] عنصر موجود كما هو
    [two] عنصران موجودان كما هما
    [few] { $count } عناصر موجودة كما هي
    [many] { $count } عنصرًا موجودًا كما هو
   *[other] { $count } عنصر موجود كما هو
}
import-adds-differing = { $count ->
    [zero] لا اختلاف
    [one] عنصر مختلف
    [two] عنصران مختلفان
    [few] { $count } عناصر مختلفة
    [many] { $count } عنصرًا مختلفًا
   *[other] { $count } عنصر مختلف
}
import-adds-removed = { $count ->
    [zero] لا شيء محذوفًا هنا
    [one] عنصر حُذف هنا
    [two] عنصران حُذفا هنا
    [few] { $count } عناصر حُذفت هنا
    [many] { $count } عنصرًا حُذف هنا
   *[other] { $count } عنصر حُذف هنا
}
import-page-differences = الاختلافات { $count }
import-all-there = كل ما فيه موجود في المشروع
import-take = { $count ->
    [zero] خذ نسخة الملف
    [one] خذ نسخة الملف من عنصر واحد
    [two] خذ نسخة الملف من عنصرين
    [few] خذ نسخة الملف من { $count } عناصر
    [many] خذ نسخة الملف من { $count } عنصرًا
   *[other] خذ نسخة الملف من { $count } عنصر
}
import-taken-theirs = { $count ->
    [zero] لم يؤخذ شيء من الملف
    [one] أُخذ عنصر واحد من الملف
    [two] أُخذ عنصران من الملف
    [few] أُخذت { $count } عناصر من الملف
    [many] أُخذ { $count } عنصرًا من الملف
   *[other] أُخذ { $count } عنصر من الملف
}
differences-title = الاختلافات
differences-note = في المشروع غير ما في الملف من هذه العناصر. يبقى ما عندك ما لم تأخذ ما في الملف، وكل ذلك خطوة واحدة يمكن التراجع عنها.
differences-ours = أبقِ ما عندنا
differences-theirs = خذ ما في الملف
differences-stay = اتركه محذوفًا
differences-back = أعِده
differences-all = للجميع:
differences-all-name = لجميع الاختلافات: { $what }
differences-here = في المشروع
differences-there = في الملف
differences-removed = حُذف هذا من المشروع بعد كتابة الملف.
difference-document = مقال
difference-claim = ادعاء
difference-mention = إشارة
difference-entity = كيان
difference-verdict = حكم
differs-title = العنوان
differs-outlet = الصحيفة
differs-author = الكاتب
differs-analyst = المحلل
differs-url = الرابط
differs-published = تاريخ النشر
differs-published-basis = كيف عُرف التاريخ
differs-residue = ما ليس من المقال
differs-copied-from = منقول عن
differs-name = الاسم
differs-name-latin = الاسم اللاتيني
differs-kind = النوع
differs-aliases = صيغ الاسم
differs-external-ids = المعرّفات
differs-note = الملاحظة
differs-spans = الكلمات
differs-span = الكلمات
differs-slots = القيم
differs-origin = من وضعه
differs-made-at = وقت الوسم
differs-role = الدور
differs-entity = الكيان
differs-choice = الحكم
differs-chosen = الجانب الصحيح
differs-value = القيمة
differs-reason = السبب
differs-confidence = الثقة
differs-sides = الجوانب
differs-seen = القيم حين الحكم
differs-given-at = وقت الحكم
differs-reopened = أعيد فتحه
differs-yes = نعم
differs-no = لا
undo-theirs = { $count ->
    [zero] أخذ ما في ملف
    [one] أخذ عنصر كما هو في ملف
    [two] أخذ عنصرين كما هما في ملف
    [few] أخذ { $count } عناصر كما هي في ملف
    [many] أخذ { $count } عنصرًا كما هو في ملف
   *[other] أخذ { $count } عنصر كما هو في ملف
}
finding-other-text = «{ $where }»: في الملف نص آخر لهذا المقال من المشروع. بقي المقال ووسومه كما هي هنا؛ استورد الملف إلى مشروع جديد لتراه.
finding-two-versions = يختلف «{ $where }» بين الملفات؛ أُخذ ما في الملف الأول.
cli-theirs = خذ نسخة الملف مما يختلف عنه في المشروع (وإلا بقي ما في المشروع وعُرضت الاختلافات)
cli-differs = { $kind } { $title } – { $field }: هنا { $here }، وفي الملف { $there }
cli-removed-here = { $kind } { $title }: حُذف هنا
cli-more-differences = { $count ->
    [zero] لا اختلافات أخرى
    [one] … واختلاف آخر
    [two] … واختلافان آخران
    [few] … و{ $count } اختلافات أخرى
    [many] … و{ $count } اختلافًا آخر
   *[other] … و{ $count } اختلاف آخر
}
cli-kept-ours = { $count ->
    [zero] لا شيء مختلف.
    [one] بقي عنصر كما هو في المشروع؛ ‏‎--theirs‎ يأخذ ما في الملف.
    [two] بقي عنصران كما هما في المشروع؛ ‏‎--theirs‎ يأخذ ما في الملف.
    [few] بقيت { $count } عناصر كما هي في المشروع؛ ‏‎--theirs‎ يأخذ ما في الملف.
    [many] بقي { $count } عنصرًا كما هو في المشروع؛ ‏‎--theirs‎ يأخذ ما في الملف.
   *[other] بقي { $count } عنصر كما هو في المشروع؛ ‏‎--theirs‎ يأخذ ما في الملف.
}
import-article = المقال
import-legend = المظلل ادعاءات، وما تحته خط إشارات، والرمادي ليس هذا ولا ذاك.
