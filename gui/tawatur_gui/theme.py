"""The one place that knows colours, sizes and fonts."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QApplication


@dataclass(frozen=True, slots=True)
class Theme:
    """Colour tokens; contrast of ink, muted and signs on paper and panel is at least AA."""

    name: str
    paper: str
    panel: str
    line: str
    ink: str
    muted: str
    accent: str
    on_accent: str
    claim_ground: str
    claim_line: str
    person: str
    place: str
    organisation: str
    event: str
    conflict: str
    conflict_ground: str
    agreement: str
    agreement_ground: str
    selection: str
    bar: str
    on_bar: str

    def colour(self, token: str) -> QColor:
        """Return a token as QColor. Raises AttributeError for an unknown token."""
        return QColor(getattr(self, token))

    @property
    def dark(self) -> bool:
        """Whether this is the dark theme."""
        return self.name == "dark"


LIGHT = Theme(
    name="light",
    paper="#FCFBF8",
    panel="#F4F2EC",
    line="#E2DED3",
    ink="#1E2329",
    muted="#696E76",
    accent="#0E6B62",
    on_accent="#FFFFFF",
    claim_ground="#FFF1CC",
    claim_line="#C98A00",
    person="#2B5FB8",
    place="#2E7D4F",
    organisation="#8A3FA0",
    event="#9A4A1F",
    conflict="#B3261E",
    conflict_ground="#FBE4E1",
    agreement="#2E7D4F",
    agreement_ground="#DFF0E4",
    selection="#B9D5F3",
    bar="#1E2329",
    on_bar="#F4F2EC",
)
DARK = Theme(
    name="dark",
    paper="#16191D",
    panel="#1D2126",
    line="#2E343B",
    ink="#E7E5DF",
    muted="#9BA1A9",
    accent="#5CC5B5",
    on_accent="#10201E",
    claim_ground="#3A3118",
    claim_line="#E0B24A",
    person="#82AEF5",
    place="#7CCB98",
    organisation="#CFA0E0",
    event="#E6A57E",
    conflict="#F2998F",
    conflict_ground="#3F2220",
    agreement="#7CCB98",
    agreement_ground="#1D3324",
    selection="#2F4A66",
    bar="#E7E5DF",
    on_bar="#16191D",
)

SHADOW = QColor(0, 0, 0, 60)  # under what floats, in both themes


def choose(name: str) -> Theme:
    """Return the theme for a setting: 'light', 'dark', or 'system' for what the desktop uses."""
    if name == "system":
        hints = QGuiApplication.styleHints()
        dark = hints is not None and hints.colorScheme() == Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return DARK if name == "dark" else LIGHT


def current() -> Theme:
    """Return the theme that is on the screen, for widgets that paint by hand."""
    app = QApplication.instance()
    theme = app.property("tawatur_theme") if app else None
    return theme if isinstance(theme, Theme) else LIGHT


def mix(front: QColor, ground: QColor, share: float) -> QColor:
    """Return `share` (0…1) of `front` over `ground`, opaque."""

    def part(f: float, g: float) -> float:
        return f * share + g * (1 - share)

    return QColor.fromRgbF(
        part(front.redF(), ground.redF()),
        part(front.greenF(), ground.greenF()),
        part(front.blueF(), ground.blueF()),
    )
