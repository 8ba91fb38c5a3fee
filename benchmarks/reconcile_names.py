"""Group generated names with planted variants: time, memory, growth, recall and precision.

    python benchmarks/reconcile_names.py 10000 100000 1000000

Each person has one to four spellings, made from the first by rules of transliteration: another
letter for /g/, /k/, /v/ or /tsh/, an emphatic letter for a plain one, a long vowel written or
not, another ending, spaces left out. A pair is planted when both are spellings of one person.
Sizes run in processes of their own, so that the memory is that of one size.
"""

from __future__ import annotations

import argparse
import math
import random
import resource
import subprocess
import sys
import time
from itertools import combinations, pairwise

from tawatur_core.reconcile.names_at_scale import group_names

ONSETS = "بتجدرزسشفكلمنهغقطصحخيو"
RULES = (
    ("غ", "جقك"),
    ("ج", "غ"),
    ("ق", "ك"),
    ("ك", "ق"),
    ("ف", "وب"),
    ("ت", "ط"),
    ("ط", "ت"),
    ("س", "ص"),
    ("ص", "س"),
    ("د", "ض"),
    ("ح", "ه"),
)


def word(chance: random.Random) -> str:
    """Return a made-up name of two or three syllables."""
    made = ""
    for _ in range(chance.choice((2, 2, 3))):
        made += chance.choice(ONSETS) + chance.choice("اوي" + " " * 3)
        if chance.random() < 0.5:
            made += chance.choice("رلنمسدك")
    return made.replace(" ", "")


def variant(name: str, chance: random.Random) -> str:
    """Return another spelling: one or two rules applied somewhere."""
    for _ in range(chance.choice((1, 1, 2))):
        rule = chance.randrange(5)
        at = chance.randrange(1, len(name))
        if rule == 0:
            letter, others = chance.choice(RULES)
            name = name.replace(letter, chance.choice(others), 1)
        elif rule == 1 and " " in name:
            name = name.replace(" ", "", 1)
        elif rule == 2 and name[at] in "اوي" and name[at - 1] != " ":
            name = name[:at] + name[at + 1 :]
        elif rule == 3 and name[at] not in "اوي " and name[at - 1] not in "اوي ":
            name = name[:at] + chance.choice("اي") + name[at:]
        elif rule == 4 and name[-1] in "اه":
            name = name[:-1] + {"ا": "ه", "ه": "ا"}[name[-1]]
    return name


def names(size: int, seed: int = 11) -> tuple[list[str], list[int]]:
    """Return `size` distinct names in a random order, and the number of each one's person."""
    chance = random.Random(seed)
    pool = list(dict.fromkeys(word(chance) for _ in range(max(3000, size // 4))))
    made: dict[str, int] = {}
    person = 0
    while len(made) < size:
        # A few first names are borne by many, as everywhere.
        first = pool[int(len(pool) ** chance.random()) - 1]
        full = " ".join((first, *chance.choices(pool, k=chance.choice((1, 1, 2)))))
        if full in made:
            continue
        made[full] = person
        for _ in range(chance.choice((0, 0, 1, 1, 2, 3))):
            made.setdefault(variant(full, chance), person)
        person += 1
    listed = list(made.items())[:size]
    chance.shuffle(listed)
    return [name for name, _ in listed], [owner for _, owner in listed]


def run(size: int) -> None:
    """Group one set and print the figures; the last is the seconds, for the caller."""
    made, owners = names(size)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    wall, start = time.perf_counter(), time.process_time()
    groups = group_names(made)
    seconds, wall = time.process_time() - start, time.perf_counter() - wall
    planted = sum(n * (n - 1) // 2 for n in _counts(owners))
    told = right = 0
    for group in groups:
        for a, b in combinations(group, 2):
            told += 1
            right += owners[a] == owners[b]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    largest = max(map(len, groups), default=0)
    print(
        f"{size:>9,} names  {seconds:7.2f} s CPU {wall:7.2f} s  {peak:6.0f} MB "
        f"({before:.0f} MB the names)  recall {right / planted:.3f}  precision {right / told:.3f} "
        f"of {planted:,} planted pairs  {len(groups):,} groups, largest {largest}"
    )
    print(f"seconds {seconds}", file=sys.stderr)


def _counts(owners: list[int]) -> list[int]:
    counts: dict[int, int] = {}
    for owner in owners:
        counts[owner] = counts.get(owner, 0) + 1
    return list(counts.values())


def main() -> None:
    """Run all sizes and print how time grows with size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000, 100_000])
    sizes = parser.parse_args().sizes
    if len(sizes) == 1:
        run(sizes[0])
        return
    taken = []
    for size in sizes:
        done = subprocess.run(
            [sys.executable, __file__, str(size)], check=True, stderr=subprocess.PIPE, text=True
        )
        taken.append((size, float(done.stderr.split()[-1])))
    for (small, a), (large, b) in pairwise(taken):
        print(f"growth exponent {small:,} to {large:,}: {math.log(b / a, large / small):.2f}")


if __name__ == "__main__":
    main()
