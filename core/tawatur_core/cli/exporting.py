"""`tawatur export`: the formats with what they lose, a count of that, and the export itself."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable

from tawatur_core import exchange
from tawatur_core.arabic.fold import fold_text
from tawatur_core.cli.output import Output, Progress
from tawatur_core.cli.projects import reading
from tawatur_core.exporters import placing
from tawatur_core.exporters.catalogue import facts
from tawatur_core.exporters.registry import format_named, formats
from tawatur_core.model import DocumentId
from tawatur_core.plugins import Lost
from tawatur_core.store import documents
from tawatur_core.store.session import Session


def export(options: Namespace, output: Output) -> int:
    """Export the corpus, count what that would lose, or list the formats."""
    if options.list:
        _list(output)
        return 0
    missing = options.project is None or options.format is None
    if missing or (options.destination is None and not options.dry_run):
        output.note(output.say("cli-export-usage"))
        return 2
    exporter = format_named(options.format)  # an unknown one is told before the project is read
    if not options.dry_run:
        placing.require(exporter, options.destination, replace=options.force)
    with reading(options) as session:
        scope = _scope(options, session)
        if scope.documents is not None and not scope.documents:
            output.note(output.say("cli-no-documents"))
            return 1
        counting = Progress(output, "cli-counting")
        lost = exchange.losses(session, options.format, scope=scope, monitor=counting)
        if options.dry_run:
            _answer_losses(options.format, lost, output)
            return 0
        _note_losses(lost, output)
        _write(options, session, scope, output)
    return 0


def _write(options: Namespace, session: Session, scope: exchange.Scope, output: Output) -> None:
    done = exchange.export(
        session,
        options.format,
        options.destination,
        scope=scope,
        language=options.language,
        monitor=Progress(output, "cli-export"),
        replace=options.force,
    )
    file, count, spans = str(done.destination), done.documents, done.spans
    record = {"file": file, "documents": count, "spans": spans, "lost": _counts(done.lost)}
    told = output.say("cli-exported", file=file, documents=count, spans=spans)
    output.answer(record, "\n".join([told, *_shown(done.lost, output)]))


def _scope(options: Namespace, session: Session) -> exchange.Scope:
    """Return the articles chosen by id and by outlet; all where none is named.

    Raises NoSuchRow for an id that is not there.
    """
    chosen: set[DocumentId] | None = None
    if options.document:
        chosen = {documents.document(session, DocumentId(id_)).id for id_ in options.document}
    if options.outlet:
        wanted = {fold_text(outlet) for outlet in options.outlet}
        printed = {row.id for row in documents.library(session) if fold_text(row.outlet) in wanted}
        chosen = printed if chosen is None else chosen & printed
    return exchange.Scope(None if chosen is None else frozenset(chosen), options.reviewed_only)


def _list(output: Output) -> None:
    for found in formats():
        known = facts(found)
        losses = [output.say(loss.code) for loss in found.losses]
        record = {
            "format": found.name,
            "suffix": found.suffix,
            "losses": losses,
            "codes": [loss.code for loss in found.losses],
            "readers": known.readers,
            "needs": [f"tawatur[{extra}]" for _, extra in known.needs],
        }
        name, what = output.say(f"format-{found.name}"), output.say(f"format-{found.name}-what")
        lines = [f"{found.name:<14}{name} — {what}"]
        if known.readers:
            lines.append(f"{'':<14}{output.say('cli-read-by', readers=known.readers)}")
        for _, extra in known.needs:
            lines.append(f"{'':<14}{output.say('cli-needs', extra=extra)}")
        lines.append(f"{'':<14}{output.say('cli-not-held')}")
        output.answer(record, "\n".join([*lines, *(f"{'':<16}· {loss}" for loss in losses)]))


def _answer_losses(name: str, lost: Iterable[Lost], output: Output) -> None:
    lost = list(lost)
    record = {"format": name, "lost": _counts(lost)}
    shown = _shown(lost, output) or [output.say("cli-nothing-lost")]
    output.answer(record, "\n".join(shown))


def _note_losses(lost: Iterable[Lost], output: Output) -> None:
    shown = _shown(lost, output)
    if shown:
        output.note("\n".join([output.say("cli-will-lose"), *shown]))


def _counts(lost: Iterable[Lost]) -> dict[str, int | None]:
    return {one.code: one.count for one in lost}


def _shown(lost: Iterable[Lost], output: Output) -> list[str]:
    """Return a line for what is really lost; what cannot be counted is named without a number."""
    lines = []
    for one in lost:
        if one.count is None:
            lines.append(f"  · {output.say(one.code)}")
        elif one.count:
            lines.append(f"  · {output.say(one.code)}: {one.count}")
    return lines
