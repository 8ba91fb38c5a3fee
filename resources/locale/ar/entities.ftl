# The place of people, places, bodies and events.

entities-mentions = المواضع
entities-counts = { $kind } · { $mentions ->
    [zero] بلا مواضع
    [one] موضع واحد
    [two] موضعان
    [few] { $mentions } مواضع
    [many] { $mentions } موضعًا
   *[other] { $mentions } موضع
} · { $documents ->
    [zero] بلا مقالات
    [one] مقال واحد
    [two] مقالان
    [few] { $documents } مقالات
    [many] { $documents } مقالًا
   *[other] { $documents } مقال
}
entities-likeness = هل هما واحد؟ درجة الشبه { $percent }٪
entities-for = دليل معه
entities-against = دليل ضده
