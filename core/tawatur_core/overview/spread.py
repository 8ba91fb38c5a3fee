"""Places for the nodes of a map: deterministic, the same every time."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

_ROUNDS = 240
_NEAR = 1e-6


def springs(count: int, edges: Mapping[tuple[int, int], int]) -> list[tuple[float, float]]:
    """Return places between 0 and 1: joined nodes attract, all others push one another away.

    (Fruchterman and Reingold, begun on a spiral instead of by chance.)
    """
    turn = math.pi * (3 - math.sqrt(5))
    xs = [math.sqrt((n + 0.5) / max(1, count)) * math.cos(n * turn) for n in range(count)]
    ys = [math.sqrt((n + 0.5) / max(1, count)) * math.sin(n * turn) for n in range(count)]
    ideal = 1.6 / math.sqrt(max(1, count))
    far = (3 * ideal) ** 2
    for step in range(_ROUNDS):
        pull_x, pull_y = [0.0] * count, [0.0] * count
        for a in range(count):
            for b in range(a):
                dx, dy = xs[a] - xs[b], ys[a] - ys[b]
                apart = dx * dx + dy * dy
                if apart > far:  # those apart enough need no push: lone pairs stay on the page
                    continue
                push = ideal * ideal / max(_NEAR, apart)
                pull_x[a] += dx * push
                pull_y[a] += dy * push
                pull_x[b] -= dx * push
                pull_y[b] -= dy * push
        for (a, b), weight in edges.items():
            dx, dy = xs[a] - xs[b], ys[a] - ys[b]
            pull = math.hypot(dx, dy) / ideal * (0.4 + 0.3 * math.log2(1 + weight))
            pull_x[a] -= dx * pull
            pull_y[a] -= dy * pull
            pull_x[b] += dx * pull
            pull_y[b] += dy * pull
        heat = 0.12 * (1 - step / _ROUNDS) + 0.002
        for n in range(count):
            # A weak pull to the middle keeps those without company on the page.
            fx, fy = pull_x[n] - 0.7 * xs[n], pull_y[n] - 0.7 * ys[n]
            force = max(_NEAR, math.hypot(fx, fy))
            xs[n] += fx / force * min(force, heat)
            ys[n] += fy / force * min(force, heat)
    return list(zip(_ranks(xs), _ranks(ys), strict=True))


def _ranks(values: Sequence[float]) -> list[float]:
    """Scale to 0…1, half by size and half by rank: a far one does not crowd the others."""
    low, high = min(values, default=0.0), max(values, default=1.0)
    order = sorted(range(len(values)), key=lambda n: (values[n], n))
    rank = {n: place / max(1, len(values) - 1) for place, n in enumerate(order)}
    wide = max(_NEAR, high - low)
    return [round(((v - low) / wide + rank[n]) / 2, 6) for n, v in enumerate(values)]


def layered(
    count: int, edges: Mapping[tuple[int, int], int], firsts: set[int]
) -> list[tuple[float, float, int]]:
    """Return x, y and layer of each node: `firsts` in layer 0, then those they quote, and so on.

    An edge (a, b) says that a is quoted by b. Within a layer nodes stand near their partners.
    """
    layer = dict.fromkeys(firsts, 0)
    for _ in range(count):
        deeper = {
            a: min(3, layer[b] + 1)
            for (a, b) in sorted(edges)
            if b in layer and a not in firsts and layer[b] + 1 > layer.get(a, 0)
        }
        grown = {a: depth for a, depth in deeper.items() if depth > layer.get(a, 0)}
        if not grown:
            break
        layer |= grown
    columns: dict[int, list[int]] = {}
    for n in range(count):
        columns.setdefault(layer.get(n, 1), []).append(n)
    _untangle(columns, edges)
    depth = max(columns, default=0)
    made: list[tuple[float, float, int]] = [(0.0, 0.0, 0)] * count
    for at, members in columns.items():
        for row, n in enumerate(members):
            made[n] = (at / max(1, depth), round((row + 0.5) / len(members), 6), at)
    return made


def _untangle(columns: dict[int, list[int]], edges: Mapping[tuple[int, int], int]) -> None:
    """Order each column by the mean place of the partners, some rounds to and fro."""
    for _ in range(6):
        place = {
            n: (row + 0.5) / len(members)
            for members in columns.values()
            for row, n in enumerate(members)
        }
        for members in columns.values():
            mean = {n: _mean(n, edges, place) for n in members}
            members.sort(key=lambda n: (mean[n], n))
            place |= {n: (row + 0.5) / len(members) for row, n in enumerate(members)}


def _mean(n: int, edges: Mapping[tuple[int, int], int], place: Mapping[int, float]) -> float:
    near = [(place[b if a == n else a], w) for (a, b), w in edges.items() if n in (a, b)]
    whole = sum(weight for _, weight in near)
    return sum(at * weight for at, weight in near) / whole if whole else place[n]


@dataclass(frozen=True, slots=True)
class Box:
    """A label's box by its middle."""

    x: float
    y: float
    width: float
    height: float


def part(boxes: Sequence[Box], width: float, height: float, gap: float = 8) -> list[Box]:
    """Push overlapping boxes apart, inside a room of `width` by `height`, in small steps.

    Boxes that do not fit are let out below: labels never cover one another.
    """
    now = list(boxes)
    for _ in range(400):
        moved = False
        for a in range(len(now)):
            for b in range(a):
                if (apart := _pushed(now[a], now[b], gap, first=a > b)) is not None:
                    now[a], now[b] = apart
                    moved = True
        now = [_inside(box, width, height) for box in now]
        if not moved:
            break
    made: dict[int, Box] = {}
    for n in sorted(range(len(now)), key=lambda n: (now[n].y, now[n].x, n)):
        box = now[n]
        while any(_hits(box, other, gap / 2) for other in made.values()):
            box = replace(box, y=box.y + 4)
        made[n] = box
    return [made[n] for n in range(len(now))]


def _inside(box: Box, width: float, height: float) -> Box:
    half, tall = box.width / 2, box.height / 2
    return replace(
        box,
        x=min(max(box.x, half), max(half, width - half)),
        y=min(max(box.y, tall), max(tall, height - tall)),
    )


def _pushed(one: Box, other: Box, gap: float, *, first: bool) -> tuple[Box, Box] | None:
    """Return two overlapping boxes moved apart where that is shortest; None if they are clear."""
    dx, dy = one.x - other.x, one.y - other.y
    over_x = (one.width + other.width) / 2 + gap - abs(dx)
    over_y = (one.height + other.height) / 2 + gap - abs(dy)
    if over_x <= _NEAR or over_y <= _NEAR:
        return None
    if over_y <= over_x:
        step = over_y / 2 * (1 if dy > 0 or (dy == 0 and first) else -1)
        return replace(one, y=one.y + step), replace(other, y=other.y - step)
    step = over_x / 2 * (1 if dx > 0 or (dx == 0 and first) else -1)
    return replace(one, x=one.x + step), replace(other, x=other.x - step)


def _hits(box: Box, other: Box, gap: float) -> bool:
    return (
        abs(box.x - other.x) < (box.width + other.width) / 2 + gap
        and abs(box.y - other.y) < (box.height + other.height) / 2 + gap
    )
