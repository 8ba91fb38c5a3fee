"""The middle of the reading place: banner, find bar, page, and what floats over it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from tawatur_core.model import EntityKind, Span
from tawatur_gui.context import Context
from tawatur_gui.reading.bar import FloatingBar, Offer, beside, room_of
from tawatur_gui.reading.dating import Dating
from tawatur_gui.reading.find_bar import FindBar
from tawatur_gui.reading.hover import HoverCard
from tawatur_gui.reading.link_field import LinkField
from tawatur_gui.reading.pane import Pane
from tawatur_gui.widgets import AutoLabel, Card, Empty, IconButton

_REST_MS = 160  # after the last key of a selection
_POPUP = 340


class Center(QWidget):
    """Holds the page; places the bar, the hover card and the link field beside words."""

    linked = Signal(object, str)  # Span, EntityId
    created = Signal(object, str, object)  # Span, name, EntityKind

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setMinimumWidth(420)
        self.pane = Pane()
        self.pane.setAccessibleName(context.say("read-page"))
        self.finder = FindBar(context)
        self.banner = Notice(context)
        self.dating = Dating(context)
        self.bar = FloatingBar(self)
        self.hover = HoverCard(self)
        self.popup: LinkPopup | None = None
        self._empty = Empty(context.say("read-empty"), note=context.say("read-empty-next"))
        self._empty.setProperty("role", "paper")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.pane)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.banner)
        box.addWidget(self.dating)
        box.addWidget(self.finder)
        box.addWidget(self._stack, 1)
        self._resting = QTimer(self, singleShot=True, interval=_REST_MS)
        self._resting.timeout.connect(self._stand)
        self._offers: Sequence[Offer] = ()
        self.pane.left.connect(self.hover.hide)
        self.pane.verticalScrollBar().valueChanged.connect(self._follow)

    def show_page(self, shown: bool) -> None:
        """Show the page or, when nothing is open, what to do."""
        self._stack.setCurrentIndex(1 if shown else 0)
        if not shown:
            self.hide_floating()

    # -- the bar ---------------------------------------------------------------------------------

    def offer(self, offers: Sequence[Offer], *, soon: bool) -> None:
        """Show the bar beside the selection, at once or when the keyboard rests; none hides it."""
        self._offers = offers
        self._resting.stop()
        if not offers:
            self.bar.hide()
        elif soon:
            self._resting.start()
        else:
            self._stand()

    def _stand(self) -> None:
        place = self.place_of(self.pane.selection())
        if place is not None and self._offers and self.popup is None:
            self.hover.hide()
            self.bar.offer(self._offers)
            self.bar.stand_by(place)

    def _follow(self) -> None:
        """Keep the bar at the selection while the page scrolls."""
        self.hover.hide()
        if self.bar.isVisible():
            self._stand()

    def place_of(self, span: Span) -> QRect | None:
        """Return where words stand, in this widget; the part that is in sight."""
        place = self.pane.place_of(span) if span else None
        if place is None:
            return None
        view = self.pane.viewport()
        seen = place.intersected(view.rect())
        if seen.isEmpty():
            return None
        return QRect(view.mapTo(self, seen.topLeft()), seen.size())

    def point(self, spot: QPoint) -> QPoint:
        """Return a place of the screen in this widget."""
        return self.mapFromGlobal(spot)

    # -- the link field --------------------------------------------------------------------------

    def ask(self, span: Span, quote: str, likely: EntityKind) -> None:
        """Open the link field beside words."""
        self.close_popup()
        self.bar.hide()
        self.pane.scroll_to(span)
        place = self.place_of(span) or QRect(self.rect().center(), self.rect().center())
        self.popup = LinkPopup(self, self._context, quote, likely)
        self.popup.field.linked.connect(lambda entity: self._link(span, entity))
        self.popup.field.created.connect(lambda name, kind: self._create(span, name, kind))
        self.popup.field.given_up.connect(self.close_popup)
        self.popup.stand_by(place)

    def _link(self, span: Span, entity: str) -> None:
        self.close_popup()
        self.linked.emit(span, entity)

    def _create(self, span: Span, name: str, kind: EntityKind) -> None:
        self.close_popup()
        self.created.emit(span, name, kind)

    def close_popup(self) -> None:
        """Close the link field and give the keyboard back to the page."""
        if self.popup is not None:
            self.popup.hide()
            self.popup.deleteLater()
            self.popup = None
            self.pane.setFocus()

    def hide_floating(self) -> None:
        """Hide everything that floats."""
        self.offer((), soon=False)
        self.hover.hide()
        self.close_popup()


class LinkPopup(Card):
    """The link field on a card beside the words."""

    def __init__(self, parent: QWidget, context: Context, quote: str, likely: EntityKind) -> None:
        super().__init__(parent)
        self.box.setContentsMargins(10, 10, 10, 8)
        self.field = LinkField(context, quote, likely)
        self.box.addWidget(self.field)
        self.field.model.modelReset.connect(self._refit)
        self._place = QRect()

    def stand_by(self, place: QRect) -> None:
        """Show the card below or above `place` of the parent."""
        self._place = place
        self.show()
        self.raise_()
        self._fit()
        self.field.setFocus()

    def _refit(self) -> None:
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        self.box.activate()
        size = self.sizeHint()
        size.setWidth(_POPUP)
        self.setGeometry(QRect(beside(self._place, size, room_of(self)), size))


class Notice(QFrame):
    """A line above the page when quotes do not fit the text."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self.label = AutoLabel(lines=3)
        close = IconButton("close", context.say("close"), size=14)
        close.clicked.connect(self.hide)
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 6, 16, 6)
        box.addWidget(self.label, 1)
        box.addWidget(close)
        self.hide()

    def tell(self, text: str) -> None:
        """Show a text; an empty one hides the line."""
        self.label.setText(text)
        self.setVisible(bool(text))
