"""Claims worth checking against labelled sentences.

Fields of a row: text, is_claim. A row is taken for a claim when `find_claims` finds one in it.
Measures: `claim` and `no-claim` (precision, recall, F1 of both answers) and `macro-f1`; when rows
name a `source`, the macro-F1 of each is given too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from tawatur_core.arabic.claims import find_claims
from tawatur_core.evaluate.measure import Counts, Row, Sheet


def measure(rows: Sequence[Row], sheet: Sheet) -> None:
    """Measure `find_claims` on the rows."""
    pairs: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    find_claims(rows[0]["text"])  # loads the gazetteers, which the speed is measured without
    for row in rows:
        text, wanted = row["text"], bool(row["is_claim"])
        with sheet.timed(text):
            found = find_claims(text)
        got = bool(found)
        pairs["all"].append((wanted, got))
        if row.get("source"):
            pairs[row["source"]].append((wanted, got))
        sheet.count("claim", **_counts(wanted, got))
        sheet.count("no-claim", **_counts(not wanted, not got))
        if wanted != got:
            shown = f"{max((one.score for one in found), default=0):.2f}"
            sheet.miss(row.get("id", ""), "claim", str(wanted), shown, text)
    for source, answers in pairs.items():
        name = "macro-f1" if source == "all" else f"macro-f1 {source}"
        sheet.figure(name, _macro(answers))


def _counts(wanted: bool, got: bool) -> dict[str, int]:
    return {
        "right": int(wanted and got),
        "missed": int(wanted and not got),
        "spurious": int(got and not wanted),
    }


def _macro(answers: Sequence[tuple[bool, bool]]) -> float:
    scores = []
    for side in (True, False):
        counts = Counts(
            right=sum(wanted == got == side for wanted, got in answers),
            missed=sum(wanted == side != got for wanted, got in answers),
            spurious=sum(got == side != wanted for wanted, got in answers),
        )
        scores.append(counts.f1)
    return sum(scores) / len(scores)
