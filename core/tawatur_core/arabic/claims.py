"""Claims worth checking: `find_claims`.

A claim is a clause that says something checkable, with who says it, when, where, how many, and
whether it is denied or only supposed. Opinion, questions and filler score low and are left out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tawatur_core.arabic.attribution import find_attributions
from tawatur_core.arabic.attribution_phrases import Reading
from tawatur_core.arabic.claims_clauses import Clause, clauses
from tawatur_core.arabic.claims_score import Signs, score
from tawatur_core.arabic.claims_slots import Within, slots_of
from tawatur_core.arabic.claims_words import QUESTIONS
from tawatur_core.arabic.dates import find_dates
from tawatur_core.arabic.mentions import find_mentions
from tawatur_core.arabic.numbers import find_quantities
from tawatur_core.arabic.results import ClaimFound, DateFound, Known, MentionFound, Quantity
from tawatur_core.model import ClaimKind, Evidence

WORTH = 0.5  # a clause below this score is not proposed


@dataclass(frozen=True, slots=True)
class Facts:
    """What the other reading functions found in a text."""

    quantities: Within[Quantity]
    dates: Within[DateFound]
    mentions: Within[MentionFound]


def find_claims(
    text: str,
    published: date | None = None,
    known: Sequence[Known] = (),
    *,
    mentions: Sequence[MentionFound] | None = None,
) -> list[ClaimFound]:
    """Return the clauses of `text` worth checking, in text order, with their slots.

    `published` resolves relative dates; `mentions` may be given when they were found already.
    """
    reading = Reading.of(text)
    facts = Facts(
        quantities=Within(find_quantities(text)),
        dates=Within(find_dates(text, published)),
        mentions=Within(find_mentions(text, known) if mentions is None else mentions),
    )
    found = find_attributions(text)
    claims = (_claim(reading, clause, facts) for clause in clauses(reading, found))
    return [claim for claim in claims if claim is not None]


def _claim(reading: Reading, clause: Clause, facts: Facts) -> ClaimFound | None:
    span = clause.span
    low, high = reading.index(span.start), reading.index(span.end)
    words = reading.folded[low:high]
    if not words:
        return None
    dates = facts.dates.of(span)
    quantities = [
        one
        for one in facts.quantities.of(span)
        if not any(one.span.overlaps(day.span) for day in dates)
    ]
    piece = reading.text[span.start : span.end + 2]
    sentence = clause.sentence
    signs = Signs(
        words=words,
        length=reading.index(sentence.end) - reading.index(sentence.start),
        quantities=len(quantities),
        dates=len(dates),
        names=len(facts.mentions.of(span)),
        attributed=clause.said is not None and clause.said.speaker is not None,
        quoted=clause.kind is not ClaimKind.DIRECT_QUOTE and _quotes(reading, low, high),
        question=words[0] in QUESTIONS or "؟" in piece or "?" in piece,
        exclaims="!" in piece,
    )
    worth, reasons = score(signs)
    if round(worth, 3) < WORTH:
        return None
    slots = slots_of(reading, clause, quantities, dates, facts.mentions)
    evidence = reasons
    if clause.said is not None:
        evidence = (*_said(clause.said.evidence), *reasons)
    return ClaimFound((span,), clause.kind, round(worth, 3), slots, evidence)


def _quotes(reading: Reading, low: int, high: int) -> bool:
    """Whether words of somebody stand in quotation marks between two words."""
    parted, opens = reading.parted, reading.opens
    places = parted[bisect_left(parted, low) : bisect_left(parted, high)]
    return any(at in opens and not opens[at].title for at in places)


def _said(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    return tuple(one for one in evidence if one.code == "evidence-said-cue")
