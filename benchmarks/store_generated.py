"""Generated articles for the benchmarks: plausible Arabic words, 5 KB of UTF-8 each."""

from __future__ import annotations

import hashlib
import random
import resource
from datetime import date, timedelta

from tawatur_core.model import DocumentDraft, Provenance

_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأإ"


def drafts(count: int, size: int = 5000, seed: int = 1) -> list[DocumentDraft]:
    """Return `count` articles of about `size` bytes; words follow a Zipf-like distribution."""
    rng = random.Random(seed)
    words = ["".join(rng.choices(_LETTERS, k=rng.randrange(2, 9))) for _ in range(20_000)]
    weights = [1 / (rank + 1) for rank in range(len(words))]
    made = []
    for n in range(count):
        paragraphs = []
        length = 0
        while length < size:
            paragraph = " ".join(rng.choices(words, weights, k=60)) + "."
            length += len(paragraph.encode())
            paragraphs.append(paragraph)
        text = "\n".join(paragraphs)
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        made.append(
            DocumentDraft(
                text,
                " ".join(rng.choices(words, weights, k=8)),
                Provenance(f"{n}.txt", sha256, "utf-8", "encoding-utf8"),
                outlet=f"صحيفة {n % 30}",
                published=date(2025, 1, 1) + timedelta(days=n % 365),
            )
        )
    return made


def peak_mb() -> float:
    """Return the peak memory of this process in MB (Linux counts in KB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def quantile(values: list[float], share: float) -> float:
    """Return the value below which `share` of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
