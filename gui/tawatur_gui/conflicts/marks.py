"""Which words of each side of a conflict are shown as differing and which as agreeing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from tawatur_core.arabic import fold, fold_text, words
from tawatur_core.model import (
    Claim,
    ClaimId,
    Conflict,
    ConflictKind,
    Relation,
    SlotComparison,
    SlotValue,
    Span,
    Words,
)

_AGREES = frozenset({Relation.SAME, Relation.COMPATIBLE})


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a document (code points) and how they relate to the other sides' words."""

    span: Span
    relation: Relation
    row: int  # of Conflict.rows; the row of the table that these words belong to


def marks(conflict: Conflict, claims: Mapping[ClaimId, Claim]) -> tuple[tuple[Mark, ...], ...]:
    """Return the marks of each side, in text order and without overlap (differing words win)."""
    sides: list[list[Mark]] = [[] for _ in conflict.claims]
    for number, row in enumerate(conflict.rows):
        if row.relation is Relation.UNKNOWN:
            continue
        found = _wording(row, number, conflict, claims) if _is_wording(row) else _whole(row, number)
        for side, more in zip(sides, found, strict=True):
            side.extend(more)
    return tuple(_apart(side) for side in sides)


def ends(
    conflict: Conflict, found: Sequence[Sequence[Mark]]
) -> tuple[tuple[tuple[Span, ...], ...], ...]:
    """Return for each row and side the words that a line may be drawn from.

    `found` are the marks of the sides. Words that another row marked already are this row's too.
    """
    sides = range(len(conflict.claims))
    return tuple(
        tuple(_ends(row, number, found[side], row.spans[side]) for side in sides)
        for number, row in enumerate(conflict.rows)
    )


def _ends(
    row: SlotComparison, number: int, found: Sequence[Mark], span: Span | None
) -> tuple[Span, ...]:
    differs = row.relation is Relation.DIFFERENT
    own = tuple(
        mark.span
        for mark in found
        if mark.row == number and (mark.relation is Relation.DIFFERENT) == differs
    )
    return own or ((span,) if span is not None else ())


def _is_wording(row: SlotComparison) -> bool:
    return row.kind is ConflictKind.WORDING and row.relation is not Relation.SAME


def _whole(row: SlotComparison, number: int) -> list[list[Mark]]:
    """Return the words a slot rests on, for each side."""
    return [[Mark(span, row.relation, number)] if span else [] for span in row.spans]


def _wording(
    row: SlotComparison, number: int, conflict: Conflict, claims: Mapping[ClaimId, Claim]
) -> list[list[Mark]]:
    """Return the words that the sides' quotes share and, in a conflict, those they do not.

    The first side is compared with the second, every other one with the first.
    """
    quoted = [
        _quoted(span, value, claims.get(claim))
        for span, value, claim in zip(row.spans, row.values, conflict.claims, strict=True)
    ]
    sides: list[list[Mark]] = []
    for index, (text, start) in enumerate(quoted):
        other = quoted[1 if index == 0 else 0][0]
        found = differing(text, other) if text and other else []
        sides.append(
            [
                Mark(span.shifted(start), relation, number)
                for span, relation in found
                if relation is Relation.SAME or row.relation is Relation.DIFFERENT
            ]
        )
    return sides


def _quoted(span: Span | None, value: SlotValue | None, claim: Claim | None) -> tuple[str, int]:
    """Return the quoted words of a side as they stand in its document, and where they start.

    Empty when they cannot be told: the claim is gone, in pieces, or does not hold the value.
    """
    if claim is None or len(claim.spans) != 1:
        return "", 0
    whole = claim.spans[0]
    if span is None and isinstance(value, Words):
        span = _found(claim.quote, value.text)
        span = span.shifted(whole.start) if span else None
    if span is None or not whole.contains(span):
        return "", 0
    return span.shifted(-whole.start).of(claim.quote), span.start


def _found(text: str, wanted: str) -> Span | None:
    """Return where `wanted` stands in `text`, spelling variants ignored."""
    folded = fold(text)
    needle = fold_text(wanted).strip()
    start = folded.text.find(needle) if needle else -1
    return folded.original(Span(start, start + len(needle))) if start >= 0 else None


def differing(text: str, other: str) -> list[tuple[Span, Relation]]:
    """Return the stretches of `text` that `other` also has (SAME) and that it has not (DIFFERENT).

    Word by word, spelling variants ignored; spans are code points of `text`.
    """
    mine, theirs = words(text), words(other)
    matcher = SequenceMatcher(
        None, [word.folded for word in mine], [word.folded for word in theirs], autojunk=False
    )
    found = []
    for tag, start, end, _, _ in matcher.get_opcodes():
        if start == end:
            continue
        span = Span(mine[start].start, mine[end - 1].end)
        found.append((span, Relation.SAME if tag == "equal" else Relation.DIFFERENT))
    return found


def _apart(side: Sequence[Mark]) -> tuple[Mark, ...]:
    """Return the marks in text order; where two overlap, the differing or earlier row's stays."""
    kept: list[Mark] = []
    for mark in sorted(side, key=lambda m: (m.relation in _AGREES, m.row, m.span)):
        if len(mark.span) and not any(mark.span.overlaps(other.span) for other in kept):
            kept.append(mark)
    return tuple(sorted(kept, key=lambda m: m.span))
