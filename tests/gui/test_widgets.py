"""The building blocks: direction of text, flow, chips, delegates, sheets."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tawatur_core import paths
from tawatur_gui import style, theme
from tawatur_gui.settings import Settings
from tawatur_gui.widgets import AutoLabel, Button, Chip, Flow, IconButton, icons
from tawatur_gui.widgets.label import Setting, lay_out, runs_right
from tawatur_gui.widgets.overlay import Sheet
from tawatur_gui.widgets.panes import Panes


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("CNN: قال", False),
        ("«لافروف» CNN", True),
        ("2025", None),
        ("\u2068file.txt\u2069 ملف فارغ", True),
        ("\u2068ملف\u2069 is empty", False),
        ("\u2068ملف\u2069", True),
        ("", None),
    ],
)
def test_first_strong_letter_decides(text: str, right: bool | None) -> None:
    for default in (True, False):
        assert runs_right(text, default) == (default if right is None else right)


def test_long_text_is_cut_after_its_lines(app: QApplication) -> None:
    font = style.interface_font(Settings())
    text = "حذر وزير الخارجية الروسي سيرجي لافروف الولايات المتحدة وحلفاءها " * 4
    layout = lay_out(text, 200, Setting(font, QColor(), right=True, lines=2))
    assert layout.lineCount() == 2
    assert layout.text().endswith("…")
    whole = lay_out(text, 200, Setting(font, QColor(), right=True, lines=0))
    assert whole.lineCount() > 2
    assert "…" not in whole.text()


def test_text_after_an_emoji_is_cut_at_a_character(app: QApplication) -> None:
    font = style.interface_font(Settings())
    text = "😀🇪🇬 " * 30 + "نص"
    layout = lay_out(text, 120, Setting(font, QColor(), right=True, lines=2))
    assert layout.text().encode("utf-8")  # no lone surrogate


@pytest.mark.parametrize("right", [True, False])
@pytest.mark.parametrize(
    "text",
    ["لافروف يحذر من تهديدات أمنية لروسيا وكوريا الشمالية", "Lavrov warns of threats to Russia"],
)
def test_lines_of_a_title_begin_one_below_the_other(
    app: QApplication, text: str, right: bool
) -> None:
    font = QFont("Vazirmatn")
    font.setPixelSize(13)
    layout = lay_out(text, 160, Setting(font, QColor(), right=right, lines=3))
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    assert len(lines) > 1
    left = [line.x() for line in lines]
    ends = [line.x() + line.naturalTextWidth() for line in lines]
    begins = ends if runs_right(text, default=False) else left
    assert max(begins) - min(begins) < 0.5
    assert max(ends) == pytest.approx(160) if right else min(left) == pytest.approx(0)


def test_label_leans_on_the_edge_of_the_interface(app: QApplication) -> None:
    for direction, left in (
        (Qt.LayoutDirection.RightToLeft, False),
        (Qt.LayoutDirection.LeftToRight, True),
    ):
        label = AutoLabel("ABC")
        label.setLayoutDirection(direction)
        label.resize(300, 30)
        ink = _inked(label)
        assert (ink[1] < 150) == left


def _inked(widget: QWidget) -> tuple[int, int]:
    """Return the first and last column that is not ground."""
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    widget.render(image, QPoint())
    ground = image.pixel(0, 0)
    columns = [
        x
        for x in range(image.width())
        if any(image.pixel(x, y) != ground for y in range(image.height()))
    ]
    return columns[0], columns[-1]


def test_flow_wraps_and_mirrors(app: QApplication) -> None:
    holder = QWidget()
    flow = Flow(holder, gap=8, line_gap=4)
    boxes = [QWidget() for _ in range(3)]
    for box in boxes:
        box.setFixedSize(100, 20)
        flow.addWidget(box)
    holder.resize(220, 100)
    holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    holder.show()
    assert [box.pos() for box in boxes] == [QPoint(120, 0), QPoint(12, 0), QPoint(120, 24)]
    assert flow.heightForWidth(220) == 44
    holder.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    flow.invalidate()
    flow.activate()
    assert [box.pos() for box in boxes] == [QPoint(0, 0), QPoint(108, 0), QPoint(0, 24)]
    holder.close()


def test_a_proposed_chip_is_told_by_words_too(app: QApplication) -> None:
    chip = Chip("الناشر", proposed=True, ending="مقترح")
    assert "مقترح" in chip.accessibleName()
    assert chip.focusPolicy() == Qt.FocusPolicy.NoFocus
    pressed: list[bool] = []
    active = Chip("تاس", "organisation", active=True)
    active.clicked.connect(lambda: pressed.append(True))
    QTest.mouseClick(active, Qt.MouseButton.LeftButton)
    assert pressed == [True]


def test_a_button_has_room_for_its_key(app: QApplication) -> None:
    assert Button("لاحقًا", key="0").sizeHint().width() > Button("لاحقًا").sizeHint().width()


def test_an_icon_button_has_name_and_tooltip(app: QApplication) -> None:
    button = IconButton("close", "أغلق", key="Esc")
    assert button.accessibleName() == "أغلق"
    assert "أغلق" in button.toolTip()
    assert "Esc" in button.toolTip()


def test_every_icon_can_be_drawn(app: QApplication) -> None:
    files = sorted((paths.resources() / "icons").glob("*.svg"))
    assert files
    for file in files:
        assert icons.drawing(file.stem, "#123456").isValid(), file


def test_every_text_colour_is_legible() -> None:
    for one in (theme.LIGHT, theme.DARK):
        for ground in ("paper", "panel"):
            for token in (
                *("ink", "muted", "accent", "person", "place", "organisation", "event"),
                *("conflict", "agreement"),
            ):
                ratio = _contrast(one.colour(token), one.colour(ground))
                assert ratio >= 4.5, (one.name, token, ground, ratio)
        assert _contrast(one.colour("on_accent"), one.colour("accent")) >= 4.5
        assert _contrast(one.colour("on_bar"), one.colour("bar")) >= 4.5


def _contrast(a: QColor, b: QColor) -> float:
    """Return the contrast of WCAG 2."""

    def light(colour: QColor) -> float:
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(a), light(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_style_sheet_fills_every_place() -> None:
    for one in (theme.LIGHT, theme.DARK):
        sheet = style.stylesheet(one, Settings())
        assert "$" not in sheet.split("*/", 1)[1]
        assert one.accent in sheet


def test_interface_size_reaches_the_font(app: QApplication) -> None:
    font: QFont = style.interface_font(Settings(ui_size=16))
    assert font.pixelSize() == 16
    assert "16px" in style.stylesheet(theme.LIGHT, Settings(ui_size=16))


def test_a_sheet_closes_on_escape_and_gives_the_focus_back(app: QApplication) -> None:
    window = QWidget()
    window.resize(800, 600)
    field = QLineEdit(window)
    window.show()
    QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    field.setFocus()
    sheet = Sheet(window, "عنوان", "أغلق")
    inner = QLineEdit()
    sheet.box.addWidget(inner)
    closed: list[bool] = []
    sheet.closed.connect(lambda: closed.append(True))
    sheet.open(inner)
    assert sheet.geometry() == window.rect()
    window.resize(900, 700)
    assert sheet.size() == QSize(900, 700)
    QTest.keyClick(inner, Qt.Key.Key_Escape)
    assert closed == [True]
    assert not sheet.isVisible()
    window.close()


def test_panes_remember_their_sizes(app: QApplication) -> None:
    settings = Settings()
    panes = Panes(settings, "read", QWidget(), QWidget(), sizes=(200, 600), grows=1)
    panes.resize(801, 300)
    panes.show()
    panes.moveSplitter(300, 1)
    panes.close()
    again = Panes(settings, "read", QWidget(), QWidget(), sizes=(200, 600), grows=1)
    again.resize(801, 300)
    again.show()
    assert again.sizes() == panes.sizes()
    assert settings.splitters["read"]
    again.close()
