"""The review report as PDF: pages for an editor who has neither the program nor a browser at hand.

The pages are set and painted here; a small attachment holds the positions of every quote and the
lines as they were set, so that the written file can be proven against the texts.
"""

from __future__ import annotations

import json
import re
import zlib
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tawatur_core.errors import CannotWrite, ExportMismatch
from tawatur_core.exporters import losses
from tawatur_core.exporters.slicing import place_of
from tawatur_core.monitor import Monitor, Silent
from tawatur_core.plugins import Corpus, Loss
from tawatur_core.wording import wording
from tawatur_gui.export.pdf_blocks import blocks, plain

if find_spec("PySide6") is None:
    raise ModuleNotFoundError("PySide6 is not installed", name="PySide6")

_ATTACHED = "claims.json"
_STREAM = re.compile(rb"stream\r?\n")


class PdfReport:
    """Paginated PDF with embedded fonts, right-to-left in Arabic."""

    name = "pdf"
    suffix = ".pdf"
    losses = (losses.TEXTS, losses.REJECTIONS, losses.HISTORY, Loss("loss-letters"))

    def write(self, corpus: Corpus, destination: Path, language: str, monitor: Monitor) -> None:
        """Write the pages. Raises CannotWrite, Cancelled.

        Without a window it starts Qt off screen.
        """
        from tawatur_gui.export import pdf_paint  # noqa: PLC0415 - Qt only when it is written

        words = wording(language)
        made = blocks(corpus, words, monitor)
        claims = _claims(corpus)

        def attached(lines: list[list[str]]) -> bytes:
            held = {"tawatur": "report", "language": language, "pages": lines, "claims": claims}
            return json.dumps(held, ensure_ascii=False).encode()

        pdf_paint.paint(made, corpus.title, words, destination, attached)
        if not destination.exists():
            raise CannotWrite(destination)

    def preview(self, corpus: Corpus, language: str) -> str:
        """Return the words of the report, line by line."""
        return "\n".join(plain(blocks(corpus, wording(language), Silent())))

    def verify(self, corpus: Corpus, destination: Path) -> int:
        """Read the file again; every quote, sliced from its text, must stand on its pages.

        Raises ExportMismatch.
        """
        held = _attachment(destination)
        set_text = _even("".join(f"{line} " for page in held["pages"] for line in page))
        told = {claim["claim"]: claim["spans"] for claim in held["claims"]}
        count = at = 0
        for annotated in corpus.documents():
            text = annotated.document.text
            for claim in annotated.claims:
                written = [tuple(span) for span in told.get(claim.id, ())]
                for span in claim.spans:
                    quote = span.of(text)
                    known = (span.start, span.end, quote) in written
                    at = place_of(_even(quote), set_text, at)
                    if not known or at < 0:
                        raise ExportMismatch(destination, f"{claim.id}: {span.start}–{span.end}")
                    count += 1
        return count


def _claims(corpus: Corpus) -> list[dict[str, Any]]:
    return [
        {
            "claim": claim.id,
            "document": claim.document,
            "spans": [
                (span.start, span.end, span.of(annotated.document.text)) for span in claim.spans
            ],
        }
        for annotated in corpus.documents()
        for claim in annotated.claims
    ]


def _even(text: str) -> str:
    """Return a text without white space: a line may end where a space or nothing stood."""
    return "".join(text.split())


def _attachment(file: Path) -> dict[str, Any]:
    """Return what the PDF has attached. Raises ExportMismatch when it has nothing of ours."""
    raw = file.read_bytes()
    if not raw.startswith(b"%PDF-") or b"%%EOF" not in raw[-64:]:
        raise ExportMismatch(file, "%PDF")
    for found in _STREAM.finditer(raw):
        begin = raw[found.end() : found.end() + (1 << 16)]
        unpacked = begin
        if begin[:1] == b"\x78":
            try:
                unpacked = zlib.decompressobj().decompress(begin, 64)
            except zlib.error:
                continue
        if unpacked.startswith(b'{"tawatur"'):
            whole = raw[found.end() :]
            data = zlib.decompressobj().decompress(whole) if begin[:1] == b"\x78" else whole
            held: dict[str, Any] = json.JSONDecoder().raw_decode(data.decode("utf-8", "ignore"))[0]
            return held
    raise ExportMismatch(file, _ATTACHED)
