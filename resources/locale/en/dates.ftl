# How a date was resolved (ids stand in DateFound.how) and what proves a publication date.

date-how-absolute = a complete date in the text
date-how-hijri = a Hijri date, converted by the Umm al-Qura calendar
date-how-hijri-arithmetic = a Hijri date outside the Umm al-Qura tables, converted by arithmetic; it may be a day or two off
date-how-nearest-year = no year is given: the year that brings it nearest to publication
date-how-same-year = no year is given: the year of publication
date-how-next-announced = no year is given and the verb is in the future: the next such date after publication
date-how-since = no year is given, and what has been so since then is past: the latest such date before publication
date-how-relative = counted from the publication date
date-how-weekday-latest = a bare weekday: the latest such day at or before publication
date-how-weekday-next = a weekday of something to come: the next such day after publication
date-how-weekday-corrects = the weekday named does not fit the recorded publication date; the weekday is taken
date-how-story = counted from the date told before it in the story
date-how-other-event = counted from another event, not from publication, so not resolved
date-how-event-name = the name of an event or place called after a day, not a day of this year
date-how-vague = an indefinite stretch of time, so not resolved
date-how-no-publication = the publication date is unknown, so nothing relative is resolved
date-how-no-such-day = the calendar has no such day
date-how-before-christ = a year before Christ, which the calendar does not reach, so not resolved
date-bound-since = what is told began then
date-bound-until = what is told lasted, or is to last, until then
date-bound-before = what is told was before then
date-bound-after = what is told was after then
evidence-published-today = “{ $words }” proves that it was published on { $date }
evidence-published-line = a line with the date: { $words }
evidence-published-weekday = “{ $day }” falls once in “{ $range }”: { $date }
