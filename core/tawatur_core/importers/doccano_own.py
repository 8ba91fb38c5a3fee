"""Our own lines, come back from doccano, which gives its entities other numbers.

Our records say where their spans are; each must still stand there as an entity with a label of its
kind, else it was taken out in doccano.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tawatur_core.importers.rebuild import GAP, Json
from tawatur_core.model import ClaimKind, EntityKind

_CLAIMS = tuple(kind.value for kind in ClaimKind)
_MENTIONS = (*(kind.value for kind in EntityKind), "unlinked")
_RESIDUE = ("residue",)


def is_own(item: Json) -> bool:
    """Whether we wrote a line: it carries our records."""
    return isinstance(item.get("tawatur"), dict)


class OwnItem:
    """One line of ours.

    After `records`: `added` are the entities that belong to none of them, `gone` the words of
    records that were taken out.
    """

    def __init__(self, item: Json, entities: Sequence[Json]) -> None:
        self._text, self._extras = item["text"], item["tawatur"]
        self._left = Counter(
            (one["start_offset"], one["end_offset"], one["label"]) for one in entities
        )
        self._entities = entities
        self.gone: list[str] = []

    def records(self) -> Iterator[Json]:
        """Yield the records of the project, the document, its claims, mentions and rejections."""
        yield from self._extras.get("records", ())
        document = self._extras.get("document")
        if document is None:
            return
        claims = [self._claim(document["id"], told) for told in self._extras["claims"]]
        mentions = [self._mention(document["id"], told) for told in self._extras["mentions"]]
        residue = [
            self._span([one["start_offset"], one["end_offset"]])
            for one in self._entities
            if one["label"] in _RESIDUE
            and self._taken([one["start_offset"], one["end_offset"]], _RESIDUE)
        ]
        yield {"type": "document", **document, "text": self._text, "residue": residue}
        yield from (record for record in claims + mentions if record is not None)
        yield from self._extras.get("rejected", ())

    @property
    def added(self) -> list[Json]:
        """Return the entities that were added in doccano."""
        left, found = Counter(self._left), []
        for one in self._entities:
            key = (one["start_offset"], one["end_offset"], one["label"])
            if left[key] > 0:
                left[key] -= 1
                found.append(one)
        return found

    def _claim(self, document: str, told: Json) -> Json | None:
        told = dict(told)
        places = told.pop("at")
        kinds = [self._taken(at, _CLAIMS) for at in places]
        told["slots"] = [self._slot(slot) for slot in told["slots"]]
        spans = [self._span(at) for at, kind in zip(places, kinds, strict=True) if kind]
        if not spans:
            self.gone.append(GAP.join(self._span(at)["quote"] for at in places))
            return None
        quote = GAP.join(span["quote"] for span in spans)
        kind = next(kind for kind in kinds if kind)
        return {
            "type": "claim", **told, "document": document, "spans": spans, "quote": quote,
            "kind": kind,
        }  # fmt: skip

    def _slot(self, told: Json) -> Json:
        told = dict(told)
        at = told.pop("at")
        kept = at is not None and self._taken(at, (told["name"],))
        return {**told, "span": self._span(at) if kept else None}

    def _mention(self, document: str, told: Json) -> Json | None:
        told = dict(told)
        at = told.pop("at")
        span = self._span(at)
        if not self._taken(at, _MENTIONS):
            self.gone.append(span["quote"])
            return None
        return {
            "type": "mention", **told, "document": document, "span": span, "quote": span["quote"],
        }  # fmt: skip

    def _taken(self, at: list[int], labels: Sequence[str]) -> str:
        """Return the label of an entity that stands there and is of no other record, '' if none."""
        for label in labels:
            key = (at[0], at[1], label)
            if self._left[key] > 0:
                self._left[key] -= 1
                return label
        return ""

    def _span(self, at: list[int]) -> Json:
        return {"start": at[0], "end": at[1], "quote": self._text[at[0] : at[1]]}
