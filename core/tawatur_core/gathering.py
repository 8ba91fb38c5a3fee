"""Files of any kind as one import: what each is and would become, and all of it as one undo step.

Looking over only reads, and can be done in the background; gathering writes in short steps.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tawatur_core.edit import documents
from tawatur_core.edit.intake import Prepared, taking
from tawatur_core.errors import TawaturError
from tawatur_core.importers import articles
from tawatur_core.importers.inspection import Inspection
from tawatur_core.importers.registry import importers
from tawatur_core.model import DocumentDraft, DocumentId, Label
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import AnnotationImporter, Incoming
from tawatur_core.store.session import Session


@dataclass(frozen=True, slots=True)
class Found:
    """What a file holds: an article (or a part of a file that is one), or annotated documents.

    `error` says why an annotated file is refused; an article carries its own.
    """

    path: Path
    article: Inspection | None = None
    incoming: Incoming | None = None
    error: TawaturError | None = None
    format: str = ""  # of an annotated file: message id `format-…`

    @property
    def refused(self) -> TawaturError | None:
        """Why nothing of it can be imported."""
        return self.article.error if self.article is not None else self.error


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is to be imported together.

    `copies` name, by its place among `drafts`, what an article is copied from: a document of the
    project, or an earlier article by its place.
    """

    drafts: tuple[DocumentDraft, ...] = ()
    copies: Mapping[int, DocumentId | int] | None = None
    prepared: Prepared | None = None

    @property
    def size(self) -> int:
        """How many documents it adds or marks."""
        counts = self.prepared.counts if self.prepared else None
        return len(self.drafts) + (counts.documents + counts.known if counts else 0)


def look_over(paths: Sequence[Path], monitor: Monitor) -> Iterator[Found]:
    """Yield what the files, folders and archives hold, in order. Raises Cancelled.

    A file that an importer of annotations recognises is read as such, any other as articles.
    """
    for path in paths:
        annotated, rest = _sorted(path, monitor)
        for place, importer in annotated:
            yield _annotated(place, importer, monitor)
        for one in articles.look_over(rest, None, monitor):
            yield Found(one.path, article=one)


def _annotated(path: Path, importer: AnnotationImporter, monitor: Monitor) -> Found:
    try:
        return Found(path, incoming=importer.read(path, monitor), format=importer.name)
    except TawaturError as failure:
        return Found(path, error=failure, format=importer.name)


_Annotated = list[tuple[Path, AnnotationImporter]]
# What no format of annotations is made of: read as articles also where annotations lie beside it.
_ARTICLES = frozenset({".html", ".htm", ".xhtml", ".mhtml", ".mht", ".docx", ".pdf", ".epub"})


def _sorted(path: Path, monitor: Monitor) -> tuple[_Annotated, list[Path]]:
    """Return the annotated files and folders at a path, and what is left to be read as articles."""
    importer = _importer(path)
    if not path.is_dir():
        return ([(path, importer)], []) if importer is not None else ([], [path])
    annotated: _Annotated = []
    others: list[Path] = []
    for place, folders, files in os.walk(path):
        monitor.step(0, 0)
        here = Path(place)
        inner = _importer(here)
        if inner is not None and not _deeper(here, folders, files, inner):
            annotated.append((here, inner))
            others += [here / name for name in files if Path(name).suffix.lower() in _ARTICLES]
            folders.clear()
            continue
        folders.sort()
        for name in sorted(files):
            single = _importer(here / name)
            if single is not None:
                annotated.append((here / name, single))
            else:
                others.append(here / name)
    # a folder without annotations is looked through as one: what it leaves out is told together
    return annotated, others if annotated else [path]


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


def _importer(path: Path) -> AnnotationImporter | None:
    known = [] if path.name.startswith(".") else importers()
    return next((one for one in known if _recognises(one, path)), None)


def gather(session: Session, wanted: Gathered) -> Generator[tuple[int, int], None, None]:
    """Import everything as one undo step, a short step at a time; yields done and total.

    Closing the generator takes everything back. Raises what the edits raise: RowExists, NoSuchRow,
    ReadOnly; nothing is imported then.
    """
    first = wanted.drafts[0].title if wanted.drafts else ""
    code = "undo-document-add" if wanted.prepared is None else "undo-gather"
    label = Label(code, {"count": wanted.size, "title": first})
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
        yield from taking(session, wanted.prepared)
