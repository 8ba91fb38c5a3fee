"""An article without a date: a proven one is offered with its proof and taken with one press."""

from __future__ import annotations

from datetime import date

import pytest

from tawatur_core.edit import documents
from tawatur_core.model import DocumentDraft, DocumentId, Provenance
from tawatur_core.store.documents import document as read_document
from tawatur_gui.context import Context, Place, Target
from tawatur_gui.reading.page import ReadPage

from .made import Made

PROVEN = "قال الوزير اليوم السبت 12 يوليو 2025 إن بلاده أرسلت أمس مساعدات."
RELATIVE = "قال الوزير أمس إن بلاده أرسلت مساعدات."
PLAIN = "قال الوزير إن بلاده أرسلت مساعدات."


def _opened(page: ReadPage, made: Made, text: str, published: date | None = None) -> DocumentId:
    origin = Provenance("a.txt", "00" * 32, "utf-8", "encoding-utf8")
    drafts = [DocumentDraft(text, "خبر", origin, published=published)]
    (id_,) = documents.add(made.session, drafts)
    page.open(Target(Place.READ, document=id_))
    page._context.jobs.wait()
    return id_


def test_a_proven_date_is_taken_with_one_press(page: ReadPage, made: Made):
    id_ = _opened(page, made, PROVEN)
    dating = page.center.dating
    assert dating.isVisible()
    told = "".join(c for c in dating.label.text() if c not in "\u2066\u2067\u2068\u2069")
    assert told.count("12 يوليو 2025") == 3  # told, quoted, and in the proof
    dating.button.click()
    taken = read_document(made.session, id_)
    assert taken.published == date(2025, 7, 12)
    assert taken.published_basis.endswith("تثبت أن النشر كان في 12 يوليو 2025")
    assert not dating.isVisible()
    made.session.undo()
    page._context.jobs.wait()
    assert read_document(made.session, id_).published is None
    assert dating.isVisible()


def test_relative_dates_say_what_they_lack(page: ReadPage, made: Made, context: Context):
    _opened(page, made, RELATIVE)
    dating = page.center.dating
    assert dating.isVisible()
    assert dating.label.text() == context.say("read-date-needed")
    dating.button.click()
    sheets = page.window().children()
    assert any(type(child).__name__ == "Particulars" for child in sheets)


@pytest.mark.parametrize(("text", "day"), [(PLAIN, None), (PROVEN, date(2025, 7, 13))])
def test_nothing_is_said_where_nothing_is_lacking(
    page: ReadPage, made: Made, text: str, day: date | None
):
    _opened(page, made, text, day)
    assert not page.center.dating.isVisible()


def test_another_article_ends_the_offer(page: ReadPage, made: Made):
    _opened(page, made, PROVEN)
    page.open(Target(Place.READ, document=made.documents[0]))
    page._context.jobs.wait()
    assert not page.center.dating.isVisible()
