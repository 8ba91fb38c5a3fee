"""Candidates for names in a text and the best set of them that do not overlap.

Every candidate has a score in log odds; the chosen set has the highest sum. All candidates are
at most a few words long, so the time is linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tawatur_core.arabic.lexicon import common, proper_band, whole
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
from tawatur_core.arabic.names_parts import eastern, given, people
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


_MOST_WORDS = 8
_NAME = -1.7  # what any name has to overcome
_OPENING = frozenset('"«“‘(')


def line_of(text: str, words: Sequence[Word]) -> Line:
    """Prepare a text for the search."""
    joined = [False]
    for before, word in zip(words, words[1:], strict=False):
        gap = text[before.end : word.start]
        joined.append(gap in {" ", "  ", "-", "\u00a0", "–", " - "} or gap == "")
    return Line(text, words, joined[: len(words)], [look(word.text) for word in words])


def choose(line: Line, proposed: Iterable[Candidate]) -> list[Candidate]:
    """Return the best of the proposed candidates that do not overlap, in order."""
    ending: list[list[Candidate]] = [[] for _ in range(len(line.words) + 1)]
    for candidate in proposed:
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


def candidates(line: Line, known: Node | None = None) -> Iterator[Candidate]:
    """Yield every candidate of a text; `known` are the project's names."""
    root = gazetteer()
    for i in range(len(line.words)):
        if known is not None:
            yield from listed(line, i, known)
        yield from listed(line, i, root)
        yield from _headed(line, i)
        if line.looks[i].score > -1.6 or eastern(line.looks[i].stem):
            yield from _chunks(line, i)


# --- names of lists -----------------------------------------------------------------------------


def listed(line: Line, i: int, root: Node) -> Iterator[Candidate]:
    """Yield the names of a trie that start in word i."""
    for split in split_clitics(line.words[i].text):
        node = root.next.get(split.folded)
        at = i + 1
        while node is not None:
            if node.entry is not None:
                yield _entry(line, i, at, split.offset, node.entry)
            if at >= len(line.words) or not line.joined[at]:
                break
            node = node.next.get(line.words[at].folded)
            at += 1


_TANWIN = "\u064b"
_REASONS = {"known": "mention-known", "short": "mention-repeated"}


def _entry(line: Line, i: int, at: int, cut: int, entry: Entry) -> Candidate:
    score = 2.0 + 1.2 * (at - i) - (0.3 if cut else 0.0)
    if at == i + 1 and _TANWIN in line.words[i].text:
        score -= 4.0  # روسيًا is an adjective, not روسيا
    why = [_REASONS.get(entry.section, "mention-gazetteer")]
    if entry.plain:
        cue = _cue(line, i, entry)
        score -= 0.0 if cue else 4.5
        if cue:
            why.append(cue)
    if entry.section == "known":
        score += 2.0
    elif entry.section == "short":
        # It only has to beat being no name at all; a longer candidate is better.
        folded = line.words[i].folded
        score = 0.2 + 0.4 * (at - i) - (0.5 * max(0.0, whole(folded) - 1.0) if cut else 0.0)
    elif i and line.looks[i].score < 2.5 and _person_before(line, i):
        score -= 1.0  # الوزير سعد is no town
    return Candidate(i, at, cut, score, entry.kind, tuple(why), entry)


def _cue(line: Line, i: int, entry: Entry) -> str:
    """Return the message id of what shows that an ordinary word is a name here, '' if nothing."""
    before = line.words[i - 1].folded if i else ""
    if i and not _apposed(before, line.words[i].folded):
        if entry.kind is EntityKind.PLACE:
            return "mention-place-word" if is_trigger(before, "place-head") else ""
        if is_trigger(before, "org-head") or is_trigger(before, "org-name-head"):
            return "mention-body-word"
    quoted = line.gap(i)[-1:] in _OPENING and line.gap(i + 1)[:1] in '"»”’)'
    return "mention-quoted" if quoted and line.gap(i + 1)[:1] else ""


def _apposed(before: str, word: str) -> bool:
    """Whether the two agree in having the article: the second is an adjective (المدينة الجديدة)."""
    if not word.startswith("ال"):
        return False
    return any(split.folded.startswith("ال") for split in split_clitics(before)[:4])


def _person_before(line: Line, i: int) -> bool:
    return line.joined[i] and is_trigger(line.words[i - 1].folded, "title")


# --- bodies named by their head -----------------------------------------------------------------


def _headed(line: Line, i: int) -> Iterator[Candidate]:
    """Yield the body that word i heads: وزارة الخارجية الروسية, جهاز الاستخبارات في كوريا الجنوبية."""
    words = line.words
    if not (is_trigger(words[i].folded, "org-name-head")):
        return
    split = next(s for s in split_clitics(words[i].text) if s.folded in trigger("org-name-head"))
    at = i + 1
    if split.folded.startswith("ال"):
        return
    # a construct: definite nouns and adjectives, or a country
    while at < len(words) and at - i <= _MOST_WORDS and line.joined[at]:
        word = words[at].folded
        if not (word.startswith("ال") or (at > i + 1 and word.startswith(("لل", "وال")))):
            break
        if word in _RELATIVE or (at > i + 1 and is_trigger(word, "title")):
            break
        if at > i + 1 and is_trigger(word, "org-name-head"):
            break
        at += 1
    if at == i + 1:
        return
    nation = _nation_ends(words, i + 1, at) if at > i + 2 else 0
    if not nation and at < len(words) - 1 and words[at].folded == "في" and line.joined[at]:
        country = _country(line, at + 1)
        if country and split.folded in _NEAR_STATE:
            yield Candidate(i, country, split.offset, 6.5, _ORG, ("mention-body-head",))
    least = 1 if split.folded in _NAMED_BY_ONE else 2
    if nation:
        yield Candidate(i, nation, split.offset, 2.8, _ORG, ("mention-body-head",))
    elif at - i - 1 >= least and split.folded in _NAMED:
        score = 1.2 + 0.3 * (at - i - 2)
        yield Candidate(i, at, split.offset, score, _ORG, ("mention-body-head",))


_ORG = EntityKind.ORGANISATION
_RELATIVE = frozenset(
    ["الذي", "التي", "الذين", "اللذين", "اللتين", "الى", "الا", "الان", "اليوم", "الاول"]
)
# Heads that common nouns alone make a name with.
_NAMED_BY_ONE = frozenset({"وزاره", "حزب", "جهاز"})
_NAMED = _NAMED_BY_ONE | frozenset(
    [
        "منظمه",
        "جبهه",
        "جمعيه",
        "اتحاد",
        "رابطه",
        "نقابه",
        "وكاله",
        "محكمه",
        "هيئه",
        "هييه",
        "جامعه",
        "ائتلاف",
        "ايتلاف",
    ]
)
# Bodies of a state that may be told by 'in' and the country.
_NEAR_STATE = frozenset(["جهاز", "وكاله", "وزاره", "هييه"])


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
            score += _first(line, i, "mention-title" in why)
        if (word in BINDERS and at > i) or word in OPENERS:
            continue  # never the end of a name
        if score > 0:
            shown = tuple(reason for reason in reasons if reason)
            yield Candidate(i, at + 1, first.cut, score, kind, shown)


def _first(line: Line, i: int, titled: bool) -> float:
    seen = line.looks[i]
    if seen.stem in OPENERS:
        return 0.8
    if seen.stem in BINDERS:
        return -0.6
    if i + 2 < len(line.words) and line.joined[i + 1] and _syllable(line, i + 1, i):
        return max(seen.score, 1.0)
    if seen.stem.startswith("ال") and is_trigger(seen.stem, "title"):
        return -2.5
    after = line.looks[i + 1].score if i + 1 < len(line.words) and line.joined[i + 1] else -4.0
    if titled and _adjective(seen.stem) and after > 0.5:
        return -3.0  # وزير الخارجية الأبخازي سيرغي: the adjective belongs to the office
    if after >= 1.7 and seen.score > -1.6 and not seen.cut and not seen.stem.startswith("ال"):
        return max(seen.score, -0.3)  # a rare word before a sure name: روب هيولسي
    return seen.score


_ORDINALS = frozenset(
    [
        "الاول",
        "الثاني",
        "الثالث",
        "الرابع",
        "الخامس",
        "السادس",
        "السابع",
        "الثامن",
        "التاسع",
        "العاشر",
    ]
)


def _inner(line: Line, at: int, i: int) -> float | None:
    """Score a word inside a name; None when it cannot stand there."""
    seen, previous = line.looks[at], line.looks[at - 1]
    word, before = (
        line.words[at].folded,
        previous.stem if at - 1 == i else line.words[at - 1].folded,
    )
    if word in BINDERS:
        return 0.3
    if before in OPENERS:
        return None if common(word) > 5 and proper_band(word) < 0 else 1.2
    if word in CLOSERS and previous.score > -2.0:
        return 1.5
    if before in BINDERS:
        usual = common(word) > 4.5 and proper_band(word) < 3 and not word.startswith("ال")
        return None if usual else max(0.9, seen.score)
    if _syllable(line, at, i):
        return max(seen.score, 0.8)
    if at - i == 3 and _syllable(line, at - 1, i):
        return None  # such a name has three syllables
    first_name = given(before) >= 0 or before in people()
    if first_name and word in _ORDINALS:
        return 1.3
    if seen.cut and seen.why:
        return None  # a proclitic begins something new
    office = any(
        is_trigger(word, kind) for kind in ("title", "profession", "org-head", "reporting")
    )
    if office and seen.score < 1.0:
        return None
    if word.startswith("ال") and len(word) > 4:
        # after a given name a word with the article is a family name, most of all in -i
        if first_name:
            return max(seen.score, 1.2 if _adjective(word) and word not in demonyms() else 0.4)
        return seen.score - (0.5 if seen.score < 1.5 else 0.0)
    return _after(seen.score, previous.score, first_name=first_name)


_LONGEST_SYLLABLE = 5  # letters, as in جيانغ


def _syllable(line: Line, at: int, i: int) -> bool:
    """Whether word `at` is the second or third syllable of a name such as تشو سون هي.

    Short words of Arabic look alike (لي, هو, هي): one of the syllables must be none.
    """
    if (
        at - i > 2
        or not eastern(line.looks[i].stem)
        or len(line.words[at].folded) > _LONGEST_SYLLABLE
    ):
        return False
    if line.words[at].folded.startswith("ال"):
        return False
    end = min(i + 3, len(line.words))
    strange = sum(line.looks[k].score > 0.0 for k in range(i, end) if line.joined[k] or k == i)
    return strange >= (1 if at - i == 2 else 2) or (at - i == 1 and line.looks[at].score > 0.0)


def _after(score: float, previous: float, *, first_name: bool) -> float | None:
    """Return what a word without article adds after a part that scored `previous`."""
    if previous >= 1.7 or first_name:
        if score > -1.6:
            return max(score, 0.1)  # a rare word after a sure name: رامون كالديرون
        return max(score + 0.8, -1.2) if score > -2.7 else None
    return score if score > -2.2 else None


def _context(line: Line, i: int) -> tuple[float, EntityKind, tuple[str, ...]]:
    """Return what the words before a name add to it, and what kind they make of it."""
    kind = EntityKind.PERSON
    gap = line.gap(i)
    quoted = bool(gap) and gap[-1] in _OPENING
    extra, why = (0.4, ("mention-quoted",)) if quoted and gap[-1] != "(" else (0.0, ())
    if not i or not (line.joined[i] or quoted):
        return extra, kind, why
    before = line.words[i - 1].folded
    apposed = _apposed(before, line.words[i].folded)
    if not apposed and (is_trigger(before, "org-head") or is_trigger(before, "org-name-head")):
        return 1.3 + extra, _ORG, (*why, "mention-body-word")
    if is_trigger(before, "place-head") and not apposed:
        return 1.2 + extra, EntityKind.PLACE, (*why, "mention-place-word")
    if line.looks[i].cut and not quoted:
        return extra, kind, why
    if _led(line, i):
        return 1.5, kind, (*why, "mention-title")
    before = line.words[i - 1].folded
    if is_trigger(before, "reporting"):
        return 1.4, kind, (*why, "mention-reporting-verb")
    if before in demonyms() and before.startswith("ال"):
        return 0.6, kind, why  # الفرنسي لويس ساها
    if before in trigger("place-before"):
        first = line.looks[i].stem
        person = given(first) >= 0 or first in people() or eastern(first)
        return 0.2 + extra, kind if person else EntityKind.PLACE, why
    return extra, kind, why


# What may stand between an office and the name, besides adjectives and countries.
_FIELDS = frozenset(
    [
        "خارجيه",
        "داخليه",
        "دفاع",
        "ماليه",
        "وزراء",
        "حكومه",
        "دوله",
        "جمهوريه",
        "مجلس",
        "شوون",
        "حزب",
        "حركه",
        "منظمه",
        "لجنه",
        "اركان",
        "عام",
        "وفد",
        "نقابه",
        "شركه",
        "بلديه",
        "اتحاد",
        "منتخب",
    ]
)
_FARTHEST = 5


def _led(line: Line, i: int) -> bool:
    """Whether an office or a profession leads up to word i: وزيرة خارجية كوريا الشمالية تشو."""
    for at in range(i - 1, max(-1, i - 1 - _FARTHEST), -1):
        word = line.words[at].folded
        if is_trigger(word, "title") or is_trigger(word, "profession"):
            return True
        between = word in _FIELDS or word in demonyms() or word.startswith("ال")
        if not (between or _is_country(word)) or not line.joined[at]:
            return False
    return False


def _is_country(folded: str) -> bool:
    node = gazetteer().next.get(folded)
    return bool(node and node.entry and node.entry.section == "country") or folded == "كوريا"


def _adjective(folded: str) -> bool:
    return folded.startswith("ال") and folded.endswith(("ي", "يه"))
