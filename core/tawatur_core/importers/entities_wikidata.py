"""Lists of entities as Wikidata gives them: entity documents, search results, SPARQL results.

https://www.mediawiki.org/wiki/Wikibase/DataModel/JSON; a file of one JSON document, or of one a
line, as in the dumps.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tawatur_core.errors import BadFormat
from tawatur_core.importers.entities_listed import EntityList, ListedEntity, listed
from tawatur_core.importers.labels_values import external_id
from tawatur_core.importers.limits import parse_json, read_bytes
from tawatur_core.model import EntityKind, ExternalId
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Finding

_LANGUAGES = ("ar", "ar-001", "arz", "ary", "en", "mul", "fr", "de")
_INSTANCE_OF = "P31"
# What 'instance of' says most often of the entities in the news; others are of no known kind.
_KINDS = {
    EntityKind.PERSON: "Q5",
    EntityKind.PLACE: "Q6256 Q3624078 Q515 Q1549591 Q5119 Q486972 Q3957 Q532 Q23442 Q35657 Q23397"
    " Q4022 Q8502 Q82794 Q7275 Q1637706 Q174844",
    EntityKind.ORGANISATION: "Q43229 Q7278 Q4830453 Q783794 Q891723 Q192283 Q11032 Q327333 Q484652"
    " Q7210356 Q176799 Q245065 Q192350 Q35535 Q47913 Q163740 Q3918",
    EntityKind.EVENT: "Q1656682 Q1190554 Q198 Q178561 Q180684 Q40231 Q625994 Q2223653 Q831663"
    " Q124757 Q175331",
}
_TELLING = {"P569": EntityKind.PERSON, "P625": EntityKind.PLACE}  # born on a day, lies at a spot
_KIND_OF = {item: kind for kind, items in _KINDS.items() for item in items.split()}
_ELSEWHERE = {"P1566": "geonames", "P214": "viaf", "P227": "gnd", "P213": "isni"}
Json = dict[str, Any]


def read_wikidata(path: Path, monitor: Monitor) -> EntityList:
    """Read the entities of a file. Raises CannotRead, TooLarge, BadFormat, Cancelled."""
    entities: list[ListedEntity] = []
    findings: list[Finding] = []
    for seen, item in enumerate(_items(path), 1):
        monitor.step(seen, 0)
        entry = _entry(item)
        if entry is None:
            where = str(item.get("id", seen))[:80]
            findings.append(Finding("finding-entity-nameless", f"{path.name} {where}"))
        else:
            entities.append(entry)
    if not entities:
        raise BadFormat(path, "labels")
    return EntityList("wikidata", tuple(entities), tuple(findings))


def _items(path: Path) -> Iterator[Json]:
    data = read_bytes(path)
    try:
        value = parse_json(data, path)
    except BadFormat:
        lines = [line.strip().rstrip(b",") for line in data.splitlines()]
        value = [
            parse_json(line, path, str(number))
            for number, line in enumerate(lines, 1)
            if line not in (b"", b"[", b"]")
        ]
        if len(value) < 2:  # one broken document, not lines
            raise
    for item in _listed(value):
        if isinstance(item, dict):
            yield item


def _listed(value: Any) -> Any:
    """Return the items of whatever holds them."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict):
        return []
    results = value.get("results")
    if isinstance(results, dict) and isinstance(results.get("bindings"), list):
        return [_of_binding(row) for row in results["bindings"] if isinstance(row, dict)]
    entities = value.get("entities", value.get("search"))
    if isinstance(entities, dict):
        return list(entities.values())
    return entities if isinstance(entities, list) else [value]


def _of_binding(row: Json) -> Json:
    """Return a row of SPARQL results as a search result, by ?item, ?itemLabel, ?itemAltLabel."""
    told: Json = {}
    for variable, cell in row.items():
        value = cell.get("value") if isinstance(cell, dict) else None
        if not isinstance(value, str):
            continue
        if variable.endswith("AltLabel"):
            told["aliases"] = [part.strip() for part in value.split(",")]
        elif variable.endswith("Label"):
            told.setdefault("label", value)
        elif variable.endswith("Description"):
            told["description"] = value
        elif "/entity/Q" in value and "id" not in told:
            told["id"] = value
    return told


def _entry(item: Json) -> ListedEntity | None:
    names = _texts(item.get("labels")) or _texts(item.get("label"))
    aliases = _texts(item.get("aliases"))
    notes = _texts(item.get("descriptions")) or _texts(item.get("description"))
    claims = item.get("claims", item.get("statements"))
    claims = claims if isinstance(claims, dict) else {}
    kinds = [_KIND_OF[value] for value in _values(claims, _INSTANCE_OF) if value in _KIND_OF]
    kinds += [kind for name, kind in _TELLING.items() if name in claims]
    return listed(
        str(item.get("id", ""))[:200],
        [text for language, text in names if language.startswith("ar") or not language],
        [text for language, text in names if not language.startswith("ar") and language],
        aliases=[text for _, text in aliases],
        kind=kinds[0] if kinds else None,
        external_ids=_ids(item, claims),
        note=notes[0][1] if notes else "",
    )


def _texts(value: Any) -> list[tuple[str, str]]:
    """Return language and text of labels, in the order of `_LANGUAGES`; others are left out."""
    if isinstance(value, str):
        return [("", value)]
    if isinstance(value, list):
        return [pair for part in value for pair in _texts(part)]
    if not isinstance(value, dict):
        return []
    if isinstance(value.get("value"), str):
        return [(str(value.get("language", "")), value["value"])]
    found = []
    for language in _LANGUAGES:
        found += [(language, text) for _, text in _texts(value.get(language))]
    return found


def _values(claims: Json, name: str) -> Iterator[str]:
    """Yield the values of a statement that are items or plain text."""
    statements = claims.get(name)
    for statement in statements if isinstance(statements, list) else ():
        value = statement
        for key in ("mainsnak", "datavalue", "value"):
            value = value.get(key) if isinstance(value, dict) else None
        if isinstance(value, dict):
            value = value.get("id")
        if isinstance(value, str):
            yield value


def _ids(item: Json, claims: Json) -> Iterator[ExternalId]:
    id_ = item.get("id")
    if isinstance(id_, str) and id_.strip():
        yield external_id(id_, "id")
    for name, scheme in _ELSEWHERE.items():
        for value in _values(claims, name):
            yield ExternalId(scheme, value)
