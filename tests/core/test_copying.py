"""Articles that repeat others: found, shown with reasons, treated as the analyst says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tawatur_core import copying
from tawatur_core.copying import Copy, Treatment, bring_in, find_copies
from tawatur_core.errors import Cancelled
from tawatur_core.model import DocumentDraft, Provenance
from tawatur_core.monitor import Silent, Stoppable
from tawatur_core.store.documents import document, library
from tawatur_core.store.session import Session
from tawatur_core.wording import wording

from .importers.made import BODY, FIRST, SECOND, THIRD

BASIS = Provenance("a.txt", "ab" * 32, "utf-8", "encoding-basis-valid")
OTHER = (
    "خبر لا صلة له بما سبق: افتتح المهرجان أبوابه أمام الجمهور وسط حضور كبير من أهل المدينة كلها."
)


def draft(text: str, title: str = "") -> DocumentDraft:
    return DocumentDraft(text, title or text[:20], BASIS)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = Session.create(tmp_path / "p.tawatur", analyst="منى")
    yield made
    made.close()


def told(copies: list[Copy]) -> list[tuple[int, object, Treatment]]:
    return [(copy.draft, copy.of, copy.proposed) for copy in copies]


@pytest.mark.parametrize("looked_up", [0, 1000], ids=["by index", "by reading"])
def test_copies_within_an_import_and_against_the_project(
    session: Session, looked_up: int, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(copying, "_LOOKED_UP", looked_up)
    (stored,) = bring_in(session, [draft(BODY, "الأصل")])
    drafts = [
        draft(BODY),  # the same text as in the project
        draft(f"{FIRST}\n{THIRD}"),  # shortened
        draft(OTHER),
        draft(OTHER),  # twice in the import
        draft(OTHER.replace("كبير", "واسع") + " نعم"),  # reworded
    ]
    copies = find_copies(session, drafts, Silent())
    assert told(copies) == [
        (0, stored, Treatment.SKIP),
        (1, stored, Treatment.LINK),
        (3, 2, Treatment.SKIP),
        (4, 2, Treatment.LINK),
    ]
    assert copies[0].title == "الأصل"
    words = wording("ar")
    assert [words.evidence(one) for one in copies[0].evidence()]
    assert copies[1].score > 0.9
    made = bring_in(session, drafts, copies)
    assert made[0] is None
    assert made[3] is None
    links = {row.id: row.copied_from for row in library(session)}
    assert [links[one] for one in made if one] == [stored, None, made[2]]
    session.undo()
    assert len(library(session)) == 1
    session.redo()
    assert {row.id: row.copied_from for row in library(session)} == links


def test_the_analyst_decides(session: Session):
    drafts = [draft(BODY), draft(BODY), draft(f"{FIRST}\n{SECOND}")]
    copies = find_copies(None, drafts, Silent())
    assert told(copies) == [(1, 0, Treatment.SKIP), (2, 0, Treatment.LINK)]
    treated = {1: Treatment.LINK, 2: Treatment.KEEP}
    first, second, third = bring_in(session, drafts, copies, treated)
    assert second is not None
    assert third is not None
    assert document(session, second).copied_from == first
    assert document(session, third).copied_from is None


def test_a_copy_of_what_was_skipped_is_linked_to_what_that_repeats(session: Session):
    (stored,) = bring_in(session, [draft(BODY)])
    drafts = [draft(BODY + " نعم"), draft(BODY + " نعم"), draft(FIRST)]
    copies = [Copy(0, stored or "", "", None), Copy(1, 0, "", None), Copy(2, 1, "", None)]  # type: ignore[arg-type]
    treated = {0: Treatment.SKIP, 1: Treatment.SKIP, 2: Treatment.LINK}
    made = bring_in(session, drafts, copies, treated)
    assert made[:2] == [None, None]
    assert made[2] is not None
    assert document(session, made[2]).copied_from == stored


def test_nothing_is_imported_when_all_is_skipped(session: Session):
    bring_in(session, [draft(BODY)])
    before = session.undo_label
    drafts = [draft(BODY)]
    assert bring_in(session, drafts, find_copies(session, drafts, Silent())) == [None]
    assert session.undo_label == before


def test_it_can_be_stopped(session: Session):
    bring_in(session, [draft(BODY), draft(OTHER)])
    monitor = Stoppable()
    monitor.stop()
    with pytest.raises(Cancelled):
        find_copies(session, [draft(BODY + " نعم")], monitor)


def test_every_treatment_has_a_name():
    for language in ("ar", "en"):
        words = wording(language)
        assert len({words.say(one.code) for one in Treatment}) == 3
