"""Values of the vocabulary made by the hundred thousand, as when a whole project is read.

A frozen dataclass fills each field through `object.__setattr__`: three quarters of the time that
making it takes. Here it is filled while it is still open, and closed afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, make_dataclass
from typing import Any


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
