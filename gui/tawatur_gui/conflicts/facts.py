"""What a review needs to know about claims, articles and names, fetched once per revision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from tawatur_core import phrasing
from tawatur_core.arabic import words
from tawatur_core.model import (
    Claim,
    ClaimId,
    Conflict,
    ConflictKind,
    Document,
    DocumentId,
    EntityId,
    HowMany,
    Origin,
    Party,
    Relation,
    SlotComparison,
    SlotName,
    SlotValue,
    Span,
    Words,
)
from tawatur_core.store import (
    claims as claim_store,
    documents as document_store,
    entities as entity_store,
)
from tawatur_core.store.entities import EntityRow
from tawatur_core.store.session import Reader
from tawatur_core.wording import Wording

_AGREES = frozenset({Relation.SAME, Relation.COMPATIBLE})
_LONGEST = 64  # code points of a quote used as a title
_SIDES_NAMED = 5  # sides named in short


class Facts:
    """Looks up and remembers; make a new one after every change. One per session and revision."""

    def __init__(self, reader: Reader, words: Wording) -> None:
        self._reader, self.words = reader, words
        self._claims: dict[ClaimId, Claim] = {}
        self._documents: dict[DocumentId, Document] = {}
        self._numbers: dict[DocumentId, int] | None = None
        self._entities: dict[EntityId, EntityRow] | None = None

    def claims(self, conflict: Conflict) -> dict[ClaimId, Claim]:
        """Return the claims of a conflict. A claim that is gone is left out."""
        return self.some(conflict.claims)

    def some(self, claims: Sequence[ClaimId]) -> dict[ClaimId, Claim]:
        """Return some claims. One that is gone is left out."""
        missing = [claim for claim in claims if claim not in self._claims]
        if missing:
            for found in claim_store.claims(self._reader, missing):
                self._claims[found.id] = found
        return {c: self._claims[c] for c in claims if c in self._claims}

    def proposed(self, conflict: Conflict, row: SlotComparison) -> tuple[bool, ...]:
        """Return for each side whether its value is only proposed: no analyst set or confirmed it.

        The comparison holds values, not slots: a slot is known by its words or its value.
        """
        found = self.claims(conflict)
        told = zip(conflict.claims, row.values, row.spans, strict=True)
        return tuple(
            value is not None and claim in found and _only_proposed(found[claim], value, span)
            for claim, value, span in told
        )

    def document(self, document: DocumentId) -> Document:
        """Return an article. Raises NoSuchRow."""
        if document not in self._documents:
            self._documents[document] = document_store.document(self._reader, document)
        return self._documents[document]

    def number(self, document: DocumentId) -> int:
        """Return the number of an article in the library, from 1; 0 when it is gone."""
        if self._numbers is None:
            ids = document_store.document_ids(self._reader)
            self._numbers = {each: place + 1 for place, each in enumerate(ids)}
        return self._numbers.get(document, 0)

    @property
    def entities(self) -> Mapping[EntityId, EntityRow]:
        """All entities with their spellings and counts."""
        if self._entities is None:
            self._entities = {row.entity.id: row for row in entity_store.entities(self._reader)}
        return self._entities

    @property
    def names(self) -> dict[EntityId, str]:
        """The canonical name of every entity."""
        return {entity: row.entity.name for entity, row in self.entities.items()}

    def say(self, value: SlotValue | None) -> str:
        """Return a slot's value in words, a dash for silence."""
        return "—" if value is None else phrasing.value(value, self.words, self.names)

    def sides(self, conflict: Conflict) -> str:
        """Return which articles disagree, as '1 ⇄ 3'; of many, the first ones and the last."""
        found = self.claims(conflict)
        numbers = [self.number(found[c].document) for c in conflict.claims if c in found]
        # Isolated, so that the numbers keep the order of the columns in either direction; the mark
        # before them gives that direction to an isolate around them too.
        mark = "\u200f" if self.words.right_to_left else "\u200e"
        told = [f"\u2068{number}\u2069" for number in dict.fromkeys(numbers)]
        if len(told) > _SIDES_NAMED:
            told = [*told[: _SIDES_NAMED - 2], "…", told[-1]]
        return mark + " ⇄ ".join(told)

    def title(self, conflict: Conflict) -> str:
        """Return what the fact is called in the queue: what its sides share, in few words."""
        found = self.claims(conflict)
        claims = [found[c] for c in conflict.claims if c in found]
        if not claims:
            return self.words.say("conflicts-gone")
        quoted = _shared_quote(conflict, claims)
        if quoted:
            return f"«{_cut(quoted)}»"
        for kind in (ConflictKind.HOW_MANY, ConflictKind.WHAT):
            value = _shared(conflict, kind)
            if isinstance(value, HowMany | Words):
                return _cut(value.text)
        told = _what(claims)
        return _cut(told or claims[0].quote)

    def chain(self, claim: Claim) -> list[str]:
        """Return who said it, through whom, and who printed it: speaker, via …, outlet."""
        names = self.names
        parties = [
            slot.value
            for name in (SlotName.SPEAKER, SlotName.VIA)
            for slot in claim.slots_named(name)
        ]
        found = [
            names.get(party.entity, party.text) if party.entity else party.text
            for party in parties
            if isinstance(party, Party)
        ]
        outlet = self.document(claim.document).outlet
        return [*dict.fromkeys(found), outlet or self.words.say("conflicts-outlet-unknown")]


def _only_proposed(claim: Claim, value: SlotValue, span: Span | None) -> bool:
    """Whether every slot that a value can have come from has the origin 'proposed'."""
    same = [slot for slot in claim.slots if slot.value == value]
    rests = same or [slot for slot in claim.slots if span is not None and slot.span == span]
    return bool(rests) and all(slot.origin is Origin.PROPOSED for slot in rests)


def _shared(conflict: Conflict, kind: ConflictKind) -> SlotValue | None:
    """Return the first side's value of a slot that the sides agree on."""
    for row in conflict.rows:
        if row.kind is kind and row.relation in _AGREES:
            return next((value for value in row.values if value is not None), None)
    return None


def _shared_quote(conflict: Conflict, claims: list[Claim]) -> str:
    """Return the longest run of words that two sides share, when it is their words that matter.

    Spelling variants count as the same word; fewer than two words are no title.
    """
    if conflict.kind not in {ConflictKind.SPEAKER, ConflictKind.WORDING} or len(claims) < 2:
        return ""
    mine, theirs = words(claims[0].quote), words(claims[1].quote)
    matcher = SequenceMatcher(
        None, [word.folded for word in mine], [word.folded for word in theirs], autojunk=False
    )
    run = matcher.find_longest_match()
    if run.size < 2:
        return ""
    return claims[0].quote[mine[run.a].start : mine[run.a + run.size - 1].end]


def _what(claims: list[Claim]) -> str:
    for claim in claims:
        for slot in claim.slots_named(SlotName.WHAT):
            if isinstance(slot.value, Words):
                return slot.value.text
    return ""


def _cut(text: str) -> str:
    """Return the text on one line, ended with … at a word when it is long."""
    line = " ".join(text.split())
    if len(line) <= _LONGEST:
        return line
    return line[: line.rfind(" ", 0, _LONGEST)].rstrip(" ،,") + "…"
