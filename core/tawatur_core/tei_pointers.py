"""TEI as the exporter and the importer read it: texts with stand-ins, pointers into them.

Guidelines: https://tei-c.org/release/doc/tei-p5-doc/en/html/ (17.2.4 pointer schemes). Elements are
those of lxml.
"""

from __future__ import annotations

import re
from typing import Any

from tawatur_core.model import Span

TEI = "http://www.tei-c.org/ns/1.0"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_STRING_RANGE = re.compile(r"string-range\(\s*#?([^,()\s]*)\s*,\s*(\d{1,9})\s*,\s*(\d{1,9})\s*\)$")
_STAND_IN = re.compile(r"#u([0-9A-F]{4,6})$")  # of a character that XML cannot hold


def tag(name: str) -> str:
    """Return the name of a TEI element as lxml writes it."""
    return f"{{{TEI}}}{name}"


def text_of(element: Any) -> str:
    """Return the whole text of an element, with the characters that `g` elements stand for.

    Raises ValueError for a `g` that refers to no declared character of ours.
    """
    if not len(element):
        return element.text or ""
    parts = [element.text or ""]
    for inner in element:
        if inner.tag == tag("g") and inner.get("ref"):
            found = _STAND_IN.match(inner.get("ref"))
            if found is None:
                raise ValueError(f"g {inner.get('ref')}")
            parts.append(chr(int(found.group(1), 16)))
        elif isinstance(inner.tag, str):
            parts.append(text_of(inner))
        parts.append(inner.tail or "")
    return "".join(parts)


def range_of(pointer: str) -> tuple[str, Span]:
    """Return the id and the span of a pointer ``#string-range(id,offset,length)``.

    Raises ValueError for any other pointer.
    """
    found = _STRING_RANGE.match(pointer.removeprefix("#"))
    if found is None:
        raise ValueError(f"no string-range: {pointer[:60]}")
    start = int(found.group(2))
    return found.group(1), Span(start, start + int(found.group(3)))
