"""CoNLL columns: our own export, and files of two, three, four or ten columns with BIO tags.

A file of tokens has no text of its own: where MISC says nothing of white space, one space stands
between tokens and one line end between sentences.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from tawatur_core.errors import BadFormat
from tawatur_core.importers.files import beginning, is_zip, parts
from tawatur_core.importers.foreign import ForeignText
from tawatur_core.importers.limits import read_lines
from tawatur_core.model import Span
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Finding, Incoming, Mark, Marked
from tawatur_core.standoff.conll import (
    GENERATOR,
    TAG,
    TAGS,
    Article,
    Token,
    articles,
    runs,
    unescape,
)
from tawatur_core.standoff.give import Gathering
from tawatur_core.standoff.units import CLAIM, DOCUMENT, ENTITY, MENTION, PART, VERSION, Unit

Place = tuple[int, int]
_KINDS = {tag: kind.value for kind, tag in TAGS.items()}
_ENDINGS = (".conllup", ".conllu", ".conll", ".bio", ".iob", ".iob2")


class ConllImporter:
    """Files, folders or zip files of token lines."""

    name = "conll"

    def recognises(self, path: Path) -> bool:
        """Whether a file begins as CoNLL files do, or has a usual ending and lines with a tag."""
        usual = not path.is_file() or path.suffix.lower() in (*_ENDINGS, ".zip")
        head = beginning(path, *(_ENDINGS if usual else (path.suffix.lower(),)))
        if head.removeprefix(b"\xef\xbb\xbf").startswith((b"-DOCSTART-", b"# global.columns")):
            return True  # comments may fill all of the beginning
        if not usual:
            return False
        start = head.decode("utf-8", "replace")
        rows = [line.split() for line in start.split("\n")[:-1] if line.strip()]
        return any(len(row) > 1 and any(map(TAG.fullmatch, row[1:])) for row in rows)

    def read(self, path: Path, monitor: Monitor) -> Incoming:
        """Read and check every file.

        Raises CannotRead, BadFormat, TooLarge, Unsafe, HasNul, Cancelled.
        """
        gathering = Gathering(path)
        marked: list[Marked] = []
        for name, digest, lines in _files(path):
            ours = False
            try:
                for n, (names, article) in enumerate(articles(lines), 1):
                    monitor.step(n, 0)
                    ours = ours or (GENERATOR, VERSION) in article.comments
                    where = f"{name}: {n}"
                    if ours:
                        text, units = _units(article)
                        gathering.add(where, text, units)
                    elif article.sentences:
                        marked.append(_marked(path.with_name(name), digest, article, names))
            except (KeyError, TypeError, ValueError, IndexError) as failure:
                raise BadFormat(path, f"{name}: {failure}") from failure
        if not (marked or gathering.restored.documents):
            raise BadFormat(path)
        made = [Finding("finding-text-made", path.name)] if marked else []
        found = (*made, *gathering.findings)
        every = (*marked, *gathering.marked)
        return Incoming(self.name, gathering.finished(), every, found)


def _files(path: Path) -> Iterator[tuple[str, str, Iterator[str]]]:
    """Yield name, SHA-256 and lines of each file; a single one is read line by line."""
    if path.is_file() and not is_zip(path):
        digest = hashlib.sha256()
        for _, line in read_lines(path):
            digest.update(line)
        yield path.name, digest.hexdigest(), _decoded(line for _, line in read_lines(path))
        return
    for part in parts(path, *_ENDINGS):
        name = part.name.rpartition("/")[2]
        yield name, hashlib.sha256(part.data).hexdigest(), _decoded(io.BytesIO(part.data))


def _decoded(lines: Iterable[bytes]) -> Iterator[str]:
    for n, line in enumerate(lines):
        yield line.decode("utf-8-sig" if n == 0 else "utf-8")


def _units(article: Article) -> tuple[str, list[Unit]]:
    text, places = article.text()
    rows = [token for sentence in article.sentences for token in sentence]
    for token, place in zip(rows, places, strict=True):
        if (token.said("start_char"), token.said("end_char")) != tuple(map(str, place)):
            raise ValueError(f"{token.form}: {place[0]}–{place[1]}")
    units = [
        Unit(layer, 0, 0, _features(json.loads(value)))
        for layer, value in article.comments
        if layer in (DOCUMENT, ENTITY)
    ]
    for column, layer in ((1, MENTION), (2, CLAIM)):
        units += _layer(list(zip(rows, places, strict=True)), column, layer)
    return text, units


def _layer(placed: list[tuple[Token, Place]], column: int, layer: str) -> list[Unit]:
    """Return the units of a column: those with tags, and those that stand in MISC alone."""
    rows, places = [row for row, _ in placed], [place for _, place in placed]
    tagged = {first: (tag, last) for tag, first, last in runs(row.cells[column] for row in rows)}
    found: dict[str, list[tuple[int, Unit]]] = {}
    known: set[int] = set()
    for first, row in enumerate(rows):
        for key, value in row.misc:
            if key != layer:
                continue
            told = json.loads(unescape(value))
            count, tag, part = (told.pop(name, "") for name in ("tokens", "tag", "part"))
            if not count:
                known.add(first)
                tag, last = tagged[first]
            else:
                last = first + int(count)
            features = _features(told)
            if layer == CLAIM:
                features["kind"] = tag
            unit = Unit(layer, places[first][0], places[last - 1][1], features)
            found.setdefault(features["identifier"], []).append((int(part or 1), unit))
    units = [
        Unit(layer, places[first][0], places[last - 1][1], {"kind": _KINDS.get(tag, tag)})
        for first, (tag, last) in tagged.items()
        if first not in known  # added in another program
    ]
    for parts_found in found.values():
        (_, head), *rest = sorted(parts_found, key=lambda one: one[0])
        if rest and layer == MENTION:
            raise ValueError(f"the id stands twice: {head.features['identifier']}")
        head.parts = [Unit(PART, unit.start, unit.end) for _, unit in rest]
        units += [head, *head.parts]
    return units


def _features(told: object) -> dict[str, str]:
    if not isinstance(told, dict) or not all(isinstance(said, str) for said in told.values()):
        raise TypeError("not features")
    return told


def _marked(path: Path, digest: str, article: Article, names: tuple[str, ...]) -> Marked:
    """Return a document of another tool; every column of tags is a layer."""
    made, places = article.text()
    text = ForeignText(made, path)
    rows = [token for sentence in article.sentences for token in sentence]
    width = min(len(row.cells) for row in rows)
    marks: list[Mark] = []
    for column in range(1, width):
        tags = [row.cells[column] for row in rows]
        if not all(map(TAG.fullmatch, tags)) or all(tag == "O" for tag in tags):
            continue
        layer = names[column] if column < len(names) else f"column {column + 1}"
        at = 0
        for sentence in article.sentences:  # a run never goes on in the next sentence
            for kind, first, last in runs(row.cells[column] for row in sentence):
                span = Span(places[at + first][0], places[at + last - 1][1])
                key = f"{column + 1}.{at + first + 1}"
                marks.append(Mark(key, layer, kind, (span,), span.of(text.text)))
            at += len(sentence)
    title = next((value for key, value in article.comments if key in ("title", "newdoc id")), "")
    draft = text.draft(path, b"", title=title)
    basis = replace(draft.provenance, bytes_sha256=digest)
    return Marked(replace(draft, provenance=basis), tuple(marks))
