"""A project file that is open: edits, undo and redo, change notices."""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Self

from tawatur_core.errors import ProjectTooOld, ReadOnly
from tawatur_core.model import Changes, DocumentId, Label
from tawatur_core.store import connection, open_state, search_index
from tawatur_core.store.lock import Lock
from tawatur_core.store.log import Log, decode_label, encode_label
from tawatur_core.store.revert import revert
from tawatur_core.store.tables import Touched
from tawatur_core.store.transaction import Transaction

if TYPE_CHECKING:
    from sqlite_utils import Database

Listener = Callable[[Changes], None]


class Reader:
    """A connection that only reads. Queries take one; a background job opens its own."""

    path: Path
    conn: sqlite3.Connection  # refuses to write outside an edit

    def __init__(self, path: Path) -> None:
        self.path = path
        self.conn = connection.open_reading(path)

    def close(self) -> None:
        """Close the connection."""
        self.conn.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def db(self) -> Database:
        """The project as a sqlite-utils database, for notebooks and questions of one's own."""
        from sqlite_utils import Database  # noqa: PLC0415 - 0.1 s that opening does not need

        return Database(self.conn, recursive_triggers=False, execute_plugins=False)

    @property
    def title(self) -> str:
        """The project's title."""
        found = self.conn.execute("SELECT value FROM meta WHERE key = 'title'").fetchone()
        return str(found[0]) if found else ""

    @property
    def revision(self) -> int:
        """Grows with every recorded transaction; stale results of jobs are dropped by it."""
        return int(self.conn.execute("SELECT coalesce(max(n), 0) FROM txn").fetchone()[0])

    @property
    def state(self) -> tuple[int, int]:
        """The same as before as long as nothing was written, here or by another instance."""
        (elsewhere,) = self.conn.execute("PRAGMA data_version").fetchone()
        return elsewhere, self.conn.total_changes

    @contextmanager
    def snapshot(self) -> Iterator[Self]:
        """Hold one state of the project: queries inside see nothing that is saved meanwhile."""
        self.conn.execute("BEGIN")
        try:
            yield self
        finally:
            self.conn.execute("ROLLBACK")


class Session(Reader):
    """The one writer of a project file. Use it on one thread only.

    Outside an edit the connection refuses to write, so nothing changes but through an edit.
    """

    analyst: str
    read_only: bool
    held_by: str  # who holds the file when it is open read-only, else ''
    busy: bool  # an edit is being done in steps: whatever else is written would become part of it

    def __init__(
        self, path: Path, conn: sqlite3.Connection, lock: Lock | None, analyst: str
    ) -> None:
        self.path, self.conn, self.analyst = path, conn, analyst
        self.read_only = lock is None
        self.held_by = ""
        self.busy = False
        self._lock = lock
        self._log = Log(conn, analyst)
        self._current: Transaction | None = None
        self._derived: Touched | None = None
        self._listeners: list[Listener] = []
        self._notices: deque[Changes] = deque()
        self._telling = False
        conn.execute("PRAGMA query_only=ON")

    @classmethod
    def create(cls, path: Path, *, analyst: str, title: str = "") -> Session:
        """Make a new project. Raises ProjectExists, CannotWrite."""
        lock = connection.lock_new(path)
        try:
            return cls(path, connection.create(path, title), lock, analyst)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open(cls, path: Path, *, analyst: str, read_only: bool = False) -> Session:
        """Open for writing, or read-only when another instance holds the file (see `held_by`).

        A file of an older version is brought up to date first, also when it is only to be read.
        Raises CannotRead, NotAProject, ProjectTooNew, ProjectTooOld, ProjectDamaged.
        """
        if read_only:
            try:
                return cls(path, connection.open_reading(path), None, analyst)
            except ProjectTooOld:
                cls.open(path, analyst=analyst).close()
                return cls(path, connection.open_reading(path), None, analyst)
        lock, held_by = connection.lock_existing(path)
        if lock is None:
            session = cls(path, connection.open_reading(path), None, analyst)
            session.held_by = held_by
            return session
        try:
            session = cls(path, connection.open_writing(path), lock, analyst)
            if search_index.stale(session.conn):
                with session.derive(Label("undo-index")):
                    search_index.rebuild(session.conn)
        except BaseException:
            lock.release()
            raise
        return session

    def close(self) -> None:
        """Close the file and let another instance write it."""
        if self._current is not None or self._derived is not None:
            raise RuntimeError("closed inside an edit")
        self._listeners.clear()
        self.conn.close()
        if self._lock is not None:
            self._lock.release()

    @contextmanager
    def edit(self, label: Label, *, bulk: bool = False) -> Iterator[Transaction]:
        """One transaction and one undo step; nested edits join the outer one. Raises ReadOnly.

        It is on the disk when the block ends. `bulk` is for imports: the disk is asked once, at
        a checkpoint. An edit that changes nothing leaves no step and sends no notice.
        """
        if self._current is not None:
            with self._joined(self._current) as current:
                yield current
            return
        if self._derived is not None:
            raise RuntimeError("no edit while derived tables are written")
        with self._saving("bulk" if bulk else "person"):
            current = self._current = Transaction(self.conn)
            try:
                yield current
                if current.doomed:
                    raise RuntimeError("an edit inside this one failed: nothing is saved")
                writes = current.finish()
                if writes is not None:
                    self._refresh(current.touched)
                    txn = self._log.append(label, "edit", writes)
                    self._push(txn, label)
            finally:
                current.close()
                self._current = None
        if writes is not None:
            self._tell(label, current.touched)

    def edit_in_steps(self, label: Label, work: Iterable[object]) -> Generator[None]:
        """Do a bulk edit piece by piece: each step of `work` and of what follows is short.

        For a caller that has other things to do in between; until it has gone through all steps
        the session is `busy`. Like `edit` one transaction and one undo step; closing the generator
        takes everything back. Raises ReadOnly, RuntimeError while another edit is open.
        """
        if self._current is not None or self._derived is not None:
            raise RuntimeError("an edit in steps joins no other")
        writes = None
        with self._saving("bulk"):
            current = self._current = Transaction(self.conn)
            self.busy = True
            try:
                for _ in work:
                    yield
                if current.doomed:
                    raise RuntimeError("an edit inside this one failed: nothing is saved")
                writes = current.finish()
                if writes is not None:
                    for document in sorted(current.touched.rows.get("document", ())):
                        search_index.refresh(self.conn, [document])
                        yield
                    open_state.refresh(self.conn, current.touched.documents, current.touched)
                    txn = yield from self._log.append_in_steps(label, "edit", writes)
                    self._push(txn, label)
            finally:
                current.close()
                self._current = None
                self.busy = False
        if writes is not None:
            self._tell(label, current.touched)

    @contextmanager
    def derive(self, label: Label, *, durable: bool = False) -> Iterator[Touched]:
        """Write what can be made again: no operation, no undo step. The block notes the rows.

        Nested ones join the outer one. Unless `durable`, a power cut may lose it.
        """
        if self._current is not None:
            raise RuntimeError("derived tables are not written inside an edit")
        if self._derived is not None:
            yield self._derived
            return
        with self._saving("bulk" if durable else "derived"):
            touched = self._derived = Touched()
            try:
                yield touched
            finally:
                self._derived = None
        if any(touched.rows.values()):
            self._tell(label, touched)

    def follow(self, stamp: int) -> None:
        """Let later operations come after a stamp of the log made elsewhere."""
        self._log.clock.see(stamp)

    @property
    def undo_label(self) -> Label | None:
        """What undo would undo."""
        step = self._step(undone=False)
        return decode_label(step[2]) if step else None

    @property
    def redo_label(self) -> Label | None:
        """What redo would do again."""
        step = self._step(undone=True)
        return decode_label(step[2]) if step else None

    def undo(self) -> Changes | None:
        """Take the last step back; return what that changed, None when there is no step."""
        return self._turn(undone=False)

    def redo(self) -> Changes | None:
        """Do the last undone step again; return what that changed."""
        return self._turn(undone=True)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after every commit (edits, undo, redo, derived tables).

        Returns what ends the subscription.
        """
        self._listeners.append(listener)

        def end() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return end

    def reader(self) -> Callable[[], Reader]:
        """Return a factory that a background thread calls to open its own Reader."""
        return partial(Reader, self.path)

    @contextmanager
    def _joined(self, current: Transaction) -> Iterator[Transaction]:
        try:
            yield current
        except BaseException:
            current.doomed = True
            raise

    @contextmanager
    def _saving(self, what: Literal["person", "bulk", "derived"]) -> Iterator[None]:
        """Hold the write lock of SQLite; all or nothing.

        The disk is waited for at once for what a person saves, at a checkpoint after an import,
        and with the next save for what can be made again.
        """
        if self.read_only:
            raise ReadOnly
        conn = self.conn
        conn.execute("PRAGMA query_only=OFF")
        conn.execute(f"PRAGMA synchronous={'FULL' if what == 'person' else 'NORMAL'}")
        try:
            conn.execute("BEGIN IMMEDIATE")
            try:
                yield
                conn.execute("COMMIT")
            except BaseException:
                if conn.in_transaction:
                    conn.execute("ROLLBACK")
                raise
            if what == "bulk":
                conn.execute("PRAGMA wal_checkpoint(PASSIVE)")
        finally:
            conn.execute("PRAGMA query_only=ON")

    def _turn(self, *, undone: bool) -> Changes | None:
        """Revert the nearest step that is `undone` or not, which turns it round."""
        if self._current is not None or self._derived is not None:
            raise RuntimeError("undo and redo are steps of their own")
        if self.read_only:
            raise ReadOnly
        step = self._step(undone=undone)
        if step is None:
            return None
        n, txn, stored = step
        with self._saving("person"):
            made, touched = revert(self.conn, self._log, txn, "redo" if undone else "undo")
            self._refresh(touched)
            self.conn.execute(
                "UPDATE step SET txn = ?, undone = ? WHERE n = ?", [made, int(not undone), n]
            )
        return self._tell(decode_label(stored), touched)

    def _step(self, *, undone: bool) -> tuple[int, str, str] | None:
        order = "ASC" if undone else "DESC"
        found: tuple[int, str, str] | None = self.conn.execute(
            f"SELECT n, txn, label FROM step WHERE undone = ? ORDER BY n {order} LIMIT 1",
            [int(undone)],
        ).fetchone()
        return found

    def _push(self, txn: str, label: Label) -> None:
        self.conn.execute("DELETE FROM step WHERE undone = 1")
        self.conn.execute(
            "INSERT INTO step (txn, label, undone) VALUES (?, ?, 0)", [txn, encode_label(label)]
        )

    def _refresh(self, touched: Touched) -> None:
        search_index.refresh(self.conn, touched.rows.get("document", ()))
        open_state.refresh(self.conn, touched.documents, touched)

    def _tell(self, label: Label, touched: Touched) -> Changes:
        """Deliver a notice. An edit made by a listener is told after this one is delivered."""
        changes = Changes(
            label,
            {table: frozenset(rows) for table, rows in touched.rows.items() if rows},
            frozenset(DocumentId(document) for document in touched.documents),
        )
        self._notices.append(changes)
        if self._telling:
            return changes
        self._telling = True
        try:
            while self._notices:
                notice = self._notices.popleft()
                for listener in list(self._listeners):
                    listener(notice)
        finally:
            self._telling = False
        return changes
