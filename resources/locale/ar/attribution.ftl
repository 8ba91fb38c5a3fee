# لماذا يُنسب القول إلى قائله.
evidence-said-cue = لفظ من ألفاظ القول: «{ $cue }»
evidence-said-direct = الكلام بين علامتي اقتباس أو بعد نقطتين
evidence-said-indirect = تليه جملة بـ«أن» أو «إن»
evidence-said-governed = جاء مضمون القول اسمًا متعلقًا بالفعل
evidence-said-according = المصدر مذكور بلفظ مثل «وفق» أو «بحسب»
evidence-said-speaker-after = القائل بعد الفعل: { $speaker }
evidence-said-speaker-before = القائل قبل الفعل: { $speaker }
evidence-said-speaker-clause = القائل هو فاعل الجملة نفسها
evidence-said-speaker-carried = لم يُذكر القائل مع الفعل، وآخر من تكلم { $speaker }
evidence-said-speaker-relayed = كلام منقول عن قائله: { $speaker }
