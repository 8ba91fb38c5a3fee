# How the encoding of a text file was decided.
encoding-basis-mark = the file begins with a byte-order mark
encoding-basis-valid = the bytes are valid UTF-8
encoding-basis-statistics = the letters and words are those of Arabic text
encoding-basis-analyst = chosen by the analyst

# What an import left out or changed.
finding-moved = { $where }: the words “{ $words }” of { $label } did not stand where the file says; found again by the words themselves
finding-not-found = { $where }: the words “{ $words }” of { $label } do not stand in the text; left out
finding-outside = { $where }: { $label } lies outside the text; left out
finding-empty = { $where }: { $label } has no words; left out
finding-gap-closed = { $where }: the mention “{ $words }” ({ $label }) stood in several parts; it became one stretch
finding-slot-alone = { $where }: “{ $words }” ({ $label }) belongs to no claim; left out
finding-no-rule = No rule says what the label { $label } is: { $count ->
    [one] one mark left out
   *[other] { $count } marks left out
}
finding-ignored = The label { $label } is not taken over: { $count ->
    [one] one mark
   *[other] { $count } marks
}
finding-link-ignored = The relation { $label } is not taken over: { $count ->
    [one] one link
   *[other] { $count } links
}
finding-link-loose = The relation { $label } does not tie a claim to a part of it: { $count ->
    [one] one link left out
   *[other] { $count } links left out
}
finding-entity-look = { $name } is kept apart, though it may be { $other }: reconciliation will ask
undo-intake = import of { $count ->
    [one] one annotated article
   *[other] { $count } annotated articles
}
finding-entity-nameless = { $where }: no name; left out
undo-authority = import of { $count ->
    [one] one entity
   *[other] { $count } entities
}
