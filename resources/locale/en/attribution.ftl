# Why somebody is said to have said something.
evidence-said-cue = A word of saying: “{ $cue }”
evidence-said-direct = The words stand in quotation marks or after a colon
evidence-said-indirect = A clause with “that” follows
evidence-said-governed = The verb brings what is said as a noun
evidence-said-according = The source is named with “according to”
evidence-said-speaker-after = The speaker follows the verb: { $speaker }
evidence-said-speaker-before = The speaker stands before the verb: { $speaker }
evidence-said-speaker-clause = The speaker is the subject of the same sentence
evidence-said-speaker-carried = The verb names nobody; the last speaker was { $speaker }
evidence-said-speaker-relayed = One relays the words of another: { $speaker }
