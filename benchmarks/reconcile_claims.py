"""Reconcile generated claims with planted answers: time, memory, growth, recall.

    python benchmarks/reconcile_claims.py 1000 10000 100000

Each event is told by two outlets in partly other words; one in ten tellings has another figure,
which is a planted conflict. As many claims again tell of nothing else.
"""

from __future__ import annotations

import argparse
import math
import random
import resource
import time
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from tawatur_core.model import (
    ClaimId,
    ConflictKind,
    DocumentId,
    EntityId,
    EntityKind,
    HowMany,
    Origin,
    Slot,
    SlotId,
    SlotName,
)
from tawatur_core.reconcile import Account, Named, reconcile_accounts

LETTERS = "بتجحدرسصطعفقكلمنه"
UNITS = ("جندي", "شخص", "مهندس", "دولار", "طائرة", "شركة")


@dataclass(frozen=True)
class Corpus:
    """Accounts, and which pairs tell one fact (True: with another figure)."""

    accounts: list[Account]
    planted: dict[tuple[ClaimId, ClaimId], bool]


def words(count: int, chance: random.Random) -> list[str]:
    """Return made-up words, the first of which are used most (as in Zipf's law)."""
    found: dict[str, None] = {}
    while len(found) < count:
        found["".join(chance.choice(LETTERS) for _ in range(chance.randint(4, 7)))] = None
    return list(found)


def corpus(size: int, seed: int = 7) -> Corpus:
    """Return `size` claims, half of them in planted pairs."""
    chance = random.Random(seed)
    vocabulary = words(max(2000, round(60 * math.sqrt(size))), chance)
    names = words(max(200, round(8 * math.sqrt(size))), chance)
    accounts: list[Account] = []
    planted: dict[tuple[ClaimId, ClaimId], bool] = {}

    def pick(pool: list[str]) -> str:
        return pool[min(len(pool) - 1, int(len(pool) ** chance.random()) - 1)]

    def tell(said: list[str], who: list[str], number: int, unit: str, day: date) -> ClaimId:
        key = f"{len(accounts):08}"
        amount = HowMany(f"{number} {unit}", Decimal(number), Decimal(number), unit)
        accounts.append(
            Account(
                ClaimId(key),
                DocumentId(f"d{key}"),
                " ".join([*said, str(number), unit, *who]),
                slots=(Slot(SlotId(key), SlotName.HOW_MANY, amount, None, Origin.PROPOSED),),
                entities=tuple(Named(EntityId(n), n, EntityKind.PERSON) for n in who),
                outlet=f"o{len(accounts) % 40}",
                published=day,
            )
        )
        return ClaimId(key)

    def event() -> tuple[list[str], list[str], int, str, date]:
        day = date(2015, 1, 1) + timedelta(days=chance.randrange(4000))
        said = [pick(vocabulary) for _ in range(chance.randint(9, 16))]
        who = list(dict.fromkeys(pick(names) for _ in range(2)))
        return said, who, chance.randint(4, 900), chance.choice(UNITS), day

    while len(accounts) < size:
        said, who, number, unit, day = event()
        first = tell(said, who, number, unit, day)
        if len(accounts) % 4 == 1:
            other = [w if chance.random() > 0.2 else pick(vocabulary) for w in said]
            chance.shuffle(other)
            wrong = chance.random() < 0.1
            told = number + chance.randint(1, number) if wrong else number
            second = tell(other, who, told, unit, day + timedelta(days=chance.randrange(2)))
            planted[first, second] = wrong
    return Corpus(accounts, planted)


def run(size: int) -> float:
    """Reconcile one corpus, print the figures and return the seconds of CPU taken."""
    made = corpus(size)
    start = time.process_time()
    groups, conflicts = reconcile_accounts(made.accounts)
    seconds = time.process_time() - start
    together = {c: g.group.key for g in groups for c in g.group.claims}
    found = sum(a in together and together[a] == together.get(b) for a, b in made.planted)
    members = {c for pair in made.planted for c in pair}
    impure = sum(not set(g.group.claims) <= members or len(g.group.claims) > 2 for g in groups)
    wrong = {frozenset(pair) for pair, other in made.planted.items() if other}
    cried = [frozenset(c.claims) for c in conflicts if c.kind is ConflictKind.HOW_MANY]
    right = sum(pair in wrong for pair in cried)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{len(made.accounts):>9,} claims  {seconds:8.2f} s  {peak:7.0f} MB  "
        f"pairs found {found / len(made.planted):.3f} of {len(made.planted):,}  "
        f"groups {len(groups):,} ({impure} impure)  "
        f"conflicts {right}/{len(cried)} right, {len(wrong)} planted"
    )
    return seconds


def main() -> None:
    """Run all sizes and print how time grows with size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1000, 10_000])
    sizes = parser.parse_args().sizes
    taken = [(size, run(size)) for size in sizes]
    for (small, a), (large, b) in pairwise(taken):
        print(f"growth exponent {small:,} to {large:,}: {math.log(b / a, large / small):.2f}")


if __name__ == "__main__":
    main()
