"""Articles side by side, one column for each side of a conflict, each at its claim."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tawatur_core import phrasing
from tawatur_core.model import Claim, Conflict, Document
from tawatur_gui import theme
from tawatur_gui.conflicts.article import ArticleView
from tawatur_gui.conflicts.facts import Facts
from tawatur_gui.conflicts.marks import Mark, marks
from tawatur_gui.context import Context, Place, Target
from tawatur_gui.reading.sheet import Style
from tawatur_gui.widgets import AutoLabel, IconButton, Line, Muted
from tawatur_gui.widgets.basic import role, row

_SIDE = 24
_FIT = 3  # so many columns share the room there is; more are scrolled through sideways
_LEAST = 320  # pixels of a column then


class Column(QWidget):
    """One side: letter, title, date, chain of attribution; below, the article at its claim."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._claim: Claim | None = None
        # What it shows is Arabic: the column reads right to left in either interface language.
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.title = role(AutoLabel(lines=1), "title")
        self.date = Muted(lines=1)
        self.chain = Muted(lines=2)
        self.open_button = IconButton("read", context.say("conflicts-open-article"), size=14)
        self.open_button.clicked.connect(self._go)
        self.article = ArticleView(self)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 0)
        head.addWidget(self.date, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        head.addWidget(self.open_button)
        top = QVBoxLayout()
        top.setContentsMargins(_SIDE, 14, _SIDE, 4)
        top.setSpacing(0)
        top.addLayout(head)
        top.addWidget(self.chain)
        text = row(self.article)
        # The page runs right to left in either interface: its scroll bar stands on the left.
        text.setContentsMargins(16, 4, _SIDE, 0)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(top)
        box.addLayout(text, 1)

    def show_side(
        self,
        index: int,
        claim: Claim,
        document: Document,
        *,
        found: tuple[Mark, ...],
        facts: Facts,
        style: Style,
    ) -> None:
        """Show a claim in its article."""
        self._claim = claim
        words = self._context.words
        letter = phrasing.side_letter(index, words)
        self.title.setText(f"\u200f{letter} · {document.title}")  # its place is at the right
        self.date.setText(phrasing.published(document.published, words))
        self.date.setMinimumWidth(self.date.sizeHint().width())  # the title gives way, not the date
        # The arrow points the way the words travelled, leftwards like the reading.
        self.chain.setText(" ← ".join(f"\u2068{part}\u2069" for part in facts.chain(claim)))
        self.chain.setAccessibleName(self._context.say("conflicts-chain", chain=self.chain.text()))
        self.article.setAccessibleName(
            self._context.say("conflicts-article", side=letter, title=document.title)
        )
        self.article.show_claim(document, claim.spans, found, style, theme.current())

    def _go(self) -> None:
        if self._claim is not None:
            claim = self._claim
            self._context.go(
                Target(Place.READ, document=claim.document, span=claim.spans[0], claim=claim.id)
            )


class Columns(QWidget):
    """As many columns as a conflict has sides."""

    laid = Signal()  # the columns have other widths now
    moved = Signal(QWidget)  # the words of this article stand elsewhere now
    pointed = Signal(int)  # the row of the words under the mouse, -1 for none
    picked = Signal(int)  # the row of the words that were clicked

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.columns: list[Column] = []
        self._lines: list[Line] = []
        self._now: object = None
        role(self, "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._want(2)  # made before what stands below them: Tab goes through them first

    @property
    def shown(self) -> list[Column]:
        """The columns in use."""
        return [column for column in self.columns if not column.isHidden()]

    @property
    def between(self) -> list[Line]:
        """The hairlines between the columns in use."""
        return self._lines[: len(self.shown) - 1]

    def want(self, conflict: Conflict, facts: Facts) -> None:
        """Make room for all sides. A claim that is gone leaves its column out."""
        self._want(len(facts.claims(conflict)))

    def show_conflict(self, conflict: Conflict, facts: Facts) -> None:
        """Show all sides, in columns made with `want`."""
        claims = facts.claims(conflict)
        sides = [(i, claims[c]) for i, c in enumerate(conflict.claims) if c in claims]
        articles = [facts.document(claim.document) for _, claim in sides]
        settings = self._context.settings
        style = Style(settings.page_font, settings.page_size)
        now = (conflict, sides, articles, style, theme.current().name)
        if now == self._now:
            return  # something else changed in the project: nobody's place in the text is lost
        self._now = now
        found = marks(conflict, claims)
        for column, (index, claim), article in zip(self.columns, sides, articles, strict=False):
            column.show_side(index, claim, article, found=found[index], facts=facts, style=style)

    def light(self, row: int | None) -> None:
        """Put the words of one row of the table forward in every column."""
        for column in self.shown:
            column.article.light(row)

    def _want(self, count: int) -> None:
        while len(self.columns) < count:
            if self.columns:
                self._lines.append(Line(upright=True))
                self._box.addWidget(self._lines[-1])
            self.columns.append(self._made())
            self._box.addWidget(self.columns[-1], 1)
            if len(self.columns) > 2:
                self.setTabOrder(self.columns[-2].article, self.columns[-1].open_button)
                self.setTabOrder(self.columns[-1].open_button, self.columns[-1].article)
        for place, column in enumerate(self.columns):
            column.setVisible(place < count)
            if place:
                self._lines[place - 1].setVisible(place < count)
        self.setMinimumWidth(count * _LEAST if count > _FIT else 0)
        self._lay()

    def _made(self) -> Column:
        made = Column(self._context)
        article = made.article
        for bar_moved in (article.verticalScrollBar().valueChanged, article.laid):
            bar_moved.connect(lambda *_: self.moved.emit(article))
        article.pointed.connect(self.pointed)
        article.picked.connect(self.picked)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say how wide the columns are now."""
        super().resizeEvent(event)
        self._lay()

    def _lay(self) -> None:
        self._box.activate()
        self.laid.emit()
