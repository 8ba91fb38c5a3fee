# Formats, what each cannot hold, and the report.
format-jsonl = JSON Lines
format-jsonl-what = Everything, one record a line; can be imported again without loss
format-csv = CSV of claims
format-csv-what = One row a claim, for spreadsheets
format-w3c = W3C Web Annotation
format-w3c-what = JSON-LD with the texts beside it, for annotation tools
format-html = HTML report
format-html-what = Conflicts side by side, to read and print without the program
format-pdf = PDF report
format-pdf-what = Pages to print and send, with their fonts

loss-texts = the full texts of the articles
loss-offsets = where in the text a claim stands
loss-mentions = mentions
loss-entities = entities with their aliases and ids
loss-verdicts = verdicts and their reasons
loss-slot-spans = the words that each slot rests on
loss-residue = which parts do not belong to the article
loss-letters = Copying text off the pages letter by letter (letters are drawn joined, some do not copy)
loss-claims = claims
loss-rejections = proposals refused for good
loss-groups = event groups (found again from the claims)
loss-conflicts = conflicts (found again from the claims; verdicts are kept)
loss-slots = the slots of claims and their values
loss-gaps = gaps inside a claim of several parts: it becomes one stretch from first to last word
loss-history = the undo history

undo-restore = import of { $count } articles with their annotations
report-made = Made on { $day }
report-reviewed-only = only what analysts confirmed
report-conflicts = Conflicts
report-claims = Claims
report-entities = Entities
report-articles = Articles
report-decided = Decided
report-of = { $done } of { $total }
report-comparison = Comparison
report-undecided = Not decided yet
report-changed = To be decided again: a value changed after the verdict, from { $then } to { $now }
report-no-conflicts = No conflicts were found.
report-no-entities = No entities yet.
report-no-claims = No claims were marked in this article.
report-outlet-unknown = outlet unknown
report-name = Name
report-kind = Kind
report-spellings = Spellings
report-mentions = Mentions
report-proposed = proposed
report-chains = { $count ->
    [one] one independent chain
   *[other] { $count } independent chains
}
report-verdict-by = { $analyst } · { $at } · confidence: { $confidence }
report-verdict-reopened = { $analyst } · { $at } · confidence: { $confidence } · reopened since
