"""The panel beside the page: what is picked there, else an overview of the article."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from tawatur_core import phrasing
from tawatur_core.model import Claim, Mention
from tawatur_gui.reading.article import Article
from tawatur_gui.reading.claim_view import ClaimView
from tawatur_gui.reading.desk import Desk
from tawatur_gui.reading.mention_view import MentionView
from tawatur_gui.reading.overview import Overview
from tawatur_gui.reading.proposal_view import ProposalView
from tawatur_gui.widgets import IconButton, Section
from tawatur_gui.widgets.basic import row


class Inspector(QWidget):
    """Shows one item at a time; the arrows go to the one before and after."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.key = ""
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(220)
        say = desk.context.say
        right = desk.context.words.right_to_left
        self.title = Section()
        self.all = IconButton("close", say("read-back-to-list"), key="Esc", size=14)
        self.all.clicked.connect(lambda: desk.picked.emit(""))
        before, after = ("right", "left") if right else ("left", "right")
        self.before = IconButton(f"chevron-{before}", say("read-previous-claim"), key="K", size=14)
        self.after = IconButton(f"chevron-{after}", say("read-next-claim"), key="J", size=14)
        self.overview, self.claim = Overview(desk), ClaimView(desk)
        self.mention, self.proposal = MentionView(desk), ProposalView(desk)
        self.stack = QStackedWidget()
        self._first = _padded(self.overview)
        self.stack.addWidget(self._first)
        self._scrolled: dict[QWidget, QScrollArea] = {}
        for view in (self.claim, self.mention, self.proposal):
            self._scrolled[view] = _scrolling(view)
            self.stack.addWidget(self._scrolled[view])
        head = row(self.title, self.before, self.after, self.all, spacing=0)
        head.setStretch(0, 1)
        head.setContentsMargins(16, 8, 8, 4)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self.stack, 1)
        self.show_item(None, "")

    def show_item(self, article: Article | None, key: str) -> None:
        """Show an item of the article by its mark's key, or the overview."""
        other = key != self.key
        item = article.item(key) if article else None
        self.key = key if item else ""
        self.overview.show_article(article)
        self.overview.mark(self.key)
        view: QWidget = self.overview
        if article is None or item is None:
            self.title.setText(self._desk.context.say("read-inspector"))
        elif isinstance(item, Claim):
            self.claim.show_claim(article, item)
            view = self.claim
        elif isinstance(item, Mention):
            self.mention.show_mention(article, item)
            view = self.mention
        else:
            self.proposal.show_proposal(article, item)
            view = self.proposal
        if article is not None and item is not None:
            self.title.setText(self._title(article, key))
        self.all.setVisible(item is not None)
        self._turn_to(view)
        area = self._scrolled.get(view)
        if area is not None and other:
            area.verticalScrollBar().setValue(0)

    def _turn_to(self, view: QWidget) -> None:
        """Show one of the views; the keyboard does not stay in a hidden one."""
        wanted = self._scrolled.get(view, self._first)
        shown, focus = self.stack.currentWidget(), QApplication.focusWidget()
        if wanted is shown:
            return
        if shown is not None and focus is not None and shown.isAncestorOf(focus):
            self._desk.released.emit()
        self.stack.setCurrentWidget(wanted)

    def _title(self, article: Article, key: str) -> str:
        item, context = article.item(key), self._desk.context
        if isinstance(item, Claim):
            kind = phrasing.term(item.kind, context.words)
            return context.say("read-claim-head", number=article.number(item.id), kind=kind)
        if isinstance(item, Mention):
            return context.say("read-mention-head")
        return context.say("read-proposal-head")


def _scrolling(view: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    holder = _padded(view)
    box = holder.layout()
    assert isinstance(box, QVBoxLayout)
    box.addStretch(1)
    area.setWidget(holder)
    return area


def _padded(view: QWidget) -> QWidget:
    holder = QWidget()
    box = QVBoxLayout(holder)
    box.setContentsMargins(14, 8, 14, 16)
    box.addWidget(view)
    return holder
