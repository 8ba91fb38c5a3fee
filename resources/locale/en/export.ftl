# Export page.
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
}; { $spans ->
    [one] 1 span
   *[other] { $spans } spans
} compared with the text, all right.
export-done-short = Exported: { $file }
export-folder = Open folder
export-file = Open file
export-cancelled = The export was cancelled; nothing was written.
ask-export = Save the export
command-export-now = Export now
command-export-browse = Choose the export file
format-group-archive = Archive and exchange
format-group-tools = Annotation tools
format-group-tables = Tables
format-group-linked = Linked data
format-group-reports = Reports
format-group-more = From other packages
export-search = Search formats and programs…
export-search-name = Search the formats
export-search-none = No format with these words
export-readers = Read by: { $readers }
export-missing-short = not installed
export-loses-counting = Counting what this concerns in the scope…
export-loses-unfelt = Not in this scope: { $names }
export-lost-count = { $count ->
    [0] none
   *[other] { $count }
}
export-lost-all = all of it
export-lost = Not in the export
export-lost-nothing = Nothing was lost.
export-outlets = Outlets I choose
export-as-zip = One zip file
export-as-folder = A folder
export-files = Files of the export
export-full-folder = The folder { $folder } is not empty. An export never replaces a folder with something in it: choose another name.
export-no-folder = There is no folder { $folder }. Choose one that exists.
export-replace-ask = { $count ->
    [one] “{ $file }” is there already. Replace it with this export?
   *[other] These are there already: { $file }. Replace them with this export?
}
export-replace = Replace
export-replace-no = Keep it
command-export-search = Search the formats
export-missing = This format needs the library { $library }, which is not installed. Install it, then start the program again:
export-missing-command = Command that installs it
export-missing-copy = Copy the command
cli-force = replace files of that name (a folder with something in it never)
cli-force-mapping = replace the file of --save-mapping if it is there
