"""Two versions of one record: which fields differ, and the record with the other's fields.

What the format of the other version cannot hold is no difference, and is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from tawatur_core.exporters.losses import left_of
from tawatur_core.model import Claim, Document, Entity, ExternalId, Mention, Slot, SlotId, Verdict
from tawatur_core.plugins import Annotated, Loss

# When a text was imported, and from which file, is no work of analysts.
FIELDS: dict[type, tuple[str, ...]] = {
    Document: (
        "title", "outlet", "author", "url", "published", "published_basis", "residue",
        "copied_from",
    ),
    Entity: ("name", "name_latin", "kind", "aliases", "external_ids", "note"),
    Claim: ("spans", "kind", "slots", "note", "origin", "author", "made_at"),
    Mention: ("span", "role", "entity", "origin", "author"),
    Verdict: (
        "kind", "choice", "chosen", "value", "reason", "confidence", "sides", "seen", "analyst",
        "given_at", "reopened",
    ),
}  # fmt: skip
Kept = Document | Entity | Claim | Mention | Verdict


@dataclass(frozen=True, slots=True)
class Difference:
    """A record that a file holds otherwise than the project.

    `here` is None for one that was removed from the project. `there` is what the record becomes
    when the file's version is taken; `fields` are those in which it differs. `document` is the
    one it is marked in; a removed document comes back with its `marks`.
    """

    here: Kept | None
    there: Kept
    fields: tuple[str, ...] = ()
    document: Document | None = None
    marks: Annotated | None = None

    @property
    def id(self) -> str:
        """Return the id of the record."""
        return self.there.id


def differing(
    here: Kept, there: Kept, document: Document | None, losses: Sequence[Loss]
) -> tuple[str, ...]:
    """Return the fields in which two versions differ that the format of `there` can hold."""
    ours, theirs = left_of(here, document, losses), left_of(there, document, losses)
    if ours is None or theirs is None or ours == theirs:
        return ()
    return tuple(
        name
        for name in FIELDS[type(here)]
        if _plain(name, getattr(ours, name)) != _plain(name, getattr(theirs, name))
    )


def joined(
    here: Kept,
    there: Kept,
    fields: Sequence[str],
    document: Document | None,
    losses: Sequence[Loss],
) -> Kept:
    """Return the project's version with the given fields of the file's."""
    taken: dict[str, Any] = {name: getattr(there, name) for name in fields}
    if "slots" in taken:
        assert isinstance(here, Claim)
        left = left_of(here, document, losses)
        assert isinstance(left, Claim)
        taken["slots"] = _slots(here.slots, left.slots, taken["slots"])
    return replace(here, **taken)


def _plain(name: str, value: Any) -> Any:
    """Return a field as it is compared: ids of slots and the order of spellings tell nothing."""
    match name:
        case "slots":
            return tuple(slot_content(slot) for slot in value)
        case "aliases":
            return sorted(value)
        case "external_ids":
            return sorted(value, key=_external)
        case _:
            return value


def _external(one: ExternalId) -> tuple[str, str]:
    return one.scheme, one.value


def slot_content(slot: Slot) -> Slot:
    """Return a slot without its id."""
    return replace(slot, id=SlotId(""))


def _slots(ours: Sequence[Slot], left: Sequence[Slot], theirs: Sequence[Slot]) -> tuple[Slot, ...]:
    """Return the file's slots; one of ours that the file has whole stays as it is."""
    waiting = list(range(len(ours)))
    made = []
    for slot in theirs:
        content = slot_content(slot)
        same = next((n for n in waiting if slot_content(left[n]) == content), None)
        if same is None:
            made.append(slot)
        else:
            waiting.remove(same)
            made.append(ours[same])
    return tuple(made)
