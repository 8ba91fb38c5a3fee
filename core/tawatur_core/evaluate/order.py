"""Task `order`: what two accounts say of which event came first.

Rows hold ``a``, ``b``, ``order`` (same, compatible, different, unknown) and ``conflict`` (true or
false), and may hold ``published_a``, ``published_b`` and the sentences that follow each claim in
its article (``article_a``, ``article_b``): their days, and what points back, tell an order too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from tawatur_core.evaluate.measure import Row, Sheet
from tawatur_core.model import ClaimId, ConflictKind, DocumentId, Relation
from tawatur_core.reconcile.order import compare_order, with_dates
from tawatur_core.reconcile.run import reconcile_accounts
from tawatur_core.reconcile.texts import lone_account
from tawatur_core.reconcile.views import Account


def measure(rows: Sequence[Row], sheet: Sheet) -> None:
    """Count the relation of each pair, and the conflicts that reconciling both articles finds."""
    for number, row in enumerate(rows, 1):
        a, b = (list(_article(row, side)) for side in ("a", "b"))
        text = f"{row['a']} | {row['b']}"
        with sheet.timed(text):
            found = compare_order(a[0], b[0]).relation.value
            conflicts = reconcile_accounts([*a, *b])[1]
        got = any(c.kind is ConflictKind.ORDER for c in conflicts)
        sheet.share("order", found == row["order"])
        _count(
            sheet,
            "different",
            wanted=row["order"] == Relation.DIFFERENT.value,
            got=found == Relation.DIFFERENT.value,
        )
        _count(sheet, "conflict", wanted=bool(row["conflict"]), got=got)
        if found != row["order"]:
            sheet.miss(number, "order", row["order"], found, text)
        if got != row["conflict"]:
            sheet.miss(number, "conflict", str(row["conflict"]), str(got), text)


def _count(sheet: Sheet, name: str, *, wanted: bool, got: bool) -> None:
    sheet.count(
        name,
        right=int(wanted and got),
        missed=int(wanted and not got),
        spurious=int(got and not wanted),
    )


def _article(row: Row, side: str) -> Iterator[Account]:
    """Yield the accounts of one article, the claim that is compared first."""
    told = row.get(f"published_{side}")
    published = date.fromisoformat(told) if told else None
    quotes = [row[side], *row.get(f"article_{side}", ())]
    text, at = ". ".join(quotes), 0
    accounts = []
    for place, quote in enumerate(quotes):
        read = lone_account(f"{side}{place}", quote, published)
        accounts.append(
            replace(
                read,
                id=ClaimId(f"{side}{place}"),
                document=DocumentId(side),
                outlet=side,
                context=text,
                start=at,
            )
        )
        at += len(quote) + len(". ")
    yield from with_dates(accounts)
