"""The sample corpus that comes with the program: five articles with what is known of them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from tawatur_core import paths
from tawatur_core.errors import BadFormat, CannotRead
from tawatur_core.importers.text import read_text
from tawatur_core.model import DocumentDraft, Span


def title(language: str) -> str:
    """Return the title of the sample corpus. Raises CannotRead, BadFormat."""
    return str(_particulars(paths.seeds() / "corpus.json")["title"][language])


def drafts(language: str = "ar") -> list[DocumentDraft]:
    """Return the sample articles; the basis of each date is worded in `language`.

    Raises CannotRead, or BadFormat when a text is not the one ``corpus.json`` describes.
    """
    folder = paths.seeds()
    listing = _particulars(folder / "corpus.json")
    return [_draft(folder, entry, language) for entry in listing["documents"]]


def _particulars(file: Path) -> dict[str, Any]:
    try:
        return dict(json.loads(file.read_text(encoding="utf-8")))
    except OSError as failure:
        raise CannotRead(file, failure.strerror or "") from failure
    except ValueError as failure:
        raise BadFormat(file, str(failure)) from failure


def _draft(folder: Path, entry: dict[str, Any], language: str) -> DocumentDraft:
    draft = read_text(folder / entry["file"], "utf-8")
    if draft.provenance.bytes_sha256 != entry["sha256"]:
        raise BadFormat(folder / entry["file"], "SHA-256")
    residue = tuple(Span(part["start"], part["end"]) for part in entry["residue"])
    for span, part in zip(residue, entry["residue"], strict=True):
        if span.of(draft.text) != part["quote"]:
            raise BadFormat(folder / entry["file"], part["quote"])
    return replace(
        draft,
        title=entry["title"],
        outlet=entry["outlet"],
        published=date.fromisoformat(entry["published"]),
        published_basis=entry["published_basis"][language],
        residue=residue,
    )
