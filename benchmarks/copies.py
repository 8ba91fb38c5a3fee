"""Finding copies among generated articles, a third of them cut and edited reprints of others.

.venv/bin/python benchmarks/copies.py [ARTICLES]
"""

from __future__ import annotations

import random
import statistics
import sys
import time

from store_generated import peak_mb

from tawatur_core.copying import find_copies
from tawatur_core.importers.sample import drafts as sample
from tawatur_core.model import DocumentDraft, Provenance
from tawatur_core.monitor import Silent

BASIS = Provenance("a.txt", "", "utf-8", "encoding-basis-valid")


def articles(count: int) -> tuple[list[DocumentDraft], int]:
    """Return articles of about 250 words, and how many are reprints."""
    rng = random.Random(5)
    vocabulary = [word for draft in sample() for word in draft.text.split()]
    texts: list[list[str]] = []
    reprints = 0
    for n in range(count):
        if n % 3 == 2:
            words = list(rng.choice(texts))[rng.randrange(60) :]
            for _ in range(len(words) // 25):
                words[rng.randrange(len(words))] = rng.choice(vocabulary)
            reprints += 1
        else:
            words = rng.choices(vocabulary, k=rng.randrange(150, 350))
        texts.append(words)
    return [DocumentDraft(" ".join(words), "", BASIS) for words in texts], reprints


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    wanted, reprints = articles(count)
    before = peak_mb()
    took = []
    for _ in range(3):
        start = time.perf_counter()
        found = find_copies(None, wanted, Silent())
        took.append(time.perf_counter() - start)
    print(
        f"{count} articles: median {statistics.median(took):.1f} s, {len(found)} of {reprints}"
        f" reprints found, {peak_mb() - before:.0f} MB more"
    )


if __name__ == "__main__":
    main()
