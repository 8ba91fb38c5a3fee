"""CSV of claims: one row a claim, for spreadsheets.

UTF-8 with a byte-order mark, since spreadsheets otherwise read Arabic as Latin. A cell that a
spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection).
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from tawatur_core.errors import ExportMismatch
from tawatur_core.exporters import losses
from tawatur_core.model import (
    Claim,
    Conflict,
    Document,
    EntityId,
    HowMany,
    Origin,
    Party,
    Slot,
    SlotName,
    When,
    Words,
)
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Corpus

COLUMNS = (
    "claim", "document", "title", "outlet", "published", "kind", "quote", "starts", "ends",
    "speaker", "via", "who", "what", "when", "when_first", "when_last", "where", "how_many",
    "how_many_low", "how_many_high", "unit", "hedge", "polarity", "certainty", "proposed_slots",
    "chains", "conflicts", "note", "origin", "author", "made_at",
)  # fmt: skip
_FORMULA = re.compile(r"[=+\-@\t\r]")
Names = Mapping[EntityId, str]
_JOIN = " ؛ "
# How spans of a discontinuous claim are joined in its quote (see model.Claim).
_GAP = " … "


class ClaimsCsv:
    """One row for each claim."""

    name = "csv"
    suffix = ".csv"
    losses = (
        losses.TEXTS,
        losses.MENTIONS,
        losses.ENTITIES,
        losses.VERDICTS,
        losses.SLOT_SPANS,
        losses.REJECTIONS,
        losses.HISTORY,
    )

    def write(self, corpus: Corpus, destination: Path, language: str, monitor: Monitor) -> None:
        """Write the claims. Raises OSError, Cancelled."""
        chains = {claim: group.chains for group in corpus.groups for claim in group.claims}
        conflicts = _conflicts_of(corpus.conflicts)
        names = {entity.id: entity.name for entity in corpus.entities}
        with destination.open("w", encoding="utf-8-sig", newline="") as file:
            out = csv.writer(file)
            out.writerow(COLUMNS)
            for done, annotated in enumerate(corpus.documents()):
                monitor.step(done, corpus.size)
                for claim in annotated.claims:
                    cells = _row(annotated.document, claim, names)
                    cells["chains"] = str(chains.get(claim.id, 1))
                    cells["conflicts"] = str(conflicts[claim.id])
                    out.writerow([harmless(cells[column]) for column in COLUMNS])

    def verify(self, corpus: Corpus, destination: Path) -> int:
        """Re-slice every claim. Raises ExportMismatch."""
        with destination.open(encoding="utf-8-sig", newline="") as file:
            rows = {row["claim"]: row for row in csv.DictReader(file)}
        count = 0
        for annotated in corpus.documents():
            text = annotated.document.text
            for claim in annotated.claims:
                row = rows[claim.id]
                spans = zip(row["starts"].split(), row["ends"].split(), strict=True)
                sliced = _GAP.join(text[int(start) : int(end)] for start, end in spans)
                if harmless(sliced) != row["quote"]:
                    raise ExportMismatch(destination, claim.id)
                count += len(claim.spans)
        return count


def harmless(cell: str) -> str:
    """Return the cell with an apostrophe in front where a spreadsheet would run it."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _conflicts_of(conflicts: Iterable[Conflict]) -> Counter[str]:
    return Counter(claim for conflict in conflicts for claim in conflict.claims)


def _row(document: Document, claim: Claim, names: Names) -> dict[str, str]:
    cells = dict.fromkeys(COLUMNS, "")
    cells |= {
        "claim": claim.id,
        "document": document.id,
        "title": document.title,
        "outlet": document.outlet,
        "published": document.published.isoformat() if document.published else "",
        "kind": claim.kind,
        "quote": claim.quote,
        "starts": " ".join(str(span.start) for span in claim.spans),
        "ends": " ".join(str(span.end) for span in claim.spans),
        "note": claim.note,
        "origin": claim.origin,
        "author": claim.author,
        "made_at": claim.made_at.isoformat(),
    }
    for name in SlotName:
        slots = claim.slots_named(name)
        cells[name] = _JOIN.join(_shown(slot, names) for slot in slots)
    cells |= _intervals(claim) | _bounds(claim)
    proposed = [slot.name for slot in claim.slots if slot.origin is Origin.PROPOSED]
    cells["proposed_slots"] = " ".join(dict.fromkeys(proposed))
    return cells


def _shown(slot: Slot, names: Names) -> str:
    match slot.value:
        case Party(text, entity):
            return names.get(entity, text) if entity else text
        case When() | HowMany() | Words():
            return slot.value.text
        case other:
            return str(other.value)


def _intervals(claim: Claim) -> dict[str, str]:
    values = [s.value for s in claim.slots_named(SlotName.WHEN) if isinstance(s.value, When)]
    return {
        "when_first": _JOIN.join(str(value.first or "") for value in values),
        "when_last": _JOIN.join(str(value.last or "") for value in values),
    }


def _bounds(claim: Claim) -> dict[str, str]:
    values = [s.value for s in claim.slots_named(SlotName.HOW_MANY) if isinstance(s.value, HowMany)]
    return {
        "how_many_low": _JOIN.join("" if v.low is None else f"{v.low:f}" for v in values),
        "how_many_high": _JOIN.join("" if v.high is None else f"{v.high:f}" for v in values),
        "unit": _JOIN.join(v.unit for v in values),
        "hedge": _JOIN.join(v.hedge for v in values),
    }
