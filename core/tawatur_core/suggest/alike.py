"""Where else a name stands: in every spelling and with proclitics (وبيونغ يانغ for بيونج يانج)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from tawatur_core.arabic.names import SAME, name_key, name_similarity
from tawatur_core.arabic.words import Word, split_clitics, words
from tawatur_core.model import Span


def occurrences(text: str, names: Iterable[str]) -> list[Span]:
    """Return where one of `names` stands in `text`, without proclitics, in order, not overlapping.

    A place counts when it is spelled like a name or may be the same name by sound and has as many
    words (or the same letters without the space). Of overlapping places the longest is taken.
    """
    sought = [_Sought(name) for name in dict.fromkeys(names) if words(name)]
    found = words(text)
    places = [
        span for at in range(len(found)) for name in sought for span in name.at(text, found, at)
    ]
    return _longest(places)


class _Sought:
    """One name to look for."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.folded = " ".join(word.folded for word in words(name))
        self.key = name_key(name)
        count = len(words(name))
        self.lengths = (count,) if count == 1 else (count, 1)

    def at(self, text: str, found: Sequence[Word], at: int) -> Iterator[Span]:
        """Yield the places of the name that begin in word number `at`."""
        for length in self.lengths:
            run = found[at : at + length]
            if len(run) < length or not _unbroken(text, run):
                continue
            best = max(self._readings(run), default=None)
            if best is not None:
                yield Span(run[0].start + best[1], run[-1].end)

    def _readings(self, run: Sequence[Word]) -> Iterator[tuple[float, int]]:
        """Yield score and start in the first word for each way to read it that is the name."""
        for reading in split_clitics(run[0].text):
            # Most words are passed over here: their sounds do not begin the name's.
            if not self.key.startswith(name_key(reading.folded)[:2]):
                continue
            folded = [reading.folded, *(word.folded for word in run[1:])]
            score = self._score(folded, joined=len(run) != self.lengths[0])
            if score >= SAME:
                yield score, reading.offset

    def _score(self, folded: list[str], *, joined: bool) -> float:
        written = " ".join(folded)
        if written == self.folded or (joined and written == self.folded.replace(" ", "")):
            return 2.0
        if joined or name_key(written) != self.key:
            return 0.0
        own = self.folded.split(" ")
        if any(_derived(a, b) for a, b in zip(own, folded, strict=True)):
            return 0.0
        return name_similarity(self.folded, written).score


def _derived(name: str, word: str) -> bool:
    """Whether `word` is an adjective made of a name (روسي, الروسية of روسيا), not the name."""
    if name.startswith("ال") != word.startswith("ال"):
        return True
    return name.endswith("يا") and word.endswith(("ي", "يه"))


def _unbroken(text: str, run: Sequence[Word]) -> bool:
    """Whether only spaces of one line stand between the words."""
    return all(
        (gap := text[a.end : b.start]).isspace() and "\n" not in gap for a, b in pairwise(run)
    )


def _longest(places: Sequence[Span]) -> list[Span]:
    kept: list[Span] = []
    for place in sorted(set(places), key=lambda span: (-len(span), span.start)):
        if not any(place.overlaps(other) for other in kept):
            kept.append(place)
    return sorted(kept)
