# Formats, what each cannot hold, and the report.
format-jsonl = JSON Lines
format-jsonl-what = كل شيء، سجل في كل سطر، ويُستورد من جديد دون فقد
format-csv = ‏CSV للادعاءات
format-csv-what = صف لكل ادعاء، للجداول الإلكترونية
format-w3c = W3C Web Annotation
format-w3c-what = ‏JSON-LD مع النصوص إلى جانبه، لأدوات التوسيم
format-html = تقرير HTML
format-html-what = التعارضات جنبًا إلى جنب، للقراءة والطباعة دون البرنامج
format-pdf = تقرير PDF
format-pdf-what = صفحات للطباعة والإرسال، بخطوطها

loss-texts = نصوص المقالات كاملة
loss-offsets = موضع كل ادعاء من النص
loss-mentions = الإشارات
loss-entities = الكيانات بأسمائها الأخرى ومعرّفاتها
loss-verdicts = الأحكام وأسبابها
loss-slot-spans = الكلمات التي تستند إليها كل خانة
loss-residue = ما ليس من المقال
loss-letters = نسخ النص من الصفحات حرفًا بحرف (تُرسم الحروف موصولة، فلا يُنسخ بعضها)
loss-claims = الادعاءات
loss-rejections = ما رُفض من المقترحات نهائيًا
loss-groups = مجموعات الأحداث (تُستخرج من الادعاءات من جديد)
loss-conflicts = التعارضات (تُستخرج من الادعاءات من جديد، وتبقى الأحكام)
loss-slots = خانات الادعاءات وقيمها
loss-gaps = ما بين أجزاء الادعاء المتقطع: يصير مقطعًا واحدًا من أول كلمة إلى آخرها
loss-history = سجل التراجع

undo-restore = استيراد { $count } مقالات بتوسيمها
report-made = حُرّر في { $day }
report-reviewed-only = ما أكده المحللون فقط
report-conflicts = التعارضات
report-claims = الادعاءات
report-entities = الكيانات
report-articles = المقالات
report-decided = المحسوم
report-of = { $done } من { $total }
report-comparison = المقارنة
report-undecided = لم يُحسم بعد
report-changed = يُحسم من جديد: تغيّرت قيمة بعد الحكم، من { $then } إلى { $now }
report-no-conflicts = لم تظهر تعارضات.
report-no-entities = لا كيانات بعد.
report-no-claims = لم يُوسم أي ادعاء في هذا المقال.
report-outlet-unknown = الناشر غير معروف
report-name = الاسم
report-kind = النوع
report-spellings = صيغ الاسم
report-mentions = الإشارات
report-proposed = مقترح
report-chains = { $count ->
    [zero] لا سلسلة مستقلة
    [one] سلسلة مستقلة واحدة
    [two] سلسلتان مستقلتان
    [few] { $count } سلاسل مستقلة
    [many] { $count } سلسلة مستقلة
   *[other] { $count } سلسلة مستقلة
}
report-verdict-by = { $analyst } · { $at } · الثقة: { $confidence }
report-verdict-reopened = { $analyst } · { $at } · الثقة: { $confidence } · أُعيد فتحه لاحقًا
