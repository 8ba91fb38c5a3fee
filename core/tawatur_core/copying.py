"""Articles that repeat others: found before an import, and what the analyst makes of each."""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from tawatur_core.edit import documents as edits
from tawatur_core.importers.copies import CopyIndex, Likeness, Runs, phrases, runs
from tawatur_core.model import DocumentDraft, DocumentId, Evidence
from tawatur_core.monitor import Monitor
from tawatur_core.store import documents, search
from tawatur_core.store.session import Reader, Session

_LOOKED_UP = 100  # texts are read in the time that one draft is looked up
_FOUND = 40  # documents looked at for one draft


class Treatment(Enum):
    """What becomes of an article that repeats another."""

    SKIP = "skip"  # it is not imported
    KEEP = "keep"  # it is imported as an article of its own
    LINK = "link"  # it is imported as copied from the other: no independent witness

    @property
    def code(self) -> str:
        """Return its message id."""
        return f"copy-{self.value}"


@dataclass(frozen=True, slots=True)
class Copy:
    """An article to be imported that repeats another.

    `draft` is its place among the drafts; `of` the document of the project, or the place of an
    earlier draft; `title` is that of the other. `likeness` is None for the same text, letter by
    letter.
    """

    draft: int
    of: DocumentId | int
    title: str
    likeness: Likeness | None

    @property
    def score(self) -> float:
        """Return how much of the shorter text is shared, 0…1."""
        return 1.0 if self.likeness is None else self.likeness.score

    @property
    def proposed(self) -> Treatment:
        """Return what is proposed: the same text once, a copy linked."""
        return Treatment.SKIP if self.likeness is None else Treatment.LINK

    def evidence(self) -> tuple[Evidence, ...]:
        """Return the reasons in words."""
        if self.likeness is None:
            return (Evidence("copy-same-text", 1.0),)
        return self.likeness.evidence()


def find_copies(
    reader: Reader | None, drafts: Sequence[DocumentDraft], monitor: Monitor
) -> list[Copy]:
    """Return which drafts repeat a document of the project or an earlier draft, the likest each.

    Without a reader the drafts are compared among themselves. Raises Cancelled.
    """
    hashes = [hashlib.sha256(draft.text.encode()).hexdigest() for draft in drafts]
    found = _same(reader, drafts, hashes)
    read = {n: runs(draft.text) for n, draft in enumerate(drafts) if n not in found}
    best = _like_stored(reader, drafts, read, monitor) if reader is not None and read else {}
    for n, copy in _like_each_other(read, drafts, monitor).items():
        if n not in best or copy.score > best[n].score:
            best[n] = copy
    return [copy for _, copy in sorted({**best, **found}.items())]


def bring_in(
    session: Session,
    drafts: Sequence[DocumentDraft],
    copies: Iterable[Copy] = (),
    treatments: Mapping[int, Treatment] | None = None,
) -> list[DocumentId | None]:
    """Import drafts, treating each copy as chosen (as proposed where nothing is); one undo step.

    Returns the document of each draft, None for one that was skipped. Raises as
    `edit.documents.add`.
    """
    kept, links = settled(len(drafts), copies, treatments)
    made = edits.add(session, [drafts[n] for n in kept], links) if kept else []
    places = {n: at for at, n in enumerate(kept)}
    return [made[places[n]] if n in places else None for n in range(len(drafts))]


def settled(
    count: int,
    copies: Iterable[Copy],
    treatments: Mapping[int, Treatment] | None = None,
    without: Container[int] = (),
) -> tuple[list[int], dict[int, DocumentId | int]]:
    """Return which of `count` drafts are imported, and what the copies among them are linked to.

    The links are as `edit.documents.add` takes them: by their place among those that are imported.
    A copy of what was skipped is linked to what that repeats. The drafts `without` are left out
    whatever they repeat.
    """
    known = {copy.draft: copy for copy in copies}
    chosen = {n: (treatments or {}).get(n, copy.proposed) for n, copy in known.items()}
    skipped = {n for n in range(count) if chosen.get(n) is Treatment.SKIP or n in without}
    kept = [n for n in range(count) if n not in skipped]
    place = {n: at for at, n in enumerate(kept)}
    links: dict[int, DocumentId | int] = {}
    for n, treatment in chosen.items():
        if treatment is Treatment.LINK and n in place:
            of: DocumentId | int | None = known[n].of
            while isinstance(of, int) and of not in place:
                of = known[of].of if of in known else None
            if of is not None:
                links[place[n]] = place[of] if isinstance(of, int) else of
    return kept, links


def _same(
    reader: Reader | None, drafts: Sequence[DocumentDraft], hashes: Sequence[str]
) -> dict[int, Copy]:
    stored = documents.with_texts(reader, hashes) if reader is not None else {}
    first: dict[str, int] = {}
    found: dict[int, Copy] = {}
    for n, sha256 in enumerate(hashes):
        if sha256 in stored:
            found[n] = Copy(n, *stored[sha256], None)
        elif sha256 in first:
            found[n] = Copy(n, first[sha256], drafts[first[sha256]].title, None)
        else:
            first[sha256] = n
    return found


def _like_stored(
    reader: Reader, drafts: Sequence[DocumentDraft], read: Mapping[int, Runs], monitor: Monitor
) -> dict[int, Copy]:
    """Hold the texts of the project against the drafts.

    Many drafts are held against all texts, in one reading; a few against those that the search
    index finds by their phrases.
    """
    total = documents.count(reader)
    some: list[DocumentId] | None = None
    if len(read) * _LOOKED_UP < total:
        some = []
        for done, n in enumerate(read):
            monitor.step(done, len(read))
            some += search.holding(reader, phrases(drafts[n].text), _FOUND)
        total = len(some)
    index: CopyIndex[int] = CopyIndex()
    for n, text in read.items():
        index.put(n, text)
    best: dict[int, Copy] = {}
    for done, (id_, title, folded) in enumerate(documents.folded_texts(reader, some)):
        monitor.step(done, total)
        for n, seen in index.like(runs(folded, folded=True)):
            turned = Likeness(seen.shared, seen.of_other, seen.of_this)
            if n not in best or turned.score > best[n].score:
                best[n] = Copy(n, id_, title, turned)
    return best


def _like_each_other(
    read: Mapping[int, Runs], drafts: Sequence[DocumentDraft], monitor: Monitor
) -> dict[int, Copy]:
    index: CopyIndex[int] = CopyIndex()
    best: dict[int, Copy] = {}
    for done, (n, text) in enumerate(read.items()):
        monitor.step(done, len(read))
        like = index.like(text)
        if like:
            of, seen = like[0]
            best[n] = Copy(n, of, drafts[of].title, seen)
        index.put(n, text)
    return best
