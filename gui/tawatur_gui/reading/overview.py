"""The inspector when nothing is picked: open proposals, and all claims for the keyboard."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from tawatur_core import phrasing
from tawatur_core.model import Claim, ClaimProposal, ProposalKind
from tawatur_gui.reading.article import Article
from tawatur_gui.reading.desk import Desk
from tawatur_gui.reading.renewing import renewed
from tawatur_gui.widgets import (
    ROW,
    AutoLabel,
    Button,
    Card,
    CardDelegate,
    Flow,
    Muted,
    Part,
    Row,
    Section,
)
from tawatur_gui.widgets.basic import role, row


class ClaimsModel(QAbstractListModel):
    """Claims and proposed claims in text order."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.items: list[Claim | ClaimProposal] = []

    def put(self, items: list[Claim | ClaimProposal]) -> None:
        """Show other claims."""
        if items == self.items:
            if items:
                self.dataChanged.emit(self.index(0), self.index(len(items) - 1))
            return
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    def number_of(self, key: str) -> int:
        """Return the row of a claim, -1 when it is not here."""
        return next((i for i, item in enumerate(self.items) if key_of(item) == key), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of claims."""
        return 0 if parent.isValid() else len(self.items)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the row to paint, or all its words for a screen reader."""
        if not index.isValid() or role not in {
            ROW,
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        }:
            return None
        shown = self._row(self.items[index.row()])
        if role == ROW:
            return shown
        return ". ".join([shown.title, *(part.text for part in shown.parts)])

    def _row(self, item: Claim | ClaimProposal) -> Row:
        context, article = self._desk.context, self._desk.article
        assert article is not None
        kind = phrasing.term(item.kind, context.words)
        if isinstance(item, ClaimProposal):
            offered = context.say("read-proposed")
            return Row(item.quote, (Part(f"{offered} · {kind}"),), tint="muted")
        parts = [Part(f"{article.number(item.id)} · {kind}")]
        disputes = len(article.disputes.get(item.id, []))
        if disputes:
            parts.append(Part(f"⇄ {disputes}", "conflict", strong=True))
        group = article.groups.get(item.id)
        if group is not None and group.chains > 1:
            parts.append(Part(f"✓ {group.chains}", "agreement"))
        return Row(item.quote, tuple(parts))


class Overview(QWidget):
    """Proposals first, then the claims; Enter or a click opens one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._state: object = None
        self.offers = Card()
        self.offers.box.setContentsMargins(14, 12, 14, 12)
        self.title = Section()
        self.model = ClaimsModel(desk, self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(CardDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setAccessibleName(desk.context.say("read-claims-list"))
        self.list.installEventFilter(self)
        self.list.clicked.connect(self._open)
        self.empty = Muted(desk.context.say("read-no-claims"), small=False)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.offers)
        box.addWidget(self.title)
        box.addWidget(self.empty)
        box.addWidget(self.list, 100)
        box.addStretch(1)  # when there is no list

    def show_article(self, article: Article | None) -> None:
        """Show what the article holds."""
        items: list[Claim | ClaimProposal] = []
        if article is not None:
            items = [*article.claims.values(), *article.claim_proposals.values()]
            items.sort(key=lambda item: item.spans)
        self.model.put(items)
        count = len(article.claims) if article else 0
        self.title.setText(self._desk.context.say("read-claims", count=count))
        self.empty.setVisible(not items)
        self.list.setVisible(bool(items))
        self._offers(article)

    def mark(self, key: str) -> None:
        """Show which claim is open."""
        number = self.model.number_of(key)
        self.list.setCurrentIndex(self.model.index(number) if number >= 0 else QModelIndex())

    def _open(self, index: QModelIndex) -> None:
        self._desk.picked.emit(key_of(self.model.items[index.row()]))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open a claim on Enter, and let no one else have the key: it also accepts proposals."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            at = self.list.currentIndex()
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and at.isValid():
                self._open(at)
                return True
        return super().eventFilter(watched, event)

    def _offers(self, article: Article | None) -> None:
        """Show how many proposals are open and the ways to take them together."""
        mentions = len(article.mention_proposals) if article else 0
        claims = len(article.claim_proposals) if article else 0
        state = (mentions, claims, self._desk.writes)
        if state == self._state:
            return
        self._state = state
        with renewed(self.offers, self._desk.released.emit):
            self.offers.setVisible(bool(mentions or claims))
            if mentions or claims:
                self._fill(mentions, claims)

    def _fill(self, mentions: int, claims: int) -> None:
        say = self._desk.context.say
        title = say("read-proposals", mentions=mentions, claims=claims)
        self.offers.box.addWidget(role(AutoLabel(title, lines=3), "strong"))
        self.offers.box.addWidget(Muted(say("read-proposals-note"), lines=3))
        flow = Flow(gap=6, line_gap=6)
        for kind, count, code in (
            (ProposalKind.MENTION, mentions, "read-accept-mentions"),
            (ProposalKind.CLAIM, claims, "read-accept-claims"),
        ):
            if count:
                button = Button(say(code, count=count))
                button.clicked.connect(lambda _=False, what=kind: self._desk.accept_kind(what))
                flow.addWidget(button)
        none = Button(say("read-reject-all"), kind="quiet")
        none.clicked.connect(self._reject_all)
        flow.addWidget(none)
        self.offers.box.addLayout(flow)
        one_by_one = Button(say("read-one-by-one"), key="P", kind="link")
        one_by_one.clicked.connect(lambda: self._desk.picked.emit(self._first_offer()))
        self.offers.box.addLayout(row(one_by_one, None))
        for i in range(flow.count()):
            item = flow.itemAt(i)
            if item is not None and (widget := item.widget()) is not None:
                widget.setEnabled(self._desk.writes)

    def _reject_all(self) -> None:
        article = self._desk.article
        if article is not None:
            keys = [offer.key for offer in article.mention_proposals.values()]
            keys += [offer.key for offer in article.claim_proposals.values()]
            self._desk.reject(keys)

    def _first_offer(self) -> str:
        article = self._desk.article
        assert article is not None
        found = [(o.span, o.key) for o in article.mention_proposals.values()]
        found += [(o.spans[0], o.key) for o in article.claim_proposals.values()]
        return min(found)[1] if found else ""


def key_of(item: Claim | ClaimProposal) -> str:
    """Return the id of a claim or the key of a proposed one."""
    return item.id if isinstance(item, Claim) else item.key
