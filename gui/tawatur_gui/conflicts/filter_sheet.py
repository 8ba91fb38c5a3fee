"""The sheet that narrows the queue: by article, outlet, days, entity, analyst."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QStringListModel, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from tawatur_core import phrasing
from tawatur_core.arabic import find_dates
from tawatur_core.model import EntityId
from tawatur_core.store import entities
from tawatur_core.store.conflict_filter import Wanted, occurring
from tawatur_core.store.session import Session
from tawatur_gui.context import Context
from tawatur_gui.widgets import Button, Choice, Muted
from tawatur_gui.widgets.overlay import Sheet

_OFFERED = 12
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")


class FilterSheet(Sheet):
    """Gives `asked(Wanted)`; opened with what is asked for now."""

    asked = Signal(object)  # Wanted

    def __init__(self, window: QWidget, context: Context, session: Session, wanted: Wanted) -> None:
        say = context.say
        super().__init__(window, say("conflicts-filter-title"), say("close"), width=480)
        self._context, self._session = context, session
        there = occurring(session)
        self.document = _chooser(say("conflicts-filter-any-article"), there.documents)
        self.outlet = _chooser(
            say("conflicts-filter-any-outlet"), ((each, each) for each in there.outlets)
        )
        self.analyst = _chooser(
            say("conflicts-filter-any-analyst"), ((each, each) for each in there.analysts)
        )
        self.entity, self.days = QLineEdit(), QLineEdit()
        self.entity.setPlaceholderText(say("entities-search"))
        self.days.setPlaceholderText(say("conflicts-filter-days-hint"))
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.entity.setCompleter(completer)
        self.entity.textEdited.connect(self._complete)
        self.trouble = Muted()
        self.do = Button(say("conflicts-filter-do"), key="Ctrl+Return", primary=True)
        self.do.clicked.connect(self._ask)
        self.none = Button(say("conflicts-filter-none"))
        self.none.clicked.connect(self._ask_nothing)
        for code, field in (
            ("article", self.document),
            ("outlet", self.outlet),
            ("days", self.days),
            ("entity", self.entity),
            ("analyst", self.analyst),
        ):
            self._add(say(f"conflicts-filter-{code}"), field)
        self.box.addWidget(self.trouble)
        self.box.addStretch(1)
        self.trouble.hide()
        self.set_foot(self.do, self.none, None)
        self.answer(("Return", "Enter", "Ctrl+Return", "Ctrl+Enter"), self._ask)
        self._fill(wanted)
        self.open(self.document)

    def _add(self, name: str, field: QWidget) -> None:
        field.setAccessibleName(name)
        line = QVBoxLayout()
        line.setSpacing(4)
        line.addWidget(Muted(name, lines=1))
        line.addWidget(field)
        self.box.addLayout(line)

    def _fill(self, wanted: Wanted) -> None:
        for chooser, value in (
            (self.document, wanted.document),
            (self.outlet, wanted.outlet),
            (self.analyst, wanted.analyst),
        ):
            chooser.setCurrentIndex(max(0, chooser.findData(value)))
        if wanted.entity is not None:
            known = self._context.do(lambda s: entities.entity(s, EntityId(wanted.entity or "")))
            self.entity.setText(known.name if known is not None else "")
        if wanted.first is not None and wanted.last is not None:
            days = (wanted.first, wanted.last)
            self.days.setText(" – ".join(dict.fromkeys(each.isoformat() for each in days)))

    def _complete(self, typed: str) -> None:
        found = entities.complete(self._session, typed.strip(), _OFFERED) if typed.strip() else []
        self._names.setStringList([row.entity.name for row in found])

    # -- asking

    def wanted(self) -> Wanted | None:
        """Return what is asked for; None when a field cannot be understood, which is then told."""
        found, typed = None, self.entity.text().strip()
        if typed:
            rows = entities.complete(self._session, typed, 1)
            if not rows:
                self._refuse("conflicts-filter-no-entity", self.entity)
                return None
            found = rows[0].entity.id
        days = read_days(self.days.text())
        if self.days.text().strip() and days is None:
            self._refuse("conflicts-filter-no-days", self.days)
            return None
        return Wanted(
            document=self.document.currentData(),
            outlet=self.outlet.currentData(),
            first=days[0] if days else None,
            last=days[1] if days else None,
            entity=found,
            analyst=self.analyst.currentData(),
        )

    def _refuse(self, code: str, field: QLineEdit) -> None:
        self.trouble.setText(self._context.say(code, typed=field.text().strip()))
        self.trouble.show()
        self.fit()
        field.setFocus()

    def _ask(self) -> None:
        wanted = self.wanted()
        if wanted is not None:
            self.asked.emit(wanted)
            self.close_sheet()

    def _ask_nothing(self) -> None:
        self.asked.emit(Wanted())
        self.close_sheet()


def _chooser(anything: str, values: Iterable[tuple[str, str]]) -> Choice:
    made = Choice()
    made.setMaxVisibleItems(12)
    made.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(24)
    made.addItem(anything, None)
    for value, shown in values:
        made.addItem(shown, value)
    return made


def read_days(typed: str) -> tuple[date, date] | None:
    """Return the first and last day of what was typed: a day, a month, a year, or two of them."""
    found = [(d.first, d.last) for d in find_dates(typed, None)]
    if not found:
        years = [int(year) for year in _YEAR.findall(typed)]
        found = [(date(year, 1, 1), date(year, 12, 31)) for year in years]
    firsts = [first for first, _ in found if first is not None]
    lasts = [last for _, last in found if last is not None]
    return (min(firsts), max(lasts)) if firsts and lasts else None


def told(wanted: Wanted, context: Context, session: Session) -> str:
    """Return in words what is asked for, '' for nothing."""
    words, parts = context.words, []
    if wanted.document is not None:
        titles = dict(occurring(session).documents)
        parts.append(titles.get(wanted.document, "…"))
    if wanted.outlet is not None:
        parts.append(wanted.outlet)
    if wanted.first is not None and wanted.last is not None:
        days = dict.fromkeys(phrasing.day(each, words) for each in (wanted.first, wanted.last))
        parts.append(" – ".join(days))
    if wanted.entity is not None:
        row = next(iter(entities.some(session, [wanted.entity])), None)
        parts.append(row.entity.name if row is not None else "…")
    if wanted.analyst is not None:
        parts.append(wanted.analyst)
    return " · ".join(f"\u2068{part}\u2069" for part in parts)
