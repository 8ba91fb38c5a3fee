"""The sheet of settings: each change is seen at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QLineEdit, QWidget

from tawatur_gui import settings, style
from tawatur_gui.context import Context
from tawatur_gui.widgets import AutoLabel, Button, IconButton, Muted
from tawatur_gui.widgets.basic import row
from tawatur_gui.widgets.overlay import Sheet


class Preferences(Sheet):
    """Language, theme, fonts, analyst. `look` is called after each change of the look."""

    def __init__(
        self,
        window: QWidget,
        context: Context,
        look: Callable[[], None],
        speak: Callable[[str], None],
    ) -> None:
        super().__init__(window, context.say("settings-title"), context.say("close"), width=520)
        self._context, self._look, self._speak = context, look, speak
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(16)
        self._grid.setHorizontalSpacing(24)
        self._grid.setColumnStretch(1, 1)
        kept = context.settings
        self.language = self._choices(
            "settings-language",
            {name: context.say(f"settings-language-{name}") for name in ("ar", "en")},
            kept.language,
            self._speak,
        )
        self.theme = self._choices(
            "settings-theme",
            {name: context.say(f"settings-theme-{name}") for name in settings.THEMES},
            kept.theme,
            lambda name: self._set("theme", name),
        )
        self._size("settings-ui-size", "ui_size", settings.UI_SIZES)
        self.font_choice = self._choices(
            "settings-page-font",
            {name: name for name in settings.PAGE_FONTS},
            kept.page_font,
            lambda name: self._set("page_font", name),
        )
        self._size("settings-page-size", "page_size", settings.PAGE_SIZES)
        self.sample = QLabel(context.say("settings-sample"))
        self._row("", self.sample)
        self.analyst = QLineEdit(kept.analyst)
        self.analyst.setAccessibleName(context.say("settings-analyst"))
        self.analyst.editingFinished.connect(self._rename)
        self._row("settings-analyst", self.analyst)
        self._row("", Muted(context.say("settings-analyst-note")))
        self.box.addLayout(self._grid)
        self.box.addStretch(1)
        self._show_sample()

    def _row(self, code: str, field: QWidget) -> None:
        line = self._grid.rowCount()
        if code:
            name = AutoLabel(self._context.say(code), lines=1)
            name.setProperty("role", "muted")
            self._grid.addWidget(name, line, 0)
        self._grid.addWidget(field, line, 1)

    def _choices(
        self, code: str, names: dict[str, str], chosen: str, change: Callable[[str], None]
    ) -> dict[str, Button]:
        group, made = QButtonGroup(self), {}
        for value, words in names.items():
            button = Button(words)
            button.setCheckable(True)
            button.setChecked(value == chosen)
            button.clicked.connect(lambda _=False, value=value: change(value))
            group.addButton(button)
            made[value] = button
        holder = QWidget()
        holder.setLayout(row(*made.values(), None))
        self._row(code, holder)
        return made

    def _size(self, code: str, name: str, sizes: range) -> None:
        say = self._context.say
        shown = QLabel()

        def step(by: int) -> None:
            size = getattr(self._context.settings, name) + by
            if size in sizes:
                self._set(name, size)
            tell()

        def tell() -> None:
            shown.setText(say("pixels", count=getattr(self._context.settings, name)))

        smaller = IconButton("minus", say("settings-smaller"))
        larger = IconButton("plus", say("settings-larger"))
        smaller.clicked.connect(lambda: step(-1))
        larger.clicked.connect(lambda: step(1))
        smaller.setObjectName(f"{name}-smaller")
        larger.setObjectName(f"{name}-larger")
        tell()
        holder = QWidget()
        holder.setLayout(row(smaller, shown, larger, None, spacing=4))
        self._row(code, holder)

    def _set(self, name: str, value: str | int) -> None:
        setattr(self._context.settings, name, value)
        self._look()
        self._show_sample()
        self.fit()

    def _show_sample(self) -> None:
        font = style.page_font(self._context.settings)
        families = ", ".join(f'"{name}"' for name in font.families())
        self.sample.setStyleSheet(f"font-family: {families}; font-size: {font.pixelSize()}px;")

    def _rename(self) -> None:
        name = self.analyst.text().strip()
        if name and name != self._context.settings.analyst:
            self._context.settings.analyst = name
            self._look()
