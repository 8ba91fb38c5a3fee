# Why a place in the text may be a name
mention-known = A name of this project
mention-known-sound = Another spelling of “{ $name }” in this project
mention-gazetteer = A name in the bundled lists
mention-known-part = A word that occurs in names
mention-unknown-word = Not a word of ordinary Arabic
mention-foreign-letters = Written in Latin letters
mention-title = An office or a profession stands before it
mention-reporting-verb = A verb of saying stands before it
mention-body-word = A word for a body or an outlet stands before it
mention-body-head = Begins with a word for a body
mention-place-word = A word for a place stands before it
mention-work-word = A word for a title stands before it
mention-quoted = In quotation marks
mention-repeated = Part of a full name in this article
mention-short-of = Short for “{ $name }”
mention-spelling-of = Another spelling of “{ $name }”
mention-office-of = The office by which “{ $name }” was introduced
