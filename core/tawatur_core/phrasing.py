"""Values of the vocabulary in words: dates, quantities, kinds, relations, verdicts.

Window, command line and report all say a slot's value through these functions, so that one value
reads alike everywhere: ``value(HowMany(…), words)`` is 'أكثر من 10,000 جندي'.
"""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from tawatur_core.model import (
    Certainty,
    Choice,
    ClaimKind,
    Confidence,
    ConflictKind,
    EntityId,
    EntityKind,
    Hedge,
    HowMany,
    MentionRole,
    Origin,
    Party,
    Polarity,
    Precision,
    Relation,
    SlotName,
    SlotValue,
    Verdict,
    When,
    Words,
)
from tawatur_core.wording import Wording

NO_NAMES: Mapping[EntityId, str] = MappingProxyType({})

_TERMS: dict[type[StrEnum], str] = {
    EntityKind: "entity-kind",
    ClaimKind: "claim-kind",
    MentionRole: "mention-role",
    SlotName: "slot",
    Origin: "origin",
    Precision: "precision",
    Polarity: "polarity",
    Hedge: "hedge",
    Certainty: "certainty",
    ConflictKind: "conflict-kind",
    Relation: "relation",
    Choice: "choice",
    Confidence: "confidence",
}
_SIGNS = {
    Relation.SAME: "=",
    Relation.COMPATIBLE: "≈",
    Relation.DIFFERENT: "⇄",
    Relation.UNKNOWN: "؟",
}
# The source's own cue decides between 'more than' and 'no fewer than': both are an open upper end.
_MORE_THAN = ("أكثر", "اكثر", "تجاوز", "يتجاوز", "يزيد", "تزيد", "يفوق", "تفوق", "more", "over")
_SCALES = ((Decimal(10) ** 9, "number-billion"), (Decimal(10) ** 6, "number-million"))
_LESS_THAN = ("أقل", "اقل", "دون", "less", "fewer", "under")


def term(member: StrEnum, words: Wording) -> str:
    """Return the name of a kind, role, relation, choice …; KeyError for a foreign enumeration."""
    return words.say(f"{_TERMS[type(member)]}-{member.value.replace('_', '-')}")


def question(kind: ConflictKind, words: Wording) -> str:
    """Return what the reviewer is asked about a conflict of this kind ('من القائل؟')."""
    return words.say(f"conflict-question-{kind.value.replace('_', '-')}")


def sign(relation: Relation) -> str:
    """Return the sign of a relation: = ≈ ⇄ ؟."""
    return _SIGNS[relation]


def relation(how: Relation, words: Wording) -> str:
    """Return sign and word of a relation ('⇄ مختلف'): never told by colour alone."""
    shown = "?" if how is Relation.UNKNOWN and not words.right_to_left else sign(how)
    return f"{shown} {term(how, words)}"


def value(slot: SlotValue, words: Wording, names: Mapping[EntityId, str] = NO_NAMES) -> str:
    """Return a slot's value in words.

    `names` gives the canonical names of linked entities; a party that is not in it is shown by
    its words in the text.
    """
    match slot:
        case When():
            return when(slot, words)
        case HowMany():
            return how_many(slot, words)
        case Party(text, entity):
            return names.get(entity, text) if entity is not None else text
        case Words(text):
            return text
        case Polarity() | Certainty():
            return term(slot, words)


def number(amount: Decimal | int) -> str:
    """Return a number with thousands separators and no trailing zeros ('10,000', '5.3')."""
    exact = Decimal(amount)
    if exact == exact.to_integral_value():
        return f"{exact.to_integral_value():,f}"
    return f"{exact.normalize():,f}"


def amount(of: Decimal, words: Wording) -> str:
    """Return a number as a newsroom prints it: from a million on with its scale ('5.3 مليار')."""
    for scale, code in _SCALES:
        share = of / scale
        if abs(share) >= 1 and share == round(share, 2):
            whole = share == share.to_integral_value()
            return words.say(code, count=int(share) if whole else float(share), shown=number(share))
    return number(of)


def how_many(quantity: HowMany, words: Wording) -> str:
    """Return a quantity: hedge, number or range, unit."""
    low, high, unit = quantity.low, quantity.high, quantity.unit
    if low is None and high is None:
        return quantity.text
    if low is not None and high is not None and low != high:
        code = "how-many-about-range" if quantity.hedge is Hedge.ABOUT else "how-many-range"
        glued = unit if _glued(unit) else ""
        return words.say(code, low=_counted(low, glued, words), high=_counted(high, unit, words))
    exact = low if low is not None else high
    assert exact is not None
    dual = exact == 2 and unit and quantity.text.strip() == unit  # عامين says its number itself
    told = unit if dual else _counted(exact, unit, words)
    return words.say(_hedge_code(quantity), number=told)


def _hedge_code(quantity: HowMany) -> str:
    """Return the message id that says how the number is qualified."""
    if quantity.high is None or quantity.hedge is Hedge.AT_LEAST:
        more = any(cue in quantity.text for cue in _MORE_THAN)
        return "how-many-more-than" if more else "how-many-at-least"
    if quantity.low is None or quantity.hedge is Hedge.AT_MOST:
        less = any(cue in quantity.text for cue in _LESS_THAN)
        return "how-many-less-than" if less else "how-many-at-most"
    return "how-many-about" if quantity.hedge is Hedge.ABOUT else "how-many-exact"


def _glued(unit: str) -> bool:
    return unit in {"%", "٪"}


def _counted(of: Decimal, unit: str, words: Wording) -> str:
    """Return number and unit; a percent sign stands close, a definite noun after من."""
    if _glued(unit):
        return f"{number(of)}{unit}"
    if not unit:
        return amount(of, words)
    between = " من " if unit.startswith("ال") else " "
    return f"{amount(of, words)}{between}{unit}"


def when(moment: When, words: Wording) -> str:
    """Return an interval of days as narrowly as it is known; an unresolved one by its words."""
    if moment.first is None and moment.last is None:
        return words.say("when-unresolved", text=moment.text)
    return interval(moment.first, moment.last, words)


def interval(first: date | None, last: date | None, words: Wording) -> str:
    """Return the days from `first` to `last`, both included; None is an open end.

    Raises ValueError when both ends are open.
    """
    if first is None and last is None:
        raise ValueError("an interval needs an end")
    if first is None or last is None:
        known = first or last
        assert known is not None
        return words.say("when-until" if first is None else "when-since", day=day(known, words))
    if first == last:
        return day(first, words)
    whole = _whole(first, last, words)
    if whole:
        return whole
    if (first.year, first.month) == (last.year, last.month):
        days = f"{first.day}–{last.day}"
        return words.say("when-days", days=days, month=month(last, words), year=str(last.year))
    start = day(first, words, year=first.year != last.year)
    return words.say("when-from-to", first=start, last=day(last, words))


def _whole(first: date, last: date, words: Wording) -> str:
    """Return the words for an interval of whole months or years, else ''."""
    ends_month = last.day == calendar.monthrange(last.year, last.month)[1]
    if first.day != 1 or not ends_month:
        return ""
    if (first.month, last.month) == (1, 12):
        if first.year == last.year:
            return words.say("when-year", year=str(first.year))
        return words.say("when-years", first=str(first.year), last=str(last.year))
    end = words.say("when-month", month=month(last, words), year=str(last.year))
    if first.year != last.year:
        start = words.say("when-month", month=month(first, words), year=str(first.year))
    elif first.month == last.month:
        return end
    else:
        start = month(first, words)
    return words.say("when-from-to", first=start, last=end)


def month(of: date, words: Wording) -> str:
    """Return the name of a date's month."""
    return words.say(f"month-{of.month}")


def weekday(of: date, words: Wording) -> str:
    """Return the name of a date's day of the week."""
    return words.say(f"weekday-{of.isoweekday()}")


def day(of: date, words: Wording, *, year: bool = True) -> str:
    """Return a day ('12 يوليو 2025'), without the year when `year` is false."""
    if year:
        return words.say("when-day", day=str(of.day), month=month(of, words), year=str(of.year))
    return words.say("when-day-month", day=str(of.day), month=month(of, words))


def moment(at: datetime, words: Wording) -> str:
    """Return a point in time in the local time zone, to the minute."""
    local = at.astimezone()
    return words.say("when-moment", day=day(local.date(), words), time=f"{local:%H:%M}")


def published(on: date | None, words: Wording) -> str:
    """Return a publication date, or that it is not known."""
    return day(on, words) if on is not None else words.say("published-unknown")


def verdict(given: Verdict, words: Wording) -> str:
    """Return a verdict in short: the side chosen by its letter, the edited value, or the choice."""
    if given.choice is Choice.ONE_SIDE and given.chosen in given.sides:
        letter = side_letter(given.sides.index(given.chosen), words)
        return words.say("verdict-one-side", side=letter)
    if given.choice is Choice.EDITED:
        return words.say("verdict-edited", value=given.value)
    return term(given.choice, words)


def side_letter(index: int, words: Wording) -> str:
    """Return the letter of a side of a conflict: أ ب ج … or A B C …; after the last, numbers."""
    letters = words.say("side-letters").split()
    return letters[index] if index < len(letters) else str(index + 1)
