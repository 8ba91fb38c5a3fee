"""Importing generated articles of 5 KB, opening the project, listing and searching it.

.venv/bin/python benchmarks/store_import.py [ARTICLES]
"""

from __future__ import annotations

import itertools
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from store_generated import drafts, peak_mb, quantile

from tawatur_core.edit import documents
from tawatur_core.monitor import Silent
from tawatur_core.store.check import check, check_document
from tawatur_core.store.documents import document, document_ids, library, search
from tawatur_core.store.session import Session


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    wanted = drafts(count)
    size = sum(len(one.text.encode()) for one in wanted) / 1e6
    before = peak_mb()
    rates, cpu = [], []
    with tempfile.TemporaryDirectory() as folder:
        for n in range(3):
            path = Path(folder) / f"{n}.tawatur"
            with Session.create(path, analyst="benchmark") as session:
                start, used = time.perf_counter(), time.process_time()
                documents.add(session, wanted)
                rates.append(count / (time.perf_counter() - start))
                cpu.append(time.process_time() - used)
        print(f"import {count} articles, {size:.1f} MB: median {statistics.median(rates):.0f}/s")
        print(f"  CPU {statistics.median(cpu):.2f} s, peak memory {peak_mb():.0f} MB", end="")
        print(f" ({before:.0f} MB before), file {path.stat().st_size / 1e6:.1f} MB")
        opened = _times(_open, [(path,)] * 20)
        print(
            f"open: median {statistics.median(opened):.1f} ms, p99 {quantile(opened, 0.99):.1f} ms"
        )
        with Session.open(path, analyst="benchmark") as session:
            listed = _times(library, [(session,)] * 20)
            print(f"library: median {statistics.median(listed):.1f} ms")
            _searches(session, wanted[0].text)
            start = time.perf_counter()
            found = check(session, Silent())
            print(f"full check: {time.perf_counter() - start:.2f} s, {len(found)} findings")
            start = time.perf_counter()
            session.undo()
            print(f"undo of the import: {(time.perf_counter() - start) * 1000:.0f} ms")


def _open(path: Path) -> None:
    Session.open(path, analyst="benchmark").close()


def _searches(session: Session, text: str) -> None:
    words = text.split()[5:46]
    pairs = [" ".join(pair) for pair in itertools.pairwise(words)]
    for name, queries in (("one word", words), ("two words", pairs)):
        times = _times(search, [(session, query) for query in queries])
        print(f"search, {name}: median {statistics.median(times):.1f} ms", end="")
        print(f", p99 {quantile(times, 0.99):.1f} ms")
    ids = [(session, id_) for id_ in document_ids(session)[:50]]
    print(f"read a document: median {statistics.median(_times(document, ids)):.2f} ms", end="")
    print(f", check it: median {statistics.median(_times(check_document, ids)):.2f} ms")


def _times(work: Callable[..., object], arguments: list[tuple[Any, ...]]) -> list[float]:
    taken = []
    for args in arguments:
        start = time.perf_counter()
        work(*args)
        taken.append((time.perf_counter() - start) * 1000)
    return taken


if __name__ == "__main__":
    main()
