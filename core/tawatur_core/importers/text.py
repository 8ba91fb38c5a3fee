"""Plain text files: one article a file."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tawatur_core.errors import CannotRead, TawaturError
from tawatur_core.importers.encoding import ENCODINGS, Decoded, decode, fits
from tawatur_core.model import DocumentDraft, Provenance

_TITLE_LENGTH = 90


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a file would become, shown before it is imported.

    Exactly one of `draft` and `error` is set. `basis` is the message id of why this encoding;
    `alternatives` are the encodings the bytes can also be read in.
    """

    path: Path
    draft: DocumentDraft | None
    error: TawaturError | None
    encoding: str
    basis: str
    alternatives: tuple[str, ...]


def read_text(path: Path, encoding: str | None = None) -> DocumentDraft:
    """Read one text file as a document.

    Raises CannotRead, EmptyFile, NotText, HasNul, Undecodable; each names the file.
    """
    data = _bytes(path)
    return _draft(path, data, decode(data, path, encoding))


def inspect(path: Path, encoding: str | None = None) -> Inspection:
    """Return what `path` would become; a refused file comes back with its error."""
    try:
        data = _bytes(path)
    except TawaturError as error:
        return Inspection(path, None, error, encoding or "", "", ())
    alternatives = tuple(name for name in ENCODINGS if fits(data, name))
    try:
        decoded = decode(data, path, encoding)
    except TawaturError as error:
        return Inspection(path, None, error, encoding or "", "", alternatives)
    draft = _draft(path, data, decoded)
    return Inspection(path, draft, None, decoded.encoding, decoded.basis, alternatives)


def text_files(paths: Sequence[Path]) -> list[Path]:
    """Return the files named, with the ``.txt`` files of the folders named, in order."""
    files: list[Path] = []
    for path in paths:
        found = sorted(path.rglob("*.txt")) if path.is_dir() else [path]
        files.extend(file for file in found if file not in files)
    return files


def title_of(text: str) -> str:
    """Return a title for an untitled text: its first line, cut at a word when it is long."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    if len(line) <= _TITLE_LENGTH:
        return line
    return line[:_TITLE_LENGTH].rsplit(" ", 1)[0].rstrip("،,;؛: ") + "…"


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as failure:
        raise CannotRead(path, failure.strerror or "") from failure


def _draft(path: Path, data: bytes, decoded: Decoded) -> DocumentDraft:
    text = decoded.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return DocumentDraft(
        text=text,
        title=title_of(text) or path.stem,
        provenance=Provenance(
            file_name=path.name,
            bytes_sha256=hashlib.sha256(data).hexdigest(),
            encoding=decoded.encoding,
            encoding_basis=decoded.basis,
        ),
    )
