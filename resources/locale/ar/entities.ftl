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
   *[other] { $mentions ->
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

entities-pair-title = هل هي أسماء كيان واحد؟
entities-pair-place = { $place } من { $total }
entities-pair-line = { $names } · { $percent }٪
entities-pair-next = الأسماء التالية
entities-pair-previous = الأسماء السابقة
entities-show-proposals = اعرض الأسماء التي قد تكون لكيان واحد
entities-proposals = { $count ->
    [zero] لا أسماء تنتظر رأيك
    [one] مجموعة أسماء تنتظر رأيك
    [two] مجموعتا أسماء تنتظران رأيك
    [few] { $count } مجموعات أسماء تنتظر رأيك
    [many] { $count } مجموعة أسماء تنتظر رأيك
   *[other] { $count } مجموعة أسماء تنتظر رأيك
}
entities-cluster-names = الأسماء
entities-cluster-keep = يضم الباقي
entities-cluster-ticked = { $ticked } من { $total } مختار
entities-cluster-apart = ليس منها نهائيًا
entities-cluster-told-apart = لا يُضم: حكم محلل بأنه غير { $name }
entities-cluster-unlike = لا يُضم إلى { $name }: { $why }
entities-cluster-not-joined = لا يُضمّان
entities-cluster-two = اختر اسمين على الأقل لتحكم فيهما
entities-score = { $percent }٪
entities-likeness = درجة الشبه { $percent }٪
entities-for = دليل معه
entities-against = دليل ضده
entities-accept-all = اقبل كل ما فوق درجة…
entities-accept-all-title = دمج كل ما فوق درجة شبه
entities-accept-all-score = ابتداءً من درجة شبه
entities-accept-all-do = { $count ->
    [zero] لا شيء فوق هذه الدرجة
    [one] ادمج مجموعة واحدة
    [two] ادمج مجموعتين
    [few] ادمج { $count } مجموعات
    [many] ادمج { $count } مجموعة
   *[other] ادمج { $count } مجموعة
}
entities-accepted = { $count ->
    [zero] لم يُدمج شيء
    [one] دُمجت مجموعة أسماء واحدة
    [two] دُمجت مجموعتا أسماء
    [few] دُمجت { $count } مجموعات أسماء
    [many] دُمجت { $count } مجموعة أسماء
   *[other] دُمجت { $count } مجموعة أسماء
}
entities-accept-left = { $count ->
    [zero] لم يبقَ شيء
    [one] بقيت مجموعة تغيّرت أسماؤها في الأثناء؛ ستُقترح من جديد
    [two] بقيت مجموعتان تغيّرت أسماؤهما في الأثناء؛ ستُقترحان من جديد
    [few] بقيت { $count } مجموعات تغيّرت أسماؤها في الأثناء؛ ستُقترح من جديد
    [many] بقيت { $count } مجموعة تغيّرت أسماؤها في الأثناء؛ ستُقترح من جديد
   *[other] بقيت { $count } مجموعة تغيّرت أسماؤها في الأثناء؛ ستُقترح من جديد
}
undo-entities-accept-all = دمج مجموعات الأسماء ({ $count })

entities-empty = لا كيانات بعد
entities-empty-next = اقبل الأسماء المقترحة في المقالات أو اربط اسمًا بكيان أثناء القراءة.
entities-none-chosen = اختر كيانًا من القائمة لترى كتاباته ومواضعه

group-entities = الكيانات
