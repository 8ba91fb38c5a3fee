"""What stands in the PDF report, top to bottom, before anything is set on a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tawatur_core.exporters.report import report_view
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Corpus
from tawatur_core.wording import Wording, isolated

_GAP = " · "


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph in a style of the page. `keep` holds it on one page with what follows."""

    text: str
    style: str
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """Numbers with their names, side by side."""

    figures: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """Text in pieces, each with its sign: '', 'claim', 'same' or 'different'."""

    pieces: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """The pieces as one text."""
        return "".join(text for text, _ in self.pieces)


@dataclass(frozen=True, slots=True)
class Side:
    """One account of a conflict."""

    head: str
    meta: str
    excerpt: Marked


@dataclass(frozen=True, slots=True)
class Sides:
    """The accounts of a conflict, beside one another."""

    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; `note` is small print below."""

    text: str
    style: str = "cell"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; `shares` are the widths of the columns. The head stands on every page."""

    shares: tuple[float, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A hairline with room above and below."""


Block = Text | Figures | Sides | Table | Rule


def blocks(corpus: Corpus, words: Wording, monitor: Monitor) -> list[Block]:
    """Return the report of a corpus. Raises Cancelled."""
    view = report_view(corpus, words, monitor)
    made = list(_head(view, words))
    made.append(Text(words.say("report-conflicts"), "h2", keep=True))
    for conflict in view["conflicts"]:
        made += _conflict(conflict, words)
    if not view["conflicts"]:
        made.append(Text(words.say("report-no-conflicts"), "muted"))
    if view["lapsed"]:
        made.append(Text(words.say("report-lapsed"), "h2", keep=True))
        made.append(Text(words.say("report-lapsed-why"), "muted", keep=True))
    for lapsed in view["lapsed"]:
        made += _lapsed(lapsed, words)
    made.append(Text(words.say("report-entities"), "h2", keep=True))
    made.append(_entities(view, words))
    made.append(Text(words.say("report-articles"), "h2", keep=True))
    for article in view["articles"]:
        made += _article(article, words)
    return made


def plain(made: list[Block]) -> Iterator[str]:
    """Yield the texts of blocks as lines, for a preview."""
    for block in made:
        match block:
            case Text(text):
                yield text
            case Figures(figures):
                yield _GAP.join(f"{name}: {number}" for number, name in figures)
            case Sides(sides):
                for side in sides:
                    yield from (side.head, side.meta, side.excerpt.text)
            case Table():
                yield from (" | ".join(cell.text for cell in row) for row in block.rows)
            case Rule():
                yield ""


def _joined(parts: list[str]) -> str:
    """Return parts in a row; each keeps its own direction, those that are empty are left out."""
    return _GAP.join(isolated(part) for part in parts if part)


def _head(view: dict[str, Any], words: Wording) -> Iterator[Block]:
    yield Text(view["title"], "h1")
    made = words.say("report-made", day=view["made"])
    if view["reviewed_only"]:
        made = f"{made}{_GAP}{words.say('report-reviewed-only')}"
    yield Text(made, "meta")
    yield Figures(tuple((figure["number"], figure["name"]) for figure in view["figures"]))


def _conflict(conflict: dict[str, Any], words: Wording) -> Iterator[Block]:
    yield Text(f"⇄ {conflict['question']}", "question", keep=True)
    yield Text(conflict["chains"], "meta", keep=True)
    yield Sides(tuple(_side(side) for side in conflict["sides"]))
    heads = conflict["heads"]
    shares = (0.9, *(max(1.4, 2.8 / len(heads)) for _ in heads), 2.2)
    rows = tuple(
        (
            Cell(row["name"], "head"),
            *(Cell(cell) for cell in row["cells"]),
            Cell(row["sign"], row["relation"], _joined(row["reasons"])),
        )
        for row in conflict["rows"]
    )
    yield Table(shares, ("", *heads, words.say("report-comparison")), rows)
    if conflict["open"]:
        yield Text(conflict["open"], "open", keep=bool(conflict["verdicts"]))
    for verdict in conflict["verdicts"]:
        sign, look = ("✓ ", "verdict") if verdict["stands"] else ("", "past")
        yield from _verdict(verdict, sign, look)
    yield Rule()


def _verdict(verdict: dict[str, Any], sign: str, look: str) -> Iterator[Block]:
    told = verdict["choice"]
    if verdict["reason"]:
        told = f"{told} — {isolated(verdict['reason'])}"
    yield Text(f"{sign}{told}", look, keep=True)
    yield Text(verdict["by"], "meta")


def _lapsed(lapsed: dict[str, Any], words: Wording) -> Iterator[Block]:
    yield Text(lapsed["question"], "h3", keep=True)
    rows = tuple(
        (
            Cell(side["letter"], "head"),
            Cell(side["seen"]),
            Cell(side["quote"] or side["source"], note=side["source"] if side["quote"] else ""),
        )
        for side in lapsed["sides"]
    )
    head = ("", words.say("report-seen"), words.say("report-claim-now"))
    yield Table((0.3, 1.4, 2.8), head, rows)
    for place, verdict in enumerate(lapsed["verdicts"]):
        yield from _verdict(verdict, "", "past" if place else "verdict")
    yield Rule()


def _side(side: dict[str, Any]) -> Side:
    meta = [side["published"], side["outlet"], side["chain"]]
    pieces = tuple((piece["text"], piece["sign"]) for piece in side["excerpt"])
    return Side(
        f"{side['letter']}{_GAP}{side['title']}",
        _joined(meta),
        Marked(pieces),
    )


def _entities(view: dict[str, Any], words: Wording) -> Block:
    if not view["entities"]:
        return Text(words.say("report-no-entities"), "muted")
    names = ("report-name", "report-kind", "report-spellings", "report-mentions")
    comma = "، " if words.right_to_left else ", "
    rows = tuple(
        (
            Cell(entity["name"], note=entity["latin"]),
            Cell(entity["kind"], "head"),
            Cell(comma.join(entity["spellings"])),
            Cell(str(entity["mentions"])),
        )
        for entity in view["entities"]
    )
    return Table((1.8, 0.9, 3.2, 0.8), tuple(words.say(name) for name in names), rows)


def _article(article: dict[str, Any], words: Wording) -> Iterator[Block]:
    yield Text(article["title"], "h3", keep=True)
    meta = [article["published"], article["outlet"], article["basis"]]
    yield Text(_joined(meta), "meta", keep=bool(article["claims"]))
    for number, claim in enumerate(article["claims"], start=1):
        yield Text(f"{number}. {claim['quote']}", "quote", keep=True)
        chain = [claim["kind"], claim["chain"], claim["chains"]]
        yield Text(_joined(chain), "meta")
        if claim["slots"]:
            yield Text(_joined([_slot(slot, words) for slot in claim["slots"]]), "slots")
        if claim["note"]:
            yield Text(claim["note"], "muted")
    if not article["claims"]:
        yield Text(words.say("report-no-claims"), "muted")
    yield Rule()


def _slot(slot: dict[str, Any], words: Wording) -> str:
    told = f"{slot['name']}: {isolated(slot['value'])}"
    return told if slot["sure"] else f"{told} ({words.say('report-proposed')})"
