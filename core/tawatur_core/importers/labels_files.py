"""Label mappings as JSON files: given on the command line, or kept by name in the user's folder."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from tawatur_core import paths
from tawatur_core.errors import BadFormat, CannotRead, CannotWrite
from tawatur_core.importers.labels import LabelMapping
from tawatur_core.records import from_json, to_json

FORMAT = "tawatur-label-mapping"
VERSION = 1
_SUFFIX = ".json"


def save(mapping: LabelMapping, path: Path) -> None:
    """Write a mapping to a file. Raises CannotWrite."""
    told = {"format": FORMAT, "version": VERSION, **to_json(mapping)}
    text = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as failure:
        raise CannotWrite(path, failure.strerror or "") from failure


def load(path: Path) -> LabelMapping:
    """Read a mapping from a file. Raises CannotRead, BadFormat."""
    try:
        told: Any = json.loads(path.read_text(encoding="utf-8-sig"))
        if not isinstance(told, dict) or told.get("format") != FORMAT:
            raise BadFormat(path, FORMAT)
        if told["version"] > VERSION:
            raise BadFormat(path, f"{FORMAT} {told['version']}")
        return from_json(LabelMapping, told)
    except OSError as failure:
        raise CannotRead(path, failure.strerror or "") from failure
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as failure:
        raise BadFormat(path, str(failure)) from failure


def keep(mapping: LabelMapping, name: str) -> LabelMapping:
    """Keep a mapping by name for later imports, in place of one of that name.

    Raises CannotWrite, ValueError for an empty name.
    """
    if not name.strip():
        raise ValueError("a mapping is kept under a name")
    named = replace(mapping, name=name.strip())
    save(named, _place(named.name))
    return named


def kept() -> list[str]:
    """Return the names of the mappings kept, in order."""
    return sorted(unquote(file.stem) for file in _folder().glob(f"*{_SUFFIX}"))


def recall(name: str) -> LabelMapping:
    """Return a mapping by its name. Raises CannotRead, BadFormat."""
    return load(_place(name))


def forget(name: str) -> None:
    """Keep a mapping no longer; one that is not there is no failure. Raises CannotWrite."""
    try:
        _place(name).unlink(missing_ok=True)
    except OSError as failure:
        raise CannotWrite(_place(name), failure.strerror or "") from failure


def _place(name: str) -> Path:
    # What a file name cannot hold is written as %XX; letters of all scripts stay readable.
    safe = "".join(char if char.isalnum() or char in " -_" else quote(char, "") for char in name)
    return _folder() / (safe.replace(".", "%2E") + _SUFFIX)


def _folder() -> Path:
    folder = paths.user_config() / "label-mappings"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
