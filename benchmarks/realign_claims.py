"""Realign a corpus of generated claims in bulk: time, memory, growth, recall of planted pairs.

    python benchmarks/realign_claims.py 10000 100000 1000000

The corpus is that of reconcile_claims.py: half of the claims are told by two outlets, with about
a fifth of the words replaced and the rest in another order. Only the words are used here; slots
are compared afterwards, for what came together. Sizes run in processes of their own.
"""

from __future__ import annotations

import argparse
import math
import resource
import subprocess
import sys
import time
from itertools import combinations, pairwise

from reconcile_claims import corpus

from tawatur_core.reconcile.claims_at_scale import group_claims


def told(size: int) -> tuple[list[str], list[str], set[tuple[int, int]]]:
    """Return texts, documents and the planted pairs of places."""
    made = corpus(size)
    texts = [account.quote for account in made.accounts]
    documents = [str(account.document) for account in made.accounts]
    return texts, documents, {(int(a), int(b)) for a, b in made.planted}


def run(size: int) -> None:
    """Realign one corpus and print the figures; the seconds also for the caller."""
    # Made in a process of its own: objects of the generator are not the work's memory.
    made = subprocess.run(
        [sys.executable, __file__, "--make", str(size)], check=True, capture_output=True, text=True
    ).stdout.split("\n")
    planted = {(int(a), int(b)) for a, b in (line.split() for line in made[0].split(";") if line)}
    rows = [line.split("\t") for line in made[1:] if line]
    texts, documents = [row[1] for row in rows], [row[0] for row in rows]
    del made, rows
    before = _now()
    wall, start = time.perf_counter(), time.process_time()
    groups = group_claims(texts, documents)
    seconds, wall = time.process_time() - start, time.perf_counter() - wall
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    pairs = {pair for group in groups for pair in combinations(group, 2)}
    right = len(pairs & planted)
    print(
        f"{len(texts):>9,} claims  {seconds:7.2f} s CPU {wall:7.2f} s  peak {peak:6.0f} MB "
        f"({before:.0f} MB held before)  recall {right / len(planted):.3f} of {len(planted):,}  "
        f"precision {right / len(pairs):.3f}  {len(groups):,} groups, "
        f"largest {max(map(len, groups))}",
        flush=True,
    )
    print(f"seconds {wall}", file=sys.stderr)


def _now() -> float:
    with open("/proc/self/statm") as file:  # noqa: PTH123 - a figure of the kernel, no file
        return int(file.read().split()[1]) * resource.getpagesize() / 1024 / 1024


def main() -> None:
    """Run all sizes and print how time grows with size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000, 100_000])
    parser.add_argument("--make", type=int, help="print a corpus of this size and end")
    given = parser.parse_args()
    if given.make:
        texts, documents, planted = told(given.make)
        print(";".join(f"{a} {b}" for a, b in sorted(planted)))
        for document, text in zip(documents, texts, strict=True):
            print(f"{document}\t{text}")
        return
    if len(given.sizes) == 1:
        run(given.sizes[0])
        return
    taken = []
    for size in given.sizes:
        done = subprocess.run(
            [sys.executable, __file__, str(size)], check=True, stderr=subprocess.PIPE, text=True
        )
        taken.append((size, float(done.stderr.split()[-1])))
    for (small, a), (large, b) in pairwise(taken):
        print(f"growth exponent {small:,} to {large:,}: {math.log(b / a, large / small):.2f}")


if __name__ == "__main__":
    main()
