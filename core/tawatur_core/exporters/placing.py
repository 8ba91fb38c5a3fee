"""What stands where an export goes: asked about before it is replaced, and never lost half-way.

A format may write more than its file: it names that with `beside(destination) -> Sequence[Path]`.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from tawatur_core.errors import AlreadyExists, CannotWrite
from tawatur_core.exporters.catalogue import several_files
from tawatur_core.plugins import Exporter

# A text of an article, as formats with a folder of texts beside them write it.
_OUR_TEXT = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.txt")


def places(exporter: Exporter, destination: Path) -> list[Path]:
    """Return all files and folders that an export writes."""
    beside = getattr(exporter, "beside", None)
    more: Sequence[Path] = beside(destination) if callable(beside) else ()
    return [destination, *more]


def blocked(exporter: Exporter, destination: Path) -> Path | None:
    """Return a folder that is never replaced: one that holds what no export of ours wrote.

    An empty one is only filled, by a format of several files. Raises OSError for a folder that
    cannot be looked into.
    """
    if destination.is_dir() and not several_files(exporter):
        return destination
    for place in places(exporter, destination):
        if not place.is_dir() or not any(place.iterdir()):
            continue
        older = place != destination and destination.is_file()
        if not older or not all(_OUR_TEXT.fullmatch(one.name) for one in place.iterdir()):
            return place
    return None


def in_the_way(exporter: Exporter, destination: Path) -> list[Path]:
    """Return what an export would replace: files, and folders of an older export."""
    return [
        place
        for place in places(exporter, destination)
        if (place.exists() or place.is_symlink()) and not _empty_folder(place)
    ]


def require(exporter: Exporter, destination: Path, *, replace: bool) -> None:
    """Refuse to lose what stands there. Raises CannotWrite, AlreadyExists."""
    try:
        folder = blocked(exporter, destination)
        if folder is not None:
            wrong = errno.ENOTEMPTY if any(folder.iterdir()) else errno.EISDIR
            raise CannotWrite(folder, os.strerror(wrong))
        standing = in_the_way(exporter, destination)
    except OSError as failure:
        raise CannotWrite(destination, failure.strerror or str(failure)) from failure
    if standing and not replace:
        raise AlreadyExists(standing[0], ", ".join(place.name for place in standing))


def put(drafts: Path, folder: Path, aside: Path) -> None:
    """Move all drafts into a folder; what stands there goes `aside`, and back if that fails.

    Raises OSError.
    """
    moved: list[tuple[Path, Path]] = []
    try:
        for draft in sorted(drafts.iterdir()):
            place = folder / draft.name
            if place.exists() or place.is_symlink():
                place.replace(aside / draft.name)
                moved.append((aside / draft.name, place))
            draft.replace(place)
            moved.append((place, draft))
    except OSError:
        for now, before in reversed(moved):
            with suppress(OSError):
                now.replace(before)
        raise


def _empty_folder(place: Path) -> bool:
    return place.is_dir() and not any(place.iterdir())
