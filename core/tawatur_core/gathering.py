"""Files of any kind as one import: what each is and would become, and all of it as one undo step.

Looking over only reads, and can be done in the background; gathering writes in short steps.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tawatur_core.edit import authority, documents
from tawatur_core.edit.authority import Decisions, Outcome, PreparedList
from tawatur_core.edit.intake import Prepared, label_of, taking
from tawatur_core.errors import (
    BadFormat,
    EmptyFile,
    FileError,
    NotArticles,
    NoTextColumn,
    NothingInside,
    TawaturError,
    UnreadBeside,
)
from tawatur_core.importers import articles
from tawatur_core.importers.entities import read_entities
from tawatur_core.importers.entities_listed import EntityList
from tawatur_core.importers.entities_rdf import SUFFIXES as RDF
from tawatur_core.importers.formats import SUFFIXES
from tawatur_core.importers.inspection import Choices, Inspection
from tawatur_core.importers.registry import importers
from tawatur_core.model import DocumentDraft, DocumentId, Label
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import AnnotationImporter, Incoming
from tawatur_core.store.session import Session


@dataclass(frozen=True, slots=True)
class Found:
    """What a file holds: an article (or a row that is one), annotated documents, or entities.

    `error` says why an annotated file or a list is refused; an article carries its own.
    """

    path: Path
    article: Inspection | None = None
    incoming: Incoming | None = None
    listed: EntityList | None = None
    error: TawaturError | None = None
    format: str = ""  # of an annotated file (message id `format-…`) or list (`entities-…`)

    @property
    def refused(self) -> TawaturError | None:
        """Why nothing of it can be imported."""
        return self.article.error if self.article is not None else self.error


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is to be imported together.

    `copies` name, by its place among `drafts`, what an article is copied from: a document of the
    project, or an earlier article by its place. `theirs` are the ids of records of the project
    that become what an annotated file has (`Prepared.differences`).
    """

    drafts: tuple[DocumentDraft, ...] = ()
    copies: Mapping[int, DocumentId | int] | None = None
    prepared: Prepared | None = None
    lists: tuple[tuple[PreparedList, Decisions], ...] = ()
    theirs: frozenset[str] = frozenset()

    @property
    def size(self) -> int:
        """How many documents it adds or marks."""
        counts = self.prepared.counts if self.prepared else None
        return len(self.drafts) + (counts.documents + counts.known if counts else 0)

    @property
    def writes(self) -> bool:
        """Whether anything of the project changes."""
        more = self.prepared is not None and self.prepared.writes
        return bool(self.drafts or more or self.theirs or self.entities)

    @property
    def entities(self) -> int:
        """How many entries of its lists change something."""
        return sum(
            decided.get(n, one.outcome) not in (Outcome.SAME, Outcome.SKIP)
            for prepared, decided in self.lists
            for n, one in enumerate(prepared.entries)
        )


def look_over(
    paths: Sequence[Path], monitor: Monitor, choices: Choices | None = None
) -> Iterator[Found]:
    """Yield what the files, folders and archives hold, in order. Raises Cancelled.

    A file that an importer of annotations recognises is read as such, any other as articles.
    """
    for path in paths:
        annotated, rest = _sorted(path, monitor)
        yield from _all_annotated(path, annotated, monitor)
        for place in rest:
            if place.suffix.lower() in RDF:
                yield entities_of(place, monitor)
        known = [one for one in rest if not annotated or one.suffix.lower() in SUFFIXES]
        tables = [place for place in known if place.suffix.lower() not in RDF]
        for one in articles.look_over(tables, choices, monitor):
            yield _list_instead(one, monitor) or Found(one.path, article=one)
        others = [one for one in rest if one.suffix.lower() not in {*SUFFIXES, *RDF}]
        if annotated and others:
            yield Found(path, error=NotArticles(path, _counted(others)))


def entities_of(path: Path, monitor: Monitor) -> Found:
    """Return a file as a list of entities, or why it is none. Raises Cancelled."""
    try:
        listed = read_entities(path, None, monitor)
    except TawaturError as failure:
        return Found(path, error=failure, format="rdf")
    return Found(path, listed=listed, format=listed.format)


def _list_instead(one: Inspection, monitor: Monitor) -> Found | None:
    """Return a table without texts as the list of entities it may be."""
    textless = isinstance(one.error, NoTextColumn | BadFormat | EmptyFile)
    if not textless or one.archive is not None or one.path.suffix.lower() not in _LISTS:
        return None
    found = entities_of(one.path, monitor)
    return found if found.listed is not None and found.listed.entities else None


def _all_annotated(path: Path, annotated: _Annotated, monitor: Monitor) -> Iterator[Found]:
    """Yield what annotated files hold; what many folders leave unread is told together."""
    shared = Counter(place for place, _ in annotated)
    read: set[Path] = set()
    unread: list[Found] = []
    for place, importer in annotated:
        one = _annotated(place, importer, monitor)
        if shared[place] > 1 and one.refused is not None:
            unread.append(one)
            continue
        read.add(place)
        yield one
    beside = [one for one in unread if one.path in read]
    yield from (one for one in unread if one.path not in read or len(beside) == 1)
    if len(beside) > 1:
        yield Found(path, error=UnreadBeside(path, _unread(beside)))


def _unread(beside: Sequence[Found]) -> str:
    """Return how many folders leave something unread, which, and why the first of them does."""
    first = beside[0].refused
    why = first.detail if isinstance(first, FileError) else ""
    return _counted([one.path for one in beside]) + (f" – {why}" if why else "")


def _counted(paths: Sequence[Path]) -> str:
    """Return how many paths there are and the names of the first ones."""
    named = ", ".join(one.name for one in paths[:_NAMED])
    return f"{len(paths)}: {named}" + (", …" if len(paths) > _NAMED else "")


def _annotated(path: Path, importer: AnnotationImporter, monitor: Monitor) -> Found:
    try:
        incoming = importer.read(path, monitor)
        if _empty(incoming):
            where = dict.fromkeys(one.where for one in incoming.findings if one.where)
            raise NothingInside(path, ", ".join(list(where)[:_NAMED]))
    except TawaturError as failure:
        return Found(path, error=failure, format=importer.name)
    return Found(path, incoming=incoming, format=importer.name)


def _empty(incoming: Incoming) -> bool:
    """Whether nothing would be imported."""
    back = incoming.restored
    texts = any(one.draft.text.strip() for one in incoming.marked)
    held = texts or back.documents or back.entities or back.verdicts
    return not held


_LISTS = frozenset({".csv", ".tsv", ".json", ".jsonl", ".ndjson"})
_NAMED = 3  # files or folders
_Annotated = list[tuple[Path, AnnotationImporter]]
# What no format of annotations is made of: read as articles also where annotations lie beside it.
_ARTICLES = frozenset({".html", ".htm", ".xhtml", ".mhtml", ".mht", ".docx", ".pdf", ".epub"})


def _sorted(path: Path, monitor: Monitor) -> tuple[_Annotated, list[Path]]:
    """Return the annotated files and folders at a path, and what is left to be read as articles."""
    if not path.is_dir():
        importer = _importer(path)
        return ([(path, importer)], []) if importer is not None else ([], [path])
    annotated: _Annotated = []
    others: list[Path] = []
    for place, folders, files in os.walk(path):
        monitor.step(0, 0)
        here = Path(place)
        inner = [] if here.name.startswith(".") else _of_folder(here, folders, files)
        annotated += [(here, importer) for importer in inner]
        for name in sorted(files):
            single = _importer(here / name, besides=inner)
            if single is not None:
                annotated.append((here / name, single))
            elif not name.startswith(".") and (not inner or Path(name).suffix.lower() in _ARTICLES):
                others.append(here / name)
        folders[:] = [] if inner else sorted(folders)
    # a folder without annotations is looked through as one: what it leaves out is told together
    return annotated, others if annotated else [path]


def _of_folder(
    here: Path, folders: Sequence[str], files: Sequence[str]
) -> list[AnnotationImporter]:
    """Return the importers that take a folder as one; it may hold files of several formats."""
    known = [one for one in importers() if _recognises(one, here)]
    return [one for one in known if not _deeper(here, folders, files, one)]


def _deeper(
    here: Path, folders: Sequence[str], files: Sequence[str], importer: AnnotationImporter
) -> bool:
    """Whether what a folder is recognised by lies in folders below it, not in itself."""
    if any(_recognises(importer, here / name) for name in files):
        return False
    return any(_recognises(importer, here / name) for name in folders)


def _recognises(importer: AnnotationImporter, path: Path) -> bool:
    try:
        return importer.recognises(path)
    except (OSError, TawaturError):  # whoever reads it will say why it cannot be read
        return False


def _importer(path: Path, besides: Sequence[AnnotationImporter] = ()) -> AnnotationImporter | None:
    taken = {one.name for one in besides}
    known = [] if path.name.startswith(".") else importers()
    found = (one for one in known if _recognises(one, path))
    first = next(found, None)
    return None if first is None or first.name in taken else first


def gather(session: Session, wanted: Gathered) -> Generator[tuple[int, int], None, None]:
    """Import everything as one undo step, a short step at a time; yields done and total.

    Closing the generator takes everything back. Raises what the edits raise: RowExists, NoSuchRow,
    ReadOnly; nothing is imported then.
    """
    first = wanted.drafts[0].title if wanted.drafts else ""
    label = Label("undo-gather", {"count": wanted.size})
    if not wanted.size:
        label = Label("undo-authority", {"count": wanted.entities})
        if wanted.prepared is not None and not wanted.entities:
            label = label_of(wanted.prepared, wanted.theirs)
    elif wanted.prepared is None and not wanted.lists:
        label = Label("undo-document-add", {"count": wanted.size, "title": first})
    total = 2 * wanted.size  # as many to be written as to be indexed
    for done, _ in enumerate(session.edit_in_steps(label, _work(session, wanted)), 1):
        yield min(done, total), total


def _work(session: Session, wanted: Gathered) -> Iterator[None]:
    made: list[DocumentId] = []
    for number, draft in enumerate(wanted.drafts):
        of = (wanted.copies or {}).get(number)
        original = made[of] if isinstance(of, int) else of
        copies = {0: original} if original is not None else None
        made += documents.add(session, [draft], copies)
        yield
    if wanted.prepared is not None:
        yield from taking(session, wanted.prepared, wanted.theirs)
    for prepared, decisions in wanted.lists:
        authority.take(session, prepared, decisions)
        yield
