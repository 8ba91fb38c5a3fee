"""The letters of a PDF page with their places, read by PDFium.

Only letters and places are taken from it, not the order it makes of them: Arabic comes out of PDFs
in the order of the eye, of the mouth, or in pieces, as the program that wrote them liked.
"""

from __future__ import annotations

import ctypes
import math
import threading
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tawatur_core.errors import BadFormat, Encrypted, TooLarge
from tawatur_core.importers.pdf_streams import measure
from tawatur_core.plugins import need

PAGES = 3000
GLYPHS = 200_000  # of a page
LOST = "\ufffd"  # a letter whose meaning the file does not say
_ALEFS = "اأإآٱ"
_PASSWORD = 4  # FPDF_ERR_PASSWORD
_alone = threading.Lock()  # PDFium keeps one state for the whole program


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter, or the letters of a ligature in the order of speech.

    `left`, `right` bound its advance, `base` is its baseline, `height` the size of its font; in
    points, y upwards. `order` is its place in the file. `hyphen`: it only parts a word at the end
    of a line.
    """

    text: str
    left: float
    right: float
    base: float
    height: float
    order: int
    hyphen: bool = False

    @property
    def middle(self) -> float:
        """Return the middle of its advance."""
        return (self.left + self.right) / 2

    @property
    def mark(self) -> bool:
        """Whether it stands over or under another letter."""
        return unicodedata.combining(self.text[0]) > 0


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its letters, and whether it shows pictures."""

    glyphs: list[Glyph]
    pictures: bool
    height: float


@contextmanager
def opened(path: Path, data: bytes) -> Iterator[Any]:
    """Open a PDF (pypdfium2). Raises Encrypted, BadFormat, TooLarge, MissingExtra."""
    pdfium = need("pypdfium2", "articles")
    raw = need("pypdfium2.raw", "articles")
    measure(path, data)
    with _alone:
        try:
            document = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as failure:
            if raw.FPDF_GetLastError() == _PASSWORD or "password" in str(failure).casefold():
                raise Encrypted(path) from failure
            raise BadFormat(path, str(failure)) from failure
        try:
            if len(document) > PAGES:
                raise TooLarge(path, f"> {PAGES}")
            yield document
        finally:
            document.close()


def page_of(document: Any, number: int, path: Path) -> Page:
    """Return one page, numbered from 0. Raises BadFormat, TooLarge."""
    pdfium = need("pypdfium2", "articles")
    raw = need("pypdfium2.raw", "articles")
    try:
        page = document[number]
        try:
            pictures = any(True for _ in page.get_objects([raw.FPDF_PAGEOBJ_IMAGE], max_depth=2))
            words = page.get_textpage()
            try:
                return Page(_glyphs(words, raw, path), pictures, float(page.get_height()))
            finally:
                words.close()
        finally:
            page.close()
    except (pdfium.PdfiumError, ValueError, OverflowError) as failure:
        raise BadFormat(path, f"{number + 1}: {failure}") from failure


def _glyphs(words: Any, raw: Any, path: Path) -> list[Glyph]:
    count = raw.FPDFText_CountChars(words)
    if count > GLYPHS:
        raise TooLarge(path, f"> {GLYPHS}")
    x, y = ctypes.c_double(), ctypes.c_double()
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    found: list[Glyph] = []
    for n in range(max(0, count)):
        if raw.FPDFText_IsGenerated(words, n) == 1:
            continue
        code = raw.FPDFText_GetUnicode(words, n)
        hyphen = raw.FPDFText_IsHyphen(words, n) == 1
        lost = raw.FPDFText_HasUnicodeMapError(words, n) == 1 and not hyphen
        text = LOST if lost else _letters(code)
        if not text.strip() and not hyphen:
            continue  # spaces are told by the gaps: some programs put them anywhere
        raw.FPDFText_GetCharOrigin(words, n, x, y)
        raw.FPDFText_GetLooseCharBox(words, n, box)
        left, right = sorted((box.left, box.right))
        left = min(left, x.value)  # a letter begins where the pen is set down
        raw.FPDFText_GetMatrix(words, n, matrix)
        scale = math.hypot(matrix.c, matrix.d)
        height = raw.FPDFText_GetFontSize(words, n) * scale or abs(box.top - box.bottom)
        found.append(Glyph(text or "-", left, right, y.value, height, n, hyphen))
    return _ligatures(found)


def _letters(code: int) -> str:
    """Return the letters of a code: presentation forms become the letters they present."""
    if not 0 < code < 0x110000 or 0xD800 <= code < 0xE000:
        return LOST
    char = chr(code)
    if "\ufb00" <= char <= "\ufdff" or "\ufe70" <= char <= "\ufefc":
        return unicodedata.normalize("NFKC", char).strip()
    if unicodedata.category(char) in ("Cc", "Co", "Cn"):
        return LOST if unicodedata.category(char) != "Cc" or code > 0x20 else ""
    return char


def _ligatures(glyphs: list[Glyph]) -> list[Glyph]:
    """Join the letters that stand in one place, in the order of speech.

    The file has them in that order where its line runs to the left, and turned where it runs to
    the right.
    """
    joined: list[Glyph] = []
    at = 0
    while at < len(glyphs):
        end = at + 1
        one = glyphs[at]
        while end < len(glyphs) and _same_place(one, glyphs[end]):
            end += 1
        group = glyphs[at:end]
        if len(group) > 1:
            before = glyphs[at - 1].middle if at else None
            after = glyphs[end].middle if end < len(glyphs) else None
            turned = _runs_right(before, one.middle, after) and _right_to_left(one.text)
            letters = "".join(part.text for part in (reversed(group) if turned else group))
            if len(letters) == 2 and letters[0] in _ALEFS and letters[1] == "ل":
                letters = letters[::-1]  # lam-alef: the other order is no ligature
            right = max(part.right for part in group)
            letters = letters.strip(LOST) or LOST  # one sign with two meanings unknown
            one = replace(one, text=letters, right=right)
        joined.append(one)
        at = end
    return joined


def _same_place(one: Glyph, other: Glyph) -> bool:
    near = abs(one.left - other.left) < 0.05 and abs(one.base - other.base) < 0.05
    return near and not (one.mark or other.mark)


def _runs_right(before: float | None, here: float, after: float | None) -> bool:
    if before is not None and after is not None:
        return before < after
    return (before is not None and before < here) or (after is not None and here < after)


def _right_to_left(text: str) -> bool:
    return unicodedata.bidirectional(text[0]) in ("R", "AL")
