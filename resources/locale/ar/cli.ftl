# The command line.
cli-about = اقرأ الأخبار العربية، وسِم الادعاءات، وقارنها بين الناشرين. دون أمر: النافذة.
cli-commands = الأوامر
cli-json = الأجوبة بصيغة JSON، كائن في كل سطر
cli-analyst = من يعمل (يُحفظ مع كل تغيير)
cli-project = ملف المشروع، NAME.tawatur
cli-open = افتح النافذة على مشروع
cli-sample = على العينة المرفقة
cli-import = استورد مقالات؛ يُنشأ المشروع إن لم يكن موجودًا
cli-paths = ملفات ومجلدات ومحفوظات: مقالات، أو ملفات موسومة من أدوات أخرى، أو مشاريع مصدَّرة، أو قوائم كيانات
cli-outlet = ناشر هذه المقالات
cli-published = تاريخ نشرها، YYYY-MM-DD
cli-encoding = الترميز، إن كنت أدرى
cli-format = الصيغة
cli-import-reading = قراءة
cli-read-as = ‏{ $file }: قُرئ بصيغة { $format }
cli-import-entities = استورد قائمة كيانات تُطابَق مع كيانات المشروع
cli-entities-file = ملف CSV أو RDF/SKOS أو JSON من ويكي بيانات
cli-mapping = ما تصير إليه وسوم الأدوات الأخرى: ملف، أو اسم خريطة محفوظة
cli-save-mapping = اكتب الخريطة المستعملة في هذا الملف لتُعدَّل وتُعطى مع --mapping
cli-copies = ما يُفعل بمقال يكرر غيره (كما يُقترح، ما لم يُذكر)
cli-import-dry-run = اعرض ما يُستورد ولا تغيّر شيئًا
cli-export-dry-run = عُدّ ما تفقده الصيغة ولا تكتب شيئًا
cli-of-outlet = مقالات هذا الناشر فقط (يمكن تكراره)
cli-no-documents = لا مقال يطابق ما طُلب.
cli-counting = عدّ
cli-read-by = تقرؤها: { $readers }
cli-needs = تحتاج إلى: tawatur[{ $extra }]
cli-nothing-lost = لا يُفقد شيء.
cli-will-lose = سيُفقد:
cli-copy-skip = لم يُستورد: { $title } (النص نفسه في { $other })
cli-copy-link = رُبط: { $title }، منقول عن { $other }
cli-copy-keep = أُبقي مستقلًا: { $title }، مع أنه يكرر { $other }
cli-becomes-nothing = لا يُؤخذ
cli-becomes-claim = ادعاء: { $kind }
cli-becomes-mention = إشارة: { $kind }
cli-becomes-slot = خانة في ادعاء: { $kind }
cli-taken = ‏{ $file }: { $what }
cli-list-taken = ‏{ $file }: جديدة { $new }، مدموجة { $merge }، ينبغي النظر فيها { $look }، معروفة من قبل { $same }
cli-more-findings = … و{ $count ->
    [zero] لا ملاحظات أخرى
    [one] ملاحظة أخرى
    [two] ملاحظتان أخريان
    [few] { $count } ملاحظات أخرى
    [many] { $count } ملاحظة أخرى
   *[other] { $count } ملاحظة أخرى
}
entry-merge = مدموج
entry-new = جديد
entry-look = ينبغي النظر فيه
entry-same = معروف من قبل
entry-skip = متروك
cli-suggest = اقترح إشارات وادعاءات
cli-reconcile = اقترح كيانات ومجموعات أحداث وتعارضات
cli-conflicts = اعرض التعارضات مع قرائنها وأحكامها
cli-search = ابحث في نصوص المقالات مهما كان الرسم
cli-query = الكلمات المطلوبة
cli-export = صدّر المشروع
cli-destination = الملف الذي يُكتب؛ ولصيغ الملفات المتعددة مجلد، أو ملف ينتهي بـ .zip
cli-list = اعرض الصيغ وما لا تتسع له كل منها
cli-document = هذا المقال فقط (معرّفه؛ يمكن تكراره)
cli-reviewed-only = دون ما لم يؤكده محلل
cli-check = افحص الملف وطابق كل موضع مع اقتباسه
cli-evaluate = قِس جزءًا على بيانات موسومة
cli-gold = البيانات الموسومة، JSON Lines
cli-errors = اعرض ما أخطأ فيه
cli-demo = اقطع الطريق كله على العينة المرفقة دون شاشة
cli-demo-folder = حيث يوضع المشروع والصادرات والتقرير والصور
cli-cancelled = أُلغي الأمر؛ لم يتغير شيء.
cli-no-window = النافذة غير مثبتة. ثبّتها بالأمر: pip install "tawatur[gui]"
cli-imported = { $file }: قُرئ بترميز { $encoding } ({ $basis })
cli-nothing-imported = لم يُستورد شيء.
cli-suggested = المقترح: { $mentions ->
    [zero] لا إشارات
    [one] إشارة واحدة
    [two] إشارتان
    [few] { $mentions } إشارات
    [many] { $mentions } إشارة
   *[other] { $mentions } إشارة
}، { $claims ->
    [zero] لا ادعاءات
    [one] ادعاء واحد
    [two] ادعاءان
    [few] { $claims } ادعاءات
    [many] { $claims } ادعاءً
   *[other] { $claims } ادعاء
}.
cli-reconciled = الحصيلة: { $entities ->
    [zero] لا أزواج أسماء
    [one] زوج أسماء واحد
    [two] زوجا أسماء
    [few] { $entities } أزواج أسماء
    [many] { $entities } زوج أسماء
   *[other] { $entities } زوج أسماء
}، { $groups ->
    [zero] لا مجموعات أحداث
    [one] مجموعة أحداث واحدة
    [two] مجموعتا أحداث
    [few] { $groups } مجموعات أحداث
    [many] { $groups } مجموعة أحداث
   *[other] { $groups } مجموعة أحداث
}، { $conflicts ->
    [zero] لا تعارضات
    [one] تعارض واحد
    [two] تعارضان
    [few] { $conflicts } تعارضات
    [many] { $conflicts } تعارضًا
   *[other] { $conflicts } تعارض
}.
cli-not-held = لا تتسع لـ:
cli-export-usage = سمِّ المشروع والصيغة والملف الذي يُكتب؛ ولا حاجة إلى ملف مع --dry-run؛ و--list لعرض الصيغ.
cli-exported = { $file }: { $documents ->
    [zero] لا مقالات
    [one] مقال واحد
    [two] مقالان
    [few] { $documents } مقالات
    [many] { $documents } مقالًا
   *[other] { $documents } مقال
}؛ ما طوبق بنصه فصحّ: { $spans ->
    [zero] لا مواضع
    [one] موضع واحد
    [two] موضعان
    [few] { $spans } مواضع
    [many] { $spans } موضعًا
   *[other] { $spans } موضع
}
cli-checked = كل شيء سليم.
demo-imported = المستورد إلى { $project }: { $count ->
    [zero] لا مقالات
    [one] مقال واحد
    [two] مقالان
    [few] { $count } مقالات
    [many] { $count } مقالًا
   *[other] { $count } مقال
}
demo-annotated = قُبل المقترح: { $claims ->
    [zero] لا ادعاءات
    [one] ادعاء واحد
    [two] ادعاءان
    [few] { $claims } ادعاءات
    [many] { $claims } ادعاءً
   *[other] { $claims } ادعاء
}، { $mentions ->
    [zero] لا إشارات
    [one] إشارة واحدة
    [two] إشارتان
    [few] { $mentions } إشارات
    [many] { $mentions } إشارة
   *[other] { $mentions } إشارة
}، { $entities ->
    [zero] لا كيانات
    [one] كيان واحد
    [two] كيانان
    [few] { $entities } كيانات
    [many] { $entities } كيانًا
   *[other] { $entities } كيان
}؛ ودُمج: { $joined ->
    [zero] لا أزواج أسماء
    [one] زوج أسماء واحد
    [two] زوجا أسماء
    [few] { $joined } أزواج أسماء
    [many] { $joined } زوج أسماء
   *[other] { $joined } زوج أسماء
}
demo-reconciled = متروك لحكمك: { $groups ->
    [zero] لا مجموعات أحداث
    [one] مجموعة أحداث واحدة
    [two] مجموعتا أحداث
    [few] { $groups } مجموعات أحداث
    [many] { $groups } مجموعة أحداث
   *[other] { $groups } مجموعة أحداث
}، { $conflicts ->
    [zero] لا تعارضات
    [one] تعارض واحد
    [two] تعارضان
    [few] { $conflicts } تعارضات
    [many] { $conflicts } تعارضًا
   *[other] { $conflicts } تعارض
}
demo-exported = { $file } (ما طوبق بنصه فصحّ: { $spans ->
    [zero] لا مواضع
    [one] موضع واحد
    [two] موضعان
    [few] { $spans } مواضع
    [many] { $spans } موضعًا
   *[other] { $spans } موضع
})
demo-not-exported = لم تُصدَّر: { $format } (تحتاج إلى الإضافة «{ $extra }»)
demo-checked = فُحص المشروع: { $findings ->
    [zero] لا ملاحظات
    [one] ملاحظة واحدة
    [two] ملاحظتان
    [few] { $findings } ملاحظات
    [many] { $findings } ملاحظة
   *[other] { $findings } ملاحظة
}
demo-pictured = { $count ->
    [zero] لا لقطات شاشة
    [one] لقطة شاشة واحدة
    [two] لقطتا شاشة
    [few] { $count } لقطات شاشة
    [many] { $count } لقطة شاشة
   *[other] { $count } لقطة شاشة
} في { $folder }
demo-no-window = لا لقطات شاشة: النافذة غير مثبتة.
cli-accept = اقبل كل المقترح خطوة واحدة يمكن التراجع عنها
cli-groups = اعرض مجموعات الأحداث: من يرويها، وكم طريقًا مستقلًا يحملها
cli-least-outlets = ما يرويه هذا العدد من الناشرين أو أكثر
cli-sample-of = عينة بهذا العدد من المجموعات لتُقرأ
cli-seed = بذرة العينة: البذرة نفسها تعطي المجموعات نفسها
cli-of-kind = التعارضات من هذا النوع فقط
cli-of-state = المفتوح منها أو المؤجل أو المحسوم أو المحسوم الذي زال تعارضه فقط
cli-lapsed = زال التعارض: عُدّلت الادعاءات أو حُذفت بعد الحكم. الحكم محفوظ.
cli-of-entity = ما يخص هذا الكيان فقط (اسمه أو معرّفه)
cli-of-one-outlet = ما يشارك فيه هذا الناشر فقط
cli-of-document = ما يشارك فيه هذا المستند فقط (معرّفه)
cli-since = ما يشارك فيه مقال نُشر في هذا اليوم أو بعده
cli-until = ما يشارك فيه مقال نُشر في هذا اليوم أو قبله
cli-decided-by = ما حكم فيه هذا المحلل أو حدّد أحد ادعاءاته
cli-accepted = المقبول: { $mentions ->
    [zero] لا إشارات
    [one] إشارة واحدة
    [two] إشارتان
    [few] { $mentions } إشارات
    [many] { $mentions } إشارة
   *[other] { $mentions } إشارة
}، { $claims ->
    [zero] لا ادعاءات
    [one] ادعاء واحد
    [two] ادعاءان
    [few] { $claims } ادعاءات
    [many] { $claims } ادعاءً
   *[other] { $claims } ادعاء
}.
