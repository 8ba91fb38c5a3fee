"""The publication date that an article itself proves."""

from __future__ import annotations

import re
from datetime import date, timedelta

from tawatur_core.arabic import date_words as dw
from tawatur_core.arabic.date_frame import Expr, Frame
from tawatur_core.arabic.dates import raw
from tawatur_core.arabic.dates_relative import DAY_WORDS
from tawatur_core.arabic.results import PublicationProof
from tawatur_core.model import Evidence, Span

_STAMPS = re.compile(
    r"(?:تاريخ\s+النشر|نُ?شر(?:ت)?\s+(?:في|بتاريخ|يوم)|آخر\s+تحديث|حُ?رر\s+في|تاريخ)\s*:?\s*\Z"
)
_CLOCK = re.compile(r"[\s\d:.،,|–\-()]*(?:صباحا|مساء|[صم]|GMT|بتوقيت\s+\S+)?[\s.|]*")


def proven_publication_date(text: str, *, year: int | None = None) -> PublicationProof | None:
    """Return the day of publication that `text` proves, None when it proves none or several.

    Proofs, the surest first: 'اليوم' or 'أمس' beside a full date; a line that is only a date, or
    a date after 'نشر في'; a past weekday in the first lines that falls once into a short range of
    days told with it. `year` is a year known from elsewhere for dates that lack theirs.
    """
    frame = Frame(text, None)
    found = raw(frame)
    for proofs in (_today(frame, found), _stamps(frame, found), _weekday(frame, found, year)):
        days = {proof.published for proof in proofs}
        if len(days) == 1:
            return proofs[0]
        if days:
            return None
    return None


def _proof(frame: Frame, on: date, ends: tuple[Expr, Expr], code: str) -> PublicationProof:
    span = Span(frame.words[ends[0].first].start, frame.words[ends[1].last].end)
    args = {"words": span.of(frame.text), "date": on.isoformat()}
    return PublicationProof(on, span, (Evidence(code, _WEIGHTS[code], args),))


_WEIGHTS = {
    "evidence-published-today": 0.95,
    "evidence-published-line": 0.9,
    "evidence-published-weekday": 0.7,
}


def _full(found: Expr) -> date | None:
    if found.kind != "day" or found.when is None or found.when[0] != found.when[1]:
        return None
    return found.when[0]


def _today(frame: Frame, found: list[Expr]) -> list[PublicationProof]:
    proofs = []
    for at, expr in enumerate(found):
        known = DAY_WORDS.get(frame.word(expr.first))
        if expr.kind != "relative" or known is None or expr.first != expr.last:
            continue
        last = expr
        for following in found[at + 1 : at + 3]:
            if not _beside(frame, last, following):
                break
            last = following
            on = _full(following)
            if on is not None and not following.hijri:
                day = on - timedelta(known[0])
                proofs.append(_proof(frame, day, (expr, following), "evidence-published-today"))
                break
    return proofs


def _beside(frame: Frame, left: Expr, right: Expr) -> bool:
    between = [frame.word(k) for k in range(left.last + 1, right.first)]
    gap = frame.text[frame.words[left.last].end : frame.words[right.first].start]
    if "\n" in gap or len(between) > 1 or any(mark in gap for mark in ".؛;:"):
        return False
    return all(word in dw.MATCHING or word == "يوم" for word in between)


def _stamps(frame: Frame, found: list[Expr]) -> list[PublicationProof]:
    proofs = []
    for expr in found:
        on = _full(expr)
        if on is None or expr.hijri:
            continue
        start, end = frame.words[expr.first].start, frame.words[expr.last].end
        before = frame.text[max(0, start - _LINE) : start].rpartition("\n")[2]
        after = frame.text[end : end + _LINE].partition("\n")[0]
        if _LINE in {len(before), len(after)}:
            continue
        alone = not before.strip() or before.strip(" ،,") in _WEEKDAY_NAMES
        if (alone and _CLOCK.fullmatch(after)) or _STAMPS.search(before):
            proofs.append(_proof(frame, on, (expr, expr), "evidence-published-line"))
    return proofs


_WEEKDAY_NAMES = frozenset(
    ("الاثنين", "الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
)
_LINE = 60
"""Code points within which a line that carries a date ends on either side."""
_LEAD = 300
"""Code points in which the lead of an article names the day of its news."""


def _weekday(frame: Frame, found: list[Expr], year: int | None) -> list[PublicationProof]:
    leads = [
        expr
        for expr in found
        if expr.kind == "weekday" and expr.weekday is not None and not expr.future
        and frame.words[expr.first].start < _LEAD and frame.future(expr.first) is not True
    ]  # fmt: skip
    proofs: list[PublicationProof] = []
    for lead in leads:
        for expr in found:
            days = _range_of(expr, year)
            if days is None or lead.weekday is None:
                continue
            fits = [day for day in days if day.weekday() == lead.weekday]
            if len(fits) == 1:
                words = Span(frame.words[expr.first].start, frame.words[expr.last].end)
                proof = _proof(frame, fits[0], (lead, lead), "evidence-published-weekday")
                args = {
                    "day": proof.span.of(frame.text),
                    "range": words.of(frame.text),
                    "date": fits[0].isoformat(),
                }
                reason = Evidence(proof.evidence[0].code, proof.evidence[0].weight, args)
                proofs.append(PublicationProof(fits[0], proof.span, (reason,)))
    return proofs


def _range_of(expr: Expr, year: int | None) -> list[date] | None:
    """Return the days of a range of two to seven days, in its year or the one given."""
    when = expr.when
    if expr.yearless is not None and year is not None and expr.yearless[1]:
        month, low, high = expr.yearless
        try:
            when = date(year, month, low), date(year, month, high)
        except ValueError:
            return None
    if expr.kind != "day" or when is None or not 1 <= (when[1] - when[0]).days <= 6:
        return None
    return [when[0] + timedelta(k) for k in range((when[1] - when[0]).days + 1)]
