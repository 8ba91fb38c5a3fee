"""The files of an import: one file, a folder, or a zip file, with the same limits for all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tawatur_core.errors import BadFormat, CannotRead, TawaturError, TooLarge
from tawatur_core.importers.limits import (
    ARTICLE_BYTES,
    ZIP,
    ZipLimits,
    open_zip,
    read_bytes,
    shown,
)

_BEGINNING = 4096  # bytes that are looked at to tell a format


@dataclass(frozen=True, slots=True)
class Part:
    """A file of an import: its name within folder or archive, with ``/``, and its bytes."""

    name: str
    data: bytes


def names(path: Path) -> list[str]:
    """Return the names of the files of an import, sorted; [] for what cannot be listed.

    Raises TooLarge, Unsafe for an archive that is not to be opened.
    """
    if path.is_dir():
        found = (file for file in path.rglob("*") if file.is_file() and not file.is_symlink())
        listed = sorted(file.relative_to(path).as_posix() for file in found)
        if len(listed) > ZipLimits().entries:
            raise TooLarge(path, f"{len(listed)} > {ZipLimits().entries}")
        return listed
    if not is_zip(path):
        return [path.name] if path.is_file() else []
    with open_zip(path) as archive:
        return sorted(archive.names)


def parts(path: Path, *endings: str) -> Iterator[Part]:
    """Yield the files whose names end so (any case), sorted by name; a single file as it is.

    Raises CannotRead, TooLarge, Unsafe, BadFormat when there is none.
    """
    if path.is_file() and not is_zip(path):
        yield Part(path.name, read_bytes(path, ARTICLE_BYTES))
        return
    wanted = [name for name in names(path) if name.lower().endswith(endings)]
    if not wanted:
        raise BadFormat(path, " ".join(endings)) if path.exists() else CannotRead(path)
    total = 0
    if path.is_dir():
        for name in wanted:
            data = read_bytes(path / name, ARTICLE_BYTES)
            total += len(data)
            if total > ZipLimits().total:
                raise TooLarge(path, shown(ZipLimits().total))
            yield Part(name, data)
        return
    with open_zip(path) as archive:
        for name in wanted:
            if archive.size(name) > ARTICLE_BYTES:
                raise TooLarge(path, f"{name}: {shown(ARTICLE_BYTES)}")
            yield Part(name, archive.read(name))


def beginning(path: Path, *endings: str) -> bytes:
    """Return the first bytes of the first file whose name ends so; b'' when there is none."""
    try:
        name = next((name for name in names(path) if name.lower().endswith(endings)), None)
        if name is None:
            return b""
        if is_zip(path):
            with open_zip(path) as archive:
                return archive.beginning(name, _BEGINNING)
        with (path / name if path.is_dir() else path).open("rb") as file:
            return file.read(_BEGINNING)
    except (OSError, TawaturError):
        return b""  # told when it is read


def is_zip(path: Path) -> bool:
    """Whether a file begins as an archive does."""
    try:
        with path.open("rb") as file:
            return file.read(4) in ZIP
    except OSError:
        return False
