"""Attributions against labelled sentences.

Fields of a row: text (or seed, a file of the sample corpus), cue {start, end}, kind; optional
speaker {start, end}, speaker_core (its head as text), speaker_implicit, via {start, end}, content
{start, end}. Several rows may share a text. Measures: `cue` (a found cue that overlaps no labelled
one is spurious, although rows that label one cue a text may leave right ones out), `speaker` (the
span covers the labelled core and at least half of its words are the same; for an implicit speaker
the same words, or none and carried over), and the shares `speaker-exact`, `via`, `content-exact`,
`kind`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tawatur_core import paths
from tawatur_core.arabic.attribution import find_attributions
from tawatur_core.arabic.results import AttributionFound
from tawatur_core.evaluate.measure import Row, Sheet
from tawatur_core.model import Span

_SAME = 0.5  # of the words of both speakers together


def measure(rows: Sequence[Row], sheet: Sheet) -> None:
    """Measure `find_attributions` on the rows."""
    by_text: dict[str, list[Row]] = {}
    for row in rows:
        by_text.setdefault(_text(row), []).append(row)
    for text, labelled in by_text.items():
        with sheet.timed(text):
            found = find_attributions(text)
        used: set[int] = set()
        for row in labelled:
            _one(row, text, found, used, sheet)
        for place, one in enumerate(found):
            if place not in used:
                sheet.count("cue", spurious=1)
                sheet.miss(labelled[0].get("id", ""), "cue", "", one.cue.of(text), text)


def _text(row: Row) -> str:
    """Return the text a row is about: its own, or that of an article of the sample corpus."""
    if "seed" not in row:
        return str(row["text"])
    return (paths.seeds() / str(row["seed"])).read_text(encoding="utf-8")


def _one(
    row: Row, text: str, found: Sequence[AttributionFound], used: set[int], sheet: Sheet
) -> None:
    cue = _span(row["cue"])
    name = row.get("id", "")
    place = next((n for n, one in enumerate(found) if one.cue.overlaps(cue)), None)
    if place is None:
        sheet.count("cue", missed=1)
        sheet.count("speaker", missed=1)
        sheet.miss(name, "cue", cue.of(text), "", text)
        return
    used.add(place)
    one = found[place]
    sheet.count("cue", right=1)
    right = _speaker_right(row, text, one)
    if right:
        sheet.count("speaker", right=1)
    else:
        sheet.count("speaker", missed=1, spurious=int(one.speaker is not None))
        sheet.miss(name, "speaker", _shown(row.get("speaker"), text), _of(one.speaker, text), text)
    if row.get("speaker"):
        sheet.share("speaker-exact", one.speaker == _span(row["speaker"]))
    if row.get("via"):
        via = _span(row["via"])
        holds = one.via is not None and one.via.overlaps(via)
        sheet.share("via", holds)
        if not holds:
            sheet.miss(name, "via", via.of(text), _of(one.via, text), text)
    if row.get("content"):
        content = _span(row["content"])
        holds = _trim(content, text) == _trim(one.content, text)
        sheet.share("content-exact", holds)
        if not holds:
            sheet.miss(name, "content", content.of(text), one.content.of(text), text)
    if row["kind"] in {"direct", "indirect", "according"}:
        sheet.share("kind", row["kind"] == one.kind)


def _speaker_right(row: Row, text: str, one: AttributionFound) -> bool:
    label = row.get("speaker")
    if not label:
        return one.speaker is None or one.carried_over
    if row.get("speaker_implicit") and one.speaker is not None:
        # Any earlier mention of the same words will do.
        return one.speaker.of(text) == _span(label).of(text)
    if one.speaker is None:
        return False
    span = _span(label)
    if one.speaker == span:
        return True
    wanted, got = set(span.of(text).split()), set(one.speaker.of(text).split())
    core = set(str(row.get("speaker_core") or "").split()) & wanted
    return core <= got and len(wanted & got) >= _SAME * len(wanted | got)


def _trim(span: Span, text: str) -> str:
    return span.of(text).strip(" .،,؛:\"“”«»'")


def _span(value: Mapping[str, Any]) -> Span:
    return Span(value["start"], value["end"])


def _shown(value: Mapping[str, Any] | None, text: str) -> str:
    return _span(value).of(text) if value else ""


def _of(span: Span | None, text: str) -> str:
    return span.of(text) if span else ""
