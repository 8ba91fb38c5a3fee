"""Other accounts of the same event: conflicts that are open, and who else says so."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tawatur_core import phrasing
from tawatur_core.errors import NoSuchRow
from tawatur_core.model import Claim, ClaimId, Conflict, EntityId, EventGroup, Party, SlotValue
from tawatur_core.store import claims, documents, entities
from tawatur_core.store.session import Reader
from tawatur_gui.context import Context, Place, Target
from tawatur_gui.reading.article import Article
from tawatur_gui.widgets import AutoLabel, Button, Card, Muted, Section
from tawatur_gui.widgets.basic import clear, role, row

_SHOWN = 4  # other accounts named on a card


class Accounts(QWidget):
    """Cards below the claim; nothing is shown when the claim stands alone."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shown: object = None
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(8)

    def show_claim(self, article: Article, claim: ClaimId) -> None:
        """Show what other articles say, unless that is what is shown already."""
        disputes, group = article.disputes.get(claim, []), article.groups.get(claim)
        state = (claim, tuple(disputes), group, tuple(article.names.items()))
        if state == self._shown:
            return
        self._shown = state
        clear(self.box)
        session = self._context.session
        others = [one for one in group.claims if one != claim] if group else []
        if session is None or not (disputes or others):
            return
        self.box.addWidget(Section(self._context.say("read-accounts")))
        for conflict in disputes:
            self.box.addWidget(self._conflict(session, conflict, claim))
        if group is not None and others:
            self.box.addWidget(self._agreement(session, group, others, bool(disputes)))

    def _conflict(self, reader: Reader, conflict: Conflict, claim: ClaimId) -> Card:
        context = self._context
        card = Card()
        card.box.setContentsMargins(14, 12, 14, 12)
        kind = phrasing.term(conflict.kind, context.words)
        card.box.addWidget(
            role(AutoLabel(context.say("read-conflict", kind=kind), lines=2), "conflict")
        )
        values = conflict.rows[0].values if conflict.rows else ()
        for other, value in zip(conflict.claims, values, strict=False):
            if other != claim:
                text = self._account(reader, other, value)
                if text:
                    card.box.addWidget(AutoLabel(text, lines=4))
        review = Button(context.say("read-review"), key="R", primary=True)
        target = Target(Place.CONFLICTS, conflict=conflict.key)
        review.clicked.connect(lambda: context.go(target))
        card.box.addLayout(row(review, None))
        return card

    def _account(self, reader: Reader, other: ClaimId, value: SlotValue | None) -> str:
        """Say what another article's claim has in the slot that differs."""
        found = self._claim(reader, other)
        if found is None:
            return ""
        title = documents.document(reader, found.document).title
        if value is None:
            return self._context.say("read-account-silent", title=_short(title))
        names = self._names(reader, value)
        said = phrasing.value(value, self._context.words, names)
        return self._context.say("read-account", title=_short(title), value=said)

    def _agreement(
        self, reader: Reader, group: EventGroup, others: list[ClaimId], disputed: bool
    ) -> Card:
        context = self._context
        card = Card()
        card.box.setContentsMargins(14, 12, 14, 12)
        card.box.setSpacing(4)
        chains = context.say("read-chains", count=group.chains)
        tint = "strong" if disputed or group.chains < 2 else "agreement"
        card.box.addWidget(role(AutoLabel(chains, lines=2), tint))
        found = [one for one in (self._claim(reader, other) for other in others) if one]
        articles = len({one.document for one in found}) + 1
        total = len(documents.document_ids(reader))
        card.box.addWidget(Muted(context.say("read-tawatur", articles=articles, total=total)))
        for one in found[:_SHOWN]:
            title = documents.document(reader, one.document).title
            link = Button(_short(title), kind="link")
            link.setToolTip(one.quote)
            target = Target(Place.READ, document=one.document, claim=one.id)
            link.clicked.connect(lambda _=False, to=target: context.go(to))
            card.box.addLayout(row(link, None))
        return card

    def _claim(self, reader: Reader, id_: ClaimId) -> Claim | None:
        found = claims.claims(reader, [id_])
        return found[0] if found else None

    def _names(self, reader: Reader, value: SlotValue) -> dict[EntityId, str]:
        if isinstance(value, Party) and value.entity is not None:
            try:
                return {value.entity: entities.entity(reader, value.entity).name}
            except NoSuchRow:
                return {}
        return {}


def _short(title: str) -> str:
    return title if len(title) <= 44 else title[:42].rstrip() + "…"
