# لماذا تستحق العبارة التحقق أو لا تستحقه.
evidence-worth-number = فيها عدد
evidence-worth-date = فيها تاريخ
evidence-worth-source = مصدرها مذكور
evidence-worth-event = تخبر بوقوع شيء
evidence-worth-actor = تتعلق بمنصب أو جهة أو دولة
evidence-worth-name = تسمي أشخاصًا أو أماكن أو جهات
evidence-worth-length = طولها
evidence-worth-question = صيغتها سؤال
evidence-worth-exclamation = صيغتها تعجب
evidence-worth-first-person = يتحدث كاتبها عن نفسه أو عن «نحن»
evidence-worth-address = تخاطب القارئ
evidence-worth-spoken = ألفاظها ألفاظ الكلام لا الخبر
evidence-worth-opinion = فيها حكم أو حث
evidence-worth-furniture = من أثاث الصفحة لا من المقال
evidence-worth-quoted = تنقل ألفاظًا يمكن مقارنتها
evidence-worth-supposed = مفترضة لا مقررة
