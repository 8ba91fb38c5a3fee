# Values in words: kinds, slots, dates, quantities, relations, verdicts.

entity-kind-person = Person
entity-kind-place = Place
entity-kind-organisation = Organisation
entity-kind-event = Event
entity-kind-other = Other

claim-kind-statement = Statement
claim-kind-direct-quote = Direct quote
claim-kind-indirect-quote = Indirect quote

mention-role-name = Full name
mention-role-short = Short name
mention-role-description = Description

slot-speaker = Speaker
slot-via = Via
slot-who = Who
slot-what = What
slot-when = When
slot-where = Where
slot-how-many = How many
slot-polarity = Polarity
slot-certainty = Certainty

origin-analyst = set by the analyst
origin-accepted = accepted by the analyst
origin-proposed = proposed

precision-day = to the day
precision-week = to the week
precision-month = to the month
precision-season = to the season
precision-year = to the year
precision-decade = to the decade
precision-span = a span

hedge-exact = exactly
hedge-at-least = at least
hedge-at-most = at most
hedge-about = about

polarity-affirmed = Affirmed
polarity-denied = Denied

certainty-certain = Certain
certainty-probable = Probable
certainty-possible = Possible

conflict-kind-speaker = Speaker
conflict-kind-authority = Authority
conflict-kind-who = Who
conflict-kind-what = What
conflict-kind-when = When
conflict-kind-order = Order of events
conflict-kind-where = Where
conflict-kind-how-many = How many
conflict-kind-polarity = Polarity
conflict-kind-certainty = Certainty
conflict-kind-wording = Quote wording
conflict-kind-name = Name

conflict-question-speaker = Who said it?
conflict-question-authority = On whose authority?
conflict-question-who = Who is meant?
conflict-question-what = What happened?
conflict-question-when = When was it?
conflict-question-order = Which came first?
conflict-question-where = Where was it?
conflict-question-how-many = How many?
conflict-question-polarity = Affirmed or denied?
conflict-question-certainty = How certain?
conflict-question-wording = What are the exact words?
conflict-question-name = The same entity?

relation-same = same
relation-compatible = compatible
relation-different = different
relation-unknown = unknown

choice-one-side = One account
choice-edited = Edited value
choice-both-stand = Both stand
choice-different-events = Different events
choice-not-a-conflict = Not a conflict
choice-deferred = Later
choice-same-entity = The same entity
choice-different-entities = Different entities

confidence-high = high
confidence-medium = medium
confidence-low = low

verdict-one-side = Account { $side }
verdict-edited = Edited value: { $value }
side-letters = A B C D E F G H I J K L M N O P Q R S T U V W X Y Z

number-million = { $count ->
   *[other] { $shown } million
}
number-billion = { $count ->
   *[other] { $shown } billion
}
how-many-exact = { $number }
how-many-more-than = more than { $number }
how-many-at-least = at least { $number }
how-many-less-than = fewer than { $number }
how-many-at-most = up to { $number }
how-many-about = about { $number }
how-many-range = between { $low } and { $high }
how-many-about-range = between about { $low } and { $high }

when-unresolved = “{ $text }” (date not resolved)
when-until = until { $day }
when-since = since { $day }
when-day = { $day } { $month } { $year }
when-day-month = { $day } { $month }
when-days = { $days } { $month } { $year }
when-month = { $month } { $year }
when-year = { $year }
when-years = { $first } to { $last }
when-from-to = { $first } – { $last }
when-moment = { $day }, { $time }
published-unknown = publication date unknown

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
