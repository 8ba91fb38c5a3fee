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
        for layer, columns in layers.items():
            yield f"#T_SP={cas_types.type_name(layer)}|{'|'.join(_declared(layer, columns))}\n"
        yield "\n"
        width = sum(len(_declared(layer, columns)) for layer, columns in layers.items())
        empty = "\t".join("_" * width) + "\t\n"
        names = self._names()
        number = 0
        begins = [line[0][0] for line in self._lines] + [len(self._text)]
        for line, begin, following in zip(self._lines, begins, begins[1:], strict=False):
            said = self._text[begin:following].split("\n")
            yield "\n" + "".join(f"#Text={escape_text(part)}\n" for part in said)
            for token in line:
                held = self._at.get(number)
                for place in [token, *sorted((held or {}).keys() - {token})]:
                    start, end = map(self._wide.units, place)
                    cells = empty
                    if held and held.get(place):
                        cells = self._cells(held[place], layers, names)
                    shown = self._text[place[0] : place[1]]
                    yield f"{names[number, place]}\t{start}-{end}\t{shown}\t{cells}"
                number += 1

    def _names(self) -> dict[tuple[int, Place], str]:
        """Return the unit ids: sentence-token, with a number for a place within a token."""
        names: dict[tuple[int, Place], str] = {}
        number = 0
        for n, line in enumerate(self._lines, 1):
            for m, token in enumerate(line, 1):
                names[number, token] = f"{n}-{m}"
                inner = sorted(self._at[number].keys() - {token}) if number in self._at else ()
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

    def _layers(self) -> dict[str, list[str]]:
        """Return the layers of the document with the features that have a value somewhere."""
        used: dict[str, set[str]] = defaultdict(set)
        for unit in self._units:
            used[unit.layer].update(unit.features)
            used[unit.layer].update(name for name in LINKS if getattr(unit, name))
        order = [*LINKS, EXACT, LEADING]
        return {
            layer: [name for name in (*LAYERS[layer], *order) if name in used[layer]]
            for layer in sorted(used)
        }

    def _cells(
        self, units: list[Unit], layers: dict[str, list[str]], names: dict[tuple[int, Place], str]
    ) -> str:
        """Return the columns of a place; tokens of the same units say the same."""
        key = tuple(map(id, units))
        if key not in self._rows:
            row: list[str] = []
            for layer, columns in layers.items():
                stack = [self._said(one, columns, names) for one in units if one.layer == layer]
                empty = ["_"] * len(_declared(layer, columns))
                row += map("|".join, zip(*stack, strict=True)) if stack else empty
            self._rows[key] = "\t".join(row) + "\t\n"
        return self._rows[key]

    def _said(
        self, unit: Unit, columns: list[str], names: dict[tuple[int, Place], str]
    ) -> list[str]:
        """Return the cells of a unit: what each column says of it, with its number."""
        number = f"[{self._numbers[id(unit)]}]"
        cells: list[str] = []
        for column in columns or [""]:
            if column in LINKS:
                cells += (_roles(unit, column) + number, self._targets(unit, column, names))
            else:
                cells.append((escape_value(unit.features.get(column, "")) or "*") + number)
        return cells

    def _targets(self, unit: Unit, column: str, names: dict[tuple[int, Place], str]) -> str:
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
