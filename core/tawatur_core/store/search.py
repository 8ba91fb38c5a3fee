"""Finding documents by words, whatever the spelling of hamza, marks and letter variants."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tawatur_core.arabic.fold import fold, fold_text
from tawatur_core.model import DocumentId, Span
from tawatur_core.store.session import Reader
from tawatur_core.store.spans import boundary

_BEFORE, _AFTER = 40, 80  # code points of a snippet around what was found
_OPEN, _SHUT = "\x02\x1e\x02", "\x03\x1e\x03"  # no text holds these three controls in a row
_PARTS = re.compile(r'"([^"]*)"|(\S+)')
_CONJUNCTIONS = ("", "و", "ف")
_PREPOSITIONS = ("", "ب", "ل", "ك")

# Which documents, newest first; what was found in them is asked in a second query, since the
# first would else work out the highlights of everything it sorts away.
_FIND = """
SELECT f.n, d.id, d.title, b.text FROM folded_fts
JOIN folded f ON f.n = folded_fts.rowid
JOIN document d ON d.id = f.document JOIN body b ON b.sha256 = d.body
WHERE folded_fts MATCH ?
ORDER BY coalesce(d.published, substr(d.imported_at, 1, 10)) DESC, d.id DESC LIMIT ?
"""
_SHOW = (
    "SELECT highlight(folded_fts, 1, ?, ?) FROM folded_fts WHERE folded_fts MATCH ? AND rowid = ?"
)


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
    asked = match_expression(query)
    if not asked:
        return []
    hits = []
    for n, document, title, text in reader.db.execute(_FIND, [asked, limit]).fetchall():
        shown = reader.db.execute(_SHOW, [_OPEN, _SHUT, asked, n]).fetchone()
        hits.append(_hit(document, title, text, str(shown[0])))
    return hits


def match_expression(query: str) -> str:
    """Return the query in the language of FTS5, '' when it holds no word."""
    parts = []
    for found in _PARTS.finditer(fold_text(query)):
        quoted, word = found.groups()
        words = re.findall(r"[^\W_]+", quoted if quoted is not None else word)
        if words:
            unfinished = quoted is None and found.end() == len(query.rstrip()) == len(query)
            parts.append(_alternatives(words, unfinished=unfinished))
    return " AND ".join(parts)


def _alternatives(words: list[str], *, unfinished: bool) -> str:
    star = " *" if unfinished and len(words[-1]) > 1 else ""
    phrases = (" ".join([first, *words[1:]]) for first in _with_clitics(words[0]))
    return "(" + " OR ".join(f'"{phrase}"{star}' for phrase in phrases) + ")"


def _with_clitics(word: str) -> list[str]:
    """Return the word as it may be written together with what stands before it."""
    if not "\u0621" <= word[0] <= "\u064a":
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


def _hit(document: str, title: str, text: str, shown: str) -> Hit:
    start = shown.find(_OPEN)
    if start < 0:
        at, snippet_at = Span(0, 0), Span(0, 0)
        end = _cut(text, min(len(text), _BEFORE + _AFTER))
        return Hit(DocumentId(document), title, _line(text[:end]), at, snippet_at)
    end = shown.index(_SHUT, start) - len(_OPEN)
    at = fold(text).original(Span(start, end))
    low = _cut(text, max(0, at.start - _BEFORE))
    high = _cut(text, min(len(text), at.end + _AFTER))
    return Hit(DocumentId(document), title, _line(text[low:high]), at, at.shifted(-low))


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
