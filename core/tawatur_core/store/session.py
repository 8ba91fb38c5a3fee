"""A project file that is open: edits, undo and redo, change notices."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from tawatur_core.model import Changes, Label


class Reader:
    """A connection that only reads. Queries take one; a background job opens its own."""

    path: Path
    db: Database

    def __init__(self, path: Path) -> None:
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError


class Transaction:
    """Writes of one edit to RECORDED tables. Each write lands in the operation log by itself."""

    def insert(self, table: str, row: str, values: Mapping[str, object]) -> None:
        raise NotImplementedError

    def update(self, table: str, row: str, values: Mapping[str, object]) -> None:
        """Raises NoSuchRow."""
        raise NotImplementedError

    def delete(self, table: str, row: str) -> None:
        """Also deletes the rows that belong to it (spans and slots of a claim …)."""
        raise NotImplementedError


class Session(Reader):
    """The one writer of a project file. Use it on one thread only."""

    analyst: str
    read_only: bool
    held_by: str  # who holds the file when it is open read-only, else ''

    @classmethod
    def create(cls, path: Path, *, analyst: str, title: str = "") -> Session:
        """Raises ProjectExists, CannotWrite."""
        raise NotImplementedError

    @classmethod
    def open(cls, path: Path, *, analyst: str, read_only: bool = False) -> Session:
        """Open for writing, or read-only when another instance holds the file (see `held_by`).

        Raises CannotRead, NotAProject, ProjectTooNew, ProjectDamaged.
        """
        raise NotImplementedError

    @property
    def title(self) -> str:
        raise NotImplementedError

    @property
    def revision(self) -> int:
        """Grows with every transaction; stale results of jobs are dropped by it."""
        raise NotImplementedError

    @contextmanager
    def edit(self, label: Label) -> Iterator[Transaction]:
        """One transaction and one undo step; nested edits join the outer one. Raises ReadOnly."""
        raise NotImplementedError
        yield

    @property
    def undo_label(self) -> Label | None:
        """What undo would undo."""
        raise NotImplementedError

    @property
    def redo_label(self) -> Label | None:
        raise NotImplementedError

    def undo(self) -> Changes | None:
        raise NotImplementedError

    def redo(self) -> Changes | None:
        raise NotImplementedError

    def subscribe(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        """Call `listener` after every commit (edits, undo, redo, derived tables).

        Returns what ends the subscription.
        """
        raise NotImplementedError

    def reader(self) -> Callable[[], Reader]:
        """Return a factory that a background thread calls to open its own Reader."""
        raise NotImplementedError
