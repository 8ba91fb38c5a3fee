"""Plain text files: one article a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tawatur_core.errors import TawaturError
from tawatur_core.importers.encoding import ENCODINGS, Decoded, decode, fits
from tawatur_core.importers.inspection import (
    Choices,
    Inspection,
    Source,
    lf,
    provenance,
    title_of,
)
from tawatur_core.importers.limits import ARTICLE_BYTES, read_bytes
from tawatur_core.importers.residue import residue_of
from tawatur_core.model import DocumentDraft


def read_text(path: Path, encoding: str | None = None) -> DocumentDraft:
    """Read one text file as a document.

    Raises CannotRead, TooLarge, EmptyFile, NotText, HasNul, Undecodable; each names the file.
    """
    source = Source(path, read_bytes(path, ARTICLE_BYTES))
    return _draft(source, decode(source.data, path, encoding))


def inspect_text(source: Source, choices: Choices) -> list[Inspection]:
    """Return the one article of a text file, web residue marked, or why it is none."""
    chosen = choices.encoding
    alternatives = tuple(name for name in ENCODINGS if fits(source.data, name))
    try:
        decoded = decode(source.data, source.path, chosen)
    except TawaturError as error:
        return [Inspection(source.path, None, error, chosen or "", "", alternatives)]
    draft = _draft(source, decoded)
    draft = replace(draft, residue=residue_of(draft.text))
    return [Inspection(source.path, draft, None, decoded.encoding, decoded.basis, alternatives)]


def _draft(source: Source, decoded: Decoded) -> DocumentDraft:
    text = lf(decoded.text)
    return DocumentDraft(
        text=text,
        title=title_of(text) or source.path.stem,
        provenance=provenance(source, decoded.encoding, decoded.basis),
    )
