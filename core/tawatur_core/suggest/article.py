"""Proposals for one article: its names and its claims worth checking.

What is marked as residue (captions, web furniture) is never proposed. A key says the same thing
whenever it is proposed again, so that a rejected proposal does not return.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from tawatur_core.arabic.claims import find_claims
from tawatur_core.arabic.mentions import find_mentions
from tawatur_core.arabic.results import ClaimFound, Known, MentionFound
from tawatur_core.model import (
    ClaimProposal,
    Document,
    EntityId,
    MentionProposal,
    ProposalKey,
    ProposalKind,
    SlotDraft,
    Span,
)

_json = json.JSONEncoder(ensure_ascii=False).encode
JOIN = " … "  # between the pieces of a claim's quote


def propose(
    document: Document, known: Sequence[Known] = ()
) -> tuple[list[MentionProposal], list[ClaimProposal]]:
    """Return the mentions and claims proposed for a document, each in text order.

    `known` are the names the project has; a mention of one of them links to its entity.
    """
    mentions = find_mentions(document.text, known)
    claims = find_claims(document.text, document.published, known, mentions=mentions)
    return (
        [_mention(document, one) for one in mentions if _in_article(document, (one.span,))],
        [_claim(document, one) for one in claims if _in_article(document, one.spans)],
    )


def _in_article(document: Document, spans: Sequence[Span]) -> bool:
    residue = document.residue
    return not residue or not any(span.overlaps(part) for span in spans for part in residue)


def _mention(document: Document, found: MentionFound) -> MentionProposal:
    return MentionProposal(
        key=_key(document, ProposalKind.MENTION, (found.span,), found.name),
        document=document.id,
        span=found.span,
        quote=found.span.of(document.text),
        role=found.role,
        kind=found.kind,
        name=found.name,
        entity=EntityId(found.entity) if found.entity else None,
        score=found.score,
        evidence=found.evidence,
    )


def _claim(document: Document, found: ClaimFound) -> ClaimProposal:
    return ClaimProposal(
        key=_key(document, ProposalKind.CLAIM, found.spans, ""),
        document=document.id,
        spans=found.spans,
        quote=JOIN.join(span.of(document.text) for span in found.spans),
        kind=found.kind,
        slots=_unresidued(document, found.slots),
        score=found.score,
        evidence=found.evidence,
    )


def _unresidued(document: Document, slots: Sequence[SlotDraft]) -> tuple[SlotDraft, ...]:
    """Return the slots whose words belong to the article."""
    return tuple(slot for slot in slots if slot.span is None or _in_article(document, (slot.span,)))


def _key(document: Document, kind: ProposalKind, spans: Sequence[Span], name: str) -> ProposalKey:
    # The store makes the same key when it keeps a proposal: a rejected one is known by it.
    # It is JSON, put together by hand: the encoder is many times as slow for a list as for a text.
    places = ",".join([f"[{span.start},{span.end}]" for span in spans])
    written = f"[{_json(document.id)},{_json(kind)},[{places}],{_json(name)}]"
    return ProposalKey(hashlib.sha256(written.encode()).hexdigest()[:32])
