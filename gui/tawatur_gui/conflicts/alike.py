"""Conflicts like the one under review: how many, which, and whether its verdict is theirs too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tawatur_core.model import Choice, Conflict, ConflictKey
from tawatur_core.monitor import Monitor
from tawatur_core.reconcile.alike import Alike, Likeness, alike, applies_to_all
from tawatur_core.store import claims, derived
from tawatur_core.store.session import Reader
from tawatur_gui.conflicts.alike_sheet import AlikeSheet
from tawatur_gui.conflicts.facts import Facts
from tawatur_gui.context import Context
from tawatur_gui.jobs import Job
from tawatur_gui.widgets import AutoLabel, Button
from tawatur_gui.widgets.basic import role

_REST = 250  # ms on one conflict before others are looked through
_PIECE = 200  # conflicts read at a time: their rows are large
_NAMED = 4  # conflicts named on the strip; the sheet has all


@dataclass(frozen=True, slots=True)
class Found:
    """What is like one conflict and waits for a verdict, by what it is alike."""

    key: ConflictKey
    alike: dict[Likeness, tuple[Alike, ...]]


def look(
    open_reader: Callable[[], Reader], conflict: Conflict, waiting: frozenset[ConflictKey]
) -> Callable[[Monitor], Found]:
    """Return the work that finds what is like `conflict` among those that wait, for a job."""

    def work(monitor: Monitor) -> Found:
        found: dict[Likeness, tuple[Alike, ...]] = dict.fromkeys(Likeness, ())
        with open_reader() as reader, reader.snapshot():
            outlets = claims.outlets(reader)
            others = [
                each
                for each in derived.conflicts(reader, kind=conflict.kind)
                if each.key in waiting
            ]
        while others:
            monitor.step(0, 0)
            piece, others = others[:_PIECE], others[_PIECE:]
            for likeness in Likeness:
                found[likeness] += alike(conflict, piece, likeness, outlets)
        return Found(conflict.key, {how: some for how, some in found.items() if some})

    return work


class AlikeStrip(QWidget):
    """A line above the verdicts; hidden while nothing is like what is shown."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._conflict: Conflict | None = None
        self._facts: Facts | None = None
        self._waiting: frozenset[ConflictKey] = frozenset()
        self._found: Found | None = None
        self._left_out: set[ConflictKey] = set()
        self._job: Job | None = None
        self.likeness = Likeness.VALUES
        self._soon = QTimer(self, singleShot=True, interval=_REST)
        self._soon.timeout.connect(self._look)
        self.text = AutoLabel(lines=1)
        self.show_button = Button(context.say("conflicts-alike-show"), kind="link", key="Shift+G")
        self.show_button.clicked.connect(self.ask)
        self.take_button = Button("", key="G")
        self.take_button.setCheckable(True)
        self.take_button.toggled.connect(self._tell)
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 8, 16, 0)
        box.setSpacing(12)
        box.addWidget(self.text, 1)
        box.addWidget(self.show_button)
        box.addWidget(self.take_button)
        role(self, "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.hide()

    # -- looking

    def seek(
        self, conflict: Conflict | None, waiting: frozenset[ConflictKey], facts: Facts | None
    ) -> None:
        """Look for what is like `conflict` among the keys that wait; None hides the strip."""
        if self._job is not None:
            self._job.cancel()
        same = conflict is not None and conflict == self._conflict
        self._conflict, self._facts, self._waiting = conflict, facts, waiting
        if not same:
            self._forget()
        if conflict is not None and len(waiting) > 1:
            self._soon.start()
        else:
            self._soon.stop()
            self._forget()

    def _forget(self) -> None:
        self._found, self._left_out = None, set()
        self.likeness = Likeness.VALUES
        self.take_button.setChecked(False)
        self.hide()

    def _look(self) -> None:
        session, conflict = self._context.session, self._conflict
        if session is not None and conflict is not None:
            work = look(session.reader(), conflict, self._waiting)
            self._job = self._context.jobs.run(work, self._came)

    def _came(self, found: Found) -> None:
        if self._conflict is None or found.key != self._conflict.key:
            return
        if not found.alike:
            self._forget()
            return
        self._found = found
        if self.likeness not in found.alike:
            self.likeness = next(iter(found.alike))
        self._tell()
        self.show()

    # -- what is there

    @property
    def found(self) -> tuple[Alike, ...]:
        """What is alike by the likeness in use."""
        return self._found.alike.get(self.likeness, ()) if self._found else ()

    @property
    def ticked(self) -> list[Alike]:
        """What is alike and was not left out."""
        return [each for each in self.found if each.conflict.key not in self._left_out]

    def taken(self, choice: Choice) -> list[Alike]:
        """Return the conflicts that a verdict now also decides."""
        if not self.take_button.isChecked() or not applies_to_all(choice, self.likeness):
            return []
        return self.ticked

    def spares(self, choice: Choice) -> bool:
        """Whether they were to be decided too, but such a verdict cannot be carried over."""
        return self.take_button.isChecked() and not applies_to_all(choice, self.likeness)

    def offers(self) -> bool:
        """Whether there is something alike."""
        return self.isVisible()

    def toggle(self) -> None:
        """Let the next verdict decide them too, or only what is shown."""
        self.take_button.toggle()

    def _tell(self) -> None:
        if self._facts is None or not self.found:
            return
        say, count = self._context.say, len(self.ticked)
        on = self.take_button.isChecked()
        named = [self._facts.sides(each.conflict) for each in self.ticked[:_NAMED]]
        which = " · ".join(f"\u2068{each}\u2069" for each in named)
        if count > _NAMED:
            which += " …"
        code = f"conflicts-alike-{self.likeness}" if not on else "conflicts-alike-on"
        role(self.text, "" if on else "muted")
        self.text.setText(say(code, count=count + on, which=which))
        self.take_button.setText(say("conflicts-alike-take", count=count))
        self.take_button.setEnabled(count > 0)

    # -- the sheet

    def ask(self) -> None:
        """Open the sheet, for a key."""
        self.open_sheet()

    def open_sheet(self) -> AlikeSheet | None:
        """Show all that is alike, to leave some out and to choose by what they are alike."""
        if self._found is None or self._facts is None:
            return None
        sheet = AlikeSheet(self.window(), self._context, self._facts, self._found.alike)
        sheet.start(self.likeness, self._left_out)
        sheet.taken.connect(self._take)
        return sheet

    def _take(self, likeness: Likeness, left_out: set[ConflictKey]) -> None:
        self.likeness, self._left_out = likeness, left_out
        self.take_button.setChecked(bool(self.ticked))
        self._tell()
