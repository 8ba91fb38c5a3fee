"""The grammar of WebAnno TSV 3: header, sentences, token lines, and the annotations they spell.

https://inception-project.github.io (user guide, appendix WebAnno TSV 3.3). Offsets count UTF-16
units. An annotation of several tokens is written into each of them under one number; one that
begins or ends within a token has lines of sub-tokens.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tawatur_core.standoff.offsets import Utf16

SPAN, RELATION, CHAIN = "SP", "RL", "CH"
TOKEN = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"  # noqa: S105  # a type
Key = tuple[str, str]  # a type with the number of an annotation, or with chain and place in it
_HEADER = re.compile(r"#FORMAT=WebAnno TSV (3(?:\.\d)?)\Z")
_LAYER = re.compile(r"#T_(SP|RL|CH)=([^|]+)\|?(.*)\Z")
_ROW = re.compile(r"(\d{1,9}-\d{1,9}(?:\.\d{1,9})?)\t(\d{1,9})-(\d{1,9})\t", re.ASCII)
_CHAINED = re.compile(r"->(\d{1,9}-\d{1,9})\Z", re.ASCII)
_TARGET = re.compile(r"(\d+-\d+(?:\.\d+)?)(?:\[(\d{1,9})(?:_(\d{1,9}))?\])?\Z", re.ASCII)
_ESCAPED = re.compile(r"\\(->|.)", re.DOTALL)
# A separator, or any sign that is escaped.
_SIGNS = {sign: re.compile(rf"\\.|{re.escape(sign)}", re.DOTALL) for sign in "|;"}
_UNICODE = re.compile(r"\\u([0-9a-fA-F]{4})")
_LETTERS = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "b": "\b"}
_VALUE = str.maketrans({**{sign: f"\\{sign}" for sign in "\\[]|_;*"}, "\t": "\\t", "\n": "\\n",
                        "\r": "\\r"})  # fmt: skip
_SPECIAL = re.compile(r"[\\\[\]|_;*\t\n\r]|->")
_TEXT = str.maketrans({**{chr(code): f"\\{chr(code)}" for code in (*range(8), *range(14, 32))},
                       "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", "\b": "\\b",
                       "\\": "\\\\"})  # fmt: skip


def escape_value(value: str) -> str:
    """Return a feature's value as a cell can hold it."""
    if _SPECIAL.search(value) is None:  # most are plain
        return value
    return value.translate(_VALUE).replace("->", "\\->")


def escape_text(text: str) -> str:
    """Return a line of a sentence's text as the header of the sentence can hold it."""
    return text if text.isprintable() and "\\" not in text else text.translate(_TEXT)


def unescape(told: str) -> str:
    """Return what an escaped value or text says."""
    if "\\" not in told:
        return told
    return _ESCAPED.sub(lambda found: _LETTERS.get(found[1], found[1]), told)


def cut(cell: str, separator: str) -> list[str]:
    """Split at separators that are not escaped; the parts stay escaped."""
    if separator not in cell:
        return [cell]
    if "\\" not in cell:
        return cell.split(separator)
    parts: list[str] = []
    at = 0
    for found in _SIGNS[separator].finditer(cell):
        if found[0] == separator:
            parts.append(cell[at : found.start()])
            at = found.end()
    return [*parts, cell[at:]]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `sort` is value, none, role, target or base; `name` the feature.

    `type` is that of what a target or base is; '' for any.
    """

    sort: str
    name: str
    type: str = ""


@dataclass(frozen=True, slots=True)
class Layer:
    """A declared layer: span, relation or chain, its type, and its columns."""

    sort: str
    type: str
    columns: tuple[Column, ...]


@dataclass(slots=True, eq=False)
class Found:
    """An annotation; places are UTF-16 units. `links` hold feature, role and target.

    A relation has its ends as links named source and target; a chain's links follow each other.
    """

    layer: Layer
    start: int
    end: int
    features: dict[str, str] = field(default_factory=dict)
    links: list[tuple[str, str, Found]] = field(default_factory=list)
    roles: dict[str, list[str]] = field(default_factory=dict)  # by link feature
    wanted: list[tuple[Column, str]] = field(default_factory=list)  # what the cells refer to


@dataclass(slots=True)
class Parsed:
    """A document: its text, the layers it declares, and its annotations in order."""

    text: str
    layers: list[Layer]
    annotations: list[Found]
    utf16: bool = True  # False: the offsets turned out to count code points


def parse(told: str) -> Parsed:
    """Read a file. Raises ValueError with the number of the line that breaks the grammar."""
    lines = [line.removesuffix("\r") for line in told.removeprefix("\ufeff").split("\n")]
    header = _HEADER.match(lines[0])
    if header is None:
        raise ValueError(f"1: {lines[0][:60]}")
    reading = _Reading(header[1] in ("3", "3.0", "3.1"))
    number = 1
    for number, line in enumerate(lines[1:], 2):
        try:
            reading.take(line)
        except (ValueError, KeyError, IndexError) as failure:
            raise ValueError(f"{number}: {failure}") from failure
    try:
        return reading.finished()
    except (ValueError, KeyError, IndexError) as failure:
        raise ValueError(f"{number}: {failure}") from failure


class _Reading:
    def __init__(self, java: bool) -> None:
        self._java = java  # up to 3.1, texts were escaped as in Java
        self._layers: list[Layer] = []
        self._columns: list[tuple[Layer, Column]] = []
        self._slices: list[tuple[Layer, int, int]] = []  # the columns of each layer
        self._pieces: list[str] = []
        self._length = self._gaps = 0
        self._header: list[str] = []
        self._units: dict[str, dict[str, list[Found]]] = {}  # by unit, by type
        self._places: dict[str, tuple[int, int]] = {}
        self._tokens: list[tuple[int, int, str]] = []
        self._keyed: dict[Key, Found] = {}
        self._all: list[Found] = []
        self._empty = ""  # the cells of a token without annotations
        # The cells of tokens whose annotations all have numbers: the next token that says the
        # same has the same ones. Most tokens repeat those before them, or say nothing.
        self._read: dict[str, dict[str, list[Found]]] = {}
        self._stacks: dict[tuple[int, str], list[Found]] = {}  # so too for the cells of a layer
        self._numbered = True  # all annotations of the token being read

    def take(self, line: str) -> None:
        if found := _ROW.match(line):
            said, tab, cells = line[found.end() :].partition("\t")
            if self._columns and not tab:
                raise ValueError(f"0 < {len(self._columns)}")
            self._row(found[1], int(found[2]), int(found[3]), said)
            self._cells(found[1], int(found[3]), cells)
        elif not self._tokens and (declared := _LAYER.match(line)):
            self._declare(*declared.groups())
        elif line.startswith("#Text="):
            told = line[6:]
            if self._java:
                told = _UNICODE.sub(lambda found: chr(int(found[1], 16)), told)
            self._header.append(unescape(told))
        elif line and not line.startswith("#"):
            raise ValueError(line[:60])

    def finished(self) -> Parsed:
        if self._header:
            raise ValueError("a sentence without tokens")
        text = "".join(self._pieces).removesuffix("\n")
        if "\0" not in text and any("\ud800" <= sign <= "\udfff" for sign in text):
            raise ValueError("surrogate")
        utf16 = self._fit(text, utf16=True)
        if not utf16 and not self._fit(text, utf16=False):
            raise ValueError("the tokens do not stand where their offsets say")
        for found in list(self._all):
            self._look_up(found)
        for (kind, place), found in self._keyed.items():
            chain, _, n = place.partition("-")
            following = self._keyed.get((kind, f"{chain}-{int(n) + 1}")) if n else None
            if following is not None:
                label = found.features.get("referenceRelation", "next")
                found.links.append(("next", label, following))
        return Parsed(text, self._layers, self._all, utf16)

    def _declare(self, sort: str, kind: str, rest: str) -> None:
        columns: list[Column] = []
        for told in rest.split("|") if rest else ():
            if told.startswith("ROLE_"):
                columns.append(Column("role", told.split("_")[1].partition(":")[2]))
            elif told.startswith("BT_"):
                columns.append(Column("base", "", told[3:]))
            elif columns and columns[-1].sort == "role":
                wanted = "" if told == "uima.tcas.Annotation" else told
                columns.append(Column("target", columns[-1].name, wanted))
            else:
                columns.append(Column("value", told))
        layer = Layer(sort, kind, tuple(columns) or (Column("none", ""),))
        self._layers.append(layer)
        first = len(self._columns)
        self._slices.append((layer, first, first + len(layer.columns)))
        self._columns += [(layer, column) for column in layer.columns]
        self._empty = "_\t" * len(self._columns)

    def _row(self, unit: str, start: int, end: int, said: str) -> None:
        if unit in self._places or start > end:
            raise ValueError(f"{unit} {start}-{end}")
        if self._header:
            self._sentence(start)
        self._places[unit] = (start, end)
        self._tokens.append((start, end, said))

    def _cells(self, unit: str, end: int, told: str) -> None:
        """Read the cells of a token that ends at `end`."""
        if told == self._empty:
            self._units[unit] = {}
            return
        if (known := self._read.get(told)) is not None:
            self._units[unit] = {kind: list(stack) for kind, stack in known.items()}
            for stack in known.values():
                for one in stack:
                    one.end = max(one.end, end)
            return
        cells = told.split("\t")
        if len(cells) < len(self._columns):
            raise ValueError(f"{len(cells)} < {len(self._columns)}")
        held: dict[str, list[Found]] = {}
        self._units[unit] = held
        whole = True
        for layer, first, last in self._slices:
            part = cells[first:last]
            if any(cell not in _NOTHING for cell in part):
                whole = self._stack(unit, layer, part, held) and whole
        if whole:
            self._read[told] = {kind: list(stack) for kind, stack in held.items()}

    def _stack(
        self, unit: str, layer: Layer, part: list[str], held: dict[str, list[Found]]
    ) -> bool:
        """Read what the cells of one layer say of a token; return whether all have numbers."""
        key = (id(layer), "\t".join(part))
        known = self._stacks.get(key)
        if known is not None and layer.type not in held:
            held[layer.type] = list(known)
            end = self._places[unit][1]
            for one in known:
                one.end = max(one.end, end)
            return True
        alone = layer.type not in held
        stack = held.setdefault(layer.type, [])
        self._numbered = True
        for column, cell in zip(layer.columns, part, strict=False):
            if cell not in _NOTHING:
                for n, told in enumerate(cut(cell, "|")):
                    self._cell(unit, layer, column, (stack, n, told))
        if self._numbered and alone:
            self._stacks[key] = list(stack)
        return self._numbered

    def _sentence(self, start: int) -> None:
        """Put the text of a sentence where its first token begins."""
        if self._pieces and self._length == start + 1:  # no white space between two sentences
            self._pieces[-1] = self._pieces[-1].removesuffix("\n")
            self._length -= 1
        if self._length > start:
            raise ValueError(f"the sentence before ends at {self._length}")
        self._gaps += start - self._length
        if self._gaps > _LONGEST_GAPS:
            raise ValueError(f"{self._gaps} characters are missing")
        self._pieces.append(" " * (start - self._length))
        said = "\n".join(self._header) + "\n"
        self._pieces.append(said)
        self._length = start + Utf16(said).units(len(said))
        self._header = []

    def _cell(
        self, unit: str, layer: Layer, column: Column, stacked: tuple[list[Found], int, str]
    ) -> None:
        stack, n, told = stacked
        key: Key | None = None
        if column.sort in ("target", "base"):
            pass  # numbers are those of what is referred to
        elif number := _number(told):
            key = (layer.type, number) if layer.sort == SPAN else None
            told = told[: -2 - len(number)]
        elif layer.sort == CHAIN and (ending := _ending(_CHAINED, told)):
            key, told = (layer.type, ending[1]), told[: ending.start()]
        found = self._annotation(unit, layer, stack, n, key)
        if column.sort == "value" and told not in ("*", "_"):
            found.features[column.name] = unescape(told)
        elif column.sort == "role":
            roles = ["" if one in ("*", "_") else unescape(one) for one in cut(told, ";")]
            found.roles[column.name] = roles
        elif column.sort == "target":
            targets = [(column, one) for one in cut(told, ";") if _TARGET.match(one)]
            # Every token of the annotation says the same.
            found.wanted = [one for one in found.wanted if one[0] != column] + targets
        elif column.sort == "base":
            self._numbered = False  # it refers to this very token
            found.wanted = [(column, told), (Column("end", unit, column.type), told)]

    def _annotation(
        self, unit: str, layer: Layer, stack: list[Found], n: int, key: Key | None
    ) -> Found:
        """Return the annotation a value is of: by its number or chain, else by the stack."""
        start, end = self._places[unit]
        found = self._keyed.get(key) if key else None
        if found is None and n < len(stack):
            found = stack[n]
        if found is None:
            found = Found(layer, start, end)
            self._all.append(found)
        if found not in stack:
            stack.append(found)
            found.end = max(found.end, end)
            self._numbered = self._numbered and key is not None and layer.sort == SPAN
        if key:
            self._keyed[key] = found
        return found

    def _look_up(self, found: Found) -> None:
        """Make links of what the cells refer to."""
        for column, told in found.wanted:
            target = _TARGET.match(told)
            if target is None:
                continue
            unit, first, second = target.groups()
            if column.sort == "base":
                found.links.append(("source", "", self._at(unit, column.type, first)))
            elif column.sort == "end":
                found.links.append(("target", "", self._at(column.name, column.type, second)))
            else:
                roles = found.roles.get(column.name, [])
                n = sum(feature == column.name for feature, _, _ in found.links)
                role = roles[n] if n < len(roles) else ""
                found.links.append((column.name, role, self._at(unit, column.type, first)))

    def _at(self, unit: str, kind: str, number: str | None) -> Found:
        """Return the annotation a reference means; a token where nothing else stands there."""
        held = self._units[unit]
        kinds = [kind] if kind else list(held)
        if number and number != "0":
            for one in kinds:
                if (one, number) in self._keyed:
                    return self._keyed[one, number]
        listed = [found for one in kinds for found in held.get(one, ())]
        begun = [one for one in listed if one.layer.sort == SPAN]
        begun.sort(key=lambda one: one.start != self._places[unit][0])  # that begin here, first
        if begun:
            return begun[0]
        token = Found(Layer(SPAN, kind or TOKEN, ()), *self._places[unit])
        held.setdefault(kind or TOKEN, []).append(token)
        self._all.append(token)
        return token

    def _fit(self, text: str, *, utf16: bool) -> bool:
        """Whether every token stands where its offsets say."""
        if not utf16 or Utf16(text).same:
            return all(text[start:end] == said for start, end, said in self._tokens)
        units = text.encode("utf-16-le", "surrogatepass")
        return all(units[2 * start : 2 * end] == said.encode("utf-16-le", "surrogatepass")
                   for start, end, said in self._tokens)  # fmt: skip


_NOTHING = ("_", "")
_LONGEST_GAPS = 1 << 20  # white space that a file may leave out between its sentences


def _number(told: str) -> str:
    """Return the digits of an ending like [12] that is not escaped, or ''."""
    if not told.endswith("]"):
        return ""
    before, _, digits = told[:-1].rpartition("[")
    if not (0 < len(digits) < 10 and digits.isascii() and digits.isdigit()):
        return ""
    if len(before) + len(digits) + 2 != len(told) or _escapes(before):
        return ""
    return digits


def _escapes(before: str) -> bool:
    """Whether what comes after a text is escaped."""
    return before.endswith("\\") and (len(before) - len(before.rstrip("\\"))) % 2 == 1


def _ending(pattern: re.Pattern[str], told: str) -> re.Match[str] | None:
    """Return an ending that is not escaped."""
    found = pattern.search(told)
    if found is None:
        return None
    return None if _escapes(told[: found.start()]) else found
