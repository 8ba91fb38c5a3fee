"""Quotation marks of Arabic newspapers: pairs, nesting, paragraphs, and what is only a title.

Linear in the length of the text: each mark is looked at once, and a quotation is never longer
than `LONGEST` code points (a mark that is never closed must not swallow the article).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tawatur_core.arabic.attribution_words import NAMED_THINGS
from tawatur_core.arabic.fold import fold_text
from tawatur_core.arabic.kept import recent
from tawatur_core.model import Span

LONGEST = 4000
_DEEPEST = 8  # open marks at once; more is noise, and would cost time

_MARK = re.compile("[«»“”„‹›\"‘’\n\u2028\u2029]|''?")
_CLOSERS = {"«": "»", "“": "”“", "„": "“”", "‹": "›", '"': '"', "''": ("''"), "'": "'", "‘": "’"}
_LINE = frozenset("\n\u2028\u2029")
_NEVER_OPEN = frozenset("»›’")
_BEFORE_OPENING = frozenset("([{-–—/:،,؛«“‹\"'")
_AFTER_CLOSING = frozenset(")]}.,،؛:!?؟…-–—»”›\"'")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words in quotation marks. `outer` has the marks, `inner` not; `depth` 0 is the outermost.

    `title`: the marks enclose a name or nickname («ديلي ميل»), not what somebody said.
    """

    outer: Span
    inner: Span
    depth: int
    title: bool


@recent
def find_quotes(text: str) -> tuple[Quoted, ...]:
    """Return the quotations of `text`, nested ones too, in the order of their opening marks."""
    found: list[tuple[int, int, int, int, int]] = []
    open_marks: list[tuple[int, str]] = []
    for mark in _MARK.finditer(text):
        sign, at, end = mark[0], mark.start(), mark.end()
        if sign == "'" and _is_letter(text[at - 1 : at]) and _is_letter(text[end : end + 1]):
            continue  # an apostrophe
        if sign in _LINE:
            open_marks = _across(text, open_marks, end)
            continue
        while open_marks and (at - open_marks[0][0] > LONGEST or len(open_marks) > _DEEPEST):
            open_marks.pop(0)
        level = _closed_by(text, open_marks, sign, at, end)
        if level is not None:
            opened, opening = open_marks[level]
            del open_marks[level:]
            inner = _trim(text, opened + len(opening), at)
            found.append((opened, end, *inner, level))
        elif _opens(text, sign, at, end, bool(open_marks)):
            open_marks.append((at, sign))
    found.sort()
    return tuple(
        Quoted(Span(start, end), Span(low, high), depth, _is_title(text, start, low, high))
        for start, end, low, high, depth in found
        if low < high
    )


def _is_letter(char: str) -> bool:
    return char.isalnum() and not char.isdecimal()


def _across(text: str, open_marks: list[tuple[int, str]], end: int) -> list[tuple[int, str]]:
    """Return the marks that stay open after a line end: the next paragraph has to close them."""
    kept = []
    for at, sign in open_marks:
        if sign == "'":
            continue
        following = text[end : at + LONGEST]
        for next_sign in re.finditer('[«»“”„"]', following):
            closes = next_sign[0] in _CLOSERS[sign] and next_sign[0] not in "«“„"
            place = end + next_sign.start()
            if closes and (sign != '"' or not _could_open(text, place, place + 1)):
                kept.append((at, sign))
            break
    return kept


def _closed_by(
    text: str, open_marks: list[tuple[int, str]], sign: str, at: int, end: int
) -> int | None:
    """Return the index of the open mark that `sign` closes, None when it closes none."""
    for level in range(len(open_marks) - 1, -1, -1):
        opened, opening = open_marks[level]
        if sign not in _CLOSERS[opening]:
            continue
        if opening == "“" == sign and _could_open(text, at, end) and at > opened + 1:
            return None
        if opening == sign and sign in {'"', "'"} and not _could_close(text, opened, at, end):
            return None
        return level
    return None


def _could_close(text: str, opened: int, at: int, end: int) -> bool:
    """Whether a straight mark can close: it stands on a word, or after a blank like its opener."""
    if at <= opened + 1:
        return False
    after = text[end : end + 1]
    if text[at - 1].isspace():
        return text[opened + 1].isspace() or not after or after.isspace() or after in _AFTER_CLOSING
    return True


def _could_open(text: str, at: int, end: int) -> bool:
    before = text[at - 1 : at]
    after = text[end : end + 1]
    starts = not before or before.isspace() or before in _BEFORE_OPENING
    return starts and bool(after) and not after.isspace() and after not in ".,،؛"


def _opens(text: str, sign: str, at: int, end: int, inside: bool) -> bool:
    if sign in _NEVER_OPEN:
        return False
    if sign in {"'", "‘"} and not inside:
        return False  # an apostrophe or a transliteration sign, unless within other marks
    if sign == "”":
        return False
    if sign in {"«", "„", "‹"}:
        return True
    after = text[end : end + 1]
    if not after or after in _LINE:
        return False
    if after.isspace() or after in ".,،؛":
        # A spaced opening mark follows a blank or a colon; a stray closing one stands on a word.
        return after.isspace() and (at == 0 or text[at - 1].isspace() or text[at - 1] == ":")
    return True


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


_WORD_BEFORE = re.compile(r"([^\W\d_]+)[\s(:]*\Z")


def _is_title(text: str, start: int, low: int, high: int) -> bool:
    """Whether the marks enclose a name: few words after a noun that takes a name."""
    inner = text[low:high]
    if inner.count(" ") > 4 or any(sign in inner for sign in "،,.؟!:\n"):
        return False
    before = _WORD_BEFORE.search(text, max(0, start - 24), start)
    if not before or ":" in text[before.end(1) : start]:
        return False
    word = fold_text(before[1])
    return any(form in NAMED_THINGS for form in _without_clitics(word))


def _without_clitics(word: str) -> tuple[str, ...]:
    """Return a folded word and its readings without و ف ب ل ك and the article."""
    forms = [word]
    if word[:1] in {"و", "ف"}:
        forms.append(word[1:])
    forms += [form[1:] for form in forms if form[:1] in {"ب", "ل", "ك"}]
    forms += [form[2:] for form in forms if form.startswith("ال")]
    forms += [form[1:] for form in forms if form.startswith("لل")]
    return tuple(forms)
