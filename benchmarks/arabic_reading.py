"""Reading Arabic: time for one article, for a thousand, and growth with the length of the text.

Run: python benchmarks/arabic_reading.py [ARTICLES [FILE.jsonl.gz]]

Times are process times. The thousand articles are all different: the texts of FILE (field `text`)
cut and joined to 5 KB, or without one sentences of the sample in a new order, in which the words
that are rare in the sample, names most of all, are replaced by invented ones. Invented names are
harsher than real ones, since no two articles share them.
"""

from __future__ import annotations

import gzip
import json
import math
import random
import resource
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

from tawatur_core.arabic import (
    find_attributions,
    find_claims,
    find_dates,
    find_mentions,
    find_quantities,
    fold,
    sentences,
    words,
)
from tawatur_core.importers import sample
from tawatur_core.model import Document, DocumentId, Provenance
from tawatur_core.suggest.article import propose

ARTICLES = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
FILE = Path(sys.argv[2]) if len(sys.argv) > 2 else None
LENGTH = 2900  # code points, 5 KB of UTF-8
DAY = date(2025, 7, 12)
PARTS: dict[str, Callable[[str], object]] = {
    "fold": fold,
    "quantities": find_quantities,
    "dates": lambda text: find_dates(text, DAY),
    "attributions": find_attributions,
    "mentions": find_mentions,
    "claims": lambda text: find_claims(text, DAY),
    "propose": lambda text: propose(document(text)),
}


def document(text: str) -> Document:
    made = Provenance("", "", "utf-8", "")
    at = datetime(2025, 7, 12, tzinfo=UTC)
    return Document(DocumentId("d"), text, "", "", made, "", "", "", DAY, "", (), at)


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


CONSONANTS = "بتثجحخدذرزسشصضطظعغفقكلمن"
INVENTED = 0.3  # of the rare words: some 55 new words in an article, as real ones bring


def real_articles(file: Path, number: int) -> Iterator[str]:
    """Yield at most so many texts of a file, short ones joined and long ones cut to LENGTH."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        joined = ""
        for line in lines:
            joined += f"{json.loads(line)['text']}\n"
            if len(joined) >= LENGTH and number > 0:
                yield joined[:LENGTH]
                joined, number = "", number - 1


def articles(number: int) -> Iterator[str]:
    """Yield so many different articles, the same in every run."""
    told = [span.of(draft.text) for draft in sample.drafts() for span in sentences(draft.text)]
    seen = Counter(word.folded for text in told for word in words(text))
    chance = random.Random(1435)
    for _ in range(number):
        out: list[str] = []
        while sum(map(len, out)) < LENGTH:
            out.append(renamed(chance.choice(told), seen, chance))
        yield " ".join(out)[:LENGTH]


def renamed(text: str, seen: Counter[str], chance: random.Random) -> str:
    """Return a sentence with many of its rare words exchanged for invented ones."""
    pieces, done = [], 0
    for word in words(text):
        rare = word.text.isalpha() and len(word.text) > 3 and seen[word.folded] < 3
        if rare and chance.random() < INVENTED:
            pieces += [text[done : word.start], invented(chance)]
            done = word.end
    return "".join([*pieces, text[done:]])


def invented(chance: random.Random) -> str:
    """Return a pronounceable word of two to four syllables that nobody has written."""
    syllables = (
        chance.choice(CONSONANTS) + chance.choice(["ا", "و", "ي", "", ""])
        for _ in range(chance.randrange(2, 5))
    )
    return "".join(syllables) + chance.choice(CONSONANTS)


def memory() -> float:
    """Return the memory in use in MB; its peak where the system does not tell."""
    told = Path("/proc/self/statm")
    if told.exists():
        return int(told.read_text().split()[1]) * resource.getpagesize() / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


_unread = count()


def seconds(work: Callable[[str], object], length: int, times: int) -> float:
    """Return the median time for texts of about that length.

    No text is read twice: what the parts say of the last texts is kept.
    """
    found = []
    for _ in range(times):
        text = text_of(length + next(_unread))
        start = time.process_time()
        work(text)
        found.append(time.process_time() - start)
    return statistics.median(found)


def main() -> None:
    article = text_of(LENGTH)
    for work in PARTS.values():
        work(article)  # word lists are loaded on first use
    size = len(article.encode()) / 1000
    print(f"one article of {size:.1f} KB whose words are known, median of 15")
    for name, work in PARTS.items():
        print(f"  {name:<13}{seconds(work, LENGTH, 15) * 1000:6.2f} ms")
    print("  (claims: with the quantities, dates, attributions and mentions; propose: all parts)")
    fresh()
    growth()


def fresh() -> None:
    """Print the time and memory of different articles, a tenth of them at a time."""
    step = max(1, ARTICLES // 10)
    print(f"{ARTICLES} different articles of {LENGTH} code points, each proposed once")
    print("   articles   ms each   memory MB")
    taken: list[float] = []
    texts = real_articles(FILE, ARTICLES) if FILE else articles(ARTICLES)
    for text in texts:
        start = time.process_time()
        propose(document(text))
        taken.append(time.process_time() - start)
        if len(taken) % step == 0:
            each = statistics.mean(taken[-step:]) * 1000
            print(f"   {len(taken):>8}  {each:>8.2f}   {memory():>9.0f}")
    print(f"   all {len(taken)} in {sum(taken):.1f} s, {statistics.mean(taken) * 1000:.2f} ms each")


def growth() -> None:
    """Print the time for each part at 10 KB … 5 MB and the exponent of its growth."""
    sizes = (5_500, 55_000, 550_000, 2_750_000)
    print(
        "growth: " + " " * 7 + "  ".join(f"{len(text_of(n).encode()) // 1000:>9} KB" for n in sizes)
    )
    for name, work in PARTS.items():
        times = [seconds(work, size, 1 if size > 100_000 else 5) for size in sizes]
        exponent = math.log(times[-1] / times[1]) / math.log(sizes[-1] / sizes[1])
        shown = "  ".join(f"{t * 1000:>9.1f} ms" for t in times)
        print(f"  {name:<13}{shown}   exponent {exponent:.2f}")


if __name__ == "__main__":
    main()
