"""One durable save: marking a claim with three slots in a project of 1,000 articles.

.venv/bin/python benchmarks/store_save.py [SAVES]
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from store_generated import drafts, peak_mb, quantile

from tawatur_core.edit import claims, documents
from tawatur_core.model import ClaimKind, Party, Polarity, SlotDraft, SlotName, Span, Words
from tawatur_core.store.session import Session


def main() -> None:
    saves = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with (
        tempfile.TemporaryDirectory() as folder,
        Session.create(Path(folder) / "a.tawatur", analyst="benchmark") as session,
    ):
        ids = documents.add(session, drafts(1000))
        marked, undone, cpu = [], [], []
        for n in range(saves):
            at = 10 * (n % 200)
            slots = [
                SlotDraft(SlotName.SPEAKER, Party("هو"), Span(at, at + 2)),
                SlotDraft(SlotName.WHAT, Words("كذا"), Span(at + 3, at + 8)),
                SlotDraft(SlotName.POLARITY, Polarity.AFFIRMED),
            ]
            start, used = time.perf_counter(), time.process_time()
            claims.mark(session, ids[n % 1000], [Span(at, at + 9)], ClaimKind.STATEMENT, slots)
            marked.append((time.perf_counter() - start) * 1000)
            cpu.append((time.process_time() - used) * 1000)
        for _ in range(min(saves, 200)):
            start = time.perf_counter()
            session.undo()
            undone.append((time.perf_counter() - start) * 1000)
    print(
        f"durable save: median {statistics.median(marked):.2f} ms,"
        f" p99 {quantile(marked, 0.99):.2f} ms, CPU median {statistics.median(cpu):.2f} ms"
    )
    print(f"undo: median {statistics.median(undone):.2f} ms, p99 {quantile(undone, 0.99):.2f} ms")
    print(f"peak memory {peak_mb():.0f} MB")


if __name__ == "__main__":
    main()
