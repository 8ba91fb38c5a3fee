# How the encoding of a text file was decided.
encoding-basis-mark = يبدأ الملف بعلامة ترتيب البايتات
encoding-basis-valid = البايتات سليمة بترميز UTF-8
encoding-basis-statistics = الحروف والكلمات حروف نص عربي وكلماته
encoding-basis-analyst = اختاره المحلل
