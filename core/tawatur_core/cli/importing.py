"""`tawatur import` and `tawatur import-entities`: what files hold, then all of it as one step."""

from __future__ import annotations

import tempfile
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from tawatur_core import copying, exchange, gathering
from tawatur_core.cli.differing import tell_differences
from tawatur_core.cli.output import Output, Progress
from tawatur_core.cli.projects import reading, writing
from tawatur_core.copying import Copy, Treatment
from tawatur_core.edit import authority, intake
from tawatur_core.edit.authority import Outcome, PreparedList
from tawatur_core.edit.intake import Counts, Prepared
from tawatur_core.errors import AlreadyExists, TawaturError
from tawatur_core.gathering import Found
from tawatur_core.importers import articles, labels_files, registry
from tawatur_core.importers.formats import FORMATS
from tawatur_core.importers.inspection import Choices
from tawatur_core.importers.labels import LabelMapping, Lookup, Rule, Seen, Use, seen
from tawatur_core.importers.together import together
from tawatur_core.model import DocumentDraft, Label
from tawatur_core.monitor import Monitor
from tawatur_core.phrasing import term
from tawatur_core.plugins import Finding, Incoming
from tawatur_core.store.session import Session
from tawatur_core.told import added

_NAMED = 3  # files of one import
_MOST_NOTED = 50  # findings told one by one; the rest is counted


@dataclass(slots=True)
class _Read:
    """What the files hold, and how many were refused."""

    drafts: list[DocumentDraft] = field(default_factory=list)
    annotated: list[Found] = field(default_factory=list)
    lists: list[Found] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    refused: int = 0

    @property
    def anything(self) -> bool:
        """Whether there is something to import."""
        return bool(self.drafts or self.annotated or self.lists)


@dataclass(frozen=True, slots=True)
class _Plan:
    """All that is to be imported, prepared."""

    read: _Read
    copies: list[Copy]
    treatments: dict[int, Treatment]
    prepared: Prepared
    lists: list[tuple[Path, PreparedList]]
    theirs: frozenset[str]


def format_names() -> list[str]:
    """Return the formats that can be named: of annotated files and of articles."""
    return list(dict.fromkeys([*(one.name for one in registry.importers()), *FORMATS]))


def bring_in(options: Namespace, output: Output) -> int:
    """Import files into a project, made if it does not exist; refused files are named."""
    mapping = _mapping(options.mapping)
    kept = options.save_mapping
    if kept is not None and kept.exists() and not options.force:
        raise AlreadyExists(kept, kept.name)
    read = _read(options, output)
    if not read.anything:
        output.note(output.say("cli-nothing-imported"))
        return 1
    incoming = together([one.incoming for one in read.annotated if one.incoming])
    if mapping is None:
        mapping = exchange.proposed_mapping(incoming)
    if kept is not None:
        labels_files.save(mapping, kept)
    with _target(options, incoming.restored.title) as session:
        watching = Progress(output, "cli-import-reading")
        plan = _plan(session, read, incoming, mapping, options=options, watching=watching)
        if options.dry_run:
            _preview(plan, output)
            _show_labels(seen(incoming.marked), mapping, output)
        else:
            _write(session, plan, output)
        _answer(plan, output)
        tell_differences(session, plan.prepared.differences, output, kept=not plan.theirs)
    return 1 if read.refused else 0


def _plan(
    session: Session,
    read: _Read,
    incoming: Incoming,
    mapping: LabelMapping,
    *,
    options: Namespace,
    watching: Monitor,
) -> _Plan:
    copies = copying.find_copies(session, read.drafts, watching)
    chosen = Treatment(options.copies) if options.copies else None
    prepared = exchange.prepare(session, incoming, mapping, watching)
    differing = prepared.differences if options.theirs else ()
    return _Plan(
        read,
        copies,
        {copy.draft: chosen or copy.proposed for copy in copies},
        prepared,
        [
            (one.path, exchange.prepare_entities(session, one.listed, watching))
            for one in read.lists
            if one.listed is not None
        ],
        frozenset(one.id for one in differing),
    )


def bring_entities(options: Namespace, output: Output) -> int:
    """Bring a list of entities into a project."""
    watching = Progress(output, "cli-import-reading")
    listed = exchange.look_over_entities(options.file, options.format, watching)
    with reading(options) if options.dry_run else writing(options) as session:
        prepared = exchange.prepare_entities(session, listed, watching)
        for one in prepared.entries if options.dry_run or options.json else ():
            record = {
                "name": one.entry.name,
                "outcome": one.outcome.value,
                "entity": one.entity,
                "score": one.score,
                "where": one.entry.where,
            }
            output.answer(record, f"{output.say(f'entry-{one.outcome.value}')}  {one.entry.name}")
        if not options.dry_run:
            exchange.take_entities(session, listed, prepared)
        _answer_list(options.file, prepared, output)
    _note_findings(prepared.findings, output)
    return 0


# --- reading ---------------------------------------------------------------------------------


def _mapping(given: str | None) -> LabelMapping | None:
    """Return a mapping from a file, or one that was kept under a name. Raises CannotRead."""
    if given is None:
        return None
    path = Path(given)
    return labels_files.load(path) if path.exists() else labels_files.recall(given)


def _read(options: Namespace, output: Output) -> _Read:
    read = _Read()
    for one in _look_over(options, Progress(output, "cli-import-reading")):
        if one.refused is not None:
            read.refused += 1
            told = output.say(one.refused.code, **one.refused.args_for_words())
            named = one.path.name in told
            output.note(told if named else f"{one.path.name}: {told}")
        elif one.incoming is not None:
            read.annotated.append(one)
        elif one.listed is not None:
            read.lists.append(one)
        elif one.article is not None:
            _take_article(one, read, options, output)
    return read


def _take_article(one: Found, read: _Read, options: Namespace, output: Output) -> None:
    assert one.article is not None
    draft = articles.draft_of(one.article, output.words)
    assert draft is not None
    draft = replace(
        draft,
        outlet=options.outlet or draft.outlet,
        published=options.published or draft.published,
        published_basis="" if options.published else draft.published_basis,
    )
    read.drafts.append(draft)
    read.findings += one.article.findings
    told = {"file": one.article.part or one.path.name}
    if one.article.encoding:
        told |= {"encoding": one.article.encoding, "basis": output.say(one.article.basis)}
        output.note(output.say("cli-imported", **told))
    else:
        output.note(output.say("cli-read-as", **told, format=output.say(one.article.format_name)))


def _look_over(options: Namespace, monitor: Monitor) -> Iterator[Found]:
    """Yield what the files hold, in the format named or the one each is recognised by."""
    choices = Choices(encoding=options.encoding, format=options.format)
    if options.format is None:
        yield from gathering.look_over(options.paths, monitor, choices)
        return
    for path in options.paths:
        if _annotated(options.format, path):
            yield _as_annotated(path, options.format, monitor)
        else:
            for one in articles.look_over([path], choices, monitor):
                yield Found(one.path, article=one)


def _annotated(name: str, path: Path) -> bool:
    """Whether a format is one of annotated files; JSON Lines may be articles or a project."""
    importer = next((one for one in registry.importers() if one.name == name), None)
    return importer is not None and (name not in FORMATS or importer.recognises(path))


def _as_annotated(path: Path, name: str, monitor: Monitor) -> Found:
    try:
        return Found(path, incoming=registry.read(path, name, monitor), format=name)
    except TawaturError as failure:
        return Found(path, error=failure, format=name)


@contextmanager
def _target(options: Namespace, title: str) -> Iterator[Session]:
    """Open the project; a new one is taken away again when nothing comes into it."""
    if options.dry_run:
        with _shown(options) as session:
            yield session
        return
    made = not options.project.exists()
    if made:
        Session.create(
            options.project, analyst=options.analyst, title=title or options.project.stem
        ).close()
    try:
        with writing(options) as session:
            yield session
    except BaseException:
        if made:
            options.project.unlink(missing_ok=True)
        raise


@contextmanager
def _shown(options: Namespace) -> Iterator[Session]:
    """Open the project for reading, or an empty one where there is none yet."""
    if options.project.exists():
        with reading(options) as session:
            yield session
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "empty.tawatur"
        with Session.create(path, analyst=options.analyst) as session:
            yield session


# --- writing ---------------------------------------------------------------------------------


def _write(session: Session, plan: _Plan, output: Output) -> None:
    """Write everything as one undo step."""
    drafts, counts = plan.read.drafts, plan.prepared.counts
    size = len(drafts) + counts.documents + counts.known
    label = Label("undo-gather", {"count": size})
    if not size:
        label = intake.label_of(plan.prepared, plan.theirs)
    with session.edit(label, bulk=True):
        made = copying.bring_in(session, drafts, plan.copies, plan.treatments)
        if plan.read.annotated:
            intake.take(session, plan.prepared, plan.theirs)
        for _, one in plan.lists:
            authority.take(session, one)
    for draft, document in zip(drafts, made, strict=True):
        if document is not None:
            file = draft.provenance.file_name
            record = {"document": document, "title": draft.title, "file": file}
            output.answer(record, f"{document}  {draft.title}")
    _note_copies(plan, output)


def _preview(plan: _Plan, output: Output) -> None:
    told = {copy.draft: copy for copy in plan.copies}
    for n, draft in enumerate(plan.read.drafts):
        published = draft.published.isoformat() if draft.published else ""
        record = {
            "title": draft.title,
            "file": draft.provenance.file_name,
            "outlet": draft.outlet,
            "published": published,
            "length": len(draft.text),
            "copy_of": told[n].title if n in told else None,
        }
        output.answer(record, " · ".join(filter(None, [draft.title, draft.outlet, published])))
    _note_copies(plan, output)


def _note_copies(plan: _Plan, output: Output) -> None:
    for copy in plan.copies:
        args = {"title": plan.read.drafts[copy.draft].title, "other": copy.title}
        output.note(output.say(f"cli-copy-{plan.treatments[copy.draft].value}", **args))


# --- telling ---------------------------------------------------------------------------------


def _show_labels(found: Seen, mapping: LabelMapping, output: Output) -> None:
    """Say what each label becomes by the mapping."""
    lookup = Lookup(mapping)
    for label in found.labels:
        rule = lookup.rule(label.layer, label.label)
        becomes = _becomes(rule, output)
        record: dict[str, Any] = {
            "layer": label.layer,
            "label": label.label,
            "count": label.count,
            "use": rule.use.value if rule else None,
            "becomes": becomes,
            "examples": label.examples,
        }
        name = label.label or label.layer
        example = f"  «{label.examples[0]}»" if label.examples else ""
        output.answer(record, f"{name} ×{label.count} → {becomes}{example}")


def _becomes(rule: Rule | None, output: Output) -> str:
    if rule is None or rule.use is Use.IGNORE:
        return output.say("cli-becomes-nothing")
    match rule.use:
        case Use.CLAIM:
            kind = term(rule.claim, output.words)
        case Use.MENTION:
            kind = term(rule.kind, output.words)
        case _:
            kind = term(rule.slot, output.words)
    return output.say(f"cli-becomes-{rule.use.value}", kind=kind)


def _answer(plan: _Plan, output: Output) -> None:
    if plan.read.annotated:
        _answer_counts(plan.read.annotated, plan.prepared, output)
    for path, one in plan.lists:
        _answer_list(path, one, output)
    listed = [found for _, one in plan.lists for found in one.findings]
    _note_findings([*plan.read.findings, *plan.prepared.findings, *listed], output)


def _answer_counts(annotated: list[Found], prepared: Prepared, output: Output) -> None:
    names = [one.path.name for one in annotated]
    file = ", ".join(names[:_NAMED]) + ("…" if len(names) > _NAMED else "")
    counts = asdict(prepared.counts)
    output.answer(
        {
            "file": ", ".join(names),
            "format": ", ".join(sorted({one.format for one in annotated})),
            **counts,
        },
        output.say("cli-taken", file=file, what=" · ".join(_taken(prepared.counts, output))),
    )


def _taken(counts: Counts, output: Output) -> list[str]:
    """Return in words what came in, or that all of it was there."""
    new = [output.say("import-holds-articles", count=counts.documents)] if counts.documents else []
    return [*new, *added(counts, output.words)] or [output.say("cli-nothing-imported")]


def _answer_list(path: Path, prepared: PreparedList, output: Output) -> None:
    counts = {outcome.value: prepared.count(outcome) for outcome in Outcome}
    del counts[Outcome.SKIP.value]
    output.answer(
        {"file": path.name, **counts}, output.say("cli-list-taken", file=path.name, **counts)
    )


def _note_findings(findings: Sequence[Finding], output: Output) -> None:
    for finding in findings[:_MOST_NOTED]:
        told = output.say(finding.code, **{"where": finding.where, **finding.args})
        output.note(told if finding.where in told else f"{finding.where}: {told}")
    rest = len(findings) - _MOST_NOTED
    if rest > 0:
        output.note(output.say("cli-more-findings", count=rest))
