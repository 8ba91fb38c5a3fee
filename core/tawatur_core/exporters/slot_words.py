"""Slots in words, as other tools show them: 'القائل: سيرغي لافروف'."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from tawatur_core.model import Conflict, EntityId, Slot, SlotName
from tawatur_core.phrasing import term, value
from tawatur_core.plugins import Corpus
from tawatur_core.wording import Wording

_KEPT = 4096  # values: a corpus says the same of many claims, and words take time to be put


def conflict_told(conflict: Conflict, words: Wording, names: Mapping[EntityId, str]) -> str:
    """Return the values of a conflict's slot, side by side, after what they are values of."""
    told = term(conflict.kind, words)
    if not conflict.rows:
        return told
    sides = ["—" if side is None else value(side, words, names) for side in conflict.rows[0].values]
    return f"{told}: {' ⇄ '.join(sides)}"


class SlotWords:
    """Puts the slots of a corpus into words of one language."""

    def __init__(self, corpus: Corpus, words: Wording) -> None:
        names = {entity.id: entity.name for entity in corpus.entities}
        self._terms = {name: term(name, words) for name in SlotName}
        self._value = lru_cache(_KEPT)(lambda told: value(told, words, names))

    def name(self, slot: Slot) -> str:
        """Return the name of a slot."""
        return self._terms[slot.name]

    def told(self, slot: Slot) -> str:
        """Return name and value of a slot."""
        return f"{self._terms[slot.name]}: {self._value(slot.value)}"
