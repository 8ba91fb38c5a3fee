"""A project with something of everything, for the tests of store and edit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from tawatur_core.edit import claims, documents, entities, mentions, verdicts
from tawatur_core.model import (
    Choice,
    ClaimId,
    ClaimKind,
    ClaimProposal,
    Conflict,
    ConflictKey,
    ConflictKind,
    DocumentDraft,
    DocumentId,
    EntityId,
    EntityKind,
    EntityProposal,
    EventGroup,
    Evidence,
    ExternalId,
    GroupKey,
    Hedge,
    HowMany,
    MentionId,
    MentionProposal,
    MentionRole,
    Party,
    Polarity,
    Precision,
    ProposalKey,
    Provenance,
    Relation,
    SlotComparison,
    SlotDraft,
    SlotName,
    Span,
    When,
)
from tawatur_core.store.derived import put_reconciliation
from tawatur_core.store.proposals import put_proposals
from tawatur_core.store.schema import DERIVED, RECORDED
from tawatur_core.store.session import Reader, Session

PLAIN = "\nوصل لافروف إلى بيونغ يانغ السبت.\nوقال لافروف إن 10 آلاف جندي قاتلوا."
# Vowel signs, an emoji of several code points, bidi controls, a line that was CRLF, a flag.
ODD = "قَالَ كِيمْ 👨‍👩‍👧 إنّ \u2067النصر\u2069 قريب.\nأكّد كيم ذلك 🇰🇵 اليوم e\u0301."
PROVENANCE = Provenance("a.txt", "ab" * 32, "utf-8", "encoding-utf8")

Dump = dict[str, list[tuple[object, ...]]]


def dump(reader: Reader, *, derived: bool = False) -> Dump:
    """Return every row of the recorded (or derived) tables, sorted."""
    names = DERIVED if derived else tuple(RECORDED)
    return {name: sorted(reader.db.execute(f"SELECT * FROM {name}"), key=repr) for name in names}


@dataclass(frozen=True)
class Project:
    """A session and the ids of what is in it."""

    session: Session
    plain: DocumentId
    odd: DocumentId
    lavrov: EntityId
    lavrof: EntityId
    kim: EntityId
    first: MentionId
    second: MentionId
    claim: ClaimId
    quote: ClaimId
    conflict: Conflict
    pair: EntityProposal

    @property
    def keys(self) -> list[ProposalKey]:
        """The keys of the open proposals."""
        rows = self.session.db.execute(
            "SELECT key FROM proposal WHERE open = 1 ORDER BY document, start, key"
        )
        return [ProposalKey(key) for (key,) in rows]


def place(text: str, words: str, nth: int = 0) -> Span:
    """Return where `words` stand in `text`."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def draft(text: str, title: str = "عنوان", residue: tuple[Span, ...] = ()) -> DocumentDraft:
    return DocumentDraft(
        text, title, PROVENANCE, published=date(2025, 7, 12), published_basis="x", residue=residue
    )


def make(path: Path) -> Project:
    """Make the project; its last step is a verdict."""
    session = Session.create(path, analyst="منى", title="تجربة")
    plain, odd = documents.add(
        session, [draft(PLAIN, "وصول", (place(PLAIN, "السبت"),)), draft(ODD, "نصر")]
    )
    lavrov = entities.create(
        session, "سيرجي لافروف", EntityKind.PERSON, name_latin="Lavrov", aliases=["لافروف"]
    )
    lavrof = entities.create(session, "سيرغي لافروف", EntityKind.PERSON, aliases=["الوزير"])
    entities.add_external_id(session, lavrov, ExternalId("wikidata", "Q58217"))
    kim = entities.create(session, "كيم", EntityKind.PERSON)
    first = mentions.mark(session, plain, place(PLAIN, "لافروف"), entity=lavrov)
    second = mentions.mark(
        session, plain, place(PLAIN, "لافروف", 1), entity=lavrof, role=MentionRole.SHORT
    )
    number = HowMany("10 آلاف", Decimal(10000), Decimal("10000.0"), "جندي", Hedge.EXACT)
    day = When("السبت", date(2025, 7, 12), date(2025, 7, 12), Precision.DAY, "how")
    claim = claims.mark(
        session,
        plain,
        [place(PLAIN, "10 آلاف جندي"), place(PLAIN, "السبت")],
        ClaimKind.INDIRECT_QUOTE,
        [
            SlotDraft(SlotName.SPEAKER, Party("لافروف", lavrof), place(PLAIN, "لافروف", 1)),
            SlotDraft(SlotName.HOW_MANY, number, place(PLAIN, "10 آلاف")),
            SlotDraft(SlotName.WHEN, day),
            SlotDraft(SlotName.POLARITY, Polarity.AFFIRMED),
        ],
    )
    quote = claims.mark(session, odd, [place(ODD, "أكّد كيم ذلك")])
    conflict, pair = _reconciled(session, claim, quote, lavrov, lavrof)
    _proposed(session, plain, odd, lavrov)
    verdicts.decide(session, conflict, Choice.BOTH_STAND, reason="مصدران")
    return Project(
        session, plain, odd, lavrov, lavrof, kim, first, second, claim, quote, conflict, pair
    )


def _reconciled(
    session: Session, claim: ClaimId, quote: ClaimId, a: EntityId, b: EntityId
) -> tuple[Conflict, EntityProposal]:
    reasons = (Evidence("evidence-x", 0.5, {"why": "لأن"}),)
    group = EventGroup(GroupKey("g"), (claim, quote), 2, reasons)
    row = SlotComparison(
        ConflictKind.HOW_MANY,
        Relation.DIFFERENT,
        (HowMany("10 آلاف", Decimal(10), None), None),
        (Span(3, 9), None),
        reasons,
    )
    conflict = Conflict(
        ConflictKey("c"),
        ConflictKind.HOW_MANY,
        group.key,
        (claim, quote),
        (row,),
        1.0,
        0.7,
        reasons,
    )
    pair = EntityProposal(ConflictKey("e"), a, b, 0.93, reasons)
    put_reconciliation(session, [group], [conflict], [pair])
    return conflict, pair


def _proposed(session: Session, plain: DocumentId, odd: DocumentId, lavrov: EntityId) -> None:
    def mention(
        document: DocumentId, text: str, words: str, name: str, entity: EntityId | None
    ) -> MentionProposal:
        return MentionProposal(
            ProposalKey(""),
            document,
            place(text, words),
            words,
            MentionRole.NAME,
            EntityKind.PLACE,
            name,
            entity,
            0.8,
            (Evidence("evidence-x", 0.5),),
        )

    span = place(PLAIN, "وصل لافروف إلى بيونغ يانغ")
    slots = (SlotDraft(SlotName.SPEAKER, Party("لافروف", lavrov), place(PLAIN, "لافروف")),)
    claim = ClaimProposal(
        ProposalKey(""), plain, (span,), span.of(PLAIN), ClaimKind.STATEMENT, slots, 0.6, ()
    )
    put_proposals(
        session, plain, [mention(plain, PLAIN, "بيونغ يانغ", "بيونج يانج", None)], [claim]
    )
    put_proposals(session, odd, [mention(odd, ODD, "كيم", "كيم", None)], [])
