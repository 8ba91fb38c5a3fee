"""The text of a TEI document of another tool, with the elements that mark words of it.

Blocks (paragraphs, headings, lines) are lines of the text; white space within them is one space,
but where ``xml:space="preserve"`` keeps it. Notes and what is deleted are no part of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from tawatur_core.tei_pointers import TEI, XML_ID, tag

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# The elements a text of its own line is made of.
_BLOCKS = frozenset((
    "ab", "argument", "body", "byline", "closer", "dateline", "div", "div1", "div2", "div3",
    "docTitle", "epigraph", "front", "back", "group", "head", "item", "l", "lg", "list", "opener",
    "p", "quote", "row", "salute", "signed", "sp", "speaker", "table", "text", "titlePart",
    "trailer", "titlePage", "docAuthor",
))  # fmt: skip
_LEFT_OUT = frozenset((
    "note", "fw", "del", "sic", "orig", "abbr", "figDesc", "standOff", "fs", "fvLib", "teiHeader",
    "pb", "gap", "linkGrp", "spanGrp", "interpGrp", "desc",
))  # fmt: skip
_PAIRS = {"sic": "corr", "orig": "reg", "abbr": "expan"}  # left out only beside the other
_MARKING = frozenset((
    "persName", "placeName", "orgName", "geogName", "name", "rs", "date", "time", "num",
    "measure", "term", "seg", "said", "q", "quote", "title", "roleName", "country", "settlement",
    "region", "surname", "forename", "event", "eventName", "objectName", "w", "phr", "cl", "s",
    "hi", "mentioned",
))  # fmt: skip
_WORDS = frozenset(("w", "s", "phr", "cl", "hi"))  # mark only where they say something
_RUN = re.compile(r"[ \t\r\n]+")


@dataclass(slots=True)
class Marking:
    """An element that marks words: where it begins and ends in the text."""

    element: Any
    start: int
    end: int


@dataclass(slots=True)
class TeiText:
    """A text with what marks its words; `places` are the spans of all elements that have an id."""

    text: str = ""
    markings: list[Marking] = field(default_factory=list)
    places: dict[str, tuple[int, int]] = field(default_factory=dict)


class TextReader:
    """Gathers the text of an element, piece by piece."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._read = TeiText()

    def read(self, element: Any) -> TeiText:
        """Return the text under an element. Raises RecursionError for what nests without end."""
        self._element(element, keep=False)
        text = "".join(self._parts)
        stripped = len(text.rstrip(" \n"))
        self._read.text = text[:stripped]
        for marking in self._read.markings:
            marking.end = min(marking.end, stripped)
        for name, (start, end) in self._read.places.items():
            self._read.places[name] = (min(start, stripped), min(end, stripped))
        return self._read

    def _element(self, element: Any, *, keep: bool) -> None:
        name = element.tag.removeprefix(f"{{{TEI}}}")
        if name in _LEFT_OUT and not self._alone(element, name):
            return
        if name == "lb":
            self._break()
            return
        keep = element.get(_SPACE, "preserve" if keep else "default") == "preserve"
        if name in _BLOCKS:
            self._break()
        start = self._length
        self._text(element.text, keep=keep)
        for inner in element:
            if isinstance(inner.tag, str):
                self._element(inner, keep=keep)
            self._text(inner.tail, keep=keep)
        self._note(element, name, start)
        if name in _BLOCKS:
            self._break()

    @staticmethod
    def _alone(element: Any, name: str) -> bool:
        pair = _PAIRS.get(name)
        parent = element.getparent()
        return pair is not None and (parent is None or parent.find(tag(pair)) is None)

    def _note(self, element: Any, name: str, start: int) -> None:
        while start < self._length and self._char(start) in " \n":
            start += 1
        own = element.get(XML_ID)
        if own:
            self._read.places[own] = (start, self._length)
        says = name not in _WORDS or any(element.get(key) for key in ("ana", "type"))
        if name in _MARKING and says and start < self._length:
            self._read.markings.append(Marking(element, start, self._length))

    def _char(self, at: int) -> str:
        """Return a character near the end of what was gathered."""
        behind = self._length - at
        for part in reversed(self._parts):
            if behind <= len(part):
                return part[-behind]
            behind -= len(part)
        return ""

    def _text(self, text: str | None, *, keep: bool) -> None:
        if not text:
            return
        if not keep:
            text = _RUN.sub(" ", text)
            if self._ends_open():
                text = text.removeprefix(" ")
        self._put(text.replace("\r\n", "\n").replace("\r", "\n"))

    def _break(self) -> None:
        """Begin a new line, where the last one holds something."""
        if self._parts and self._parts[-1].endswith(" "):
            self._parts[-1] = self._parts[-1][:-1]
            self._length -= 1
        while self._parts and not self._parts[-1]:
            self._parts.pop()
        if self._parts and not self._parts[-1].endswith("\n"):
            self._put("\n")

    def _ends_open(self) -> bool:
        return not self._parts or self._parts[-1][-1:] in " \n"

    def _put(self, text: str) -> None:
        if text:
            self._parts.append(text)
            self._length += len(text)
