"""The realignment of a corpus as a batch on a query engine: the same functions, joined by SQL.

Written for DuckDB over Parquet; the statements use only what Spark SQL has too (docs/scale.md).
The engine is given by the caller, so that nothing of it is needed here.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from tawatur_core.reconcile.claims_plain import (
    LEAST_COSINE,
    LEAST_LIKENESS,
    MOST_HOLDERS,
    NEAREST,
    likeness,
    stars,
    terms,
    weight,
)


class Engine(Protocol):
    """What is used of a DuckDB connection."""

    def execute(self, query: Any, parameters: Any = ...) -> Any:
        """Run a statement."""

    def create_function(
        self, name: str, function: Any, parameters: Any = ..., return_type: Any = ...
    ) -> Any:
        """Make a Python function known to SQL."""


# One statement a step. Where a step says tw_…, it calls a function of claims_plain.
STEPS = {
    # What each claim can be found by.
    "term": """
SELECT place, document, unnest(tw_terms(text)) AS term FROM claim""",
    # How telling each term is.
    "weighed": """
SELECT term, count(*) AS holders,
  tw_weight(term, count(*), (SELECT count(*) FROM claim)) AS weight
FROM term GROUP BY term""",
    "norm": """
SELECT place, CAST(sum(weight * weight) AS DOUBLE) AS norm
FROM term JOIN weighed USING (term) GROUP BY place""",
    # Terms of very many claims bring nobody together.
    "rare": f"""
SELECT place, document, term, weight FROM term JOIN weighed USING (term)
WHERE holders <= {MOST_HOLDERS}""",
    # What two claims share: whole numbers add up alike in any order.
    "together": """
SELECT x.place AS a, y.place AS b, CAST(sum(x.weight * x.weight) AS DOUBLE) AS shared
FROM rare x JOIN rare y ON x.term = y.term AND x.place <> y.place GROUP BY x.place, y.place""",
    # The nearest of each claim.
    "near": f"""
SELECT a, b FROM (
  SELECT a, b, row_number() OVER (PARTITION BY a ORDER BY cosine DESC, b) AS n FROM (
    SELECT a, b, shared / sqrt(x.norm * y.norm) AS cosine FROM together
    JOIN norm x ON x.place = a JOIN norm y ON y.place = b) AS weighed_pair
  WHERE cosine >= {LEAST_COSINE}) AS ranked
WHERE n <= {NEAREST}""",
    "pair": """
SELECT DISTINCT least(a, b) AS a, greatest(a, b) AS b FROM near
JOIN claim p ON p.place = a JOIN claim q ON q.place = b
WHERE p.document <> q.document""",
    "scored": f"""
SELECT a, b, score FROM (
  SELECT a, b, tw_likeness(p.text, q.text) AS score FROM pair
  JOIN claim p ON p.place = a JOIN claim q ON q.place = b) AS told
WHERE score >= {LEAST_LIKENESS}""",
}


def export(engine: Engine, path: Path, texts: Sequence[str], documents: Sequence[str]) -> None:
    """Write claims to a Parquet file: place, document, text."""
    engine.execute("CREATE TEMP TABLE outgoing (place BIGINT, document VARCHAR, text VARCHAR)")
    rows = list(zip(range(len(texts)), documents, texts, strict=True))
    for start in range(0, len(rows), _ROWS):
        some = rows[start : start + _ROWS]
        columns = [list(column) for column in zip(*some, strict=True)]
        engine.execute("INSERT INTO outgoing SELECT unnest(?), unnest(?), unnest(?)", columns)
    target = str(path).replace("'", "''")
    engine.execute(f"COPY outgoing TO '{target}' (FORMAT parquet)")
    engine.execute("DROP TABLE outgoing")


_ROWS = 20_000


def likely_pairs(engine: Engine, path: Path) -> dict[tuple[int, int], float]:
    """Return the pairs of claims that tell one thing, with a score 0…1."""
    _teach(engine)
    source = str(path).replace("'", "''")
    engine.execute(f"CREATE OR REPLACE TEMP VIEW claim AS SELECT * FROM read_parquet('{source}')")
    for name, step in STEPS.items():
        engine.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS {step}")
    found = engine.execute("SELECT a, b, score FROM scored").fetchall()
    return {(a, b): score for a, b, score in found}


def group_claims(engine: Engine, path: Path) -> list[tuple[int, ...]]:
    """Group the claims of a Parquet file as `claims_plain.group_claims` does."""
    return stars(likely_pairs(engine, path))


def _teach(engine: Engine) -> None:
    """Make the pure functions known to the engine."""
    known = engine.execute(
        "SELECT count(*) FROM duckdb_functions() WHERE function_name = 'tw_terms'"
    ).fetchall()  # all of it: an unfinished result keeps the connection busy
    if known[0][0]:
        return
    engine.create_function("tw_terms", terms, ["VARCHAR"], "VARCHAR[]")
    engine.create_function("tw_weight", weight, ["VARCHAR", "BIGINT", "BIGINT"], "BIGINT")
    engine.create_function("tw_likeness", likeness, ["VARCHAR", "VARCHAR"], "DOUBLE")
