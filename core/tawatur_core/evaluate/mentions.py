"""Measure `find_mentions`: fields text, spans [{start, end, type}]; source groups the figures.

A mention is right when it ends where the labelled one ends and starts where it does, or later by
proclitics only, since some sets label لبنان with its و. Descriptions (الوزير الروسي) are not
counted: the sets label names alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tawatur_core.arabic.fold import fold_text
from tawatur_core.arabic.mentions import find_mentions
from tawatur_core.evaluate.measure import Fields, Row, Sheet
from tawatur_core.model import EntityKind, MentionRole, Span

# Types of the sets -> kinds; a type that is not here is only counted untyped.
KINDS = {
    **dict.fromkeys(("PER", "PERS", "person"), EntityKind.PERSON),
    **dict.fromkeys(("LOC", "GPE", "place"), EntityKind.PLACE),
    **dict.fromkeys(("ORG", "organisation"), EntityKind.ORGANISATION),
}
_CLITICS = frozenset("وفبلكسا")


def measure(rows: Sequence[Row], sheet: Sheet) -> None:
    """Write untyped and typed precision, recall and F1, per source."""
    for number, row in enumerate(rows, 1):
        text = str(row["text"])
        with sheet.timed(text):
            found = find_mentions(text)
        names = [(m.span, m.kind) for m in found if m.role is not MentionRole.DESCRIPTION]
        source = str(row.get("source", ""))
        groups = ["untyped", f"untyped, {source}"] if source else ["untyped"]
        gold = [_label(span) for span in row["spans"]]
        _compare(sheet, (number, text), names, gold, groups)


def _label(span: Mapping[str, Any]) -> tuple[Span, str]:
    fields = Fields(span)
    return Span(int(fields["start"]), int(fields["end"])), str(fields["type"])


def _compare(
    sheet: Sheet,
    at: tuple[int, str],
    names: Sequence[tuple[Span, EntityKind]],
    gold: Sequence[tuple[Span, str]],
    groups: Sequence[str],
) -> None:
    (row, text), left = at, list(gold)
    for span, kind in names:
        match = next((g for g in left if same_place(text, span, g[0])), None)
        if match is not None:
            left.remove(match)
            if match[1] in KINDS:
                sheet.share("kind right", KINDS[match[1]] is kind)
        else:
            sheet.miss(row, "spurious", "", span.of(text), _around(text, span))
        for group in groups:
            sheet.count(group, right=match is not None, spurious=match is None)
    for span, kind_label in left:
        sheet.miss(row, "missed", f"{kind_label} {span.of(text)}", "", _around(text, span))
    for group in groups:
        sheet.count(group, missed=len(left))


def same_place(text: str, found: Span, labelled: Span) -> bool:
    """Whether the two are one mention, proclitics at the start left aside."""
    if found.end != labelled.end:
        return False
    start, end = sorted((found.start, labelled.start))
    between = fold_text(text[start:end])
    return len(between) <= _MOST_CLITICS and set(between) <= _CLITICS


_MOST_CLITICS = 4  # letters: وبال


def _around(text: str, span: Span) -> str:
    return text[max(0, span.start - 30) : span.end + 20]
