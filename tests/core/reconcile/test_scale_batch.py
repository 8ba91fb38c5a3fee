"""The batch on DuckDB over Parquet gives what the program gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from tawatur_core.reconcile import batch, claims_plain

from .test_scale_claims import corpus

duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_duckdb_and_the_program_agree(tmp_path: Path, seed):
    texts, documents, _ = corpus(300, seed)
    parquet = tmp_path / "claims.parquet"
    with duckdb.connect() as engine:
        batch.export(engine, parquet, texts, documents)
        pairs = batch.likely_pairs(engine, parquet)
        groups = batch.group_claims(engine, parquet)
    assert pairs == claims_plain.likely_pairs(texts, documents)
    assert groups == claims_plain.group_claims(texts, documents)
    assert len(groups) > 20


def test_a_path_with_a_quote_and_texts_with_marks(tmp_path: Path):
    folder = tmp_path / "it's"
    folder.mkdir()
    texts = ["قال «نعم» لِلسَّلام في وونسان اليوم", "قال 'نعم' للسلام في وونسان", "", "\u202bسطر\nآخر"]
    with duckdb.connect() as engine:
        batch.export(engine, folder / "c.parquet", texts, ["a", "b", "c", "d"])
        found = batch.group_claims(engine, folder / "c.parquet")
    assert found == claims_plain.group_claims(texts, ["a", "b", "c", "d"]) == [(0, 1)]


def test_the_documentation_shows_the_statements_that_run():
    told = (Path(__file__).parents[3] / "docs" / "scale.md").read_text(encoding="utf-8")
    for step in batch.STEPS.values():
        assert step.strip() in told
