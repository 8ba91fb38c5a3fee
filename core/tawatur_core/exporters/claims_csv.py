"""CSV for spreadsheets and programs: one table of claims, or all tables.

UTF-8 with a byte-order mark, since spreadsheets otherwise read Arabic as Latin. A cell that a
spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO

from tawatur_core.errors import ExportMismatch
from tawatur_core.exporters import losses
from tawatur_core.exporters.bundle import reading, writing_at_once
from tawatur_core.exporters.tables import (
    CLAIMS,
    GAP,
    LOSSES,
    MENTIONS,
    TABLES,
    ClaimRows,
    Row,
    rows,
    text as plain,
)
from tawatur_core.model import (
    Claim,
    Document,
    Mention,
    Origin,
    Party,
    Precision,
    Provenance,
    Slot,
    When,
)
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Corpus, Loss


def _particulars(document: Document, _document: Document | None) -> Document:
    """Leave what stands beside a claim of its article: title, outlet and day of publication."""
    nothing = Provenance("", "", "", "")
    return replace(document, author="", url="", published_basis="", provenance=nothing)


def _flat(claim: Claim, _document: Document | None) -> Claim:
    """Leave of a slot what a cell holds: its value as text, and whether it is only proposed."""
    return replace(claim, slots=tuple(_flat_slot(slot) for slot in claim.slots))


def _flat_slot(slot: Slot) -> Slot:
    origin = Origin.PROPOSED if slot.origin is Origin.PROPOSED else Origin.ANALYST
    match slot.value:
        case Party():
            return replace(slot, value=replace(slot.value, entity=None), origin=origin)
        case When():
            value = replace(slot.value, precision=Precision.DAY, how="")
            return replace(slot, value=value, origin=origin)
        case _:
            return replace(slot, origin=origin)


_LONGEST = (1 << 31) - 1
_RUN = frozenset("=+-@\t\r")  # how a formula begins


class ClaimsCsv:
    """One row for each claim."""

    name = "csv"
    suffix = ".csv"
    losses = (
        losses.MENTIONS,
        losses.ENTITIES,
        losses.VERDICTS,
        losses.CONFLICTS,
        losses.SLOT_SPANS,
        Loss("loss-slot-details", {Claim: _flat}),
        Loss("loss-particulars", {Document: _particulars}),
        losses.REASONS,
        losses.TEXTS,
        losses.RESIDUE,
        losses.ACCEPTED_FROM,
        losses.REJECTIONS,
        losses.HISTORY,
    )

    def write(self, corpus: Corpus, destination: Path, language: str, monitor: Monitor) -> None:
        """Write the claims. Raises OSError, Cancelled."""
        of_claims = ClaimRows(corpus)
        with destination.open("w", encoding="utf-8-sig", newline="") as file:
            out = csv.writer(file)
            out.writerow(CLAIMS.columns)
            for done, annotated in enumerate(corpus.documents()):
                monitor.step(done, corpus.size)
                out.writerows(
                    cells(of_claims.row(annotated.document, claim)) for claim in annotated.claims
                )

    def verify(self, corpus: Corpus, destination: Path) -> int:
        """Re-slice every claim. Raises ExportMismatch."""
        with destination.open("rb") as file:
            written = _rows(file)
            return sum(
                compare_claim(destination, written, annotated.document, claim)
                for annotated in corpus.documents()
                for claim in annotated.claims
            )


class CsvTables:
    """All tables, one CSV file each, in a folder or zip file."""

    name = "tables"
    suffix = ".zip"
    losses = LOSSES

    def write(self, corpus: Corpus, destination: Path, language: str, monitor: Monitor) -> None:
        """Write the tables. Raises OSError, Cancelled."""
        names = [f"{table.name}.csv" for table in TABLES]
        with writing_at_once(destination, names) as files:
            texts = [io.TextIOWrapper(file, encoding="utf-8-sig", newline="") for file in files]
            outs = {table.name: csv.writer(text) for table, text in zip(TABLES, texts, strict=True)}
            for table in TABLES:
                outs[table.name].writerow(table.columns)
            for table, row in rows(corpus, monitor):
                outs[table.name].writerow(cells(row))
            for text in texts:
                text.flush()
                text.detach()  # the files are closed where they were opened

    def verify(self, corpus: Corpus, destination: Path) -> int:
        """Re-slice every claim and mention. Raises ExportMismatch."""
        with (
            reading(destination, f"{CLAIMS.name}.csv") as claims,
            reading(destination, f"{MENTIONS.name}.csv") as mentions,
        ):
            told, named = _rows(claims), _rows(mentions)
            count = 0
            for annotated in corpus.documents():
                for claim in annotated.claims:
                    count += compare_claim(destination, told, annotated.document, claim)
                for mention in annotated.mentions:
                    count += compare_mention(destination, named, annotated.document, mention)
            return count


def _rows(file: IO[bytes]) -> Iterator[dict[str, str]]:
    csv.field_size_limit(_LONGEST)  # a claim may be a whole article
    return csv.DictReader(io.TextIOWrapper(file, encoding="utf-8-sig", newline=""))


def cells(row: Row) -> list[str]:
    """Return the cells of a row as text that no spreadsheet runs."""
    return [harmless(plain(cell)) for cell in row]


def harmless(cell: str) -> str:
    """Return the cell with an apostrophe in front where a spreadsheet would run it."""
    return f"'{cell}" if cell[:1] in _RUN else cell


def compare_claim(
    path: Path, written: Iterator[dict[str, str]], document: Document, claim: Claim
) -> int:
    """Re-slice the next claim of a table; return how many spans. Raises ExportMismatch."""
    row = next(written, None)
    if row is None or row["claim"] != claim.id:
        raise ExportMismatch(path, claim.id)
    spans = zip(row["starts"].split(), row["ends"].split(), strict=True)
    sliced = GAP.join(document.text[int(start) : int(end)] for start, end in spans)
    if harmless(sliced) != row["quote"]:
        raise ExportMismatch(path, claim.id)
    return len(claim.spans)


def compare_mention(
    path: Path, written: Iterator[dict[str, str]], document: Document, mention: Mention
) -> int:
    """Re-slice the next mention of a table. Raises ExportMismatch."""
    row = next(written, None)
    if row is None or row["mention"] != mention.id:
        raise ExportMismatch(path, mention.id)
    if harmless(document.text[int(row["start"]) : int(row["end"])]) != row["quote"]:
        raise ExportMismatch(path, mention.id)
    return 1
