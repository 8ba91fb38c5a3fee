# Export page.
export-title = التصدير
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
}، وطابق كل موضع نصه ({ $spans }).
export-done-short = تم التصدير: { $file }
export-folder = افتح المجلد
export-file = افتح الملف
export-cancelled = أُلغي التصدير، ولم يُكتب شيء.
ask-export = احفظ التصدير
command-export-now = صدّر الآن
command-export-browse = اختر ملف التصدير
