"""What can be added to Tawatur: importers, exporters, suggesters, and the window itself.

Built-in ones are listed by their packages; others are found through the entry-point groups
``tawatur.exporters`` and ``tawatur.window``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol

from tawatur_core.errors import MissingExtra
from tawatur_core.model import (
    Claim,
    Conflict,
    Document,
    DocumentDraft,
    Entity,
    EventGroup,
    Mention,
    Rejection,
    Span,
    Verdict,
)
from tawatur_core.monitor import Monitor
from tawatur_core.standing import Lapsed


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document with what analysts made of it. `rejected`: proposals refused for good."""

    document: Document
    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...]
    rejected: tuple[Rejection, ...] = ()


@dataclass(frozen=True, slots=True)
class Corpus:
    """What an exporter writes. `documents` may be called again; each call reads anew.

    `verdicts` hold every verdict ever given, oldest first; `lapsed` are the current ones whose
    conflict is not there any more. `reviewed_only` says that unconfirmed values and undecided
    conflicts were left out.
    """

    title: str
    documents: Callable[[], Iterator[Annotated]]
    size: int
    entities: tuple[Entity, ...] = ()
    groups: tuple[EventGroup, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    lapsed: tuple[Lapsed, ...] = ()
    reviewed_only: bool = False


Record = Document | Claim | Mention | Entity | Rejection | Verdict | EventGroup | Conflict
# What is left of a record (its document beside it, where it has one): changed, the same, or None.
Remains = Callable[[Any, Document | None], Any]


@dataclass(frozen=True, slots=True)
class Loss:
    """Something a format cannot hold: the message id that says it, and what is left of a record.

    `remains` says so by the kind of record; how many records are dropped or flattened is counted
    with it (`exporters.losses.tally`), and a round trip is held against it. Empty where nothing
    of the corpus can be counted, as for the undo history.
    """

    code: str
    remains: Mapping[type[Record], Remains] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lost:
    """How many records of a corpus a loss concerns; None where it cannot be counted."""

    code: str
    count: int | None


class Exporter(Protocol):
    """Writes a corpus in one format, and proves what it wrote.

    A format of several files writes a folder, or one zip file where `destination` ends in
    ``.zip`` (see `exporters.bundle`).
    """

    name: str
    suffix: str

    @property
    def losses(self) -> tuple[Loss, ...]:
        """What the format cannot hold."""

    def write(self, corpus: Corpus, destination: Path, language: str, monitor: Monitor) -> None:
        """Write the corpus to `destination`. Raises OSError, Cancelled."""

    def verify(self, corpus: Corpus, destination: Path) -> int:
        """Read the file again, re-slice every text and return how many spans were compared.

        Raises ExportMismatch when a span does not give back its quote.
        """


@dataclass(slots=True)
class Restored:
    """Records to be added to a project as they are, with ids, authors and times.

    `documents` carry their claims, mentions and rejections.
    """

    title: str = ""
    entities: list[Entity] = field(default_factory=list)
    documents: list[Annotated] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Mark:
    """An annotation of another tool. Offsets are code points of its document's stored text.

    `quote` is what the file itself says stands under the spans, empty when it does not say;
    `prefix` and `suffix` are the text it says stands around it. Without spans the quote is looked
    for. The importer reports an offset that cannot be (reversed, past the end) instead of making
    a mark.
    """

    id: str
    layer: str  # e.g. the type of a CAS annotation, 'entity' of brat; empty where there are none
    label: str
    spans: tuple[Span, ...]
    quote: str = ""
    features: Mapping[str, str] = field(default_factory=dict)
    author: str = ""
    made_at: datetime | None = None
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two marks of one document, by their ids."""

    label: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A document of another tool with its annotations."""

    draft: DocumentDraft
    marks: tuple[Mark, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What an import left out or changed: a message id, where, and the values of the message.

    `where` names file, line or id. A file that cannot be read at all raises instead.
    """

    code: str
    where: str
    args: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Incoming:
    """What an annotation file holds, before anything is written.

    `restored` is what Tawatur's own export says of itself, complete; `marked` are documents with
    annotations of other tools, to be mapped to claims and mentions. `findings` list the rest.
    """

    format: str
    restored: Restored = field(default_factory=Restored)
    marked: tuple[Marked, ...] = ()
    findings: tuple[Finding, ...] = ()


class AnnotationImporter(Protocol):
    """Reads annotated documents of one format, whole or not at all."""

    name: str  # that of the exporter of the same format

    def recognises(self, path: Path) -> bool:
        """Whether a file or folder looks like this format, by name and first bytes only."""

    def read(self, path: Path, monitor: Monitor) -> Incoming:
        """Read and check `path`; memory is bounded by `importers.limits`.

        Raises CannotRead, BadFormat, MissingExtra, TooLarge, Cancelled.
        """


def need(module: str, extra: str) -> ModuleType:
    """Return an optional library. Raises MissingExtra naming the extra that brings it."""
    try:
        return import_module(module)
    except ModuleNotFoundError as failure:
        if (failure.name or "").split(".")[0] != module.split(".", maxsplit=1)[0]:
            raise
        raise MissingExtra(module, extra) from failure


def window(name: str) -> Callable[..., Any] | None:
    """Return a function of the installed window ('show', 'screenshots'), None without it."""
    for found in entry_points(group="tawatur.window"):
        if found.name == name:
            try:
                return found.load()  # type: ignore[no-any-return]
            except ModuleNotFoundError as failure:
                if _of_window(failure):
                    return None
                raise
    return None


def more_exporters() -> list[Exporter]:
    """Return the exporters that other packages bring, and the window where it is installed.

    An exporter may also have `preview(corpus, language) -> str` when its files are no text.
    """
    made: list[Exporter] = []
    for found in entry_points(group="tawatur.exporters"):
        try:
            made.append(found.load()())
        except ModuleNotFoundError as failure:
            if not _of_window(failure):
                raise
    return made


def _of_window(failure: ModuleNotFoundError) -> bool:
    """Whether what is missing is the window: it is installed only where it is wanted."""
    return (failure.name or "").split(".")[0] in ("PySide6", "shiboken6", "tawatur_gui")
