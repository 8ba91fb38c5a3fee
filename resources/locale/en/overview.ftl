# Overview: matrix, timeline, maps, and saving them.
place-overview = Overview
command-go-overview = Go to the overview
command-overview-matrix = Show the matrix of agreement and conflict
command-overview-timeline = Show the timeline
command-overview-together = Show who is named with whom
command-overview-quoting = Show who quotes whom
command-overview-save = Save the picture

overview-matrix = Matrix
overview-timeline = Timeline
overview-together = Named together
overview-quoting = Who quotes whom
overview-matrix-note = Outlets that tell the same facts: how often they agree, how often they conflict, and on what. An article whose outlet is unknown stands for itself.
overview-timeline-note = Claims by the day they speak of. Time is drawn wider where more is told.
overview-together-note = A line joins names that stand in one sentence; a thicker line, more sentences.
overview-quoting-note = An arrow leads from the one who spoke to the one who passed the words on.
overview-matrix-hint = Choose a cell to see the facts both tell.
overview-timeline-hint = A click on a claim opens it in its article.
overview-together-hint = Choose a name to see its company and go to the text.
overview-quoting-hint = Choose a name to see what it said, or whom it quotes.
overview-keys-note = Arrow keys move, Enter opens
overview-behind = Behind the picture
overview-working = Drawing the overview

overview-empty = Nothing to draw yet
overview-empty-note = Mark claims and link names in the articles, or accept what is proposed; the picture is made from them.
overview-read = Read and mark

overview-save = Save the picture
overview-saved = Picture saved: { $file }
overview-svg = SVG drawing
overview-png = PNG image

overview-pair = { $a } ⇄ { $b }
overview-agree = Agree
overview-conflict = Conflict
overview-settled = Decided
overview-own = Claims of its own
overview-on = on: { $kinds }
overview-agree-count = { $count ->
    [one] Agree on 1 fact
   *[other] Agree on { $count } facts
}
overview-conflict-count = { $count ->
    [one] Conflict on 1 fact
   *[other] Conflict on { $count } facts
}
overview-settled-count = { $count ->
    [one] 1 conflict decided
   *[other] { $count } conflicts decided
}
overview-claims = { $count ->
    [one] 1 claim
   *[other] { $count } claims
}
overview-same-fact = The fact itself
overview-facts-note = Facts both tell, conflicts first

overview-day = One day
overview-span = Some time in this span
overview-open = One end open
overview-proposed = Proposed, not confirmed
overview-break = Time cut out

overview-teller = Article or outlet
overview-unlinked = Not linked to an entity
overview-head-tellers = Who tells
overview-head-sources = Who spoke
overview-with = with { $name } · { $count ->
    [one] 1 sentence
   *[other] { $count } sentences
}
overview-quoted-by = quoted by { $name } · { $count }
overview-quotes = quotes { $name } · { $count }
overview-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
overview-hidden = { $count ->
    [one] 1 rarer name not shown
   *[other] { $count } rarer names not shown
}
overview-open-entity = Open among the entities
overview-hidden-tellers = { $count ->
    [one] 1 that shares less not shown
   *[other] { $count } that share less not shown
}
overview-hidden-claims = { $count ->
    [one] 1 claim told by one alone not shown
   *[other] { $count } claims told by one alone not shown
}
