"""Every reason the reconciler gives has words in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import tawatur_core.reconcile
from tawatur_core import paths
from tawatur_core.wording import wording

CODES = sorted(
    {
        code
        for file in Path(tawatur_core.reconcile.__file__).parent.glob("*.py")
        for code in re.findall(r'"(evidence-[a-z-]+)"', file.read_text(encoding="utf-8"))
    }
)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_reason_has_words(language: str):
    assert len(CODES) > 30
    assert [code for code in CODES if code not in wording(language)] == []


def test_no_words_are_left_over():
    text = (paths.resources() / "locale" / "en" / "reconcile.ftl").read_text(encoding="utf-8")
    told = set(re.findall(r"^(evidence-[a-z-]+) =", text, re.MULTILINE))
    assert told == set(CODES)
