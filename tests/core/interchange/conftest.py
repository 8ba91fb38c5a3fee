"""Two projects to carry out and back: the annotated seeds, and one made of hard places."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tawatur_core import demo
from tawatur_core.edit import claims, documents, entities, mentions, proposals, verdicts
from tawatur_core.model import (
    Certainty,
    Choice,
    ClaimKind,
    Confidence,
    DocumentDraft,
    EntityKind,
    ExternalId,
    Hedge,
    HowMany,
    MentionProposal,
    MentionRole,
    Origin,
    Party,
    Polarity,
    Precision,
    ProposalKey,
    Provenance,
    SlotDraft,
    SlotName,
    Span,
    When,
    Words,
)
from tawatur_core.store import derived
from tawatur_core.store.proposals import mention_proposals, put_proposals
from tawatur_core.store.session import Session

# An emoji of several code points, a flag, no-break spaces, vowel signs, bidi controls, U+2028, a
# tab, XML's special letters, a formula, a line that came as CRLF, blank lines at both ends.
HARD = (
    "\n\n=😀 قال\u00a0الوَزيرُ \u202eabc\u202c إن «أكثر من 10 آلاف جندي» وصلوا & <بقوا> 👨‍👩‍👧.\n"
    'وأضاف:\t"نعم" 🇰🇵 في بيونغ\u00a0يانغ\u2028ثمّ غادر؛ ولبيونغ يانغ e\u0301 رأيٌ آخر.\n\n'
)
BASIS = Provenance("صعب 1.txt", "ab" * 32, "windows-1256", "encoding-basis-analyst")


def place(text: str, words: str, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


@pytest.fixture(scope="session")
def seeds_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The five articles with everything proposed accepted, reconciled, and some verdicts."""
    path = tmp_path_factory.mktemp("seeds") / "seeds.tawatur"
    session = Session.create(path, analyst="هدى س.", title="عيّنة & <اختبار>")
    for _ in demo._annotate(session, "ar"):
        pass
    conflicts = derived.conflicts(session)
    assert conflicts
    verdicts.decide(
        session, conflicts[0], Choice.ONE_SIDE, chosen=conflicts[0].claims[0],
        reason='مصدر أقرب، "مباشر"', confidence=Confidence.HIGH,
    )  # fmt: skip
    verdicts.decide(session, conflicts[-1], Choice.BOTH_STAND, reason="")
    session.close()
    return path


@pytest.fixture
def seeds(seeds_file: Path, tmp_path: Path) -> Iterator[Session]:
    copy = tmp_path / "seeds.tawatur"
    shutil.copy(seeds_file, copy)
    session = Session.open(copy, analyst="هدى س.")
    yield session
    session.close()


@pytest.fixture
def hard(tmp_path: Path) -> Iterator[Session]:
    """One document of hard places with every kind of slot, and a second, empty of marks."""
    session = Session.create(
        tmp_path / "hard.tawatur", analyst='ه."س"', title="مشروع <صعب> & \U0001f600"
    )
    first, second = documents.add(session, [
        DocumentDraft(HARD, "عنوان «صعب» & <أول>", BASIS, outlet="الأهرام", author="م. علي",
                      url="https://example.org/?a=1&b=2", published=date(2025, 7, 12),
                      published_basis="تثبته «السبت»", residue=(Span(0, 3),)),
        DocumentDraft("نص بلا علامات.", "ثانٍ", BASIS),
    ])  # fmt: skip
    documents.mark_copy(session, second, first)
    lavrov = entities.create(session, "سيرغي لافروف", EntityKind.PERSON, name_latin="Sergey Lavrov",
                             aliases=["لافروف", 'سيرجي "لافروف"'])  # fmt: skip
    entities.add_external_id(session, lavrov, ExternalId("wikidata", "Q58217"))
    entities.describe(session, lavrov, note="وزير\nالخارجية; & | \\ <x>")
    pyongyang = entities.create(session, "بيونغ يانغ", EntityKind.PLACE)
    mentions.mark(
        session, first, place(HARD, "الوَزيرُ"), entity=lavrov, role=MentionRole.DESCRIPTION
    )
    mentions.mark(session, first, place(HARD, "بيونغ\u00a0يانغ"), entity=pyongyang)
    mentions.mark(session, first, place(HARD, "بيونغ يانغ"), entity=pyongyang)  # after a proclitic
    mentions.mark(session, first, place(HARD, "👨‍👩‍👧"))  # linked to nothing
    number = HowMany("أكثر من 10 آلاف جندي", Decimal(10000), None, "جندي", Hedge.AT_LEAST)
    day = When("", date(2025, 7, 12), None, Precision.DAY, "date-since")
    slots = [
        SlotDraft(SlotName.SPEAKER, Party("الوزير", lavrov), place(HARD, "الوَزيرُ"), Origin.ANALYST),
        SlotDraft(SlotName.VIA, Party("تاس"), None, Origin.ANALYST),
        SlotDraft(SlotName.VIA, Party("رويترز"), None, Origin.PROPOSED),
        SlotDraft(SlotName.HOW_MANY, number, place(HARD, "أكثر من 10 آلاف جندي")),
        SlotDraft(SlotName.WHEN, day, None, Origin.ACCEPTED),
        SlotDraft(SlotName.WHAT, Words('وصلوا؛ "بقوا"'), place(HARD, "وصلوا")),
        SlotDraft(SlotName.WHERE, Party("بيونغ يانغ", pyongyang), place(HARD, "بيونغ\u00a0يانغ")),
        SlotDraft(SlotName.POLARITY, Polarity.DENIED),
        SlotDraft(SlotName.CERTAINTY, Certainty.PROBABLE),
    ]
    parts = [place(HARD, "أكثر من 10 آلاف جندي"), place(HARD, "وصلوا & <بقوا> 👨‍👩‍👧")]
    one = claims.mark(session, first, parts, ClaimKind.INDIRECT_QUOTE, slots)
    claims.set_note(session, one, "ملاحظة\u2028ثانية\nثالثة; a=b|c")
    claims.mark(session, first, [place(HARD, "نعم")], ClaimKind.DIRECT_QUOTE)
    claims.mark(session, first, [place(HARD, '"نعم" 🇰🇵 في بيونغ\u00a0يانغ')])  # overlaps the other
    proposal = MentionProposal(ProposalKey(""), first, Span(5, 8), Span(5, 8).of(HARD),
                               MentionRole.NAME, EntityKind.OTHER, "قال", None, 0.5, ())  # fmt: skip
    put_proposals(session, first, [proposal], [])
    proposals.reject(session, [found.key for found in mention_proposals(session, first)])
    yield session
    session.close()
