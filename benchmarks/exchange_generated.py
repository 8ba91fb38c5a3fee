"""A project of generated articles with annotations of every kind: 20 an article.

Six claims (every third in two parts) with three slots each, fourteen mentions linked to entities,
and a verdict for every tenth article.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from store_generated import drafts

from tawatur_core.edit.restore import restore
from tawatur_core.model import (
    Choice,
    Claim,
    ClaimId,
    ClaimKind,
    Confidence,
    ConflictKey,
    ConflictKind,
    Document,
    DocumentDraft,
    DocumentId,
    Entity,
    EntityId,
    EntityKind,
    ExternalId,
    Hedge,
    HowMany,
    Mention,
    MentionId,
    MentionRole,
    Origin,
    Party,
    Polarity,
    Precision,
    Slot,
    SlotId,
    SlotName,
    Span,
    Verdict,
    VerdictId,
    When,
)
from tawatur_core.plugins import Annotated, Restored
from tawatur_core.store.ids import new_ids
from tawatur_core.store.session import Session

CLAIMS, MENTIONS = 6, 14
_AT = datetime(2026, 1, 1, tzinfo=UTC)
_GROUP = 250


def project(path: Path, documents: int, *, claims: int = CLAIMS, mentions: int = MENTIONS) -> Path:
    """Return a project of so many articles, made if it is not there."""
    if path.exists():
        return path
    session = Session.create(path, analyst="قياس", title=f"{documents} مقال")
    listed = list(entities(max(20, documents // 10)))
    restore(session, Restored("", listed))
    for start in range(0, documents, _GROUP):
        count = min(_GROUP, documents - start)
        made = [
            annotated(draft, listed, n, claims, mentions)
            for n, draft in enumerate(drafts(count, size=4000, seed=start + 1), start)
        ]
        verdicts = [_verdict(one, n) for n, one in enumerate(made) if n % 10 == 0]
        restore(session, Restored("", [], made, verdicts))
    session.close()
    return path


def entities(count: int) -> Iterator[Entity]:
    for n, id_ in enumerate(new_ids(count)):
        yield Entity(
            EntityId(id_),
            f"كيان {n}",
            f"Entity {n}",
            list(EntityKind)[n % 5],
            (f"كيان رقم {n}", f"الكيان {n}"),
            (ExternalId("wikidata", f"Q{n + 1}"),),
            "ملاحظة" if n % 7 == 0 else "",
        )


def annotated(
    draft: DocumentDraft, listed: list[Entity], seed: int, claims: int, mentions: int
) -> Annotated:
    rng = random.Random(seed)
    text = draft.text
    (id_,) = new_ids(1)
    document = Document(
        DocumentId(id_), text, hashlib.sha256(text.encode()).hexdigest(), draft.title,
        draft.provenance, draft.outlet, "", f"https://example.org/{seed}", draft.published, "",
        (Span(0, 5),), _AT,
    )  # fmt: skip
    words = _words(text)
    return Annotated(
        document,
        tuple(_claim(document, words, listed, rng, n) for n in range(claims)),
        tuple(_mention(document, words, listed, rng) for _ in range(mentions)),
    )


def _words(text: str) -> list[Span]:
    found, at = [], 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        found.append(Span(start, at))
    return found


def _claim(
    document: Document, words: list[Span], listed: list[Entity], rng: random.Random, n: int
) -> Claim:
    first = rng.randrange(len(words) - 40)
    spans = [Span(words[first].start, words[first + 14].end)]
    if n % 3 == 0:
        spans.append(Span(words[first + 18].start, words[first + 25].end))
    text = document.text
    inside = words[first + 2]
    entity = rng.choice(listed)
    values = (
        (SlotName.SPEAKER, Party(entity.name, entity.id), inside),
        (
            SlotName.HOW_MANY,
            HowMany("10 آلاف", Decimal(10000), None, "جندي", Hedge.AT_LEAST),
            words[first + 4],
        ),
        (
            (SlotName.WHEN, When("أمس", date(2025, 1, 1), date(2025, 1, 1), Precision.DAY), None)
            if n % 2
            else (SlotName.POLARITY, Polarity.DENIED, None)
        ),
    )
    slots = tuple(
        Slot(SlotId(id_), name, value, span, Origin.ACCEPTED)
        for id_, (name, value, span) in zip(new_ids(3), values, strict=True)
    )
    return Claim(
        ClaimId(new_ids(1)[0]), document.id, tuple(spans), " … ".join(s.of(text) for s in spans),
        list(ClaimKind)[n % 3], slots, "ملاحظة" if n == 0 else "", Origin.ACCEPTED, "قياس",
        _AT + timedelta(minutes=n),
    )  # fmt: skip


def _mention(
    document: Document, words: list[Span], listed: list[Entity], rng: random.Random
) -> Mention:
    first = rng.randrange(len(words) - 2)
    span = Span(words[first].start, words[first + rng.randrange(2)].end)
    return Mention(
        MentionId(new_ids(1)[0]), document.id, span, span.of(document.text),
        MentionRole.NAME, rng.choice(listed).id, Origin.ACCEPTED, "قياس",
    )  # fmt: skip


def _verdict(one: Annotated, n: int) -> Verdict:
    return Verdict(
        VerdictId(new_ids(1)[0]), ConflictKey(f"c-{one.document.id}"), ConflictKind.HOW_MANY,
        Choice.BOTH_STAND, "", "", f"سبب {n}", Confidence.HIGH,
        (one.claims[0].id, one.claims[1].id), ("10", "12"), "قياس", _AT, False,
    )  # fmt: skip
