# نظرة عامة: المصفوفة والخط الزمني والخريطتان، وحفظها.
place-overview = نظرة عامة
command-go-overview = اذهب إلى النظرة العامة
command-overview-matrix = أظهر مصفوفة الاتفاق والتعارض
command-overview-timeline = أظهر الخط الزمني
command-overview-together = أظهر من يُذكر مع من
command-overview-quoting = أظهر من ينقل عن من
command-overview-save = احفظ الصورة

overview-matrix = المصفوفة
overview-timeline = الخط الزمني
overview-together = من يُذكر مع من
overview-quoting = من ينقل عن من
overview-matrix-note = الناشرون الذين يروون وقائع واحدة: كم مرة يتفقون، وكم مرة يتعارضون، وعلى ماذا. والمقال الذي لا يُعرف ناشره يقوم بنفسه.
overview-timeline-note = الادعاءات بحسب اليوم الذي تتحدث عنه. يتسع الزمن حيث كثرت الأخبار.
overview-together-note = يصل الخط بين اسمين وردا في جملة واحدة، ويزداد سمكه بعدد الجمل.
overview-quoting-note = يمضي السهم ممن قال إلى من نقل عنه.
overview-matrix-hint = اختر خلية لترى الوقائع التي يرويها الطرفان.
overview-timeline-hint = انقر ادعاءً لتفتحه في مقاله.
overview-together-hint = اختر اسمًا لترى من يُذكر معه وتصل إلى النص.
overview-quoting-hint = اختر اسمًا لترى ما قاله أو عمن ينقل.
overview-keys-note = تنقّل بالأسهم، وافتح بمفتاح Enter
overview-behind = ما وراء الصورة
overview-working = يرسم النظرة العامة

overview-empty = لا شيء يُرسم بعد
overview-empty-note = علّم الادعاءات واربط الأسماء في المقالات، أو اقبل المقترح منها، فمنها تُرسم الصورة.
overview-read = اقرأ وعلّم

overview-save = احفظ الصورة
overview-saved = حُفظت الصورة: { $file }
overview-svg = رسم SVG
overview-png = صورة PNG

overview-pair = { $a } ⇄ { $b }
overview-agree = اتفاق
overview-conflict = تعارض
overview-settled = محسوم
overview-own = ادعاءاته وحده
overview-on = في: { $kinds }
overview-agree-count = { $count ->
    [zero] لا يتفقان في شيء
    [one] يتفقان في واقعة واحدة
    [two] يتفقان في واقعتين
    [few] يتفقان في { $count } وقائع
    [many] يتفقان في { $count } واقعة
   *[other] يتفقان في { $count } واقعة
}
overview-conflict-count = { $count ->
    [zero] لا يتعارضان في شيء
    [one] يتعارضان في واقعة واحدة
    [two] يتعارضان في واقعتين
    [few] يتعارضان في { $count } وقائع
    [many] يتعارضان في { $count } واقعة
   *[other] يتعارضان في { $count } واقعة
}
overview-settled-count = { $count ->
    [zero] لم يُحسم تعارض
    [one] حُسم تعارض واحد
    [two] حُسم تعارضان
    [few] حُسمت { $count } تعارضات
    [many] حُسم { $count } تعارضًا
   *[other] حُسم { $count } تعارض
}
overview-claims = { $count ->
    [zero] لا ادعاءات
    [one] ادعاء واحد
    [two] ادعاءان
    [few] { $count } ادعاءات
    [many] { $count } ادعاءً
   *[other] { $count } ادعاء
}
overview-same-fact = أصل الواقعة
overview-facts-note = الوقائع التي يرويها الطرفان، التعارض أولًا

overview-day = يوم بعينه
overview-span = وقت ما في هذه المدة
overview-open = طرف مفتوح
overview-proposed = مقترح لم يُؤكَّد
overview-break = زمن مقتطع

overview-teller = مقال أو ناشر
overview-unlinked = غير مربوط بكيان
overview-head-tellers = من يروي
overview-head-sources = من قال
overview-with = مع { $name } · { $count ->
    [zero] لا جملة
    [one] جملة واحدة
    [two] جملتان
    [few] { $count } جمل
    [many] { $count } جملة
   *[other] { $count } جملة
}
overview-quoted-by = نقل عنه { $name } · { $count }
overview-quotes = ينقل عن { $name } · { $count }
overview-more = { $count ->
    [zero] ولا غير ذلك
    [one] وواحد غير ذلك
    [two] واثنان غير ذلك
    [few] و{ $count } غير ذلك
    [many] و{ $count } غير ذلك
   *[other] و{ $count } غير ذلك
}
overview-hidden = { $count ->
    [zero] لا أسماء مخفية
    [one] اسم واحد أندر لم يظهر
    [two] اسمان أندر لم يظهرا
    [few] { $count } أسماء أندر لم تظهر
    [many] { $count } اسمًا أندر لم يظهر
   *[other] { $count } اسم أندر لم يظهر
}
overview-open-entity = افتحه بين الكيانات
overview-hidden-tellers = { $count ->
    [zero] لا أحد مخفي
    [one] واحد أقل اشتراكًا لم يظهر
    [two] اثنان أقل اشتراكًا لم يظهرا
    [few] { $count } أقل اشتراكًا لم تظهر
    [many] { $count } أقل اشتراكًا لم تظهر
   *[other] { $count } أقل اشتراكًا لم تظهر
}
overview-hidden-claims = { $count ->
    [zero] لا ادعاءات مخفية
    [one] ادعاء واحد لم يروه غير طرف واحد لم يظهر
    [two] ادعاءان لم يروهما غير طرف واحد لم يظهرا
    [few] { $count } ادعاءات لم يروها غير طرف واحد لم تظهر
    [many] { $count } ادعاءً لم يروه غير طرف واحد لم يظهر
   *[other] { $count } ادعاء لم يروه غير طرف واحد لم يظهر
}
