"""CoNLL with BIO tags: a line a token, names and claims in a column each, in CoNLL-U Plus.

A proclitic written together with a name is a token of its own, so that the name can be tagged; a
mention that a token boundary still cuts is left out and named in a comment. White space, offsets
(code points) and what a tag cannot say stand in MISC, so that text and marks come back. Tags of a
column never overlap: what lies within or across another stands in MISC alone.
https://universaldependencies.org/ext-format.html
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from tawatur_core.errors import ExportMismatch
from tawatur_core.exporters import losses
from tawatur_core.kinds import EntityKind
from tawatur_core.model import Claim, Document, Mention, Span
from tawatur_core.monitor import Monitor, Silent
from tawatur_core.plugins import Corpus, Loss
from tawatur_core.standoff.conll import (
    COLUMNS,
    GENERATOR,
    TAGS,
    Article,
    articles,
    escape,
    runs,
    spaces_after,
)
from tawatur_core.standoff.take import Sheet, sheets
from tawatur_core.standoff.tokens import Place, fitted, lines, tokens
from tawatur_core.standoff.units import CLAIM, DOCUMENT, ENTITY, MENTION, VERSION, Unit

_GAP = " … "  # see model.Claim
# What is shown by the tag, or of the entity, which stands in a comment.
_SAID = {"name", "kind", "latin", "sameAs", "note", "group"}


def _uncut(mention: Mention, document: Document | None) -> Mention | None:
    whole = document and fitted(document.text, mention.span) == mention.span
    return mention if whole else None


def _whole_words(claim: Claim, document: Document | None) -> Claim | None:
    if document is None:
        return claim
    found = tuple(span for one in claim.spans if (span := fitted(document.text, one)))
    if not found or found == claim.spans:
        return claim if found else None
    quote = _GAP.join(span.of(document.text) for span in found)
    return replace(claim, spans=found, quote=quote)


CUT_MENTIONS = Loss("loss-cut-mentions", {Mention: _uncut})
CUT_CLAIMS = Loss("loss-cut-claims", {Claim: _whole_words})
NOTES = Loss("loss-claim-notes", {Claim: losses.without(note="")})
BLANK = Loss("loss-blank", {Document: lambda one, _: one if one.text.strip() else None})


class Conll:
    """One file of all documents."""

    name = "conll"
    suffix = ".conllup"
    losses = (
        CUT_MENTIONS,
        CUT_CLAIMS,
        BLANK,
        losses.SLOTS,
        NOTES,
        losses.VERDICTS,
        losses.RESIDUE,
        losses.REJECTIONS,
        losses.GROUPS,
        losses.CONFLICTS,
        losses.HISTORY,
    )

    def write(self, corpus: Corpus, destination: Path, language: str, monitor: Monitor) -> None:
        """Write the documents one after the other. Raises OSError, Cancelled."""
        with destination.open("w", encoding="utf-8", newline="\n") as file:
            file.write(f"# global.columns = {' '.join(COLUMNS)}\n# {GENERATOR} = {VERSION}\n")
            for sheet in sheets(corpus, monitor):
                file.write("".join(_document(sheet)))

    def verify(self, corpus: Corpus, destination: Path) -> int:
        """Put the texts together from the tokens and slice them by tags and offsets.

        Raises ExportMismatch.
        """
        count = 0
        written = _written(destination)
        for sheet in sheets(corpus, Silent()):
            if not sheet.text.strip():
                continue
            text, found = next(written, ("", []))
            wanted = [(column, tag, sheet.text[start:end])
                      for column, shown in _shown(sheet).items()
                      for unit, (start, end), tagged in shown if tagged
                      for tag in [_tag(column, unit)]]  # fmt: skip
            if text != sheet.text or sorted(found) != sorted(wanted):
                raise ExportMismatch(destination, sheet.document.id)
            count += len(found)
        return count


Shown = list[tuple[Unit, Place, bool]]  # a unit, its place in whole words, whether it has tags


def _shown(sheet: Sheet) -> dict[str, Shown]:
    """Return for each column what is written: the longest of what overlaps gets the tags."""
    names = [(unit, place) for unit in sheet.units if unit.layer == MENTION
             and (place := _fit(sheet, unit)) == (unit.start, unit.end)]  # fmt: skip
    claims = [(claim, place) for claim in sheet.units if claim.layer == CLAIM
              for part in (claim, *claim.parts) if (place := _fit(sheet, part))]  # fmt: skip
    return {"NER": _apart(names), "CLAIM": _apart(claims)}


def _apart(rows: list[tuple[Unit, Place]]) -> Shown:
    taken: list[Place] = []
    tagged: set[int] = set()
    by_length = sorted(range(len(rows)), key=lambda n: rows[n][1][0] - rows[n][1][1])
    for n in by_length:
        start, end = rows[n][1]
        at = bisect_left(taken, (start, end))
        before = at == 0 or taken[at - 1][1] <= start
        if before and (at == len(taken) or end <= taken[at][0]):
            taken.insert(at, (start, end))
            tagged.add(n)
    return [(unit, place, n in tagged) for n, (unit, place) in enumerate(rows)]


def _fit(sheet: Sheet, unit: Unit) -> Place | None:
    span = fitted(sheet.text, Span(unit.start, unit.end))
    return (span.start, span.end) if span else None


def _tag(column: str, unit: Unit) -> str:
    kind = unit.features.get("kind", EntityKind.OTHER)
    return kind if column == "CLAIM" else TAGS[EntityKind(kind)]


def _document(sheet: Sheet) -> Iterator[str]:
    """Yield comments, then the sentences."""
    if not sheet.text.strip():
        return
    text = sheet.text
    shown = _shown(sheet)
    starts = [place[0] for rows in shown.values() for _, place, _ in rows]
    sentences = lines(text, tokens(text, starts))
    yield f"\n# newdoc id = {sheet.document.id}\n"
    for unit in sheet.units:
        if unit.layer in (DOCUMENT, ENTITY):
            yield f"# {unit.layer} = {_json(unit.features)}\n"
        elif unit.layer == MENTION and _fit(sheet, unit) != (unit.start, unit.end):
            words = escape(text[unit.start : unit.end], spaces=False)
            yield f"# cut = {unit.start}-{unit.end} {words}\n"
    cells = _cells([token for line in sentences for token in line], shown)
    begins = [start for line in sentences for start, _ in line] + [len(text)]
    number = 0
    for line in sentences:
        yield f"# text = {escape(text[line[0][0] : line[-1][1]], spaces=False)}\n"
        for n, (start, end) in enumerate(line, 1):
            number += 1
            misc = f"start_char={start}|end_char={end}"
            if number == 1 and start:
                misc += f"|SpacesBefore={escape(text[:start])}"
            after = text[end : begins[number]]
            if after != " " or n == len(line):
                after = spaces_after(after, last=n == len(line))
                misc += f"|{after}" if after else ""
            ner, claim, *more = cells[start]
            told = "|".join([misc, *more])
            yield f"{text[start:end]}\t{ner}\t{claim}\t{told}\n"
        yield "\n"


def _cells(placed: list[Place], shown: dict[str, Shown]) -> dict[int, list[str]]:
    """Return by the start of each token its tags, and what MISC says of what begins there."""
    cells = {start: ["O", "O"] for start, _ in placed}
    order = [start for start, _ in placed]
    for n, (column, rows) in enumerate(shown.items()):
        parts: dict[int, int] = defaultdict(int)
        for unit, (start, end), tagged in rows:
            inside = order[bisect_left(order, start) : bisect_left(order, end)]
            parts[id(unit)] += 1
            more: dict[str, object] = {"part": parts[id(unit)]} if unit.parts else {}
            if tagged:
                tag = _tag(column, unit)
                for at in inside:
                    cells[at][n] = f"{'B' if at == start else 'I'}-{tag}"
            else:
                more |= {"tokens": len(inside), "tag": _tag(column, unit)}
            told = {name: said for name, said in unit.features.items() if name not in _SAID}
            cells[start].append(f"{unit.layer}={escape(_json(told | more), spaces=False)}")
    return cells


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _written(destination: Path) -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    """Yield the text of each document, and column, tag and words of each run of tags."""
    with destination.open(encoding="utf-8", newline="\n") as file:
        head = next(file)
        held: list[str] = []
        for line in chain(file, ["# newdoc"]):
            if not line.startswith("# newdoc"):
                held.append(line)
                continue
            for _, article in articles([head, *held]):
                if article.sentences:
                    yield _runs(article, destination)
            held = []


def _runs(article: Article, destination: Path) -> tuple[str, list[tuple[str, str, str]]]:
    text, places = article.text()
    rows = [token for sentence in article.sentences for token in sentence]
    for token, place in zip(rows, places, strict=True):
        if (token.said("start_char"), token.said("end_char")) != tuple(map(str, place)):
            raise ExportMismatch(destination, f"{token.form}: {place[0]}–{place[1]}")
    found = [
        (COLUMNS[n], tag, text[places[first][0] : places[last - 1][1]])
        for n in (1, 2)
        for tag, first, last in runs(token.cells[n] for token in rows)
    ]
    return text, found
