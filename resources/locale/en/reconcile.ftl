# Why the program takes two reports for one, two names for one person, two accounts for a conflict.

evidence-shared-words = Shared words: { $words }
evidence-shared-quote = The same quoted words in both: “{ $quote }”
evidence-shared-number = The same number of the same thing: { $a } / { $b }
evidence-shared-names = Both name: { $names }
evidence-other-names = They share none of their names: { $a } ⇄ { $b }
evidence-other-rank = Another of a row: { $a } ⇄ { $b }
evidence-other-place = Another place of the kind: { $a } ⇄ { $b }
evidence-other-turn = What happens in turn: { $a } ⇄ { $b }
evidence-time-unknown = The date of one of them is not known
evidence-time-meets = The dates in the two texts are the same or overlap
evidence-time-near = Published close together (days between: { $days })
evidence-time-far = Far apart in time (days between: { $days })

evidence-when-unresolved = A date that cannot be resolved
evidence-when-same = The same date: { $a }
evidence-when-apart = Dates that cannot both be right: { $a } ⇄ { $b } (days between: { $days })
evidence-when-inside = One date lies within the other: { $a } / { $b }
evidence-when-overlap = Periods that overlap: { $a } / { $b }

evidence-order-same = The same order: { $a } / { $b }
evidence-order-near = One says together, the other one after the other: { $a } / { $b }
evidence-order-said = It may have been said before and after: { $a } / { $b }
evidence-order-apart = The two events in contrary order: { $a } ⇄ { $b }
evidence-order-during = One has it during the other event, the other account apart from it: { $a } ⇄ { $b }

evidence-number-same = The same number: { $a } / { $b }
evidence-number-apart = Numbers that cannot both be right: { $a } ⇄ { $b }
evidence-number-allows = The numbers do not contradict each other: { $a } / { $b }
evidence-number-exchanged = The same sum in two currencies: { $a } / { $b }
evidence-unit-other = Different things are counted: { $a } / { $b }

evidence-polarity-apart = One affirms what the other denies
evidence-certainty-apart = The accounts differ in how sure they are
evidence-opposed = Words that exclude each other: { $a } ⇄ { $b }

evidence-place-same = The same place: { $a }
evidence-place-inside = One place lies in the other: { $a } / { $b }
evidence-place-apart = Different places: { $a } ⇄ { $b }

evidence-speaker-same = The same speaker: { $a }
evidence-speaker-unclear = It is not clear whether the speaker is the same: { $a } / { $b }
evidence-speaker-state = One speaks for the other: { $a } / { $b }
evidence-speaker-apart = The words are put in two mouths: { $a } ⇄ { $b }

evidence-authority-same = The same source: { $a }
evidence-authority-unclear = It is not clear whether the source is the same: { $a } / { $b }
evidence-authority-chains = Two chains of the same news: { $a } / { $b }
evidence-authority-apart = The news rests on two different sources: { $a } ⇄ { $b }

evidence-wording-same = The same words, spelling aside
evidence-wording-close = The words are close: { $a } / { $b }
evidence-wording-part = One quotation is longer: { $words }
evidence-wording-apart = The words differ: { $a } ⇄ { $b }

evidence-judged-shared = Words that both hold: { $a }
evidence-judged-left = Words of one side only: { $a } ⇄ { $b }
evidence-judged-replaced = One word in place of another: { $a } ⇄ { $b }
evidence-judged-meaning = Words that may mean the same: { $a } / { $b }
evidence-judged-class = Two of a kind, which exclude each other: { $a } ⇄ { $b }
evidence-judged-turned = The two have changed roles: { $a } ⇄ { $b }
evidence-judged-figures = Figures of one side only: { $a } ⇄ { $b }
evidence-judged-negation = A negation on one side only: { $a }
evidence-judged-reversal = One side refuses, denies or ends what the other tells: { $a }
evidence-judged-word = A word of one side only: { $a }

evidence-chains = Independent chains: { $count }

evidence-entity-spelling = Form of the name: { $a } / { $b }
evidence-entity-short = { $a } is short for { $b }, and nobody else here bears the name
evidence-entity-short-unclear = { $a } may be { $b } or someone else
evidence-entity-external = The same external identifier
evidence-entity-external-other = Different external identifiers
evidence-entity-kind = Of different kinds
evidence-entity-other-first = Other first names: { $a } ⇄ { $b }
evidence-entity-together = Named together in one sentence (sentences: { $count })
evidence-entity-never-together = In one article, but never in one sentence
evidence-entity-titles = The same title: { $titles }
evidence-entity-company = Named in the same company (names: { $count })
evidence-entity-told-apart = An analyst decided that they are two
