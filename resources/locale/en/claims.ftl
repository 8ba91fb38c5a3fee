# Why a clause is, or is not, worth checking.
evidence-worth-number = It gives a number
evidence-worth-date = It gives a date
evidence-worth-source = Its source is named
evidence-worth-event = It says that something happened
evidence-worth-actor = It is about an office, a body or a state
evidence-worth-name = It names persons, places or bodies
evidence-worth-length = Its length
evidence-worth-question = It asks
evidence-worth-exclamation = It exclaims
evidence-worth-first-person = The writer speaks of himself or of “us”
evidence-worth-address = It addresses the reader
evidence-worth-spoken = It is worded as talk, not as news
evidence-worth-opinion = It judges or urges
evidence-worth-furniture = It belongs to the page, not to the article
evidence-worth-quoted = It quotes words that can be compared
evidence-worth-supposed = It is supposed, not stated
