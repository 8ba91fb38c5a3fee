"""The card under the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtTest import QSignalSpy, QTest

from tawatur_gui.context import Context
from tawatur_gui.reading.hover import Told, inmost_first
from tawatur_gui.reading.page import ReadPage
from tawatur_gui.widgets import AutoLabel

from .made import Made


def test_hover_tells_value_and_evidence(page: ReadPage, made: Made, context: Context):
    context.jobs.wait()
    span = made.span(made.documents[2], "14 و15 يوليو 2025")
    page.pane.scroll_to(span)
    place = page.pane.place_of(span)
    assert place is not None
    page._hover([], page.pane.viewport().mapToGlobal(place.center()))
    told = [label.text() for label in page.center.hover.findChildren(AutoLabel)]
    assert any("14–15 يوليو 2025" in _bare(line) for line in told)
    assert page.desk.article is not None
    offer = next(iter(page.desk.article.mention_proposals.values()))
    page._hover([offer.key], QPoint(0, 0))
    told = [_bare(label.text()) for label in page.center.hover.findChildren(AutoLabel)]
    assert context.words.evidence(offer.evidence[0]) in told
    page.pane.left.emit()
    assert not page.center.hover.isVisible()


def test_the_mouse_resting_on_a_date_shows_its_value(page: ReadPage, made: Made, context: Context):
    context.jobs.wait()
    span = made.span(made.documents[2], "14 و15 يوليو 2025")
    page.pane.scroll_to(span)
    place = page.pane.place_of(span)
    assert place is not None
    spy = QSignalSpy(page.pane.hovered)
    QTest.mouseMove(page.pane.viewport(), place.center())
    assert spy.wait(2000)
    assert page.center.hover.isVisible()
    QTest.mouseMove(page.pane.viewport(), place.center() + QPoint(0, 60))
    assert not page.center.hover.isVisible()


def test_what_lies_around_is_told_in_one_line():
    told = [Told("أ", ("سبب",)), Told("ب", ("سبب",)), Told("ج"), Told("د")]
    assert inmost_first(told) == [Told("أ", ("سبب",)), Told("ب"), Told("ج")]
    assert inmost_first([]) == []


def test_the_card_does_not_outlive_what_it_tells_of(page: ReadPage, made: Made):
    article = page.desk.article
    assert article is not None
    offer = next(iter(article.mention_proposals.values()))
    page._hover([offer.key], page.pane.viewport().mapToGlobal(QPoint(9, 9)))
    assert page.center.hover.isVisible()
    page.desk.accept([offer.key])
    assert not page.center.hover.isVisible()


def _bare(text: str) -> str:
    """Without the isolates round what is filled in."""
    return "".join(c for c in text if c not in "\u2066\u2067\u2068\u2069")
