# Formats of other annotation tools: their names, what is said of an import, words in the files.
format-label-studio = Label Studio
format-label-studio-what = Tasks with annotations as JSON, the labelling configuration (XML) beside them
format-doccano = doccano
format-doccano-what = JSON Lines with spans and relations; the project in doccano must allow overlapping spans
format-tei = TEI P5
format-tei-what = One XML corpus, the texts untouched and every annotation standing off, for editions and archives
format-refi-qda = REFI-QDA (.qdpx)
format-refi-qda-what = A project for NVivo, MAXQDA, ATLAS.ti or QualCoder: coded texts, cases, notes, sets

refi-claim = Claims
refi-mention = Mentions
refi-role = How a mention names
refi-slot = Words of slots
refi-outlet = Outlet
refi-author = Author
refi-url = Address
refi-published = Published
refi-latin = Name in Latin letters
refi-alias = Other name
refi-external-id = External id
refi-tawatur = Tawatur (do not edit)
refi-part = further part of the claim
refi-group = Event group
refi-conflict = Conflict
format-claimreview = ClaimReview (schema.org)
format-claimreview-what = The claims you decided on, as JSON-LD for search engines and fact-check indexes

claimreview-upheld = Upheld against other accounts
claimreview-not-upheld = Not upheld: another account was preferred
claimreview-edited = Corrected: { $value }
claimreview-confidence = Confidence of the verdict: { $confidence }
loss-other-slots = slots of claims, but for who said it and who passed it on
loss-marking = who marked a claim, and the notes on it
loss-unreviewed = claims nobody decided on, and earlier verdicts

label-studio-unlinked = linked to no entity
label-studio-residue = not of the article
label-studio-values = Slots and their values
label-studio-note = Note

finding-taken-out = “{ $words }” was taken out in the other tool, so it is left out here.
finding-no-span = The positions { $start }–{ $end } are no part of the text; this annotation was left out.
finding-no-place = An annotation ({ $kind }) does not say where in the text it stands; it was left out.
finding-text-missing = The text { $kind } is not there; the annotations on it were left out.
finding-no-text = This entry holds no text; it was left out.
finding-not-of-text = An annotation of the kind “{ $kind }” does not stand on words of a text; it was left out.
finding-loose-end = The relation “{ $label }” leads to an annotation that is not there; it was left out.
finding-text-changed = “{ $where }”: another program changed the text of this article of ours, so its marks are read as those of that program.
finding-lost-code = “{ $where }” lost the code that says what it is in another program; it was left out of the marks that come back.
finding-lost-entity = “{ $where }”: its entity was taken out in another program; the mention comes back without a link.
loss-controls-shown = control characters, which XML cannot hold: other programs see � or nothing in their places (Tawatur reads them back)
