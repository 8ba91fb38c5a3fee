"""Words, sentences and proclitics of a text, shared by all the reading functions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from itertools import accumulate, compress
from operator import itemgetter
from typing import Any, NamedTuple, overload

from tawatur_core.arabic.fold import CONTROL_CLASS, MARK_CLASS, fold_char, fold_text
from tawatur_core.arabic.forms import form
from tawatur_core.arabic.kept import recent
from tawatur_core.model import Span


class Word(NamedTuple):
    """A word or number of a text: code points `start` to `end`, as written and folded."""

    start: int
    end: int
    text: str
    folded: str

    @property
    def span(self) -> Span:
        """Return the place of the word."""
        return Span(self.start, self.end)


class Split(NamedTuple):
    """One way to read a word as proclitics and a stem.

    `offset` is where the stem starts in the word as written (code points), `stem` what is written
    there, `folded` its folded form; when the article's alef is swallowed (للقاهرة), `folded`
    has it again (القاهره).
    """

    proclitics: tuple[str, ...]
    stem: str
    offset: int
    folded: str


_NUMBER = r"\d+(?:[.,٫٬]\d+)*"
_LATIN = r"[A-Za-z][A-Za-z0-9]*(?![^\W\d_])"  # G20, F16
_REST = rf"[^\W\d_]*(?:[{MARK_CLASS}{CONTROL_CLASS}]+[^\W\d_]*)*"
# The first branch is for Arabic, so that most words need no other.
_WORD = re.compile(rf"([^\W\d_A-Za-z]{_REST}|{_NUMBER}|{_LATIN}|[A-Za-z]{_REST})")


_word = partial(tuple.__new__, Word)  # twice as fast as Word(…)


class Words(Sequence[Word]):
    """The words of a page, each made when it is asked for.

    Few are: most of what is asked of the words of an article is in the lists of its page.
    """

    __slots__ = ("_lists",)

    def __init__(self, *lists: list[Any]) -> None:
        """Take the lists of a page in the order of the fields of a word."""
        self._lists = lists

    def __len__(self) -> int:
        return len(self._lists[0])

    def __iter__(self) -> Iterator[Word]:
        return map(_word, zip(*self._lists, strict=True))

    @overload
    def __getitem__(self, at: int) -> Word: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Word, ...]: ...

    def __getitem__(self, at: int | slice) -> Word | tuple[Word, ...]:
        if isinstance(at, slice):
            return tuple(map(_word, zip(*[each[at] for each in self._lists], strict=True)))
        starts, ends, written, folded = self._lists
        return _word((starts[at], ends[at], written[at], folded[at]))


class Page(NamedTuple):
    """The words of a text; the lists say of each where it is, how it is written and folded.

    `gaps` is what stands before each word, and after the last; `noted` has the index and marks
    (see `forms`) of every word that some list has.
    """

    words: Words
    starts: list[int]
    ends: list[int]
    written: list[str]
    folded: list[str]
    gaps: list[str]
    noted: list[tuple[int, int]]


def words(text: str) -> tuple[Word, ...]:
    """Return the words and numbers of `text` in order; punctuation is left out.

    A number keeps its inner separators (20,000; ٥٫٣) and is a word of its own after a letter (و14,
    الـ75). Marks and tatweel are part of their word.
    """
    # Several functions read the same article one after the other; a name is not worth keeping.
    if len(text) > _SHORTEST_ARTICLE:
        return _all_words(text)
    if text.isalpha():
        return (_word((0, len(text), text, form(text)[1])),)
    return tuple(_page(text).words)


_SHORTEST_ARTICLE = 100  # code points


def _page(text: str) -> Page:
    pieces = _WORD.split(text)  # gap, word, gap, word, …, gap: no step of this in Python
    offsets = list(accumulate(map(len, pieces)))
    starts, ends = offsets[:-1:2], offsets[1::2]
    forms = list(map(form, pieces[1::2]))
    written, folded = list(map(_WRITTEN, forms)), list(map(_FOLDED, forms))
    marks = list(map(_MARKS_OF, forms))
    noted = list(compress(enumerate(marks), marks))
    found = Words(starts, ends, written, folded)
    return Page(found, starts, ends, written, folded, pieces[::2], noted)


_WRITTEN, _FOLDED, _MARKS_OF = itemgetter(0), itemgetter(1), itemgetter(2)


def places(text: str) -> tuple[list[tuple[int, int]], list[str]]:
    """Return where `words` begin and end, and what stands between, before and after them.

    Nothing is folded, which takes most of the time of `words`.
    """
    if len(text) <= _SHORTEST_ARTICLE and text.isalpha():
        return [(0, len(text))], ["", ""]
    pieces = _WORD.split(text)
    offsets = list(accumulate(map(len, pieces)))
    return list(zip(offsets[:-1:2], offsets[1::2], strict=True)), pieces[::2]


page = recent(_page)
"""Return the words of a text with what stands between them; not to be changed."""


@recent
def _all_words(text: str) -> tuple[Word, ...]:
    return tuple(page(text).words)


# Order matters in Arabic: a conjunction, then a preposition (or the sa- of the future), then
# the article. The question hamza is left out: news does not use it.
_PROCLITICS: tuple[tuple[str, ...], ...] = (
    ("و",),
    ("ف",),
    ("ب",),
    ("ك",),
    ("ل",),
    ("س",),
    ("و", "ب"),
    ("و", "ك"),
    ("و", "ل"),
    ("و", "س"),
    ("ف", "ب"),
    ("ف", "ك"),
    ("ف", "ل"),
    ("ف", "س"),
)
_ONE = {p[0]: (p, 1) for p in _PROCLITICS if len(p) == 1}
_TWO = {"".join(p): (_ONE[p[0]], (p, 2)) for p in _PROCLITICS if len(p) == 2}


@lru_cache(maxsize=1 << 12)
def split_clitics(word: str) -> tuple[Split, ...]:
    """Return every possible reading of `word` as proclitics and stem, the whole word first.

    The article is left on the stem, since it belongs to a name that has it. A stem has at least
    two letters. Nothing is looked up: the caller decides which stem is a word.
    """
    folded = form(word)[1]
    found = [Split((), word, 0, folded)]
    for proclitics, stem in readings(folded)[1:]:
        size = len(folded) - len(stem)
        if proclitics[-1] == "ال":
            size += 2  # the article's alef is not written
        at = size if word == folded else letters_end(word, size)
        found.append(Split(proclitics, word[at:], at, stem))
    return tuple(found)


@lru_cache(maxsize=1 << 12)
def readings(folded: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Return the proclitics and folded stem of each reading that `split_clitics` gives."""
    one = _ONE.get(folded[:1])
    if one is None:
        return (((), folded),)
    found: list[tuple[tuple[str, ...], str]] = [((), folded)]
    for proclitics, size in _TWO.get(folded[:2]) or (one,):
        rest = folded[size:]
        if len(rest) < 2:
            continue
        if proclitics[-1] == "ل" and rest[0] == "ل":
            # li + al is written لل: the article's alef is swallowed.
            if len(rest) < 3:
                continue
            found.append(((*proclitics, "ال"), "ا" + rest))
        found.append((proclitics, rest))
    return tuple(found)


def letters_end(word: str, count: int) -> int:
    """Return the offset in `word` just after its first `count` letters and their marks.

    A code point that holds several letters (the ligature lam-alef) is not taken when only a part
    of them is: the rest of the word cannot begin inside it.
    """
    held = 0
    for at, char in enumerate(word if count else ""):
        held += len(fold_char(char))
        if held > count:
            return at
    return len(word) if count else 0


_QUOTES = {"«": "»", "“": "”", "„": "“", "‘": "’", "‹": "›", '"': '"'}
_CLOSING = frozenset("»”’›\"')]}")
_BREAK = re.compile(r"[\n\u2028\u2029]|[.!?؟۔]+|…|[«»“”„‹›\"]")
_SHORT = frozenset({"mr", "mrs", "ms", "dr", "st", "prof", "no", "vs", "jr", "sr", "inc", "ltd"})
_MARKS = frozenset(MARK_CLASS)


@recent
def sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences of `text` in order, without surrounding white space.

    A line end always ends a sentence. A full stop, question or exclamation mark does, except in
    a quotation that is closed later in the line, in a number, after a one-letter abbreviation
    (د. أ.ف.ب) and in '..' or '…', which newspapers use as a dash.
    """
    spans: list[Span] = []
    start = 0
    closing = ""
    for found in _BREAK.finditer(text):
        at, end = found.span()
        sign = found[0]
        if at < start:
            continue
        if sign in "\n\u2028\u2029":
            _add(spans, text, start, at)
            start, closing = end, ""
        elif closing:
            if sign == closing:
                closing = ""
                if at and text[at - 1] in ".!?؟" and text[at - 2 : at] != ".." and _free(text, end):
                    end = _past_closing(text, end)
                    _add(spans, text, start, end)
                    start = end
        elif sign in _QUOTES:
            closing = _opens(text, at, end)
        elif _ends(text, sign, at, end):
            end = _past_closing(text, end)
            _add(spans, text, start, end)
            start = end
    _add(spans, text, start, len(text))
    return tuple(spans)


def _opens(text: str, at: int, end: int) -> str:
    """Return the sign that will close a quotation opened at `at`, '' when it opens none."""
    closing = _QUOTES[text[at]]
    if text[end : end + 1].isspace() and closing == '"':
        return ""  # a stray straight quote: an opening one stands on its first word
    if closing == '"' and not (text[end : end + 1].isalnum() or text[end : end + 1] in "([«“."):
        return ""
    line = text.find("\n", end, end + _LONGEST_QUOTE)
    stop = line if line >= 0 else min(len(text), end + _LONGEST_QUOTE)
    return closing if text.find(closing, end, stop) >= 0 else ""


_LONGEST_QUOTE = 4000  # code points; keeps the search for the closing sign linear


def _ends(text: str, sign: str, at: int, end: int) -> bool:
    if sign in {"«", "»", "“", "”", "„", "‹", "›", '"', "…"}:
        return False
    if set(sign) == {"."}:
        return len(sign) == 1 and _stop(text, at, end)
    return _free(text, end) or text[end : end + 1].isalpha()


def _stop(text: str, at: int, end: int) -> bool:
    """Whether the single full stop at `at` ends a sentence."""
    begin, least = at, max(0, at - 24)
    while begin > least and (text[begin - 1].isalnum() or text[begin - 1] in _MARKS):
        begin -= 1
    word = fold_text(text[begin:at])
    after = text[end : end + 1]
    if len(word) == 1 and word.isalpha():
        return False
    if word in _SHORT:
        return False
    if word.isdigit() and (after.isdigit() or _line_start(text, begin)):
        return False
    if _free(text, end):
        return True
    # A forgotten space is common in Arabic text; Latin letters may be an address (site.com).
    return after.isalpha() and not after.isascii() and not word.isascii()


def _line_start(text: str, at: int) -> bool:
    line = text.rfind("\n", max(0, at - 8), at)
    return not text[max(line, at - 8, 0) : at].strip() and (line >= 0 or at < 8)


def _free(text: str, end: int) -> bool:
    """Whether nothing but a closing sign stands between `end` and white space or the end."""
    return end >= len(text) or text[end].isspace() or text[end] in _CLOSING


def _past_closing(text: str, end: int) -> int:
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    return end


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = start + len(piece.rstrip())
    if left < right:
        spans.append(Span(left, right))
