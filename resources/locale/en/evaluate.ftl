# What `tawatur evaluate` prints.
evaluate-report = { $task }: { $rows ->
    [one] 1 row
   *[other] { $rows } rows
} of { $file }, { $characters } characters in { $seconds } s ({ $us_per_kilobyte } µs for 1,000)
evaluate-counts = { $measure }: precision { $precision }, recall { $recall }, F1 { $f1 } (right { $right }, missed { $missed }, spurious { $spurious })
evaluate-share = { $measure }: { $value } ({ $holds } of { $of })
evaluate-figure = { $measure }: { $value }
evaluate-miss = { $row } · { $measure } · wanted “{ $wanted }”, got “{ $got }” · { $text }
