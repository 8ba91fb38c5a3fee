"""Slots in words, as other tools show them: 'القائل: سيرغي لافروف'."""

from __future__ import annotations

from functools import lru_cache

from tawatur_core.model import Slot, SlotName
from tawatur_core.phrasing import term, value
from tawatur_core.plugins import Corpus
from tawatur_core.wording import Wording

_KEPT = 4096  # values: a corpus says the same of many claims, and words take time to be put


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
