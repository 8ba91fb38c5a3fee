# Welcome page, library, import, particulars of an article.
welcome-sample = Sample corpus
welcome-sample-note = Five articles about Lavrov and North Korea that agree in some things and conflict in others. The quickest way to know the program.
welcome-sample-open = Open the sample corpus
welcome-new = New project
welcome-new-note = One file that holds your articles and your work on them.
welcome-open = Open a project
welcome-recent = Recent
welcome-recent-none = No projects yet.
welcome-drop = Drop text files or a project here
welcome-drop-note = Files are read in UTF-8, UTF-16, Windows-1256 and ISO-8859-6
welcome-missing = No longer there
command-sample = Open the sample corpus

drop-project = Drop to open the project “{ $name }”
drop-new = { $count ->
    [one] Drop the file to start a new project with it
   *[other] Drop { $count } files to start a new project with them
}
drop-texts = { $count ->
    [one] Drop the file to import it
   *[other] Drop { $count } files to import them
}

new-title = New project
new-name = Project name
new-name-hint = For example: Arab summit
new-make = Create project
new-file = Will be saved in { $file }
filter-projects = Tawatur projects
filter-texts = Text files
filter-all = All files
ask-open = Open a project
ask-texts = Choose articles
ask-folder = Choose the folder

library-title = Articles · { $count }
library-search = Search titles and outlets…
library-search-name = Search the articles
library-list = Articles
library-empty = No articles yet
library-empty-note = Drop text files on the window, or choose them.
library-import = Import articles
library-none = No article with these words
library-no-outlet = Outlet unknown
library-no-date = No date
library-claims = { $count ->
    [0] no claims
    [one] 1 claim
   *[other] { $count } claims
}
library-proposals = { $count ->
    [0] no proposals
    [one] 1 proposal
   *[other] { $count } proposals
}
library-conflicts-name = { $count ->
    [0] no open conflicts
    [one] 1 open conflict
   *[other] { $count } open conflicts
}
library-progress = { $percent }% done
library-edit = Edit particulars…
library-remove = Remove the article
library-removed = Removed “{ $title }”. To undo: Ctrl+Z

particulars-title = Particulars of the article
particulars-name = Title
particulars-outlet = Outlet
particulars-outlet-hint = Agency, newspaper or channel
particulars-author = Author
particulars-url = Link
particulars-published = Published
particulars-published-hint = 2025-07-12 or 12 July 2025
particulars-published-none = Unknown
particulars-published-bad = Not a date. Write it as 2025-07-12
particulars-basis = Basis of the date
particulars-basis-hint = How the date is known
particulars-file = { $file } · { $encoding } · { $count ->
    [one] 1 character
   *[other] { $count } characters
}

import-title = Import articles
import-reading = Reading the files
import-ready = { $count ->
    [0] No file can be imported
    [one] 1 file is ready
   *[other] { $count } files are ready
}
import-refused = { $count ->
    [0] { "" }
    [one] 1 file cannot be imported
   *[other] { $count } files cannot be imported
}
import-do = { $count ->
    [0] Import
    [one] Import the article
   *[other] Import { $count } articles
}
import-encoding = Encoding
import-preview = Beginning of the text
import-problem = Will not be imported
import-files = Files
import-done = { $count ->
    [one] 1 article imported
   *[other] { $count } articles imported
}
import-nothing = No text files among what you dropped
encoding-utf-8 = UTF-8
encoding-utf-16-le = UTF-16 (LE)
encoding-utf-16-be = UTF-16 (BE)
encoding-utf-32-le = UTF-32 (LE)
encoding-utf-32-be = UTF-32 (BE)
encoding-cp1256 = Windows-1256
encoding-iso8859-6 = ISO-8859-6
