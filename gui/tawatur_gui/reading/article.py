"""The open article with all that is marked in it, read anew only where a change touched it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from tawatur_core.errors import NoSuchRow
from tawatur_core.model import (
    Changes,
    Claim,
    ClaimId,
    ClaimProposal,
    Conflict,
    Document,
    DocumentId,
    Entity,
    EntityId,
    EntityKind,
    EventGroup,
    Mention,
    MentionId,
    MentionProposal,
    Party,
    ProposalKey,
    Span,
)
from tawatur_core.reconcile.parties import Linked, head_of
from tawatur_core.standing import stands
from tawatur_core.store import claims, derived, documents, entities, mentions, proposals, verdicts
from tawatur_core.store.session import Reader
from tawatur_gui.reading.marks import Mark, Sign

_CLAIM_TABLES = ("claim", "claim_span", "slot")
_FEW = 100  # rows; so many are read one by one
_ACCOUNT_TABLES = ("conflict", "verdict", "event_group", *_CLAIM_TABLES)
TONES = {
    EntityKind.PERSON: "person",
    EntityKind.PLACE: "place",
    EntityKind.ORGANISATION: "organisation",
    EntityKind.EVENT: "event",
    EntityKind.OTHER: "accent",
}

T = TypeVar("T")
Item = Claim | Mention | ClaimProposal | MentionProposal


@dataclass(slots=True)
class Article:
    """A document and its marks, each in text order, by id or key."""

    document: Document
    claims: dict[str, Claim] = field(default_factory=dict)
    mentions: dict[str, Mention] = field(default_factory=dict)
    claim_proposals: dict[str, ClaimProposal] = field(default_factory=dict)
    mention_proposals: dict[str, MentionProposal] = field(default_factory=dict)
    entities: dict[EntityId, Entity] = field(default_factory=dict)
    disputes: dict[ClaimId, list[Conflict]] = field(default_factory=dict)
    groups: dict[ClaimId, EventGroup] = field(default_factory=dict)

    @classmethod
    def load(cls, reader: Reader, document: DocumentId) -> Article:
        """Read a document with its marks. Raises NoSuchRow."""
        article = cls(documents.document(reader, document))
        article._read_claims(reader)
        article._read_mentions(reader)
        article._read_proposals(reader)
        article._read_accounts(reader)
        return article

    def refresh(self, reader: Reader, changes: Changes) -> bool:
        """Read again what a change touched; return whether anything shown may differ.

        Raises NoSuchRow when the document itself is gone.
        """
        mine = self.document.id in changes.documents
        touched = False
        if changes.touches("document", "residue") and mine:
            self.document = documents.document(reader, self.document.id)
            touched = True
        if changes.touches("entity", "alias"):
            touched |= self._read_entities(reader)
        if mine and changes.touches(*_CLAIM_TABLES):
            self._read_claims(reader)
            touched = True
        if mine and changes.touches("mention"):
            self._reread_mentions(reader, changes.tables["mention"])
            touched = True
        if mine and changes.touches("proposal"):
            self._reread_proposals(reader, changes.tables["proposal"])
            touched = True
        if changes.touches(*_ACCOUNT_TABLES):
            self._read_accounts(reader)
            touched = True
        return touched

    @property
    def names(self) -> Mapping[EntityId, str]:
        """Canonical names of the entities linked here."""
        return {id_: entity.name for id_, entity in self.entities.items()}

    def item(self, key: str) -> Item | None:
        """Return what a mark stands for."""
        for kind in (self.claims, self.mentions, self.claim_proposals, self.mention_proposals):
            if key in kind:
                return kind[key]
        return None

    def number(self, claim: str) -> int:
        """Return the number of a claim, from 1, in text order; 0 when it is not here."""
        return next((i for i, key in enumerate(self.claims, 1) if key == claim), 0)

    def linked_under(self, span: Span | None, text: str) -> Entity | None:
        """Return the entity that a party of these words is, by the mentions in them."""
        if span is None:
            return None
        linked = [
            Linked(mention.span, mention.entity, self.entities[mention.entity].kind)
            for mention in self.mentions.values()
            if mention.entity in self.entities
        ]
        head = head_of(span, text, linked)
        return self.entities[head] if head else None

    def tone(self, mention: Mention) -> str:
        """Return the theme token of a mention's colour."""
        entity = self.entities.get(mention.entity) if mention.entity else None
        return TONES[entity.kind] if entity else "muted"

    def marks(self) -> list[Mark]:
        """Return what is to be painted."""
        found = [
            Mark(f"residue-{i}", Sign.RESIDUE, (span,))
            for i, span in enumerate(self.document.residue)
        ]
        for number, claim in enumerate(self.claims.values(), 1):
            disputed = claim.id in self.disputes
            found.append(Mark(claim.id, Sign.CLAIM, claim.spans, number=number, disputed=disputed))
        for mention in self.mentions.values():
            tone, linked = self.tone(mention), mention.entity is not None
            found.append(Mark(mention.id, Sign.MENTION, (mention.span,), tone=tone, settled=linked))
        found += [
            Mark(offer.key, Sign.MENTION_PROPOSAL, (offer.span,), tone=TONES[offer.kind])
            for offer in self.mention_proposals.values()
        ]
        found += [
            Mark(offer.key, Sign.CLAIM_PROPOSAL, offer.spans)
            for offer in self.claim_proposals.values()
        ]
        return found

    # -- reading ---------------------------------------------------------------------------------

    def _read_claims(self, reader: Reader) -> None:
        self.claims = {claim.id: claim for claim in claims.claims_of(reader, self.document.id)}
        self._learn(reader, self._parties())

    def _read_mentions(self, reader: Reader) -> None:
        found = mentions.mentions_of(reader, self.document.id)
        self.mentions = {mention.id: mention for mention in found}
        self._learn(reader, (mention.entity for mention in found))

    def _read_proposals(self, reader: Reader) -> None:
        offered = proposals.mention_proposals(reader, self.document.id)
        self.mention_proposals = {offer.key: offer for offer in offered}
        told = proposals.claim_proposals(reader, self.document.id)
        self.claim_proposals = {offer.key: offer for offer in told}
        self._learn(reader, (offer.entity for offer in offered))

    def _reread_mentions(self, reader: Reader, ids: Collection[str]) -> None:
        """Read what changed; an article may hold 20,000."""
        if len(ids) > _FEW:
            self._read_mentions(reader)
            return
        for id_ in ids:
            try:
                found = mentions.mention(reader, MentionId(id_))
            except NoSuchRow:
                self.mentions.pop(id_, None)
                continue
            if found.document == self.document.id:
                self._learn(reader, (found.entity,))
                self.mentions = _with(self.mentions, id_, found, _place_of_mention)

    def _reread_proposals(self, reader: Reader, keys: Collection[str]) -> None:
        """Read what changed; an article may hold 20,000."""
        if len(keys) > _FEW:
            self._read_proposals(reader)
            return
        for key in keys:
            try:
                offer = proposals.open_proposal(reader, ProposalKey(key))
            except NoSuchRow:
                self.mention_proposals.pop(key, None)
                self.claim_proposals.pop(key, None)
                continue
            if offer.document != self.document.id:
                continue
            if isinstance(offer, ClaimProposal):
                self.claim_proposals = _with(self.claim_proposals, key, offer, _place_of_claim)
            else:
                self._learn(reader, (offer.entity,))
                self.mention_proposals = _with(
                    self.mention_proposals, key, offer, _place_of_mention
                )

    def _read_accounts(self, reader: Reader) -> None:
        """Read the open conflicts and the event groups that concern this article."""
        given = verdicts.verdicts(reader)
        self.disputes = defaultdict(list)
        for conflict in derived.conflicts(reader, self.document.id):
            if not stands(given.get(conflict.key), conflict):
                for claim in self.claims.keys() & set(conflict.claims):
                    self.disputes[ClaimId(claim)].append(conflict)
        self.disputes = dict(self.disputes)
        self.groups = {
            claim: group
            for group in derived.event_groups(reader, self.document.id)
            for claim in group.claims
            if claim in self.claims
        }

    def _read_entities(self, reader: Reader) -> bool:
        before, known = self.entities, list(self.entities)
        self.entities = {}
        self._learn(reader, known)
        self._learn(reader, self._parties())
        self._learn(reader, (mention.entity for mention in self.mentions.values()))
        return before != self.entities

    def _parties(self) -> Iterable[EntityId | None]:
        for claim in self.claims.values():
            for slot in claim.slots:
                if isinstance(slot.value, Party):
                    yield slot.value.entity

    def _learn(self, reader: Reader, ids: Iterable[EntityId | None]) -> None:
        for id_ in ids:
            if id_ is not None and id_ not in self.entities:
                try:
                    self.entities[id_] = entities.entity(reader, id_)
                except NoSuchRow:
                    continue  # removed since: the mention shows as not linked


Place = tuple[int, int, str]


def _place_of_mention(one: Mention | MentionProposal) -> Place:
    return one.span.start, -one.span.end, one.id if isinstance(one, Mention) else one.key


def _place_of_claim(one: ClaimProposal) -> Place:
    return one.spans[0].start, one.spans[0].end, one.key


def _with(rows: dict[str, T], key: str, row: T, place: Callable[[T], Place]) -> dict[str, T]:
    """Return rows in text order with one put in or changed."""
    before = rows.get(key)
    rows[key] = row
    if before is not None and place(before) == place(row):
        return rows
    return dict(sorted(rows.items(), key=lambda one: place(one[1])))
