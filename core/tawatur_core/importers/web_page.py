"""Web pages: HTML files, pages saved by a browser, and MHTML.

The article is found by trafilatura. Its text is then taken from the page itself, from the headline
to the last line of the article, and what lies between and is none of it (captions, share buttons,
'read also') is kept where it stands and marked as residue.
"""

from __future__ import annotations

import codecs
import logging
import re
import string
from collections.abc import Iterator, Sequence
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from tawatur_core.arabic import fold_text
from tawatur_core.errors import BadFormat, EmptyFile, HasNul, TawaturError, TooLarge, Undecodable
from tawatur_core.importers.encoding import ENCODINGS, Decoded, decode, fits
from tawatur_core.importers.inspection import (
    Choices,
    Inspection,
    Source,
    foreign,
    lf,
    provenance,
    title_of,
)
from tawatur_core.importers.limits import shown
from tawatur_core.importers.residue import is_residue, residue_of
from tawatur_core.importers.web_blocks import PAGE_BYTES, Block, blocks, parse
from tawatur_core.importers.web_particulars import from_lines, particulars
from tawatur_core.model import DocumentDraft, Span
from tawatur_core.plugins import Finding, need

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]+)|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w-]+)""",
    re.IGNORECASE,
)
_HEAD = 4096
_LATIN = string.ascii_letters.encode()
# Names that browsers read as a larger code page.
_AS = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
_NO_WORD = re.compile(r"[\W_]+")
_BETWEEN = 40  # lines between headline and article, at most
_ABOVE = 6  # lines that may tell day and author
_HANGING = 9
_SHORT = 12  # folded code points: a shorter line is the article's only as a whole line of it


def inspect_page(source: Source, choices: Choices) -> Iterator[Inspection]:
    """Return the article of a page. Raises TooLarge, EmptyFile, Undecodable, MissingExtra."""
    if len(source.data) > PAGE_BYTES:
        raise TooLarge(source.path, shown(PAGE_BYTES))
    found = decode_page(source, choices.encoding)
    if "\0" in found.text:
        raise HasNul(source.path)
    html = lf(found.text)
    tree = parse(html, source.path)
    told = particulars(tree, source.path)
    lines = blocks(tree)
    taken, own, findings = _article(html, lines, told.title, source.path)
    from_lines(
        told, (line.text for line in lines[taken.start : taken.start + _ABOVE] if not line.heading)
    )
    text, marked = _joined(lines, taken, own)
    if not text.strip():
        raise EmptyFile(source.path)
    draft = DocumentDraft(
        text=text,
        title=told.title or title_of(text),
        provenance=provenance(source, found.encoding, found.basis),
        outlet=told.outlet,
        author=told.author,
        url=told.url,
        published=told.published,
        residue=residue_of(text, marked),
    )
    alternatives = tuple(name for name in ENCODINGS if fits(source.data, name))
    yield Inspection(
        source.path,
        draft,
        None,
        found.encoding,
        found.basis,
        alternatives,
        how=told.how,
        findings=tuple(findings),
    )


def inspect_saved(source: Source, choices: Choices) -> Iterator[Inspection]:
    """Return the article of an MHTML file: the first page in it. Raises as `inspect_page`."""
    with foreign(source.path):
        message = message_from_bytes(source.data, policy=policy.default)
        for part in message.walk():
            if part.get_content_type() in ("text/html", "application/xhtml+xml"):
                assert isinstance(part, EmailMessage)
                data = part.get_payload(decode=True)
                assert isinstance(data, bytes)
                charset = part.get_content_charset() or ""
                break
        else:
            raise BadFormat(source.path, "text/html")
    page = Source(source.path, data, charset)
    yield from inspect_page(page, choices)


def decode_page(source: Source, encoding: str | None) -> Decoded:
    """Decode a page: by mark, by evidence of UTF-8, by what it declares, by Arabic letters.

    Eight-bit Arabic is never valid UTF-8 by chance, so that goes before a declaration. Raises
    EmptyFile, NotText, HasNul, Undecodable.
    """
    data = source.data
    if encoding:
        return decode(data, source.path, encoding)
    evident: Decoded | None = None
    refused: TawaturError | None = None
    try:
        evident = _evident(source)
    except Undecodable as failure:
        refused = failure
    declared = _declared(source)
    if evident is not None and (evident.basis != "encoding-basis-statistics" or not declared):
        return evident
    by_page = _as_declared(data, declared) if declared else None
    if by_page is not None and (evident is None or declared in ("cp1256", "iso8859-6")):
        return by_page
    if evident is not None:
        return evident
    assert refused is not None
    raise refused


def _evident(source: Source) -> Decoded:
    """Decode by what the bytes show; the markup, which is Latin, does not hide Arabic letters."""
    if b"\0" in source.data:
        return decode(source.data, source.path)
    try:
        codec = decode(source.data.translate(None, _LATIN), source.path)
    except EmptyFile:
        return decode(source.data, source.path)
    whole = decode(source.data, source.path, codec.encoding)
    return Decoded(whole.text, codec.encoding, codec.basis)


def _declared(source: Source) -> str:
    found = _DECLARED.search(source.data[:_HEAD])
    name = source.charset or (next(filter(None, found.groups())).decode() if found else "")
    name = _AS.get(name.casefold(), name)
    try:
        return codecs.lookup(name).name if name else ""
    except LookupError:
        return ""


def _as_declared(data: bytes, codec: str) -> Decoded | None:
    try:
        text = data.decode(codec)
    except (UnicodeError, LookupError, ValueError):
        return None
    return Decoded(text, codec, "encoding-basis-declared") if "\0" not in text else None


def _article(
    html: str, lines: Sequence[Block], title: str, path: Path
) -> tuple[range, list[bool], list[Finding]]:
    """Return which lines of the page are taken, and of every line whether it is the article's."""
    body = [_same(line) for line in _extracted(html, path).splitlines()]
    own = _own(lines, body)
    findings: list[Finding] = []
    if not any(own):
        own = [not line.furniture for line in lines]
        findings.append(Finding("finding-no-article", path.name))
    if not any(own):
        return range(0), own, findings
    first = own.index(True)
    last = len(own) - 1 - own[::-1].index(True)
    head = _headline(lines, first, title)
    if head is not None:
        own[head] = True
        first = head
    return range(first, _tail(lines, last) + 1), own, findings


def _extracted(html: str, path: Path) -> str:
    trafilatura = need("trafilatura", "articles")
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it misses is said by us
    with foreign(path):
        return trafilatura.extract(html, include_comments=False, include_tables=True) or ""


def _same(line: str) -> str:
    """Return a line as lines are compared: letters and figures, folded."""
    return " ".join(_NO_WORD.sub(" ", fold_text(line)).split())


def _own(lines: Sequence[Block], body: Sequence[str]) -> list[bool]:
    whole = set(filter(None, body))
    running = " ".join(body)
    found = []
    for line in lines:
        same = _same(line.text)
        inside = same in whole or (len(same) >= _SHORT and same in running)
        found.append(inside and not line.aside)
    return found


def _headline(lines: Sequence[Block], first: int, title: str) -> int | None:
    """Return the line of the headline before the article; the particulars stand between."""
    wanted = _same(title)
    for n in range(first - 1, max(-1, first - _BETWEEN), -1):
        if lines[n].heading == 1 or (wanted and _same(lines[n].text) == wanted):
            return n
    return None


def _tail(lines: Sequence[Block], last: int) -> int:
    """Return the last line to take: the article's, or of the furniture that hangs on to it."""
    end = last
    for n in range(last + 1, min(len(lines), last + _HANGING)):
        if lines[n].heading or lines[n].aside or not is_residue(lines[n].text):
            break
        end = n
    return end


def _joined(lines: Sequence[Block], taken: range, own: Sequence[bool]) -> tuple[str, list[Span]]:
    """Return the text, and the spans of its lines that are not the article's."""
    text: list[str] = []
    spans: list[Span] = []
    at = 0
    for n in taken:
        line = lines[n].text
        if not own[n]:
            spans.append(Span(at, at + len(line)))
        text.append(line)
        at += len(line) + 1
    return "\n".join(text), spans
