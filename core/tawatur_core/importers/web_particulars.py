"""Title, outlet, author and date of a web page, by what the page itself declares, surest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from tawatur_core.errors import TawaturError
from tawatur_core.importers.limits import parse_json
from tawatur_core.importers.particulars import day_of, plain, web_address

_ARTICLE = re.compile(r"(?:News|Report|Blog|Analysis|Opinion|Review)?\w*(?:Article|Posting)$")
_META: dict[str, tuple[str, ...]] = {
    "title": ("og:title", "twitter:title", "dc.title", "citation_title"),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "publisher"),
    "author": ("author", "article:author", "dc.creator", "twitter:creator", "parsely-author"),
    "url": ("og:url",),
    "published": (
        "article:published_time", "og:published_time", "datepublished", "publishdate", "pubdate",
        "date", "dc.date", "dc.date.issued", "dcterms.created", "parsely-pub-date", "sailthru.date",
        "publication_date", "cxenseparse:recs:publishtime",
    ),
}  # fmt: skip
_OUTLET, _BYLINE = 40, 80  # code points
_BY = re.compile(
    r"\s*(?:كتب|كتبت|بقلم|تقرير|إعداد|by)\s*[:\-–]?\s+([^\d:،,.«»\"]{3,40})\s*", re.IGNORECASE
)
_PARTS = re.compile(r"\s+[|–—»«:·-]\s+|\s*\|\s*")


@dataclass(slots=True)
class Particulars:
    """What a page says of itself, and by which message id each was found."""

    title: str = ""
    outlet: str = ""
    author: str = ""
    url: str = ""
    published: date | None = None
    how: dict[str, str] = field(default_factory=dict)

    def take(self, name: str, value: object, how: str) -> None:
        """Keep a value unless a surer one is known."""
        if name in self.how:
            return
        found: object
        if name == "published":
            found = day_of(value)
        elif name == "url":
            found = web_address(value) if isinstance(value, str) else ""
        else:
            found = plain(value) if isinstance(value, str) else ""
            if name == "author" and isinstance(found, str) and web_address(found):
                found = ""  # a profile's address is no name
        if found:
            setattr(self, name, found)
            self.how[name] = how


def particulars(tree: Any, path: Path) -> Particulars:
    """Return what the page declares: JSON-LD, then meta elements, then what is shown."""
    found = Particulars()
    for article in _articles(tree, path):
        _from_schema(found, article)
    metas = _metas(tree)
    for name, keys in _META.items():
        for key in keys:
            for value in metas.get(key, ()):
                found.take(name, value, "found-meta")
    for element in tree.iter("link"):
        if (element.get("rel") or "").casefold() == "canonical":
            found.take("url", element.get("href"), "found-meta")
    _shown(found, tree)
    return found


def _articles(tree: Any, path: Path) -> Iterator[dict[str, Any]]:
    """Yield the articles that the page describes in JSON-LD; what is no JSON describes none."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text:
            continue
        try:
            told = parse_json(script.text.strip(), path)
        except TawaturError:
            continue
        for one in _things(told):
            kinds = one.get("@type")
            for kind in kinds if isinstance(kinds, list) else [kinds]:
                if isinstance(kind, str) and _ARTICLE.match(kind):
                    yield one
                    break


def _things(told: Any) -> Iterator[dict[str, Any]]:
    for one in told if isinstance(told, list) else [told]:
        if isinstance(one, dict):
            yield one
            graph = one.get("@graph")
            yield from (part for part in graph or () if isinstance(part, dict))


def _from_schema(found: Particulars, article: dict[str, Any]) -> None:
    for name, key in (
        ("title", "headline"),
        ("published", "datePublished"),
        ("url", "url"),
    ):
        found.take(name, article.get(key), "found-schema")
    found.take("author", _names(article.get("author")), "found-schema")
    found.take("outlet", _names(article.get("publisher")), "found-schema")


def _names(value: Any) -> str:
    if isinstance(value, list):
        told = [_names(one) for one in value[:10] if not isinstance(one, list)]
        return "، ".join(filter(None, told))
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else ""


def _metas(tree: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if key and content:
            found.setdefault(key.casefold(), []).append(content)
    return found


def _shown(found: Particulars, tree: Any) -> None:
    """Read what a person would: the headline, a `time` element, a byline, the window's title."""
    heads = [" ".join("".join(one.itertext()).split()) for one in tree.iter("h1")]
    heads = [head for head in heads if head]
    if len(heads) == 1:
        found.take("title", heads[0], "found-shown")
    for element in tree.iter("time"):
        found.take("published", element.get("datetime"), "found-time")
    for element in tree.iter("time"):
        found.take("published", "".join(element.itertext()), "found-time")
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        said = " ".join(element.get(name) or "" for name in ("class", "itemprop", "rel"))
        if re.search(r"\b(?:author|byline)\b", said, re.IGNORECASE):
            name = " ".join("".join(element.itertext()).split())
            if 0 < len(name) <= 60:
                found.take("author", name, "found-shown")
    title = next(iter(tree.iter("title")), None)
    if title is not None and title.text:
        parts = [part for part in _PARTS.split(" ".join(title.text.split())) if part]
        headline = max(parts, key=len, default="")
        found.take("title", headline, "found-window-title")
        others = [part for part in parts if part != headline and len(part) <= _OUTLET]
        found.take("outlet", min(others, key=len, default=""), "found-window-title")


def from_lines(found: Particulars, lines: Iterable[str]) -> None:
    """Read the day and the byline that stand between the headline and the text."""
    for line in lines:
        if len(line) > _BYLINE:
            continue
        found.take("published", line, "found-shown")
        by = _BY.fullmatch(line)
        if by:
            found.take("author", by[1], "found-shown")
