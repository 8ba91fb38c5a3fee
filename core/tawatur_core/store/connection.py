"""Opening the SQLite file, with the settings every connection has."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from tawatur_core.errors import (
    CannotRead,
    CannotWrite,
    FileError,
    NotAProject,
    ProjectDamaged,
    ProjectExists,
    ProjectHeld,
    ProjectTooNew,
    ProjectTooOld,
)
from tawatur_core.store.lock import Lock
from tawatur_core.store.schema import APPLICATION_ID, SCHEMA_VERSION

_BUSY_MS = 5000
_WAL_LIMIT = 64 * 1024 * 1024  # bytes the side file is cut back to after a checkpoint


class _Connection(sqlite3.Connection):
    """A connection that names the world's faults; our own mistakes stay SQLite's errors."""

    path: Path

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        try:
            return super().execute(sql, parameters)
        except sqlite3.DatabaseError as error:
            raise self._named(error) from error

    def executemany(self, sql: str, parameters: Iterable[Any], /) -> sqlite3.Cursor:
        try:
            return super().executemany(sql, parameters)
        except sqlite3.DatabaseError as error:
            raise self._named(error) from error

    def _named(self, error: sqlite3.DatabaseError) -> Exception:
        guarded = super().execute("PRAGMA query_only").fetchone()[0]
        if guarded and "attempt to write" in str(error):
            return error  # a write outside an edit is our mistake
        return _named(self.path, error)


_FAULTS: dict[int, type[FileError]] = {
    sqlite3.SQLITE_PERM: CannotWrite,
    sqlite3.SQLITE_READONLY: CannotWrite,
    sqlite3.SQLITE_FULL: CannotWrite,
    sqlite3.SQLITE_CANTOPEN: CannotRead,
    sqlite3.SQLITE_IOERR: CannotRead,
    sqlite3.SQLITE_BUSY: ProjectHeld,
    sqlite3.SQLITE_LOCKED: ProjectHeld,
    sqlite3.SQLITE_CORRUPT: ProjectDamaged,
    sqlite3.SQLITE_NOTADB: NotAProject,
}


def _named(path: Path, error: sqlite3.DatabaseError) -> Exception:
    code = getattr(error, "sqlite_errorcode", None)
    fault = _FAULTS.get(code & 0xFF) if code is not None else None
    return fault(path, str(error)) if fault else error


def create(path: Path, title: str) -> sqlite3.Connection:
    """Make a new, empty project. Raises ProjectExists, CannotWrite."""
    if path.exists():
        raise ProjectExists(path)
    try:
        conn = _connected(path, "rwc")
    except sqlite3.OperationalError as error:
        raise CannotWrite(path, str(error)) from error
    try:
        conn.execute(f"PRAGMA application_id={APPLICATION_ID}")
        _writing(conn)
        _migrate(conn)
        conn.execute("INSERT INTO meta VALUES ('title', ?)", [title])
    except (sqlite3.OperationalError, FileError) as error:
        conn.close()
        path.unlink(missing_ok=True)  # what was begun is no project
        raise CannotWrite(path, str(error)) from error
    return conn


def open_writing(path: Path) -> sqlite3.Connection:
    """Open an existing project for writing and bring its tables up to date."""
    return _opened(path, "rw", _upgrade)


def open_reading(path: Path) -> sqlite3.Connection:
    """Open an existing project for reading. Several threads may each have their own.

    Raises ProjectTooOld for one that only an opening for writing brings up to date.
    """
    return _opened(path, "ro", _reading)


def _opened(
    path: Path, mode: str, prepare: Callable[[sqlite3.Connection], None]
) -> sqlite3.Connection:
    if not path.is_file():
        raise CannotRead(path)
    try:
        conn = _connected(path, _mode(path, mode))
    except sqlite3.DatabaseError as error:
        raise _named(path, error) from error
    try:
        _identify(path, conn)
        if mode == "ro":
            _current(path, conn)
        prepare(conn)
    except BaseException:
        conn.close()
        raise
    return conn


def _mode(path: Path, mode: str) -> str:
    """SQLite cannot make its side files on read-only media; without them nothing can change."""
    if mode == "ro" and not os.access(path.parent, os.W_OK):
        wal = path.with_name(path.name + "-wal")
        if not wal.exists():
            return "ro&immutable=1"
    return mode


def _connected(path: Path, mode: str) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    # No implicit transactions: saves say BEGIN IMMEDIATE themselves.
    conn = sqlite3.connect(uri, uri=True, isolation_level=None, factory=_Connection)
    conn.path = path
    conn.execute(f"PRAGMA busy_timeout={_BUSY_MS}")
    conn.execute("PRAGMA foreign_keys=ON")
    conn.execute("PRAGMA recursive_triggers=ON")
    conn.execute("PRAGMA trusted_schema=OFF")
    return conn


def _writing(conn: sqlite3.Connection) -> None:
    conn.execute("PRAGMA journal_mode=WAL")
    conn.execute("PRAGMA synchronous=FULL")
    conn.execute(f"PRAGMA journal_size_limit={_WAL_LIMIT}")


def _identify(path: Path, conn: sqlite3.Connection) -> None:
    if conn.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise NotAProject(path)
    if _version(conn) > SCHEMA_VERSION:
        raise ProjectTooNew(path)


def _current(path: Path, conn: sqlite3.Connection) -> None:
    if _version(conn) < SCHEMA_VERSION:
        raise ProjectTooOld(path)


def _version(conn: sqlite3.Connection) -> int:
    return int(conn.execute("PRAGMA user_version").fetchone()[0])


def _reading(conn: sqlite3.Connection) -> None:
    conn.execute("PRAGMA query_only=ON")


def _upgrade(conn: sqlite3.Connection) -> None:
    _writing(conn)
    if _version(conn) < SCHEMA_VERSION:
        _migrate(conn)


def _migrate(conn: sqlite3.Connection) -> None:
    # sqlite-utils takes 0.1 s to import (more where pandas is installed): opening a project that
    # is up to date does without.
    from tawatur_core.store.migrations import migrate  # noqa: PLC0415

    migrate(conn)


def lock_new(path: Path) -> Lock:
    """Take the lock of a project about to be made. Raises ProjectExists, CannotWrite."""
    if path.exists():
        raise ProjectExists(path)
    lock = Lock(path)
    try:
        if not lock.take():
            raise ProjectExists(path)
    except OSError as error:
        raise CannotWrite(path, str(error)) from error
    return lock


def lock_existing(path: Path) -> tuple[Lock | None, str]:
    """Try to take the lock: return it, or None and who holds it ('' on read-only media)."""
    if not path.is_file():
        raise CannotRead(path)
    lock = Lock(path)
    if not os.access(path, os.W_OK):
        return None, ""
    try:
        return (lock, "") if lock.take() else (None, lock.holder())
    except OSError:
        return None, ""
