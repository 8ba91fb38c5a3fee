"""The whole road on the sample corpus, without a display.

A person would accept and reject one by one; the demonstration accepts what the program proposes,
leaves the conflicts open for a reader to see, and says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tawatur_core import exchange, pipeline, plugins
from tawatur_core.edit import (
    documents as document_edits,
    proposals as proposal_edits,
    verdicts as verdict_edits,
)
from tawatur_core.errors import CannotWrite, MissingExtra
from tawatur_core.exporters.registry import formats
from tawatur_core.importers import sample
from tawatur_core.model import Choice, Label
from tawatur_core.monitor import Silent
from tawatur_core.reconcile.entities import GOOD
from tawatur_core.store import check, derived, documents, entities
from tawatur_core.store.session import Session


def run(folder: Path, *, analyst: str, language: str) -> Iterator[Label]:
    """Do the whole road in `folder` and yield what each step did, as labels.

    An older demonstration in the folder is replaced. Raises CannotWrite and what the steps raise.
    """
    project = folder / "sample.tawatur"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("sample.tawatur*"):
            old.unlink()
    except OSError as failure:
        raise CannotWrite(folder, failure.strerror or "") from failure
    session = Session.create(project, analyst=analyst, title=sample.title(language))
    try:
        yield from _annotate(session, language)
        yield from _export(session, folder, language)
        findings = check.check(session, Silent())
        yield Label("demo-checked", {"findings": len(findings)})
    finally:
        session.close()
    yield from _picture(project, folder)


def _annotate(session: Session, language: str) -> Iterator[Label]:
    made = document_edits.add(session, sample.drafts(language))
    yield Label("demo-imported", {"count": len(made), "project": str(session.path)})
    pipeline.suggest(session, Silent())
    proposal_edits.accept_all(session)
    pipeline.reconcile(session, Silent())
    joined = join_sure(session)
    rows = documents.library(session)
    yield Label(
        "demo-annotated",
        {
            "claims": sum(row.claims for row in rows),
            "mentions": sum(row.mentions for row in rows),
            "entities": len(entities.entities(session)),
            "joined": joined,
        },
    )
    yield Label(
        "demo-reconciled",
        {
            "groups": len(derived.event_groups(session)),
            "conflicts": len(derived.conflicts(session)),
        },
    )


def join_sure(session: Session) -> int:
    """Accept the sure 'are these one?' proposals, strongest first; return how many."""
    joined = 0
    while True:
        sure = [p for p in derived.entity_proposals(session) if p.score >= GOOD]
        if not sure:
            return joined
        best = max(sure, key=lambda proposal: proposal.score)
        verdict_edits.decide_entities(session, best, Choice.SAME_ENTITY)
        pipeline.reconcile(session, Silent())
        joined += 1


def _export(session: Session, folder: Path, language: str) -> Iterator[Label]:
    exports = folder / "exports"
    exports.mkdir(exist_ok=True)
    for exporter in formats():
        report = exporter.name in {"html", "pdf"}
        place = folder / "report" if report else exports / exporter.name
        destination = place.with_name(place.name + exporter.suffix)
        try:
            done = exchange.export(
                session, exporter.name, destination, language=language, replace=True
            )
        except MissingExtra as missing:
            yield Label("demo-not-exported", {"format": exporter.name, "extra": missing.extra})
        else:
            yield Label("demo-exported", {"file": str(destination), "spans": done.spans})


def _picture(project: Path, folder: Path) -> Iterator[Label]:
    take = plugins.window("screenshots")
    if take is None:
        yield Label("demo-no-window")
        return
    pictures = folder / "screenshots"
    pictures.mkdir(exist_ok=True)
    taken = take(project, pictures)
    yield Label("demo-pictured", {"count": len(taken), "folder": str(pictures)})
