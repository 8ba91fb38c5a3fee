"""Comparing two accounts of one fact, slot by slot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from tawatur_core.model import (
    Certainty,
    ConflictKind,
    EntityKind,
    Evidence,
    HowMany,
    Party,
    Polarity,
    Relation,
    Slot,
    SlotName,
    When,
    Words,
)
from tawatur_core.reconcile import slots
from tawatur_core.reconcile.align import Alignment
from tawatur_core.reconcile.opposites import opposed
from tawatur_core.reconcile.order import compare_order
from tawatur_core.reconcile.parties import Atlas, Source, root_source, same_party, sources
from tawatur_core.reconcile.places import containment, known_containment
from tawatur_core.reconcile.quotes import QuoteMatch, Side, substitutions, word_diff
from tawatur_core.reconcile.slots import SILENT, Compared, best, every_pair
from tawatur_core.reconcile.views import Account


@dataclass(frozen=True, slots=True)
class World:
    """What the corpus as a whole says, needed to compare two of its claims."""

    atlas: Atlas
    inside: Callable[[Party, Party], bool]

    @classmethod
    def of(cls, accounts: Iterable[Account]) -> World:
        """Gather the places of all accounts and what lies in what."""
        known = list(accounts)
        places = {e.id: e for a in known for e in a.entities if e.kind is EntityKind.PLACE}
        pairs = known_containment(known)
        return cls(Atlas.of(places[i] for i in sorted(places)), containment(pairs))


# The order in which a reviewer reads the slots.
KINDS = (
    ConflictKind.HOW_MANY,
    ConflictKind.WHEN,
    ConflictKind.ORDER,
    ConflictKind.SPEAKER,
    ConflictKind.AUTHORITY,
    ConflictKind.POLARITY,
    ConflictKind.WHAT,
    ConflictKind.WHERE,
    ConflictKind.WHO,
    ConflictKind.WORDING,
    ConflictKind.CERTAINTY,
)


def compare(pair: Alignment, world: World) -> dict[ConflictKind, Compared]:
    """Compare all slots of two aligned accounts; every kind has an entry."""
    a, b = pair.a.account, pair.b.account
    return {
        ConflictKind.HOW_MANY: _numbers(a, b),
        ConflictKind.WHEN: _whens(a, b),
        ConflictKind.ORDER: compare_order(a, b),
        ConflictKind.SPEAKER: compare_speaker(a, b, world),
        ConflictKind.AUTHORITY: compare_authority(a, b, world),
        ConflictKind.POLARITY: _polarity(a, b),
        ConflictKind.WHAT: _what(pair),
        ConflictKind.WHERE: _where(a, b, world),
        ConflictKind.WHO: _who(a, b),
        ConflictKind.WORDING: compare_wording(pair.quote),
        ConflictKind.CERTAINTY: _certainty(a, b),
    }


def _placed(compared: Compared, a: Slot, b: Slot) -> Compared:
    return replace(compared, a_span=a.span, b_span=b.span)


def _numbers(a: Account, b: Account) -> Compared:
    def one(x: Slot, y: Slot) -> Compared:
        if isinstance(x.value, HowMany) and isinstance(y.value, HowMany):
            return _placed(slots.compare_how_many(x.value, y.value), x, y)
        return SILENT

    ours, theirs = a.named(SlotName.HOW_MANY), b.named(SlotName.HOW_MANY)
    by_unit = [
        every_pair(mine, [y for y in theirs if _unit(y) == unit], one)
        for unit, mine in _grouped(ours).items()
        if unit
    ]
    # The dead may be as many in both, the wounded not: one kind of figure does not excuse another.
    differing = [c for c in by_unit if c.relation is Relation.DIFFERENT]
    if differing and _summed(ours, theirs, differing[0]):
        return replace(differing[0], relation=Relation.COMPATIBLE, evidence=())
    return differing[0] if differing else every_pair(ours, theirs, one)


def _summed(ours: Sequence[Slot], theirs: Sequence[Slot], found: Compared) -> bool:
    """Whether one side's figure is the sum of the other's: 176 capsules, 87 and 89."""
    assert isinstance(found.a, HowMany)
    unit = slots.unit_key(found.a.unit)
    sides = [
        [s.value.low for s in side if isinstance(s.value, HowMany) and _unit(s) == unit]
        for side in (ours, theirs)
    ]
    few, many = sorted(sides, key=len)
    if len(few) != 1 or len(many) < 2 or None in (*few, *many):
        return False
    return few[0] == sum(v for v in many if v is not None)


def _unit(slot: Slot) -> str:
    return slots.unit_key(slot.value.unit) if isinstance(slot.value, HowMany) else ""


def _grouped(found: Iterable[Slot]) -> dict[str, list[Slot]]:
    units: dict[str, list[Slot]] = {}
    for slot in found:
        units.setdefault(_unit(slot), []).append(slot)
    return units


def _whens(a: Account, b: Account) -> Compared:
    def one(x: Slot, y: Slot) -> Compared:
        if isinstance(x.value, When) and isinstance(y.value, When):
            return _placed(slots.compare_when(x.value, y.value), x, y)
        return SILENT

    return every_pair(a.named(SlotName.WHEN), b.named(SlotName.WHEN), one)


def _polarity(a: Account, b: Account) -> Compared:
    def one(x: Slot, y: Slot) -> Compared:
        if isinstance(x.value, Polarity) and isinstance(y.value, Polarity):
            return _placed(slots.compare_polarity(x.value, y.value), x, y)
        return SILENT

    return every_pair(a.named(SlotName.POLARITY), b.named(SlotName.POLARITY), one)


def _certainty(a: Account, b: Account) -> Compared:
    def one(x: Slot, y: Slot) -> Compared:
        if isinstance(x.value, Certainty) and isinstance(y.value, Certainty):
            return _placed(slots.compare_certainty(x.value, y.value), x, y)
        return SILENT

    return every_pair(a.named(SlotName.CERTAINTY), b.named(SlotName.CERTAINTY), one)


def _where(a: Account, b: Account, world: World) -> Compared:
    def one(x: Slot, y: Slot) -> Compared:
        if isinstance(x.value, Party) and isinstance(y.value, Party):
            return _placed(slots.compare_where(x.value, y.value, world.inside), x, y)
        return SILENT

    return every_pair(a.named(SlotName.WHERE), b.named(SlotName.WHERE), one)


def _who(a: Account, b: Account) -> Compared:
    def one(x: Slot, y: Slot) -> Compared:
        if not isinstance(x.value, Party) or not isinstance(y.value, Party):
            return SILENT
        linked = x.value.entity and y.value.entity
        if (x.value.entity or x.value.text) == (y.value.entity or y.value.text):
            relation = Relation.SAME
        else:
            relation = Relation.DIFFERENT if linked else Relation.UNKNOWN
        return Compared(relation, x.value, y.value, (), x.span, y.span)

    return every_pair(a.named(SlotName.WHO), b.named(SlotName.WHO), one)


def _what(pair: Alignment) -> Compared:
    a, b = pair.a.account, pair.b.account
    clash = opposed(a.quote, b.quote)
    ours, theirs = a.named(SlotName.WHAT), b.named(SlotName.WHAT)
    slot_a, slot_b = (ours[0] if ours else None), (theirs[0] if theirs else None)
    spans = (slot_a.span if slot_a else None, slot_b.span if slot_b else None)
    if clash is not None:
        evidence = (Evidence("evidence-opposed", -0.5, {"a": clash[0], "b": clash[1]}),)
        return Compared(Relation.DIFFERENT, Words(clash[0]), Words(clash[1]), evidence, *spans)
    if slot_a is None or slot_b is None:
        return SILENT
    relation = Relation.COMPATIBLE if pair.words >= 0.5 else Relation.UNKNOWN
    return Compared(relation, slot_a.value, slot_b.value, (), *spans)


# --- who said it --------------------------------------------------------------------------


def compare_speaker(a: Account, b: Account, world: World) -> Compared:
    """Compare who is said to have said it."""
    ours = sources(a, SlotName.SPEAKER, world.atlas)
    theirs = sources(b, SlotName.SPEAKER, world.atlas)
    return best([_parties(x, y) for x in ours for y in theirs])


def _parties(a: Source, b: Source) -> Compared:
    def says(relation: Relation, code: str, weight: float) -> Compared:
        evidence = (Evidence(code, weight, {"a": a.text, "b": b.text}),)
        x, y = a.span_slot, b.span_slot
        return Compared(relation, x.value, y.value, evidence, x.span, y.span)

    same = same_party(a, b)
    if same:
        return says(Relation.SAME, "evidence-speaker-same", 0.2)
    if same is None:
        return says(Relation.UNKNOWN, "evidence-speaker-unclear", 0.0)
    if a.kind is EntityKind.PLACE or b.kind is EntityKind.PLACE:
        # 'موسكو' speaks through its minister: naming the state is only less precise.
        return says(Relation.COMPATIBLE, "evidence-speaker-state", 0.0)
    if a.person != b.person and (a.body or b.body) and not (a.media or b.media):
        return says(Relation.COMPATIBLE, "evidence-speaker-state", 0.0)
    return says(Relation.DIFFERENT, "evidence-speaker-apart", -0.5)


def compare_authority(a: Account, b: Account, world: World) -> Compared:
    """Compare on whose word the accounts rest.

    Two reporting agencies are two chains of one fact, which is agreement. Two parties of
    different states, each the source of the same figure, are two different authorities.
    """
    ours, theirs = root_source(a, world.atlas), root_source(b, world.atlas)
    if ours is None or theirs is None:
        return SILENT
    args = {"a": ours.text, "b": theirs.text}
    x, y = ours.span_slot, theirs.span_slot

    def says(relation: Relation, code: str, weight: float) -> Compared:
        evidence = (Evidence(code, weight, args),)
        return Compared(relation, x.value, y.value, evidence, x.span, y.span)

    same = same_party(ours, theirs)
    if same:
        return says(Relation.SAME, "evidence-authority-same", 0.2)
    if same is None:
        return says(Relation.UNKNOWN, "evidence-authority-unclear", 0.0)
    if (ours.media and not ours.homes) or (theirs.media and not theirs.homes):
        return says(Relation.COMPATIBLE, "evidence-authority-chains", 0.1)
    if ours.person or theirs.person:
        return says(Relation.UNKNOWN, "evidence-authority-unclear", 0.0)
    if ours.homes and theirs.homes and not ours.homes & theirs.homes:
        return says(Relation.DIFFERENT, "evidence-authority-apart", -0.5)
    return says(Relation.COMPATIBLE, "evidence-authority-chains", 0.0)


# --- wording ------------------------------------------------------------------------------


def compare_wording(match: QuoteMatch | None) -> Compared:
    """Compare two renderings of the same words."""
    if match is None:
        return SILENT
    runs = word_diff(match.a, match.b)
    ours = [r.a for r in runs if r.side is Side.ONLY_A]
    theirs = [r.b for r in runs if r.side is Side.ONLY_B]
    values = (Words(match.a), Words(match.b))
    if not ours and not theirs:
        return Compared(Relation.SAME, *values, (Evidence("evidence-wording-same", 0.4),))
    if not ours or not theirs:
        more = {"words": " … ".join(ours or theirs)}
        evidence = (Evidence("evidence-wording-part", 0.2, more),)
        return Compared(Relation.COMPATIBLE, *values, evidence)
    args = {"a": " … ".join(ours), "b": " … ".join(theirs)}
    if not substitutions(runs):
        evidence = (Evidence("evidence-wording-close", 0.2, args),)
        return Compared(Relation.COMPATIBLE, *values, evidence)
    return Compared(Relation.DIFFERENT, *values, (Evidence("evidence-wording-apart", -0.2, args),))
