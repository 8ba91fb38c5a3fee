"""The page of formats says what the program says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tawatur_core.exporters.registry import formats
from tawatur_core.importers.registry import importers
from tawatur_core.plugins import Exporter
from tawatur_core.wording import wording

DOCS = Path(__file__).parents[3] / "docs" / "formats"
ROWS = {
    line.split("`")[1]: line
    for line in (DOCS / "README.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| `")
}


@pytest.mark.parametrize("exporter", formats(), ids=lambda one: one.name)
def test_every_format_has_its_row_with_its_losses(exporter: Exporter) -> None:
    _, file, back, lost, proof = (cell.strip() for cell in ROWS[exporter.name].split("|")[1:-1])
    words = wording("en", isolate=False)
    assert file == f"`{exporter.suffix}`"
    assert sorted(lost.split(" · ")) == sorted(words.say(loss.code) for loss in exporter.losses)
    assert (back == "yes") == (exporter.name in {one.name for one in importers()})
    assert proof


def test_every_format_is_explained_on_a_page() -> None:
    pages = "\n".join(
        page.read_text(encoding="utf-8") for page in DOCS.glob("*.md") if page.name != "README.md"
    )
    titled = {"jsonl", "html", "pdf"}  # the title of a page; the reports stand with the table
    known = {one.name for one in formats()} - titled
    assert {name for name in known if f"`{name}`" not in pages} == set()
