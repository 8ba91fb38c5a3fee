# Export page.
export-title = Export
export-format = Format
export-loses = This format cannot hold
export-loses-nothing = This format holds everything.
export-scope = Scope
export-all = All articles ({ $count })
export-some = Articles I choose
export-some-count = { $count ->
    [0] No article chosen
    [one] 1 article chosen
   *[other] { $count } articles chosen
}
export-reviewed = Only what analysts reviewed
export-reviewed-note = Leaves out values still proposed and conflicts not yet decided.
export-destination = File
export-do = Export
export-working = Writing and proving the export
export-preview = Preview
export-preview-note = From the first article of the scope
export-preview-report = The first conflict, as the report shows it
export-preview-none = No article in the scope
export-preview-cut = … the rest is in the file
export-done = { $documents ->
    [0] The export holds no article
    [one] 1 article written
   *[other] { $documents } articles written
}; every position gives back its text ({ $spans }).
export-done-short = Exported: { $file }
export-folder = Open folder
export-file = Open file
export-cancelled = The export was cancelled; nothing was written.
ask-export = Save the export
command-export-now = Export now
command-export-browse = Choose the export file
