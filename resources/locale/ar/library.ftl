# Welcome page, library, import, particulars of an article.
welcome-sample = المجموعة التجريبية
welcome-sample-note = خمسة مقالات عن لافروف وكوريا الشمالية، تتفق في أشياء وتتعارض في أخرى. أسرع طريق لتتعرف إلى البرنامج.
welcome-sample-open = افتح المجموعة التجريبية
welcome-new = مشروع جديد
welcome-new-note = ملف واحد يجمع مقالاتك وعملك عليها.
welcome-open = افتح مشروعًا
welcome-recent = فُتح مؤخرًا
welcome-recent-none = لا مشاريع بعد.
welcome-drop = أفلِت هنا ملفات نصية أو مشروعًا
welcome-drop-note = تُقرأ الملفات بترميز UTF-8 وUTF-16 وWindows-1256 وISO-8859-6
welcome-missing = لم يعد في مكانه
command-sample = افتح المجموعة التجريبية

drop-project = أفلِت لفتح المشروع «{ $name }»
drop-new = { $count ->
    [one] أفلِت الملف لتبدأ به مشروعًا جديدًا
    [two] أفلِت الملفين لتبدأ بهما مشروعًا جديدًا
    [few] أفلِت { $count } ملفات لتبدأ بها مشروعًا جديدًا
    [many] أفلِت { $count } ملفًا لتبدأ بها مشروعًا جديدًا
   *[other] أفلِت { $count } ملف لتبدأ بها مشروعًا جديدًا
}
drop-texts = { $count ->
    [one] أفلِت الملف لاستيراده
    [two] أفلِت الملفين لاستيرادهما
    [few] أفلِت { $count } ملفات لاستيرادها
    [many] أفلِت { $count } ملفًا لاستيرادها
   *[other] أفلِت { $count } ملف لاستيرادها
}

new-title = مشروع جديد
new-name = اسم المشروع
new-name-hint = مثلًا: القمة العربية
new-make = أنشئ المشروع
new-file = سيُحفظ في { $file }
filter-projects = مشاريع تواتر
filter-texts = ملفات نصية
filter-all = كل الملفات
ask-open = افتح مشروعًا
ask-texts = اختر المقالات
ask-folder = اختر المجلد

library-title = المقالات · { $count }
library-search = ابحث في العناوين والناشرين…
library-search-name = البحث في المقالات
library-list = المقالات
library-empty = لا مقالات بعد
library-empty-note = أفلِت ملفات نصية على النافذة، أو اخترها.
library-import = استورد مقالات
library-none = لا مقال بهذه الكلمات
library-no-outlet = الناشر غير معروف
library-no-date = بلا تاريخ
library-claims = { $count ->
    [zero] بلا ادعاءات
    [one] ادعاء واحد
    [two] ادعاءان
    [few] { $count } ادعاءات
    [many] { $count } ادعاءً
   *[other] { $count } ادعاء
}
library-proposals = { $count ->
    [zero] لا اقتراحات
    [one] اقتراح واحد
    [two] اقتراحان
    [few] { $count } اقتراحات
    [many] { $count } اقتراحًا
   *[other] { $count } اقتراح
}
library-conflicts-name = { $count ->
    [zero] لا تعارضات مفتوحة
    [one] تعارض مفتوح واحد
    [two] تعارضان مفتوحان
    [few] { $count } تعارضات مفتوحة
   *[other] { $count } تعارضًا مفتوحًا
}
library-progress = أُنجز { $percent }٪
library-edit = عدّل بيانات المقال…
library-remove = احذف المقال
library-removed = حُذف «{ $title }». للتراجع: Ctrl+Z

particulars-title = بيانات المقال
particulars-name = العنوان
particulars-outlet = الناشر
particulars-outlet-hint = وكالة أو صحيفة أو قناة
particulars-author = الكاتب
particulars-url = الرابط
particulars-published = تاريخ النشر
particulars-published-hint = 2025-07-12 أو 12 يوليو 2025
particulars-published-none = غير معروف
particulars-published-bad = ليس تاريخًا. اكتبه هكذا: 2025-07-12
particulars-basis = أساس التاريخ
particulars-basis-hint = من أين عُرف التاريخ
particulars-file = { $file } · { $encoding } · { $count ->
    [zero] لا حروف
    [one] حرف واحد
    [two] حرفان
    [few] { $count } أحرف
    [many] { $count } حرفًا
   *[other] { $count } حرف
}

import-title = استيراد المقالات
import-reading = قراءة الملفات
import-ready = { $count ->
    [zero] لا ملفات صالحة للاستيراد
    [one] ملف واحد جاهز
    [two] ملفان جاهزان
    [few] { $count } ملفات جاهزة
    [many] { $count } ملفًا جاهزًا
   *[other] { $count } ملف جاهز
}
import-refused = { $count ->
    [zero] { "" }
    [one] وملف واحد لا يُستورد
    [two] وملفان لا يُستوردان
    [few] و{ $count } ملفات لا تُستورد
   *[other] و{ $count } ملفًا لا يُستورد
}
import-do = { $count ->
    [zero] استورد
    [one] استورد المقال
    [two] استورد المقالين
    [few] استورد { $count } مقالات
    [many] استورد { $count } مقالًا
   *[other] استورد { $count } مقال
}
import-encoding = الترميز
import-preview = أول النص
import-problem = لن يُستورد
import-files = الملفات
import-done = { $count ->
    [one] استُورد مقال واحد
    [two] استُورد مقالان
    [few] استُوردت { $count } مقالات
    [many] استُورد { $count } مقالًا
   *[other] استُورد { $count } مقال
}
import-nothing = لا ملفات نصية فيما اخترته
encoding-utf-8 = UTF-8
encoding-utf-16-le = UTF-16 (LE)
encoding-utf-16-be = UTF-16 (BE)
encoding-utf-32-le = UTF-32 (LE)
encoding-utf-32-be = UTF-32 (BE)
encoding-cp1256 = Windows-1256
encoding-iso8859-6 = ISO-8859-6
