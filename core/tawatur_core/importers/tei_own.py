"""Our own TEI corpora: the records that their stand-off annotations and headers tell."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tawatur_core.importers.rebuild import GAP, Json
from tawatur_core.importers.tei_text import Marking, TeiText
from tawatur_core.tei_pointers import TEI, XML_ID, range_of, tag, text_of

_NS = {"t": TEI}
_KINDS = {
    "person": "person", "place": "place", "org": "organisation", "event": "event",
    "object": "other",
}  # fmt: skip
_NAMES = tuple(map(tag, ("persName", "placeName", "orgName", "eventName", "objectName")))
_PARTIES = frozenset(("speaker", "via", "who", "where"))


def is_own(root: Any) -> bool:
    """Whether the header names us as the program that wrote the corpus."""
    return bool(root.xpath("./t:teiHeader//t:application[@ident='tawatur']", namespaces=_NS))


def is_added(one: Any) -> bool:
    """Whether another program added an annotation, span or note that points to words."""
    name, group = one.get(XML_ID) or "", one.getparent().get("type")
    if one.tag == tag("annotation"):
        return not name.startswith("c-")
    if one.tag == tag("note"):
        return bool(one.get("target")) and not _is_of_a_mark(one)
    return group not in ("residue", "rejected") and not (
        group == "mentions" and name.startswith("m-")
    )


def unread_notes(article: Any) -> Iterator[str]:
    """Yield the words of the notes that neither a record nor a mark takes along."""
    for one in article.iter(tag("note")):
        above = one.getparent()
        if _is_of_a_mark(one):
            taken = above.tag == tag("annotation") and above.find(tag("note")) is one
            left = not (taken or is_added(above))
        else:
            left = not one.get("target")
        if left:
            yield " ".join(text_of(one).split())


def _is_of_a_mark(note: Any) -> bool:
    return note.getparent().tag in (tag("annotation"), tag("span"))


def own_text(article: Any) -> TeiText:
    """Return the text of an article of ours, with the elements that were added in it."""
    block = _one(article, "t:text/t:body/t:ab")
    read = TeiText(text_of(block))
    read.places[block.get(XML_ID)] = (0, len(read.text))
    _gather(block, 0, read)
    return read


def _gather(element: Any, start: int, read: TeiText) -> int:
    """Add the elements below one that begins at `start`; return where it ends."""
    at = start + len(element.text or "")
    for inner in element:
        if inner.tag == tag("g") and inner.get("ref"):
            at += 1  # stands for one character
        elif isinstance(inner.tag, str):
            end = _gather(inner, at, read)
            if inner.get(XML_ID):
                read.places[inner.get(XML_ID)] = (at, end)
            if at < end:
                read.markings.append(Marking(inner, at, end))
            at = end
        at += len(inner.tail or "")
    return at


def own_records(root: Any) -> Iterator[tuple[str, Json]]:
    """Yield the records of a corpus, each with its id. Raises what wrong data raises."""
    yield "", {"type": "project", "title": text_of(_one(root, "t:teiHeader//t:titleStmt/t:title"))}
    for stand_off in root.iterfind(tag("standOff")):
        yield from _entities(stand_off)
        yield from _verdicts(stand_off)
    for article in root.iterfind(tag("TEI")):
        if article.get(XML_ID):
            name = _id(article, "d-")
            for record in _Article(article, name).records():
                yield name, record


def _entities(stand_off: Any) -> Iterator[tuple[str, Json]]:
    for element, kind in _KINDS.items():
        for one in stand_off.iter(tag(element)):
            name = _id(one, "e-")
            names: dict[str, list[str]] = {"canonical": [], "latin": [], "alias": []}
            for called in one.iter(*_NAMES):
                names[called.get("type")].append(text_of(called))
            ids = [
                {"scheme": idno.get("n") or idno.get("type"), "value": text_of(idno)}
                for idno in one.iter(tag("idno"))
            ]
            yield (
                name,
                {
                    "type": "entity",
                    "id": name,
                    "name": names["canonical"][0],
                    "name_latin": "".join(names["latin"]),
                    "kind": kind,
                    "aliases": names["alias"],
                    "external_ids": ids,
                    "note": _text(one, "t:note"),
                },
            )


def _verdicts(stand_off: Any) -> Iterator[tuple[str, Json]]:
    structures = {one.get(XML_ID): _features(one) for one in stand_off.iterfind(tag("fs"))}
    for one in stand_off.iter(tag("annotation")):
        name = _id(one, "v-")
        told = structures[_ana(one, "fv-")[0]]
        sides = [side[3:] for side in (one.get("target") or "").split()]
        yield (
            name,
            {
                "type": "verdict",
                "id": name,
                "key": one.get("n"),
                "kind": told["kind"],
                "choice": told["choice"],
                "chosen": told.get("chosen", ""),
                "value": told.get("value", ""),
                "reason": _text(one, "t:note"),
                "confidence": one.get("cert"),
                "sides": sides,
                "seen": told.get("seen", []),
                "linked": told.get("linked", []),
                "analyst": _text(one, "t:respStmt/t:name"),
                "given_at": _one(one, "t:respStmt/t:resp").get("when"),
                "reopened": told["reopened"],
            },
        )


class _Article:
    """One article."""

    def __init__(self, article: Any, name: str) -> None:
        self._article, self._name = article, name
        self._text = text_of(_one(article, "t:text/t:body/t:ab"))
        self._stand_off = article.find(tag("standOff"))

    def records(self) -> Iterator[Json]:
        """Yield the document, then its claims, mentions and rejections."""
        yield self._document()
        if self._stand_off is None:
            return
        structures = {one.get(XML_ID): one for one in self._stand_off.iterfind(tag("fs"))}
        for one in self._stand_off.iter(tag("annotation")):
            if is_added(one):
                continue
            yield self._claim(one, structures[_ana(one, "f-")[0]])
        analysts = {
            f"#{one.get(XML_ID)}": _text(one, "t:name")
            for one in self._article.iterfind(".//t:titleStmt/t:respStmt", _NS)
        }
        for one in self._spans("mentions"):
            if is_added(one):
                continue
            yield self._mention(one, analysts)
        for one in self._spans("rejected"):
            _, span = range_of(one.get("target"))
            yield {
                "type": "rejection", "key": one.get("n"), "document": self._name,
                "kind": one.get("type"), "name": text_of(one), "start": span.start, "end": span.end,
            }  # fmt: skip

    def _spans(self, kind: str) -> list[Any]:
        if self._stand_off is None:
            return []
        return list(self._stand_off.iterfind(f"t:spanGrp[@type='{kind}']/t:span", _NS))

    def _document(self) -> Json:
        header = _one(self._article, "t:teiHeader")
        date = header.find(".//t:publicationStmt/t:date", _NS)
        rest = json.loads(_text(header, "t:xenoData"))
        return {
            "type": "document",
            **rest,
            "id": self._name,
            "text": self._text,
            "title": _text(header, ".//t:titleStmt/t:title"),
            "author": _text(header, ".//t:titleStmt/t:author"),
            "outlet": _text(header, ".//t:publicationStmt/t:publisher"),
            "published": None if date is None else date.get("when"),
            "url": _text(header, ".//t:publicationStmt/t:idno"),
            "residue": [self._span(one.get("target")) for one in self._spans("residue")],
        }

    def _claim(self, one: Any, structure: Any) -> Json:
        told = _features(structure)
        spans = [self._span(pointer) for pointer in one.get("target").split()]
        return {
            "type": "claim",
            "id": _id(one, "c-"),
            "document": self._name,
            "spans": spans,
            "quote": GAP.join(span["quote"] for span in spans),
            "kind": _ana(one, "kind.")[0].removeprefix("kind."),
            "slots": [
                self._slot(slot) for slot in structure.iter(tag("fs")) if slot is not structure
            ],
            "note": _text(one, "t:note"),
            "origin": told["origin"],
            "author": _text(one, "t:respStmt/t:name"),
            "made_at": _one(one, "t:respStmt/t:resp").get("when"),
            "proposal": one.get("n", ""),
        }

    def _slot(self, structure: Any) -> Json:
        told, name = _features(structure), structure.get("type")
        words = told.get("words")
        return {
            "id": _id(structure, "s-"),
            "name": name,
            "value": _value(name, told),
            "span": self._span(words) if words else None,
            "origin": told["origin"],
        }

    def _mention(self, one: Any, analysts: dict[str, str]) -> Json:
        span, entity = self._span(one.get("target")), one.get("corresp")
        return {
            "type": "mention",
            "id": _id(one, "m-"),
            "document": self._name,
            "span": span,
            "quote": span["quote"],
            "role": _ana(one, "role.")[0].removeprefix("role."),
            "entity": entity.removeprefix("#e-") if entity else None,
            "origin": one.get("subtype"),
            "author": analysts[one.get("resp")],
            "proposal": one.get("n", ""),
        }

    def _span(self, pointer: str) -> Json:
        name, span = range_of(pointer)
        if name != f"t-{self._name}":
            raise ValueError(f"points into another text: {pointer[:80]}")
        return {"start": span.start, "end": span.end, "quote": span.of(self._text)}


def _value(name: str, told: Json) -> Json:
    text = told.get("text", "")
    if name in _PARTIES:
        entity = told.get("entity")
        linked = entity.removeprefix("#e-") if entity else None
        return {"type": "party", "text": text, "entity": linked}
    if name == "when":
        days = {"first": told.get("first"), "last": told.get("last")}
        how = told.get("how", "")
        return {"type": name, "text": text, **days, "precision": told["precision"], "how": how}
    if name == "how_many":
        bounds = {"low": told.get("low"), "high": told.get("high")}
        unit = told.get("unit", "")
        return {"type": name, "text": text, **bounds, "unit": unit, "hedge": told["hedge"]}
    if name == "what":
        return {"type": "words", "text": text}
    return {"type": name, "value": told["value"]}


def _features(structure: Any) -> Json:
    """Return the features of a structure; those whose values are structures are left out."""
    told: Json = {}
    for feature in structure.iterfind(tag("f")):
        name = feature.get("name")
        if feature.get("fVal"):
            told[name] = feature.get("fVal")
            continue
        value = feature[0]
        if value.tag == tag("string"):
            told[name] = text_of(value)
        elif value.tag in (tag("symbol"), tag("numeric")):
            told[name] = value.get("value")
        elif value.tag == tag("binary"):
            told[name] = value.get("value") == "true"
        elif value.tag == tag("vColl"):
            told[name] = [text_of(one) for one in value.iterfind(tag("string"))]
    return told


def _ana(element: Any, prefix: str) -> list[str]:
    return [one[1:] for one in element.get("ana").split() if one.startswith(f"#{prefix}")]


def _id(element: Any, prefix: str) -> str:
    name = str(element.get(XML_ID))
    if not name.startswith(prefix):
        raise ValueError(f"{name}: no {prefix}")
    return name.removeprefix(prefix)


def _one(element: Any, path: str) -> Any:
    found = element.find(path, _NS)
    if found is None:
        raise ValueError(f"{path} is missing")
    return found


def _text(element: Any, path: str) -> str:
    found = element.find(path, _NS)
    return "" if found is None else text_of(found)
