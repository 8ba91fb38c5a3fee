"""Who stands behind a claim: comparing speakers, agencies and on whose authority it rests."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from tawatur_core.arabic import fold_text
from tawatur_core.arabic.gazetteer import lines
from tawatur_core.arabic.names import name_similarity
from tawatur_core.arabic.words import words
from tawatur_core.model import EntityId, EntityKind, Origin, Party, Slot, SlotName, Span
from tawatur_core.reconcile.terms import raw_words, stem
from tawatur_core.reconcile.views import Account, Named

_MEDIA = frozenset(
    stem(w)
    for w in fold_text(
        "وكالة وكالات أنباء صحيفة جريدة قناة تلفزيون إذاعة شبكة إعلام موقع مجلة تقارير وسائل"
    ).split()
)
_BODY = frozenset(
    stem(w)
    for w in fold_text(
        "وزارة جهاز استخبارات مخابرات جيش حكومة رئاسة شرطة هيئة منظمة مجلس برلمان حزب حركة لجنة "
        "بنك شركة مركز اتحاد مكتب سفارة قيادة أركان بيان خارجية داخلية دفاع كرملين"
    ).split()
)
# As written: وكالات names none, وكالة تاس one.
_UNNAMED = frozenset(
    fold_text(
        "مصادر مصدر مسؤول مسؤولون مسؤولين خبراء محللون محللين مراقبون شهود تقارير وكالات وسائل "
        "إعلام الإعلام ناشطون دبلوماسيون حكومات صحف مواقع جهات"
    ).split()
)
# Words that say what kind of body it is, not which one.
_GENERIC = _MEDIA | frozenset(
    stem(w) for w in fold_text("رسمية حكومية مركزية للأنباء عامة خاصة وطنية إخبارية").split()
)
_TITLES = frozenset(
    stem(w)
    for w in fold_text(
        "وزير وزيرة رئيس رئيسة زعيم نظير نظيرته متحدث متحدثة باسم أمير ملك سفير نائب مستشار "
        "خارجية داخلية دفاع مساعد قائد أمين عام المبعوث دبلوماسي مسؤول السيد السيدة جنرال"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Source:
    """A party and what the claim's entities tell of it. `homes` are the states it belongs to."""

    text: str
    entity: EntityId | None
    kind: EntityKind | None
    homes: frozenset[EntityId]
    span_slot: Slot
    name: str = ""  # the entity's canonical name

    @property
    def media(self) -> bool:
        """Whether it passes on what others say."""
        return any(stem(w) in _MEDIA for w in raw_words(self.text))

    @property
    def body(self) -> bool:
        """Whether it is an institution rather than a person: a ministry, not its minister."""
        if self.kind is not None:
            return self.kind is EntityKind.ORGANISATION
        words = [stem(w) for w in raw_words(self.text)]
        return bool(words) and words[0] in _BODY

    @property
    def person(self) -> bool:
        """Whether it is known to be a person."""
        return self.kind is EntityKind.PERSON

    @property
    def unnamed(self) -> bool:
        """Whether it names nobody: 'sources', 'experts', 'Russian media'."""
        words = raw_words(self.text)
        return not words or not _UNNAMED.isdisjoint((words[0], words[0].lstrip("ولب")))

    @property
    def described(self) -> bool:
        """Whether it is a person told by office alone (الوزير الروسي); whose, may be misread.

        Not where an analyst said whose: a slot that was linked or confirmed is not doubted.
        """
        read = self.span_slot.origin is Origin.PROPOSED
        return read and self.person and not _stems(self.text) & _stems(self.name)

    @property
    def known(self) -> bool:
        """Whether it can be told from others: an entity, or a body by its own words."""
        return self.entity is not None or ((self.body or self.media) and bool(self.core))

    @property
    def core(self) -> frozenset[str]:
        """The words that tell which body it is."""
        return frozenset(stem(w) for w in raw_words(self.text)) - _GENERIC


def sources(account: Account, name: SlotName, atlas: Atlas) -> tuple[Source, ...]:
    """Return the parties in one slot of a claim, in their order."""
    by_id = {named.id: named for named in account.entities}
    found = []
    for slot in account.named(name):
        if isinstance(slot.value, Party):
            party = slot.value
            named = by_id.get(party.entity) if party.entity else None
            kind, called = (named.kind, named.name) if named else (None, "")
            homes = atlas.homes(party.text)
            found.append(Source(party.text, party.entity, kind, homes, slot, called))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Atlas:
    """States, and the places of a corpus, to be found in a party's words in any form."""

    by_stem: Mapping[str, tuple[tuple[frozenset[str], EntityId], ...]]

    @classmethod
    def of(cls, places: Iterable[Named]) -> Atlas:
        """Gather places under one of their words, the longest, which tells most."""
        found: defaultdict[str, set[tuple[frozenset[str], EntityId]]] = defaultdict(set)
        known = [(s, place.id) for place in places for s in (place.name, *place.spellings)]
        for spelling, id_ in (*known, *_states()):
            if spelled := _stems(spelling):
                found[max(spelled, key=lambda w: (len(w), w))].add((spelled, id_))
        return cls({stem_: tuple(entries) for stem_, entries in found.items()})

    def homes(self, text: str) -> frozenset[EntityId]:
        """Return the places named in a text; كوريا gives way to كوريا الشمالية."""
        words = _stems(text)
        fits = [e for w in words for e in self.by_stem.get(w, ()) if e[0] <= words]
        return frozenset(
            id_ for spelled, id_ in fits if not any(spelled < other for other, _ in fits)
        )


@cache
def _states() -> tuple[tuple[str, EntityId], ...]:
    """Return every name, adjective and capital of a state, with one id for each state."""
    return tuple(
        (spelling.strip(), EntityId(f"state {line.split(',')[0].split('/')[0].strip()}"))
        for line in lines("countries.txt")
        for spelling in re.split(r"[,/]", line)
        if spelling.strip()
    )


@lru_cache(maxsize=1 << 14)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(w) for w in raw_words(text))


def same_party(a: Source, b: Source) -> bool | None:
    """Whether two parties are one; None when it cannot be told."""
    if a.entity and b.entity:
        if a.entity == b.entity:
            return True
        # Two entities may still be one that nobody has joined yet.
        return None if _alike(a, b) or a.described or b.described else False
    if a.unnamed or b.unnamed:
        return None
    if fold_text(a.text) == fold_text(b.text):
        return True
    score = name_similarity(a.text, b.text).score
    if score >= 0.85 or (a.core and b.core and (a.core <= b.core or b.core <= a.core)):
        return True
    if score >= 0.5 or not (a.known and b.known):
        return None
    return False


def _alike(a: Source, b: Source) -> bool:
    ours, theirs = (raw_words(f"{s.text} {s.name}") for s in (a, b))
    shared = set(map(stem, ours)) & set(map(stem, theirs)) - _GENERIC - _BODY - _TITLES
    named = name_similarity(a.name, b.name).score >= 0.5
    return named or (a.person and b.person and bool(shared))


def root_source(account: Account, atlas: Atlas) -> Source | None:
    """Return on whose word the claim rests: its speaker, else the first link of the chain."""
    for name in (SlotName.SPEAKER, SlotName.VIA):
        named = [s for s in sources(account, name, atlas) if not s.unnamed]
        if named:
            return named[0]
    return None


def agency_key(source: Source) -> str:
    """Return what makes two mentions of one agency equal: its entity, or its own words."""
    return str(source.entity) if source.entity else " ".join(sorted(source.core))


def is_head(name: Span, party: Span, text: str, kind: EntityKind) -> bool:
    """Whether a name is what the party is, not what it belongs to (جهاز … كوريا الجنوبية).

    `text` are the words under the span `party`.
    """
    if kind is EntityKind.PERSON:
        return True
    before = text[: max(0, name.start - party.start)]
    if kind is EntityKind.ORGANISATION:
        return all(stem(w) in _GENERIC or stem(w) in _BODY for w in raw_words(before) if len(w) > 1)
    return len(before) <= 2 and party.end - name.end <= 2


@dataclass(frozen=True, slots=True)
class Linked:
    """A name in the text that is linked to an entity."""

    span: Span
    entity: EntityId
    kind: EntityKind


def head_of(party: Span, text: str, linked: Iterable[Linked]) -> EntityId | None:
    """Return the entity a party is, by the names in its words; None when they only belong to it.

    `text` are the words under the span `party`. Persons count before their offices and bodies.
    """
    heads = [
        one
        for one in linked
        if party.overlaps(one.span) and is_head(one.span, party, text, one.kind)
    ]
    best = max(heads, key=lambda one: (one.kind is EntityKind.PERSON, len(one.span)), default=None)
    return best.entity if best else None


def title_words(before: str) -> frozenset[str]:
    """Return the title that ends right before a name (وزير الخارجية الروسي), as it is written."""
    sentence = before.rsplit(".", 1)[-1]
    last = words(sentence)[-4:]
    starts = [word.start for word in last if stem(word.folded) in _TITLES]
    return frozenset({sentence[starts[0] : last[-1].end]}) if starts else frozenset()


def title_key(title: str) -> str:
    """Return what two ways of writing a title have in common (وزير خارجية, وزيرة الخارجية)."""
    return " ".join(map(stem, raw_words(title)))
