# What the check of a project finds.
check-body-changed = The stored text of an article is not what was imported.
check-body-missing = The text of an article is missing.
check-span-moved = “{ $quote }” no longer stands where it was marked ({ $table }).
check-index-stale = The search index does not fit an article; it is made anew when the project is repaired.
check-row-missing = A row of { $table } is missing.
check-row-changed = A row of { $table } is not what the history says.
check-row-stray = A row of { $table } is not accounted for by the history.
check-chain-broken = The history was changed from outside ({ $row }).
check-chain-cut = The end of the history is missing ({ $row }).
check-op-stray = An entry of the history belongs to no edit ({ $row }).
check-sqlite = The database reports damage: { $detail }
check-unreadable = A part of the file cannot be read: { $detail }
