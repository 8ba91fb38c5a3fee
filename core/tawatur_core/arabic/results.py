"""What the reading functions return. Every span is in code points of the text given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from tawatur_core.model import (
    ClaimKind,
    EntityKind,
    Evidence,
    Hedge,
    MentionRole,
    Precision,
    SlotDraft,
    Span,
)


@lru_cache(maxsize=1 << 12)
def reason(code: str, weight: float) -> Evidence:
    """Return a reason that needs no further words; one object for all who give it."""
    return Evidence(code, weight)


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text and, for each of its code points, where it stands in the original.

    `starts[i]` is the offset of the original code point that gave folded code point i;
    `ends[i]` the offset just after the original code points it stands for (marks included).
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def original(self, span: Span) -> Span:
        """Return the original span under a span of the folded text."""
        if len(span) == 0:
            at = self.starts[span.start] if span.start < len(self.starts) else self._end()
            return Span(at, at)
        return Span(self.starts[span.start], self.ends[span.end - 1])

    def _end(self) -> int:
        return self.ends[-1] if self.ends else 0


@dataclass(frozen=True, slots=True)
class NameScore:
    """How alike two names are, 0…1, with the reasons."""

    score: float
    reasons: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in text. None is an open bound; equal bounds are exact.

    `kind` is one of cardinal, ordinal, percent, fraction, money, dual. `unit` is the currency,
    percent sign or the counted noun as written ('' when there is none). `number` is the span of
    the bare number without hedge and unit; `span` covers hedge, number and unit.
    """

    span: Span
    number: Span
    low: Decimal | None
    high: Decimal | None
    unit: str
    hedge: Hedge
    kind: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date expression. `first` and `last` are inclusive; both None: not resolvable.

    `how` is the message id of the rule that resolved it (absolute, relative to publication, …).
    """

    span: Span
    first: date | None
    last: date | None
    precision: Precision
    how: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class PublicationProof:
    """A publication date that the article itself proves."""

    published: date
    span: Span
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class AttributionFound:
    """Who is said to have said what. `kind` is direct, indirect or according.

    `carried_over`: the speaker stands in an earlier sentence (its span is given all the same).
    `clause` is the whole clause when the quotation is only a part of it (أنها «جارة مقربة» لروسيا).
    """

    content: Span
    cue: Span
    speaker: Span | None
    via: Span | None
    kind: str
    carried_over: bool
    evidence: tuple[Evidence, ...] = ()
    clause: Span | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """A name the project already knows, for `find_mentions`: any spelling with its entity."""

    name: str
    kind: EntityKind
    entity: str
    canonical: str = ""


@dataclass(frozen=True, slots=True)
class MentionFound:
    """A name in text, without clitics. `name` is the canonical form it stands for.

    `entity` is `Known.entity` when it is one of the names given, else ''. Mentions of one article
    that are the same thing share `name` (لافروف → سيرجي لافروف).
    """

    span: Span
    kind: EntityKind
    role: MentionRole
    name: str
    entity: str
    score: float
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimFound:
    """A sentence or clause worth checking. `score` is 0…1."""

    spans: tuple[Span, ...]
    kind: ClaimKind
    score: float
    slots: tuple[SlotDraft, ...]
    evidence: tuple[Evidence, ...] = ()
