# لماذا قد يكون هذا الموضع اسما
mention-known = اسم في المشروع
mention-known-sound = رسم آخر للاسم «{ $name }» في المشروع
mention-gazetteer = اسم معروف في القوائم المرفقة
mention-known-part = كلمة ترد في الأسماء
mention-unknown-word = كلمة ليست من مفردات اللغة المعتادة
mention-foreign-letters = مكتوب بحروف لاتينية
mention-title = يسبقه منصب أو مهنة
mention-reporting-verb = يسبقه فعل قول
mention-body-word = تسبقه كلمة تدل على هيئة أو وسيلة إعلام
mention-body-head = يبدأ بكلمة تدل على هيئة
mention-place-word = تسبقه كلمة تدل على مكان
mention-work-word = تسبقه كلمة تدل على عنوان
mention-quoted = بين علامتي تنصيص
mention-repeated = جزء من اسم كامل في المقال
mention-short-of = اختصار للاسم «{ $name }»
mention-spelling-of = رسم آخر للاسم «{ $name }»
mention-office-of = المنصب نفسه الذي قُدّم به «{ $name }»
