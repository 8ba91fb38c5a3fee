"""An export of ours beside a project that holds some of it: what is there, new, or otherwise.

Records are known by their ids. A text that is in the project under another id (somebody imported
the same article) takes the file's marks; its marks are then known by place, kind and author.
Nothing is written here, and what the file does not have stays in the project.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from tawatur_core.edit import authority
from tawatur_core.edit.differences import Difference, Kept, differing, joined
from tawatur_core.edit.rejoin_links import Links
from tawatur_core.exporters.losses import left_of
from tawatur_core.importers.entities_listed import ListedEntity
from tawatur_core.model import (
    Claim,
    ClaimId,
    Document,
    DocumentId,
    Entity,
    EntityId,
    Mention,
    MentionId,
    SlotId,
    Verdict,
)
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Annotated, Finding, Loss, Restored
from tawatur_core.store import claims, documents, entities, history, mentions, proposals, verdicts
from tawatur_core.store.ids import new_ids
from tawatur_core.store.session import Reader

Mark = TypeVar("Mark", Claim, Mention)
_AT_ONCE = 100  # documents whose marks are read together


@dataclass(slots=True)
class Rejoined:
    """What a file brings to a project.

    `fresh` never was in the project, `added` are new marks of documents that are in it, `again`
    is what an import brought that was undone, and entities with what the file adds to them.
    `same` counts the records that are there as the file has them; `places` are the documents that
    texts of the file are, by SHA-256.
    """

    fresh: Restored = field(default_factory=Restored)
    added: list[Annotated] = field(default_factory=list)
    again: list[Kept | Annotated] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    places: dict[str, DocumentId] = field(default_factory=dict)
    same: int = 0


def rejoin(
    reader: Reader, restored: Restored, losses: Sequence[Loss], monitor: Monitor
) -> Rejoined:
    """Compare what an export holds with the project. `losses` are those of its format.

    Raises Cancelled.
    """
    rejoining = _Rejoining(reader, losses)
    rejoining.made.fresh.title = restored.title
    rejoining.entities(restored.entities)
    rejoining.match(restored.documents)
    for start in range(0, len(restored.documents), _AT_ONCE):
        monitor.step(start, len(restored.documents))
        rejoining.documents(restored.documents[start : start + _AT_ONCE])
    rejoining.verdicts(restored.verdicts)
    return rejoining.made


class _Rejoining:
    """The records compared so far."""

    def __init__(self, reader: Reader, losses: Sequence[Loss]) -> None:
        self._reader, self._losses = reader, losses
        self._links = Links()
        self._places: dict[DocumentId, DocumentId] = {}
        self._past: Mapping[str, history.Past] = {}
        self._owners: Mapping[str, str] = {}
        self._slots: set[str] = set()  # ids of slots that are the project's, or were brought
        self._joined: dict[EntityId, Entity] = {}  # entities with what the file adds
        self.made = Rejoined()

    # --- entities

    def entities(self, brought: Sequence[Entity]) -> None:
        """Compare entities; one that goes by another's id here is known by its names."""
        here = {row.entity.id: row.entity for row in entities.entities(self._reader)}
        ids = {one.id for one in brought}
        self._past = history.past(self._reader, "entity", ids)
        self._links.entities(here.values(), ids)
        for one in brought:
            past = self._past.get(one.id)
            if one.id in here:
                self._weigh(here[one.id], one, None)
            elif past is not None and past.undone:
                self.made.again.append(one)
            elif (known := self._links.named(one, gone=past is not None)) is not None:
                if past is None:
                    self._join(known, one)
                else:
                    self.made.same += 1  # it was made one with the other, which took over its names
            elif past is not None:
                self._links.drop(one.id)
                self.made.differences.append(Difference(None, one))
            else:
                self.made.fresh.entities.append(one)
        self.made.again += self._joined.values()

    def _join(self, known: Entity, one: Entity) -> None:
        """Add what the file knows of an entity that it has under another id."""
        told = ListedEntity(
            one.name, one.name, one.name_latin, one.kind, one.aliases, one.external_ids, one.note
        )
        before = self._joined.get(known.id, known)
        after = authority.joined(before, told)
        if after == before:
            self.made.same += 1
        else:
            self._joined[known.id] = after

    # --- documents

    def match(self, brought: Sequence[Annotated]) -> None:
        """Find the documents of the project that those of the file are: by id, else by text."""
        here = set(documents.document_ids(self._reader))
        coming = {one.document.id for one in brought}
        loose = [one.document for one in brought if one.document.id not in here]
        self._places = {id_: id_ for id_ in coming & here}
        waiting = documents.all_with_texts(self._reader, {one.sha256 for one in loose})
        for one in loose:
            known = [pair for pair in waiting.get(one.sha256, ()) if pair[0] not in coming]
            if known:
                named = next((pair for pair in known if pair[1] == one.title), known[0])
                waiting[one.sha256].remove(named)
                self._places[one.id] = named[0]
        self._links.documents(self._places)

    def documents(self, brought: Sequence[Annotated]) -> None:
        """Compare some documents with their marks."""
        known = [self._places[a.document.id] for a in brought if a.document.id in self._places]
        here = {one.id: one for one in documents.documents_of(self._reader, known)}
        told = claims.claims_by_document(self._reader, known)
        named = mentions.mentions_by_document(self._reader, known)
        refused = proposals.rejections_by_document(self._reader, known)
        self._look_back(brought)
        for one in brought:
            id_, past = self._places.get(one.document.id), self._past.get(one.document.id)
            if id_ is not None:
                standing = Annotated(
                    here[id_], tuple(told.get(id_, ())), tuple(named.get(id_, ())),
                    tuple(refused.get(id_, ())),
                )  # fmt: skip
                self._document(standing, one)
                continue
            whole = self._told(one, one.document)
            if past is None:
                slotted = tuple(map(self._own_slots, whole.claims))
                self.made.fresh.documents.append(replace(whole, claims=slotted))
            elif past.undone:
                self.made.again.append(whole)
            else:
                gone = Difference(None, whole.document, document=whole.document, marks=whole)
                self.made.differences.append(gone)

    def _look_back(self, brought: Sequence[Annotated]) -> None:
        """Read what became of the ids of some documents and their marks."""
        marks: dict[str, list[str]] = {
            "document": [one.document.id for one in brought],
            "claim": [claim.id for one in brought for claim in one.claims],
            "mention": [mention.id for one in brought for mention in one.mentions],
        }
        self._past = {
            id_: past
            for table, ids in marks.items()
            for id_, past in history.past(self._reader, table, ids).items()
        }
        self._owners = history.owners(self._reader, [*marks["claim"], *marks["mention"]])
        slots = [slot.id for one in brought for claim in one.claims for slot in claim.slots]
        self._slots |= history.ids(self._reader, "slot", slots)

    def _document(self, here: Annotated, there: Annotated) -> None:
        """Compare a document of the project with that of the file, and what is marked in them."""
        document = here.document
        left = left_of(document, document, self._losses)
        if isinstance(left, Document) and left.sha256 != there.document.sha256:
            self.made.findings.append(Finding("finding-other-text", there.document.title))
            return
        self.made.places[there.document.sha256] = document.id
        same_text = replace(there.document, text=document.text, sha256=document.sha256)
        whole = self._told(there, same_text)
        self._weigh(document, replace(whole.document, id=document.id), document)
        told = self._marks(document, here.claims, whole.claims, _claim_key)
        named = self._marks(document, here.mentions, whole.mentions, _mention_key)
        refused = {one.key for one in here.rejected}
        rejected = [self._links.rejection(one, document) for one in there.rejected]
        fresh = tuple(one for one in rejected if one.key not in refused)
        self.made.same += len(rejected) - len(fresh)
        if told or named or fresh:
            self.made.added.append(Annotated(document, told, named, fresh))

    def _told(self, one: Annotated, document: Document) -> Annotated:
        """Return a document of the file with its references as the project's ids."""
        home = self._places.get(one.document.id, one.document.id)
        return Annotated(
            self._links.document(document),
            tuple(self._at_home(self._links.claim(claim), home) for claim in one.claims),
            tuple(self._at_home(self._links.mention(each), home) for each in one.mentions),
            one.rejected,
        )

    def _at_home(self, mark: Mark, home: DocumentId) -> Mark:
        """Return a mark in the project's document; an id that is another's there is made anew."""
        if self._owners.get(mark.id, home) != home:
            made = new_ids(1)[0]
            self._links.put(mark.id, made)
            if isinstance(mark, Claim):
                mark = replace(mark, id=ClaimId(made))
            else:
                mark = replace(mark, id=MentionId(made))
        return mark if mark.document == home else replace(mark, document=home)

    # --- marks

    def _marks(
        self,
        document: Document,
        here: Sequence[Mark],
        there: Sequence[Mark],
        key: Callable[[Mark], Hashable],
    ) -> tuple[Mark, ...]:
        """Compare the marks of a document; return those that are new."""
        known = {one.id: one for one in here}
        brought = {one.id for one in there}
        loose: defaultdict[Hashable, list[Mark]] = defaultdict(list)
        for one in here:
            if one.id not in brought:
                loose[key(one)].append(one)
        fresh: list[Mark] = []
        for mark in there:
            past = self._past.get(mark.id)
            if mark.id in known:
                self._weigh(known[mark.id], mark, document)
            elif loose[key(mark)]:
                like = self._likest(loose[key(mark)], mark)
                self._links.put(mark.id, like.id)
                self._weigh(like, _signed(mark, like), document)
            elif past is None:
                fresh.append(self._own_slots(mark))
            elif past.undone:
                self.made.again.append(mark)
            else:
                self.made.differences.append(Difference(None, mark, document=document))
        return tuple(fresh)

    def _likest(self, known: list[Mark], mark: Mark) -> Mark:
        """Take the mark of the project that is most like one of the file, which is as its key."""
        linked = getattr(mark, "entity", None)
        same = (one for one in known if getattr(one, "entity", None) == linked)
        found = next(same, known[0])
        known.remove(found)
        return found

    def _own_slots(self, mark: Mark) -> Mark:
        """Return a claim whose slots have ids that nothing in the project has."""
        if isinstance(mark, Mention):
            return mark
        slots = tuple(
            replace(slot, id=SlotId(new_ids(1)[0])) if slot.id in self._slots else slot
            for slot in mark.slots
        )
        self._slots |= {slot.id for slot in slots}
        return mark if slots == mark.slots else replace(mark, slots=slots)

    # --- verdicts

    def verdicts(self, brought: Sequence[Verdict]) -> None:
        """Compare verdicts; those on one question of one time are one."""
        here = {one.id: one for one in verdicts.all_verdicts(self._reader)}
        given = {(one.key, one.analyst, one.given_at): one for one in here.values()}
        past = history.past(self._reader, "verdict", [one.id for one in brought])
        for verdict in map(self._links.verdict, brought):
            gone = past.get(verdict.id)
            known = here.get(verdict.id)
            known = known or given.get((verdict.key, verdict.analyst, verdict.given_at))
            if known is not None:
                self._weigh(known, verdict, None)
            elif gone is None:
                self.made.fresh.verdicts.append(verdict)
            elif gone.undone:
                self.made.again.append(verdict)
            else:
                self.made.differences.append(Difference(None, verdict))

    def _weigh(self, here: Kept, there: Kept, document: Document | None) -> None:
        """Note whether the two versions of a record differ."""
        seen = self._links.seen(there) if isinstance(there, Claim | Mention) else there
        fields = differing(here, seen, document, self._losses)
        if not fields:
            self.made.same += 1
            return
        after = joined(here, there, fields, document, self._losses)
        self.made.differences.append(Difference(here, after, fields, document))


def _signed(mark: Mark, like: Mark) -> Mark:
    """Return a mark that was made elsewhere with who made its like here, and when."""
    if isinstance(mark, Claim) and isinstance(like, Claim):
        return replace(mark, origin=like.origin, made_at=like.made_at)
    return replace(mark, origin=like.origin, author=like.author)


def _claim_key(claim: Claim) -> Hashable:
    return claim.spans, claim.kind, claim.author


def _mention_key(mention: Mention) -> Hashable:
    return mention.span
