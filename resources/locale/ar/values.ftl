# Values in words: kinds, slots, dates, quantities, relations, verdicts.

entity-kind-person = شخص
entity-kind-place = مكان
entity-kind-organisation = جهة
entity-kind-event = حدث
entity-kind-other = غير ذلك

claim-kind-statement = خبر
claim-kind-direct-quote = اقتباس مباشر
claim-kind-indirect-quote = اقتباس غير مباشر

mention-role-name = اسم كامل
mention-role-short = اسم مختصر
mention-role-description = وصف

slot-speaker = القائل
slot-via = نقلًا عن
slot-who = من
slot-what = ماذا
slot-when = متى
slot-where = أين
slot-how-many = العدد
slot-polarity = الإثبات
slot-certainty = اليقين

origin-analyst = حدّده المحلل
origin-accepted = قبِله المحلل
origin-proposed = مقترح

precision-day = باليوم
precision-week = بالأسبوع
precision-month = بالشهر
precision-season = بالفصل
precision-year = بالسنة
precision-decade = بالعقد
precision-span = مدة

hedge-exact = تمامًا
hedge-at-least = على الأقل
hedge-at-most = على الأكثر
hedge-about = نحو

polarity-affirmed = مُثبت
polarity-denied = منفيّ

certainty-certain = مؤكد
certainty-probable = مرجّح
certainty-possible = محتمل

conflict-kind-speaker = القائل
conflict-kind-authority = على ذمة
conflict-kind-who = من
conflict-kind-what = ماذا
conflict-kind-when = متى
conflict-kind-order = ترتيب الأحداث
conflict-kind-where = أين
conflict-kind-how-many = العدد
conflict-kind-polarity = الإثبات والنفي
conflict-kind-certainty = اليقين
conflict-kind-wording = نص الاقتباس
conflict-kind-name = الاسم

conflict-question-speaker = من القائل؟
conflict-question-authority = على ذمة من؟
conflict-question-who = من المقصود؟
conflict-question-what = ما الذي جرى؟
conflict-question-when = متى كان ذلك؟
conflict-question-order = أيهما كان أولًا؟
conflict-question-where = أين كان ذلك؟
conflict-question-how-many = ما العدد؟
conflict-question-polarity = أثبت الخبر أم نُفي؟
conflict-question-certainty = ما مدى اليقين؟
conflict-question-wording = ما نص الاقتباس؟
conflict-question-name = كيان واحد؟

relation-same = متطابق
relation-compatible = متوافق
relation-different = مختلف
relation-unknown = غير معروف

choice-one-side = رواية واحدة
choice-edited = قيمة معدّلة
choice-both-stand = كلاهما قائم
choice-different-events = حدثان مختلفان
choice-not-a-conflict = ليس تعارضًا
choice-deferred = لاحقًا
choice-same-entity = كيان واحد
choice-different-entities = كيانان مختلفان

confidence-high = عالية
confidence-medium = متوسطة
confidence-low = منخفضة

verdict-one-side = الرواية { $side }
verdict-edited = قيمة معدّلة: { $value }
side-letters = أ ب ج د هـ و ز ح ط ي ك ل م ن س ع ف ص ق ر ش ت ث خ ذ ض ظ غ

number-million = { $count ->
    [one] مليون
    [two] مليونين
    [few] { $shown } ملايين
   *[other] { $shown } مليون
}
number-billion = { $count ->
    [one] مليار
    [two] مليارين
    [few] { $shown } مليارات
   *[other] { $shown } مليار
}
how-many-exact = { $number }
how-many-more-than = أكثر من { $number }
how-many-at-least = ما لا يقل عن { $number }
how-many-less-than = أقل من { $number }
how-many-at-most = ما يصل إلى { $number }
how-many-about = نحو { $number }
how-many-range = بين { $low } و{ $high }
how-many-about-range = ما بين نحو { $low } و{ $high }

when-unresolved = «{ $text }» (لم يُحدَّد تاريخه)
when-until = حتى { $day }
when-since = منذ { $day }
when-day = { $day } { $month } { $year }
when-day-month = { $day } { $month }
when-days = { $days } { $month } { $year }
when-month = { $month } { $year }
when-year = عام { $year }
when-years = من { $first } إلى { $last }
when-from-to = { $first } – { $last }
when-moment = { $day }، { $time }
published-unknown = تاريخ النشر غير معروف

month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر

weekday-1 = الاثنين
weekday-2 = الثلاثاء
weekday-3 = الأربعاء
weekday-4 = الخميس
weekday-5 = الجمعة
weekday-6 = السبت
weekday-7 = الأحد
