# The place where conflicts are decided.

conflicts-queue = قائمة التعارضات
conflicts-first = الأهم أولًا
conflicts-progress = { $done } من { $total } محسوم
conflicts-all = الكل
conflicts-all-kinds = كل الأنواع
conflicts-filter = { $count ->
    [zero] تصفية…
   *[other] تصفية ({ $count })…
}
conflicts-filter-title = تصفية القائمة
conflicts-filter-article = المقال
conflicts-filter-any-article = أي مقال
conflicts-filter-outlet = الناشر
conflicts-filter-any-outlet = أي ناشر
conflicts-filter-days = تاريخ النشر
conflicts-filter-days-hint = مثل: 12 يوليو 2025، يوليو 2025، 12/7/2025، 2025
conflicts-filter-entity = الكيان
conflicts-filter-analyst = المحلل (حكم فيه أو علّم ادعاءً منه)
conflicts-filter-any-analyst = أي محلل
conflicts-filter-do = اعرضها
conflicts-filter-none = اعرض الكل
conflicts-filter-no-entity = لا كيان اسمه «{ $typed }».
conflicts-filter-no-days = «{ $typed }» ليس تاريخًا يُقرأ: اكتب يومًا أو شهرًا أو سنة.
conflicts-state-open = مفتوحة
conflicts-state-later = مؤجلة
conflicts-state-done = محسومة
conflicts-state-lapsed = زال تعارضها
conflicts-lapsed = زال التعارض
conflicts-lapsed-note = عُدّلت الادعاءات أو حُذفت بعد الحكم، فلم تعد متعارضة. الحكم محفوظ، ويعود العمل به إن أُلغي التعديل.
conflicts-lapsed-view = حكم زال تعارضه
conflicts-reopened = أُعيد فتحه
conflicts-changed = أُعيد فتحه: تغيّرت القيمة بعد الحكم، كانت { $then } وصارت { $now }
conflicts-gone = لم يعد هذا التعارض قائمًا
conflicts-gone-note = تغيّرت الادعاءات أو دُمج الكيانان. الحكم محفوظ في السجل، ويمكن التراجع عنه.
conflicts-outlet-unknown = الناشر؟
conflicts-open-article = افتح المقال عند هذا الادعاء
conflicts-chain = سلسلة النقل: { $chain }
conflicts-article = الرواية { $side }: { $title }
conflicts-table = مقارنة الخانات
conflicts-how = { $side }: «{ $text }»، { $how }
conflicts-why = السبب: { $reasons }
conflicts-column-slot = الخانة
conflicts-column-relation = العلاقة

conflicts-choose-a = الأخذ بالرواية أ
conflicts-choose-b = الأخذ بالرواية ب
conflicts-choose-c = الأخذ بالرواية ج
conflicts-number-3 = الحكم الثالث في الشريط
conflicts-number-4 = الحكم الرابع في الشريط
conflicts-number-5 = الحكم الخامس في الشريط
conflicts-number-6 = الحكم السادس في الشريط
conflicts-reason = السبب
conflicts-reason-hint = السبب (اختياري)
conflicts-confidence = الثقة: { $confidence }
conflicts-turn-confidence = تغيير درجة الثقة
conflicts-value-hint = القيمة الصحيحة كما تراها
conflicts-value-save = اعتمد القيمة
conflicts-value-cancel = ألغِ
conflicts-reopen = أعد فتحه
conflicts-next = التعارض التالي
conflicts-previous = التعارض السابق

conflicts-alike = حكم واحد على كل ما يماثله
conflicts-alike-alone = القيمة المعدّلة لهذا التعارض وحده، فقيم الأخرى غيرها.
conflicts-alike-title = تعارضات متماثلة
conflicts-alike-show = ما هي؟
conflicts-alike-values = { $count ->
    [zero] لا تعارض آخر بين القيم نفسها
    [one] تعارض آخر بين القيم نفسها: { $which }
    [two] تعارضان آخران بين القيم نفسها: { $which }
    [few] { $count } تعارضات أخرى بين القيم نفسها: { $which }
    [many] { $count } تعارضًا آخر بين القيم نفسها: { $which }
   *[other] { $count } تعارض آخر بين القيم نفسها: { $which }
}
conflicts-alike-outlets = { $count ->
    [zero] لا تعارض آخر بين الناشرين أنفسهم
    [one] تعارض آخر بين الناشرين أنفسهم: { $which }
    [two] تعارضان آخران بين الناشرين أنفسهم: { $which }
    [few] { $count } تعارضات أخرى بين الناشرين أنفسهم: { $which }
    [many] { $count } تعارضًا آخر بين الناشرين أنفسهم: { $which }
   *[other] { $count } تعارض آخر بين الناشرين أنفسهم: { $which }
}
conflicts-alike-by-values = القيم نفسها ({ $count })
conflicts-alike-by-outlets = الناشرون أنفسهم ({ $count })
conflicts-alike-take = { $count ->
    [zero] احكم عليها معًا
    [one] احكم عليه معه
    [two] احكم عليهما معه
    [few] احكم على الـ{ $count } معًا
    [many] احكم على الـ{ $count } معًا
   *[other] احكم على الـ{ $count } معًا
}
conflicts-alike-on = { $count ->
    [zero] حكمك لهذا التعارض وحده
    [one] حكمك لهذا التعارض وحده
    [two] حكمك يسري على تعارضين: هذا مع { $which }
    [few] حكمك يسري على { $count } تعارضات معًا: هذا مع { $which }
    [many] حكمك يسري على { $count } تعارضًا معًا: هذا مع { $which }
   *[other] حكمك يسري على { $count } تعارض معًا: هذا مع { $which }
}

conflicts-history = سجل الأحكام
conflicts-history-line = { $verdict } · { $analyst } · { $when } · الثقة { $confidence }
conflicts-history-reason = { $line } · { $reason }
conflicts-history-reopened = { $line } · أُعيد فتحه

conflicts-empty = لا توجد تعارضات بعد
conflicts-empty-next = اقبل الادعاءات المقترحة في المقالات أو علّم ادعاءات بنفسك، ثم تُقارن الروايات وتظهر هنا.
conflicts-empty-go = انتقل إلى القراءة
conflicts-all-done = حُسمت كل التعارضات
conflicts-all-done-next = اختر تعارضًا من القائمة لمراجعة حكمك، أو صدّر ما أنجزت.
conflicts-all-done-go = انتقل إلى التصدير
conflicts-only-later = لم يبقَ إلا ما أجّلته
conflicts-only-later-next = اختر تعارضًا مؤجلًا من القائمة لتحسمه.

group-verdicts = الأحكام
group-conflicts = مراجعة التعارضات
