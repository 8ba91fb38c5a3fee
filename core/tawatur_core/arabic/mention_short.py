"""Tying names of one article together: spellings and short forms.

A later mention is shorter (لافروف, سون هوي); it belongs to the longest name of the same article
that it is a part of.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tawatur_core.arabic.fold import fold_text
from tawatur_core.arabic.mention_line import Candidate, Line
from tawatur_core.arabic.mention_places import Entry, Node
from tawatur_core.arabic.mention_words import CLOSERS
from tawatur_core.arabic.names import (
    HABITS,
    SAME,
    may_be_same,
    name_keys,
    name_similarity,
    sound_key,
)
from tawatur_core.arabic.names_parts import FILIAL, Part, eastern, first_name, parts
from tawatur_core.arabic.names_sound import steps
from tawatur_core.model import EntityKind

SHORT = "short"  # the section of an entry that stands for a longer name of the article


def written(line: Line, candidate: Candidate) -> str:
    """Return the words of a candidate as they stand in the text."""
    start = line.starts[candidate.first] + candidate.cut
    return line.text[start : line.ends[candidate.last - 1]]


# --- spellings of one name ----------------------------------------------------------------------


Form = tuple[str, EntityKind]


def canonical_names(found: Sequence[Form], fixed: Iterable[Form] = ()) -> dict[Form, str]:
    """Return, for each name of an article, the form it stands for: its longest spelling there.

    Names are compared when they share a key; a name joins the group whose head it matches best.
    The `fixed` names (of the gazetteer) are heads already.
    """
    order = {name: i for i, name in reversed(list(enumerate(found)))}
    by_weight = sorted(order, key=lambda n: (-len(parts(n[0])), -len(n[0]), order[n]))
    by_kind: dict[EntityKind, dict[str, list[str]]] = {}
    chosen: dict[Form, str] = {}
    for name, kind in dict.fromkeys(fixed):
        heads = by_kind.setdefault(kind, {})
        for key in name_keys(name):
            heads.setdefault(key, []).append(name)
    for name, kind in by_weight:
        heads, keys = by_kind.setdefault(kind, {}), name_keys(name)
        near = [head for key in keys if key in heads for head in heads[key][:_MOST_HEADS]]
        match = _best(name, dict.fromkeys(near)) if near else None
        if match is None:
            for key in keys:
                heads.setdefault(key, []).append(name)
        chosen[name, kind] = match or name
    return chosen


_MOST_HEADS = 12  # compared with one name; a key shared by more says little


def _best(name: str, heads: Iterable[str]) -> str | None:
    near = (head for head in heads if may_be_same(name, head))
    scored = [(name_similarity(name, head).score, head) for head in near]
    score, head = max(scored, default=(0.0, ""))
    return head if score >= SAME else None


# --- short forms --------------------------------------------------------------------------------


def short_forms(names: Iterable[tuple[str, str]]) -> Node:
    """Return a trie of the short forms of persons' names (as written, canonical form).

    The end of a name is a short form of it (لافروف, سون هوي); its beginning only when the family
    name comes first (كيم), which is when the name is a string of short syllables.
    """
    root = Node()
    for name, canonical in names:
        pieces = name.split()
        for at in range(1, len(pieces)):
            tail = pieces[at:]
            if not _weak(tail) and _own(pieces, at):
                root.put(" ".join(tail), _short(canonical))
        if len(pieces) == 3 and eastern(fold_text(pieces[0])):
            root.put(pieces[0], _short(canonical))
    return root


def _short(canonical: str) -> Entry:
    return Entry(EntityKind.PERSON, canonical, SHORT, plain=False)


def _weak(tail: list[str]) -> bool:
    """Whether the end of a name is too common to stand for it: محمد, بن عبدالعزيز."""
    last = fold_text(tail[-1])
    if len(tail) == 1:
        return len(last) < 3 or not parts(last) or first_name(last) or last in CLOSERS
    return len(tail) == 2 and fold_text(tail[0]) in FILIAL and first_name(last)


def _own(pieces: list[str], at: int) -> bool:
    """Whether the words from `at` on may stand for the person rather than for the father."""
    before, first = fold_text(pieces[at - 1]), fold_text(pieces[at])
    return before not in FILIAL and (at == 1 or first not in FILIAL) and first not in _FAMILY


_FAMILY = frozenset({"ال"})  # آل سعود is the family


class FullNames:
    """The full names of an article's persons, to look up what a short form stands for."""

    def __init__(self, people: Sequence[str]) -> None:
        """Index `people`, in order of preference."""
        self._by_end: dict[tuple[str, ...], list[tuple[str, tuple[Part, ...]]]] = {}
        for name in people:
            whole = parts(name)
            ends = [whole[at:] for at in range(1, len(whole)) if at == 1 or not whole[at].filial]
            if eastern(whole[0].letters):
                ends += [whole[:at] for at in range(1, len(whole))]
            for end in ends:
                self._by_end.setdefault(_sound(end), []).append((name, end))

    def of(self, short: str) -> str | None:
        """Return the first name that `short` is the end of, or the start of when family leads."""
        pieces = parts(short)
        for name, end in self._by_end.get(_sound(pieces), ())[:_MOST_HEADS]:
            if all(_alike(p.letters, q.letters) for p, q in zip(pieces, end, strict=True)):
                return name
        return None


def _sound(pieces: Sequence[Part]) -> tuple[str, ...]:
    """Return the key of the parts; the father's name is another key than the same as surname."""
    filial = "بن" if pieces and pieces[0].filial else ""
    return (filial, *(sound_key(part.letters) for part in pieces))


def _alike(a: str, b: str) -> bool:
    return a == b or (not first_name(a) and set(steps(a, b)) <= HABITS)
