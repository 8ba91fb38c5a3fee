"""Twice the text is at most about twice the work, whatever the text.

Work is counted and not timed: the function calls that Python makes while a text is read.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from types import FrameType

import pytest

from tawatur_core.arabic import (
    find_attributions,
    find_claims,
    find_dates,
    find_mentions,
    find_quantities,
    fold,
    proven_publication_date,
    sentences,
    words,
)

DAY = date(2025, 7, 12)
PARTS: dict[str, Callable[[str], object]] = {
    "fold": fold,
    "words": words,
    "sentences": sentences,
    "quantities": find_quantities,
    "dates": lambda text: find_dates(text, DAY),
    "proof": proven_publication_date,
    "attributions": find_attributions,
    "mentions": find_mentions,
    "claims": lambda text: find_claims(text, DAY, (), mentions=()),
}
# What could make a search look back, ahead or inside again and again.
HOSTILE = [
    "قال: ",
    'قال: "',
    "وأضاف أن ",
    "وقال الرئيس الروسي ",
    "وفق وكالة ",
    '"',
    "« ",
    "«كذا» ",
    "(",
    "د. ",
    "بن محمد ",
    "عبد ",
    "كيم جونغ أون ",
    "وزير ",
    "الوزير الروسي ",
    "5 ",
    "1/2/",
    "مليون ",
    "من 5 إلى ",
    "أكثر من ",
    "الجمعة ",
    "يوم ",
    "شهر ",
    "ربيع الأول ",
    "- ",
    "\n- ",
    "،",
    "\u064e",
    "ل",
]
_SMALL, _FACTOR = 400, 4
_ALLOWED = 1.35  # times the growth of the text


def calls(work: Callable[[str], object], text: str) -> int:
    """Return how many functions are called, those written in C too."""
    count = 0

    def note(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work(text)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("piece", HOSTILE)
def test_work_grows_no_faster_than_the_text(part: str, piece: str) -> None:
    work = PARTS[part]
    work(piece * 3 + "م")  # lists are loaded, words are known
    small = calls(work, piece * _SMALL + "م")
    large = calls(work, piece * (_SMALL * _FACTOR) + "م")
    assert large <= _ALLOWED * _FACTOR * small + 200


def test_a_quadratic_search_would_be_noticed() -> None:
    """Guard the guard: counting does see work that grows with the square."""

    def quadratic(text: str) -> int:
        return sum(text.find("x", at) for at in range(len(text)) for _ in text[:at].split("ل"))

    small, large = calls(quadratic, "ل" * 50), calls(quadratic, "ل" * 200)
    assert large > _ALLOWED * _FACTOR * small + 200
