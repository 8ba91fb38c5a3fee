# ما يجده فحص المشروع.
check-body-changed = النص المحفوظ لأحد المقالات ليس هو النص المستورد.
check-body-missing = نص أحد المقالات مفقود.
check-span-moved = لم يعد «{ $quote }» في الموضع الذي عُلِّم فيه ({ $table }).
check-index-stale = فهرس البحث لا يطابق أحد المقالات، ويُعاد بناؤه عند إصلاح المشروع.
check-row-missing = صف مفقود من جدول { $table }.
check-row-changed = صف في جدول { $table } يخالف ما في السجل.
check-row-stray = صف في جدول { $table } لا أثر له في السجل.
check-chain-broken = عُدِّل السجل من خارج البرنامج ({ $row }).
check-chain-cut = آخر السجل مفقود ({ $row }).
check-op-stray = قيد في السجل لا ينتمي إلى أي تعديل ({ $row }).
check-sqlite = تفيد قاعدة البيانات بوجود تلف: { $detail }
check-unreadable = تعذرت قراءة جزء من الملف: { $detail }
