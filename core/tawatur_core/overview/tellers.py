"""Who tells: an outlet with its articles, or an article whose outlet is not known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tawatur_core.model import Document, DocumentId


@dataclass(frozen=True, slots=True)
class Article:
    """What the overview needs of a document."""

    id: DocumentId
    title: str
    outlet: str
    published: date | None

    @classmethod
    def of(cls, document: Document) -> Article:
        """Return the particulars of a document."""
        return cls(document.id, document.title, document.outlet, document.published)


@dataclass(frozen=True, slots=True)
class Teller:
    """An outlet (`outlet` true) or a single article. `published` is its first article's day."""

    key: str
    name: str
    outlet: bool
    articles: tuple[DocumentId, ...]
    published: date | None


def tellers(articles: Iterable[Article]) -> tuple[Teller, ...]:
    """Return who tells, earliest first, those without a date last."""
    grouped: dict[str, list[Article]] = {}
    for article in articles:
        outlet = " ".join(article.outlet.split())
        grouped.setdefault(f"outlet {outlet}" if outlet else article.id, []).append(article)
    made = [_teller(key, members) for key, members in grouped.items()]
    return tuple(
        sorted(made, key=lambda t: (t.published is None, t.published or date.min, t.name, t.key))
    )


def _teller(key: str, members: list[Article]) -> Teller:
    first = members[0]
    outlet = " ".join(first.outlet.split())
    days = [article.published for article in members if article.published is not None]
    return Teller(
        key=key,
        name=outlet or first.title,
        outlet=bool(outlet),
        articles=tuple(article.id for article in members),
        published=min(days, default=None),
    )


def teller_of(all_tellers: Iterable[Teller]) -> dict[DocumentId, int]:
    """Return for each document the number of its teller."""
    return {document: number for number, one in enumerate(all_tellers) for document in one.articles}
