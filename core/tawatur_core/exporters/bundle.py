"""Exports of several files: a folder, or one zip file where the destination's name ends so."""

from __future__ import annotations

import io
import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path, PurePosixPath
from typing import IO

# Zip files carry times of two seconds since 1980; a fixed one makes equal exports equal files.
_EPOCH = (1980, 1, 1, 0, 0, 0)
LEVEL = 3  # half the time of the usual 6 for a tenth more bytes


class Bundle:
    """Files being written. Names are relative, with ``/`` between folders."""

    def __init__(self, destination: Path) -> None:
        zipped = destination.suffix.lower() == ".zip"
        self._zip = (
            zipfile.ZipFile(destination, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL)
            if zipped
            else None
        )
        self._folder = destination
        if not zipped:
            destination.mkdir()

    @contextmanager
    def binary(self, name: str, *, packed: bool = False) -> Iterator[IO[bytes]]:
        """Open one file of the bundle for bytes; in a zip one at a time.

        A `packed` file is not compressed again.
        """
        if self._zip is None:
            place = self._folder / PurePosixPath(name)
            place.parent.mkdir(parents=True, exist_ok=True)
            with place.open("wb") as file:
                yield file
            return
        entry: str | zipfile.ZipInfo = name  # of a fixed time, packed as the archive says
        if packed:
            entry = zipfile.ZipInfo(name, _EPOCH)
        with self._zip.open(entry, "w", force_zip64=True) as file:
            yield file

    @contextmanager
    def text(self, name: str, encoding: str = "utf-8") -> Iterator[IO[str]]:
        """Open one file of the bundle for text; line ends are written as given."""
        with self.binary(name) as raw:
            file = io.TextIOWrapper(raw, encoding=encoding, newline="")
            yield file
            file.flush()
            file.detach()

    def close(self) -> None:
        """Finish the zip file."""
        if self._zip is not None:
            self._zip.close()


@contextmanager
def writing(destination: Path) -> Iterator[Bundle]:
    """Make a folder or zip file of several files. Raises OSError."""
    bundle = Bundle(destination)
    try:
        yield bundle
    finally:
        bundle.close()


@contextmanager
def writing_at_once(
    destination: Path, names: Sequence[str], *, packed: bool = False
) -> Iterator[Sequence[IO[bytes]]]:
    """Open several files of a bundle to be written side by side; in a zip they wait their turn.

    `packed` files are not compressed again. Raises OSError.
    """
    with ExitStack() as stack:
        bundle = stack.enter_context(writing(destination))
        if destination.is_dir():
            yield [stack.enter_context(bundle.binary(name)) for name in names]
            return
        drafts = [stack.enter_context(tempfile.TemporaryFile()) for _ in names]
        yield drafts
        for name, draft in zip(names, drafts, strict=True):
            draft.seek(0)
            with bundle.binary(name, packed=packed) as file:
                shutil.copyfileobj(draft, file, 1 << 20)


def read_back(destination: Path) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of every file of an export just written, sorted by name."""
    if destination.is_dir():
        for file in sorted(path for path in destination.rglob("*") if path.is_file()):
            yield file.relative_to(destination).as_posix(), file.read_bytes()
        return
    with zipfile.ZipFile(destination) as archive:
        for name in sorted(archive.namelist()):
            yield name, archive.read(name)


@contextmanager
def reading(destination: Path, name: str) -> Iterator[IO[bytes]]:
    """Open one file of an export just written, to be read bit by bit."""
    if destination.is_dir():
        with (destination / PurePosixPath(name)).open("rb") as file:
            yield file
        return
    with zipfile.ZipFile(destination) as archive, archive.open(name) as entry:
        yield entry
