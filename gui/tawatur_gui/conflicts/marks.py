"""Which words of each side of a conflict are shown as differing and which as agreeing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from tawatur_core.arabic import fold_text, words
from tawatur_core.model import (
    Claim,
    ClaimId,
    Conflict,
    ConflictKind,
    Relation,
    SlotComparison,
    Span,
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


def _is_wording(row: SlotComparison) -> bool:
    return row.kind is ConflictKind.WORDING and row.relation is not Relation.SAME


def _whole(row: SlotComparison, number: int) -> list[list[Mark]]:
    """Return the words a slot rests on, for each side."""
    return [[Mark(span, row.relation, number)] if span else [] for span in row.spans]


def _wording(
    row: SlotComparison, number: int, conflict: Conflict, claims: Mapping[ClaimId, Claim]
) -> list[list[Mark]]:
    """Return the words of a quote that the first side has not, and the other way round.

    Spelling variants (hamza, marks, letters used for one another) are no difference.
    """
    texts = [
        _quoted(span, claims.get(claim))
        for span, claim in zip(row.spans, conflict.claims, strict=True)
    ]
    first = texts[0]
    sides: list[list[Mark]] = []
    for index, (text, start) in enumerate(texts):
        other = (
            next((t for i, (t, _) in enumerate(texts) if i != index and t), "")
            if index == 0
            else first[0]
        )
        sides.append(
            [
                Mark(span.shifted(start), relation, number)
                for span, relation in differing(text, other)
                if text and other
            ]
        )
    return sides


def _quoted(span: Span | None, claim: Claim | None) -> tuple[str, int]:
    """Return the words under a slot's span and where they start in the document."""
    if claim is None:
        return "", 0
    if span is None:
        return claim.quote if len(claim.spans) == 1 else "", claim.spans[0].start
    for part in claim.spans:
        if part.contains(span) and len(claim.spans) == 1:
            return claim.quote[span.start - part.start : span.end - part.start], span.start
    return "", span.start


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


def alike(text: str, other: str) -> bool:
    """Whether two values are the same words but for spelling variants."""
    return fold_text(text).split() == fold_text(other).split()
