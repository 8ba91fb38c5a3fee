"""Reading Arabic: time for one article, for a thousand, and growth with the length of the text.

Run: python benchmarks/arabic_reading.py [ARTICLES]
"""

from __future__ import annotations

import math
import resource
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date

from tawatur_core.arabic import (
    find_attributions,
    find_claims,
    find_dates,
    find_mentions,
    find_quantities,
    fold,
)
from tawatur_core.importers import sample

ARTICLES = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
DAY = date(2025, 7, 12)
PARTS: dict[str, Callable[[str], object]] = {
    "fold": fold,
    "quantities": find_quantities,
    "dates": lambda text: find_dates(text, DAY),
    "attributions": find_attributions,
    "mentions": find_mentions,
    "claims": lambda text: find_claims(text, DAY),
}


def text_of(length: int) -> str:
    """Return running news text of `length` code points, made of the sample's paragraphs."""
    paragraphs = [line for draft in sample.drafts() for line in draft.text.split("\n") if line]
    out: list[str] = []
    size = 0
    while size < length:
        line = paragraphs[len(out) % len(paragraphs)]
        out.append(line)
        size += len(line) + 1
    return "\n".join(out)[:length]


def seconds(work: Callable[[str], object], text: str, times: int) -> float:
    found = []
    for _ in range(times):
        start = time.process_time()
        work(text)
        found.append(time.process_time() - start)
    return statistics.median(found)


def read(text: str) -> None:
    for work in PARTS.values():
        work(text)


def main() -> None:
    article = text_of(2900)  # 5 KB of UTF-8
    read(article)  # word lists are loaded on first use
    print(f"one article of {len(article.encode()) / 1000:.1f} KB, median of 15, process time")
    total = 0.0
    for name, work in PARTS.items():
        taken = seconds(work, article, 15)
        total += taken
        print(f"  {name:<13}{taken * 1000:6.2f} ms")
    print(f"  {'all':<13}{total * 1000:6.2f} ms")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    texts = [text_of(2900 + n % 97) for n in range(50)]
    for n in range(ARTICLES):
        read(texts[n % 50])
    taken = time.process_time() - start
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"{ARTICLES} articles: {taken:.1f} s, peak memory grew by {grown:.0f} MB")
    growth()


def growth() -> None:
    """Print the time for each part at 10 KB … 5 MB and the exponent of its growth."""
    sizes = (5_500, 55_000, 550_000, 2_750_000)
    texts = [text_of(size) for size in sizes]
    kilobytes = [len(text.encode()) / 1000 for text in texts]
    print("growth: " + "  ".join(f"{size:>9.0f} KB" for size in kilobytes) + "   exponent")
    for name, work in PARTS.items():
        times = [
            seconds(work, text, 1 if size > 100_000 else 3) for size, text in zip(sizes, texts)
        ]
        exponent = math.log(times[-1] / times[1]) / math.log(sizes[-1] / sizes[1])
        print(
            f"  {name:<13}" + "  ".join(f"{t * 1000:>9.1f} ms" for t in times) + f"{exponent:9.2f}"
        )


if __name__ == "__main__":
    main()
