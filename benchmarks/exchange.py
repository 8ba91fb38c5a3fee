"""Every export of 10,000 articles with 200,000 annotations: CPU time, peak memory, size.

usage: exchange.py [--format NAME …] [--documents N] [--small N] [--runs N] [--keep FOLDER]

Each export runs in a process of its own, from a project on disk to a file on disk: `write` and
`proof` are the CPU seconds of writing it and of the proof that every span fits, `s` all of it by
the clock. `flat` is the peak memory over that of a project of a tenth the articles: near 1.0 means
that memory does not grow with the corpus. `read` is what reading the project alone takes. The last
lines are the corpus that others are measured with: 1,000 articles, 10,000 spans.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tawatur_core import exchange
from tawatur_core.errors import MissingExtra
from tawatur_core.exporters.losses import Tally
from tawatur_core.exporters.registry import format_named, formats, write
from tawatur_core.monitor import Monitor, Silent
from tawatur_core.plugins import Corpus, Exporter
from tawatur_core.store.session import Reader

TO_BEAT = {"doccano": 4.0, "label-studio": 8.0, "refi-qda": 12.7, "xlsx": 3.7}  # s, 1,000 articles
SPANS = 10  # an article, in the corpus that others are measured with
READ = "read"


def main() -> None:
    options = _options()
    if options.one:
        return _one(options.one, options.project)
    folder = options.keep or Path(tempfile.mkdtemp(prefix="tawatur-exchange-"))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        _measure_all(options, folder)
    finally:
        if options.keep is None:
            shutil.rmtree(folder)
    return None


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--format", action="append")
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--small", type=int, default=1_000)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--one")
    parser.add_argument("--project", type=Path)
    return parser.parse_args()


def _measure_all(options: argparse.Namespace, folder: Path) -> None:
    from exchange_generated import CLAIMS, MENTIONS, project

    large = project(folder / f"{options.documents}.tawatur", options.documents)
    small = project(folder / f"{options.small}.tawatur", options.small)
    names = options.format or [READ, *(one.name for one in formats())]
    print(f"{options.documents} articles, {options.documents * (CLAIMS + MENTIONS)} annotations")
    print(f"{'format':<14}{'write':>8}{'proof':>8}{'s':>8}{'MB':>7}{'flat':>6}{'file MB':>9}")
    for name in names:
        many = _median(name, large, options.runs)
        few = _median(name, small, 1)
        if many is None or few is None:
            print(f"{name:<14}needs an extra that is not installed")
            continue
        flat = many["peak"] / few["peak"]
        print(
            f"{name:<14}{many['write']:>8.1f}{many['proof']:>8.1f}{many['wall']:>8.1f}"
            f"{many['peak']:>7.0f}{flat:>6.2f}{many['size']:>9.1f}",
            flush=True,
        )
    _to_beat(names, folder, options.runs)


def _to_beat(names: list[str], folder: Path, runs: int) -> None:
    from exchange_generated import project

    compared = [name for name in names if name in TO_BEAT]
    if not compared:
        return
    path = project(folder / "spans.tawatur", 1000, claims=2, mentions=SPANS - 2)
    print(f"\n1000 articles, {1000 * SPANS} spans")
    for name in compared:
        told = _median(name, path, runs)
        if told is not None:
            cpu = told["write"] + told["proof"]
            print(
                f"{name:<14}{told['wall']:>8.2f} s ({cpu:.2f} CPU), to beat {TO_BEAT[name]} s",
                flush=True,
            )


def _median(name: str, project: Path, runs: int) -> dict[str, float] | None:
    told = [_run(name, project) for _ in range(runs)]
    if None in told:
        return None
    return {
        key: statistics.median(one[key] for one in told if one is not None)
        for key in ("wall", "write", "proof", "peak", "size")
    }


def _run(name: str, project: Path) -> dict[str, float] | None:
    given = [sys.executable, __file__, "--one", name, "--project", str(project)]
    done = subprocess.run(given, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(done.stderr)
    told: dict[str, float] | None = json.loads(done.stdout)
    return told


def _one(name: str, project: Path) -> None:
    """Export once and print what it took, as JSON; null where a library is missing."""
    with tempfile.TemporaryDirectory(dir=project.parent) as folder, Reader(project) as reader:
        begun, cpu = time.perf_counter(), time.process_time()
        corpus = exchange.corpus_of(reader, exchange.Scope())
        proof = 0.0
        if name == READ:
            for _ in corpus.documents():
                pass
        else:
            exporter = _Timed(format_named(name))
            counting = Tally(corpus, exporter.losses)
            place = Path(folder) / f"out{exporter.suffix}"
            try:
                write(exporter, counting.corpus, place, "ar", Silent())
            except MissingExtra:
                print("null")
                return
            counting.lost(Silent())
            proof = exporter.proof
        told = {
            "wall": time.perf_counter() - begun,
            "write": time.process_time() - cpu - proof,
            "proof": proof,
            "peak": _peak_mb(),
            "size": sum(one.stat().st_size for one in Path(folder).rglob("*") if one.is_file())
            / 1e6,
        }
    print(json.dumps(told))


class _Timed:
    """An exporter that says how long its proof took."""

    def __init__(self, exporter: Exporter) -> None:
        self._exporter = exporter
        self.name, self.suffix, self.losses = exporter.name, exporter.suffix, exporter.losses
        self.proof = 0.0  # CPU seconds

    def write(self, corpus: Corpus, destination: Path, language: str, monitor: Monitor) -> None:
        self._exporter.write(corpus, destination, language, monitor)

    def verify(self, corpus: Corpus, destination: Path) -> int:
        begun = time.process_time()
        try:
            return self._exporter.verify(corpus, destination)
        finally:
            self.proof = time.process_time() - begun


def _peak_mb() -> float:
    """Return the peak memory of this process; `ru_maxrss` would begin with that of its parent."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


if __name__ == "__main__":
    main()
