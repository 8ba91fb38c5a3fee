# What an edit is called: shown beside “Undo” and “Redo”.
undo-document-add =
    { $count ->
        [one] adding “{ $title }”
       *[other] adding { $count } articles
    }
undo-document-describe = particulars of “{ $title }”
undo-document-remove = removing “{ $title }”
undo-residue-mark = marking as not part of the article: “{ $title }”
undo-residue-unmark = marking as part of the article: “{ $title }”
undo-claim-mark = marking the claim “{ $quote }”
undo-claim-kind = kind of the claim “{ $quote }”
undo-claim-note = note on the claim “{ $quote }”
undo-claim-spans = words of the claim “{ $quote }”
undo-claim-remove = removing the claim “{ $quote }”
undo-slot-set =
    { $slot ->
        [speaker] the speaker
        [via] the source quoted
        [who] “who”
        [what] “what”
        [when] “when”
        [where] “where”
        [how_many] “how many”
        [polarity] the polarity
        [certainty] the certainty
       *[other] a value
    } of the claim “{ $quote }”
undo-slot-confirm =
    confirming { $slot ->
        [speaker] the speaker
        [via] the source quoted
        [who] “who”
        [what] “what”
        [when] “when”
        [where] “where”
        [how_many] “how many”
        [polarity] the polarity
        [certainty] the certainty
       *[other] a value
    } of the claim “{ $quote }”
undo-slot-remove =
    removing { $slot ->
        [speaker] the speaker
        [via] the source quoted
        [who] “who”
        [what] “what”
        [when] “when”
        [where] “where”
        [how_many] “how many”
        [polarity] the polarity
        [certainty] the certainty
       *[other] a value
    } from the claim “{ $quote }”
undo-mention-mark = marking the mention “{ $quote }”
undo-mention-mark-all =
    { $count ->
        [one] marking one place as “{ $name }”
       *[other] marking { $count } places as “{ $name }”
    }
undo-mention-link =
    { $count ->
        [one] linking a mention to “{ $name }”
       *[other] linking { $count } mentions to “{ $name }”
    }
undo-mention-unlink =
    { $count ->
        [one] unlinking a mention
       *[other] unlinking { $count } mentions
    }
undo-mention-span = words of the mention “{ $quote }”
undo-mention-role = kind of the mention “{ $quote }”
undo-mention-remove = removing the mention “{ $quote }”
undo-entity-create = new entity “{ $name }”
undo-entity-describe = particulars of “{ $name }”
undo-entity-remove = removing the entity “{ $name }”
undo-entity-merge = merging into “{ $name }”
undo-entity-split = splitting “{ $name }”
undo-alias-add = adding the spelling “{ $alias }” of “{ $name }”
undo-alias-remove = removing the spelling “{ $alias }” of “{ $name }”
undo-external-id-add = adding the identifier { $id } of “{ $name }”
undo-external-id-remove = removing the identifier { $id } of “{ $name }”
undo-verdict =
    verdict “{ $choice ->
        [one_side] one account is right
        [edited] edited value
        [both_stand] both stand
        [different_events] different events
        [not_a_conflict] not a conflict
        [deferred] later
        [same_entity] the same entity
        [different_entities] different entities
       *[other] verdict
    }” on { $seen }
undo-verdict-alike =
    verdict “{ $choice ->
        [one_side] one account is right
        [edited] edited value
        [both_stand] both stand
        [different_events] different events
        [not_a_conflict] not a conflict
        [deferred] later
       *[other] verdict
    }” on { $count ->
        [one] one conflict
       *[other] { $count } conflicts that are alike
    }
undo-reopen = reopening { $seen }
undo-proposal-accept =
    { $count ->
        [one] accepting “{ $quote }”
       *[other] accepting { $count } proposals
    }
undo-proposal-reject =
    { $count ->
        [one] rejecting “{ $quote }”
       *[other] rejecting { $count } proposals
    }
# Derived work: told to views, never on the undo stack.
undo-proposals = new proposals
undo-reconciliation = new reconciliation
undo-index = new search index
undo-absorb = history of another copy
undo-rebuild = repair of the tables
undo-document-copy = linking the copy “{ $title }”
undo-gather = import of { $count ->
    [one] one article
   *[other] { $count } articles
}
