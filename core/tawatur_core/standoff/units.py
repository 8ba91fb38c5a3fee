"""The layers in which our records are written as labelled spans, and the spans themselves."""

from __future__ import annotations

from dataclasses import dataclass, field

VERSION = "1"  # of the layers below; written with every document

CLAIM, PART, SLOT, MENTION, RESIDUE = "Claim", "ClaimPart", "Slot", "Mention", "Residue"
DOCUMENT, ENTITY, VERDICT, REJECTION = "Document", "Entity", "Verdict", "Rejection"
GROUP, CONFLICT = "EventGroup", "Conflict"

# Features by layer, all of them text; what a reader wants to see stands first.
SPANS: dict[str, tuple[str, ...]] = {
    MENTION: ("name", "kind", "role", "latin", "sameAs", "entity", "origin", "author", "proposal",
              "identifier"),
    CLAIM: ("kind", "note", "origin", "author", "madeAt", "proposal", "group", "identifier"),
    PART: (),
    SLOT: ("name", "value", "entityName", "first", "last", "precision", "how", "low", "high",
           "unit", "hedge", "form", "entity", "origin", "identifier"),
    RESIDUE: (),
}  # fmt: skip
# What concerns a document as a whole.
WHOLE: dict[str, tuple[str, ...]] = {
    DOCUMENT: ("title", "outlet", "author", "url", "published", "publishedBasis", "fileName",
               "bytesSha256", "encoding", "encodingBasis", "importedAt", "copiedFrom", "sha256",
               "project",
               "version", "identifier"),
    ENTITY: ("name", "nameLatin", "kind", "aliases", "externalIds", "note", "identifier"),
    VERDICT: ("kind", "choice", "reason", "confidence", "chosen", "value", "sides", "seen",
              "analyst", "givenAt", "reopened", "linked", "key", "identifier"),
    REJECTION: ("kind", "name", "starts", "ends", "key"),
    GROUP: ("claims", "chains", "evidence", "key"),
    CONFLICT: ("kind", "claims", "confidence", "group", "rows", "evidence", "weight", "key"),
}  # fmt: skip
LAYERS = {**SPANS, **WHOLE}
# The links a claim has: to its further parts and to its slots, whose names are the roles.
LINKS = {"parts": PART, "slots": SLOT}
# For formats that count in tokens: the span as it is where it begins or ends in white space, and
# the white space before the first word of a document.
EXACT, LEADING = "exact", "leading"


@dataclass(slots=True, eq=False)
class Unit:
    """A span of a layer (code points), or a record of the whole document where it has no words.

    A slot that rests on no words has no length and lies where its claim begins. Features without
    a value are left out. `parts` and `slots` are the links of a claim, in their order.
    """

    layer: str
    start: int
    end: int
    features: dict[str, str] = field(default_factory=dict)
    parts: list[Unit] = field(default_factory=list)
    slots: list[Unit] = field(default_factory=list)
