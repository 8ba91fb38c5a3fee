from __future__ import annotations

import random

from tawatur_core.model import Span
from tawatur_gui.reading.marks import Mark, MarkIndex, Sign
from tawatur_gui.reading.offsets import Offsets

TEXT = "ا" * 1000


def _mark(key: str, *spans: tuple[int, int], sign: Sign = Sign.MENTION) -> Mark:
    return Mark(key, sign, tuple(Span(*span) for span in spans))


def test_between_finds_what_a_plain_search_finds():
    chance = random.Random(3)
    starts = [chance.randrange(990) for _ in range(200)]
    marks = [
        _mark(str(i), (s, min(1000, s + chance.randrange(1, 300)))) for i, s in enumerate(starts)
    ]
    index = MarkIndex(marks, Offsets(TEXT))
    for first in range(0, 1000, 37):
        last = first + 50
        wanted = {m.key for m in marks if m.spans[0].start < last and first < m.spans[0].end}
        assert {strip.mark.key for strip in index.between(first, last)} == wanted


def test_nested_mentions_are_stacked_inner_first():
    marks = [_mark("outer", (0, 30)), _mark("inner", (5, 12)), _mark("side", (40, 50))]
    marks.append(_mark("middle", (4, 20)))
    index = MarkIndex(marks, Offsets(TEXT))
    levels = {strip.mark.key: strip.level for strip in index.between(0, 1000)}
    assert levels == {"inner": 0, "middle": 1, "outer": 2, "side": 0}


def test_claims_do_not_push_mentions_down():
    index = MarkIndex([_mark("c", (0, 90), sign=Sign.CLAIM), _mark("m", (5, 9))], Offsets(TEXT))
    assert [s.level for s in index.at(6)] == [0, 0]
    assert [s.mark.key for s in index.at(6)] == ["m", "c"]


def test_a_claim_of_several_spans_opens_and_closes_once():
    index = MarkIndex([_mark("c", (50, 60), (0, 9), sign=Sign.CLAIM)], Offsets(TEXT))
    strips = index.strips_of("c")
    assert [(s.start, s.first, s.last) for s in strips] == [(0, True, False), (50, False, True)]
