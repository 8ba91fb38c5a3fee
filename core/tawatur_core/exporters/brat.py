"""brat stand-off: a text and an ``.ann`` file for each document, with the configuration.

Claims, slots and mentions are text-bound annotations (claims of several parts discontinuous ones),
slots hang on claims by relations, what can have few values is an attribute, external ids are
normalisations. Ids, authors, times and values stand in notes of kinds that begin with ``Tawatur``.
https://brat.nlplab.org/standoff.html, https://brat.nlplab.org/configuration.html
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from tawatur_core.errors import ExportMismatch
from tawatur_core.exporters import losses
from tawatur_core.exporters.bundle import read_back, writing
from tawatur_core.kinds import (
    ClaimKind,
    EntityKind,
    Hedge,
    MentionRole,
    Origin,
    Precision,
    SlotName,
)
from tawatur_core.monitor import Monitor, Silent
from tawatur_core.phrasing import term
from tawatur_core.plugins import Corpus
from tawatur_core.standoff.brat import (
    ATTRIBUTES,
    BREAKS,
    HAS,
    NOTE,
    NOWHERE,
    OUR_NOTE,
    OUTSIDE,
    UNLINKED,
    Place,
    fragments,
    label,
    parse,
)
from tawatur_core.standoff.take import Sheet, sheets
from tawatur_core.standoff.units import CLAIM, PART, RESIDUE, SLOT, SPANS, Unit
from tawatur_core.wording import wording

_CLAIMS = "|".join(kind.capitalize() for kind in ClaimKind)
_SLOTS = "|".join(name.capitalize() for name in SlotName)
_NAMES = "|".join([*(kind.capitalize() for kind in EntityKind), UNLINKED])
_TOOLS = """[options]
Tokens tokenizer:whitespace
Sentences splitter:newline

[normalization]
wikidata DB:<NONE>, <URL>:https://www.wikidata.org, <URLBASE>:https://www.wikidata.org/wiki/%s
"""


class Brat:
    """A folder or zip file that can be put into brat's data folder as it is."""

    name = "brat"
    suffix = ".zip"
    losses = (losses.HISTORY,)

    def write(self, corpus: Corpus, destination: Path, language: str, monitor: Monitor) -> None:
        """Write texts, annotations and configuration. Raises OSError, Cancelled."""
        with writing(destination) as bundle:
            for name, told in (
                ("annotation.conf", _annotation_conf()),
                ("visual.conf", _visual_conf(language)),
                ("tools.conf", _TOOLS),
            ):
                with bundle.text(name) as file:
                    file.write(told)
            for number, sheet in enumerate(sheets(corpus, monitor), 1):
                # brat puts document names into addresses: plain letters only.
                with bundle.text(f"document-{number:06}.txt") as file:
                    file.write(sheet.text)
                with bundle.text(f"document-{number:06}.ann") as file:
                    file.write("".join(_annotations(sheet)))

    def verify(self, corpus: Corpus, destination: Path) -> int:
        """Parse every file by brat's grammar and slice its text. Raises ExportMismatch."""
        count = 0
        written = (one for one in read_back(destination) if not one[0].endswith(".conf"))
        for sheet in sheets(corpus, Silent()):
            (name, ann), (_, data) = next(written), next(written)
            text = data.decode()
            found = []
            for number, line in parse(ann.decode()):
                if line is None:
                    raise ExportMismatch(destination, f"{name}: {number}")
                if line.places:
                    sliced = " ".join(text[start:end] for start, end in line.places)
                    if sliced != line.text:
                        raise ExportMismatch(destination, f"{name}: {line.id}")
                    found.append((line.type, sliced))
            wanted = [(label(unit.layer, unit.features), _covered(sheet.text, unit))
                      for unit in sheet.units if _bound(sheet.text, unit)]  # fmt: skip
            if text != sheet.text or sorted(found) != sorted(wanted):
                raise ExportMismatch(destination, name)
            count += len(found)
        return count


def _spans(unit: Unit) -> list[Place]:
    """Return where a unit lies; a claim with its further parts."""
    return [(one.start, one.end) for one in (unit, *unit.parts)]


def _bound(text: str, unit: Unit) -> bool:
    """Whether a unit has words that brat can show."""
    shown = unit.layer in SPANS and unit.layer != PART
    return shown and bool(fragments(text, _spans(unit)))


def _covered(text: str, unit: Unit) -> str:
    return " ".join(text[start:end] for start, end in fragments(text, _spans(unit)))


def _annotations(sheet: Sheet) -> Iterator[str]:
    """Yield the lines of a document: all text-bound ones first, then what refers to them."""
    ids: dict[int, str] = {}
    for unit in sheet.units:
        if _bound(sheet.text, unit):
            ids[id(unit)] = f"T{len(ids) + 1}"
            places = ";".join(f"{a} {b}" for a, b in fragments(sheet.text, _spans(unit)))
            kind = label(unit.layer, unit.features)
            yield f"{ids[id(unit)]}\t{kind} {places}\t{_covered(sheet.text, unit)}\n"
    numbers = dict.fromkeys("RAN#", 0)

    def line(sort: str, said: str) -> str:
        numbers[sort] += 1
        return f"{sort}{numbers[sort]}\t{said}\n"

    for unit in sheet.units:
        here = ids.get(id(unit))
        for n, slot in enumerate(unit.slots):
            if id(slot) in ids:
                yield line("R", f"{HAS}{slot.features['name']} Arg1:{here} Arg2:{ids[id(slot)]}")
            else:  # it rests on no words: a note on its claim
                yield line("#", _rest(slot, here or NOWHERE, {**slot.features, "n": str(n)}))
        if here:
            yield from (line(sort, said) for sort, said in _said_of(sheet.text, unit, here))
        elif unit.layer not in (SLOT, PART):
            yield line("#", _rest(unit, NOWHERE, unit.features | _exact(sheet.text, unit)))


def _said_of(text: str, unit: Unit, here: str) -> Iterator[tuple[str, str]]:
    """Yield attributes, normalisations and notes of a text-bound unit."""
    left = dict(unit.features)
    for name, feature in ATTRIBUTES.items():
        if value := left.pop(feature, ""):
            yield "A", f"{name} {here} {value}"
    for same in left.get("sameAs", "").split():
        yield "N", f"Reference {here} {same}\t{BREAKS.sub(' ', left['name'])}"
    note = left.get("note") or left.get("value") or ""
    shown = BREAKS.sub(" ", note).strip()
    if shown and shown != _covered(text, unit):
        yield "#", f"{NOTE} {here}\t{shown}"
        if unit.layer == CLAIM and shown == note:
            del left["note"]  # what brat shows is all of it
    if unit.layer == CLAIM:
        del left["kind"]  # the type says it
    if unit.layer != RESIDUE or _exact(text, unit):
        yield "#", _rest(unit, here, left | _exact(text, unit))


def _exact(text: str, unit: Unit) -> dict[str, str]:
    """Return the spans as they are, where line breaks had to be cut out of them."""
    spans = _spans(unit)
    if unit.layer not in SPANS or fragments(text, spans) == spans:
        return {}
    return {"spans": ";".join(f"{start} {end}" for start, end in spans)}


def _rest(unit: Unit, target: str, features: dict[str, str]) -> str:
    """Return a note with features as JSON, in one line for every reader."""
    told = json.dumps(features, ensure_ascii=False)
    told = BREAKS.sub(lambda found: f"\\u{ord(found[0]):04x}", told)
    return f"{OUR_NOTE}{unit.layer} {target}\t{told}"


def _annotation_conf() -> str:
    """Return the types, so that brat lets people mark claims as we do."""
    entities = ["!Mention", *(f"\t{name}" for name in _NAMES.split("|"))]
    entities += ["!Claim", *(f"\t{name}" for name in _CLAIMS.split("|"))]
    entities += ["!Slot", *(f"\t{name}" for name in _SLOTS.split("|")), OUTSIDE]
    relations = [
        f"{HAS}{name.value}\tArg1:{_CLAIMS}, Arg2:{name.capitalize()}" for name in SlotName
    ]
    relations.append("<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>")
    values = {
        "Origin": (f"{_NAMES}|{_CLAIMS}|{_SLOTS}", Origin),
        "Role": (_NAMES, MentionRole),
        "Hedge": (SlotName.HOW_MANY.capitalize(), Hedge),
        "Precision": (SlotName.WHEN.capitalize(), Precision),
    }
    attributes = [
        f"{name}\tArg:{on}, Value:{'|'.join(one.value for one in kind)}"
        for name, (on, kind) in values.items()
    ]
    sections = {"entities": entities, "relations": relations, "events": [],
                "attributes": attributes}  # fmt: skip
    return "\n".join(f"[{name}]\n" + "".join(f"{row}\n" for row in rows)
                     for name, rows in sections.items())  # fmt: skip


def _visual_conf(language: str) -> str:
    """Return what the types are called on the screen, and in which colours."""
    words = wording(language, isolate=False)
    kinds = [*EntityKind, *ClaimKind, *SlotName]
    rows = [f"{kind.capitalize()} | {term(kind, words)}" for kind in kinds]
    rows += [f"{HAS}{name.value} | {term(name, words)}" for name in SlotName]
    colours = {_NAMES: "#ffd699", _CLAIMS: "#cfe2d8", _SLOTS: "#d7dcef", OUTSIDE: "#dddddd"}
    drawn = [f"{name}\tbgColor:{colour}" for names, colour in colours.items()
             for name in names.split("|")]  # fmt: skip
    default = "SPAN_DEFAULT\tfgColor:black, bgColor:lightgreen, borderColor:darken"
    return "\n".join(["[labels]", *rows, "", "[drawing]", default, *drawn, ""])
