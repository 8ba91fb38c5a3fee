"""What can be added to Tawatur: importers, exporters, suggesters, and the window itself.

Built-in ones are listed by their packages; others are found through the entry-point groups
``tawatur.exporters`` and ``tawatur.window``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any, Protocol

from tawatur_core.model import (
    Claim,
    Conflict,
    Document,
    Entity,
    EventGroup,
    Mention,
    Rejection,
    Verdict,
)
from tawatur_core.monitor import Monitor


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

    `verdicts` hold every verdict ever given, oldest first. `reviewed_only` says that unconfirmed
    values and undecided conflicts were left out.
    """

    title: str
    documents: Callable[[], Iterator[Annotated]]
    size: int
    entities: tuple[Entity, ...] = ()
    groups: tuple[EventGroup, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    reviewed_only: bool = False


@dataclass(frozen=True, slots=True)
class Loss:
    """Something a format cannot hold: the message id that says it."""

    code: str


class Exporter(Protocol):
    """Writes a corpus in one format, and proves what it wrote."""

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
