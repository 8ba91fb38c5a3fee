"""An entity as another list knows it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tawatur_core.model import EntityKind, ExternalId
from tawatur_core.plugins import Finding

LONGEST = 500  # code points of a name; a longer text is none
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")
_CONTROLS = re.compile("[\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")


@dataclass(frozen=True, slots=True)
class ListedEntity:
    """An entry: `where` names its line or address, `kind` is None where the list does not say.

    `own` is the id it has in a Tawatur project, when the list is an export of one.
    """

    name: str
    where: str
    name_latin: str = ""
    kind: EntityKind | None = None
    aliases: tuple[str, ...] = ()
    external_ids: tuple[ExternalId, ...] = ()
    note: str = ""
    own: str = ""


@dataclass(frozen=True, slots=True)
class EntityList:
    """What a file holds; `findings` list what is no entry."""

    format: str
    entities: tuple[ListedEntity, ...]
    findings: tuple[Finding, ...] = ()


def listed(
    where: str,
    names: Iterable[str],
    latin: Iterable[str] = (),
    *,
    aliases: Iterable[str] = (),
    kind: EntityKind | None = None,
    external_ids: Iterable[ExternalId] = (),
    note: str = "",
    own: str = "",
) -> ListedEntity | None:
    """Return an entry of the names found, the preferred ones first; None without any name.

    An Arabic name goes before others; names that are left over become spellings.
    """
    told = [name for name in map(tidy, names) if name]
    foreign = [name for name in map(tidy, latin) if name]
    ordered = sorted([*told, *foreign], key=lambda name: not _ARABIC.search(name))
    if not ordered:
        return None
    name = ordered[0]
    second = next((one for one in (*foreign, *told) if not _ARABIC.search(one)), "")
    second = "" if second == name else second
    rest = [one for one in (*told, *foreign, *map(tidy, aliases)) if one]
    spellings = tuple(one for one in dict.fromkeys(rest) if one not in (name, second))
    ids = tuple(dict.fromkeys(external_ids))
    return ListedEntity(name, where, second, kind, spellings, ids, note.strip(), own)


def tidy(name: str) -> str:
    """Return a name in one line, without controls that turn its surroundings round."""
    return " ".join(_CONTROLS.sub(" ", name).split())[:LONGEST]


def arabic(text: str) -> bool:
    """Whether a text has Arabic letters."""
    return bool(_ARABIC.search(text))
