# القراءة: الصفحة، والشريط العائم، واللوحة الجانبية، والبحث، ووسم كل المتشابه.
read-page = نص المقال
read-empty = لا مقال مفتوحًا
read-empty-next = اختر مقالًا من القائمة، أو استورد مقالات.
read-inspector = في هذا المقال
read-residue = خارج المقال
read-outlet-not-known = الناشر غير معروف
read-outlet-unknown = الناشر؟
read-speaker-unknown = القائل؟
read-add-via = أضف ناقلًا
read-characters = { $count ->
    [zero] لا أحرف
    [one] حرف واحد
    [two] حرفان
    [few] { $count } أحرف
    [many] { $count } حرفًا
   *[other] { $count } حرف
}
read-check = { $count ->
    [one] في هذا المقال ما لا يطابق ما حُفظ: { $first }
    [two] في هذا المقال أمران لا يطابقان ما حُفظ، أولهما: { $first }
    [few] في هذا المقال { $count } أمور لا تطابق ما حُفظ، أولها: { $first }
    [many] في هذا المقال { $count } أمرًا لا يطابق ما حُفظ، أولها: { $first }
   *[other] في هذا المقال { $count } أمر لا يطابق ما حُفظ، أولها: { $first }
}

read-bar-claim = ادعاء
read-bar-extend = أضف إلى الادعاء
read-bar-link = ربط بكيان
read-bar-mention = إشارة
read-bar-alike = وسم كل المتشابه
read-bar-note = ملاحظة
read-bar-residue = خارج المقال
read-without = بدون «{ $letters }»

read-claim-head = الادعاء { $number } · { $kind }
read-mention-head = إشارة إلى كيان
read-proposal-head = اقتراح
read-back-to-list = عُد إلى القائمة
read-next-claim = الادعاء التالي
read-previous-claim = الادعاء السابق
read-claims = { $count ->
    [zero] لا ادعاءات بعد
    [one] ادعاء واحد
    [two] ادعاءان
    [few] { $count } ادعاءات
    [many] { $count } ادعاءً
   *[other] { $count } ادعاء
}
read-claims-list = ادعاءات المقال والادعاءات المقترحة
read-no-claims = حدّد جملة في المقال ثم اضغط C لتعلّمها ادعاءً.
read-proposed = مقترح
read-remove-claim = احذف الادعاء
read-note = ملاحظة
read-note-hint = اكتب ملاحظة على هذا الادعاء
read-history = السجل
read-history-line = { $who } · { $at } · { $what }
read-undo = تراجع عن: { $what }
read-redo = إعادة: { $what }
read-origin-analyst = حدّده المحلل
read-origin-accepted = قبِله المحلل
read-confirm = ثبّت هذه القيمة
read-remove = احذف
read-add-slot = أضف: { $slot }
read-take-selection = خذ التحديد
read-as-text = كنص فقط
read-not-understood = لم يُفهم. عدّل الصياغة.
read-understood = يُفهم على أنه: { $value }
read-hint-when = السبت، أو 2025-07-12، أو 11 إلى 13 يوليو
read-hint-how-many = أكثر من 10 آلاف جندي
read-hint-what = ما الذي جرى؟
date-how-analyst = حدّده المحلل بالأرقام

read-accounts = روايات أخرى للحدث نفسه
read-conflict = ⇄ تعارض في: { $kind }
read-account = «{ $title }»: { $value }
read-account-silent = «{ $title }» لا يذكر ذلك
read-review = راجع جنبًا إلى جنب
read-chains = { $count ->
    [one] ✓ سلسلة إسناد واحدة
    [two] ✓ سلسلتان مستقلتان
    [few] ✓ { $count } سلاسل مستقلة
    [many] ✓ { $count } سلسلة مستقلة
   *[other] ✓ { $count } سلسلة مستقلة
}
read-tawatur = التواتر: { $articles } من { $total ->
    [one] مقال واحد
    [two] مقالين
    [few] { $total } مقالات
    [many] { $total } مقالًا
   *[other] { $total } مقال
}
read-in-conflict = ⇄ تعارض مفتوح في: { $kind }

read-not-linked = لم تُربط بكيان بعد.
read-open-entity = افتح الكيان
read-also = يُكتب أيضًا: { $names }
read-trim = بدون «{ $letters }»
read-alike = وسم كل المتشابه
read-link-other = اربط بغيره
read-unlink = فك الربط
read-link-hint = اكتب اسم الكيان بأي رسم
read-link-name = الكيان الذي تُربط به
read-link-list = كيانات بهذا الاسم
read-new-person = شخص جديد: { $name }
read-new-place = مكان جديد: { $name }
read-new-organisation = جهة جديدة: { $name }
read-new-event = حدث جديد: { $name }
read-new-other = كيان آخر جديد: { $name }
read-mentions-count = { $count ->
    [zero] بلا إشارات
    [one] إشارة واحدة
    [two] إشارتان
    [few] { $count } إشارات
    [many] { $count } إشارة
   *[other] { $count } إشارة
}

read-why = لماذا يُقترح؟
read-accept = اقبل
read-reject = ارفض
read-links-to-known = كيان موجود في المشروع
read-makes-entity = يُنشأ كيان جديد عند القبول
read-proposed-mention = اقتراح: { $name } · { $kind }
read-proposed-claim = اقتراح: ادعاء يستحق التحقق
read-proposals = { $mentions ->
    [zero] لا إشارات مقترحة
    [one] إشارة مقترحة واحدة
    [two] إشارتان مقترحتان
    [few] { $mentions } إشارات مقترحة
    [many] { $mentions } إشارة مقترحة
   *[other] { $mentions } إشارة مقترحة
}، { $claims ->
    [zero] ولا ادعاءات مقترحة
    [one] وادعاء مقترح واحد
    [two] وادعاءان مقترحان
    [few] و{ $claims } ادعاءات مقترحة
    [many] و{ $claims } ادعاءً مقترحًا
    [many] و{ $claims } ادعاء مقترح
   *[other] و{ $claims } ادعاء مقترح
}
read-proposals-note = لا يُحفظ شيء منها قبل أن تقبله، وما ترفضه لا يعود.
read-accept-mentions = اقبل الإشارات كلها
read-accept-claims = اقبل الادعاءات كلها
read-reject-all = ارفضها كلها
read-one-by-one = واحدًا واحدًا

read-value = «{ $text }» ← { $value }
read-date-unresolved = لم يُحدَّد تاريخه
read-date-proven = تاريخ النشر غير معروف، والنص يدل على { $date }: { $why }
read-date-take = اعتمد هذا التاريخ
read-date-needed = تاريخ النشر غير معروف، فلا تُحدَّد التواريخ النسبية في هذا المقال.
read-date-set = حدّد تاريخ النشر

read-find = ابحث في المقال
read-find-hint = ابحث في المقال بأي رسم
read-find-next = التالي
read-find-previous = السابق
read-find-count = { $at } من { $count }
read-find-nothing = لا نتيجة

read-alike-title = وسم كل ما يشبه «{ $quote }»
read-alike-to-what = بأي كيان تُربط؟
read-alike-here = هذا المقال
read-alike-all = كل المقالات
read-alike-places = المواضع المتشابهة
read-alike-looking = يبحث عن المتشابه
read-alike-linked = مربوط بكيان آخر
read-alike-mark = اربط المحدد
read-alike-count = { $ticked } من { $count }
read-alike-done = { $count ->
    [one] موضع مربوط من قبل
    [two] موضعان مربوطان من قبل
    [few] { $count } مواضع مربوطة من قبل
    [many] { $count } موضعًا مربوطًا من قبل
   *[other] { $count } موضع مربوط من قبل
}

group-mark = التعليم
group-go = التنقل
command-read-claim = علّم التحديد ادعاءً
command-read-extend = أضف التحديد إلى الادعاء
command-read-move = انقل الادعاء أو الإشارة إلى التحديد
command-read-link = اربط بكيان
command-read-mention = علّم إشارة إلى كيان
command-read-alike = وسم كل المتشابه
command-read-note = اكتب ملاحظة
command-read-trim = احذف الحرف المتصل من أول الاسم
command-read-residue = خارج المقال، أو أعده إليه
command-read-accept = اقبل الاقتراح
command-read-remove = ارفض الاقتراح أو احذف المختار
command-read-review = راجع جنبًا إلى جنب
command-read-next = الادعاء التالي
command-read-previous = الادعاء السابق
command-read-next-proposal = الاقتراح التالي
command-read-previous-proposal = الاقتراح السابق
command-read-next-article = المقال التالي
command-read-previous-article = المقال السابق
command-read-find = ابحث في المقال
command-read-find-next = النتيجة التالية
command-read-find-previous = النتيجة السابقة
command-read-larger = كبّر خط المقال
command-read-smaller = صغّر خط المقال
command-read-usual-size = حجم خط المقال المعتاد
command-read-fold-library = اطوِ قائمة المقالات أو ابسطها
command-read-fold-inspector = اطوِ اللوحة الجانبية أو ابسطها
command-read-leave = ألغِ التحديد أو الاختيار
