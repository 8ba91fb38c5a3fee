"""Which place lies in which, as far as the articles themselves say so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from tawatur_core.arabic import fold_text
from tawatur_core.model import EntityId, EntityKind, Party
from tawatur_core.reconcile.views import Account, Named

# What may stand between a place and the larger one: 'وونسان جنوب شرق كوريا الشمالية',
# 'وونسان – إحدى المدن الساحلية في كوريا الشمالية', 'مدينة وونسان الكورية'.
_BETWEEN = re.compile(
    fold_text(
        r"[\s)،–-]*(?:(?:إحدى|أكبر)\s+\w+(?:\s+ال\w+)?\s+)?"
        r"(?:(?:في|ب)|(?:شمال|جنوب|شرق|غرب|وسط|أقصى)(?:ي)?(?:\s+(?:شرق|غرب|شرقي|غربي))?)\s*"
    )
)


def known_containment(accounts: Iterable[Account]) -> frozenset[tuple[EntityId, EntityId]]:
    """Return pairs (inner, outer) of place entities that some article states."""
    found: set[tuple[EntityId, EntityId]] = set()
    for account in accounts:
        places = [e for e in account.entities if e.kind is EntityKind.PLACE]
        if len(places) < 2:
            continue
        text = fold_text(f"{account.quote} {account.context}")
        at = [(m.start(), m.end(), p.id) for p in places for m in _occurrences(text, p)]
        for _, end, inner in at:
            for start, _, outer in at:
                if inner != outer and end <= start <= end + 40 and _joins(text[end:start]):
                    found.add((inner, outer))
    return frozenset(p for p in found if (p[1], p[0]) not in found)


def _occurrences(text: str, place: Named) -> Iterable[re.Match[str]]:
    spellings = {fold_text(s) for s in (place.name, *place.spellings) if s}
    longest = sorted(spellings, key=len, reverse=True)
    return re.finditer("|".join(map(re.escape, longest)), text) if longest else ()


def _joins(between: str) -> bool:
    return bool(between.strip()) and _BETWEEN.fullmatch(between) is not None


def containment(pairs: frozenset[tuple[EntityId, EntityId]]) -> Callable[[Party, Party], bool]:
    """Return a test whether one place lies in another, also through a third."""
    outer: dict[EntityId, set[EntityId]] = {}
    for inner, around in pairs:
        outer.setdefault(inner, set()).add(around)

    def inside(a: Party, b: Party) -> bool:
        if a.entity is None or b.entity is None:
            return False
        reached: set[EntityId] = set()
        front = {a.entity}
        while front:
            front = {o for i in front for o in outer.get(i, ())} - reached
            reached |= front
        return b.entity in reached

    return inside
