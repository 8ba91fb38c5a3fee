"""What a claim marked by hand comes with: proposed slots, never more than proposed."""

from __future__ import annotations

from tawatur_core.arabic.claims_slots import says_how_many
from tawatur_core.arabic.results import DateFound, Quantity
from tawatur_core.model import (
    ClaimKind,
    ClaimProposal,
    HowMany,
    SlotDraft,
    SlotName,
    Span,
    When,
)
from tawatur_gui.reading.article import Article
from tawatur_gui.reading.values_found import Values

_CHAIN = (SlotName.SPEAKER, SlotName.VIA)
_ENCLOSING = (("«", "»"), ("“", "”"), ('"', '"'))


def drafts(article: Article, values: Values, span: Span) -> tuple[ClaimKind, list[SlotDraft]]:
    """Return kind and proposed slots for a claim on `span`.

    They come from the proposed claim that overlaps most, else from the dates and numbers inside.
    """
    near = _nearest(article, span)
    slots: list[SlotDraft] = []
    if near is not None:
        slots = [
            slot
            for slot in near.slots
            if slot.name in _CHAIN or slot.span is None or span.contains(slot.span)
        ]
    text = article.document.text
    covered = [slot.span for slot in slots if slot.span is not None]
    for one in values.found:
        if span.contains(one.span) and not any(one.span.overlaps(other) for other in covered):
            slots += _slot(one, text)
    kind = near.kind if near is not None else _kind(text, span)
    return kind, slots


def _nearest(article: Article, span: Span) -> ClaimProposal | None:
    """Return the proposed claim that shares most of its words with the span, at least half."""

    def shared(offer: ClaimProposal) -> float:
        common = sum(
            max(0, min(span.end, part.end) - max(span.start, part.start)) for part in offer.spans
        )
        whole = max(len(span), sum(len(part) for part in offer.spans))
        return common / whole if whole else 0.0

    best = max(article.claim_proposals.values(), key=shared, default=None)
    return best if best is not None and shared(best) >= 0.5 else None


def _slot(one: DateFound | Quantity, text: str) -> list[SlotDraft]:
    words = one.span.of(text)
    if isinstance(one, DateFound):
        when = When(words, one.first, one.last, one.precision, one.how)
        return [SlotDraft(SlotName.WHEN, when, one.span)]
    if not says_how_many(text, one):
        return []
    amount = HowMany(words, one.low, one.high, one.unit, one.hedge)
    return [SlotDraft(SlotName.HOW_MANY, amount, one.span)]


def _kind(text: str, span: Span) -> ClaimKind:
    """Take words in quotation marks for a direct quote."""
    inside = span.of(text)
    around = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    for left, right in _ENCLOSING:
        if around == (left, right) or (inside.startswith(left) and inside.endswith(right)):
            return ClaimKind.DIRECT_QUOTE
    return ClaimKind.STATEMENT
