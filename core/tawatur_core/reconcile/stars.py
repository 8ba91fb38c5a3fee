"""Groups around one centre from very many scored pairs. Needs the extra `scale`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

# A larger group is a mistake or needs an analyst's word.
MOST_IN_GROUP = 100


@dataclass(frozen=True, slots=True)
class Edges:
    """Scored pairs in columns: the places of both, the lower first, and the score."""

    a: NDArray[np.int64]
    b: NDArray[np.int64]
    score: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.a)

    @classmethod
    def joined(cls, some: Sequence[Self]) -> Self:
        """Put columns of pairs one after another."""
        if not some:
            return cls(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, np.float32))
        return cls(
            np.concatenate([e.a for e in some]),
            np.concatenate([e.b for e in some]),
            np.concatenate([e.score for e in some]),
        )


def stars(edges: Edges, count: int, most: int = MOST_IN_GROUP) -> list[tuple[int, ...]]:
    """Group `count` things by their pairs, each member near the centre of its group.

    The best connected becomes a centre first, and each thing goes to the centre it is nearest
    to. Ties go to the lower place, so the order of the pairs does not matter. At most `most` are
    in a group: connected components would chain thousands together.
    """
    start, other, score = _both_ways(edges, count)
    weight = np.zeros(count, dtype=np.float64)
    np.add.at(weight, edges.a, edges.score)
    np.add.at(weight, edges.b, edges.score)
    connected = np.flatnonzero(weight)
    order = connected[np.lexsort((connected, -weight[connected]))]
    centre = np.zeros(count, dtype=np.bool_)
    taken = np.zeros(count, dtype=np.bool_)
    for place in order.tolist():
        if not taken[place]:
            centre[place] = True
            taken[other[start[place] : start[place + 1]]] = True
    groups = {place: [place] for place in np.flatnonzero(centre).tolist()}
    for place in connected[~centre[connected]].tolist():
        begin, end = start[place], start[place + 1]
        near = other[begin:end]
        for at in np.lexsort((near, -score[begin:end])).tolist():
            group = groups.get(int(near[at]))
            if group is not None and len(group) < most:
                group.append(place)
                break
    return sorted(tuple(sorted(group)) for group in groups.values() if len(group) > 1)


def _both_ways(
    edges: Edges, count: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]:
    """Return the pairs by either side: where each thing's neighbours start, who, how near."""
    source = np.concatenate([edges.a, edges.b])
    other = np.concatenate([edges.b, edges.a])
    score = np.concatenate([edges.score, edges.score])
    order = np.lexsort((other, source))
    start = np.searchsorted(source[order], np.arange(count + 1))
    return start, other[order], score[order]
