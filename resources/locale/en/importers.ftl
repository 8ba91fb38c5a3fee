# How the encoding of a text file was decided.
encoding-basis-mark = the file begins with a byte-order mark
encoding-basis-valid = the bytes are valid UTF-8
encoding-basis-statistics = the letters and words are those of Arabic text
encoding-basis-analyst = chosen by the analyst
