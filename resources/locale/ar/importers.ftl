# How the encoding of a text file was decided.
encoding-basis-mark = يبدأ الملف بعلامة ترتيب البايتات
encoding-basis-valid = البايتات سليمة بترميز UTF-8
encoding-basis-statistics = الحروف والكلمات حروف نص عربي وكلماته
encoding-basis-analyst = اختاره المحلل

# What an import left out or changed.
finding-moved = ‏{ $where }: لم تقع كلمات { $label } «{ $words }» حيث يقول الملف، فعُثر على موضعها بنصها
finding-not-found = ‏{ $where }: كلمات { $label } «{ $words }» ليست في النص، فتُركت
finding-outside = ‏{ $where }: يقع { $label } خارج النص، فتُرك
finding-empty = ‏{ $where }: لا كلمات تحت { $label }، فتُرك
finding-gap-closed = ‏{ $where }: كانت الإشارة «{ $words }» ({ $label }) متقطعة فصارت مقطعًا واحدًا
finding-slot-alone = ‏{ $where }: لا ينتمي «{ $words }» ({ $label }) إلى أي ادعاء، فتُرك
finding-no-rule = لا قاعدة تبيّن ما الوسم { $label }: { $count ->
    [zero] لم تُترك أي علامة
    [one] تُركت علامة واحدة
    [two] تُركت علامتان
    [few] تُركت { $count } علامات
    [many] تُركت { $count } علامة
   *[other] تُركت { $count } علامة
}
finding-ignored = لا يُؤخذ الوسم { $label }: { $count ->
    [zero] لا علامات
    [one] علامة واحدة
    [two] علامتان
    [few] { $count } علامات
    [many] { $count } علامة
   *[other] { $count } علامة
}
finding-link-ignored = لا تُؤخذ العلاقة { $label }: { $count ->
    [zero] لا روابط
    [one] رابط واحد
    [two] رابطان
    [few] { $count } روابط
    [many] { $count } رابطًا
   *[other] { $count } رابط
}
finding-link-loose = لا تربط العلاقة { $label } ادعاءً بجزء منه: { $count ->
    [zero] لم يُترك أي رابط
    [one] تُرك رابط واحد
    [two] تُرك رابطان
    [few] تُركت { $count } روابط
    [many] تُرك { $count } رابطًا
   *[other] تُرك { $count } رابط
}
finding-entity-look = بقي { $name } كيانًا مستقلًا مع أنه قد يكون { $other }: ستسأل المطابقة عن ذلك
undo-intake = استيراد { $count ->
    [zero] لا مقالات
    [one] مقال موسوم واحد
    [two] مقالين موسومين
    [few] { $count } مقالات موسومة
    [many] { $count } مقالًا موسومًا
   *[other] { $count } مقال موسوم
}
finding-entity-nameless = ‏{ $where }: بلا اسم، فتُرك
undo-authority = استيراد { $count ->
    [zero] لا كيانات
    [one] كيان واحد
    [two] كيانين
    [few] { $count } كيانات
    [many] { $count } كيانًا
   *[other] { $count } كيان
}
