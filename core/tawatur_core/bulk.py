"""Values of the vocabulary by the hundred thousand, as when a whole project is read or written.

A frozen dataclass fills each field through `object.__setattr__`: three quarters of the time that
making it takes. Here it is filled while it is still open, and closed afterwards.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import fields, make_dataclass
from typing import Any, TypeVar

T = TypeVar("T")


def opened(kind: type[Any]) -> type[Any]:
    """Return a class with the fields of a frozen, slotted dataclass that fills them plainly.

    All fields are to be given. What it makes is of use only after `close`.
    """
    names = [field.name for field in fields(kind)]
    return make_dataclass(kind.__name__, names, slots=True, eq=False)


def close(kind: type[Any], made: Iterable[Any]) -> None:
    """Make values of a `kind` of what its opened class made; checks what the kind checks.

    Python lets an object change its class where both have the same slots (Language Reference,
    3.3.2.4.1), so nothing is copied.
    """
    check = getattr(kind, "__post_init__", None)
    for one in made:
        one.__class__ = kind
        if check is not None:
            check(one)


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep Python's search for circles of objects off meanwhile: values of ours form none.

    It begins anew after every 700 objects, which takes the longer the more libraries are loaded: a
    sixth of the time of reading a project where pyarrow is.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def remembered(work: Callable[[Any], T], most: int = 1 << 14) -> Callable[[Any], T]:
    """Return a function that works out once what it says of a value it is given again and again.

    It goes by which object the value is, not by what it equals: 10 and 10.0 are written in two
    ways. What it returns is not to be changed.
    """
    kept: dict[int, tuple[Any, T]] = {}

    def asked(value: Any) -> T:
        found = kept.get(id(value))
        if found is None:
            if len(kept) >= most:
                kept.clear()
            found = kept[id(value)] = value, work(value)  # held, so that no other takes its id
        return found[1]

    return asked
