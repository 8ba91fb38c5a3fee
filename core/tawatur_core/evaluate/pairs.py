"""Task `pairs`: whether two claims agree, conflict, or tell of different things.

Rows hold ``a``, ``b``, ``label`` (agree, conflict, unrelated; or not_entailed where only agreement
was labelled), and may hold ``published_a``, ``published_b``, ``source`` and ``split``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tawatur_core.evaluate.measure import Row, Sheet
from tawatur_core.reconcile.texts import compare_texts

LABELS = ("agree", "conflict", "unrelated")
# 'Not entailed' may be a conflict or something else: only agreement is right or wrong.
ONLY_AGREEMENT = "not_entailed"


def measure(rows: Sequence[Row], sheet: Sheet) -> None:
    """Compare each pair; count each label, and agreement alone, for all rows and each source."""
    tables: dict[str, _Table] = {}
    for number, row in enumerate(rows):
        a, b, wanted = row["a"], row["b"], row["label"]
        with sheet.timed(a + b):
            found = compare_texts(a, b, _day(row, "published_a"), _day(row, "published_b"))
        got = found.relation.value
        for scope in ("all", row.get("source", "")):
            if scope:
                tables.setdefault(scope, _Table(sheet, scope)).add(wanted, got)
        if got != wanted and not (wanted == ONLY_AGREEMENT and got != "agree"):
            sheet.miss(number, row.get("source", ""), wanted, got, f"{a} | {b}")
    for table in tables.values():
        table.finish()


class _Table:
    """The counts of one source."""

    def __init__(self, sheet: Sheet, scope: str) -> None:
        self._sheet = sheet
        self._scope = scope
        self._cells = {label: [0, 0, 0] for label in LABELS}  # right, missed, spurious

    def add(self, wanted: str, got: str) -> None:
        """Count one pair."""
        agreed = {"right": 0, "missed": 0, "spurious": 0}
        if wanted == "agree" or got == "agree":
            outcome = "right" if wanted == got else "missed" if wanted == "agree" else "spurious"
            agreed[outcome] = 1
            self._sheet.count(f"{self._scope}: agree or not", **agreed)
        if wanted == ONLY_AGREEMENT:
            return
        self._sheet.share(f"{self._scope}: right", wanted == got)
        if wanted == got:
            self._cells[wanted][0] += 1
        else:
            self._cells[wanted][1] += 1
            self._cells[got][2] += 1

    def finish(self) -> None:
        """Write the counts of each label and their macro-F1."""
        scores = []
        for label, (right, missed, spurious) in self._cells.items():
            if right + missed + spurious == 0:
                continue
            name = f"{self._scope}: {label}"
            self._sheet.count(name, right=right, missed=missed, spurious=spurious)
            if right + missed:
                scores.append(2 * right / (2 * right + missed + spurious))
        if scores:
            self._sheet.figure(f"{self._scope}: macro-F1", sum(scores) / len(scores))


def _day(row: Row, name: str) -> date | None:
    told = row.get(name)
    return date.fromisoformat(told) if told else None
