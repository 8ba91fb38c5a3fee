"""Pieces of TEI: text that XML can hold, pointers into a text, values as feature structures."""

from __future__ import annotations

import re
from functools import lru_cache

from tawatur_core.bulk import remembered
from tawatur_core.exporters.lines import compact
from tawatur_core.model import (
    Certainty,
    HowMany,
    Party,
    Polarity,
    Slot,
    SlotValue,
    Span,
    When,
    Words,
)

# What XML 1.0 has no way to write (https://www.w3.org/TR/xml/#charsets), not even by a reference.
FORBIDDEN = "".join(chr(code) for code in (*range(1, 9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF))
_FORBIDDEN = re.compile(f"[{re.escape(FORBIDDEN)}]")
_SPECIAL = re.compile(f"[&<>\r{re.escape(FORBIDDEN)}]")
_IN_ATTRIBUTE = re.compile(f'[&<"\t\n\r{re.escape(FORBIDDEN)}]')
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_CERT = {Certainty.CERTAIN: "high", Certainty.PROBABLE: "medium", Certainty.POSSIBLE: "low"}


def content(text: str) -> str:
    """Return a text as the content of an element.

    A character that XML cannot hold becomes ``<g ref="#u…"/>``, which stands for that one character
    and is declared in the header (TEI Guidelines, 5: non-standard characters).
    """
    return _SPECIAL.sub(_escaped, text) if _SPECIAL.search(text) else text


def _escaped(found: re.Match[str]) -> str:
    char = found.group()
    return _ESCAPES.get(char) or f'<g ref="#u{ord(char):04X}"/>'


def json_in_xml(value: object) -> str:
    """Return compact JSON without a character that XML cannot hold."""
    told = compact(value)
    return told.replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff")


def quoted(text: str) -> str:
    """Return the words under a span as its content, which takes text alone; else nothing."""
    if _SPECIAL.search(text) is None:
        return text
    return "" if _FORBIDDEN.search(text) else content(text)


def attribute(text: str) -> str:
    """Return a text as the value of an attribute, in quotes.

    White space is kept by references. What XML cannot hold at all becomes U+FFFD: only keys and
    addresses stand in attributes, texts of people never do.
    """
    if _IN_ATTRIBUTE.search(text) is None:
        return f'"{text}"'
    told = _FORBIDDEN.sub("\ufffd", text).replace("&", "&amp;").replace("<", "&lt;")
    told = told.replace('"', "&quot;").replace("\t", "&#9;").replace("\n", "&#10;")
    return '"' + told.replace("\r", "&#13;") + '"'


def char_declarations() -> str:
    """Return the declarations of all characters that XML cannot hold."""
    codes = [f"{ord(char):04X}" for char in FORBIDDEN]
    told = [
        f'<char xml:id="u{code}"><localProp name="codepoint" value="{code}"/></char>'
        for code in codes
    ]
    return "<charDecl>" + "".join(told) + "</charDecl>"


def pointer(text_id: str, span: Span) -> str:
    """Return a pointer to code points of a text (TEI Guidelines, 17.2.4: string-range)."""
    start = span.start
    return f"#string-range({text_id},{start},{span.end - start})"


def pointers(text_id: str, spans: tuple[Span, ...]) -> str:
    """Return one pointer for each span."""
    if len(spans) == 1:
        return pointer(text_id, spans[0])
    return " ".join([pointer(text_id, span) for span in spans])


def cert_of(slots: tuple[Slot, ...]) -> str:
    """Return the attribute that says how sure a claim's source is; '' where it does not say."""
    for slot in slots:
        if isinstance(slot.value, Certainty):
            return f' cert="{_CERT[slot.value]}"'
    return ""


def slot_structure(slot: Slot, text_id: str) -> str:
    """Return a slot as a feature structure: its value, who set it, and the words it rests on."""
    span = slot.span
    words = "" if span is None else f'<f name="words" fVal="{pointer(text_id, span)}"/>'
    return (
        f'<fs xml:id="s-{slot.id}" type="{slot.name}">{symbol("origin", slot.origin)}'
        f"{_value(slot.value)}{words}</fs>"
    )


def _features(value: SlotValue) -> str:
    match value:
        case Party(text, entity):
            linked = f'<f name="entity" fVal="#e-{entity}"/>' if entity else ""
            return string("text", text) + linked
        case When(text, first, last, precision, how):
            told = [
                string("text", text),
                symbol("first", first.isoformat()) if first else "",
                symbol("last", last.isoformat()) if last else "",
                symbol("precision", precision),
                string("how", how),
            ]
            return "".join(told)
        case HowMany(text, low, high, unit, hedge):
            least = "" if low is None else f'<f name="low"><numeric value="{low}"/></f>'
            most = "" if high is None else f'<f name="high"><numeric value="{high}"/></f>'
            measured = string("unit", unit) + symbol("hedge", hedge)
            return f"{string('text', text)}{least}{most}{measured}"
        case Words(text):
            return string("text", text)
        case Polarity() | Certainty():
            return symbol("value", value)


_value = remembered(_features)


def string(name: str, text: str) -> str:
    """Return a feature whose value is a text; nothing for the empty one."""
    return f'<f name="{name}"><string>{content(text)}</string></f>' if text else ""


@lru_cache(maxsize=1 << 12)
def symbol(name: str, value: str) -> str:
    """Return a feature whose value is one word."""
    return f'<f name="{name}"><symbol value="{value}"/></f>'
