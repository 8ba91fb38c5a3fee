"""Measure `name_similarity` on pairs of names: fields a, b, same; type groups the figures."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur_core.arabic.names import SAME, name_similarity
from tawatur_core.evaluate.measure import Row, Sheet

# Recall is reported where at least this part of what is called one name is one name.
PRECISION = 0.95


def measure(rows: Sequence[Row], sheet: Sheet) -> None:
    """Write precision, recall and F1 of 'one name', and recall at 95 % precision, per type."""
    scored: dict[str, list[tuple[float, bool]]] = {"all": []}
    for number, row in enumerate(rows, 1):
        a, b, same = str(row["a"]), str(row["b"]), bool(row["same"])
        with sheet.timed(a + b):
            score = name_similarity(a, b).score
        groups = ["all", str(row.get("type", ""))] if row.get("type") else ["all"]
        found = score >= SAME
        for group in groups:
            scored.setdefault(group, []).append((score, same))
            sheet.count(
                group, right=found and same, missed=same and not found, spurious=found and not same
            )
        if found != same:
            sheet.miss(number, "names", str(same), f"{score:.2f}", f"{a} | {b}")
    for group, pairs in scored.items():
        sheet.figure(f"recall at {PRECISION:.0%} precision, {group}", recall_at(pairs, PRECISION))


def recall_at(pairs: Sequence[tuple[float, bool]], precision: float) -> float:
    """Return the best recall over all thresholds at which precision is at least `precision`."""
    positives = sum(same for _, same in pairs)
    best = right = 0
    ordered = sorted(pairs, key=lambda pair: -pair[0])
    for found, (score, same) in enumerate(ordered, 1):
        right += same
        last_of_score = found == len(ordered) or ordered[found][0] != score
        if last_of_score and right >= precision * found:
            best = right
    return best / positives if positives else 0.0
