# Reading: the page, the floating bar, the inspector, find, mark all alike.
read-page = Text of the article
read-empty = No article is open
read-empty-next = Choose one from the list, or import articles.
read-inspector = In this article
read-residue = not article
read-outlet-not-known = outlet not known
read-outlet-unknown = outlet?
read-speaker-unknown = speaker?
read-add-via = Add who passed it on
read-characters = { $count ->
    [one] 1 character
   *[other] { $count } characters
}
read-check = { $count ->
    [one] Something here is not as it was stored: { $first }
   *[other] { $count } things here are not as they were stored. The first: { $first }
}

read-bar-claim = Claim
read-bar-extend = Add to claim
read-bar-link = Link
read-bar-mention = Mention
read-bar-alike = All alike
read-bar-note = Note
read-bar-residue = Not article
read-without = Without “{ $letters }”

read-claim-head = Claim { $number } · { $kind }
read-mention-head = Mention
read-proposal-head = Proposal
read-back-to-list = Back to the list
read-next-claim = Next claim
read-previous-claim = Previous claim
read-claims = { $count ->
    [0] No claims yet
    [one] 1 claim
   *[other] { $count } claims
}
read-claims-list = Claims and proposed claims of the article
read-no-claims = Select a sentence of the article and press C to mark it as a claim.
read-proposed = proposed
read-remove-claim = Remove the claim
read-note = Note
read-note-hint = Write a note on this claim
read-history = History
read-history-line = { $who } · { $at } · { $what }
read-undo = Undone: { $what }
read-redo = Done again: { $what }
read-origin-analyst = analyst
read-origin-accepted = accepted
read-confirm = Confirm this value
read-remove = Remove
read-add-slot = Add: { $slot }
read-take-selection = Take the selection
read-as-text = As text only
read-not-understood = Not understood. Put it differently.
read-understood = Read as: { $value }
read-hint-when = السبت, or 2025-07-12, or 11 إلى 13 يوليو
read-hint-how-many = أكثر من 10 آلاف جندي
read-hint-what = What happened?
date-how-analyst = set by the analyst in figures

read-accounts = Other accounts of the same event
read-conflict = ⇄ Conflict: { $kind }
read-account = “{ $title }”: { $value }
read-account-silent = “{ $title }” does not say
read-review = Review side by side
read-chains = { $count ->
    [one] ✓ One chain of attribution
   *[other] ✓ { $count } independent chains
}
read-tawatur = Tawatur: { $articles } of { $total ->
    [one] 1 article
   *[other] { $total } articles
}
read-in-conflict = ⇄ Open conflict: { $kind }

read-not-linked = Not linked to an entity yet.
read-open-entity = Open the entity
read-also = Also written: { $names }
read-trim = Without “{ $letters }”
read-alike = Mark all alike
read-link-other = Link to another
read-unlink = Unlink
read-link-hint = Type the entity in any spelling
read-link-name = Entity to link to
read-link-list = Entities of this name
read-new-person = New person: { $name }
read-new-place = New place: { $name }
read-new-organisation = New organisation: { $name }
read-new-event = New event: { $name }
read-new-other = New entity of another kind: { $name }
read-mentions-count = { $count ->
    [0] no mentions
    [one] 1 mention
   *[other] { $count } mentions
}

read-why = Why is it proposed?
read-accept = Accept
read-reject = Reject
read-links-to-known = an entity of the project
read-makes-entity = accepting makes a new entity
read-proposed-mention = Proposed: { $name } · { $kind }
read-proposed-claim = Proposed: a claim worth checking
read-proposals = { $mentions ->
    [0] No mentions
    [one] 1 mention
   *[other] { $mentions } mentions
} and { $claims ->
    [0] no claims
    [one] 1 claim
   *[other] { $claims } claims
} proposed
read-proposals-note = Nothing is kept before you accept it; what you reject does not return.
read-accept-mentions = Accept all mentions
read-accept-claims = Accept all claims
read-reject-all = Reject all
read-one-by-one = One by one

read-value = “{ $text }” → { $value }
read-date-unresolved = no date can be told
read-date-proven = The date of publication is not known, but the text points to { $date }: { $why }
read-date-take = Take this date
read-date-needed = The date of publication is not known, so relative dates in this article have no value.
read-date-set = Set the date

read-find = Find in the article
read-find-hint = Find in the article, in any spelling
read-find-next = Next
read-find-previous = Previous
read-find-count = { $at } of { $count }
read-find-nothing = Nothing found

read-alike-title = Mark all alike: “{ $quote }”
read-alike-to-what = Which entity are they?
read-alike-here = This article
read-alike-all = All articles
read-alike-places = Places alike
read-alike-looking = Looking for places alike
read-alike-linked = linked to another entity
read-alike-mark = Link the ticked ones
read-alike-count = { $ticked } of { $count }
read-alike-done = { $count ->
    [one] 1 place linked before
   *[other] { $count } places linked before
}

group-mark = Marking
group-go = Moving about
command-read-claim = Mark the selection as a claim
command-read-extend = Add the selection to the claim
command-read-move = Move the claim or mention to the selection
command-read-link = Link to an entity
command-read-mention = Mark a mention
command-read-alike = Mark all alike
command-read-note = Write a note
command-read-trim = Take the joined particle off the name
command-read-residue = Not part of the article, or part of it again
command-read-accept = Accept the proposal
command-read-remove = Reject the proposal, or remove what is picked
command-read-review = Review side by side
command-read-next = Next claim
command-read-previous = Previous claim
command-read-next-proposal = Next proposal
command-read-previous-proposal = Previous proposal
command-read-next-article = Next article
command-read-previous-article = Previous article
command-read-find = Find in the article
command-read-find-next = Next result
command-read-find-previous = Previous result
command-read-larger = Larger letters on the page
command-read-smaller = Smaller letters on the page
command-read-usual-size = Usual size of letters on the page
command-read-fold-library = Fold or unfold the list of articles
command-read-fold-inspector = Fold or unfold the inspector
command-read-leave = Unselect or unpick
