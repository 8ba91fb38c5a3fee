"""The guide names every kind of conflict with its weight, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tawatur_core import phrasing
from tawatur_core.reconcile.conflicts import WEIGHTS
from tawatur_core.wording import wording

GUIDES = Path(__file__).parents[3] / "docs" / "guide"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_kind_is_named_weighted_and_explained(language: str):
    lines = (GUIDES / f"{language}.md").read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    told = {row[0]: (row[1], row[2]) for row in rows if len(row) == 3}
    for kind, weight in WEIGHTS.items():
        number, why = told[phrasing.term(kind, wording(language))]
        assert float(number) == weight
        assert len(why.split()) > 5
