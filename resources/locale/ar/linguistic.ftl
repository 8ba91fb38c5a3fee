# صيغ اللسانيات.
format-cas-xmi = ‏UIMA CAS XMI
format-cas-xmi-what = ملف لكل مقال مع منظومة أنواعه، لبرنامجَي INCEpTION وDKPro
format-cas-json = ‏UIMA CAS JSON
format-cas-json-what = ملف لكل مقال وأنواعه فيه، لبرنامجَي INCEpTION وdkpro-cassis
format-brat = ‏brat
format-brat-what = نص وتوسيمات لكل مقال مع الإعدادات، لبرنامج brat
format-webanno-tsv = ‏WebAnno TSV 3.3
format-webanno-tsv-what = ملف لكل مقال وسطر لكل كلمة، لبرنامجَي WebAnno وINCEpTION
format-conll = ‏CoNLL بوسوم BIO
format-conll-what = ملف واحد، سطر لكل كلمة، والأسماء والادعاءات موسومة، للتدريب والإحصاء
format-spacy = ‏spaCy DocBin
format-spacy-what = مستندات spaCy بكيانات ومجموعات مقاطع، للتدريب وخطوط المعالجة
loss-controls = محارف التحكم التي لا تحتملها XML (يصير كل منها �)
loss-cut-mentions = إشارات تبدأ أو تنتهي داخل كلمة
loss-cut-claims = ادعاءات تبدأ أو تنتهي داخل كلمة: تصير كلمات كاملة
loss-claim-notes = ملاحظات على الادعاءات
loss-blank = مقالات بلا كلمات

# ما جاء به ملف موسوم ثم تُرك.
finding-layer-left-out = { $count ->
    [zero] لم يُترك شيء من الطبقة { $layer }
    [one] تُرك توسيم واحد من الطبقة { $layer }
    [two] تُرك توسيمان من الطبقة { $layer }
    [few] تُركت { $count } توسيمات من الطبقة { $layer }
    [many] تُرك { $count } توسيمًا من الطبقة { $layer }
   *[other] تُرك { $count } توسيم من الطبقة { $layer }
}
finding-added-elsewhere = أُضيف إلى ادعاء في برنامج آخر ({ $layer })، فتُرك
finding-no-claim = لا ينتمي إلى أي ادعاء ({ $layer })، فتُرك
finding-line = هذا السطر لا يوافق قواعد الصيغة، فتُرك
finding-text-made = الملف كلمات بلا نص: جُمعت النصوص بمسافات مفردة
