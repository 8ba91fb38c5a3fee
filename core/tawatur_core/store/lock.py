"""Who writes a project file: a lock that dies with its process.

The lock is on a sidecar file; the project file itself is only ever opened by SQLite, since a
second `open()` in the same process would drop SQLite's own locks.
"""

from __future__ import annotations

import getpass
import json
import os
import socket
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

_FAR = 1 << 30  # Windows locks bytes: one far behind the content keeps the content readable


class Lock:
    """An exclusive lock beside a project file."""

    def __init__(self, project: Path) -> None:
        self.path = project.with_name(project.name + ".lock")
        self._file: IO[str] | None = None

    def take(self) -> bool:
        """Try to become the writer. Raises OSError when the folder cannot be written."""
        while True:
            file = self.path.open("a+", encoding="utf-8")
            if not _lock(file):
                file.close()
                return False
            if self._still_there(file):
                break
            file.close()  # its former holder removed it between our opening and locking
        file.seek(0)
        file.truncate()
        file.write(json.dumps(_who(), ensure_ascii=False))
        file.flush()
        self._file = file
        return True

    def release(self) -> None:
        """Give the lock back and remove the file."""
        if self._file is None:
            return
        if sys.platform == "win32":
            self._file.close()  # an open file cannot be removed there
            with suppress(OSError):
                self.path.unlink()
        else:
            with suppress(OSError):
                self.path.unlink()
            self._file.close()
        self._file = None

    def holder(self) -> str:
        """Return who holds the lock as 'user @ host, pid, since', '' when unknown."""
        try:
            who = json.loads(self.path.read_text(encoding="utf-8"))
            return f"{who['user']} @ {who['host']}, {who['pid']}, {who['since']}"
        except (OSError, ValueError, KeyError, TypeError):
            return ""

    def _still_there(self, file: IO[str]) -> bool:
        try:
            return os.path.samestat(os.fstat(file.fileno()), self.path.stat())
        except FileNotFoundError:
            return False


def _who() -> dict[str, str | int]:
    try:
        user = getpass.getuser()
    except (KeyError, OSError, ImportError):
        user = "?"
    since = datetime.now(UTC).astimezone().strftime("%Y-%m-%d %H:%M")
    return {"user": user, "host": socket.gethostname(), "pid": os.getpid(), "since": since}


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[str]) -> bool:
        try:
            file.seek(_FAR)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _lock(file: IO[str]) -> bool:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
