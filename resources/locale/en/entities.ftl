# The place of people, places, bodies and events.

entities-mentions = Mentions
entities-counts = { $kind } · { $mentions ->
    [one] 1 mention
   *[other] { $mentions } mentions
} · { $documents ->
    [one] 1 article
   *[other] { $documents } articles
}
entities-likeness = Are they one? Likeness { $percent }%
entities-for = speaks for it
entities-against = speaks against it
