"""The overview: four pictures by mouse and keyboard, the way to the text, saving."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QToolTip
from tests.gui.conftest import settle

from tawatur_core.edit import claims as claim_edits, documents as document_edits
from tawatur_core.model import ClaimKind, Span
from tawatur_core.store import claims, documents
from tawatur_core.store.session import Session
from tawatur_gui import file_dialogs, style, theme
from tawatur_gui.context import Context, Place, Target
from tawatur_gui.overview.canvas import Canvas
from tawatur_gui.overview.chart import Item
from tawatur_gui.overview.page import MAKERS, OverviewPage
from tawatur_gui.overview.timeline import TimelineChart
from tawatur_gui.settings import Settings

CODES = list(MAKERS)


def _items(page: OverviewPage) -> list[Item]:
    assert page.canvas.chart is not None
    return page.canvas.chart.items


def _click(page: OverviewPage, item: Item) -> None:
    at = item.box.center().toPoint()
    QTest.mouseClick(page.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def test_keys_show_the_pictures(page: OverviewPage) -> None:
    for number, code in enumerate(CODES, start=1):
        QTest.keyClick(page.canvas, Qt.Key(Qt.Key.Key_0 + number))
        assert page.shown == code
        assert page.buttons[code].isChecked()
        assert page.canvas.accessibleName() == page.title.text()
        assert _items(page)


@pytest.mark.parametrize("code", CODES)
def test_no_item_covers_another_and_all_lie_in_the_picture(page: OverviewPage, code: str) -> None:
    page.show_picture(code)
    room = page.canvas.rect().adjusted(-1, -1, 1, 1)
    for item in _items(page):
        assert room.contains(item.box.toAlignedRect())
    for one, other in combinations(_items(page), 2):
        assert not one.box.intersects(other.box), (one.told, other.told)


def test_layers_stand_apart_however_narrow_the_window(page: OverviewPage) -> None:
    page.show_picture("quoting")
    page.canvas.lay_out(QSize(400, 400))
    boxes = [item.box for item in _items(page)]
    assert page.canvas.width() > 400
    assert not [1 for a, b in combinations(boxes, 2) if a.intersects(b)]


@pytest.mark.parametrize("code", CODES)
def test_the_picture_is_mirrored_in_english(
    page: OverviewPage, open_context: Context, code: str
) -> None:
    page.show_picture(code)
    wide = page.canvas.width()
    arabic = {item.key: item.box for item in _items(page)}
    open_context.settings.language = "en"
    page.show_picture(code)
    for item in _items(page):
        there = arabic[item.key]
        assert abs(there.right() - (wide - item.box.left())) < wide / 6


def test_a_cell_lists_the_facts_and_a_row_leads_to_conflict_or_text(
    page: OverviewPage, open_context: Context
) -> None:
    page.show_picture("matrix")
    spy = QSignalSpy(open_context.went)
    item = next(item for item in _items(page) if "⇄" in item.told)
    _click(page, item)
    assert spy.count() == 0
    lines = page.details.model.lines
    assert lines[0].target.place is Place.CONFLICTS
    assert lines[1].target.place is Place.READ
    page.details.list.setCurrentIndex(page.details.model.index(0))
    QTest.keyClick(page.details.list, Qt.Key.Key_Return)
    assert spy.at(0)[0] == lines[0].target


def test_a_bar_leads_to_its_claim(page: OverviewPage, open_context: Context) -> None:
    page.show_picture("timeline")
    spy = QSignalSpy(open_context.went)
    item = _items(page)[3]
    page.view.ensureVisible(0, round(item.box.center().y()))
    _click(page, item)
    target = spy.at(0)[0]
    session = open_context.session
    assert session is not None
    claim = claims.claim(session, target.claim)
    assert (target.place, target.document) == (Place.READ, claim.document)
    assert claim.quote in item.told
    assert any(claim.quote == line.row.title for line in page.details.model.lines)


@pytest.mark.parametrize("code", ["together", "quoting"])
def test_a_name_lists_its_company_and_leads_to_entity_and_text(
    page: OverviewPage, code: str
) -> None:
    page.show_picture(code)
    item = next(item for item in _items(page) if "لافروف · " in item.told.splitlines()[0])
    _click(page, item)
    places = [line.target.place for line in page.details.model.lines]
    assert places[0] is Place.ENTITIES
    assert set(places[1:]) == {Place.READ}
    assert all(line.target.document for line in page.details.model.lines[1:])
    assert page.details.title.text() in item.told


@pytest.mark.parametrize("code", CODES)
def test_the_keyboard_reaches_every_item(page: OverviewPage, code: str) -> None:
    page.show_picture(code)
    canvas = page.canvas
    canvas.clearFocus()
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    items = _items(page)
    assert canvas.current == items[0].key
    assert canvas.accessibleDescription() == items[0].told
    seen, todo = {canvas.current}, [canvas.current]
    while todo:
        start = todo.pop()
        for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            canvas.choose(start)
            QTest.keyClick(canvas, key)
            if canvas.current not in seen:
                seen.add(canvas.current)
                todo.append(canvas.current)
    assert seen == {item.key for item in items}
    QTest.keyClick(canvas, Qt.Key.Key_End)
    assert canvas.current == items[-1].key


def test_enter_opens_the_current_item(page: OverviewPage, open_context: Context) -> None:
    page.show_picture("timeline")
    spy = QSignalSpy(open_context.went)
    page.canvas.choose(_items(page)[0].key)
    QTest.keyClick(page.canvas, Qt.Key.Key_Return)
    assert spy.count() == 1


def test_a_tooltip_says_it_in_words(page: OverviewPage) -> None:
    page.show_picture("matrix")
    item = _items(page)[0]
    at = item.box.center().toPoint()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, at, page.canvas.mapToGlobal(at))
    QApplication.sendEvent(page.canvas, event)
    assert QToolTip.text() == item.told
    assert "يت" in item.told
    away = QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(1, 1), page.canvas.mapToGlobal(QPoint(1, 1)))
    QApplication.sendEvent(page.canvas, away)


def test_pointing_lights_an_item_up(page: OverviewPage) -> None:
    page.show_picture("together")
    before = page.canvas.grab().toImage()
    QTest.mouseMove(page.canvas, _items(page)[0].box.center().toPoint())
    assert page.canvas._hovered == _items(page)[0].key
    assert page.canvas.grab().toImage() != before


def test_changes_are_drawn_soon(page: OverviewPage, open_context: Context) -> None:
    session = open_context.session
    assert session is not None
    assert page.overview is not None
    before = sum(page.overview.matrix.claims)
    claim_edits.remove(session, claims.claims(session)[0].id)
    assert page._soon.isActive()
    page._soon.stop()
    page.refresh()
    settle(open_context)
    assert sum(page.overview.matrix.claims) == before - 1


def test_an_outlet_takes_the_place_of_its_articles(
    page: OverviewPage, open_context: Context
) -> None:
    session = open_context.session
    assert session is not None
    for id_ in documents.document_ids(session)[:3]:
        document_edits.describe(session, id_, outlet="الجزيرة")
    page._soon.stop()
    page.refresh()
    settle(open_context)
    assert page.overview is not None
    assert len(page.overview.matrix.tellers) == 3
    assert [t.name for t in page.overview.matrix.tellers if t.outlet] == ["الجزيرة"]


def test_an_empty_project_says_what_to_do_next(opened: Context) -> None:
    page = OverviewPage(opened)
    page.resize(1200, 700)
    page.show()
    page.open(Target(Place.OVERVIEW))
    assert opened.jobs.wait()
    page.show_picture("timeline")
    assert page.stack.currentIndex() == 1
    assert not page.save_button.isEnabled()
    session = opened.session
    assert session is not None
    document = documents.document_ids(session)[0]
    claim_edits.mark(session, document, [Span(1, 40)], kind=ClaimKind.STATEMENT)
    page._soon.stop()
    page.refresh()
    assert opened.jobs.wait()
    page.show_picture("matrix")
    assert page.stack.currentIndex() == 0
    page.close()
    page.deleteLater()


@pytest.mark.parametrize("code", CODES)
def test_a_picture_is_saved_as_svg_and_png(page: OverviewPage, tmp_path: Path, code: str) -> None:
    page.show_picture(code)
    svg, png = tmp_path / f"{code}.svg", tmp_path / f"{code}.png"
    page.save_as(svg)
    page.save_as(png)
    drawing = svg.read_text("utf-8")
    assert "<text" not in drawing  # letters are shapes: joined wherever it is opened
    assert page.title.text() in drawing
    assert QSvgRenderer(str(svg)).isValid()
    image = QImage(str(png))
    assert image.width() > 2 * page.canvas.width()
    paper = theme.current().colour("paper")
    assert image.pixelColor(2, 2) == paper
    shades = {image.pixel(x, image.height() // 2) for x in range(0, image.width(), 3)}
    assert len(shades) > 1


def test_where_a_picture_is_saved_is_asked(
    page: OverviewPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_context: Context
) -> None:
    chosen = tmp_path / "picture.png"
    monkeypatch.setattr(file_dialogs, "ask_place", lambda *_: chosen)
    spy = QSignalSpy(open_context.noticed)
    QTest.keyClick(page.canvas, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert (tmp_path / "picture.png").exists()
    assert spy.at(0)[1] == "done"


@pytest.mark.parametrize("name", ["x.svg", "x.png"])
def test_a_folder_that_is_not_there_is_told(
    page: OverviewPage, tmp_path: Path, open_context: Context, name: str
) -> None:
    spy = QSignalSpy(open_context.noticed)
    page.save_as(tmp_path / "none" / name)
    assert spy.at(0)[1] == "failed"
    assert name in spy.at(0)[0]


def test_the_dark_theme_is_followed(
    page: OverviewPage, app: QApplication, session_theme: None
) -> None:
    style.apply(app, theme.DARK, Settings())
    page._context.themed.emit()
    assert page.canvas.look().theme is theme.DARK
    assert page.canvas.chart is not None
    assert page.canvas.chart.look.theme is theme.DARK


@pytest.fixture
def session_theme(app: QApplication):
    yield
    style.apply(app, theme.LIGHT, Settings())


def test_the_days_stay_in_view_when_scrolled(page: OverviewPage) -> None:
    page.show_picture("timeline")
    page.resize(1000, 420)
    page._fit()
    page.view.verticalScrollBar().setValue(page.view.verticalScrollBar().maximum())
    top = -page.canvas.y()
    assert top > 40
    shown = page.canvas.grab().toImage()
    axis = shown.copy(0, top, shown.width(), 40)
    paper = theme.LIGHT.colour("paper")
    inked = [
        (x, y)
        for x in range(0, axis.width(), 2)
        for y in range(0, 36, 2)
        if axis.pixelColor(x, y) != paper
    ]
    assert len(inked) > 50


def test_words_never_cover_their_bar_however_narrow_the_window(page: OverviewPage) -> None:
    page.show_picture("timeline")
    chart = page.canvas.chart
    assert isinstance(chart, TimelineChart)
    for width in (420, 640, 1200):
        chart.lay_out(page.canvas.look(), width, 500)
        for mark, words in zip(chart._marks, chart._labels, strict=True):
            assert not mark.intersects(words)


def test_nothing_is_shown_without_a_project(context: Context) -> None:
    page = OverviewPage(context)
    page.open(Target(Place.OVERVIEW))
    page.save()
    assert page.overview is None
    canvas = Canvas(context)
    assert canvas.chart is None
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton)
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.current == ""
    page.deleteLater()
    canvas.deleteLater()


def test_an_opened_project_replaces_the_pictures(
    page: OverviewPage, open_context: Context, project: Path
) -> None:
    assert open_context.session is not None
    open_context.session.close()
    open_context.session = Session.open(project, analyst="x")
    open_context.opened.emit()
    assert open_context.jobs.wait()
    assert page.overview is not None
    assert sum(page.overview.matrix.claims) == 0
    assert page.canvas.chart is None or page.canvas.chart.at(QPointF(-5, -5)) is None
