"""Answers kept for a while: of words seen before, and of the texts read last."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

T = TypeVar("T")
P = ParamSpec("P")


class Kept(dict[str, T], Generic[T]):
    """What a function says of a word, worked out when first asked: ``kept[word]``.

    A look-up costs a fifth of one by `functools.lru_cache`. Holds at most `most` answers in two
    generations: when the younger is full, the older is forgotten and it becomes the older. What
    is asked for again comes back to the younger, so frequent words stay.
    """

    def __init__(self, work: Callable[[str], T], most: int) -> None:
        super().__init__()
        self._work = work
        self._half = most // 2
        self._older: dict[str, T] = {}
        self._lock = Lock()

    def __missing__(self, word: str) -> T:
        older = self._older
        found = older[word] if word in older else self._work(word)
        if len(self) >= self._half:
            with self._lock:
                if len(self) >= self._half:
                    self._older = dict(self)
                    self.clear()
        self[word] = found
        return found

    def forget(self) -> None:
        """Forget all answers."""
        with self._lock:
            self._older = {}
            self.clear()


_readings: list[dict[tuple[object, ...], Any]] = []


def forget_texts() -> None:
    """Forget what all functions have said of the last texts."""
    for kept in _readings:
        kept.clear()


_TEXTS = 3
_LENGTH = 400_000  # code points kept in all, but always the text read last


def recent(work: Callable[Concatenate[str, P], T]) -> Callable[Concatenate[str, P], T]:
    """Keep what a function of a text says of the last texts.

    The parts of one article are asked for one after the other and rest on each other. Of long
    texts only the last is kept, so that memory does not grow with their number.
    """
    kept: dict[tuple[object, ...], tuple[int, T]] = {}
    _readings.append(kept)
    lock = Lock()

    @wraps(work)
    def reading(text: str, /, *args: P.args, **kwargs: P.kwargs) -> T:
        key = (text, *args, *kwargs.values())
        seen = kept.get(key)
        if seen is not None:
            return seen[1]
        found = work(text, *args, **kwargs)
        with lock:
            held = sum(size for size, _ in kept.values()) + len(text)
            for old in list(kept):
                if len(kept) < _TEXTS and held <= _LENGTH:
                    break
                held -= kept.pop(old)[0]
            kept[key] = len(text), found
        return found

    return reading
