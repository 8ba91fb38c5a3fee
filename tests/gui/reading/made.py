"""A project on the sample articles with claims, mentions, proposals and a conflict made by hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

from tawatur_core.edit import claims, documents, entities, mentions
from tawatur_core.importers import sample
from tawatur_core.model import (
    Certainty,
    ClaimId,
    ClaimKind,
    ClaimProposal,
    Conflict,
    ConflictKey,
    ConflictKind,
    DocumentId,
    EntityId,
    EntityKind,
    EventGroup,
    Evidence,
    GroupKey,
    Hedge,
    HowMany,
    MentionProposal,
    MentionRole,
    Origin,
    Party,
    Precision,
    ProposalKey,
    Relation,
    SlotComparison,
    SlotDraft,
    SlotName,
    Span,
    When,
)
from tawatur_core.store import derived, proposals
from tawatur_core.store.documents import document
from tawatur_core.store.session import Session

PERSON, PLACE, BODY = EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORGANISATION


@dataclass
class Made:
    """The project and what stands in it; `texts` by document."""

    session: Session
    documents: list[DocumentId]
    texts: dict[DocumentId, str] = field(default_factory=dict)
    entities: dict[str, EntityId] = field(default_factory=dict)
    visit: ClaimId = field(init=False)
    soldiers: ClaimId = field(init=False)
    others: ClaimId = field(init=False)

    def span(self, document: DocumentId, words: str, nth: int = 0) -> Span:
        """Where words stand in a document."""
        at = -1
        for _ in range(nth + 1):
            at = self.texts[document].index(words, at + 1)
        return Span(at, at + len(words))

    def between(self, document: DocumentId, first: str, last: str) -> Span:
        """From the first words to the end of the last."""
        start = self.texts[document].index(first)
        return Span(start, self.texts[document].index(last, start) + len(last))


def make(path: Path, analyst: str = "هـ.س") -> Made:
    """Create the project."""
    session = Session.create(path, analyst=analyst, title="لافروف وكوريا الشمالية")
    ids = documents.add(session, sample.drafts("ar"))
    made = Made(session, ids, {id_: document(session, id_).text for id_ in ids})
    for name, kind in (
        ("سيرغي لافروف", PERSON),
        ("كوريا الشمالية", PLACE),
        ("بيونج يانج", PLACE),
        ("وونسان", PLACE),
        ("روسيا", PLACE),
        ("وكالة الأنباء المركزية الكورية الشمالية", BODY),
        ("قناة القاهرة الإخبارية", BODY),
    ):
        made.entities[name] = entities.create(session, name, kind)
    _mentions(made)
    _claims(made)
    _proposals(made)
    _conflict(made)
    return made


def _mentions(made: Made) -> None:
    here = made.documents[2]
    for words, name, nth in (
        ("سيرغي لافروف", "سيرغي لافروف", 0),
        ("كوريا الشمالية", "كوريا الشمالية", 1),
        ("قناة القاهرة الإخبارية", "قناة القاهرة الإخبارية", 0),
        ("لافروف", "سيرغي لافروف", 1),
        ("كوريا الشمالية", "كوريا الشمالية", 2),
        ("وونسان", "وونسان", 0),
        ("وكالة الأنباء المركزية الكورية الشمالية", "وكالة الأنباء المركزية الكورية الشمالية", 0),
    ):
        span = made.span(here, words, nth)
        mentions.mark(made.session, here, span, entity=made.entities[name])
    mentions.mark(made.session, here, made.span(here, "وبيونغ يانغ"))


def _claims(made: Made) -> None:
    here, other, session = made.documents[2], made.documents[0], made.session
    agency = made.entities["وكالة الأنباء المركزية الكورية الشمالية"]
    channel = made.entities["قناة القاهرة الإخبارية"]
    made.visit = claims.mark(
        session, here, [made.between(here, "جاء هذا", "11 يوليو 2025")], ClaimKind.STATEMENT
    )
    count = made.span(here, "أكثر من 10 آلاف جندي")
    made.soldiers = claims.mark(
        session,
        here,
        [made.between(here, "ذكرت وكالة", "ضد أوكرانيا")],
        ClaimKind.INDIRECT_QUOTE,
        [
            SlotDraft(
                SlotName.SPEAKER, Party("وكالة الأنباء المركزية", agency), origin=Origin.ANALYST
            ),
            SlotDraft(SlotName.VIA, Party("قناة القاهرة الإخبارية", channel)),
            SlotDraft(SlotName.HOW_MANY, _soldiers(), count, Origin.ANALYST),
            SlotDraft(SlotName.WHEN, When("حيث أرسلت", None, date(2025, 7, 12), Precision.DAY)),
            SlotDraft(SlotName.WHERE, Party("روسيا", made.entities["روسيا"])),
            SlotDraft(SlotName.CERTAINTY, Certainty.CERTAIN, origin=Origin.ANALYST),
        ],
    )
    made.others = claims.mark(
        session,
        other,
        [made.between(other, "بأن الجارة", "أكثر من 10 آلاف جندي")],
        ClaimKind.INDIRECT_QUOTE,
        [SlotDraft(SlotName.SPEAKER, Party("جهاز الاستخبارات في كوريا الجنوبية"))],
    )


def _soldiers() -> HowMany:
    return HowMany("أكثر من 10 آلاف جندي", Decimal(10_000), None, "جندي", Hedge.AT_LEAST)


def _proposals(made: Made) -> None:
    here = made.documents[2]
    why = (Evidence("evidence-number-digits", 0.6), Evidence("evidence-number-range", -0.2))
    names = [
        MentionProposal(
            ProposalKey(""), here, span, span.of(made.texts[here]), MentionRole.NAME, PERSON,
            "تشوي سون هوي", None, 0.9, why,
        )
        for span in [made.span(here, "تشوي سون هوي")]
    ]  # fmt: skip
    names += [
        MentionProposal(
            ProposalKey(""), here, span, span.of(made.texts[here]), MentionRole.NAME, PLACE,
            "روسيا", made.entities["روسيا"], 0.8, why,
        )
        for span in [made.span(here, "روسيا", 2), made.span(here, "روسيا", 3)]
    ]  # fmt: skip
    told = made.between(here, "وصل لافروف إلى كوريا الشمالية لإجراء", "في شبه الجزيرة الكورية")
    claim = ClaimProposal(
        ProposalKey(""), here, (told,), told.of(made.texts[here]), ClaimKind.STATEMENT,
        (SlotDraft(SlotName.WHERE, Party("كوريا الشمالية")),), 0.7, why,
    )  # fmt: skip
    proposals.put_proposals(made.session, here, names, [claim])


def _conflict(made: Made) -> None:
    group = GroupKey("group-soldiers")
    sides = (made.soldiers, made.others)
    rows = (
        SlotComparison(
            ConflictKind.AUTHORITY,
            Relation.DIFFERENT,
            (
                Party("وكالة الأنباء المركزية الكورية الشمالية"),
                Party("جهاز الاستخبارات في كوريا الجنوبية"),
            ),
            (None, None),
        ),
        SlotComparison(
            ConflictKind.HOW_MANY, Relation.SAME, (_soldiers(), _soldiers()), (None, None)
        ),
    )
    conflict = Conflict(
        ConflictKey("conflict-soldiers"), ConflictKind.AUTHORITY, group, sides, rows, 0.9, 0.8
    )
    derived.put_reconciliation(made.session, [EventGroup(group, sides, 2)], [conflict], [])
