# The window: places, bars, search, notices, settings.
app-name = Tawatur
app-about = Read the news, mark the claims, reconcile the accounts

place-welcome = Start
place-read = Read
place-entities = Entities
place-conflicts = Conflicts
place-export = Export
rail = Places
place-badge = { $place }, { $count } waiting

search-hint = Search articles, entities and commands…
search-name = Search and commands
search-articles = Articles
search-entities = Entities
search-commands = Commands
search-nothing = Nothing with these words
search-results = Search results

undo-what = Undo: { $what }
redo-what = Redo: { $what }
undo = Undo
redo = Redo
undo-nothing = Nothing to undo
redo-nothing = Nothing to redo

status-saved = Saved just now
status-saved-all = Saved
status-read-only = Read only
status-no-project = No project open
status-analyst = Analyst: { $name }
status-keys = Shortcuts
status-working = { $what }…
status-cancel = Cancel
status-counts = { $documents ->
    [one] 1 article
   *[other] { $documents } articles
} · { $claims ->
    [one] 1 claim
   *[other] { $claims } claims
}
status-decided = { $decided } of { $all } decided
status-linked = { $linked } of { $mentions } mentions linked

banner-held = { $who } has this project open for writing. You are reading only; changes are not saved.
banner-read-only = This project is open for reading only.
banner-again = Try to write

command-undo = Undo
command-redo = Redo
command-search = Search or choose a command
command-keys = Show shortcuts
command-settings = Settings
command-new = New project
command-open = Open a project
command-import = Import articles
command-close = Close the project
command-quit = Quit
command-go-welcome = Go to start
command-go-read = Go to reading
command-go-entities = Go to entities
command-go-conflicts = Go to conflicts
command-go-export = Go to export
command-language = الواجهة بالعربية — Arabic interface
command-theme = Switch between light and dark
command-larger = Larger interface font
command-smaller = Smaller interface font
command-full-screen = Full screen
command-suggest = Propose claims and entities for all articles
command-accept-all = Accept all proposals in all articles
command-check = Check that the project is sound

group-window = Window
group-places = Places
group-project = Project
group-page = This page

keys-title = Keyboard shortcuts
keys-note = Letters work on an Arabic keyboard too: the C key is “ؤ”.
close = Close
cancel = Cancel
copy = Copy
dismiss = Dismiss the notice
save = Save
browse = Choose…

bug-title = An error in the program
bug-words = Something went wrong that we did not expect ({ $kind }). What was saved of your work is safe. Send us the details so that we can fix it.
bug-copy = Copy details
bug-details = Details

check-found = { $count ->
    [one] The check found one thing in the project: { $first }
   *[other] The check found { $count } things in the project, the first: { $first }
}
check-clean = The project is sound.
job-check = Checking the project
job-reconcile = Comparing the accounts
job-suggest = Proposing claims and entities
job-accept = Accepting the proposals
job-accepted = { $count ->
    [one] 1 proposal accepted.
   *[other] { $count } proposals accepted.
} Ctrl+Z takes them back article by article.
job-suggested = { $mentions ->
    [0] No new mentions
    [one] 1 mention proposed
   *[other] { $mentions } mentions proposed
}, { $claims ->
    [0] no new claims
    [one] 1 claim
   *[other] { $claims } claims
}
settings-damaged = The saved settings could not be read, so we begin with new ones. { $why }

settings-title = Settings
settings-language = Interface language
settings-language-ar = العربية
settings-language-en = English
settings-theme = Appearance
settings-theme-system = System
settings-theme-light = Light
settings-theme-dark = Dark
settings-ui-size = Interface font
settings-page-font = Page font
settings-page-size = Page font size
settings-analyst = Analyst’s name
settings-analyst-note = Written with every edit and verdict.
settings-larger = Larger
settings-smaller = Smaller
settings-sample = أفاد مصدر مطّلع بأن الاجتماع عُقد يوم السبت.
pixels = { $count } px
status-busy = An import is being saved. Try again when it is done.
command-import-folder = Import a folder

qt-look-in = &Look in:
qt-files-of-type = Files of &type:
qt-drive = Drive
qt-folder = Folder
