# لماذا يعدّ البرنامج خبرين خبرًا واحدًا، أو اسمين لشخص واحد، أو روايتين متعارضتين.

evidence-shared-words = ألفاظ مشتركة: { $words }
evidence-shared-quote = كلام منقول بلفظه في الاثنين: «{ $quote }»
evidence-shared-number = العدد نفسه لمعدود واحد: { $a } / { $b }
evidence-shared-names = يذكران معًا: { $names }
evidence-other-names = أسماء لا يشتركان في شيء منها: { $a } ⇄ { $b }
evidence-other-rank = رتبة أخرى في السلسلة: { $a } ⇄ { $b }
evidence-other-place = مكان آخر من نوعه: { $a } ⇄ { $b }
evidence-other-turn = حدثان يتعاقبان: { $a } ⇄ { $b }
evidence-time-unknown = لا يُعرف تاريخ أحدهما
evidence-time-meets = التاريخ المذكور في النصين واحد أو متداخل
evidence-time-near = نُشرا في وقت متقارب (الفارق بالأيام: { $days })
evidence-time-far = بينهما زمن طويل (الفارق بالأيام: { $days })

evidence-when-unresolved = تاريخ لا يمكن تحديده
evidence-when-same = التاريخ نفسه: { $a }
evidence-when-apart = تاريخان لا يجتمعان: { $a } ⇄ { $b } (الفارق بالأيام: { $days })
evidence-when-inside = أحد التاريخين ضمن الآخر: { $a } / { $b }
evidence-when-overlap = فترتان متداخلتان: { $a } / { $b }

evidence-order-same = الترتيب نفسه: { $a } / { $b }
evidence-order-near = أحدهما يجعلهما متزامنين والآخر متعاقبين: { $a } / { $b }
evidence-order-said = قد يكون القول تكرر قبله وبعده: { $a } / { $b }
evidence-order-apart = ترتيب الحدثين متعاكس: { $a } ⇄ { $b }
evidence-order-during = رواية تجعله أثناء الحدث الآخر وأخرى خارجه: { $a } ⇄ { $b }

evidence-number-same = العدد نفسه: { $a } / { $b }
evidence-number-apart = عددان لا يجتمعان: { $a } ⇄ { $b }
evidence-number-allows = العددان لا يتعارضان: { $a } / { $b }
evidence-number-exchanged = المبلغ نفسه بعملتين: { $a } / { $b }
evidence-unit-other = المعدود مختلف: { $a } / { $b }

evidence-polarity-apart = أحدهما يثبت والآخر ينفي
evidence-certainty-apart = درجة اليقين تختلف بين الروايتين
evidence-opposed = لفظان متضادان: { $a } ⇄ { $b }

evidence-place-same = المكان نفسه: { $a }
evidence-place-inside = أحد المكانين داخل الآخر: { $a } / { $b }
evidence-place-apart = مكانان مختلفان: { $a } ⇄ { $b }

evidence-speaker-same = القائل نفسه: { $a }
evidence-speaker-unclear = لا يتبيّن هل القائل واحد: { $a } / { $b }
evidence-speaker-state = أحد القائلَين يتحدث باسم الآخر أو نيابة عنه: { $a } / { $b }
evidence-speaker-apart = الكلام منسوب إلى قائلَين: { $a } ⇄ { $b }

evidence-authority-same = المصدر نفسه: { $a }
evidence-authority-unclear = لا يتبيّن هل المصدر واحد: { $a } / { $b }
evidence-authority-chains = طريقان للخبر نفسه: { $a } / { $b }
evidence-authority-apart = يستند الخبر إلى مصدرين مختلفين: { $a } ⇄ { $b }

evidence-wording-same = اللفظ نفسه، ما عدا طريقة الكتابة
evidence-wording-close = الألفاظ متقاربة: { $a } / { $b }
evidence-wording-part = أحد الاقتباسين أطول: { $words }
evidence-wording-apart = الألفاظ تختلف: { $a } ⇄ { $b }

evidence-judged-shared = ألفاظ في النصين: { $a }
evidence-judged-left = ألفاظ في أحدهما دون الآخر: { $a } ⇄ { $b }
evidence-judged-replaced = لفظ حلّ محلّ آخر: { $a } ⇄ { $b }
evidence-judged-meaning = لفظان قد يتفقان في المعنى: { $a } / { $b }
evidence-judged-class = من صنف واحد ولا يجتمعان: { $a } ⇄ { $b }
evidence-judged-turned = تبادل الطرفان الدور: { $a } ⇄ { $b }
evidence-judged-figures = أرقام في أحدهما دون الآخر: { $a } ⇄ { $b }
evidence-judged-negation = نفي في أحدهما دون الآخر: { $a }
evidence-judged-reversal = يرفض أحدهما ما يرويه الآخر أو ينفيه أو ينهيه: { $a }
evidence-judged-word = لفظ في أحدهما دون الآخر: { $a }

evidence-chains = عدد الطرق المستقلة: { $count }

evidence-entity-spelling = شكل الاسم: { $a } / { $b }
evidence-entity-short = { $a } اختصار { $b }، ولا يحمل هذا الاسم غيره هنا
evidence-entity-short-unclear = { $a } قد يكون { $b } أو غيره
evidence-entity-external = المعرّف الخارجي نفسه
evidence-entity-external-other = معرّفان خارجيان مختلفان
evidence-entity-kind = النوع مختلف
evidence-entity-other-first = الاسم الأول مختلف: { $a } ⇄ { $b }
evidence-entity-together = ذُكرا معًا في جملة واحدة (عدد الجمل: { $count })
evidence-entity-never-together = يردان في مقال واحد ولا يجتمعان في جملة
evidence-entity-titles = اللقب نفسه: { $titles }
evidence-entity-company = يُذكران مع الأسماء نفسها (عددها: { $count })
evidence-entity-told-apart = قرّر محلل أنهما كيانان مختلفان
