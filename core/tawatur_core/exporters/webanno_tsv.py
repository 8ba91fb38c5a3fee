"""WebAnno TSV 3.3: token lines with a column a feature, for WebAnno and INCEpTION.

What concerns a whole document stands as annotations without length at its first token, and so do
slots that rest on no words. Spans whose ends lie in white space, which the format moves to the
tokens, carry their own positions in a feature.
https://inception-project.github.io (user guide, appendix WebAnno TSV 3.3)
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tawatur_core.errors import ExportMismatch
from tawatur_core.exporters import losses
from tawatur_core.exporters.bundle import read_back, writing
from tawatur_core.model import Document
from tawatur_core.monitor import Monitor, Silent
from tawatur_core.plugins import Corpus, Loss
from tawatur_core.standoff import cas_types
from tawatur_core.standoff.offsets import Utf16
from tawatur_core.standoff.take import Sheet, sheets
from tawatur_core.standoff.tokens import Place, lines, tokens
from tawatur_core.standoff.tsv import escape_text, escape_value, parse
from tawatur_core.standoff.units import DOCUMENT, EXACT, LAYERS, LEADING, LINKS, Unit

BLANK = Loss("loss-blank", {Document: lambda one, _: one if one.text.strip() else None})
_SPANS_ALL = cas_types.ANNOTATION  # here everything stands in the text


class WebAnnoTsv:
    """One file a document, with the type system that INCEpTION takes the layers from."""

    name = "webanno-tsv"
    suffix = ".zip"
    losses = (BLANK, losses.HISTORY)

    def write(self, corpus: Corpus, destination: Path, language: str, monitor: Monitor) -> None:
        """Write the documents. Raises OSError, Cancelled."""
        with writing(destination) as bundle:
            for sheet in sheets(corpus, monitor):
                if sheet.text.strip():
                    with bundle.text(f"{sheet.name}.tsv") as file:
                        file.write("".join(_Page(sheet).rows()))
            with bundle.text("TypeSystem.xml") as file:
                file.write(cas_types.as_xml(_SPANS_ALL))

    def verify(self, corpus: Corpus, destination: Path) -> int:
        """Parse every file by the grammar and slice its text. Raises ExportMismatch."""
        count = 0
        written = read_back(destination)
        for sheet in sheets(corpus, Silent()):
            if not sheet.text.strip():
                continue
            name, data = next(written)
            try:
                parsed = parse(data.decode())
            except ValueError as failure:
                raise ExportMismatch(destination, f"{name}: {failure}") from failure
            bare = sheet.text.lstrip()
            units = parsed.text.encode("utf-16-le")
            found = sorted(
                (one.layer.type, units[2 * one.start : 2 * one.end].decode("utf-16-le", "replace"))
                for one in parsed.annotations
            )
            wanted = sorted(
                (cas_types.type_name(unit.layer), sheet.text[unit.start : unit.end].strip())
                for unit in sheet.units
            )
            if parsed.text.lstrip(" ") != bare or found != wanted:
                raise ExportMismatch(destination, name)
            count += len(found)
        return count


_Names = dict[tuple[int, Place], str]  # the ids of places, by the number of their token


class _Layer:
    """A layer that a document uses, and the features that have a value somewhere."""

    def __init__(self, name: str, columns: list[str]) -> None:
        self.name, self.columns = name, columns
        self.declared = _declared(name, columns)
        self.empty = ["_"] * len(self.declared)


class _Page:
    """One document being written."""

    def __init__(self, sheet: Sheet) -> None:
        self._text, self._units = sheet.text, sheet.units
        self._wide = Utf16(sheet.text)
        marked = [unit.start for unit in sheet.units if unit.start or unit.end]
        self._lines = lines(sheet.text, tokens(sheet.text, marked))
        self._tokens = [token for line in self._lines for token in line]
        self._numbers = {id(unit): n for n, unit in enumerate(sheet.units, 1)}
        # The units of each token (0) and of the places within it, in the order of the document.
        self._at: dict[int, dict[Place, list[Unit]]] = defaultdict(lambda: defaultdict(list))
        self._defined: dict[int, tuple[int, Place]] = {}  # token and place a unit begins at
        self._rows: dict[tuple[int, ...], str] = {}
        self._told: dict[int, list[str]] = {}
        self._ends = [end for _, end in self._tokens]
        self._starts = [start for start, _ in self._tokens]
        head = next(unit for unit in sheet.units if unit.layer == DOCUMENT)
        leading = sheet.text[: self._starts[0]]
        if leading.strip(" ") or leading:
            head.features[LEADING] = leading
        for unit in sheet.units:
            self._place(unit)

    def rows(self) -> Iterator[str]:
        """Yield the lines of the file."""
        yield "#FORMAT=WebAnno TSV 3.3\n"
        layers = self._layers()
        for layer in layers:
            yield f"#T_SP={cas_types.type_name(layer.name)}|{'|'.join(layer.declared)}\n"
        yield "\n"
        empty = "\t".join(cell for layer in layers for cell in layer.empty) + "\t\n"
        names = self._names()
        number = 0
        begins = [line[0][0] for line in self._lines] + [len(self._text)]
        for n, line in enumerate(self._lines):
            said = self._text[begins[n] : begins[n + 1]].split("\n")
            yield "\n" + "".join([f"#Text={escape_text(part)}\n" for part in said])
            for m, token in enumerate(line, 1):
                if number in self._at:
                    yield from self._marked(number, token, layers, names)
                else:
                    yield f"{n + 1}-{m}\t{self._shown(token)}\t{empty}"
                number += 1

    def _marked(
        self, number: int, token: Place, layers: list[_Layer], names: _Names
    ) -> Iterator[str]:
        """Yield the lines of a token with units, and of the places within it that they cut."""
        held = self._at[number]
        for place in [token, *sorted(held.keys() - {token})]:
            cells = self._cells(held.get(place, []), layers, names)
            yield f"{names[number, place]}\t{self._shown(place)}\t{cells}"

    def _shown(self, place: Place) -> str:
        start, end = place
        shown = self._text[start:end]
        if self._wide.same:
            return f"{start}-{end}\t{shown}"
        return f"{self._wide.units(start)}-{self._wide.units(end)}\t{shown}"

    def _names(self) -> _Names:
        """Return the unit ids of where units are: sentence-token, with a number within a token."""
        names: _Names = {}
        number = 0
        for n, line in enumerate(self._lines, 1):
            for m, token in enumerate(line, 1):
                if number in self._at:
                    names[number, token] = f"{n}-{m}"
                    inner = sorted(self._at[number].keys() - {token})
                    for k, place in enumerate(inner, 1):
                        names[number, place] = f"{n}-{m}.{k}"
                number += 1
        return names

    def _place(self, unit: Unit) -> None:
        """Put a unit into the tokens it lies on, and into places within those it cuts."""
        first = bisect_right(self._ends, unit.start)
        last = bisect_left(self._starts, unit.end) - 1
        if unit.start == unit.end or first > last:  # no words
            if unit.start != unit.end:
                unit.features[EXACT] = f"{unit.start} {unit.end}"
            token = min(first, len(self._tokens) - 1)
            start, end = self._tokens[token]
            at = min(max(unit.start, start), end)
            self._put(unit, token, (at, at))
            return
        if unit.start < self._starts[first] or unit.end > self._ends[last]:
            unit.features[EXACT] = f"{unit.start} {unit.end}"
        for token in range(first, last + 1):
            start, end = self._tokens[token]
            self._put(unit, token, (max(start, unit.start), min(end, unit.end)))

    def _put(self, unit: Unit, token: int, place: Place) -> None:
        self._at[token][place].append(unit)
        self._defined.setdefault(id(unit), (token, place))

    def _layers(self) -> list[_Layer]:
        """Return the layers of the document with the features that have a value somewhere."""
        used: dict[str, set[str]] = defaultdict(set)
        for unit in self._units:
            held = used[unit.layer]
            held.update(unit.features)
            held.update(name for name in LINKS if getattr(unit, name))
        order = [*LINKS, EXACT, LEADING]
        return [
            _Layer(layer, [name for name in (*LAYERS[layer], *order) if name in used[layer]])
            for layer in sorted(used)
        ]

    def _cells(self, units: list[Unit], layers: list[_Layer], names: _Names) -> str:
        """Return the columns of a place; tokens of the same units say the same."""
        key = tuple(map(id, units))
        if key not in self._rows:
            stacks: dict[str, list[Unit]] = defaultdict(list)
            for unit in units:
                stacks[unit.layer].append(unit)
            row: list[str] = []
            for layer in layers:
                stack = [self._said(one, layer, names) for one in stacks.get(layer.name, ())]
                row += (
                    map("|".join, zip(*stack, strict=True))
                    if len(stack) > 1
                    else (stack[0] if stack else layer.empty)
                )
            self._rows[key] = "\t".join(row) + "\t\n"
        return self._rows[key]

    def _said(self, unit: Unit, layer: _Layer, names: _Names) -> list[str]:
        """Return the cells of a unit: what each column says of it, with its number."""
        if (known := self._told.get(id(unit))) is not None:
            return known
        number = f"[{self._numbers[id(unit)]}]"
        cells: list[str] = []
        features = unit.features
        for column in layer.columns or [""]:
            if column in LINKS:
                cells += (_roles(unit, column) + number, self._targets(unit, column, names))
            else:
                value = features.get(column)
                cells.append((escape_value(value) if value else "*") + number)
        self._told[id(unit)] = cells
        return cells

    def _targets(self, unit: Unit, column: str, names: _Names) -> str:
        targets: list[Unit] = getattr(unit, column)
        told = [f"{names[self._defined[id(one)]]}[{self._numbers[id(one)]}]" for one in targets]
        return ";".join(told) or "*"


def _declared(layer: str, columns: list[str]) -> list[str]:
    """Return the columns of a layer as the header declares them; one even where it has none."""
    found: list[str] = []
    for column in columns:
        if column in LINKS:
            link = cas_types.link_type(column)
            found.append(f"ROLE_{cas_types.type_name(layer)}:{column}_{link}")
            found.append(cas_types.type_name(LINKS[column]))
        else:
            found.append(column)
    return found or [""]


def _roles(unit: Unit, column: str) -> str:
    if column == "parts":
        return ";".join(str(n) for n, _ in enumerate(unit.parts, 2)) or "_"
    return ";".join(escape_value(slot.features["name"]) for slot in unit.slots) or "_"
