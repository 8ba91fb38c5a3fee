"""Entry point: parse, run, and put failures into words."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from tawatur_core.cli.output import Output
from tawatur_core.cli.parser import build, language_of
from tawatur_core.errors import Cancelled, TawaturError
from tawatur_core.wording import wording


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    options = build(wording(_language(given), isolate=False)).parse_args(given)
    output = Output(options.language, as_json=options.json)
    try:
        return int(options.run(options, output))
    except TawaturError as failure:
        output.note(output.say(failure.code, **failure.args_for_words()))
    except (Cancelled, KeyboardInterrupt):
        output.note(output.say("cli-cancelled"))
    except BrokenPipeError:  # the reader of a pipe has gone: nothing more to say
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1


def _language(given: Sequence[str]) -> str:
    """Return the language asked for, before the whole line is parsed: help needs it too."""
    early = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    early.add_argument("--language")
    try:
        asked = early.parse_known_args(given)[0].language
    except argparse.ArgumentError:  # the full parser says what is wrong
        asked = None
    return asked if asked in ("ar", "en") else language_of(os.environ)
