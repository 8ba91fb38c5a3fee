"""A small project on three sample articles, with conflicts made by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from tawatur_core.edit import claims, documents, entities, mentions
from tawatur_core.importers import sample
from tawatur_core.model import (
    Certainty,
    Claim,
    ClaimId,
    ClaimKind,
    Conflict,
    ConflictKey,
    ConflictKind,
    DocumentId,
    EntityId,
    EntityKind,
    EntityProposal,
    EventGroup,
    Evidence,
    GroupKey,
    Hedge,
    HowMany,
    Party,
    Precision,
    Relation,
    SlotComparison,
    SlotDraft,
    SlotName,
    SlotValue,
    Span,
    When,
    Words,
)
from tawatur_core.store import claims as claim_store, derived, documents as document_store
from tawatur_core.store.session import Session

ANALYST = "هـ.س"


@dataclass
class Made:
    """The project and what stands in it."""

    session: Session
    documents: list[DocumentId]
    soldiers: Conflict
    speaker: Conflict
    wording: Conflict
    dates: Conflict
    pair: EntityProposal
    long_name: EntityId
    short_name: EntityId


def make(path: Path) -> Made:
    """Create the project at `path`."""
    session = Session.create(path, analyst=ANALYST, title="لافروف وكوريا الشمالية")
    articles = documents.add(session, sample.drafts("ar"))
    maker = _Maker(session, articles)
    soldiers = maker.soldiers()
    speaker = maker.speaker()
    wording = maker.wording()
    dates = maker.dates()
    long_name, short_name = maker.names()
    pair = EntityProposal(
        ConflictKey("name:minister"),
        long_name,
        short_name,
        0.91,
        (Evidence("conflicts-next", 0.6), Evidence("conflicts-previous", -0.2)),
    )
    found = [soldiers, speaker, wording, dates]
    groups = [EventGroup(c.group, c.claims, 2) for c in found]
    derived.put_reconciliation(session, groups, found, [pair])
    return Made(session, articles, soldiers, speaker, wording, dates, pair, long_name, short_name)


class _Maker:
    def __init__(self, session: Session, articles: list[DocumentId]) -> None:
        self.session, self.articles = session, articles

    def span(self, article: int, words: str, after: int = 0) -> Span:
        text = document_store.document(self.session, self.articles[article]).text
        start = text.index(words, after)
        return Span(start, start + len(words))

    def claim(
        self,
        article: int,
        words: str,
        kind: ClaimKind,
        slots: list[tuple[SlotName, SlotValue, str]],
    ) -> Claim:
        whole = self.span(article, words)
        drafts = [
            SlotDraft(name, value, self.span(article, rests, whole.start) if rests else None)
            for name, value, rests in slots
        ]
        made = claims.mark(self.session, self.articles[article], [whole], kind, drafts)
        return claim_store.claim(self.session, made)

    def conflict(
        self,
        key: str,
        kind: ConflictKind,
        sides: list[Claim],
        weight: float,
        rows: list[SlotComparison],
    ) -> Conflict:
        ids: tuple[ClaimId, ...] = tuple(side.id for side in sides)
        return Conflict(
            ConflictKey(key), kind, GroupKey(f"group:{key}"), ids, tuple(rows), weight, 0.9
        )

    def row(
        self, kind: ConflictKind, relation: Relation, sides: list[Claim], name: SlotName
    ) -> SlotComparison:
        found = [next(iter(side.slots_named(name)), None) for side in sides]
        return SlotComparison(
            kind,
            relation,
            tuple(slot.value if slot else None for slot in found),
            tuple(slot.span if slot else None for slot in found),
            (Evidence("conflicts-next"),),
        )

    def soldiers(self) -> Conflict:
        many = HowMany("أكثر من 10 آلاف جندي", Decimal(10000), None, "جندي", Hedge.AT_LEAST)
        a = self.claim(
            0,
            "وأفاد جهاز الاستخبارات في كوريا الجنوبية، بأن الجارة الشمالية ربما تستعد لنشر قوات إضافية في روسيا، بعد إرسال أكثر من 10 آلاف جندي للقتال في صفوف القوات الروسية في الحرب ضد أوكرانيا",
            ClaimKind.INDIRECT_QUOTE,
            [
                (
                    SlotName.SPEAKER,
                    Party("جهاز الاستخبارات في كوريا الجنوبية"),
                    "جهاز الاستخبارات في كوريا الجنوبية",
                ),
                (SlotName.HOW_MANY, many, "أكثر من 10 آلاف جندي"),
                (SlotName.CERTAINTY, Certainty.PROBABLE, "ربما"),
                (
                    SlotName.WHAT,
                    Words("للقتال في صفوف القوات الروسية"),
                    "للقتال في صفوف القوات الروسية",
                ),
            ],
        )
        b = self.claim(
            2,
            "ذكرت وكالة الأنباء المركزية الكورية الشمالية أن العلاقات العسكرية بين البلدين تتطور، حيث أرسلت كوريا الشمالية أكثر من 10 آلاف جندي لدعم روسيا في حربها ضد أوكرانيا",
            ClaimKind.INDIRECT_QUOTE,
            [
                (
                    SlotName.SPEAKER,
                    Party("وكالة الأنباء المركزية الكورية الشمالية"),
                    "وكالة الأنباء المركزية الكورية الشمالية",
                ),
                (SlotName.VIA, Party("قناة القاهرة الإخبارية"), ""),
                (SlotName.HOW_MANY, many, "أكثر من 10 آلاف جندي"),
                (SlotName.CERTAINTY, Certainty.CERTAIN, ""),
                (SlotName.WHAT, Words("لدعم روسيا في حربها"), "لدعم روسيا في حربها"),
            ],
        )
        sides = [a, b]
        rows = [
            self.row(ConflictKind.AUTHORITY, Relation.DIFFERENT, sides, SlotName.SPEAKER),
            self.row(ConflictKind.HOW_MANY, Relation.SAME, sides, SlotName.HOW_MANY),
            self.row(ConflictKind.CERTAINTY, Relation.COMPATIBLE, sides, SlotName.CERTAINTY),
            self.row(ConflictKind.WHAT, Relation.COMPATIBLE, sides, SlotName.WHAT),
        ]
        return self.conflict("c:soldiers", ConflictKind.AUTHORITY, sides, 0.9, rows)

    def speaker(self) -> Conflict:
        words = "دون قيد أو شرط"
        a = self.claim(
            0,
            'فيما قالت وزيرة الخارجية الكورية الشمالية تشوي سون هوي، إن بلادها تدعم حق روسيا في حماية سلامة أراضيها وسيادتها، "دون قيد أو شرط وبشكل ثابت"',
            ClaimKind.DIRECT_QUOTE,
            [
                (SlotName.SPEAKER, Party("تشوي سون هوي"), "تشوي سون هوي"),
                (SlotName.WHAT, Words(words), words),
            ],
        )
        b = self.claim(
            1,
            "أعرب كيم جونج أون خلال اللقاء عن دعم الحكومة الكورية الشمالية الكامل “دون قيد أو شرط” لأي إجراءات تتخذها روسيا في حربها مع أوكرانيا",
            ClaimKind.DIRECT_QUOTE,
            [
                (SlotName.SPEAKER, Party("كيم جونج أون"), "كيم جونج أون"),
                (SlotName.WHAT, Words(words), words),
            ],
        )
        sides = [a, b]
        rows = [
            self.row(ConflictKind.SPEAKER, Relation.DIFFERENT, sides, SlotName.SPEAKER),
            self.row(ConflictKind.WHAT, Relation.SAME, sides, SlotName.WHAT),
        ]
        return self.conflict("c:speaker", ConflictKind.SPEAKER, sides, 1.0, rows)

    def wording(self) -> Conflict:
        a = self.claim(
            0,
            "إساءة استخدام العلاقات بينها لبناء تحالفات موجهة ضد أي طرف، بما في ذلك كوريا الديمقراطية وروسيا",
            ClaimKind.DIRECT_QUOTE,
            [(SlotName.SPEAKER, Party("لافروف"), "")],
        )
        b = self.claim(
            1,
            "تحذر من استغلال هذه العلاقات لتشكيل تحالفات موجهة ضد أي طرف، بما في ذلك كوريا الشمالية، وبالطبع روسيا",
            ClaimKind.DIRECT_QUOTE,
            [(SlotName.SPEAKER, Party("لافروف"), "")],
        )
        sides = [a, b]
        wording = SlotComparison(
            ConflictKind.WORDING,
            Relation.DIFFERENT,
            tuple(Words(side.quote) for side in sides),
            tuple(side.spans[0] for side in sides),
        )
        rows = [wording, self.row(ConflictKind.SPEAKER, Relation.SAME, sides, SlotName.SPEAKER)]
        return self.conflict("c:wording", ConflictKind.WORDING, sides, 0.5, rows)

    def dates(self) -> Conflict:
        """Three sides, so that the numbers on the buttons shift."""
        sides = []
        for article, words, first in (
            (0, "لحضور اجتماع منظمة شنجهاي للتعاون المقرر عقده، الاثنين، والثلاثاء", 14),
            (2, "لحضور اجتماع منظمة شنغهاي للتعاون يومي 14 و15 يوليو 2025", 14),
            (1, "في اليوم السابق", 12),
        ):
            when = When(words[-9:], date(2025, 7, first), date(2025, 7, 15), Precision.DAY)
            sides.append(
                self.claim(article, words, ClaimKind.STATEMENT, [(SlotName.WHEN, when, words[-9:])])
            )
        rows = [self.row(ConflictKind.WHEN, Relation.DIFFERENT, sides, SlotName.WHEN)]
        return self.conflict("c:dates", ConflictKind.WHEN, sides, 0.3, rows)

    def names(self) -> tuple[EntityId, EntityId]:
        """Two entities for one minister, and a few more for the list."""
        long_name = self._entity("تشوي سون هوي", EntityKind.PERSON, [0, 1, 2, 3, 4])
        short_name = self._entity("تشو سون هوي", EntityKind.PERSON, [4])
        for name, kind in (
            ("كوريا الشمالية", EntityKind.PLACE),
            ("سيرجي لافروف", EntityKind.PERSON),
            ("بيونج يانج", EntityKind.PLACE),
            ("بيونغ يانغ", EntityKind.PLACE),
            ("وكالة الأنباء المركزية الكورية الشمالية", EntityKind.ORGANISATION),
            ("الحوار الاستراتيجي", EntityKind.EVENT),
        ):
            self._entity(name, kind, [0, 1, 2, 3, 4])
        return long_name, short_name

    def _entity(self, name: str, kind: EntityKind, articles: list[int]) -> EntityId:
        made = entities.create(self.session, name, kind)
        for article in articles:
            document = self.articles[article]
            text = document_store.document(self.session, document).text
            start = text.find(name)
            while start >= 0:
                mentions.mark(self.session, document, Span(start, start + len(name)), entity=made)
                start = text.find(name, start + 1)
        return made
