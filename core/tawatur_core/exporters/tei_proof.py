"""The proof of a TEI corpus: parsed by lxml, each text sliced by every pointer into it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tawatur_core.errors import ExportMismatch
from tawatur_core.plugins import Annotated, Corpus, need
from tawatur_core.tei_pointers import TEI, tag, text_of

_RANGES = re.compile(r"#string-range\(([^,()\s]+),(\d+),(\d+)\)(?!\S)")
_CHUNK = 1 << 18  # bytes
# What points into the text: the path to it, its id and its pointers.
_POINTING = (
    ("t:standOff/t:listAnnotation/t:annotation", "@xml:id", "@target"),
    (
        "t:standOff/t:fs/t:f/t:vColl/t:fs[t:f/@name='words']",
        "@xml:id",
        "t:f[@name='words']/@fVal",
    ),
    ("t:standOff/t:spanGrp[@type='mentions']/t:span", "@xml:id", "@target"),
)
_Ask = Callable[[Any], list[str]]


def prove(corpus: Corpus, destination: Path) -> int:
    """Return how many spans were compared and found right. Raises ExportMismatch."""
    etree = need("lxml.etree", "tei")

    def path(*steps: str) -> _Ask:
        asked: _Ask = etree.XPath("/".join(steps), namespaces={"t": TEI}, smart_strings=False)
        return asked

    asks = [(path(where, name), path(where, target)) for where, name, target in _POINTING]
    count = 0
    try:
        written = _articles(etree, destination)
        for annotated, article in zip(corpus.documents(), written, strict=corpus.size > 0):
            count += _compared(destination, annotated, article, asks)
    except (etree.XMLSyntaxError, ValueError) as failure:
        raise ExportMismatch(destination, str(failure)) from failure
    return count


def _articles(etree: Any, destination: Path) -> Iterator[Any]:
    """Yield the articles, parsed; each is forgotten after the next was asked for."""
    # The parser would keep every id it ever saw.
    parser = etree.XMLPullParser(
        ("end",), tag=tag("TEI"), resolve_entities=False, huge_tree=True, collect_ids=False
    )
    with destination.open("rb") as file:
        while chunk := file.read(_CHUNK):
            parser.feed(chunk)
            for _, article in parser.read_events():
                yield article
                article.getparent().remove(article)
    parser.close()


def _compared(
    destination: Path, annotated: Annotated, article: Any, asks: list[tuple[_Ask, _Ask]]
) -> int:
    document = annotated.document
    block = next(article.iter(tag("ab")))
    text = text_of(block)
    if text != document.text:
        raise ExportMismatch(destination, document.title)
    names: list[str] = []
    targets: list[str] = []
    for name, target in asks:
        told = target(article)
        targets += told
        # One name for each pointer: a claim in several pieces has as many.
        names += [n for n, t in zip(name(article), told, strict=True) for _ in t.split()]
    ranges = _RANGES.findall(" ".join(targets))
    if {id_ for id_, _, _ in ranges} - {f"t-{document.id}"}:
        raise ExportMismatch(destination, f"{document.title}: {targets[0]}")
    found = [
        (name, text[int(start) : int(start) + int(length)])
        for name, (_, start, length) in zip(names, ranges, strict=True)
    ]
    wanted = _wanted(annotated)
    if found != wanted:
        pairs = zip(found, wanted, strict=False)
        wrong = next((pair for pair in pairs if pair[0] != pair[1]), (found or wanted)[-1:])
        raise ExportMismatch(destination, f"{document.title}: {wrong}")
    return len(found)


def _wanted(annotated: Annotated) -> list[tuple[str, str]]:
    """Return the id and the words of every place, in the order of the file."""
    text = annotated.document.text
    claims = annotated.claims
    slots = [slot for claim in claims for slot in claim.slots]
    return [
        *[(f"c-{one.id}", text[span.start : span.end]) for one in claims for span in one.spans],
        *[(f"s-{s.id}", text[s.span.start : s.span.end]) for s in slots if s.span is not None],
        *[(f"m-{mention.id}", mention.quote) for mention in annotated.mentions],
    ]
