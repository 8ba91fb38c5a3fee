# How a date was resolved (ids stand in DateFound.how) and what proves a publication date.

date-how-absolute = تاريخ مكتمل في النص
date-how-hijri = تاريخ هجري محوّل بتقويم أم القرى
date-how-hijri-arithmetic = تاريخ هجري خارج جداول أم القرى، محوّل بالحساب وقد يختلف يومًا أو يومين
date-how-nearest-year = السنة غير مذكورة، فأُخذت السنة التي تقرّبه من تاريخ النشر
date-how-same-year = السنة غير مذكورة، فأُخذت سنة النشر
date-how-next-announced = السنة غير مذكورة والفعل للمستقبل، فأُخذ أقرب موعد بعد النشر
date-how-since = السنة غير مذكورة، وما هو قائم منذ ذلك الحين ماضٍ، فأُخذ آخر تاريخ كهذا قبل النشر
date-how-relative = محسوب من تاريخ النشر
date-how-weekday-latest = يوم من الأسبوع بلا تاريخ: آخر يوم بهذا الاسم حتى تاريخ النشر
date-how-weekday-next = يوم من الأسبوع لموعد مقبل: أول يوم بهذا الاسم بعد النشر
date-how-weekday-corrects = اليوم المسمّى لا يوافق تاريخ النشر المسجَّل، فاعتُمد اليوم المسمّى
date-how-story = محسوب من التاريخ المذكور قبله في الخبر
date-how-other-event = محسوب من حدث آخر لا من تاريخ النشر، فلم يُحدَّد
date-how-event-name = اسم حدث أو مكان سُمّي بيوم، لا تاريخ من السنة الجارية
date-how-vague = مدة غير محددة، فلم تُحسب
date-how-no-publication = تاريخ النشر غير معروف، فلا يُحدَّد تاريخ نسبي
date-how-no-such-day = لا يوجد يوم كهذا في التقويم
date-how-before-christ = سنة قبل الميلاد لا يبلغها التقويم، فلم تُحدَّد
date-bound-since = ما يُروى بدأ في هذا التاريخ
date-bound-until = ما يُروى ممتدّ إلى هذا التاريخ
date-bound-before = ما يُروى سابق لهذا التاريخ
date-bound-after = ما يُروى لاحق لهذا التاريخ
evidence-published-today = «{ $words }» تثبت أن النشر كان في { $date }
evidence-published-line = سطر يحمل التاريخ: { $words }
evidence-published-weekday = «{ $day }» يقع مرة واحدة في المدة «{ $range }»: { $date }
