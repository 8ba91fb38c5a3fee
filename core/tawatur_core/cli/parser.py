"""The commands and their options."""

from __future__ import annotations

import argparse
import datetime as dt
import getpass
import os
from importlib import import_module
from pathlib import Path

from tawatur_core.cli import commands
from tawatur_core.cli.output import Output
from tawatur_core.evaluate import TASKS
from tawatur_core.importers.encoding import ENCODINGS
from tawatur_core.kinds import ConflictKind
from tawatur_core.wording import LANGUAGES, Wording


def language_of(environment: dict[str, str] | os._Environ[str]) -> str:
    """Return the language of the user's locale: Arabic or else English."""
    for name in ("TAWATUR_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        if value:
            return "ar" if value.startswith("ar") else "en"
    return "en"


def build(words: Wording) -> argparse.ArgumentParser:
    """Return the parser; its help is in the language of `words`."""
    say = words.say
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--json", action="store_true", help=say("cli-json"))
    common.add_argument("--language", choices=LANGUAGES, default=words.language)
    common.add_argument("--analyst", default=_user(), help=say("cli-analyst"))
    parser = argparse.ArgumentParser(prog="tawatur", description=say("cli-about"), parents=[common])
    parser.set_defaults(run=commands.window, project=None, sample=False)
    subs = parser.add_subparsers(title=say("cli-commands"), metavar="")

    def add(name: str, run: commands.Command, *, project: bool = True) -> argparse.ArgumentParser:
        sub = subs.add_parser(name, help=say(f"cli-{name}"), parents=[common])
        sub.set_defaults(run=run)
        if project:
            sub.add_argument("project", type=Path, help=say("cli-project"))
        return sub

    _opening(add("open", commands.window, project=False), words)
    _importing(add("import", _later("importing", "bring_in")), words)
    _listing(add("import-entities", _later("importing", "bring_entities")), words)
    add("suggest", commands.suggest)
    add("accept", _later("reviewing", "accept"))
    add("reconcile", commands.reconcile)
    _grouping(add("groups", _later("reviewing", "groups")), words)
    _narrowing(add("conflicts", _later("reviewing", "conflicts")), words)
    search = add("search", commands.search)
    search.add_argument("query", help=say("cli-query"))
    search.add_argument("--limit", type=int, default=50)
    _exporting(add("export", _later("exporting", "export"), project=False), words)
    add("check", commands.check)
    _evaluating(add("evaluate", commands.evaluate, project=False), words)
    demo = add("demo", commands.demo, project=False)
    demo.add_argument("folder", type=Path, help=say("cli-demo-folder"))
    return parser


def _later(module: str, name: str) -> commands.Command:
    """Return a command whose module is loaded when it runs: readers of all formats take time."""

    def run(options: argparse.Namespace, output: Output) -> int:
        return int(getattr(import_module(f"tawatur_core.cli.{module}"), name)(options, output))

    return run


def _format(name: str) -> str:
    """Return the name of a format that can be imported. Raises ArgumentTypeError."""
    from tawatur_core.cli.importing import format_names  # noqa: PLC0415 - loads all readers

    if name not in (known := format_names()):
        raise argparse.ArgumentTypeError(", ".join(known))
    return name


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # an account without a name, e.g. in a container
        return "analyst"


def _opening(sub: argparse.ArgumentParser, words: Wording) -> None:
    sub.add_argument("project", type=Path, nargs="?", help=words.say("cli-project"))
    sub.add_argument("--sample", action="store_true", help=words.say("cli-sample"))


def _importing(sub: argparse.ArgumentParser, words: Wording) -> None:
    say = words.say
    sub.add_argument("paths", type=Path, nargs="+", metavar="path", help=say("cli-paths"))
    sub.add_argument("--outlet", default="", help=say("cli-outlet"))
    sub.add_argument("--published", type=dt.date.fromisoformat, help=say("cli-published"))
    sub.add_argument("--encoding", choices=ENCODINGS, help=say("cli-encoding"))
    sub.add_argument("--format", type=_format, metavar="FORMAT", help=say("cli-format"))
    sub.add_argument("--mapping", metavar="FILE", help=say("cli-mapping"))
    sub.add_argument("--save-mapping", type=Path, metavar="FILE", help=say("cli-save-mapping"))
    sub.add_argument("--copies", choices=("skip", "keep", "link"), help=say("cli-copies"))
    sub.add_argument("--theirs", action="store_true", help=say("cli-theirs"))
    sub.add_argument("--force", action="store_true", help=say("cli-force-mapping"))
    sub.add_argument("--dry-run", action="store_true", help=say("cli-import-dry-run"))


def _listing(sub: argparse.ArgumentParser, words: Wording) -> None:
    say = words.say
    sub.add_argument("file", type=Path, help=say("cli-entities-file"))
    sub.add_argument("--format", choices=("csv", "rdf", "wikidata"), help=say("cli-format"))
    sub.add_argument("--dry-run", action="store_true", help=say("cli-import-dry-run"))


def _grouping(sub: argparse.ArgumentParser, words: Wording) -> None:
    say = words.say
    sub.add_argument("--outlets", type=int, default=1, metavar="N", help=say("cli-least-outlets"))
    sub.add_argument("--sample", type=int, metavar="N", help=say("cli-sample-of"))
    sub.add_argument("--seed", type=int, default=0, metavar="N", help=say("cli-seed"))


def _narrowing(sub: argparse.ArgumentParser, words: Wording) -> None:
    say, day = words.say, dt.date.fromisoformat
    kinds = [kind.value for kind in ConflictKind if kind is not ConflictKind.NAME]
    sub.add_argument("--kind", choices=kinds, help=say("cli-of-kind"))
    sub.add_argument(
        "--state", choices=("open", "later", "done", "lapsed"), help=say("cli-of-state")
    )
    sub.add_argument("--entity", metavar="NAME", help=say("cli-of-entity"))
    sub.add_argument("--outlet", help=say("cli-of-one-outlet"))
    sub.add_argument("--document", metavar="ID", help=say("cli-of-document"))
    sub.add_argument("--since", type=day, metavar="YYYY-MM-DD", help=say("cli-since"))
    sub.add_argument("--until", type=day, metavar="YYYY-MM-DD", help=say("cli-until"))
    sub.add_argument("--decided-by", metavar="NAME", help=say("cli-decided-by"))


def _exporting(sub: argparse.ArgumentParser, words: Wording) -> None:
    say = words.say
    sub.add_argument("project", type=Path, nargs="?", help=say("cli-project"))
    sub.add_argument("format", nargs="?", help=say("cli-format"))
    sub.add_argument("destination", type=Path, nargs="?", help=say("cli-destination"))
    sub.add_argument("--list", action="store_true", help=say("cli-list"))
    sub.add_argument("--document", action="append", default=[], help=say("cli-document"))
    sub.add_argument("--outlet", action="append", default=[], help=say("cli-of-outlet"))
    sub.add_argument("--dry-run", action="store_true", help=say("cli-export-dry-run"))
    sub.add_argument("--force", action="store_true", help=say("cli-force"))
    sub.add_argument("--reviewed-only", action="store_true", help=say("cli-reviewed-only"))


def _evaluating(sub: argparse.ArgumentParser, words: Wording) -> None:
    sub.add_argument("task", choices=TASKS)
    sub.add_argument("gold", type=Path, help=words.say("cli-gold"))
    sub.add_argument("--errors", action="store_true", help=words.say("cli-errors"))
