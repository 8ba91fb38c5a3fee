# Export page.
export-format = الصيغة
export-loses = لا تحفظ هذه الصيغة
export-loses-nothing = تحفظ هذه الصيغة كل شيء.
export-scope = النطاق
export-all = كل المقالات ({ $count })
export-some = مقالات أختارها
export-some-count = { $count ->
    [zero] لم يُختر مقال
    [one] اختير مقال واحد
    [two] اختير مقالان
    [few] اختيرت { $count } مقالات
    [many] اختير { $count } مقالًا
   *[other] اختير { $count } مقال
}
export-reviewed = ما راجعه المحللون فقط
export-reviewed-note = يُترك ما بقي مقترحًا من القيم، وما لم يُحسم من التعارضات.
export-destination = الملف
export-do = صدّر
export-working = كتابة التصدير والتحقق منه
export-preview = معاينة
export-preview-note = من أول مقال في النطاق
export-preview-report = أول تعارض، كما يظهر في التقرير
export-preview-none = لا مقال في النطاق
export-preview-cut = … والباقي في الملف
export-done = { $documents ->
    [zero] كُتب التصدير دون مقالات
    [one] كُتب مقال واحد
    [two] كُتب مقالان
    [few] كُتبت { $documents } مقالات
    [many] كُتب { $documents } مقالًا
   *[other] كُتب { $documents } مقال
}؛ ما طوبق بنصه فصحّ: { $spans ->
    [zero] لا مواضع
    [one] موضع واحد
    [two] موضعان
    [few] { $spans } مواضع
    [many] { $spans } موضعًا
   *[other] { $spans } موضع
}.
export-done-short = تم التصدير: { $file }
export-folder = افتح المجلد
export-file = افتح الملف
export-cancelled = أُلغي التصدير، ولم يُكتب شيء.
ask-export = احفظ التصدير
command-export-now = صدّر الآن
command-export-browse = اختر ملف التصدير
format-group-archive = الحفظ والتبادل
format-group-tools = أدوات الوسم
format-group-tables = الجداول
format-group-linked = البيانات المترابطة
format-group-reports = التقارير
format-group-more = من حزم أخرى
export-search = ابحث في الصيغ والبرامج…
export-search-name = البحث في الصيغ
export-search-none = لا صيغة بهذه الكلمات
export-readers = تقرؤها: { $readers }
export-missing-short = غير مثبّتة
export-loses-counting = يُحصى ما يشمله ذلك من النطاق…
export-loses-unfelt = لا شيء منه في هذا النطاق: { $names }
export-lost-count = { $count ->
    [zero] لا شيء
   *[other] { $count }
}
export-lost-all = كله
export-lost = ما ليس في التصدير
export-lost-nothing = لم يُفقد شيء.
export-outlets = ناشرون أختارهم
export-as-zip = ملف مضغوط واحد
export-as-folder = مجلد
export-files = ملفات التصدير
export-full-folder = المجلد { $folder } ليس فارغًا. لا يحلّ تصدير محل مجلد فيه شيء: اختر اسمًا آخر.
export-no-folder = لا يوجد المجلد { $folder }. اختر مجلدًا موجودًا.
export-replace-ask = { $count ->
    [zero] لا شيء في المكان.
    [one] الملف «{ $file }» موجود من قبل. أيحل هذا التصدير محله؟
    [two] هذان موجودان من قبل: { $file }. أيحل هذا التصدير محلهما؟
    [few] هذه موجودة من قبل: { $file }. أيحل هذا التصدير محلها؟
    [many] هذه موجودة من قبل: { $file }. أيحل هذا التصدير محلها؟
   *[other] هذه موجودة من قبل: { $file }. أيحل هذا التصدير محلها؟
}
export-replace = استبدله
export-replace-no = أبقه
command-export-search = ابحث في الصيغ
export-missing = تحتاج هذه الصيغة إلى المكتبة { $library }، وهي غير مثبّتة. ثبّتها بهذا الأمر ثم أعد تشغيل البرنامج:
export-missing-command = أمر التثبيت
export-missing-copy = انسخ الأمر
cli-force = استبدل الملفات التي بهذا الاسم (لا يُستبدل مجلد فيه شيء)
cli-force-mapping = استبدل ملف ‎--save-mapping‎ إن كان موجودًا
