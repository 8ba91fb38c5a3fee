"""The visible text of a web page, block by block: what a browser would set on lines of its own.

Scripts are never run and, like styles, forms' values and hidden parts, never part of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tawatur_core.errors import BadFormat, TooLarge
from tawatur_core.importers.inspection import foreign
from tawatur_core.importers.limits import MB, shown
from tawatur_core.plugins import need

PAGE_BYTES = 16 * MB  # of HTML
_NAME = re.compile(r"\S+")
_NEVER = frozenset(
    _NAME.findall(
        "script style noscript template svg math iframe object embed canvas audio video select"
        " option"
        " textarea input head title meta link base map area datalist dialog"
    )
)
_BLOCK = frozenset(
    _NAME.findall(
        "address article aside blockquote body center dd details dir div dl dt fieldset figcaption"
        " figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre"
        " section"
        " summary table tbody td tfoot th thead tr ul button caption"
    )
)
_ASIDE = frozenset({"figcaption", "nav", "footer", "aside", "form", "menu"})
# Classes and ids that name furniture, as whole words of the name (`post-share`, `related_news`).
_CLASS = re.compile(
    r"(?:^|[\s_-])(?:share|sharing|social|related|caption|breadcrumbs?|tags?|comments?|newsletter|"
    r"subscribe|advert|ads?|promo|sponsored|cookie|copyright|most-read|recommended|read-?more|"
    r"mobile-switch|exit-mobile)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile("[ \t\n\r\f]+")  # what HTML folds; a no-break space is kept


@dataclass(frozen=True, slots=True)
class Block:
    """A line of a page. `heading` is 1…6 or 0.

    `aside`: its element says that it is not the article (a caption, a menu); `furniture`: that, or
    the name of a class says so.
    """

    text: str
    heading: int
    aside: bool
    furniture: bool


def parse(html: str, path: Path) -> Any:
    """Return the tree of a page (lxml). Raises BadFormat, TooLarge, MissingExtra."""
    if len(html) > PAGE_BYTES:
        raise TooLarge(path, shown(PAGE_BYTES))
    lxml = need("lxml.html", "articles")
    etree = need("lxml.etree", "articles")
    with foreign(path):
        parser = lxml.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
        tree = etree.fromstring(html.encode("utf-8", "replace"), parser)
    if tree is None:
        raise BadFormat(path)
    return tree


def blocks(tree: Any) -> list[Block]:
    """Return the lines of a page, in the order of the page."""
    return [block for block in _Lines().of(tree) if block.text]


def plain_text(html: str, path: Path) -> str:
    """Return the visible text of a piece of HTML, its blocks on lines. Raises as `parse`."""
    return "\n".join(block.text for block in blocks(parse(f"<div>{html}</div>", path)))


class _Lines:
    """Walks a tree without going down the stack, which a page could make overflow."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._heading = 0
        self._aside = self._furniture = 0  # how many of the open elements are such

    def of(self, tree: Any) -> Iterator[Block]:
        etree = need("lxml.etree", "articles")
        walk = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            if event in ("comment", "pi"):
                self._say(element.tail)
                continue
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                if tag in _NEVER or _hidden(element):
                    walk.skip_subtree()
                    continue
                yield from self._open(element, tag)
            else:
                yield from self._close(element, tag)
        yield from self._line()

    def _open(self, element: Any, tag: str) -> Iterator[Block]:
        if tag in _BLOCK:
            yield from self._line()
            self._aside += tag in _ASIDE
            self._furniture += _is_furniture(element, tag)
            if len(tag) == 2 and tag[0] == "h" and tag[1].isdecimal():
                self._heading = int(tag[1])
        elif tag == "br":
            yield from self._line()
        self._say(element.text)

    def _close(self, element: Any, tag: str) -> Iterator[Block]:
        gone = tag in _NEVER or _hidden(element)
        if tag in _BLOCK and not gone:
            yield from self._line()
            self._aside -= tag in _ASIDE
            self._furniture -= _is_furniture(element, tag)
            if len(tag) == 2 and tag[0] == "h" and tag[1].isdecimal():
                self._heading = 0
        self._say(element.tail)

    def _say(self, words: str | None) -> None:
        if words:
            self._words.append(words)

    def _line(self) -> Iterator[Block]:
        text = _SPACE.sub(" ", "".join(self._words)).strip(" ")
        self._words.clear()
        yield Block(text, self._heading, self._aside > 0, self._furniture > 0)


def _hidden(element: Any) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and _HIDDEN.search(style))


def _is_furniture(element: Any, tag: str) -> bool:
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    by_name = tag not in ("body", "html") and _CLASS.search(named) is not None
    return by_name or tag in _ASIDE or tag == "button"
