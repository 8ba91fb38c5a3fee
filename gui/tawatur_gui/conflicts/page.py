"""The place where conflicts are decided: queue, articles side by side, slots, verdicts."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from tawatur_core.edit import verdicts as verdict_edits
from tawatur_core.model import Changes, Choice, ConflictKey, VerdictId
from tawatur_core.store import verdicts as verdict_store
from tawatur_core.store.session import Session
from tawatur_core.wording import Wording
from tawatur_gui.actions import Command, bind
from tawatur_gui.conflicts import items as queue_items
from tawatur_gui.conflicts.agenda import Queue
from tawatur_gui.conflicts.facts import Facts
from tawatur_gui.conflicts.items import Item, Matters, State
from tawatur_gui.conflicts.review import Review
from tawatur_gui.conflicts.slide import Slide
from tawatur_gui.conflicts.verdict_bar import Option, name_options, options
from tawatur_gui.context import Context, Place, Target
from tawatur_gui.widgets import Button, Empty
from tawatur_gui.widgets.basic import ground
from tawatur_gui.widgets.panes import Panes

_CONCERNS = (
    *("conflict", "entity_proposal", "event_group", "verdict", "claim", "claim_span", "slot"),
    *("mention", "entity", "alias", "document"),
)
_SIDES = "abc"
_SHIFTING = "3456789"
_VERDICTS = "group-verdicts"


class ConflictsPage(QWidget):
    """Follows the project: every change refreshes the queue, and what is shown stays shown."""

    place = Place.CONFLICTS

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._matters = Matters()
        self._read: tuple[Session, tuple[int, int], Wording] | None = None  # what is shown of what
        self._items: list[Item] = []
        self._facts: Facts | None = None
        self._shown: ConflictKey | None = None
        self._deciding = False
        self.queue = Queue(context)
        self.queue.chosen.connect(self._slide_to)
        self.review = Review(context)
        self.review.bar.chosen.connect(self._decide)
        self.review.history.reopen.connect(self.reopen)
        self._slide = Slide(self.review.body)
        self._build()
        self._commands = self._listed()
        context.changed.connect(self._changed)
        context.opened.connect(self._renew)
        context.themed.connect(self._themed)

    def _build(self) -> None:
        say = self._context.say
        read = Button(say("conflicts-empty-go"), primary=True, icon="read")
        read.clicked.connect(lambda: self._context.go(Target(Place.READ)))
        self._empty = Empty(say("conflicts-empty"), read, note=say("conflicts-empty-next"))
        leave = Button(say("conflicts-all-done-go"), primary=True, icon="export")
        leave.clicked.connect(lambda: self._context.go(Target(Place.EXPORT)))
        self._done = Empty(say("conflicts-all-done"), leave, note=say("conflicts-all-done-next"))
        self._later = Empty(say("conflicts-only-later"), note=say("conflicts-only-later-next"))
        self.stack = QStackedWidget()
        for each in (self._empty, self._done, self._later, self.review):
            self.stack.addWidget(each)
        panes = Panes(
            self._context.settings,
            "conflicts",
            ground(self.queue, "panel"),
            ground(self.stack, "paper"),
            sizes=(252, 1000),
            grows=1,
        )
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(panes)

    # -- the page's contract

    def open(self, target: Target) -> None:
        """Show the queue at the conflict or claim that is named, else where it was left."""
        self._refresh()
        item = self._item(target.conflict) or self._of_claim(target) or self._item(self._shown)
        self._show(item or queue_items.following(self._items, None, self._items))
        self.queue.view.setFocus()

    def commands(self) -> list[Command]:
        """Return what can be done here."""
        return self._commands

    def main_command(self) -> Command | None:
        """Return the way to the next matter, for the top bar."""
        return next(each for each in self._commands if each.code == "conflicts-next")

    def status(self) -> str:
        """Return how much is decided, for the bottom bar."""
        counted = self._matters.progress
        if not counted.total:
            return ""
        return self._context.say("conflicts-progress", done=counted.done, total=counted.total)

    def where(self) -> Target:
        """Return what is under review."""
        return Target(Place.CONFLICTS, conflict=self._shown)

    @property
    def shown(self) -> Item | None:
        """The item under review."""
        return self._item(self._shown)

    # -- following the project

    def _changed(self, changes: Changes) -> None:
        if not changes.touches(*_CONCERNS):
            return
        if not self.isVisible():
            self._read = None
            return
        before = self._items
        self._refresh(changes)
        if self._deciding:
            return
        item = queue_items.reopened(before, self._items) or self._item(self._shown)
        self._show(item or queue_items.following(before, self._shown, self._items))

    def _renew(self) -> None:
        self._shown = self._read = None
        self.queue.forget()
        if self.isVisible():
            self.open(Target(Place.CONFLICTS))

    def _themed(self) -> None:
        if self.isVisible():
            self._show(self.shown)

    def _refresh(self, changes: Changes | None = None) -> None:
        """Read what is to be decided: nothing when all is as it was, little after a verdict."""
        session, words = self._context.session, self._context.words
        if session is None:
            self._read, self._items, self._facts = None, [], None
            self.queue.show_items([], None, queue_items.Progress(0, 0))
            return
        now = (session, session.state, words)
        if now == self._read:
            return
        if changes is not None and self._facts is not None and self._only_verdicts(changes):
            self._items = self._matters.renew(session, changes.tables["verdict"])
        else:
            self._items = self._matters.load(session)
            self._facts = Facts(session, words)
        self._read = now
        self.review.bar.remember(verdict_store.remembered_reasons(session))
        self.queue.show_items(self._items, self._facts, self._matters.progress)

    def _only_verdicts(self, changes: Changes) -> bool:
        """Whether these verdicts are all that changed since the project was read."""
        known = self._read is not None and self._read[0] is self._context.session
        return known and {table for table, rows in changes.tables.items() if rows} == {"verdict"}

    # -- what is shown

    def _item(self, key: ConflictKey | None) -> Item | None:
        return next((item for item in self._items if item.key == key), None) if key else None

    def _of_claim(self, target: Target) -> Item | None:
        if target.claim is None:
            return None
        found = (i for i in self._items if i.conflict and target.claim in i.conflict.claims)
        return next(found, None)

    def _slide_to(self, item: Item) -> None:
        self._slide.take()
        self._show(item)
        self._slide.go()

    def _show(self, item: Item | None) -> None:
        self._shown = item.key if item else None
        self.queue.choose(self._shown)
        session = self._context.session
        if item is None or session is None or self._facts is None:
            self._slide.stop()
            later = any(each.state is State.LATER for each in self._items)
            done = self._later if later else self._done
            self.stack.setCurrentWidget(done if self._items else self._empty)
            return
        history = verdict_store.verdict_history(session, item.key)
        self.stack.setCurrentWidget(self.review)  # first: what it shows is laid out in its size
        self.review.show_item(item, history, self._facts, self._matters.waiting)

    # -- deciding

    def _decide(self, choice: Choice, side: int, value: str) -> None:
        item, before, listed = self.shown, self._items, self.queue.model.items
        if item is None:
            return
        alone = self.review.alike.spares(choice)
        self._slide.take()
        self._deciding = True
        try:
            given = self._context.do(partial(self._give, item, choice, side, value))
        finally:
            self._deciding = False
        if given is None:
            self._slide.stop()
            return
        if alone:
            self._context.noticed.emit(self._context.say("conflicts-alike-alone"), "done")
        now = queue_items.following(listed, item.key, self.queue.model.items)
        self._show(now or queue_items.following(before, item.key, self._items))
        self._slide.go()

    def _give(
        self, item: Item, choice: Choice, side: int, value: str, session: Session
    ) -> VerdictId:
        """Record a verdict as one undo step."""
        bar = self.review.bar
        reason, confidence = bar.reason.text().strip(), bar.chosen_confidence
        if item.names is not None:
            return verdict_edits.decide_entities(
                session, item.names, choice, reason=reason, confidence=confidence
            )
        assert item.conflict is not None
        chosen = item.conflict.claims[side] if side >= 0 else ""
        word = {"chosen": chosen, "value": value, "reason": reason}
        others = self.review.alike.taken(choice)
        if not others:  # an ordinary verdict, and undo calls it so
            return verdict_edits.decide(
                session, item.conflict, choice, **word, confidence=confidence
            )
        made = verdict_edits.decide_alike(
            session, item.conflict, others, choice, **word, confidence=confidence
        )
        return made[0]

    def reopen(self) -> None:
        """Take up a decided matter again; the verdict stays in its history."""
        item = self.shown
        if item is not None and self._closed():
            self._context.do(lambda session: verdict_edits.reopen(session, item.key))

    def step(self, by: int) -> None:
        """Show the item that many places further in the list."""
        model = self.queue.model
        place = model.place(self._shown) if self._shown else -1
        wanted = min(max(place + by, 0), model.rowCount() - 1)
        if wanted >= 0 and wanted != place:
            self.queue.view.setCurrentIndex(model.index(wanted, 0))

    # -- keys

    def _listed(self) -> list[Command]:
        """Return every verdict by its letter, the first two sides by number, and the rest.

        From 3 on a number is a place on the bar: what stands there depends on the sides.
        """
        bar = self.review.bar
        named = [
            Command(
                _code(option),
                tuple(key for key in option.keys if key not in _SHIFTING),
                partial(bar.press_key, option.keys[0])
                if option.keys[0] in "12"
                else partial(bar.press, option.choice, option.side),
                partial(bar.has_key, option.keys[0])
                if option.keys[0] in "12"
                else partial(bar.offers, option.choice, option.side),
                _VERDICTS,
            )
            for option in options(3)
        ]
        named += [
            Command(
                _code(option),
                option.keys[:1],  # the numbers belong to the two sides
                partial(bar.press, option.choice),
                partial(bar.offers, option.choice),
                _VERDICTS,
            )
            for option in name_options()[:2]
        ]
        # More sides than four are rare: their numbers work but are not listed.
        bind(self, [self._number(n) for n in range(7, 10)])
        numbers = [self._number(n) for n in range(3, 7)]
        return [*named, *numbers, *self._others()]

    def _number(self, n: int) -> Command:
        bar, key = self.review.bar, str(n)
        run, able = partial(bar.press_key, key), partial(bar.has_key, key)
        return Command(f"conflicts-number-{n}", (key,), run, able, _VERDICTS)

    def _others(self) -> list[Command]:
        bar, alike = self.review.bar, self.review.alike
        group = "group-conflicts"
        return [
            Command("conflicts-reason", ("R",), bar.reason.setFocus, self._asked, group),
            Command("conflicts-turn-confidence", ("K",), bar.turn_confidence, self._asked, group),
            Command("conflicts-alike", ("G",), alike.toggle, alike.offers, group),
            Command("conflicts-alike-show", ("Shift+G",), alike.ask, alike.offers, group),
            Command("conflicts-reopen", ("O",), self.reopen, self._closed, group),
            Command("conflicts-filter-title", ("F",), self.queue.open_filter, group=group),
            Command("conflicts-next", ("]",), partial(self.step, 1), group=group),
            Command("conflicts-previous", ("[",), partial(self.step, -1), group=group),
        ]

    def _asked(self) -> bool:
        return self.shown is not None and self.review.bar.isVisible()

    def _closed(self) -> bool:
        return self.shown is not None and self.shown.state in {State.LATER, State.DONE}


def _code(option: Option) -> str:
    """Return the message id of a verdict's name."""
    if option.side >= 0:
        return f"conflicts-choose-{_SIDES[option.side]}"
    return f"choice-{option.choice.value.replace('_', '-')}"
