"""The small card that says what is under the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from tawatur_core import phrasing
from tawatur_core.arabic.fold import fold_text
from tawatur_core.model import (
    Claim,
    Evidence,
    Mention,
    MentionProposal,
)
from tawatur_gui.context import Context
from tawatur_gui.reading.article import Article, Item
from tawatur_gui.reading.bar import beside, room_of
from tawatur_gui.reading.chain import chain_parts, chain_text
from tawatur_gui.reading.values_found import Found, in_words
from tawatur_gui.widgets import AutoLabel, Muted
from tawatur_gui.widgets.basic import cast_shadow, clear, role

WIDTH = 300
_MOST = 3  # paragraphs
_REASONS = 4  # the rest stand in the panel


@dataclass(frozen=True, slots=True)
class Told:
    """One paragraph of the card: a line and small print below it. `tint` is a role of labels."""

    text: str
    small: tuple[str, ...] = ()
    tint: str = "strong"


class HoverCard(QFrame):
    """Shows some lines near a place; the mouse goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(12, 8, 12, 8)
        self._box.setSpacing(4)
        cast_shadow(self, 20)
        self.hide()

    def tell(self, told: Sequence[Told], at: QPoint) -> None:
        """Show paragraphs near a point of the parent; none hides the card."""
        self.hide()  # what is added to a card on the screen has no size yet
        clear(self._box)
        if not told:
            return
        for one in told:
            self._box.addWidget(role(AutoLabel(one.text, lines=4), one.tint))
            for line in one.small:
                self._box.addWidget(Muted(line, lines=3))
        self._box.activate()
        size = QSize(WIDTH, self._box.heightForWidth(WIDTH))
        place = QRect(at - QPoint(8, 14), QSize(16, 28))
        self.setGeometry(QRect(beside(place, size, room_of(self)), size))
        self.show()
        self.raise_()


def about(article: Article, item: Item, context: Context) -> Told:
    """Say what a mark is, and why it is proposed."""
    words, say = context.words, context.say
    if isinstance(item, Claim):
        head = say(
            "read-claim-head", number=article.number(item.id), kind=phrasing.term(item.kind, words)
        )
        told = len(chain_parts(article, item, context)) > 1 or article.document.outlet
        small = [chain_text(article, item, context) if told else ""]
        small += [
            say("read-in-conflict", kind=phrasing.term(one.kind, words))
            for one in article.disputes.get(item.id, [])
        ]
        return Told(head, tuple(line for line in small if line))
    if isinstance(item, Mention):
        entity = article.entities.get(item.entity) if item.entity else None
        if entity is None:
            return Told(item.quote, (say("read-not-linked"),))
        kind = phrasing.term(entity.kind, words)
        names = " · ".join(name for name in (entity.name_latin, kind) if name)
        return Told(entity.name, (names,))
    if isinstance(item, MentionProposal):
        kind = phrasing.term(item.kind, words)
        head = say("read-proposed-mention", name=item.name, kind=kind)
        return Told(head, reasons(item.evidence, context), "")
    return Told(say("read-proposed-claim"), reasons(item.evidence, context), "")


def inmost_first(told: Sequence[Told]) -> list[Told]:
    """Keep the reasons of what is right under the mouse; of what lies around it, its head."""
    return [*told[:1], *(replace(one, small=()) for one in told[1:_MOST])]


def about_value(found: Found, text: str, context: Context) -> Told | None:
    """Say the value of a date or number ('السبت' → 12 يوليو 2025); None when the words say it."""
    told = found.span.of(text)
    value, why = in_words(found, context.words, told)
    if fold_text(value) == fold_text(told):
        return None
    line = context.say("read-value", text=told, value=value)
    return Told(line, (why,) if why else ())


def reasons(evidence: Sequence[Evidence], context: Context) -> tuple[str, ...]:
    """Return the reasons in words, the weightiest first."""
    ordered = sorted(evidence, key=lambda one: -abs(one.weight))
    return tuple(context.words.evidence(one) for one in ordered[:_REASONS])
