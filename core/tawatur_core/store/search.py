"""Finding documents by words, whatever the spelling of hamza, marks and letter variants."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tawatur_core.arabic.fold import fold, fold_text
from tawatur_core.model import DocumentId, Span
from tawatur_core.store.session import Reader
from tawatur_core.store.spans import boundary

_BEFORE, _AFTER = 40, 80  # code points of a snippet around what was found
_SLACK = 64  # marks to expect before and after what was found
_UNFINISHED = 3  # letters from which on the last word of a query may be unfinished
_OPEN, _SHUT = "\x02\x1e\x02", "\x03\x1e\x03"  # no text holds these three controls in a row
_PARTS = re.compile(r'"([^"]*)"|(\S+)')
_CONJUNCTIONS = ("", "و", "ف")
_PREPOSITIONS = ("", "ب", "ل", "ك")

_FIND = """
SELECT f.n, d.id, d.title, b.text, f.text FROM folded_fts
JOIN folded f ON f.n = folded_fts.rowid
JOIN document d ON d.id = f.document JOIN body b ON b.sha256 = d.body
WHERE folded_fts MATCH ?
ORDER BY coalesce(d.published, substr(d.imported_at, 1, 10)) DESC, d.id DESC LIMIT ?
"""
_SHOW = (
    "SELECT highlight(folded_fts, 1, ?, ?) FROM folded_fts WHERE folded_fts MATCH ? AND rowid = ?"
)


_HOLDING = """
SELECT d.id FROM folded_fts JOIN folded f ON f.n = folded_fts.rowid
JOIN document d ON d.id = f.document WHERE folded_fts MATCH ? LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that holds what was asked for.

    `span` is the first place in the text and `snippet_span` the same within `snippet`; both are
    empty when only the title holds it.
    """

    document: DocumentId
    title: str
    snippet: str
    span: Span
    snippet_span: Span


def search(reader: Reader, query: str, limit: int = 50) -> list[Hit]:
    """Return the documents that hold all words of the query, newest first.

    Words are found with their clitics (و ف ب ل ك ال); "quoted words" in this order; the last
    word may be unfinished.
    """
    parts = _parts(query)
    if not parts:
        return []
    asked = " AND ".join(part.expression() for part in parts)
    pattern = re.compile("|".join(part.pattern() for part in parts))
    hits = []
    for n, document, title, text, folded in reader.conn.execute(_FIND, [asked, limit]).fetchall():
        found = pattern.search(folded)
        place = found.span() if found else _highlighted(reader, asked, n)
        hits.append(_hit(document, title, text, place))
    return hits


def holding(reader: Reader, phrases: Iterable[str], limit: int) -> list[DocumentId]:
    """Return the documents that hold most of some phrases of folded words, at most `limit`."""
    met: Counter[DocumentId] = Counter()
    for phrase in phrases:
        rows = reader.conn.execute(_HOLDING, [f'"{phrase}"', limit])
        met.update(DocumentId(id_) for (id_,) in rows)
    return [id_ for id_, _ in met.most_common(limit)]


@dataclass(frozen=True, slots=True)
class _Part:
    """One word, or several in order; `unfinished`: the last may go on."""

    words: tuple[str, ...]
    unfinished: bool

    def expression(self) -> str:
        """Return it in the language of FTS5."""
        star = " *" if self.unfinished else ""
        phrases = (" ".join([first, *self.words[1:]]) for first in _with_clitics(self.words[0]))
        return "(" + " OR ".join(f'"{phrase}"{star}' for phrase in phrases) + ")"

    def pattern(self) -> str:
        """Return it as a regular expression on folded text: 10 times faster than highlight()."""
        first = "|".join(sorted(_with_clitics(self.words[0]), key=len, reverse=True))
        rest = "".join(rf"[\W_]+{word}" for word in self.words[1:])
        end = r"[^\W_]*" if self.unfinished else r"(?![^\W_])"
        return rf"(?<![^\W_])(?:{first}){rest}{end}"


def _parts(query: str) -> list[_Part]:
    parts = []
    for found in _PARTS.finditer(fold_text(query)):
        quoted, word = found.groups()
        words = re.findall(r"[^\W_]+", quoted if quoted is not None else word)
        if words:
            parts.append(_Part(tuple(words), unfinished=False))
    last = query[-1:].isalnum() and len(parts[-1].words[-1]) >= _UNFINISHED
    return [*parts[:-1], _Part(parts[-1].words, unfinished=True)] if last else parts


def _highlighted(reader: Reader, asked: str, n: int) -> tuple[int, int] | None:
    """Return the first place FTS5 itself would highlight in a folded text."""
    shown = str(reader.conn.execute(_SHOW, [_OPEN, _SHUT, asked, n]).fetchone()[0])
    start = shown.find(_OPEN)
    return (start, shown.index(_SHUT, start) - len(_OPEN)) if start >= 0 else None


def _with_clitics(word: str) -> list[str]:
    """Return the word as it may be written together with what stands before it."""
    if len(word) < 2 or not "\u0621" <= word[0] <= "\u064a":
        return [word]
    forms = {}
    bare = word.removeprefix("ال") if len(word) > 4 else word
    for conjunction in _CONJUNCTIONS:
        for preposition in _PREPOSITIONS:
            if bare == word:
                forms[conjunction + preposition + word] = True
            article = "لل" if preposition == "ل" else preposition + "ال"
            forms[conjunction + article + bare] = True
    return list(forms)


def _hit(document: str, title: str, text: str, place: tuple[int, int] | None) -> Hit:
    if place is None:
        end = _cut(text, min(len(text), _BEFORE + _AFTER))
        return Hit(DocumentId(document), title, _line(text[:end]), Span(0, 0), Span(0, 0))
    at = _original(text, Span(*place))
    low = _cut(text, max(0, at.start - _BEFORE))
    high = _cut(text, min(len(text), at.end + _AFTER))
    return Hit(DocumentId(document), title, _line(text[low:high]), at, at.shifted(-low))


def _original(text: str, folded: Span) -> Span:
    """Return the place in the text of a place in its folded form; folds no more than needed."""
    upto = folded.end + _SLACK
    while upto < len(text) and len(fold_text(text[:upto])) <= folded.end:
        upto += upto
    return fold(text[:upto]).original(folded)


def _cut(text: str, at: int) -> int:
    """Return the nearest word end at or before `at`, within reason."""
    for back in range(min(at, 20)):
        if at - back == len(text) or text[at - back].isspace():
            return at - back
    while not boundary(text, at):
        at -= 1
    return at


def _line(text: str) -> str:
    """Return the text on one line, every code point in its place."""
    return re.sub(r"\s", " ", text)
