"""The look of every widget, made from a theme: palette, fonts and one style sheet."""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from tawatur_core.errors import CannotRead
from tawatur_gui import paths
from tawatur_gui.settings import Settings
from tawatur_gui.theme import Theme, mix

FAMILY = "Vazirmatn"
SMALL_SHARE = 11 / 13  # small print beside interface text


def load_fonts() -> None:
    """Make the bundled fonts known to Qt. Raises CannotRead."""
    for file in paths.fonts():
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise CannotRead(file)


def small(settings: Settings) -> int:
    """Return the size of small print in pixels."""
    return max(10, round(settings.ui_size * SMALL_SHARE))


def interface_font(settings: Settings) -> QFont:
    """Return the font of the interface."""
    font = QFont(FAMILY)
    font.setPixelSize(settings.ui_size)
    return font


def page_font(settings: Settings) -> QFont:
    """Return the font of the page; letters it lacks come from the interface font."""
    font = QFont([settings.page_font, FAMILY])
    font.setPixelSize(settings.page_size)
    return font


def apply(app: QApplication, theme: Theme, settings: Settings) -> None:
    """Set what the whole application shares; `dress` then gives each part of a window its look."""
    if app.property("tawatur_theme") is None:
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setProperty("tawatur_theme", theme)
    app.setProperty("tawatur_sheet", stylesheet(theme, settings))
    app.setFont(interface_font(settings))
    app.setPalette(palette(theme))


def dress(part: QWidget) -> None:
    """Give a part of a window the style sheet, unless it wears it already.

    Parts are dressed one by one because a sheet set on the application makes Qt polish every
    widget once for each of its ancestors (630 ms for 470 widgets, against 70 for what is seen),
    and because what is hidden can wait until it is shown.
    """
    app = QApplication.instance()
    sheet = app.property("tawatur_sheet") if app else None
    if isinstance(sheet, str) and part.styleSheet() != sheet:
        part.setStyleSheet(sheet)


def palette(theme: Theme) -> QPalette:
    """Return the theme as a palette, for what Qt paints itself."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    made = QPalette()
    for name, token in (
        (role.Window, "panel"),
        (role.WindowText, "ink"),
        (role.Base, "paper"),
        (role.AlternateBase, "panel"),
        (role.Text, "ink"),
        (role.Button, "paper"),
        (role.ButtonText, "ink"),
        (role.PlaceholderText, "muted"),
        (role.Highlight, "selection"),
        (role.HighlightedText, "ink"),
        (role.Link, "accent"),
        (role.Accent, "accent"),
        (role.Mid, "line"),
        (role.ToolTipBase, "bar"),
        (role.ToolTipText, "on_bar"),
    ):
        made.setColor(name, theme.colour(token))
    faint = mix(theme.colour("muted"), theme.colour("panel"), 0.65)
    for name in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(group.Disabled, name, faint)
    return made


def stylesheet(theme: Theme, settings: Settings) -> str:
    """Return the style sheet. Variants are told by the dynamic property `role`."""
    ink, panel, paper = (theme.colour(token) for token in ("ink", "panel", "paper"))
    accent = theme.colour("accent")
    values = {
        name: getattr(theme, name) for name in Theme.__dataclass_fields__ if name != "name"
    } | {
        "hover": mix(ink, paper, 0.05).name(),
        "hover_panel": mix(ink, panel, 0.06).name(),
        "faint": mix(theme.colour("muted"), panel, 0.65).name(),
        "accent_hover": mix(ink, accent, 0.14).name(),
        "accent_ground": mix(accent, paper, 0.13).name(),
        "line_strong": mix(ink, theme.colour("line"), 0.18).name(),
        "size": settings.ui_size,
        "small": small(settings),
        "display": settings.ui_size + 27,
        "heading": settings.ui_size + 9,
        "title": settings.ui_size + 3,
        "box": settings.ui_size + 3,
        "arrow": paths.icon("arrow-dark" if theme.dark else "arrow-light").as_posix(),
        "tick": paths.icon("tick-dark" if theme.dark else "tick-light").as_posix(),
    }
    return Template(paths.style_sheet().read_text(encoding="utf-8")).substitute(values)
