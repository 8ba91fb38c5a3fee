"""From a project to the overview: what a background job runs."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tawatur_core.accounts import views
from tawatur_core.arabic import sentences
from tawatur_core.model import (
    ClaimId,
    Conflict,
    ConflictKey,
    ConflictKind,
    DocumentId,
    Relation,
    Span,
    Verdict,
)
from tawatur_core.monitor import Monitor
from tawatur_core.overview.matrix import Comparing, Matrix, matrix
from tawatur_core.overview.network import Network, Sighting, Spot, quoting, together
from tawatur_core.overview.tellers import Article, tellers
from tawatur_core.overview.timeline import Timeline, timeline
from tawatur_core.reconcile.align import Profile, align
from tawatur_core.reconcile.compare import World, compare
from tawatur_core.reconcile.views import Account, Named
from tawatur_core.standing import stands
from tawatur_core.store import derived, documents, mentions, verdicts
from tawatur_core.store.session import Reader


@dataclass(frozen=True, slots=True)
class Told:
    """A claim in short, for lists: where it stands and what it says."""

    document: DocumentId
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Overview:
    """The three pictures of a corpus; the map in two views. `claims` are those they speak of."""

    matrix: Matrix
    timeline: Timeline
    together: Network
    quoting: Network
    claims: Mapping[ClaimId, Told]
    titles: Mapping[DocumentId, str]


def gather(reader: Reader, monitor: Monitor) -> Overview:
    """Read a project and compute all pictures. Raises Cancelled."""
    seen = views(reader, monitor)
    articles: list[Article] = []
    sightings: list[Sighting] = []
    for id_ in documents.document_ids(reader):
        document = documents.document(reader, id_)
        articles.append(Article.of(document))
        sightings += _sightings(reader, id_, document.text)
    tell = tellers(articles)
    groups = derived.event_groups(reader)
    conflicts = derived.conflicts(reader)
    given = verdicts.verdicts(reader)
    grouped = {claim: group.key for group in groups for claim in group.claims}
    named = {one.id: Named(one.id, one.name, one.kind, one.spellings) for one in seen.entities}
    compared = comparing([a for a in seen.accounts if a.id in grouped])
    return Overview(
        matrix=matrix(
            tell, seen.accounts, groups, conflicts=conflicts, verdicts=given, compare=compared
        ),
        timeline=timeline(tell, seen.accounts, grouped, undecided(conflicts, given)),
        together=together(named, sightings),
        quoting=quoting(tell, seen.accounts, named),
        claims={a.id: Told(a.document, Span(a.start, a.start), a.quote) for a in seen.accounts},
        titles={article.id: article.title for article in articles},
    )


def _sightings(reader: Reader, document: DocumentId, text: str) -> list[Sighting]:
    starts = [span.start for span in sentences(text)]
    return [
        Sighting(
            mention.entity,
            bisect_right(starts, mention.span.start) - 1,
            Spot(document, mention.span, mention=mention.id),
        )
        for mention in mentions.mentions_of(reader, document)
        if mention.entity is not None
    ]


def undecided(
    conflicts: Iterable[Conflict], given: Mapping[ConflictKey, Verdict]
) -> dict[ClaimId, tuple[ConflictKind, ...]]:
    """Return for each claim the kinds of its conflicts that nobody has decided."""
    found: defaultdict[ClaimId, list[ConflictKind]] = defaultdict(list)
    for conflict in conflicts:
        if not stands(given.get(conflict.key), conflict):
            for claim in conflict.claims:
                found[claim].append(conflict.kind)
    return {claim: tuple(dict.fromkeys(kinds)) for claim, kinds in found.items()}


def comparing(accounts: Sequence[Account]) -> Comparing:
    """Return what compares two of the accounts slot by slot."""
    profiles = {account.id: Profile.of(account) for account in accounts}
    world = World.of(accounts)

    def compared(a: ClaimId, b: ClaimId) -> dict[ConflictKind, Relation]:
        told = compare(align(profiles[a], profiles[b]), world)
        return {kind: found.relation for kind, found in told.items()}

    return compared
