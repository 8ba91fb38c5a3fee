"""One function for each command: it does the work through the core and gives the answers."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from tawatur_core import (
    demo as demonstration,
    evaluate as measuring,
    exchange,
    phrasing,
    pipeline,
    plugins,
)
from tawatur_core.cli.output import Output, Progress
from tawatur_core.edit import documents as document_edits
from tawatur_core.errors import ProjectHeld
from tawatur_core.exporters.registry import formats
from tawatur_core.importers.text import inspect, text_files
from tawatur_core.model import Conflict, DocumentDraft, DocumentId, EntityId, Verdict
from tawatur_core.records import to_json
from tawatur_core.standing import stands
from tawatur_core.store import check as checking, claims, derived, documents, entities, verdicts
from tawatur_core.store.session import Session

Command = Callable[[Namespace, Output], int]


@contextmanager
def _writing(options: Namespace) -> Iterator[Session]:
    """Open the project for writing. Raises ProjectHeld while another program holds it."""
    session = Session.open(options.project, analyst=options.analyst)
    try:
        if session.read_only:
            raise ProjectHeld(options.project, session.held_by)
        yield session
    finally:
        session.close()


@contextmanager
def _reading(options: Namespace) -> Iterator[Session]:
    session = Session.open(options.project, analyst=options.analyst, read_only=True)
    try:
        yield session
    finally:
        session.close()


def window(options: Namespace, output: Output) -> int:
    """Open the window."""
    show = plugins.window("show")
    if show is None:
        output.note(output.say("cli-no-window"))
        return 1
    return int(show(options.project, sample=options.sample))


def bring_in(options: Namespace, output: Output) -> int:
    """Import files into a project, made if it does not exist; refused files are named."""
    created = not options.project.exists()
    if options.format == "jsonl" or (
        options.format is None and all(path.suffix == ".jsonl" for path in options.paths)
    ):
        return _restore(options, output)
    drafts: list[DocumentDraft] = []
    refused = 0
    for path in text_files(options.paths):
        shown = inspect(path, options.encoding)
        if shown.draft is None:
            assert shown.error is not None
            refused += 1
            output.note(output.say(shown.error.code, **shown.error.args_for_words()))
            continue
        drafts.append(replace(shown.draft, outlet=options.outlet, published=options.published))
        output.note(
            output.say(
                "cli-imported",
                file=path.name,
                encoding=shown.encoding,
                basis=output.say(shown.basis),
            )
        )
    if not drafts:
        output.note(output.say("cli-nothing-imported"))
        return 1
    if created:
        Session.create(options.project, analyst=options.analyst).close()
    with _writing(options) as session:
        for draft, made in zip(drafts, document_edits.add(session, drafts), strict=True):
            record = {"document": made, "title": draft.title, "file": draft.provenance.file_name}
            output.answer(record, f"{made}  {draft.title}")
    return 1 if refused else 0


def _restore(options: Namespace, output: Output) -> int:
    """Import projects from their JSON Lines."""
    for path in options.paths:
        counts = exchange.bring_back(options.project, path, analyst=options.analyst)
        output.answer(
            {"file": path.name, **counts},
            output.say("cli-restored", file=path.name, **counts),
        )
    return 0


def suggest(options: Namespace, output: Output) -> int:
    """Propose mentions and claims."""
    with _writing(options) as session:
        made = pipeline.suggest(session, Progress(output, "cli-suggest"))
        record = {"mentions": made.mentions, "claims": made.claims}
        output.answer(record, output.say("cli-suggested", **record))
    return 0


def reconcile(options: Namespace, output: Output) -> int:
    """Propose entities, event groups and conflicts."""
    with _writing(options) as session:
        pipeline.reconcile(session, Progress(output, "cli-reconcile"))
        record = {
            "entities": len(derived.entity_proposals(session)),
            "groups": len(derived.event_groups(session)),
            "conflicts": len(derived.conflicts(session)),
        }
        output.answer(record, output.say("cli-reconciled", **record))
    return 0


def conflicts(options: Namespace, output: Output) -> int:
    """List the conflicts with their evidence and verdict."""
    with _reading(options) as session:
        names = {row.entity.id: row.entity.name for row in entities.entities(session)}
        titles = {row.id: row.title for row in documents.library(session)}
        given = verdicts.verdicts(session)
        for conflict in derived.conflicts(session):
            told = {found.id: found for found in claims.claims(session, conflict.claims)}
            verdict = given.get(conflict.key)
            sides = [
                f"  {phrasing.side_letter(at, output.words)} · {titles[told[c].document]}\n"
                f"      «{told[c].quote}»"
                for at, c in enumerate(conflict.claims)
            ]
            record = to_json(conflict) | {
                "quotes": [told[c].quote for c in conflict.claims],
                "documents": [told[c].document for c in conflict.claims],
                "verdict": to_json(verdict),
            }
            lines = [phrasing.question(conflict.kind, output.words), *sides]
            lines += _rows(conflict, names, output) + _verdict(verdict, conflict, output)
            output.answer(record, "\n".join(lines) + "\n")
    return 0


def _rows(conflict: Conflict, names: dict[EntityId, str], output: Output) -> list[str]:
    lines = []
    for row in conflict.rows:
        cells = [
            "—" if cell is None else phrasing.value(cell, output.words, names)
            for cell in row.values
        ]
        name = phrasing.term(row.kind, output.words)
        relation = phrasing.relation(row.relation, output.words)
        lines.append(f"  {relation}  {name}: {' | '.join(cells)}")
        lines += [f"      {output.words.evidence(reason)}" for reason in row.evidence]
    return lines


def _verdict(verdict: Verdict | None, conflict: Conflict, output: Output) -> list[str]:
    if verdict is None or not stands(verdict, conflict):
        return [f"  {output.say('report-undecided')}"]
    by = f"{verdict.analyst}, {phrasing.moment(verdict.given_at, output.words)}"
    return [f"  ✓ {phrasing.verdict(verdict, output.words)} — {verdict.reason} ({by})"]


def search(options: Namespace, output: Output) -> int:
    """Find articles by their text, whatever the spelling."""
    with _reading(options) as session:
        for hit in documents.search(session, options.query, options.limit):
            output.answer(to_json(hit), f"{hit.title}\n    {hit.snippet}")
    return 0


def export(options: Namespace, output: Output) -> int:
    """Export the corpus, or list the formats."""
    if options.list:
        for found in formats():
            losses = [output.say(loss.code) for loss in found.losses]
            record = {"format": found.name, "suffix": found.suffix, "losses": losses}
            name, what = output.say(f"format-{found.name}"), output.say(f"format-{found.name}-what")
            lines = [f"{found.name:<8}{name} — {what}", f"        {output.say('cli-not-held')}"]
            output.answer(record, "\n".join([*lines, *(f"          · {loss}" for loss in losses)]))
        return 0
    if options.project is None or options.format is None or options.destination is None:
        output.note(output.say("cli-export-usage"))
        return 2
    with _reading(options) as session:
        chosen = frozenset(DocumentId(given) for given in options.document)
        done = exchange.export(
            session,
            options.format,
            options.destination,
            scope=exchange.Scope(chosen or None, options.reviewed_only),
            language=options.language,
            monitor=Progress(output, "cli-export"),
        )
        file, spans = str(done.destination), done.spans
        output.answer(
            {"file": file, "documents": done.documents, "spans": spans},
            output.say("cli-exported", file=file, documents=done.documents, spans=spans),
        )
    return 0


def check(options: Namespace, output: Output) -> int:
    """Check the file and every span against its quote."""
    with _reading(options) as session:
        findings = checking.check(session, Progress(output, "cli-check"))
        for finding in findings:
            output.answer(to_json(finding), output.say(finding.code, **finding.args))
        if not findings:
            output.note(output.say("cli-checked"))
    return 1 if findings else 0


def evaluate(options: Namespace, output: Output) -> int:
    """Measure one part on labelled data."""
    report = measuring.run(options.task, options.gold, errors=options.errors)
    measuring.show(report, output.answer, output.words)
    return 0


def demo(options: Namespace, output: Output) -> int:
    """Walk the whole road on the sample corpus, without a display."""
    for step in demonstration.run(
        options.folder, analyst=options.analyst, language=options.language
    ):
        output.answer({"step": step.code, **step.args}, output.say(step.code, **step.args))
    return 0
