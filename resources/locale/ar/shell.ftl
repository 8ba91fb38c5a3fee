# The window: places, bars, search, notices, settings.
app-name = تواتر
app-about = اقرأ الأخبار، وعلّم الادعاءات، ووفّق بين الروايات

place-welcome = البداية
place-read = اقرأ
place-entities = الكيانات
place-conflicts = التعارضات
place-export = تصدير
rail = الأماكن
place-badge = { $place }، ينتظرك { $count }

search-hint = ابحث في المقالات والكيانات والأوامر…
search-name = البحث والأوامر
search-articles = المقالات
search-entities = الكيانات
search-commands = الأوامر
search-nothing = لا شيء بهذه الكلمات
search-results = نتائج البحث

undo-what = تراجع: { $what }
redo-what = أعد: { $what }
undo = تراجع
redo = أعد
undo-nothing = لا شيء يُتراجع عنه
redo-nothing = لا شيء يُعاد

status-saved = حُفظ الآن
status-saved-all = محفوظ
status-read-only = للقراءة فقط
status-no-project = لا مشروع مفتوح
status-analyst = المحلل: { $name }
status-keys = الاختصارات
status-working = { $what }…
status-cancel = ألغِ
status-counts = { $documents ->
    [zero] لا مقالات
    [one] مقال واحد
    [two] مقالان
    [few] { $documents } مقالات
    [many] { $documents } مقالًا
   *[other] { $documents } مقال
} · { $claims ->
    [zero] لا ادعاءات
    [one] ادعاء واحد
    [two] ادعاءان
    [few] { $claims } ادعاءات
    [many] { $claims } ادعاءً
   *[other] { $claims } ادعاء
}
status-decided = حُسم { $decided } من { $all }
status-linked = الإشارات المربوطة: { $linked } من { $mentions }

banner-held = المشروع مفتوح للكتابة عند { $who }. أنت تقرأ فقط، ولن يُحفظ أي تعديل.
banner-read-only = المشروع مفتوح للقراءة فقط.
banner-again = حاول الكتابة

command-undo = تراجع
command-redo = أعد
command-search = ابحث أو اختر أمرًا
command-keys = أظهر الاختصارات
command-settings = الإعدادات
command-new = مشروع جديد
command-open = افتح مشروعًا
command-import = استورد مقالات
command-close = أغلق المشروع
command-quit = أنهِ البرنامج
command-go-welcome = اذهب إلى البداية
command-go-read = اذهب إلى القراءة
command-go-entities = اذهب إلى الكيانات
command-go-conflicts = اذهب إلى التعارضات
command-go-export = اذهب إلى التصدير
command-language = English interface — الواجهة بالإنجليزية
command-theme = بدّل بين الفاتح والداكن
command-larger = كبّر خط الواجهة
command-smaller = صغّر خط الواجهة
command-full-screen = ملء الشاشة
command-suggest = اقترح ادعاءات وكيانات للمقالات كلها
command-accept-all = اقبل كل الاقتراحات في المقالات كلها
command-check = افحص سلامة المشروع

group-window = النافذة
group-places = الأماكن
group-project = المشروع
group-page = هذه الصفحة

keys-title = اختصارات لوحة المفاتيح
keys-note = تعمل الحروف على لوحة المفاتيح العربية أيضًا: مفتاح C هو «ؤ».
close = أغلق
cancel = ألغِ
copy = انسخ
dismiss = أخفِ الإشعار
save = احفظ
browse = اختر…

bug-title = خطأ في البرنامج
bug-words = وقع خطأ لم نتوقعه ({ $kind }). ما حُفظ من عملك سليم. أرسل التفاصيل إلينا لنصلحه.
bug-copy = انسخ التفاصيل
bug-details = التفاصيل

check-found = { $count ->
    [one] وجد الفحص ملاحظة واحدة في المشروع: { $first }
    [two] وجد الفحص ملاحظتين في المشروع، أولاهما: { $first }
    [few] وجد الفحص { $count } ملاحظات في المشروع، أولاها: { $first }
    [many] وجد الفحص { $count } ملاحظة في المشروع، أولاها: { $first }
   *[other] وجد الفحص { $count } ملاحظة في المشروع، أولاها: { $first }
}
check-clean = المشروع سليم.
job-check = فحص المشروع
job-reconcile = مقارنة الروايات
job-suggest = اقتراح الادعاءات والكيانات
job-accept = قبول الاقتراحات
job-accepted = { $count ->
    [zero] لم يُقبل شيء
    [one] قُبل اقتراح واحد
    [two] قُبل اقتراحان
    [few] قُبلت { $count } اقتراحات. يتراجع Ctrl+Z عنها مقالًا مقالًا.
    [many] قُبل { $count } اقتراحًا. يتراجع Ctrl+Z عنها مقالًا مقالًا.
   *[other] قُبل { $count } اقتراح. يتراجع Ctrl+Z عنها مقالًا مقالًا.
}
job-suggested = { $mentions ->
    [zero] لا إشارات جديدة
    [one] اقتُرحت إشارة واحدة
    [two] اقتُرحت إشارتان
    [few] اقتُرحت { $mentions } إشارات
    [many] اقتُرحت { $mentions } إشارة
   *[other] اقتُرحت { $mentions } إشارة
}، { $claims ->
    [zero] ولا ادعاءات جديدة
    [one] وادعاء واحد
    [two] وادعاءان
    [few] و{ $claims } ادعاءات
    [many] و{ $claims } ادعاءً
   *[other] و{ $claims } ادعاء
}
settings-damaged = تعذّرت قراءة الإعدادات المحفوظة، فبدأنا بإعدادات جديدة. { $why }

settings-title = الإعدادات
settings-language = لغة الواجهة
settings-language-ar = العربية
settings-language-en = English
settings-theme = المظهر
settings-theme-system = كالنظام
settings-theme-light = فاتح
settings-theme-dark = داكن
settings-ui-size = خط الواجهة
settings-page-font = خط الصفحة
settings-page-size = حجم خط الصفحة
settings-analyst = اسم المحلل
settings-analyst-note = يُكتب مع كل تعديل وحكم.
settings-larger = أكبر
settings-smaller = أصغر
settings-sample = أفاد مصدر مطّلع بأن الاجتماع عُقد يوم السبت.
pixels = { $count } بكسل
status-busy = يجري حفظ ما استُورد. أعد المحاولة حين ينتهي.
command-import-folder = استورد مجلدًا

qt-look-in = ا&بحث في:
qt-files-of-type = &نوع الملفات:
qt-drive = قرص
qt-folder = مجلد
