"""The lines between differing words: where they run, what they follow, when they are seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.gui.conflicts.made import Made

from tawatur_gui import theme
from tawatur_gui.conflicts.columns import Column
from tawatur_gui.conflicts.page import ConflictsPage
from tawatur_gui.conflicts.threads import Reach, route
from tawatur_gui.context import Context, Place, Target

RIGHT = QRectF(300, 50, 280, 400)
LEFT = QRectF(0, 50, 280, 400)
GUTTER = 290.0


def reach(view: QRectF, *boxes: QRectF) -> Reach:
    return Reach(boxes, view, QRectF())


def passes(path: QPainterPath, x: float, y: float) -> bool:
    return path.intersects(QRectF(x - 1.5, y - 1.5, 3, 3))


def test_a_line_goes_from_the_words_through_the_gutter_to_the_row():
    a, b = QRectF(400, 100, 120, 30), QRectF(40, 220, 120, 30)
    path = route([reach(RIGHT, a), reach(LEFT, b)], [GUTTER], 500)
    assert passes(path, a.left() - 20, a.bottom() + 2)
    assert passes(path, b.right() + 20, b.bottom() + 2)
    for y in (180, 300, 490):
        assert passes(path, GUTTER, y)
    assert not passes(path, GUTTER, 110)
    assert path.boundingRect().bottom() == pytest.approx(500)


def test_a_line_crosses_no_text_above_its_words():
    """Only the leading below a line of text and the gutter are used."""
    a = QRectF(400, 100, 120, 30)
    path = route([reach(RIGHT, a), reach(LEFT)], [GUTTER], 500)
    assert not path.intersects(QRectF(300, 60, 280, 68))
    assert not path.intersects(QRectF(310, 134, 280, 300))


def test_words_of_one_line_share_their_way():
    near, far = QRectF(320, 100, 60, 30), QRectF(450, 100, 60, 30)
    path = route([reach(RIGHT, far, near), reach(LEFT)], [GUTTER], 500)
    assert path.boundingRect().right() < far.left()


@pytest.mark.parametrize(("at", "end"), [(-200, 56), (900, 444)])
def test_an_arrow_points_at_words_that_are_scrolled_away(at: float, end: float):
    hidden = reach(RIGHT, QRectF(400, at, 120, 30))
    assert hidden.hidden == (-1 if at < 0 else 1)
    path = route([hidden, reach(LEFT)], [GUTTER], 500)
    beside = [path.elementAt(i) for i in range(path.elementCount())]
    assert any(each.x > GUTTER + 10 and abs(each.y - end) < 1 for each in beside)
    assert path.boundingRect().bottom() == pytest.approx(500)


def test_every_further_side_has_a_gutter_of_its_own():
    sides = [
        reach(QRectF(600, 50, 280, 400), QRectF(700, 100, 80, 30)),
        reach(RIGHT, QRectF(400, 140, 80, 30)),
        reach(LEFT, QRectF(100, 180, 80, 30)),
    ]
    path = route(sides, [590, GUTTER], 500)
    assert passes(path, 590, 300)
    assert passes(path, GUTTER, 300)
    assert passes(path, 550, 172)  # the middle side leaves towards the first gutter
    assert not passes(path, 330, 172)


# -- on the page


def lines(page: ConflictsPage) -> dict[int, QPainterPath]:
    return {row: beside for row, beside, _ in page.review.comparison.threads.paths()}


def columns(page: ConflictsPage) -> list[Column]:
    return page.review.columns.shown


def show(page: ConflictsPage, made: Made) -> None:
    page.open(Target(Place.CONFLICTS, conflict=made.soldiers.key))
    QTest.qWait(20)


def test_differing_values_are_tied_and_agreeing_ones_only_when_chosen(
    page: ConflictsPage, made: Made
):
    show(page, made)
    threads, table = page.review.comparison.threads, page.review.table
    assert threads.rows == [0]
    table.choose(1)
    assert threads.rows == [0, 1]
    table.choose(0)
    assert threads.rows == [0]


def test_the_row_under_the_mouse_shows_its_line_until_the_mouse_leaves(
    page: ConflictsPage, made: Made
):
    show(page, made)
    threads, table = page.review.comparison.threads, page.review.table
    QTest.mouseMove(table.viewport(), table.row_box(1).center().toPoint())
    assert threads.rows == [0, 1]
    QApplication.sendEvent(table, QEvent(QEvent.Type.Leave))
    assert threads.rows == [0]


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_the_line_runs_between_the_columns_in_either_direction(
    page: ConflictsPage, made: Made, direction: Qt.LayoutDirection
):
    QApplication.setLayoutDirection(direction)
    try:
        show(page, made)
        path = lines(page)[0]
        inside = page.review.comparison.threads
        a, b = (column.mapTo(inside.board, QPoint()).x() for column in columns(page))
        assert (a > b) == (direction == Qt.LayoutDirection.RightToLeft)
        assert passes(path, max(a, b), path.boundingRect().bottom() - 4)
        row = inside._on_table(page.review.table.row_box(0))
        assert path.boundingRect().bottom() == pytest.approx(row.center().y())
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)


def test_the_line_follows_scrolling_and_resizing(page: ConflictsPage, made: Made):
    show(page, made)
    before = lines(page)[0]
    article = columns(page)[0].article
    article._let_go()
    bar = article.verticalScrollBar()
    bar.setValue(bar.value() - 30)
    assert lines(page)[0] != before
    page.resize(page.width() - 200, page.height() - 100)
    QTest.qWait(20)
    threads = page.review.comparison.threads
    assert threads.size() == threads.board.size()
    row = threads._on_table(page.review.table.row_box(0))
    assert lines(page)[0].boundingRect().bottom() == pytest.approx(row.center().y())


def test_it_is_painted_in_the_conflict_colour_beside_the_hairline(page: ConflictsPage, made: Made):
    show(page, made)
    threads = page.review.comparison.threads
    path = lines(page)[0]
    x = round(threads._gutters()[0])
    y = round(path.boundingRect().bottom() - 60)
    image = threads.board.grab().toImage()
    found = [image.pixelColor(x + dx, y) for dx in (-1, 0, 1)]
    conflict, paper = theme.current().colour("conflict"), theme.current().colour("paper")
    between = theme.mix(conflict, paper, 0.5)
    assert any(
        abs(one.red() - between.red()) + abs(one.green() - between.green()) < 80 for one in found
    )


def test_three_accounts_have_two_gutters(page: ConflictsPage, made: Made):
    page.open(Target(Place.CONFLICTS, conflict=made.dates.key))
    QTest.qWait(20)
    threads = page.review.comparison.threads
    first, second = threads._gutters()
    path = lines(page)[0]
    bottom = path.boundingRect().bottom()
    assert passes(path, first, bottom - 4)
    assert passes(path, second, bottom - 4)


def test_values_stand_under_their_articles(page: ConflictsPage, made: Made):
    for key in (made.soldiers.key, made.dates.key):
        page.open(Target(Place.CONFLICTS, conflict=key))
        QTest.qWait(20)
        threads = page.review.comparison.threads
        for side, column in enumerate(columns(page)):
            box = threads._on_table(page.review.table.words(0, side))
            whole = threads._box_of(column)
            assert whole.left() <= box.left() <= box.right() <= whole.right()


def test_a_slot_row_brings_its_words_into_view_everywhere(page: ConflictsPage, made: Made):
    show(page, made)
    page.review.table.choose(3)
    for column in columns(page):
        column.article._let_go()
        column.article.verticalScrollBar().setValue(column.article.verticalScrollBar().maximum())
    page.review.table.choose(1)
    QTest.qWait(20)
    threads = page.review.comparison.threads
    for at, column in enumerate(columns(page)):
        seen = threads._reach(1, at, column)
        assert seen.words
        assert len(seen.seen) == len(seen.words)


def test_words_in_an_article_choose_their_slot(page: ConflictsPage, made: Made):
    show(page, made)
    article = columns(page)[1].article
    span = article._marks[1].span
    place = article.rectangles(span)[0].center().toPoint()
    QTest.mouseMove(article.viewport(), place)
    assert page.review.comparison.threads.rows == [0, article._marks[1].row]
    QTest.mouseClick(article.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.review.table.currentIndex().row() == article._marks[1].row


def test_the_chosen_slot_stays_chosen_when_something_else_changes(
    page: ConflictsPage, made: Made, context: Context
):
    show(page, made)
    page.review.table.choose(1)
    page._refresh()
    page._show(page.shown)
    assert page.review.table.currentIndex().row() == 1
    assert page.review.comparison.threads.rows == [0, 1]


def test_the_mouse_goes_through_the_lines(page: ConflictsPage, made: Made):
    show(page, made)
    inside = page.review.comparison.threads.board
    for spot in (QPointF(inside.rect().center()), QPointF(30, 30)):
        assert inside.childAt(spot.toPoint()) is not page.review.comparison.threads


def test_why_values_differ_is_told_for_the_first_row_and_the_one_that_is_chosen(
    page: ConflictsPage, made: Made
):
    show(page, made)
    why, slots = page.review.why, page.review.table.slots
    assert why.isVisible()
    assert slots.why(0) in why.text()
    page.review.table.choose(2)
    assert slots.why(2) in why.text()
    assert why.text() in why.accessibleName()
    page.open(Target(Place.CONFLICTS, conflict=made.pair.key))
    assert not why.isVisible()
