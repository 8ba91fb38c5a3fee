"""Names in quotation marks: an outlet or a firm (صحيفة "نيويورك بوست"), a title (رواية «...»)."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur_core.arabic.mention_line import BODY_HEADS, Candidate, Line
from tawatur_core.model import EntityKind

_CLOSING = {'"': '"', "«": "»", "“": "”", "„": "“", "‘": "’", "»": "«"}
_MOST_WORDS = 6
_MORE = 1.3  # beats what may be found inside the quotation


def quoted(line: Line, i: int) -> Iterator[Candidate]:
    """Yield what stands in quotation marks from word i on, when the word before says what it is."""
    if not i or line.joined[i] or _HEADS.isdisjoint(line.signs[i - 1]):
        return
    gap = line.gap(i)
    closing = _CLOSING.get(gap.strip())
    if closing is None or not gap[0].isspace():
        return  # a sign that stands on the word before closes a quotation
    for end in range(i + 1, min(i + 1 + _MOST_WORDS, len(line.folded) + 1)):
        gap = line.gap(end)
        if gap.lstrip().startswith(closing):
            kind, why = _kind(line.signs[i - 1])
            score = _MORE + 3.2 * (end - i)
            yield Candidate(i, end, 0, score, kind, (why, "mention-quoted"))
            return
        if "\n" in gap or gap.strip() in _STOPS:
            return


_HEADS = BODY_HEADS | {"work-head"}
_STOPS = frozenset({".", "؟", "!", ":", "؛"})


def _kind(signs: frozenset[str]) -> tuple[EntityKind, str]:
    if signs & BODY_HEADS:
        return EntityKind.ORGANISATION, "mention-body-word"
    return EntityKind.OTHER, "mention-work-word"
