"""What stands at the head of the page: title and the line of particulars."""

from __future__ import annotations

from tawatur_core import phrasing
from tawatur_core.model import Document, Span
from tawatur_core.wording import Wording


def heading(document: Document, words: Wording) -> tuple[str, str, tuple[Span, ...]]:
    """Return title, meta line and residue: what the page's layout depends on."""
    outlet = document.outlet or words.say("read-outlet-not-known")
    length = words.say("read-characters", count=len(document.text))
    parts = [
        phrasing.published(document.published, words),
        outlet,
        length,
        document.provenance.encoding.upper(),
    ]
    # Not a first-strong isolate: it would look past the isolates inside and find no letter.
    isolate = "\u2067" if words.right_to_left else "\u2066"
    meta = " · ".join(f"{isolate}{part}\u2069" for part in parts if part)
    return document.title, meta, document.residue
