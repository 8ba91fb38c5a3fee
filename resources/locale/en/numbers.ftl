# Why a quantity was read as it was.

evidence-number-digits = written in figures
evidence-number-spelled = written in words
evidence-number-dual = a noun in the dual, so two
evidence-number-hedge = a qualifier changes the meaning: “{ $words }”
evidence-number-range = a range between two bounds
evidence-number-unit = what is counted: { $unit }
