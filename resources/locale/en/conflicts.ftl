# The place where conflicts are decided.

conflicts-queue = Queue of conflicts
conflicts-first = Most important first
conflicts-progress = { $done } of { $total } decided
conflicts-all = All
conflicts-all-kinds = All kinds
conflicts-filter = { $count ->
    [0] Filter…
   *[other] Filter ({ $count })…
}
conflicts-filter-title = Narrow the queue
conflicts-filter-article = Article
conflicts-filter-any-article = Any article
conflicts-filter-outlet = Outlet
conflicts-filter-any-outlet = Any outlet
conflicts-filter-days = Published
conflicts-filter-days-hint = e.g. 2025-07-12, 12/7/2025, يوليو 2025, 2025
conflicts-filter-entity = Entity
conflicts-filter-analyst = Analyst (decided it, or marked a claim of it)
conflicts-filter-any-analyst = Any analyst
conflicts-filter-do = Show these
conflicts-filter-none = Show all
conflicts-filter-no-entity = No entity is called “{ $typed }”.
conflicts-filter-no-days = “{ $typed }” is no date that can be read: write a day, a month or a year.
conflicts-state-open = Open
conflicts-state-later = Put off
conflicts-state-done = Decided
conflicts-state-lapsed = Conflict gone
conflicts-lapsed = no longer a conflict
conflicts-lapsed-note = Its claims were changed or removed since and no longer conflict. The verdict is kept; it stands again when the change is taken back.
conflicts-lapsed-view = A verdict whose claims no longer conflict
conflicts-reopened = reopened
conflicts-changed = reopened: a value changed after the verdict, from { $then } to { $now }
conflicts-gone = This conflict is no longer there
conflicts-gone-note = Its claims changed or the entities were merged. The verdict is kept in the history and can be undone.
conflicts-outlet-unknown = outlet?
conflicts-open-article = Open the article at this claim
conflicts-chain = Chain of attribution: { $chain }
conflicts-article = Account { $side }: { $title }
conflicts-table = Comparison of slots
conflicts-how = { $side }: “{ $text }”, { $how }
conflicts-why = Why: { $reasons }
conflicts-column-slot = Slot
conflicts-column-relation = Relation

conflicts-choose-a = Take account A
conflicts-choose-b = Take account B
conflicts-choose-c = Take account C
conflicts-number-3 = Third verdict on the bar
conflicts-number-4 = Fourth verdict on the bar
conflicts-number-5 = Fifth verdict on the bar
conflicts-number-6 = Sixth verdict on the bar
conflicts-reason = Reason
conflicts-reason-hint = Reason (optional)
conflicts-confidence = Confidence: { $confidence }
conflicts-turn-confidence = Change the confidence
conflicts-value-hint = The right value as you see it
conflicts-value-save = Use this value
conflicts-value-cancel = Cancel
conflicts-reopen = Reopen
conflicts-next = Next conflict
conflicts-previous = Previous conflict

conflicts-alike = Let the verdict decide all that are alike
conflicts-alike-alone = An edited value was given to this conflict only: the others hold other values.
conflicts-alike-title = Conflicts that are alike
conflicts-alike-show = Which ones?
conflicts-alike-values = { $count ->
    [one] One more conflict between the same values: { $which }
   *[other] { $count } more conflicts between the same values: { $which }
}
conflicts-alike-outlets = { $count ->
    [one] One more conflict between the same outlets: { $which }
   *[other] { $count } more conflicts between the same outlets: { $which }
}
conflicts-alike-by-values = The same values ({ $count })
conflicts-alike-by-outlets = The same outlets ({ $count })
conflicts-alike-take = { $count ->
    [0] Decide alike
    [one] Decide it alike
   *[other] Decide all { $count } alike
}
conflicts-alike-on = { $count ->
    [one] Your verdict decides this conflict only
   *[other] Your verdict decides { $count } conflicts at once: this one and { $which }
}

conflicts-history = Verdicts so far
conflicts-history-line = { $verdict } · { $analyst } · { $when } · confidence { $confidence }
conflicts-history-reason = { $line } · { $reason }
conflicts-history-reopened = { $line } · reopened

conflicts-empty = No conflicts yet
conflicts-empty-next = Accept the proposed claims in the articles or mark claims yourself; the accounts are then compared and appear here.
conflicts-empty-go = Go to reading
conflicts-all-done = Every conflict is decided
conflicts-all-done-next = Choose a conflict in the list to look at its verdict again, or export what is done.
conflicts-all-done-go = Go to export
conflicts-only-later = Only what you put off is left
conflicts-only-later-next = Choose one of them in the list to decide it.

group-verdicts = Verdicts
group-conflicts = Reviewing conflicts
