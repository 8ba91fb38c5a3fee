# ما يُسمّى به كل تعديل: يظهر بجوار «تراجع» و«أعد».
undo-document-add =
    { $count ->
        [one] إضافة «{ $title }»
        [two] إضافة مقالين
        [few] إضافة { $count } مقالات
        [many] إضافة { $count } مقالًا
       *[other] إضافة { $count } مقال
    }
undo-document-describe = بيانات «{ $title }»
undo-document-remove = حذف «{ $title }»
undo-residue-mark = استبعاد جزء من متن «{ $title }»
undo-residue-unmark = إعادة جزء إلى متن «{ $title }»
undo-claim-mark = تعليم الادعاء «{ $quote }»
undo-claim-kind = نوع الادعاء «{ $quote }»
undo-claim-note = ملاحظة على الادعاء «{ $quote }»
undo-claim-spans = نص الادعاء «{ $quote }»
undo-claim-remove = حذف الادعاء «{ $quote }»
undo-slot-set =
    { $slot ->
        [speaker] القائل
        [via] الناقل
        [who] «مَن»
        [what] «ماذا»
        [when] «متى»
        [where] «أين»
        [how_many] «كم»
        [polarity] الإثبات أو النفي
        [certainty] درجة اليقين
       *[other] قيمة
    } في الادعاء «{ $quote }»
undo-slot-confirm =
    تأكيد { $slot ->
        [speaker] القائل
        [via] الناقل
        [who] «مَن»
        [what] «ماذا»
        [when] «متى»
        [where] «أين»
        [how_many] «كم»
        [polarity] الإثبات أو النفي
        [certainty] درجة اليقين
       *[other] قيمة
    } في الادعاء «{ $quote }»
undo-slot-remove =
    حذف { $slot ->
        [speaker] القائل
        [via] الناقل
        [who] «مَن»
        [what] «ماذا»
        [when] «متى»
        [where] «أين»
        [how_many] «كم»
        [polarity] الإثبات أو النفي
        [certainty] درجة اليقين
       *[other] قيمة
    } من الادعاء «{ $quote }»
undo-mention-mark = تعليم الإشارة «{ $quote }»
undo-mention-mark-all =
    { $count ->
        [one] تعليم موضع واحد باسم «{ $name }»
        [two] تعليم موضعين باسم «{ $name }»
        [few] تعليم { $count } مواضع باسم «{ $name }»
        [many] تعليم { $count } موضعًا باسم «{ $name }»
       *[other] تعليم { $count } موضع باسم «{ $name }»
    }
undo-mention-link =
    { $count ->
        [one] ربط موضع واحد بالكيان «{ $name }»
        [two] ربط موضعين بالكيان «{ $name }»
        [few] ربط { $count } مواضع بالكيان «{ $name }»
        [many] ربط { $count } موضعًا بالكيان «{ $name }»
       *[other] ربط { $count } موضع بالكيان «{ $name }»
    }
undo-mention-unlink =
    { $count ->
        [one] فك ربط موضع واحد
        [two] فك ربط موضعين
        [few] فك ربط { $count } مواضع
        [many] فك ربط { $count } موضعًا
       *[other] فك ربط { $count } موضع
    }
undo-mention-span = نص الإشارة «{ $quote }»
undo-mention-role = نوع الإشارة «{ $quote }»
undo-mention-remove = حذف الإشارة «{ $quote }»
undo-entity-create = إضافة الكيان «{ $name }»
undo-entity-describe = بيانات «{ $name }»
undo-entity-remove = حذف الكيان «{ $name }»
undo-entity-merge = الدمج في «{ $name }»
undo-entity-split = فصل جزء من «{ $name }»
undo-alias-add = إضافة الرسم «{ $alias }» إلى «{ $name }»
undo-alias-remove = حذف الرسم «{ $alias }» من «{ $name }»
undo-external-id-add = إضافة المعرّف { $id } إلى «{ $name }»
undo-external-id-remove = حذف المعرّف { $id } من «{ $name }»
undo-verdict =
    الحكم «{ $choice ->
        [one_side] إحدى الروايتين صحيحة
        [edited] قيمة معدّلة
        [both_stand] كلاهما قائم
        [different_events] حدثان مختلفان
        [not_a_conflict] ليس تعارضًا
        [deferred] لاحقًا
        [same_entity] كيان واحد
        [different_entities] كيانان مختلفان
       *[other] حكم
    }» في { $seen }
undo-verdict-alike =
    الحكم «{ $choice ->
        [one_side] إحدى الروايتين صحيحة
        [edited] قيمة معدّلة
        [both_stand] كلاهما قائم
        [different_events] حدثان مختلفان
        [not_a_conflict] ليس تعارضًا
        [deferred] لاحقًا
       *[other] حكم
    }» في { $count ->
        [one] تعارض واحد
        [two] تعارضين متشابهين
        [few] { $count } تعارضات متشابهة
        [many] { $count } تعارضًا متشابهًا
       *[other] { $count } تعارض متشابه
    }
undo-reopen = إعادة فتح { $seen }
undo-proposal-accept =
    { $count ->
        [one] قبول «{ $quote }»
        [two] قبول اقتراحين
        [few] قبول { $count } اقتراحات
        [many] قبول { $count } اقتراحًا
       *[other] قبول { $count } اقتراح
    }
undo-proposal-reject =
    { $count ->
        [one] رفض «{ $quote }»
        [two] رفض اقتراحين
        [few] رفض { $count } اقتراحات
        [many] رفض { $count } اقتراحًا
       *[other] رفض { $count } اقتراح
    }
# عمل مشتق: يُبلَّغ للعروض ولا يدخل سجل التراجع.
undo-proposals = اقتراحات جديدة
undo-reconciliation = مطابقة جديدة
undo-index = فهرس بحث جديد
undo-absorb = سجل نسخة أخرى
undo-rebuild = إصلاح الجداول
undo-document-copy = ربط النسخة «{ $title }»
undo-gather = استيراد { $count ->
    [zero] لا شيء
    [one] مقال
    [two] مقالين
    [few] { $count } مقالات
    [many] { $count } مقالًا
   *[other] { $count } مقال
}
