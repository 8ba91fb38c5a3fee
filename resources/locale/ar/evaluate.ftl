# ما يطبعه الأمر tawatur evaluate.
evaluate-report = { $task }: عدد الصفوف في { $file } هو { $rows }، وعدد الحروف { $characters } في { $seconds } ث ({ $us_per_kilobyte } ميكروثانية لكل 1000)
evaluate-counts = { $measure }: الدقة { $precision }، الاستيفاء { $recall }، F1 { $f1 } (صواب { $right }، فائت { $missed }، زائد { $spurious })
evaluate-share = { $measure }: { $value } ({ $holds } من { $of })
evaluate-figure = { $measure }: { $value }
evaluate-miss = { $row } · { $measure } · المطلوب «{ $wanted }»، والناتج «{ $got }» · { $text }
