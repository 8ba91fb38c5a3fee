# The command line.
cli-about = Read Arabic news, mark claims, and reconcile them across outlets. Without a command: the window.
cli-commands = commands
cli-json = answers as JSON, one object a line
cli-analyst = who is working (kept with every change)
cli-project = the project file, NAME.tawatur
cli-open = open the window on a project
cli-sample = on the sample corpus
cli-import = import articles; makes the project if it does not exist
cli-paths = files, folders and archives: articles, annotated files of other tools, exported projects, lists of entities
cli-outlet = the outlet of these articles
cli-published = their publication date, YYYY-MM-DD
cli-encoding = the encoding, when you know better
cli-format = the format
cli-import-reading = reading
cli-read-as = { $file }: read as { $format }
cli-import-entities = import a list of entities, matched with those of the project
cli-entities-file = CSV, RDF/SKOS or Wikidata JSON
cli-mapping = what labels of other tools become: a file, or the name of a mapping kept
cli-save-mapping = write the mapping used to this file, to be changed and given with --mapping
cli-copies = what becomes of an article that repeats another (as proposed, unless given)
cli-import-dry-run = show what would be imported and change nothing
cli-export-dry-run = count what the format would lose and write nothing
cli-of-outlet = only articles of this outlet (may be repeated)
cli-no-documents = No article is chosen by that.
cli-counting = counting
cli-read-by = read by: { $readers }
cli-needs = needs: tawatur[{ $extra }]
cli-nothing-lost = Nothing is lost.
cli-will-lose = This will be lost:
cli-copy-skip = Not imported: { $title } (the same text as { $other })
cli-copy-link = Linked: { $title }, copied from { $other }
cli-copy-keep = Kept apart: { $title }, though it repeats { $other }
cli-becomes-nothing = not taken over
cli-becomes-claim = claim: { $kind }
cli-becomes-mention = mention: { $kind }
cli-becomes-slot = slot of a claim: { $kind }
cli-taken = { $file }: { $what }
cli-list-taken = { $file }: { $new } new, { $merge } merged, { $look } to be looked at, { $same } known already
cli-more-findings = … and { $count ->
    [one] one more finding
   *[other] { $count } more findings
}
entry-merge = merged
entry-new = new
entry-look = to be looked at
entry-same = known already
entry-skip = left out
cli-suggest = propose mentions and claims
cli-reconcile = propose entities, event groups and conflicts
cli-conflicts = list the conflicts with evidence and verdict
cli-search = find articles by their text, whatever the spelling
cli-query = the words to find
cli-export = export the corpus
cli-destination = the file to write; for formats of several files a folder, or a file ending in .zip
cli-list = show the formats and what each cannot hold
cli-document = only this document (its id; may be repeated)
cli-reviewed-only = leave out what no analyst has confirmed
cli-check = check the file, and every span against its quote
cli-evaluate = measure one part on labelled data
cli-gold = the labelled data, JSON Lines
cli-errors = show the misses
cli-demo = walk the whole road on the sample corpus, without a display
cli-demo-folder = where project, exports, report and pictures go
cli-cancelled = Cancelled; nothing was changed.
cli-no-window = The window is not installed. Install it with: pip install "tawatur[gui]"
cli-imported = { $file }: read as { $encoding } ({ $basis })
cli-nothing-imported = Nothing was imported.
cli-suggested = { $mentions ->
    [one] 1 mention
   *[other] { $mentions } mentions
} and { $claims ->
    [one] 1 claim
   *[other] { $claims } claims
} proposed.
cli-reconciled = { $entities ->
    [one] 1 name pair
   *[other] { $entities } name pairs
}, { $groups ->
    [one] 1 event group
   *[other] { $groups } event groups
}, { $conflicts ->
    [one] 1 conflict
   *[other] { $conflicts } conflicts
}.
cli-not-held = it cannot hold:
cli-export-usage = Name the project, the format and the file to write; --dry-run needs no file; --list shows the formats.
cli-exported = { $file }: { $documents ->
    [one] 1 article
   *[other] { $documents } articles
}, { $spans ->
    [one] 1 span
   *[other] { $spans } spans
} re-sliced and right.
cli-checked = Everything is in order.
demo-imported = { $count ->
    [one] 1 article
   *[other] { $count } articles
} imported into { $project }
demo-annotated = Accepted as proposed: { $claims ->
    [one] 1 claim
   *[other] { $claims } claims
}, { $mentions ->
    [one] 1 mention
   *[other] { $mentions } mentions
}, { $entities ->
    [one] 1 entity
   *[other] { $entities } entities
}; joined: { $joined ->
    [one] 1 name pair
   *[other] { $joined } name pairs
}
demo-reconciled = { $groups ->
    [one] 1 event group
   *[other] { $groups } event groups
}, { $conflicts ->
    [one] 1 conflict
   *[other] { $conflicts } conflicts
}, left open for you to decide
demo-exported = { $file } ({ $spans ->
    [one] 1 span
   *[other] { $spans } spans
} re-sliced and right)
demo-not-exported = Not exported: { $format } (needs the extra “{ $extra }”)
demo-checked = Project checked: { $findings ->
    [one] 1 finding
   *[other] { $findings } findings
}
demo-pictured = { $count ->
    [one] 1 screenshot
   *[other] { $count } screenshots
} in { $folder }
demo-no-window = No screenshots: the window is not installed.
cli-accept = accept all that is proposed, as one step that can be undone
cli-groups = list the event groups: who tells it, and how many independent chains carry it
cli-least-outlets = only groups that so many outlets tell
cli-sample-of = a sample of so many groups, to be read
cli-seed = the seed of the sample: the same gives the same groups
cli-of-kind = only conflicts of this kind
cli-of-state = only those that are open, put off, decided, or decided and no longer conflicting
cli-lapsed = There is no conflict any more: its claims were changed or removed since. The verdict is kept.
cli-of-entity = only those that concern this entity (a name or an id)
cli-of-one-outlet = only those in which this outlet takes part
cli-of-document = only those in which this document takes part (its id)
cli-since = only those in which an article published on that day or later takes part
cli-until = only those in which an article published on that day or earlier takes part
cli-decided-by = only those that this analyst decided, or marked a claim of
cli-accepted = Accepted: { $mentions ->
    [one] 1 mention
   *[other] { $mentions } mentions
}, { $claims ->
    [one] 1 claim
   *[other] { $claims } claims
}.
