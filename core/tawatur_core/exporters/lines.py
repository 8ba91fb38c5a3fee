"""Lines of JSON: one object a line for every reader."""

from __future__ import annotations

import json

# Legal in JSON, but line ends to many readers of lines.
_BREAKS = {mark: f"\\u{ord(mark):04x}" for mark in "\u0085\u2028\u2029"}

# Compact JSON of a value; made once, `json.dumps` would make an encoder for each.
compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def json_line(value: object) -> str:
    """Return a value as one line of compact JSON, its end included."""
    line = compact(value)
    for mark, escaped in _BREAKS.items():  # several times faster than str.translate
        if mark in line:
            line = line.replace(mark, escaped)
    return line + "\n"
