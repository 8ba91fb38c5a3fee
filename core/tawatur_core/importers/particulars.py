"""Title, outlet, author and date as files give them, made harmless and comparable."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from urllib.parse import urlsplit

from tawatur_core.arabic import find_dates
from tawatur_core.model import Precision

# Controls that turn text round: in a name they only deceive (in an article they are kept).
TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff]")
_ISO = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?\s*", re.DOTALL)
_BARE = re.compile(r"\s*(\d{4})(\d{2})(\d{2})\s*")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = rf"({'|'.join(_MONTHS)})[a-z]*\.?"
_ENGLISH = re.compile(
    rf"\b(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH}|{_MONTH}\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?)"
    r",?\s+(?P<y>\d{4})\b",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b.*", re.DOTALL)
_LONGEST = 500  # code points of a name
_EARLIEST = 1800


def plain(value: str) -> str:
    """Return a name on one line, without controls, of bounded length."""
    kept = TURNING.sub("", _CONTROL.sub(" ", value[: _LONGEST * 4]))
    return " ".join(kept.split())[:_LONGEST]


def turns(value: str) -> bool:
    """Whether a name holds controls that turn text round."""
    return TURNING.search(value) is not None


def web_address(value: str) -> str:
    """Return an address of the web; nothing for what is none (`javascript:`, a local file)."""
    value = plain(value)
    try:
        parts = urlsplit(value)
    except ValueError:
        return ""
    return value if parts.scheme in ("http", "https") and parts.netloc else ""


def day_of(value: object, *, month_first: bool = False) -> date | None:
    """Return the day a date names, in figures or in words, Arabic or English; None for none.

    Figures alone have the day first, as in Arabic, unless `month_first`. A month alone is no day,
    and so is a text that names several.
    """
    if isinstance(value, datetime):
        return _likely(value.date())
    if isinstance(value, date):
        return _likely(value)
    if not isinstance(value, str):
        return None
    text = value.strip()[:200]
    iso = _ISO.fullmatch(text) or _BARE.fullmatch(text)
    if iso:
        return _made(*(int(part) for part in iso.groups()))
    figures = _FIGURES.fullmatch(text)
    if figures and month_first:
        month, day, year = (int(part) for part in figures.groups())
        return _made(year, month, day)
    return _in_words(text)


def month_stands_first(values: Iterable[object]) -> bool:
    """Whether a list of dates in figures can only be read with the month first."""
    pairs = [
        (int(found[1]), int(found[2]))
        for value in values
        if isinstance(value, str) and (found := _FIGURES.fullmatch(value))
    ]
    return any(b > 12 for _, b in pairs) and all(a <= 12 for a, _ in pairs)


def _in_words(text: str) -> date | None:
    english = [_english(found) for found in _ENGLISH.finditer(text)]
    days = set(english) or {
        one.first
        for one in find_dates(text, None)
        if one.first and one.first == one.last and one.precision is Precision.DAY
    }
    (day,) = days if len(days) == 1 else (None,)
    return _likely(day) if day else None


def _english(found: re.Match[str]) -> date | None:
    month = _MONTHS.index((found[2] or found[3]).casefold()[:3]) + 1
    return _made(int(found["y"]), month, int(found["d1"] or found["d2"]))


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return _likely(date(year, month, day))
    except ValueError:
        return None


def _likely(day: date) -> date | None:
    return day if day.year >= _EARLIEST else None
