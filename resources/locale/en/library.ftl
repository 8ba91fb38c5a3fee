# Welcome page, library, import, particulars of an article.
welcome-sample = Sample corpus
welcome-sample-note = Five articles about Lavrov and North Korea that agree in some things and conflict in others. The quickest way to know the program.
welcome-sample-open = Open the sample corpus
welcome-new = New project
welcome-new-note = One file that holds your articles and your work on them.
welcome-open = Open a project
welcome-recent = Recent
welcome-recent-none = No projects yet.
welcome-drop = Drop articles, annotated files or a project here
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
filter-importable = Articles and annotated files
filter-all = All files
ask-open = Open a project
ask-texts = Choose articles
ask-folder = Choose the folder

library-title = Articles · { $count }
library-search = Search titles and outlets…
library-search-name = Search the articles
library-list = Articles
library-empty = No articles yet
library-empty-note = Drop files or folders on the window, or choose them: text, HTML, Word, PDF, tables, or files of annotation tools.
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

import-title = Import
import-reading = Reading the files
import-ready = { $count ->
    [0] No article can be imported
    [one] 1 article is ready
   *[other] { $count } articles are ready
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
import-nothing = Nothing to import in what you chose
encoding-utf-8 = UTF-8
encoding-utf-16-le = UTF-16 (LE)
encoding-utf-16-be = UTF-16 (BE)
encoding-utf-32-le = UTF-32 (LE)
encoding-utf-32-be = UTF-32 (BE)
encoding-cp1256 = Windows-1256
encoding-iso8859-6 = ISO-8859-6

import-page-files = Files
import-page-columns = Columns
import-page-labels = Labels
import-page-copies = Copies { $count }
import-saving = Saving the import
import-cancelled = The import was cancelled; nothing was saved.
import-reckoning = Working out what the annotated files add…
import-residue = { $count ->
    [one] Shaded: 1 part that is not of the article
   *[other] Shaded: { $count } parts that are not of the article
}
import-findings = { $count ->
    [one] 1 thing to know
   *[other] { $count } things to know
}
import-columns-choose = Choose the columns…
import-columns-note = Say which column holds what. A row becomes an article; without a text it is refused.
import-column-text = Text
import-column-none = no column
import-table = Beginning of the table
import-table-rows = { $count ->
    [one] Cells of 1 row
   *[other] Cells of the first { $count } rows
}
import-holds-articles = { $count ->
    [one] 1 article
   *[other] { $count } articles
}
import-holds-marks = { $count ->
    [one] 1 annotation
   *[other] { $count } annotations
}
import-holds-links = { $count ->
    [one] 1 relation
   *[other] { $count } relations
}
import-adds-known = { $count ->
    [one] marks for 1 article of the project
   *[other] { $count } articles of the project get marks
}
import-adds-claims = { $count ->
    [one] 1 claim
   *[other] { $count } claims
}
import-adds-mentions = { $count ->
    [one] 1 mention
   *[other] { $count } mentions
}
import-adds-linked = { $count ->
    [one] 1 goes to an entity of the project
   *[other] { $count } go to entities of the project
}
import-adds-entities = { $count ->
    [one] 1 new entity
   *[other] { $count } new entities
}
import-adds-verdicts = { $count ->
    [one] 1 verdict
   *[other] { $count } verdicts
}
import-adds-repeated = { $count ->
    [one] 1 mark is there already
   *[other] { $count } marks are there already
}
import-adds-to-look-at = { $count ->
    [one] 1 name to be looked at
   *[other] { $count } names to be looked at
}
labels-title = Labels and what they become
labels-note = What each label of the files becomes. Choose in the last column, also for several rows at once; what is not taken over stays out of the project.
labels-open = What the labels become…
labels-name = Label
labels-count = Count
labels-examples = Examples
labels-becomes = Becomes
labels-kept = Saved mapping
labels-proposed = By their names
labels-keep = Save mapping
labels-keep-name = Name of the mapping
labels-kept-as = Mapping saved: { $name }
labels-forget = Delete the saved mapping
labels-feature = feature { $feature } of { $layer }
labels-link = relation { $label }
labels-ignore = not taken over
labels-claim = Claim: { $kind }
labels-mention = Mention: { $kind }
labels-slot = Slot: { $slot }
labels-same = The same entity
labels-feature-note = Note
labels-feature-name = Name of the entity
labels-feature-external-id = Identifier of the entity
labels-feature-kind = Kind of the entity
labels-feature-role = Role of the mention
ask-import-folder = Choose a folder to import

entities-csv = Table of entities
entities-rdf = Entities as RDF
entities-wikidata = Entities of Wikidata
entries-title = Entities of the list
entries-name = Name
entries-more = Other names and identifiers
entries-like = In the project
entries-becomes = Becomes
entries-new = New entity
entries-merge = The same entity
entries-look = New, to be looked at
entries-same = Known already
entries-skip = Left out
entries-are-articles = These are articles: choose the columns…
entries-matching = { $count ->
    [one] 1 entity, being matched with the project…
   *[other] { $count } entities, being matched with the project…
}
entries-count-new = { $count ->
    [one] 1 new
   *[other] { $count } new
}
entries-count-merge = { $count ->
    [one] 1 of the project is completed
   *[other] { $count } of the project are completed
}
entries-count-same = { $count ->
    [one] 1 known already
   *[other] { $count } known already
}
entries-count-look = { $count ->
    [one] 1 to be looked at
   *[other] { $count } to be looked at
}
entries-ready = { $count ->
    [one] 1 entity is ready
   *[other] { $count } entities are ready
}
entries-do = { $count ->
    [one] Import the entity
   *[other] Import { $count } entities
}
entries-done = { $count ->
    [one] 1 entity imported
   *[other] { $count } entities imported
}

library-copy = copy
library-copied-from = Copied from “{ $title }”
particulars-copied = Copied from “{ $title }”: both are one witness, not two.
particulars-original = Show the original
particulars-part = It is no copy

import-comparing = Looking for articles that repeat others
import-covered = comes with its annotations
copies-skip = copy: left out
copies-link = copy: linked
copies-keep = copy: kept
copies-share = { $percent }% the same
copies-note = These articles repeat others. What is the same is shaded. A linked copy is no second witness: its claims do not count as another chain.
copies-all = For all:
copies-all-name = For all copies: { $what }
copies-this = To be imported
copies-other = Repeats
copies-title = Copies
