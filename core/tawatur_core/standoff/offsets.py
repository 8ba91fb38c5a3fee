"""Code points against UTF-16 units."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


_MOST = 1 << 16


def numerals(last: int) -> Sequence[str | int]:
    """Return the numbers up to `last` as they are written: a corpus has the same a million times.

    Past a length they are the numbers themselves, so that a long text takes no room.
    """
    return _numerals() if last < _MOST else range(last + 1)


@cache
def _numerals() -> list[str]:
    return list(map(str, range(_MOST)))


class Utf16:
    """Translates positions of one text. UIMA and WebAnno count UTF-16 units, we code points."""

    def __init__(self, text: str) -> None:
        self._astral = [found.start() for found in _ASTRAL.finditer(text)]
        self._wide = [at + n for n, at in enumerate(self._astral)]
        self._length = len(text)

    @property
    def same(self) -> bool:
        """Whether both count alike: no character of the text needs two units."""
        return not self._astral

    def units(self, position: int) -> int:
        """Return the UTF-16 position of a position in code points."""
        return position + bisect_left(self._astral, position)

    def code_points(self, position: int) -> int:
        """Return the position in code points of a UTF-16 one.

        Raises ValueError outside the text or within a character.
        """
        found = position - bisect_left(self._wide, position)
        if not 0 <= found <= self._length or self.units(found) != position:
            raise ValueError(f"no character begins at {position}")
        return found
