"""The verdicts, one key each, with reason and confidence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tawatur_core import phrasing
from tawatur_core.model import Choice, Confidence, ConflictKey, Verdict
from tawatur_gui.actions import Command, bind
from tawatur_gui.context import Context
from tawatur_gui.widgets import Button, Flow, Muted
from tawatur_gui.widgets.basic import clear, role

# Letters that stay the same however many sides there are; the numbers shift.
_LETTERS = {
    Choice.BOTH_STAND: "S",
    Choice.DIFFERENT_EVENTS: "D",
    Choice.NOT_A_CONFLICT: "X",
    Choice.EDITED: "E",
    Choice.DEFERRED: "L",
    Choice.SAME_ENTITY: "Y",
    Choice.DIFFERENT_ENTITIES: "N",
}
_SIDE_LETTERS = "ABC"
_BESIDE = 330  # pixels that the reason needs beside the verdicts
_CONFIDENCE = (Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW)


@dataclass(frozen=True, slots=True)
class Option:
    """A verdict that can be given: the choice, the side it names (-1: none), and its keys."""

    choice: Choice
    side: int
    keys: tuple[str, ...]


def options(sides: int) -> list[Option]:
    """Return the verdicts on a conflict of so many sides: 1, 2 …, the common ones, 0 for later."""
    made = []
    for side in range(sides):
        keys = [str(side + 1)] if side < 9 else []
        keys += [_SIDE_LETTERS[side]] if side < len(_SIDE_LETTERS) else []
        made.append(Option(Choice.ONE_SIDE, side, tuple(keys)))
    following = (Choice.BOTH_STAND, Choice.DIFFERENT_EVENTS, Choice.NOT_A_CONFLICT)
    for number, choice in enumerate(following, sides + 1):
        keys = [str(number)] if number <= 9 else []
        made.append(Option(choice, -1, (*keys, _LETTERS[choice])))
    made.append(Option(Choice.EDITED, -1, (_LETTERS[Choice.EDITED],)))
    made.append(Option(Choice.DEFERRED, -1, ("0", _LETTERS[Choice.DEFERRED])))
    return made


def name_options() -> list[Option]:
    """Return the verdicts on 'are these two names one?'."""
    return [
        Option(Choice.SAME_ENTITY, -1, ("Y", "1")),
        Option(Choice.DIFFERENT_ENTITIES, -1, ("N", "2")),
        Option(Choice.DEFERRED, -1, ("L", "0")),
    ]


class VerdictBar(QWidget):
    """Gives `chosen(choice, side, value)`; `value` is the edited one, else empty."""

    chosen = Signal(object, int, str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._confidence = Confidence.HIGH
        self._options: list[Option] = []
        self._asked: tuple[ConflictKey, list[Option], Verdict | None] | None = None
        self.buttons: list[Button] = []
        self._flow = Flow(gap=8, line_gap=8)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(context.say("conflicts-reason-hint"))
        self.reason.setAccessibleName(context.say("conflicts-reason"))
        self.reason.setMinimumWidth(120)
        self._phrases = QStringListModel(self)
        completer = QCompleter(self._phrases, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.reason.setCompleter(completer)
        self.reason.returnPressed.connect(self._leave_reason)
        self.confidence = Button("", key="K")
        self.confidence.clicked.connect(self.turn_confidence)
        self.value = QLineEdit()
        self.value.setPlaceholderText(context.say("conflicts-value-hint"))
        self.value.setAccessibleName(context.say("choice-edited"))
        self.value.returnPressed.connect(self._give_edited)
        self._save = Button(context.say("conflicts-value-save"), primary=True)
        self._save.clicked.connect(self._give_edited)
        self._cancel = Button(context.say("conflicts-value-cancel"), kind="quiet")
        self._cancel.clicked.connect(self.close_value)
        self._build()
        self._name_confidence()
        self._bind_fixed()

    def _build(self) -> None:
        role(self, "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._edited = QWidget()
        edited = QHBoxLayout(self._edited)
        edited.setContentsMargins(0, 0, 0, 0)
        edited.addWidget(Muted(self._context.say("choice-edited"), small=False, lines=1))
        edited.addWidget(self.value, 1)
        edited.addWidget(self._save)
        edited.addWidget(self._cancel)
        self._edited.hide()
        self._holder = QWidget()
        self._holder.setLayout(self._flow)
        self._why = QWidget()
        why = QHBoxLayout(self._why)
        why.setContentsMargins(0, 0, 0, 0)
        why.setSpacing(12)
        why.addWidget(self.reason, 1)
        why.addWidget(self.confidence)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(8)
        self._line.addWidget(self._holder)
        self._line.addWidget(self._why, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(8)
        box.addWidget(self._edited)
        box.addLayout(self._line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the reason beside the verdicts, or below them in a narrow window."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wanted = sum(button.sizeHint().width() + 8 for button in self.buttons)
        beside = self.width() - wanted >= _BESIDE
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        room = wanted if beside else max(1, self.width() - 32)
        self._holder.setFixedSize(room, self._flow.heightForWidth(room))

    # -- what is asked

    def ask(
        self, key: ConflictKey, choices: list[Option], given: Verdict | None, suggestion: str = ""
    ) -> None:
        """Offer these verdicts on `key`; `given` is shown as the present one, with its reason.

        Asked the same again (the project changed elsewhere), what is being typed stays.
        """
        if (key, choices, given) == self._asked:
            return
        self._asked = (key, choices, given)
        self.close_value()
        if choices != self._options:
            self._options = choices
            self._make_buttons()
            self._arrange()
        current = given if given is not None and not given.reopened else None
        for button, option in zip(self.buttons, choices, strict=True):
            button.setChecked(current is not None and _matches(option, current))
        self.value.setText(current.value if current and current.value else suggestion)
        self.reason.setText(given.reason if given else "")
        self.set_confidence(given.confidence if given else Confidence.HIGH)

    def remember(self, phrases: list[str]) -> None:
        """Offer these reasons while one is typed."""
        self._phrases.setStringList(phrases)

    def _make_buttons(self) -> None:
        self._holder.hide()  # every button shown alone would have the whole page laid out
        clear(self._flow)
        self.buttons = []
        for option in self._options:
            words = self._context.words
            text = (
                phrasing.side_letter(option.side, words)
                if option.side >= 0
                else phrasing.term(option.choice, words)
            )
            button = Button(text, key=option.keys[0] if option.keys else "")
            button.setCheckable(True)
            button.setAccessibleName(_spoken(option, self._context))
            button.clicked.connect(partial(self.give, option))
            self._flow.addWidget(button)
            button.show()  # at once: a layout takes no room for what is not shown yet
            self.buttons.append(button)
        self._holder.show()

    # -- answers

    def give(self, option: Option, _checked: bool = False) -> None:
        """Give a verdict; the edited one first asks for the value."""
        if option.choice is Choice.EDITED:
            self.open_value()
        elif option in self._options:
            self.chosen.emit(option.choice, option.side, "")

    def press(self, choice: Choice, side: int = -1) -> None:
        """Give the verdict of this kind, if it is offered."""
        for option in self._options:
            if (option.choice, option.side) == (choice, side):
                self.give(option)
                return

    def offers(self, choice: Choice, side: int = -1) -> bool:
        """Whether this verdict can be given now."""
        offered = any((o.choice, o.side) == (choice, side) for o in self._options)
        return self.isVisible() and offered

    def has_key(self, key: str) -> bool:
        """Whether some verdict has this key now."""
        return self.isVisible() and any(key in option.keys for option in self._options)

    def press_key(self, key: str) -> None:
        """Give the verdict that has this key now."""
        option = next((option for option in self._options if key in option.keys), None)
        if option is not None and self.isVisible():
            self.give(option)

    def open_value(self) -> None:
        """Ask for the right value."""
        self._edited.show()
        self.value.setFocus()
        self.value.selectAll()

    def close_value(self) -> None:
        """Put the field for the value away."""
        if self.value.hasFocus() and self.buttons:
            self.buttons[0].setFocus()
        self._edited.hide()

    def _give_edited(self) -> None:
        text = self.value.text().strip()
        if text:
            self.chosen.emit(Choice.EDITED, -1, text)

    def _leave_reason(self) -> None:
        if self.buttons:
            self.buttons[0].setFocus()

    @property
    def chosen_confidence(self) -> Confidence:
        """How sure the analyst says to be."""
        return self._confidence

    def set_confidence(self, confidence: Confidence) -> None:
        """Set how sure the analyst is."""
        self._confidence = confidence
        self._name_confidence()

    def turn_confidence(self) -> None:
        """Go from high to medium to low and round again."""
        place = (_CONFIDENCE.index(self._confidence) + 1) % len(_CONFIDENCE)
        self.set_confidence(_CONFIDENCE[place])

    def _name_confidence(self) -> None:
        word = phrasing.term(self._confidence, self._context.words)
        self.confidence.setText(self._context.say("conflicts-confidence", confidence=word))

    def _bind_fixed(self) -> None:
        bind(self._edited, [Command("conflicts-value-cancel", ("Escape",), self.close_value)])
        bind(self.reason, [Command("conflicts-value-cancel", ("Escape",), self._leave_reason)])


def _matches(option: Option, verdict: Verdict) -> bool:
    if option.choice is not verdict.choice:
        return False
    if option.choice is not Choice.ONE_SIDE:
        return True
    return verdict.chosen in verdict.sides and verdict.sides.index(verdict.chosen) == option.side


def _spoken(option: Option, context: Context) -> str:
    """Return what a screen reader says for a verdict."""
    if option.side >= 0:
        letter = phrasing.side_letter(option.side, context.words)
        return context.say("verdict-one-side", side=letter)
    return phrasing.term(option.choice, context.words)
