"""From a project to proposals and conflicts: what joins the store with reading and reconciling.

`suggest` reads articles and proposes mentions and claims; `reconcile` compares what is marked.
The parts that take long (`suggest_document`, `compute_reconciliation`) only need a Reader, so
that a background job can run them; the Session stores what they return.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tawatur_core.accounts import entity_views, settled, views
from tawatur_core.arabic.results import Known
from tawatur_core.edit import documents as document_edits
from tawatur_core.importers import sample
from tawatur_core.model import ClaimProposal, DocumentId, MentionProposal, Span
from tawatur_core.monitor import Monitor
from tawatur_core.reconcile import Reconciliation, propose_same, reconcile_accounts
from tawatur_core.reconcile.clusters import Cluster, clusters
from tawatur_core.reconcile.entities import bearers_of
from tawatur_core.store import (
    claims,
    derived,
    documents,
    entities,
    mentions,
    proposals,
    verdicts,
)
from tawatur_core.store.session import Reader, Session

__all__ = [
    "Reconciliation",
    "Suggestions",
    "Tally",
    "compute_reconciliation",
    "name_clusters",
    "prepare_sample",
    "reconcile",
    "store_reconciliation",
    "suggest",
    "suggest_document",
]


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What is proposed for one document."""

    mentions: tuple[MentionProposal, ...]
    claims: tuple[ClaimProposal, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many mentions and claims were proposed."""

    mentions: int
    claims: int


def suggest_document(reader: Reader, document: DocumentId) -> Suggestions:
    """Read one article and return what to propose. Raises NoSuchRow.

    What is marked or was rejected before is not proposed; neither is what lies in the residue.
    """
    return _suggest(reader, document, known(reader))


def suggest(
    session: Session, monitor: Monitor, documents_: Iterable[DocumentId] | None = None
) -> Tally:
    """Propose mentions and claims for the given documents, or for all. Raises Cancelled."""
    ids = list(documents.document_ids(session) if documents_ is None else documents_)
    names = known(session)
    made_mentions = made_claims = 0
    for done, id_ in enumerate(ids):
        monitor.step(done, len(ids))
        found = _suggest(session, id_, names)
        proposals.put_proposals(session, id_, found.mentions, found.claims)
        made_mentions += len(found.mentions)
        made_claims += len(found.claims)
    monitor.step(len(ids), len(ids))
    return Tally(made_mentions, made_claims)


def known(reader: Reader) -> list[Known]:
    """Return every spelling the project knows, with its entity."""
    return [
        Known(text, row.entity.kind, row.entity.id, row.entity.name)
        for row in entities.entities(reader)
        for text in dict.fromkeys(
            (row.entity.name, *row.entity.aliases, *(text for text, _ in row.spellings))
        )
    ]


def _suggest(reader: Reader, id_: DocumentId, names: Sequence[Known]) -> Suggestions:
    # Loaded when first used: the gazetteers would slow down opening a window.
    from tawatur_core.suggest.article import propose  # noqa: PLC0415

    rejected = proposals.rejected_keys(reader, id_)
    marked = [m.span for m in mentions.mentions_of(reader, id_)]
    claimed = [span for c in claims.claims_of(reader, id_) for span in c.spans]
    offered, told = propose(documents.document(reader, id_), names)
    return Suggestions(
        tuple(m for m in offered if m.key not in rejected and _free((m.span,), marked)),
        tuple(c for c in told if c.key not in rejected and _free(c.spans, claimed)),
    )


def _free(spans: Iterable[Span], taken: Sequence[Span]) -> bool:
    return not any(span.overlaps(other) for span in spans for other in taken)


# --- reconciling --------------------------------------------------------------------------


def compute_reconciliation(reader: Reader, monitor: Monitor) -> Reconciliation:
    """Compare all that is marked; nothing is written. Raises Cancelled.

    Verdicts are respected: what an analyst kept apart stays apart.
    """
    revision = reader.revision
    seen = views(reader, monitor)
    groups, conflicts = reconcile_accounts(seen.accounts, seen.settled, monitor)
    same = propose_same(seen.entities, seen.settled, monitor)
    return Reconciliation(tuple(g.group for g in groups), conflicts, same, revision)


def store_reconciliation(session: Session, result: Reconciliation, revision: int) -> bool:
    """Store a result computed at `revision`; returns False, and drops it, when that is stale."""
    if session.revision != revision:
        return False
    derived.put_reconciliation(session, result.groups, result.conflicts, result.entity_proposals)
    return True


def reconcile(session: Session, monitor: Monitor) -> Reconciliation:
    """Compare all that is marked and store the result. Raises Cancelled."""
    result = compute_reconciliation(session, monitor)
    store_reconciliation(session, result, result.revision)
    return result


def name_clusters(reader: Reader, monitor: Monitor) -> tuple[Cluster, ...]:
    """Gather the open 'same?' proposals into clusters, the likeliest first. Raises Cancelled.

    What analysts told apart is never joined, not by way of a third name either.
    """
    living = entities.entity_ids(reader)
    decided = settled(verdicts.verdicts(reader).values(), living)
    open_ = [p for p in derived.entity_proposals(reader) if p.key not in decided.entity_keys]
    if not open_:
        return ()
    seen = entity_views(reader, {e for p in open_ for e in (p.a, p.b)}, monitor)
    return clusters(open_, seen, bearers_of(entities.names(reader)), decided)


def prepare_sample(session: Session, language: str = "ar") -> list[DocumentId]:
    """Import the sample corpus; its notes are in `language`. Raises CannotRead, BadFormat."""
    return document_edits.add(session, sample.drafts(language))
