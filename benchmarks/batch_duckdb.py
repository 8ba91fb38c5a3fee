"""The realignment of a corpus as a batch over Parquet on DuckDB, against the program itself.

    python benchmarks/batch_duckdb.py 10000 100000

Writes a generated corpus to Parquet, groups it on DuckDB with the SQL of docs/scale.md (which calls
the same Python functions), groups it in the program, and compares: identical or it fails.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

import duckdb
from realign_claims import told

from tawatur_core.reconcile import claims_at_scale
from tawatur_core.reconcile.batch import export, group_claims


def main() -> None:
    """Run all sizes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000])
    for size in parser.parse_args().sizes:
        texts, documents, _ = told(size)
        with tempfile.TemporaryDirectory() as folder, duckdb.connect() as engine:
            parquet = Path(folder) / "claims.parquet"
            export(engine, parquet, texts, documents)
            start = time.perf_counter()
            batch = group_claims(engine, parquet)
            seconds = time.perf_counter() - start
        start = time.perf_counter()
        here = claims_at_scale.group_claims(texts, documents)
        ours = time.perf_counter() - start
        if batch != here:
            raise SystemExit(f"{size:,} claims: the groups differ")
        print(
            f"{size:>9,} claims: identical, {len(here):,} groups; "
            f"DuckDB {seconds:.1f} s, in the program {ours:.1f} s"
        )


if __name__ == "__main__":
    main()
