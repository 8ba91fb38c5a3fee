"""Names of lists in a text: the bundled gazetteer, the project's names, an article's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tawatur_core.arabic.lexicon import common, whole
from tawatur_core.arabic.mention_bearers import bears
from tawatur_core.arabic.mention_line import BODY_HEADS, OPENING, Candidate, Line, apposed
from tawatur_core.arabic.mention_places import SURNAME, Entry, Node, demonyms
from tawatur_core.arabic.names_parts import FILIAL
from tawatur_core.model import EntityKind


def listed(line: Line, i: int, beginnings: Iterable[tuple[Node, int]]) -> Iterator[Candidate]:
    """Yield the names of a trie that start in word i; `beginnings` are its nodes after the word."""
    for first, cut in beginnings:
        node: Node | None = first
        at = i + 1
        while node is not None:
            if node.entry is not None:
                found = _entry(line, i, at, cut, node.entry)
                yield found
                yield from _of_nation(line, found)
                if node.other is not None:
                    yield _entry(line, i, at, cut, node.other, second=True)
            if at >= len(line.folded) or not line.joined[at]:
                break
            node = node.next.get(line.folded[at])
            at += 1


def _of_nation(line: Line, found: Candidate) -> Iterator[Candidate]:
    """Yield a listed body with the adjective of its country: مجلس الأمن القومي الفلسطيني."""
    entry, at = found.entry, found.last
    if entry is None or entry.section not in _OF_NATIONS or at >= len(line.folded):
        return
    if line.joined[at] and line.folded[at].startswith("ال") and line.folded[at] in demonyms():
        yield found._replace(last=at + 1, score=found.score + _NATION, entry=None)


_OF_NATIONS = frozenset({"body"})
_NATION = 0.5
_ADDRESSES = frozenset({"title", "rank"})
_OFTEN = 3.0
_SEATED = re.compile("[أؤئ]")
_TANWIN = "\u064b"
_SAYING = frozenset({"reporting"})
_REASONS = {"known": "mention-known", "short": "mention-repeated"}


def _entry(
    line: Line, i: int, at: int, cut: int, entry: Entry, *, second: bool = False
) -> Candidate:
    person = entry.kind is EntityKind.PERSON
    # a longer name beats its parts that are names too (باريس سان جرمان), but not of a person's
    # name what may still go on: محمد بن سلمان بن عبد العزيز
    score = (2.0 + 1.2 * (at - i) if person else 3.2 * (at - i)) - (0.3 if cut else 0.0)
    if second:
        # what it is less often: only a cue makes it that
        score += 0.5 if _cue(line, i, entry) else -1.0
    if at == i + 1:
        score -= _ADJECTIVE if _is_adjective(line, i) else 0.0
        score -= _misread(line.written[i], line.folded[i], cut, entry.name)
    why = [_REASONS.get(entry.section, "mention-gazetteer")]
    if entry.plain:
        cue = _cue(line, i, entry)
        score -= 0.0 if cue else 4.5
        if cue:
            why.append(cue)
    if entry.section == "known":
        score += 2.0
    elif entry.section == SURNAME:
        # a full name that holds it is better
        told = not entry.plain or why[1:]
        score = 0.5 if told and not _adjective_of(line, i) else 0.0
    elif entry.section == "short":
        # It only has to beat being no name at all; a longer candidate is better.
        folded = line.folded[i]
        score = 0.2 + 0.4 * (at - i) - (0.3 * max(0.0, whole(folded) - 1.0) if cut else 0.0)
    elif entry.kind is EntityKind.PERSON and _within_longer(line, i, at):
        score -= 3.0
    elif i and line.sights[i].score < 2.5 and _person_before(line, i):
        score -= 1.0  # الوزير سعد is no town
    return Candidate(i, at, cut, score, entry.kind, tuple(why), entry)


def _is_adjective(line: Line, i: int) -> bool:
    """Whether a country's name is the adjective of a definite noun: المنتخبات السعودية."""
    joined = i and line.joined[i] and line.folded[i] in demonyms()
    return bool(joined) and apposed(line.folded[i - 1], line.folded[i])


_ADJECTIVE = 4.0


def _misread(word: str, folded: str, cut: int, name: str) -> float:
    """Return what it takes from a name of one word that the word may be another."""
    loss = 0.0
    if cut and bears(folded):
        loss += 2.5  # كريج is a name by itself and hardly ك with ريج
    if _TANWIN in word:
        loss += 4.0  # روسيًا is an adjective, not روسيا
    if _otherwise_written(word[cut:], name) and common(folded) >= _OFTEN:
        loss += 4.0
    return loss


def _otherwise_written(word: str, name: str) -> bool:
    """Whether letters that the fold makes one differ so that the word may be another: جده, مآرب."""
    if _SEATED.search(word[1:]) and not _SEATED.search(name[1:]):
        return True  # فأس is an axe, فاس a town
    return (word.endswith("ه") and name.endswith("ة")) or ("آ" in word and "آ" not in name)


def _cue(line: Line, i: int, entry: Entry) -> str:
    """Return the message id of what shows that an ordinary word is a name here, '' if nothing."""
    if entry.kind is EntityKind.PERSON:
        if not i or not line.joined[i]:
            return ""
        if not _SAYING.isdisjoint(line.signs[i - 1]):
            return "mention-reporting-verb"
        titled = entry.section != SURNAME and not _ADDRESSES.isdisjoint(line.signs[i - 1])
        return "mention-title" if titled else ""
    before = line.folded[i - 1] if i else ""
    if i and not apposed(before, line.folded[i]):
        if entry.kind is EntityKind.PLACE and "place-head" in line.signs[i - 1]:
            return "mention-place-word"
        if entry.kind is not EntityKind.PLACE and _headed(line, i, entry.section):
            return "mention-body-word"
    if entry.kind is EntityKind.PLACE:
        return "mention-among-places" if _among_places(line, i) else ""
    quoted = line.gap(i)[-1:] in OPENING and line.gap(i + 1)[:1] in '"»”’)'
    return "mention-quoted" if quoted and line.gap(i + 1)[:1] else ""


def _among_places(line: Line, i: int) -> bool:
    """Whether word i is joined with a certain place by a comma or 'and': عمران وحجة وصنعاء."""
    word = line.folded[i]
    if common(word) >= _EVERYDAY or len(word) < _SHORT:
        return False
    if _joins(line, i + 1) and any(_place(node) for node, _ in line.sights[i + 1].starts):
        return True
    if not _joins(line, i) or not i:
        return False
    if any(_place(node) for node, _ in line.sights[i - 1].starts):
        return True
    word = line.folded[i - 1]
    ends = (node.next.get(word) for node, _ in (line.sights[i - 2].starts if i > 1 else ()))
    return any(_place(node) for node in ends if node is not None)


def _joins(line: Line, at: int) -> bool:
    """Whether word `at` is joined to the one before it as one more of its kind."""
    if at >= len(line.folded):
        return False
    return line.gaps[at].strip() in _COMMAS or (line.joined[at] and line.folded[at][:1] == "و")


_COMMAS = frozenset("،,")
_EVERYDAY = 5.0
_SHORT = 4  # letters, the 'and' among them


def _place(node: Node) -> bool:
    entry = node.entry
    return entry is not None and entry.kind is EntityKind.PLACE and not entry.plain


# الجزيرة is a channel, a club and an island: any of these heads will do for such names.
_NAMED_HEADS = frozenset({"of-club", "of-media", "of-company"})
_NAMED = frozenset({"club", "agency", "media", "company"})


def _headed(line: Line, i: int, section: str) -> bool:
    """Whether the word before tells a body of this kind: نادي النصر, but not مركز النصر."""
    return not line.signs[i - 1].isdisjoint(_NAMED_HEADS if section in _NAMED else BODY_HEADS)


def _within_longer(line: Line, i: int, at: int) -> bool:
    """Whether a listed name is a part of a longer one: محمد بن [نايف بن عبد العزيز]."""
    if i and line.joined[i] and line.folded[i - 1] in FILIAL:
        return True
    if at >= len(line.folded) or not line.joined[at]:
        return False
    after = line.folded[at]
    return after in FILIAL or (after.startswith("ال") and line.sights[at].score > _FAMILY_NAME)


_FAMILY_NAME = 0.5  # عبد الله بن عبد العزيز [الربيعة]


def _adjective_of(line: Line, i: int) -> bool:
    """Whether a definite word agrees with a definite noun before it: القرار الوليد."""
    if not i or not line.joined[i] or not _ADDRESSES.isdisjoint(line.signs[i - 1]):
        return False
    return apposed(line.folded[i - 1], line.folded[i])


def _person_before(line: Line, i: int) -> bool:
    return line.joined[i] and not _ADDRESSES.isdisjoint(line.signs[i - 1])
