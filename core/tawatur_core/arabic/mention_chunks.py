"""Candidates for names in a text and the best set of them that do not overlap.

Every candidate has a score in log odds; the chosen set has the highest sum. All candidates are
at most a few words long, so the time is linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tawatur_core.arabic.mention_places import Entry, Node, demonyms, double_demonyms, gazetteer
from tawatur_core.arabic.mention_words import (
    BINDERS,
    CLOSERS,
    OPENERS,
    Look,
    is_trigger,
    look,
    trigger,
)
from tawatur_core.arabic.words import Word, split_clitics
from tawatur_core.model import EntityKind


class Candidate(NamedTuple):
    """Words `first` to `last` (exclusive) as a name; it starts `cut` points into the first word."""

    first: int
    last: int
    cut: int
    score: float
    kind: EntityKind
    why: tuple[str, ...]
    entry: Entry | None = None


class Line(NamedTuple):
    """The words of a text, whether each is joined to the one before by a mere space, and looks."""

    text: str
    words: Sequence[Word]
    joined: Sequence[bool]
    looks: Sequence[Look]

    def gap(self, i: int) -> str:
        """Return what stands between word i-1 and word i (or the ends of the text)."""
        start = self.words[i - 1].end if i else max(0, self.words[0].start - 8 if self.words else 0)
        end = self.words[i].start if i < len(self.words) else min(len(self.text), start + 8)
        return self.text[start:end]


_MOST_WORDS = 6
_NAME = -1.7  # what any name has to overcome
_OPENING = frozenset("\"«“‘(")


def line_of(text: str, words: Sequence[Word]) -> Line:
    """Prepare a text for the search."""
    joined = [False]
    for before, word in zip(words, words[1:], strict=False):
        gap = text[before.end : word.start]
        joined.append(gap in {" ", "  ", "-", "\u00a0", "–", " - "} or gap == "")
    return Line(text, words, joined[: len(words)], [look(word.text) for word in words])


def choose(line: Line, extra: Node | None = None) -> list[Candidate]:
    """Return the best candidates that do not overlap, in order. `extra` are the known names."""
    ending: list[list[Candidate]] = [[] for _ in range(len(line.words) + 1)]
    for candidate in candidates(line, extra):
        if candidate.score > 0:
            ending[candidate.last].append(candidate)
    best = [0.0]
    via: list[Candidate | None] = [None]
    for end in range(1, len(line.words) + 1):
        top, how = best[end - 1], None
        for candidate in ending[end]:
            value = best[candidate.first] + candidate.score
            if value > top:
                top, how = value, candidate
        best.append(top)
        via.append(how)
    chosen = []
    at = len(line.words)
    while at:
        step = via[at]
        if step is None:
            at -= 1
        else:
            chosen.append(step)
            at = step.first
    chosen.reverse()
    return chosen


def candidates(line: Line, extra: Node | None) -> Iterator[Candidate]:
    """Yield every candidate of a text."""
    root = gazetteer()
    for i in range(len(line.words)):
        if extra is not None:
            yield from _listed(line, i, extra, known=True)
        yield from _listed(line, i, root, known=False)
        yield from _headed(line, i)
        if line.looks[i].score > -0.9:
            yield from _chunks(line, i)


# --- names of lists -----------------------------------------------------------------------------


def _listed(line: Line, i: int, root: Node, *, known: bool) -> Iterator[Candidate]:
    for split in split_clitics(line.words[i].text):
        node = root.next.get(split.folded)
        at = i + 1
        while node is not None:
            if node.entry is not None:
                yield _entry(line, i, at, split.offset, node.entry, known=known)
            if at >= len(line.words) or not line.joined[at]:
                break
            node = node.next.get(line.words[at].folded)
            at += 1


def _entry(line: Line, i: int, at: int, cut: int, entry: Entry, *, known: bool) -> Candidate:
    size = at - i
    score = 2.0 + 1.2 * size - (0.3 if cut else 0.0)
    why = ["mention-known" if known else "mention-gazetteer"]
    if entry.plain:
        cue = _cue(line, i, entry)
        score += 1.0 if cue else -4.5
        if cue:
            why.append(cue)
    if known:
        score += 2.0
    elif i and line.looks[i].score < 2.5 and _person_before(line, i):
        score -= 1.0  # الوزير سعد is no town
    return Candidate(i, at, cut, score, entry.kind, tuple(why), entry)


def _cue(line: Line, i: int, entry: Entry) -> str:
    """Return the message id of what shows that an ordinary word is a name here, '' if nothing."""
    before = line.words[i - 1].folded if i else ""
    if entry.kind is EntityKind.PLACE:
        return "mention-place-word" if i and is_trigger(before, "place-head") else ""
    if i and (is_trigger(before, "org-head") or is_trigger(before, "org-name-head")):
        return "mention-body-word"
    quoted = line.gap(i)[-1:] in _OPENING and line.gap(i + 1)[:1] in "\"»”’)"
    return "mention-quoted" if quoted and line.gap(i + 1)[:1] else ""


def _person_before(line: Line, i: int) -> bool:
    return line.joined[i] and is_trigger(line.words[i - 1].folded, "title")


# --- bodies named by their head -----------------------------------------------------------------


def _headed(line: Line, i: int) -> Iterator[Candidate]:
    """Yield the body that word i heads: وزارة الخارجية الروسية, جهاز الاستخبارات في كوريا الجنوبية."""
    words = line.words
    if not (is_trigger(words[i].folded, "org-name-head")):
        return
    split = next(
        s for s in split_clitics(words[i].text) if s.folded in trigger("org-name-head")
    )
    at = i + 1
    if split.folded.startswith("ال"):
        return
    # a construct: definite nouns and adjectives, or a country
    while at < len(words) and at - i <= _MOST_WORDS and line.joined[at]:
        word = words[at].folded
        if not (word.startswith("ال") or (at > i + 1 and word.startswith(("لل", "وال")))):
            break
        if word in trigger("months") or is_trigger(word, "title") and at > i + 1:
            break
        at += 1
    nation = at > i + 1 and _nation_ends(words, i + 1, at)
    if at == i + 1 or (at == i + 2 and split.folded in {"قوات", "جيش"} and not nation):
        return
    if nation:
        at = nation
    elif at < len(words) - 1 and words[at].folded == "في" and line.joined[at]:
        country = _country(line, at + 1)
        if country:
            yield Candidate(
                i, country, split.offset, 3.4, EntityKind.ORGANISATION, ("mention-body-head",)
            )
    score = 1.3 + (1.2 if nation else 0.0) + 0.4 * min(2, at - i - 2)
    yield Candidate(i, at, split.offset, score, EntityKind.ORGANISATION, ("mention-body-head",))


def _nation_ends(words: Sequence[Word], start: int, end: int) -> int:
    """Return where the last adjective of a country between start and end ends, 0 if there is none."""
    for at in range(end - 1, start - 1, -1):
        if at > start and (words[at - 1].folded, words[at].folded) in double_demonyms():
            return at + 1
        if words[at].folded in demonyms():
            return at + 1
    return 0


def _country(line: Line, i: int) -> int:
    """Return where a country or city that starts at word i ends, 0 if none does."""
    node, at, end = gazetteer().next.get(line.words[i].folded), i + 1, 0
    while node is not None:
        if node.entry is not None and node.entry.kind is EntityKind.PLACE and not node.entry.plain:
            end = at
        if at >= len(line.words) or not line.joined[at]:
            break
        node = node.next.get(line.words[at].folded)
        at += 1
    return end


# --- sequences of words that look like names ----------------------------------------------------


def _chunks(line: Line, i: int) -> Iterator[Candidate]:
    first = line.looks[i]
    context, kind, why = _context(line, i)
    score = _NAME + context
    reasons = dict.fromkeys((*why, first.why))
    for at in range(i, min(i + _MOST_WORDS, len(line.words))):
        word = line.words[at].folded
        if at > i:
            if not line.joined[at]:
                return
            part = _inner(line, at, i)
            if part is None:
                return
            score += part
            reasons.setdefault(line.looks[at].why)
        else:
            score += _first(first)
        if word in BINDERS and at > i or word in OPENERS:
            continue  # never the end of a name
        if score > 0:
            shown = tuple(reason for reason in reasons if reason)
            yield Candidate(i, at + 1, first.cut, score, kind, shown)


def _first(first: Look) -> float:
    if first.stem in OPENERS:
        return 0.8
    return first.score if first.stem not in BINDERS else -1.0


def _inner(line: Line, at: int, i: int) -> float | None:
    """Score a word inside a name; None when it cannot stand there."""
    seen = line.looks[at]
    word = line.words[at].folded
    before = line.words[at - 1].folded
    if word in BINDERS:
        return 0.3
    if before in OPENERS or (at == i + 1 and line.looks[i].stem in OPENERS):
        return 1.2
    if word in CLOSERS and line.looks[at - 1].score > -2.0:
        return 1.5
    if before in BINDERS:
        return max(0.9, seen.score)
    if seen.cut and seen.why:
        return None  # a proclitic begins something new
    if seen.score <= -2.2:
        return None
    return seen.score - (0.5 if word.startswith("ال") and seen.score < 1.5 else 0.0)


def _context(line: Line, i: int) -> tuple[float, EntityKind, tuple[str, ...]]:
    """Return what the words before a name add to it, and what kind they make of it."""
    kind = EntityKind.PERSON
    gap = line.gap(i)
    quoted = bool(gap) and gap[-1] in _OPENING
    extra, why = (0.4, ("mention-quoted",)) if quoted and gap[-1] != "(" else (0.0, ())
    if not i or not (line.joined[i] or quoted):
        return extra, kind, why
    before = line.words[i - 1].folded
    if is_trigger(before, "org-head") or is_trigger(before, "org-name-head"):
        return 1.3 + extra, EntityKind.ORGANISATION, (*why, "mention-body-word")
    if is_trigger(before, "place-head"):
        return 1.2 + extra, EntityKind.PLACE, (*why, "mention-place-word")
    if line.looks[i].cut and not quoted:
        return extra, kind, why
    if is_trigger(before, "title") or is_trigger(before, "profession"):
        return 1.5, kind, (*why, "mention-title")
    at = i - 1
    while at > max(0, i - 4) and (_adjective(before) or before in demonyms()) and line.joined[at]:
        at -= 1
        before = line.words[at].folded
        if is_trigger(before, "title") or is_trigger(before, "profession"):
            return 1.5, kind, (*why, "mention-title")
        if at == i - 2 and line.joined[at] and is_trigger(line.words[at - 1].folded, "title"):
            return 1.5, kind, (*why, "mention-title")  # وزير الخارجية الروسي
    before = line.words[i - 1].folded
    if is_trigger(before, "reporting"):
        return 0.9, kind, (*why, "mention-reporting-verb")
    if before in trigger("place-before"):
        return 0.2 + extra, EntityKind.PLACE, why
    return extra, kind, why


def _adjective(folded: str) -> bool:
    return folded.startswith("ال") and folded.endswith(("ي", "يه"))
