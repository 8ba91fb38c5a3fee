"""What can be done with the open article: each method is one undo step through the core."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from PySide6.QtCore import QObject, Signal

from tawatur_core.arabic.fold import fold_text
from tawatur_core.arabic.words import split_clitics, words
from tawatur_core.edit import claims, documents, entities, mentions, proposals
from tawatur_core.model import (
    Claim,
    ClaimId,
    ClaimKind,
    ClaimProposal,
    DocumentId,
    EntityId,
    EntityKind,
    Label,
    Mention,
    MentionId,
    MentionProposal,
    MentionRole,
    Party,
    ProposalKey,
    ProposalKind,
    SlotDraft,
    SlotId,
    SlotName,
    SlotValue,
    Span,
)
from tawatur_core.store.session import Session
from tawatur_gui.context import Context
from tawatur_gui.reading.article import Article


class Desk(QObject):
    """The open article and the ways to change it; views listen to it, not to each other."""

    picked = Signal(str)  # key of what is to be shown in the inspector ('': the overview)
    pointed = Signal(object)  # Span to bring into sight
    released = Signal()  # a panel gives the keyboard back to the page

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.article: Article | None = None
        self.selection = Span(0, 0)

    @property
    def writes(self) -> bool:
        """Whether anything can be changed."""
        session = self.context.session
        return self.article is not None and session is not None and not session.read_only

    @property
    def text(self) -> str:
        """The stored text of the open article."""
        return self.article.document.text if self.article else ""

    # -- claims ----------------------------------------------------------------------------------

    def mark_claim(
        self, span: Span, kind: ClaimKind = ClaimKind.STATEMENT, slots: Sequence[SlotDraft] = ()
    ) -> ClaimId | None:
        """Mark a claim on a span."""
        document = self._document()
        return self.context.do(lambda s: claims.mark(s, document, [span], kind, slots))

    def set_kind(self, claim: ClaimId, kind: ClaimKind) -> None:
        """Say how a claim is told."""
        self.context.do(lambda session: claims.set_kind(session, claim, kind))

    def set_slot(
        self,
        claim: ClaimId,
        name: SlotName,
        value: SlotValue,
        slot: SlotId | None = None,
        span: Span | None = None,
    ) -> None:
        """Set a slot by hand."""
        self.context.do(
            lambda session: claims.set_slot(session, claim, name, value, slot=slot, span=span)
        )

    def set_new_party(
        self,
        claim: ClaimId,
        name: SlotName,
        text: str,
        new: tuple[str, EntityKind],
        slot: SlotId | None = None,
    ) -> None:
        """Make an entity and put it into a slot, as one step."""

        def work(session: Session) -> None:
            label = Label("undo-entity-create", {"name": new[0]})
            with session.edit(label):
                entity = entities.create(session, *new)
                claims.set_slot(session, claim, name, Party(text or new[0], entity), slot=slot)

        self.context.do(work)

    def confirm_slot(self, slot: SlotId) -> None:
        """Stand behind a proposed value."""
        self.context.do(lambda session: claims.confirm_slot(session, slot))

    def remove_slot(self, slot: SlotId) -> None:
        """Remove a slot."""
        self.context.do(lambda session: claims.remove_slot(session, slot))

    def set_note(self, claim: ClaimId, note: str) -> None:
        """Set the note of a claim."""
        self.context.do(lambda session: claims.set_note(session, claim, note))

    def extend_claim(self, claim: Claim, span: Span) -> None:
        """Add a span to a claim."""
        spans = [*claim.spans, span]
        self.context.do(lambda session: claims.set_spans(session, claim.id, spans))

    def move(self, item: Claim | Mention, span: Span) -> None:
        """Move a claim or mention to other words."""
        if isinstance(item, Claim):
            claim = item.id
            self.context.do(lambda session: claims.set_spans(session, claim, [span]))
        else:
            mention = item.id
            self.context.do(lambda session: mentions.set_span(session, mention, span))

    # -- mentions --------------------------------------------------------------------------------

    def mark_mention(self, span: Span, entity: EntityId | None = None) -> MentionId | None:
        """Mark a mention, linked if an entity is given; one on the same words is linked instead."""
        document, standing = self._document(), self.mention_on(span)
        if standing is not None:
            if entity is not None:
                self.link([standing.id], entity)
            return standing.id
        return self.context.do(lambda s: mentions.mark(s, document, span, entity=entity))

    def mark_new(self, span: Span, name: str, kind: EntityKind) -> MentionId | None:
        """Make an entity and link the words of a span to it, as one step."""
        document, standing = self._document(), self.mention_on(span)

        def work(session: Session) -> MentionId:
            with session.edit(Label("undo-entity-create", {"name": name})):
                entity = entities.create(session, name, kind)
                if standing is not None:
                    mentions.link(session, [standing.id], entity)
                    return standing.id
                return mentions.mark(session, document, span, entity=entity)

        return self.context.do(work)

    def mention_on(self, span: Span) -> Mention | None:
        """Return the mention on exactly these words."""
        if self.article is None:
            return None
        return next((m for m in self.article.mentions.values() if m.span == span), None)

    def link(self, rows: Sequence[MentionId], entity: EntityId) -> None:
        """Link mentions to an entity."""
        self.context.do(lambda session: mentions.link(session, rows, entity))

    def unlink(self, rows: Sequence[MentionId]) -> None:
        """Take the link from mentions."""
        self.context.do(lambda session: mentions.unlink(session, rows))

    def set_role(self, mention: MentionId, role: MentionRole) -> None:
        """Say how a mention names its entity."""
        self.context.do(lambda session: mentions.set_role(session, mention, role))

    def trim_mention(self, mention: Mention, offset: int) -> None:
        """Take the proclitic from the beginning of a mention."""
        span = Span(mention.span.start + offset, mention.span.end)
        self.context.do(lambda session: mentions.set_span(session, mention.id, span))

    def mark_all(self, places: Iterable[tuple[DocumentId, Span]], entity: EntityId) -> None:
        """Link many places to an entity, as one step."""
        wanted = list(places)
        self.context.do(lambda session: mentions.mark_all(session, wanted, entity))

    def mark_all_new(
        self, places: Iterable[tuple[DocumentId, Span]], name: str, kind: EntityKind
    ) -> None:
        """Make an entity and link many places to it, as one step."""
        wanted = list(places)

        def work(session: Session) -> None:
            with session.edit(Label("undo-entity-create", {"name": name})):
                mentions.mark_all(session, wanted, entities.create(session, name, kind))

        self.context.do(work)

    # -- everything else -------------------------------------------------------------------------

    def remove(self, key: str) -> None:
        """Remove a claim or mention, or reject a proposal."""
        item = self.article.item(key) if self.article else None
        if isinstance(item, Claim):
            claim = item.id
            self.context.do(lambda session: claims.remove(session, claim))
        elif isinstance(item, Mention):
            mention = item.id
            self.context.do(lambda session: mentions.remove(session, mention))
        elif item is not None:
            self.reject([item.key])

    def accept(self, keys: Sequence[ProposalKey]) -> None:
        """Accept proposals."""
        self.context.do(lambda session: proposals.accept(session, keys))

    def accept_kind(self, kind: ProposalKind) -> None:
        """Accept all proposals of one kind for the open article."""
        document = self._document()
        self.context.do(lambda session: proposals.accept_document(session, document, kind))

    def reject(self, keys: Sequence[ProposalKey]) -> None:
        """Reject proposals for good."""
        self.context.do(lambda session: proposals.reject(session, keys))

    def toggle_residue(self, span: Span) -> None:
        """Say that a part is not part of the article, or that it is after all."""
        document = self._document()
        inside = self.article is not None and any(
            span.overlaps(part) for part in self.article.document.residue
        )
        work = documents.unmark_residue if inside else documents.mark_residue
        self.context.do(lambda session: work(session, document, span))

    def _document(self) -> DocumentId:
        assert self.article is not None, "nothing is open"
        return self.article.document.id


_LONGEST_FOLDED = 500_000  # code points; folding more takes too long for a selection
_folded = lru_cache(maxsize=4)(fold_text)
_COMMON = frozenset("ول")  # 45 of the 47 proclitics on names in the sample
_JOINED = frozenset("وفبلك")  # what is written together with a name; س only begins verbs


def proclitic(text: str, span: Span) -> tuple[str, int] | None:
    """Return the proclitic a span may begin with and its length; None when it has none.

    The reading with the fewest letters taken is offered first: و of وبيونغ, not وب.
    """
    first = next(iter(words(span.of(text))), None)
    if first is None or first.start != 0:
        return None
    readings = [
        one
        for one in split_clitics(first.text)
        if one.proclitics and _JOINED.issuperset(part[0] for part in one.proclitics if part != "ال")
    ]
    best = min(readings, key=lambda one: one.offset, default=None)
    return (first.text[: best.offset], best.offset) if best else None


def likely_proclitic(text: str, span: Span) -> tuple[str, int] | None:
    """Return the proclitic of a span if the article itself speaks for it.

    The rest stands elsewhere as a word of its own (بيونغ يانغ), or these words stand only here: a
    name like وونسان or لافروف is written more than once and never without its first letter.
    """
    found = proclitic(text, span)
    if found is None:
        return None
    if len(text) > _LONGEST_FOLDED:
        return found
    told, offset = fold_text(span.of(text)), found[1]
    rest = fold_text(Span(span.start + offset, span.end).of(text))
    folded = _folded(text)
    alone = rf"(?<!\w){re.escape(rest)}(?!\w)"
    if re.search(alone, folded):
        return found
    return found if found[0][0] in _COMMON and folded.count(told) == 1 else None


def slots_of(item: Claim | ClaimProposal) -> Sequence[SlotDraft]:
    """Return the slots of a claim or of a proposed one as drafts."""
    if isinstance(item, ClaimProposal):
        return item.slots
    return [SlotDraft(s.name, s.value, s.span, s.origin) for s in item.slots]


def spans_of(item: Claim | Mention | ClaimProposal | MentionProposal) -> tuple[Span, ...]:
    """Return where something stands."""
    return item.spans if isinstance(item, Claim | ClaimProposal) else (item.span,)
