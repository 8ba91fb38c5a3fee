"""CoNLL columns: escapes of MISC, tags in their several schemes, and lines as tables.

https://universaldependencies.org/ext-format.html (CoNLL-U Plus: the columns are named in the first
line), https://universaldependencies.org/misc.html (SpaceAfter, SpacesBefore, SpacesAfter).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tawatur_core.kinds import EntityKind

GENERATOR = "generator: Tawatur"  # the comment that says whose file it is, with the version
COLUMNS = ("FORM", "NER", "CLAIM", "MISC")
# The types of CoNLL 2003, where there is one.
TAGS = {EntityKind.PERSON: "PER", EntityKind.PLACE: "LOC", EntityKind.ORGANISATION: "ORG",
        EntityKind.EVENT: "EVENT", EntityKind.OTHER: "MISC"}  # fmt: skip
_ESCAPES = {" ": "\\s", "\t": "\\t", "\n": "\\n", "\r": "\\r", "|": "\\p", "\\": "\\\\"}
_ALL = str.maketrans({**_ESCAPES})
_BUT_SPACES = str.maketrans({sign: told for sign, told in _ESCAPES.items() if sign != " "})
_SIGNS = re.compile(r"[\t\n\r|\\]")
_LETTERS = {told[1]: sign for sign, told in _ESCAPES.items()}
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
TAG = re.compile(r"O|[BIESLUM]-\S+")
_ID = re.compile(r"\d+(?:[-.]\d+)?\Z", re.ASCII)


def escape(value: str, *, spaces: bool = True) -> str:
    """Return a value as MISC can hold it; spaces need it only where they alone are the value."""
    if _SIGNS.search(value) is None and not (spaces and " " in value):
        return value
    return value.translate(_ALL if spaces else _BUT_SPACES)


def unescape(told: str) -> str:
    """Return what an escaped value says."""
    if "\\" not in told:
        return told
    return _ESCAPED.sub(lambda found: _LETTERS.get(found[1], found[0]), told)


@dataclass(slots=True)
class Token:
    """A line: its word, its cells by column, and what MISC says (keys may stand several times)."""

    form: str
    cells: list[str]
    misc: list[tuple[str, str]] = field(default_factory=list)

    def said(self, key: str) -> str | None:
        """Return the first value of a key of MISC."""
        for name, value in self.misc:
            if name == key:
                return value
        return None


@dataclass(slots=True)
class Article:
    """What stands between two beginnings of documents: comments and sentences."""

    comments: list[tuple[str, str]] = field(default_factory=list)
    sentences: list[list[Token]] = field(default_factory=list)

    def end(self, sentence: list[Token]) -> None:
        """Add a sentence, where there is one."""
        if sentence:
            self.sentences.append(sentence)

    def comment(self, line: str) -> tuple[str, ...]:
        """Add a comment; return the names of the columns where it gives them."""
        key, _, value = line[1:].strip().partition(" = ")
        self.comments.append((key, value))
        return tuple(value.split()) if key == "global.columns" else ()

    def text(self) -> tuple[str, list[tuple[int, int]]]:
        """Return the text that the tokens make, and the place of each (code points).

        White space is what MISC says; where it says nothing, one space between tokens and one
        line end between sentences.
        """
        pieces: list[str] = []
        places: list[tuple[int, int]] = []
        at = 0
        for sentence in self.sentences:
            for n, token in enumerate(sentence):
                before = unescape(token.said("SpacesBefore") or "")
                after = _after(token, last=n == len(sentence) - 1)
                places.append((at + len(before), at + len(before) + len(token.form)))
                pieces += (before, token.form, after)
                at += len(before) + len(token.form) + len(after)
        text = "".join(pieces)
        plain = bool(self.sentences) and not _says(self.sentences[-1][-1])
        return text.rstrip() if plain else text, places


def _says(token: Token) -> bool:
    return any(key in ("SpaceAfter", "SpacesAfter") for key, _ in token.misc)


def _after(token: Token, *, last: bool) -> str:
    told = token.said("SpacesAfter")
    if told is not None:
        return unescape(told)
    if token.said("SpaceAfter") == "No":
        return ""
    return "\n" if last else " "


def spaces_after(space: str, *, last: bool) -> str:
    """Return what MISC says of the white space after a token, '' where it goes without saying."""
    if not space:
        return "SpaceAfter=No"
    if space == " " and not last:
        return ""
    return f"SpacesAfter={escape(space)}"


def misc_of(told: str) -> list[tuple[str, str]]:
    """Return the entries of MISC; values stay escaped."""
    if told in ("_", ""):
        return []
    return [entry.partition("=")[::2] for entry in told.split("|")]


def articles(lines: Iterable[str]) -> Iterator[tuple[tuple[str, ...], Article]]:
    """Yield names of the columns (where the file gives them) and documents.

    Raises ValueError with the number of a line that has fewer columns than the first.
    """
    names: tuple[str, ...] = ()
    width = 0
    article = Article()
    sentence: list[Token] = []
    for number, raw in enumerate(lines, 1):
        line = raw.removesuffix("\n").removesuffix("\r")
        begins = line.startswith(("-DOCSTART-", "# newdoc"))
        if begins or not line.strip():
            article.end(sentence)
            sentence = []
        if begins and article.sentences:
            yield names, article
            article = Article()
        if line.startswith("#") and line[1:2] != "\t" and not sentence:
            names = article.comment(line) or names
        elif line.strip() and not begins:
            cells = line.split("\t") if "\t" in line else line.split()
            width = width or len(names or cells)
            if len(cells) < max(2, width):
                raise ValueError(f"{number}: {line[:60]}")
            sentence.append(_token(cells, names))
    article.end(sentence)
    if article.sentences or article.comments:
        yield names, article


def _token(cells: list[str], names: Sequence[str]) -> Token:
    form, misc = 0, -1
    if names:
        form = names.index("FORM") if "FORM" in names else 0
        misc = names.index("MISC") if "MISC" in names else -1
    elif len(cells) == 10 and _ID.match(cells[0]):  # CoNLL-U
        form, misc = 1, 9
    elif len(cells) > 2 and _ID.match(cells[0]) and not TAG.fullmatch(cells[1]):
        form = 1
    return Token(cells[form], cells, misc_of(cells[misc]) if misc >= 0 else [])


def runs(tags: Iterable[str]) -> Iterator[tuple[str, int, int]]:
    """Yield type, first and last+1 token of each run of tags.

    BIO, IOB1 (a run begins with I where nothing touches it), BIOES and BILOU.
    """
    kind, first, at = "", 0, 0
    for at, tag in enumerate(tags):
        sign, _, named = tag.partition("-")
        goes_on = kind and named == kind and sign in "IMEL"
        if kind and not goes_on:
            yield kind, first, at
            kind = ""
        if named and not goes_on:
            kind, first = named, at
        if kind and sign in "ESLU":
            yield kind, first, at + 1
            kind = ""
    if kind:
        yield kind, first, at + 1
