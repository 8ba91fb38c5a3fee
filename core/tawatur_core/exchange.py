"""Projects out and in: what is exported, to which format, and how files come into a project."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tawatur_core.bulk import uncollected
from tawatur_core.edit import authority, intake
from tawatur_core.edit.authority import Decisions, PreparedList
from tawatur_core.edit.intake import Counts, Prepared
from tawatur_core.edit.restore import restore
from tawatur_core.errors import ProjectHeld
from tawatur_core.exporters.losses import Tally, tally
from tawatur_core.exporters.registry import format_named, write
from tawatur_core.importers import registry
from tawatur_core.importers.entities import read_entities
from tawatur_core.importers.entities_listed import EntityList
from tawatur_core.importers.jsonl import read_project
from tawatur_core.importers.labels import LabelMapping, seen
from tawatur_core.importers.labels_guess import propose
from tawatur_core.importers.together import together
from tawatur_core.model import (
    Claim,
    ClaimId,
    Conflict,
    DocumentId,
    Origin,
    Verdict,
)
from tawatur_core.monitor import Monitor, Silent
from tawatur_core.plugins import Annotated, Corpus, Finding, Incoming, Lost
from tawatur_core.standing import Lapsed, stands
from tawatur_core.store import claims, derived, documents, entities, mentions, proposals, verdicts
from tawatur_core.store.session import Reader, Session

_AT_ONCE = 50  # documents whose marks are read together: memory stays flat, and it is faster


@dataclass(frozen=True, slots=True)
class Scope:
    """What is exported: some documents (None: all), and whether only what analysts confirmed.

    `reviewed_only` leaves out slots that are still proposed and conflicts without a verdict.
    """

    documents: frozenset[DocumentId] | None = None
    reviewed_only: bool = False


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export did: the file, how many spans were compared and found right, what was lost."""

    destination: Path
    documents: int
    spans: int
    lost: tuple[Lost, ...] = ()


def export(
    reader: Reader,
    format_name: str,
    destination: Path,
    *,
    scope: Scope | None = None,
    language: str = "ar",
    monitor: Monitor | None = None,
    replace: bool = False,
) -> Exported:
    """Write a corpus in a format, after proving every offset.

    An older file is replaced only if `replace` says so, a folder with something in it never.
    Raises UnknownFormat, AlreadyExists, CannotWrite, ExportMismatch, Cancelled; `destination` is
    then as before.
    """
    exporter = format_named(format_name)
    counting = Tally(corpus_of(reader, scope or Scope()), exporter.losses)
    corpus = counting.corpus
    compared = write(exporter, corpus, destination, language, monitor or Silent(), replace=replace)
    return Exported(destination, corpus.size, compared, counting.lost(Silent()))


def losses(
    reader: Reader, format_name: str, *, scope: Scope | None = None, monitor: Monitor | None = None
) -> tuple[Lost, ...]:
    """Count what a format would drop or flatten. Raises UnknownFormat, Cancelled."""
    exporter = format_named(format_name)
    return tally(corpus_of(reader, scope or Scope()), exporter.losses, monitor or Silent())


def bring_back(project: Path, source: Path, *, analyst: str) -> dict[str, int]:
    """Add a project exported as JSON Lines to `project`, made if missing; return what was added.

    The file is read and checked whole before anything is written. Raises CannotRead, BadFormat,
    RowExists, ProjectHeld.
    """
    restored = read_project(source)
    if not project.exists():
        Session.create(project, analyst=analyst, title=restored.title).close()
    session = Session.open(project, analyst=analyst)
    try:
        if session.read_only:
            raise ProjectHeld(project, session.held_by)
        restore(session, restored)
    finally:
        session.close()
    return {
        "documents": len(restored.documents),
        "claims": sum(len(annotated.claims) for annotated in restored.documents),
        "mentions": sum(len(annotated.mentions) for annotated in restored.documents),
        "entities": len(restored.entities),
        "verdicts": len(restored.verdicts),
    }


def look_over_entities(
    path: Path, format_name: str | None = None, monitor: Monitor | None = None
) -> EntityList:
    """Read a list of entities (CSV, RDF/SKOS, Wikidata JSON) without writing anything.

    Raises UnknownFormat, CannotRead, BadFormat, MissingExtra, TooLarge, Unsafe, Cancelled.
    """
    return read_entities(path, format_name, monitor or Silent())


def prepare_entities(
    reader: Reader, listed: EntityList, monitor: Monitor | None = None
) -> PreparedList:
    """Return what a list of entities would change, entry by entry. Raises Cancelled."""
    return authority.prepare(reader, listed, monitor or Silent())


def take_entities(
    session: Session,
    listed: EntityList,
    prepared: PreparedList | None = None,
    decisions: Decisions | None = None,
) -> PreparedList:
    """Bring a list of entities in as one undo step; return what was done.

    Entries are matched anew where the project changed since. Raises NoSuchRow when an entity
    that was decided for is gone, ReadOnly.
    """
    if prepared is None or prepared.revision != session.revision:
        prepared = prepare_entities(session, listed)
    authority.take(session, prepared, decisions)
    return prepared


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import added, and what it left out or changed."""

    counts: Counts
    findings: tuple[Finding, ...]


def look_over(
    paths: Sequence[Path], format_name: str | None = None, monitor: Monitor | None = None
) -> Incoming:
    """Read annotated files, each whole, without writing anything.

    Without a format each file is recognised by its name and content. Raises UnknownFormat and
    what the importers raise: CannotRead, BadFormat, MissingExtra, TooLarge, Unsafe, Cancelled.
    """
    watching = monitor or Silent()
    return together([registry.read(path, format_name, watching) for path in paths])


def proposed_mapping(incoming: Incoming) -> LabelMapping:
    """Return what the labels of an import are by their names."""
    return propose(seen(incoming.marked))


def prepare(
    reader: Reader,
    incoming: Incoming,
    mapping: LabelMapping | None = None,
    monitor: Monitor | None = None,
) -> Prepared:
    """Return what an import would add, its counts and findings; nothing is written.

    Without a mapping the labels are understood by their names. Raises Cancelled.
    """
    understood = proposed_mapping(incoming) if mapping is None else mapping
    return intake.prepare(reader, incoming, understood, monitor or Silent())


def take(
    session: Session,
    incoming: Incoming,
    mapping: LabelMapping | None = None,
    prepared: Prepared | None = None,
    theirs: Collection[str] = (),
) -> Taken:
    """Add an import to a project as one undo step; nothing is half-imported.

    `prepared` is used unless the project changed since. Of what the project holds otherwise than
    the file (`Prepared.differences`), the file's version is taken for the ids in `theirs`. Raises
    ReadOnly.
    """
    if prepared is None or prepared.revision != session.revision:
        prepared = prepare(session, incoming, mapping)
    intake.take(session, prepared, theirs)
    return Taken(prepared.counts, prepared.findings)


def corpus_of(reader: Reader, scope: Scope) -> Corpus:
    """Return what exporters write; documents are read some at a time, as they are asked for."""
    ids = _ids(reader, scope)
    given = verdicts.all_verdicts(reader)
    whole = scope.documents is None
    inside = None if whole else claims.claim_ids(reader, ids)
    lapsed = [each for each in verdicts.lapsed(reader) if _lapsed_inside(each, inside)]
    conflicts = _conflicts(derived.conflicts(reader), given, inside, scope)
    groups = derived.event_groups(reader)
    if inside is not None:
        groups = [group for group in groups if inside.intersection(group.claims)]
        kept = {conflict.key for conflict in conflicts} | {each.verdict.key for each in lapsed}
        given = [verdict for verdict in given if verdict.key in kept]

    def annotated() -> Iterator[Annotated]:
        for start in range(0, len(ids), _AT_ONCE):
            with uncollected():
                part = list(_annotated(reader, ids[start : start + _AT_ONCE], scope))
            yield from part

    listed = entities.bare(reader)  # in the order of their ids
    if not whole:
        named = entities.named_in(reader, ids)
        listed = [entity for entity in listed if entity.id in named]
    return Corpus(
        title=reader.title,
        documents=annotated,
        size=len(ids),
        entities=tuple(listed),
        groups=tuple(groups),
        conflicts=tuple(conflicts),
        verdicts=tuple(given),
        lapsed=tuple(lapsed),
        reviewed_only=scope.reviewed_only,
    )


def _lapsed_inside(lapsed: Lapsed, inside: set[ClaimId] | None) -> bool:
    """Whether all that is left of what a verdict was given on is exported."""
    left = {claim.id for claim in lapsed.claims if claim is not None}
    return inside is None or (bool(left) and inside.issuperset(left))


def _ids(reader: Reader, scope: Scope) -> list[DocumentId]:
    wanted = scope.documents
    return [found for found in documents.document_ids(reader) if wanted is None or found in wanted]


def _conflicts(
    found: list[Conflict], given: list[Verdict], inside: set[ClaimId] | None, scope: Scope
) -> list[Conflict]:
    latest = {verdict.key: verdict for verdict in given}
    return [
        conflict
        for conflict in found
        if (inside is None or inside.issuperset(conflict.claims))
        and (not scope.reviewed_only or stands(latest.get(conflict.key), conflict))
    ]


def _annotated(reader: Reader, ids: Sequence[DocumentId], scope: Scope) -> Iterator[Annotated]:
    marked = claims.claims_by_document(reader, ids)
    named = mentions.mentions_by_document(reader, ids)
    refused = proposals.rejections_by_document(reader, ids)
    for document in documents.documents_of(reader, ids):
        id_ = document.id
        made = marked.get(id_, [])
        if scope.reviewed_only:
            made = [_confirmed(claim) for claim in made]
        yield Annotated(
            document,
            tuple(made),
            tuple(named.get(id_, ())),
            tuple(refused.get(id_, ())),
        )


def _confirmed(claim: Claim) -> Claim:
    return replace(
        claim, slots=tuple(slot for slot in claim.slots if slot.origin is not Origin.PROPOSED)
    )
