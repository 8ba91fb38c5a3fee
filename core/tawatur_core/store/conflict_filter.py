"""Which matters of a review concern an article, an outlet, days, an entity or an analyst."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tawatur_core.model import ConflictKey, DocumentId, EntityId
from tawatur_core.store.derived import THERE
from tawatur_core.store.session import Reader

# A verdict whose conflict is not there any more concerns the claims that it was given on.
_ABOUT = f"""
WITH about(key, claim) AS (
  SELECT key, claim FROM conflict_claim
  UNION ALL
  SELECT v.key, side.value FROM current_verdict v JOIN json_each(v.sides) side
  WHERE v.kind <> 'name' AND v.key NOT IN ({THERE}))
"""
# A conflict stands where its claims do, a pair of names where they are mentioned.
_PLACES = f"""
{_ABOUT}, place(key, document) AS (
  SELECT c.key, claim.document FROM about c JOIN claim ON claim.id = c.claim
  UNION
  SELECT p.key, m.document FROM entity_proposal p JOIN mention m ON m.entity IN (p.a, p.b))
"""
_IN_DOCUMENTS = f"{_PLACES} SELECT key FROM place JOIN document d ON d.id = place.document WHERE "
_WITH_ENTITY = f"""
{_ABOUT}
SELECT c.key FROM about c JOIN slot ON slot.claim = c.claim WHERE slot.entity = ?1
UNION
SELECT c.key FROM mention m JOIN claim ON claim.document = m.document
  JOIN claim_span s ON s.claim = claim.id AND s.start < m."end" AND m.start < s."end"
  JOIN about c ON c.claim = claim.id WHERE m.entity = ?1
UNION
SELECT key FROM entity_proposal WHERE ?1 IN (a, b)
"""
_BY_ANALYST = f"""
{_ABOUT}
SELECT key FROM current_verdict WHERE analyst = ?1
UNION
SELECT c.key FROM about c JOIN claim ON claim.id = c.claim WHERE claim.author = ?1
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; None is anything. The days, both included, are those of publication.

    `analyst` decided the matter or marked one of its claims.
    """

    document: DocumentId | None = None
    outlet: str | None = None
    first: date | None = None
    last: date | None = None
    entity: EntityId | None = None
    analyst: str | None = None

    @property
    def count(self) -> int:
        """How many things are asked for."""
        days = self.first or self.last
        asked = (self.document, self.outlet, days, self.entity, self.analyst)
        return sum(each is not None for each in asked)


@dataclass(frozen=True, slots=True)
class Occurring:
    """What can be asked for: what the matters of a project concern, in alphabetical order."""

    documents: tuple[tuple[DocumentId, str], ...]  # with their titles
    outlets: tuple[str, ...]
    analysts: tuple[str, ...]


def occurring(reader: Reader) -> Occurring:
    """Return the articles, outlets and analysts that some conflict or pair of names concerns."""
    rows = reader.conn.execute(
        f"{_PLACES} SELECT DISTINCT d.id, d.title, d.outlet FROM place"
        " JOIN document d ON d.id = place.document ORDER BY d.title, d.id"
    ).fetchall()
    analysts = reader.conn.execute(
        "SELECT analyst FROM current_verdict UNION SELECT author FROM claim"
        " WHERE id IN (SELECT claim FROM conflict_claim) ORDER BY 1"
    )
    return Occurring(
        tuple((DocumentId(id_), title) for id_, title, _ in rows),
        tuple(sorted({outlet for _, _, outlet in rows if outlet})),
        tuple(name for (name,) in analysts if name),
    )


def matching(reader: Reader, wanted: Wanted) -> set[ConflictKey] | None:
    """Return the keys of the matters for which all that is asked is true; None asks for nothing.

    Each thing may be true of another side.
    """
    found: set[ConflictKey] | None = None
    for sql, args in _questions(wanted):
        keys = {ConflictKey(key) for (key,) in reader.conn.execute(sql, args)}
        found = keys if found is None else found & keys
    return found


def _questions(wanted: Wanted) -> Iterator[tuple[str, list[str]]]:
    if wanted.document is not None:
        yield f"{_IN_DOCUMENTS} d.id = ?", [wanted.document]
    if wanted.outlet is not None:
        yield f"{_IN_DOCUMENTS} d.outlet = ?", [wanted.outlet]
    if wanted.first is not None or wanted.last is not None:
        first, last = wanted.first or date.min, wanted.last or date.max
        days = [first.isoformat(), last.isoformat()]
        yield f"{_IN_DOCUMENTS} d.published BETWEEN ? AND ?", days
    if wanted.entity is not None:
        yield _WITH_ENTITY, [wanted.entity]
    if wanted.analyst is not None:
        yield _BY_ANALYST, [wanted.analyst]
