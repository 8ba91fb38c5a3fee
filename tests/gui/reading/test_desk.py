from __future__ import annotations

import pytest

from tawatur_core import paths
from tawatur_core.model import Span
from tawatur_gui.reading.desk import likely_proclitic, proclitic


def _seed(number: str) -> str:
    return next(paths.seeds().glob(f"{number}*")).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("number", "words", "wanted"),
    [
        ("002", "وبيونغ يانغ", "و"),
        ("002", "لكوريا الشمالية", "ل"),
        ("000", "وكيم جونج أون", "و"),
        ("001", "وطوكيو", "و"),
        ("001", "وونسان", None),
        ("000", "لافروف", None),
        ("001", "بوتين", None),
        ("000", "بودانوف", None),
        ("002", "كورسك", None),
        ("002", "سيرغي لافروف", None),
        ("002", "أكثر من", None),
    ],
)
def test_a_proclitic_is_offered_where_the_article_speaks_for_it(
    number: str, words: str, wanted: str | None
):
    text = _seed(number)
    at = text.index(words)
    found = likely_proclitic(text, Span(at, at + len(words)))
    assert (found[0] if found else None) == wanted


def test_any_reading_is_found_when_it_is_asked_for():
    assert proclitic("لأوكرانيا", Span(0, 9)) == ("ل", 1)
    assert proclitic("وَبيونغ", Span(0, 7)) == ("وَ", 2)
    assert proclitic("سيرغي", Span(0, 5)) is None
    assert proclitic("«وبيونغ»", Span(0, 8)) is None
    assert proclitic("", Span(0, 0)) is None
