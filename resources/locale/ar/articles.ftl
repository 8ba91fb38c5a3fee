encoding-basis-declared = الصفحة نفسها تسمّي ترميزها
encoding-basis-format = صيغة الملف نفسها تحدد حروفه
# Formats that articles are read from.
article-format-txt = نص عادي
article-format-html = صفحة ويب
article-format-mhtml = صفحة ويب محفوظة (MHTML)
article-format-jsonl = سجلات JSON
article-format-csv = جدول CSV
article-format-xlsx = مصنّف إكسل
article-format-docx = مستند وورد
article-format-pdf = ملف PDF
article-format-epub = كتاب EPUB
# How a particular of an article (its title, outlet, author, date) was found.
found-schema = وصفته الصفحة لمحركات البحث
found-meta = مذكور في رأس الصفحة
found-time = معلَّم في الصفحة بوصفه وقتًا
found-shown = ظاهر في الصفحة
found-window-title = من عنوان نافذة الصفحة
found-column = من عموده في الجدول
found-properties = من خصائص المستند
# Why a column of a table is taken for something.
column-by-name = بدلالة اسم العمود
column-by-content = بدلالة محتوى العمود
# What an import of articles left out or changed.
finding-turning-name = حُذفت من الاسم «{ $name }» علامات تقلب اتجاه النص ({ $where }).
finding-tags = كان في النص وسوم HTML، فأُبقي ما تُظهره وحده ({ $where }).
finding-date = لم يُفهم التاريخ «{ $value }» ({ $where }).
finding-no-article = لم يتميّز المقال في الصفحة، فأُخذ كل ما تُظهره ({ $where }).
finding-picture-pages = هذه الصفحات صور بلا نص، فتُركت: { $pages } ({ $where }).
finding-lost-letters = { $count ->
    [zero] عُرفت كل الحروف ({ $where }).
    [one] لم يُعرف حرف واحد، فوُضع � مكانه ({ $where }).
    [two] لم يُعرف حرفان، فوُضع � مكانهما ({ $where }).
    [few] لم تُعرف { $count } أحرف، فوُضع � مكانها ({ $where }).
    [many] لم يُعرف { $count } حرفًا، فوُضع � مكانها ({ $where }).
   *[other] لم يُعرف { $count } حرف، فوُضع � مكانها ({ $where }).
}
finding-notes = { $count ->
    [zero] لا حواشي في المستند ({ $where }).
    [one] حاشية واحدة في آخر النص، مظللة لأنها ليست من المقال ({ $where }).
    [two] حاشيتان في آخر النص، مظللتان لأنهما ليستا من المقال ({ $where }).
    [few] { $count } حواشٍ في آخر النص، مظللة لأنها ليست من المقال ({ $where }).
    [many] { $count } حاشية في آخر النص، مظللة لأنها ليست من المقال ({ $where }).
   *[other] { $count } حاشية في آخر النص، مظللة لأنها ليست من المقال ({ $where }).
}
# Articles that repeat others.
copy-skip = لا يُستورد
copy-keep = يُحفظ مقالًا مستقلًا
copy-link = يُحفظ مربوطًا بأصله
copy-same-text = النص نفسه حرفًا بحرف
copy-shared-of-this = { $share }٪ من تتابعات كلماته واردة في المقال الآخر
copy-shared-of-other = { $share }٪ من تتابعات كلمات المقال الآخر واردة فيه
