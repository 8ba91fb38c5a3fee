encoding-basis-declared = the page itself names its encoding
encoding-basis-format = the file format itself says which letters it holds
# Formats that articles are read from.
article-format-txt = Plain text
article-format-html = Web page
article-format-mhtml = Saved web page (MHTML)
article-format-jsonl = JSON records
article-format-csv = CSV table
article-format-xlsx = Excel workbook
article-format-docx = Word document
article-format-pdf = PDF
article-format-epub = EPUB book
# How a particular of an article (its title, outlet, author, date) was found.
found-schema = described by the page for search engines
found-meta = named in the head of the page
found-time = marked on the page as a time
found-shown = shown on the page
found-window-title = from the title of the page’s window
found-column = from its column of the table
found-properties = from the properties of the document
# Why a column of a table is taken for something.
column-by-name = by the name of the column
column-by-content = by what stands in the column
# What an import of articles left out or changed.
finding-turning-name = Marks that turn text round were taken out of the name “{ $name }” ({ $where }).
finding-tags = The text held HTML tags: only what they show was kept ({ $where }).
finding-date = The date “{ $value }” was not understood ({ $where }).
finding-no-article = No article could be told apart on the page: all that it shows was taken ({ $where }).
finding-picture-pages = These pages are pictures without text and were left out: { $pages } ({ $where }).
finding-lost-letters = { $count ->
    [one] 1 letter could not be told and stands as � ({ $where }).
   *[other] { $count } letters could not be told and stand as � ({ $where }).
}
finding-notes = { $count ->
    [one] 1 note of the document stands at the end of the text, shaded as not of the article ({ $where }).
   *[other] { $count } notes of the document stand at the end of the text, shaded as not of the article ({ $where }).
}
# Articles that repeat others.
copy-skip = Do not import
copy-keep = Keep as an article of its own
copy-link = Keep, linked as copied
copy-same-text = the same text, letter by letter
copy-shared-of-this = { $share }% of its word sequences stand in the other article
copy-shared-of-other = { $share }% of the other’s word sequences stand in it
