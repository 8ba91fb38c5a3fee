# The place of people, places, bodies and events.

entities-list = List of entities
entities-search = Search names in every spelling
entities-count = { $count ->
    [one] 1 entity
   *[other] { $count } entities
}
entities-all-kinds = All kinds
entities-order-use = Most mentioned
entities-order-name = By name
entities-order-spread = Most widespread
entities-new = Create “{ $name }”
entities-mentions = Mentions
entities-counts = { $kind } · { $mentions ->
    [one] 1 mention
   *[other] { $mentions } mentions
} · { $documents ->
    [one] 1 article
   *[other] { $documents } articles
}
entities-use = { $mentions ->
    [0] No mentions
   *[other] { $mentions } in { $documents ->
        [one] 1 article
       *[other] { $documents } articles
    }
}

entities-name = Canonical name
entities-name-latin = Name in Latin letters
entities-rename = Edit the name
entities-spellings = Spellings
entities-add-alias = Add a spelling…
entities-ids = External identifiers
entities-add-id = e.g. Q58217…
entities-bad-id = “{ $typed }” is no identifier: type a Wikidata number such as Q58217, or “scheme:value”
entities-take-off = Remove “{ $text }”
entities-note-title = Note
entities-note = Add a note…
entities-merge = Merge with…
entities-merge-title = Which entity is the same? Its mentions and spellings come here
entities-merge-hint = Type any spelling of its name
entities-split = Split…
entities-split-title = Tick the spellings or mentions that are another entity
entities-split-name = Name of the new entity
entities-split-do = { $count ->
    [0] Split
    [one] Split off 1 mention
   *[other] Split off { $count } mentions
}
entities-remove = Remove entity

entities-pair-title = Are they one?
entities-pair-place = { $place } of { $total }
entities-pair-line = { $names } · { $percent }%
entities-pair-next = Next names
entities-pair-previous = Previous names
entities-show-proposals = Show names that may be one
entities-proposals = { $count ->
    [0] No names wait for your word
    [one] 1 group of names may be one
   *[other] { $count } groups of names may be one
}
entities-cluster-names = Names
entities-cluster-keep = takes the others over
entities-cluster-ticked = { $ticked } of { $total } ticked
entities-cluster-apart = Not this one, for good
entities-cluster-told-apart = Not joined: an analyst told it apart from { $name }
entities-cluster-unlike = Not joined with { $name }: { $why }
entities-cluster-not-joined = Not joined
entities-cluster-two = Tick at least two names to decide about them
entities-score = { $percent }%
entities-likeness = Likeness { $percent }%
entities-for = speaks for it
entities-against = speaks against it
entities-accept-all = Accept all above a score…
entities-accept-all-title = Merge everything above a score
entities-accept-all-score = From a likeness of
entities-accept-all-do = { $count ->
    [0] Nothing above this score
    [one] Merge 1 group
   *[other] Merge { $count } groups
}
entities-accepted = { $count ->
    [0] Nothing was merged
    [one] 1 group of names was merged
   *[other] { $count } groups of names were merged
}
entities-accept-left = { $count ->
    [one] 1 group is left: its names changed meanwhile; it will be proposed again
   *[other] { $count } groups are left: their names changed meanwhile; they will be proposed again
}
undo-entities-accept-all = merging groups of names ({ $count })

entities-empty = No entities yet
entities-empty-next = Accept the proposed names in the articles, or link a name to an entity while reading.
entities-none-chosen = Choose an entity from the list to see its spellings and mentions

group-entities = Entities
