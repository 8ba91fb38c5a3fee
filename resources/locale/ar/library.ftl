# Welcome page, library, import, particulars of an article.
welcome-sample = المجموعة التجريبية
welcome-sample-note = خمسة مقالات عن لافروف وكوريا الشمالية، تتفق في أشياء وتتعارض في أخرى. أسرع طريق لتتعرف إلى البرنامج.
welcome-sample-open = افتح المجموعة التجريبية
welcome-new = مشروع جديد
welcome-new-note = ملف واحد يجمع مقالاتك وعملك عليها.
welcome-open = افتح مشروعًا
welcome-recent = فُتح مؤخرًا
welcome-recent-none = لا مشاريع بعد.
welcome-drop = أفلِت هنا مقالات أو ملفات موسومة أو مشروعًا
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
filter-importable = مقالات وملفات موسومة
filter-all = كل الملفات
ask-open = افتح مشروعًا
ask-texts = اختر المقالات
ask-folder = اختر المجلد

library-title = المقالات · { $count }
library-search = ابحث في العناوين والناشرين…
library-search-name = البحث في المقالات
library-list = المقالات
library-empty = لا مقالات بعد
library-empty-note = أفلِت ملفات أو مجلدات على النافذة، أو اخترها: نص أو HTML أو Word أو PDF أو جداول أو ملفات أدوات الوسم.
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
    [many] { $count } تعارضًا مفتوحًا
   *[other] { $count } تعارض مفتوح
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

import-title = استيراد
import-reading = قراءة الملفات
import-ready = { $count ->
    [zero] لا مقالات صالحة للاستيراد
    [one] مقال واحد جاهز
    [two] مقالان جاهزان
    [few] { $count } مقالات جاهزة
    [many] { $count } مقالًا جاهزًا
   *[other] { $count } مقال جاهز
}
import-refused = { $count ->
    [zero] { "" }
    [one] وملف واحد لا يُستورد
    [two] وملفان لا يُستوردان
    [few] و{ $count } ملفات لا تُستورد
    [many] و{ $count } ملفًا لا يُستورد
   *[other] و{ $count } ملف لا يُستورد
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
import-nothing = لا شيء يُستورد فيما اخترته
encoding-utf-8 = UTF-8
encoding-utf-16-le = UTF-16 (LE)
encoding-utf-16-be = UTF-16 (BE)
encoding-utf-32-le = UTF-32 (LE)
encoding-utf-32-be = UTF-32 (BE)
encoding-cp1256 = Windows-1256
encoding-iso8859-6 = ISO-8859-6

import-page-files = الملفات
import-page-columns = الأعمدة
import-page-labels = الوسوم
import-page-copies = النسخ { $count }
import-saving = حفظ ما استُورد
import-cancelled = أُلغي الاستيراد، ولم يُحفظ شيء.
import-reckoning = يُحسب ما تضيفه الملفات الموسومة…
import-residue = { $count ->
    [zero] لا جزء خارج المقال
    [one] المظلل: جزء ليس من المقال
    [two] المظلل: جزآن ليسا من المقال
    [few] المظلل: { $count } أجزاء ليست من المقال
    [many] المظلل: { $count } جزءًا ليس من المقال
   *[other] المظلل: { $count } جزء ليس من المقال
}
import-findings = { $count ->
    [zero] لا ملاحظات
    [one] ملاحظة واحدة
    [two] ملاحظتان
    [few] { $count } ملاحظات
    [many] { $count } ملاحظة
   *[other] { $count } ملاحظة
}
import-columns-choose = اختر الأعمدة…
import-columns-note = حدّد ما في كل عمود. يصير كل صف مقالًا، ويُرفض ما خلا من النص.
import-column-text = النص
import-column-none = لا عمود
import-table = أول الجدول
import-table-rows = { $count ->
    [zero] لا صفوف
    [one] خلايا صف واحد
    [two] خلايا صفين
    [few] خلايا أول { $count } صفوف
    [many] خلايا أول { $count } صفًا
   *[other] خلايا أول { $count } صف
}
import-holds-articles = { $count ->
    [zero] لا مقالات
    [one] مقال واحد
    [two] مقالان
    [few] { $count } مقالات
    [many] { $count } مقالًا
   *[other] { $count } مقال
}
import-holds-marks = { $count ->
    [zero] لا وسوم
    [one] وسم واحد
    [two] وسمان
    [few] { $count } وسوم
    [many] { $count } وسمًا
   *[other] { $count } وسم
}
import-holds-links = { $count ->
    [zero] لا علاقات
    [one] علاقة واحدة
    [two] علاقتان
    [few] { $count } علاقات
    [many] { $count } علاقة
   *[other] { $count } علاقة
}
import-adds-known = { $count ->
    [zero] لا مقال من المشروع
    [one] وسوم لمقال من المشروع
    [two] وسوم لمقالين من المشروع
    [few] وسوم لـ{ $count } مقالات من المشروع
    [many] وسوم لـ{ $count } مقالًا من المشروع
   *[other] وسوم لـ{ $count } مقال من المشروع
}
import-adds-claims = { $count ->
    [zero] لا ادعاءات
    [one] ادعاء واحد
    [two] ادعاءان
    [few] { $count } ادعاءات
    [many] { $count } ادعاءً
   *[other] { $count } ادعاء
}
import-adds-mentions = { $count ->
    [zero] لا إشارات
    [one] إشارة واحدة
    [two] إشارتان
    [few] { $count } إشارات
    [many] { $count } إشارة
   *[other] { $count } إشارة
}
import-adds-linked = { $count ->
    [zero] لا إشارة إلى كيان معروف
    [one] واحدة إلى كيان من المشروع
    [two] اثنتان إلى كيانات من المشروع
    [few] { $count } منها إلى كيانات من المشروع
    [many] { $count } منها إلى كيانات من المشروع
   *[other] { $count } منها إلى كيانات من المشروع
}
import-adds-entities = { $count ->
    [zero] لا كيانات جديدة
    [one] كيان جديد
    [two] كيانان جديدان
    [few] { $count } كيانات جديدة
    [many] { $count } كيانًا جديدًا
   *[other] { $count } كيان جديد
}
import-adds-verdicts = { $count ->
    [zero] لا أحكام
    [one] حكم واحد
    [two] حكمان
    [few] { $count } أحكام
    [many] { $count } حكمًا
   *[other] { $count } حكم
}
import-adds-repeated = { $count ->
    [zero] لا وسم مكررًا
    [one] وسم موجود من قبل
    [two] وسمان موجودان من قبل
    [few] { $count } وسوم موجودة من قبل
    [many] { $count } وسمًا موجودًا من قبل
   *[other] { $count } وسم موجود من قبل
}
import-adds-to-look-at = { $count ->
    [zero] لا اسم للمراجعة
    [one] اسم يُراجع
    [two] اسمان يُراجعان
    [few] { $count } أسماء تُراجع
    [many] { $count } اسمًا يُراجع
   *[other] { $count } اسم يُراجع
}
labels-title = الوسوم وما تصير إليه
labels-note = ما يصير إليه كل وسم في الملفات. اختر في العمود الأخير، ولعدة صفوف معًا إن شئت؛ وما لا يؤخذ يبقى خارج المشروع.
labels-open = ما تصير إليه الوسوم…
labels-name = الوسم
labels-count = العدد
labels-examples = أمثلة
labels-becomes = يصير
labels-kept = تعيين محفوظ
labels-proposed = بحسب أسمائها
labels-keep = احفظ التعيين
labels-keep-name = اسم التعيين
labels-kept-as = حُفظ التعيين: { $name }
labels-forget = احذف التعيين المحفوظ
labels-feature = الخاصية { $feature } من { $layer }
labels-link = العلاقة { $label }
labels-ignore = لا يؤخذ
labels-claim = ادعاء: { $kind }
labels-mention = إشارة: { $kind }
labels-slot = خانة: { $slot }
labels-same = الكيان نفسه
labels-feature-note = ملاحظة
labels-feature-name = اسم الكيان
labels-feature-external-id = معرّف الكيان
labels-feature-kind = نوع الكيان
labels-feature-role = دور الإشارة
ask-import-folder = اختر المجلد الذي يُستورد

entities-csv = جدول كيانات
entities-rdf = كيانات RDF
entities-wikidata = كيانات ويكي بيانات
entries-title = كيانات القائمة
entries-name = الاسم
entries-more = أسماء أخرى ومعرّفات
entries-like = في المشروع
entries-becomes = يصير
entries-new = كيان جديد
entries-merge = الكيان نفسه
entries-look = جديد، يُراجع
entries-same = معروف من قبل
entries-skip = يُترك
entries-are-articles = هذه مقالات: اختر الأعمدة…
entries-matching = { $count ->
    [zero] لا كيانات
    [one] كيان واحد، تجري مطابقته بالمشروع…
    [two] كيانان، تجري مطابقتهما بالمشروع…
    [few] { $count } كيانات، تجري مطابقتها بالمشروع…
    [many] { $count } كيانًا، تجري مطابقتها بالمشروع…
   *[other] { $count } كيان، تجري مطابقتها بالمشروع…
}
entries-count-new = { $count ->
    [zero] لا جديد
    [one] كيان جديد
    [two] كيانان جديدان
    [few] { $count } كيانات جديدة
    [many] { $count } كيانًا جديدًا
   *[other] { $count } كيان جديد
}
entries-count-merge = { $count ->
    [zero] لا كيان يُستكمل
    [one] كيان من المشروع يُستكمل
    [two] كيانان من المشروع يُستكملان
    [few] { $count } كيانات من المشروع تُستكمل
    [many] { $count } كيانًا من المشروع تُستكمل
   *[other] { $count } كيان من المشروع تُستكمل
}
entries-count-same = { $count ->
    [zero] لا معروف
    [one] واحد معروف من قبل
    [two] اثنان معروفان من قبل
    [few] { $count } معروفة من قبل
    [many] { $count } معروفة من قبل
   *[other] { $count } معروفة من قبل
}
entries-count-look = { $count ->
    [zero] لا شيء يُراجع
    [one] واحد يُراجع
    [two] اثنان يُراجعان
    [few] { $count } تُراجع
    [many] { $count } تُراجع
   *[other] { $count } تُراجع
}
entries-ready = { $count ->
    [zero] لا كيانات
    [one] كيان واحد جاهز
    [two] كيانان جاهزان
    [few] { $count } كيانات جاهزة
    [many] { $count } كيانًا جاهزًا
   *[other] { $count } كيان جاهز
}
entries-do = { $count ->
    [zero] استورد
    [one] استورد الكيان
    [two] استورد الكيانين
    [few] استورد { $count } كيانات
    [many] استورد { $count } كيانًا
   *[other] استورد { $count } كيان
}
entries-done = { $count ->
    [zero] لم يُستورد كيان
    [one] استُورد كيان واحد
    [two] استُورد كيانان
    [few] استُوردت { $count } كيانات
    [many] استُورد { $count } كيانًا
   *[other] استُورد { $count } كيان
}

library-copy = نسخة
library-copied-from = منقول عن «{ $title }»
particulars-copied = منقول عن «{ $title }»: فهما شاهد واحد لا شاهدان.
particulars-original = اعرض الأصل
particulars-part = ليس منقولًا

import-comparing = البحث عن مقالات تكرر غيرها
import-covered = يأتي مع وسومه
copies-skip = نسخة: تُترك
copies-link = نسخة: تُربط
copies-keep = نسخة: تبقى
copies-share = { $percent }٪ مشترك
copies-note = هذه مقالات تكرر غيرها، والمشترك مظلل. النسخة المربوطة ليست شاهدًا ثانيًا: لا تُعدّ ادعاءاتها سلسلة أخرى.
copies-all = للجميع:
copies-all-name = لجميع النسخ: { $what }
copies-this = المستورد
copies-other = يكرر
copies-title = النسخ
