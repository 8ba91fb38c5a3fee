"""One function for each command: it does the work through the core and gives the answers."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable

from tawatur_core import plugins
from tawatur_core.cli.output import Output, Progress
from tawatur_core.cli.projects import reading, writing
from tawatur_core.records import to_json
from tawatur_core.store import check as checking, derived, documents

Command = Callable[[Namespace, Output], int]


def window(options: Namespace, output: Output) -> int:
    """Open the window."""
    show = plugins.window("show")
    if show is None:
        output.note(output.say("cli-no-window"))
        return 1
    return int(show(options.project, sample=options.sample))


def suggest(options: Namespace, output: Output) -> int:
    """Propose mentions and claims."""
    from tawatur_core import pipeline  # noqa: PLC0415 - start time

    with writing(options) as session:
        made = pipeline.suggest(session, Progress(output, "cli-suggest"))
        record = {"mentions": made.mentions, "claims": made.claims}
        output.answer(record, output.say("cli-suggested", **record))
    return 0


def reconcile(options: Namespace, output: Output) -> int:
    """Propose entities, event groups and conflicts."""
    from tawatur_core import pipeline  # noqa: PLC0415 - start time

    with writing(options) as session:
        pipeline.reconcile(session, Progress(output, "cli-reconcile"))
        record = {
            "entities": len(derived.entity_proposals(session)),
            "groups": len(derived.event_groups(session)),
            "conflicts": len(derived.conflicts(session)),
        }
        output.answer(record, output.say("cli-reconciled", **record))
    return 0


def search(options: Namespace, output: Output) -> int:
    """Find articles by their text, whatever the spelling."""
    with reading(options) as session:
        for hit in documents.search(session, options.query, options.limit):
            output.answer(to_json(hit), f"{hit.title}\n    {hit.snippet}")
    return 0


def check(options: Namespace, output: Output) -> int:
    """Check the file and every span against its quote."""
    with reading(options) as session:
        findings = checking.check(session, Progress(output, "cli-check"))
        for finding in findings:
            output.answer(to_json(finding), output.say(finding.code, **finding.args))
        if not findings:
            output.note(output.say("cli-checked"))
    return 1 if findings else 0


def evaluate(options: Namespace, output: Output) -> int:
    """Measure one part on labelled data."""
    from tawatur_core import evaluate as measuring  # noqa: PLC0415 - start time

    report = measuring.run(options.task, options.gold, errors=options.errors)
    measuring.show(report, output.answer, output.words)
    return 0


def demo(options: Namespace, output: Output) -> int:
    """Walk the whole road on the sample corpus, without a display."""
    from tawatur_core import demo as demonstration  # noqa: PLC0415 - start time

    for step in demonstration.run(
        options.folder, analyst=options.analyst, language=options.language
    ):
        output.answer({"step": step.code, **step.args}, output.say(step.code, **step.args))
    return 0
