"""Words and feature values of other tools as values of slots and as identifiers."""

from __future__ import annotations

import re
from datetime import date
from typing import TypeVar

from tawatur_core.arabic.dates import find_dates
from tawatur_core.arabic.fold import fold_text
from tawatur_core.arabic.numbers import find_quantities
from tawatur_core.model import (
    Certainty,
    ExternalId,
    HowMany,
    Party,
    Polarity,
    Precision,
    SlotName,
    SlotValue,
    When,
    Words,
)

T = TypeVar("T")
_QID = re.compile(r"(?:^|[/:])([QPL][1-9]\d*)$")
_WIKIDATA = re.compile(r"^(?:https?://(?:www\.)?wikidata\.org/|wd:|wikidata:)", re.IGNORECASE)
_KNOWN = (
    ("geonames", re.compile(r"^https?://(?:sws\.|www\.)?geonames\.org/(\d+)")),
    ("viaf", re.compile(r"^https?://(?:www\.)?viaf\.org/viaf/(\d+)")),
)
_POLARITY = {
    Polarity.AFFIRMED: "affirmed|positive|pos|affirmative|true|مثبت|إثبات",
    Polarity.DENIED: "denied|negative|neg|negated|negation|false|منفي|نفي",
}
_CERTAINTY = {
    Certainty.CERTAIN: "certain|actual|fact|high|yes|asserted|مؤكد|أكيد",
    Certainty.PROBABLE: "probable|likely|medium|مرجح|محتمل",
    Certainty.POSSIBLE: "possible|other|low|uncertain|speculative|hypothetical|ممكن|غير مؤكد",
}


def slot_value(
    name: SlotName, words: str, published: date | None, *, found: bool = False
) -> SlotValue | None:
    """Return the value of a slot from its words; None where they are no value of its kind.

    Dates are read against the day of publication. `found` says that the words were marked in the
    text as this slot (a negation, a hedge), which is enough to say what they mean.
    """
    text = " ".join(words.split())
    match name:
        case SlotName.WHEN:
            return _when(text, published)
        case SlotName.HOW_MANY:
            return _how_many(text)
        case SlotName.WHAT:
            return Words(text)
        case SlotName.POLARITY:
            return _term(_POLARITY, text) or (Polarity.DENIED if found else None)
        case SlotName.CERTAINTY:
            return _term(_CERTAINTY, text) or (Certainty.PROBABLE if found else None)
        case _:
            return Party(text)


def external_id(value: str, scheme: str) -> ExternalId:
    """Return an identifier; an address of a known catalogue names its scheme itself."""
    value = value.strip()
    if value.startswith("<") and value.endswith(">"):
        value = value[1:-1]
    item = _QID.search(value)
    if item and (_WIKIDATA.match(value) or item.start() == 0):
        return ExternalId("wikidata", item[1])
    for known, pattern in _KNOWN:
        if told := pattern.match(value):
            return ExternalId(known, told[1])
    if re.match(r"[a-z][a-z0-9+.-]*://", value, re.IGNORECASE):
        return ExternalId("uri", value)
    return ExternalId(scheme.strip().casefold(), value)


def _when(text: str, published: date | None) -> When:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        dates = find_dates(text, published)
        if not dates:
            return When(text, None, None, Precision.DAY)
        one = max(dates, key=lambda found: len(found.span))
        return When(text, one.first, one.last, one.precision, one.how)
    return When(text, day, day, Precision.DAY)


def _how_many(text: str) -> HowMany:
    amounts = find_quantities(text)
    if not amounts:
        return HowMany(text, None, None)
    one = max(amounts, key=lambda found: len(found.span))
    return HowMany(text, one.low, one.high, one.unit, one.hedge)


def _term(terms: dict[T, str], text: str) -> T | None:
    plain = fold_text(text).casefold()
    for term, names in terms.items():
        if plain in (fold_text(name) for name in names.split("|")):
            return term
    return None
