# The place of people, places, bodies and events.

entities-list = قائمة الكيانات
entities-search = ابحث في الأسماء بكل كتاباتها
entities-count = { $count ->
    [zero] لا كيانات
    [one] كيان واحد
    [two] كيانان
    [few] { $count } كيانات
    [many] { $count } كيانًا
   *[other] { $count } كيان
}
entities-all-kinds = كل الأصناف
entities-order-use = الأكثر ذكرًا
entities-order-name = حسب الاسم
entities-order-spread = الأكثر انتشارًا
entities-new = أنشئ كيانًا باسم «{ $name }»
entities-mentions = المواضع
entities-counts = { $kind } · { $mentions ->
    [zero] بلا مواضع
    [one] موضع واحد
    [two] موضعان
    [few] { $mentions } مواضع
    [many] { $mentions } موضعًا
   *[other] { $mentions } موضع
} · { $documents ->
    [zero] بلا مقالات
    [one] مقال واحد
    [two] مقالان
    [few] { $documents } مقالات
    [many] { $documents } مقالًا
   *[other] { $documents } مقال
}
entities-use = { $mentions ->
    [zero] بلا مواضع
    [one] موضع
    [two] موضعان
    [few] { $mentions } مواضع
    [many] { $mentions } موضعًا
   *[other] { $mentions } موضع
} في { $documents ->
    [zero] لا مقال
    [one] مقال
    [two] مقالين
    [few] { $documents } مقالات
    [many] { $documents } مقالًا
   *[other] { $documents } مقال
}

entities-name = الاسم المعتمد
entities-name-latin = الاسم بالحروف اللاتينية
entities-rename = عدّل الاسم
entities-spellings = كتابات الاسم
entities-add-alias = أضف كتابة…
entities-ids = معرّفات خارجية
entities-add-id = مثل Q58217…
entities-bad-id = «{ $typed }» ليس معرّفًا: اكتب رقم ويكي بيانات مثل Q58217 أو «المصدر:القيمة» بحروف لاتينية
entities-take-off = احذف «{ $text }»
entities-note-title = ملاحظة
entities-note = أضف ملاحظة…
entities-merge = ادمج مع…
entities-merge-title = أيّ كيان هو نفسه؟ تنتقل مواضعه وكتاباته إلى هنا
entities-merge-hint = اكتب أي كتابة من كتابات اسمه
entities-split = افصل…
entities-split-title = حدّد الكتابات أو المواضع التي تعود إلى كيان آخر
entities-split-name = اسم الكيان الجديد
entities-split-do = { $count ->
    [zero] افصل
    [one] افصل موضعًا واحدًا
    [two] افصل موضعين
    [few] افصل { $count } مواضع
    [many] افصل { $count } موضعًا
   *[other] افصل { $count } موضع
}
entities-remove = احذف الكيان

entities-pair-title = هل هما واحد؟
entities-pair-place = { $place } من { $total }
entities-pair-line = { $a } = { $b } · { $percent }٪
entities-pair-next = الاقتراح التالي
entities-pair-previous = الاقتراح السابق
entities-show-proposals = اعرض اقتراحات الدمج
entities-proposals = { $count ->
    [zero] لا أسماء تنتظر رأيك
    [one] اسمان قد يكونان واحدًا
    [two] زوجان من الأسماء ينتظران رأيك
    [few] { $count } أزواج من الأسماء تنتظر رأيك
    [many] { $count } زوجًا من الأسماء ينتظر رأيك
   *[other] { $count } زوج من الأسماء ينتظر رأيك
}
entities-likeness = درجة الشبه { $percent }٪
entities-for = دليل معه
entities-against = دليل ضده
entities-accept-all = اقبل كل ما فوق درجة…
entities-accept-all-title = دمج كل ما فوق درجة شبه
entities-accept-all-score = ابتداءً من درجة شبه
entities-accept-all-do = { $count ->
    [zero] لا شيء فوق هذه الدرجة
    [one] ادمج زوجًا واحدًا
    [two] ادمج زوجين
    [few] ادمج { $count } أزواج
    [many] ادمج { $count } زوجًا
   *[other] ادمج { $count } زوج
}
entities-accepted = { $count ->
    [zero] لم يُدمج شيء
    [one] دُمج زوج واحد من الأسماء
    [two] دُمج زوجان من الأسماء
    [few] دُمجت { $count } أزواج من الأسماء
    [many] دُمج { $count } زوجًا من الأسماء
   *[other] دُمج { $count } زوج من الأسماء
}
entities-accept-left = { $count ->
    [zero] لم يبقَ شيء
    [one] بقي زوج واحد دخل أحد اسميه في دمج سابق؛ سيُقترح من جديد
    [two] بقي زوجان دخل أحد أسمائهما في دمج سابق؛ سيُقترحان من جديد
    [few] بقيت { $count } أزواج دخلت أسماؤها في دمج سابق؛ ستُقترح من جديد
    [many] بقي { $count } زوجًا دخلت أسماؤها في دمج سابق؛ ستُقترح من جديد
   *[other] بقي { $count } زوج دخلت أسماؤها في دمج سابق؛ ستُقترح من جديد
}
undo-entities-accept-all = دمج أزواج الأسماء ({ $count })

entities-empty = لا كيانات بعد
entities-empty-next = اقبل الأسماء المقترحة في المقالات أو اربط اسمًا بكيان أثناء القراءة.
entities-none-chosen = اختر كيانًا من القائمة لترى كتاباته ومواضعه

group-entities = الكيانات
