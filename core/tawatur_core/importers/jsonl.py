"""Projects from JSON Lines, as ``exporters/jsonl.py`` writes them: read whole or refused whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from tawatur_core.errors import BadFormat, CannotRead
from tawatur_core.importers.rebuild import FORMAT, Json, rebuild
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Incoming, Restored


def read_project(path: Path) -> Restored:
    """Read a project from JSON Lines.

    Raises CannotRead, or BadFormat with the line that is wrong: not JSON, a field missing, a text
    that does not fit its hash, a span that does not give back its quote, an id that stands twice.
    """
    return rebuild(path, _records(path))


def _records(path: Path) -> Iterator[tuple[str, Json]]:
    try:
        with path.open(encoding="utf-8-sig", newline="\n") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    record = json.loads(line)
                    if not isinstance(record, dict):
                        raise BadFormat(path, str(number))
                    yield str(number), record
    except OSError as failure:
        raise CannotRead(path, failure.strerror or "") from failure
    except (ValueError, RecursionError) as failure:  # not UTF-8, not JSON, nested without end
        raise BadFormat(path, str(failure)) from failure


class JsonLinesImporter:
    """Projects as our JSON Lines export writes them."""

    name = "jsonl"

    def recognises(self, path: Path) -> bool:
        """Whether the first record names the format."""
        if path.suffix.lower() != ".jsonl" or not path.is_file():
            return False
        with path.open("rb") as file:
            return FORMAT.encode() in file.read(1024)

    def read(self, path: Path, monitor: Monitor) -> Incoming:
        """Read and check the whole file. Raises CannotRead, BadFormat."""
        return Incoming(self.name, read_project(path))
