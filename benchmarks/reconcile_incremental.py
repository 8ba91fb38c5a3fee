"""One article more in a large project: how long until its groups and conflicts are stored.

    python benchmarks/reconcile_incremental.py 100000 100

The arguments are how many claims the project holds and how many articles are added after that,
each with 20 claims that are already marked. Prints the whole run that opens the project, then the
median and the 99th percentile for an article added and for one claim changed: reading what
changed, comparing, storing.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from reconcile_claims import corpus
from store_generated import peak_mb, quantile

from tawatur_core.edit import claims, documents
from tawatur_core.keeping import Keeper, Patch
from tawatur_core.model import (
    DocumentDraft,
    DocumentId,
    Label,
    Provenance,
    SlotDraft,
    SlotName,
    Span,
)
from tawatur_core.monitor import Silent
from tawatur_core.reconcile import Account, Reconciliation
from tawatur_core.store import claims as claim_store
from tawatur_core.store.session import Session

EACH = 20


def article(number: int, told: list[Account]) -> DocumentDraft:
    """Return an article made of some claims, one a line."""
    text = "\n".join(account.quote for account in told)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return DocumentDraft(
        text,
        f"مقال {number}",
        Provenance(f"{number}.txt", sha256, "utf-8", "encoding-utf8"),
        outlet=told[0].outlet,
        published=told[0].published,
    )


def add(session: Session, number: int, told: list[Account]) -> DocumentId:
    """Import an article and mark its claims, one undo step."""
    with session.edit(Label("undo-claim-mark", {"quote": "…"}), bulk=True):
        made = documents.add(session, [article(number, told)])[0]
        start = 0
        for account in told:
            span = Span(start, start + len(account.quote))
            slots = [SlotDraft(SlotName.HOW_MANY, s.value) for s in account.slots]
            claims.mark(session, made, [span], slots=slots)
            start = span.end + 1
    return made


def articles(made: list[Account]) -> list[list[Account]]:
    """Return claims of the same days as articles; two tellings of an event seldom in one."""
    made = sorted(made, key=lambda account: (account.published or date.min, account.id))
    block = 10 * EACH
    rows = [
        made[start : start + block][n::10]
        for start in range(0, len(made), block)
        for n in range(10)
    ]
    random.Random(3).shuffle(rows)
    return [row for row in rows if row]


def timed(work: Callable[[], None]) -> tuple[float, float]:
    """Return the milliseconds some work takes by the clock, and of computing."""
    start, busy = time.perf_counter(), time.thread_time()
    work()
    return (time.perf_counter() - start) * 1000, (time.thread_time() - busy) * 1000


def told(name: str, taken: list[tuple[float, float]]) -> None:
    """Print median, 99th percentile and maximum; 'computing' leaves out what others did."""
    for how, times in zip(("", "  computing "), zip(*taken, strict=True), strict=True):
        print(
            f"{how}{name}: median {quantile(list(times), 0.5):.0f} ms, "
            f"p99 {quantile(list(times), 0.99):.0f} ms, at most {max(times):.0f} ms of {len(times)}"
        )


def measure(session: Session, size: int, more: int) -> None:
    """Fill a project, then add articles and change claims one by one."""
    rows = articles(corpus(size + more * EACH).accounts)
    start = time.perf_counter()
    for number, row in enumerate(rows[: size // EACH]):
        add(session, number, row[:EACH])
    print(
        f"{size:,} claims in {size // EACH:,} articles marked in {time.perf_counter() - start:.0f} s"
    )
    keeper = Keeper()
    session.subscribe(keeper.note)
    start = time.perf_counter()
    whole = keeper.compute(session, Silent())
    assert isinstance(whole, Reconciliation)
    print(f"whole run {time.perf_counter() - start:.1f} s, {len(whole.groups):,} groups", end=", ")
    print(f"{len(whole.conflicts):,} conflicts", end=", ")
    print(f"stored in {timed(lambda: assert_stored(keeper, session, whole))[0]:.0f} ms", end=", ")
    print(f"peak {peak_mb():.0f} MB")
    taken, writing = [], []

    def update() -> None:
        found = keeper.compute(session, Silent())
        assert isinstance(found, Patch)
        writing.append(timed(lambda: assert_stored(keeper, session, found)))

    for number, row in enumerate(rows[size // EACH : size // EACH + more]):
        last = add(session, size + number, row[:EACH])
        taken.append(timed(update))
    told("one article of 20 claims", taken)
    told("  of that writing", writing)
    taken = []
    for claim in (claim_store.claims_of(session, last) * 5)[:100]:
        claims.set_note(session, claim.id, f"{len(taken)}")
        if len(taken) < len(claim_store.claims_of(session, last)) and claim.slots:
            claims.remove_slot(session, claim.slots[0].id)
        taken.append(timed(update))
    told("one claim changed", taken)


def assert_stored(keeper: Keeper, session: Session, found: Patch | Reconciliation) -> None:
    """Store a result, which cannot be stale."""
    assert keeper.store(session, found)


def main() -> None:
    """Measure with a project in a temporary folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("claims", nargs="?", type=int, default=20_000)
    parser.add_argument("articles", nargs="?", type=int, default=80)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        session = Session.create(Path(folder) / "large.tawatur", analyst="ن.س")
        measure(session, given.claims, given.articles)
        session.close()


if __name__ == "__main__":
    main()
