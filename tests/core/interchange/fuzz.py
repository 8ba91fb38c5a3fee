"""Broken files: valid ones with bytes or values changed. An importer refuses them, or reads sense."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings, strategies as st

from tawatur_core.errors import TawaturError
from tawatur_core.monitor import Silent
from tawatur_core.plugins import AnnotationImporter, Incoming

# No deadline: the machine may be busy. The folder of a test is shared by its examples.
FUZZ = settings(
    max_examples=120, deadline=None, suppress_health_check=list(HealthCheck), database=None
)
_JUNK: st.SearchStrategy[Any] = st.sampled_from(
    [
        *(None, True, -1, 0, 3, 10**30, 1.5, float("inf"), "", "x", "\ud800", "\0", "1999-99-99"),
        *([], {}, [1], {"a": 1}, [[]], {"id": []}, "\u202e", "../../x", "#string-range(x,1,9)"),
    ]
)
_SNIPPETS = st.sampled_from(
    [
        b"",
        b"\0",
        b"\xff",
        b"<",
        b">",
        b"&x;",
        b'"',
        b"{",
        b"]",
        b"-1",
        b"999999999999",
        b"\n",
        b"id",
    ]
) | st.binary(max_size=6)


@st.composite
def broken_bytes(draw: st.DrawFn, valid: bytes) -> bytes:
    """Return the file cut off, or with some bytes replaced or put in."""
    data = valid
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        data = data[:at] + draw(_SNIPPETS) + data[at + draw(st.sampled_from([0, 0, 1, 3, 40])) :]
    return data[: draw(st.integers(0, len(data)))] if draw(st.booleans()) else data


@st.composite
def broken_json(draw: st.DrawFn, valid: Any) -> bytes:
    """Return valid JSON with some of its values replaced, taken out or doubled."""
    value = copy.deepcopy(valid)
    for _ in range(draw(st.integers(1, 3))):
        at = value
        for _ in range(draw(st.integers(1, 9))):
            keys = list(at) if isinstance(at, dict) else list(range(len(at)))
            if not keys:
                break
            key = draw(st.sampled_from(keys))
            if isinstance(at[key], dict | list) and at[key] and draw(st.integers(0, 5)):
                at = at[key]
                continue
            how = draw(st.integers(0, 3))
            if how == 0:
                del at[key]
            elif how == 1 and isinstance(at, list):
                at.append(copy.deepcopy(at[key]))
            else:
                at[key] = copy.deepcopy(draw(_JUNK))
            break
    return json.dumps(value).encode()


def survives(importer: AnnotationImporter, path: Path, data: bytes) -> None:
    """Read a broken file: only a failure with words may come of it, or records that hold together."""
    path.write_bytes(data)
    try:
        importer.recognises(path)
        incoming = importer.read(path, Silent())
    except TawaturError:
        return
    _sound(incoming)


def _sound(incoming: Incoming) -> None:
    for marked in incoming.marked:
        text, ids = marked.draft.text, {mark.id for mark in marked.marks}
        assert text.strip()
        assert "\0" not in text
        assert "\r" not in text
        text.encode()
        for mark in marked.marks:
            assert all(0 <= span.start < span.end <= len(text) for span in mark.spans)
        for link in marked.links:
            assert {link.source, link.target} <= ids
    for annotated in incoming.restored.documents:
        text = annotated.document.text
        for claim in annotated.claims:
            assert all(span.end <= len(text) for span in claim.spans)
        for mention in annotated.mentions:
            assert mention.span.of(text) == mention.quote
