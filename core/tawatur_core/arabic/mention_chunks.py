"""Sequences of words that look like names, with the words that introduce them."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur_core.arabic.mention_bearers import bears
from tawatur_core.arabic.mention_line import (
    BODY_HEADS,
    OPENING,
    Candidate,
    Line,
    apposed,
)
from tawatur_core.arabic.mention_parts import LEAST_INNER, inner, opening
from tawatur_core.arabic.mention_places import SURNAME, demonyms, gazetteer
from tawatur_core.arabic.mention_words import BINDERS, CLOSERS, OPENERS, trigger
from tawatur_core.model import EntityKind

_MOST_WORDS = 8
_NAME = -1.7  # what any name has to overcome
_OFFICES = frozenset({"title", "rank", "profession"})
_ORG = EntityKind.ORGANISATION


def foreign(line: Line, i: int) -> Iterator[Candidate]:
    """Yield the name in Latin letters that starts with word i: it has a capital, amid Arabic."""
    words = line.written
    if not _latin(words[i]) or not words[i][0].isupper():
        return
    if i and _latin(words[i - 1]) and line.joined[i]:
        return
    end = i + 1
    while end < len(words) and end - i < _MOST_WORDS and line.joined[end]:
        if not words[end].isascii():
            break
        end += 1
    before = i and "\n" not in line.gap(i)
    after = end < len(words) and "\n" not in line.gap(end)
    if before or after:
        yield Candidate(i, end, 0, 0.5, EntityKind.OTHER, ("mention-foreign-letters",))


def _latin(word: str) -> bool:
    return len(word) > 1 and word.isascii() and not word.isdigit()


def chunks(line: Line, i: int) -> Iterator[Candidate]:
    """Yield the sequences of Arabic words from word i on that look like a name."""
    first = line.sights[i]
    if _hopeless(line, i):
        return
    context, kind, why = _context(line, i)
    score = _NAME + context
    reasons = dict.fromkeys((*why, first.why))
    for at in range(i, min(i + _MOST_WORDS, len(line.folded))):
        word = line.folded[at]
        if at > i:
            if not line.joined[at] or word.isascii():
                return
            part = inner(line, at, i)
            if part is None:
                return
            if _is_surname(line, at):
                part = max(part, _SURNAME_PART)
            score += part - (_LISTED_FIRST if at == i + 1 and _is_listed(line, i) else 0.0)
            reasons.setdefault(line.sights[at].why)
        else:
            score += opening(line, i, why)
        if (word in BINDERS and at > i) or word in OPENERS:
            continue  # never the end of a name
        if score > 0:
            shown = tuple(reason for reason in reasons if reason)
            yield Candidate(i, at + 1, first.cut, score, kind, shown)


def _hopeless(line: Line, i: int) -> bool:
    """Whether word i begins no name, whatever leads up to it: a quick look at the word after it."""
    first = line.sights[i]
    stem = first.stem
    if first.score > _HOPE or first.eastern or stem in BINDERS or stem in OPENERS:
        return False
    if i and "reporting" in line.signs[i - 1] and stem.startswith("ال"):
        return False  # a surname alone: وأوضح القطان
    if i + 1 >= len(line.folded) or not line.joined[i + 1]:
        return True
    word = line.folded[i + 1]
    if line.sights[i + 1].score > LEAST_INNER or word in BINDERS or word in CLOSERS:
        return False
    return not (word.startswith("ال") or bears(stem))


_HOPE = -0.2  # with the most that a context adds, what a word by itself has to have
_LISTED_FIRST = 1.0  # البنتاغون بيل أوربان: the first word is a name by itself


def _is_listed(line: Line, i: int) -> bool:
    entries = (node.entry for node, _ in line.sights[i].starts)
    return any(e is not None and not e.plain and e.section in _BY_ITSELF for e in entries)


def _is_surname(line: Line, at: int) -> bool:
    """Whether the word is the surname of a listed person and hardly anything else."""
    entries = (node.entry for node, cut in line.sights[at].starts if not cut)
    return any(e is not None and not e.plain and e.section == SURNAME for e in entries)


_SURNAME_PART = 0.9  # more than the surname weighs by itself
_BY_ITSELF = frozenset({"country", "capital", "region", "government", "body", "party"})


def _context(line: Line, i: int) -> tuple[float, EntityKind, tuple[str, ...]]:
    """Return what the words before a name add to it, and what kind they make of it."""
    kind, first_stem = EntityKind.PERSON, line.sights[i].stem
    gap = line.gap(i)
    quoted = bool(gap) and gap[-1] in OPENING
    extra, why = (0.4, ("mention-quoted",)) if quoted and gap[-1] != "(" else (0.0, ())
    if not i or not (line.joined[i] or quoted):
        return extra, kind, why
    before = line.folded[i - 1]
    agrees = apposed(before, line.folded[i]) or _at_the_head(before, first_stem)
    if not agrees and line.signs[i - 1] & BODY_HEADS:
        return 1.3 + extra, _ORG, (*why, "mention-body-word")
    if "place-head" in line.signs[i - 1] and not agrees:
        return 1.2 + extra, _place_or_person(line, i), (*why, "mention-place-word")
    if line.sights[i].cut and not quoted:
        return extra, kind, why
    if _led(line, i):
        return 1.5, kind, (*why, "mention-title")
    if "reporting" in line.signs[i - 1]:
        return 1.4, kind, (*why, "mention-reporting-verb")
    if before in demonyms() and before.startswith("ال"):
        return 0.6, kind, why  # الفرنسي لويس ساها
    if before in trigger("place-before"):
        return 0.2 + extra, _place_or_person(line, i), why
    return extra, kind, why


_DEFINITE = "ال"  # any word with the article


def _at_the_head(before: str, stem: str) -> bool:
    """Whether a given name follows a definite body, which has no name: القسم بالوكالة إبراهيم."""
    return bears(stem) and apposed(before, _DEFINITE)


def _place_or_person(line: Line, i: int) -> EntityKind:
    """Return the kind of a name after 'in' or a word for a place: given names are persons'."""
    first = line.sights[i]
    return EntityKind.PERSON if first.eastern or bears(first.stem) else EntityKind.PLACE


_FARTHEST = 5
_ON_BEHALF = frozenset({"باسم", "لدي"})  # المتحدث باسم البيت الأبيض توني سنو


def _led(line: Line, i: int) -> bool:
    """Whether an office or a profession leads up to word i: وزيرة خارجية كوريا الشمالية تشو."""
    for at in range(i - 1, max(-1, i - 1 - _FARTHEST), -1):
        word = line.folded[at]
        if line.signs[at] & _OFFICES:
            return True
        between = "field" in line.signs[at] or word in demonyms() or word.startswith("ال")
        between = between or word in _ON_BEHALF
        if not (between or _is_country(word)) or not line.joined[at]:
            return False
    return False


def _is_country(folded: str) -> bool:
    node = gazetteer().next.get(folded)
    return bool(node and node.entry and node.entry.section == "country") or folded == "كوريا"
