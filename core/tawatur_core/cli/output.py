"""What the command line says, and where."""

from __future__ import annotations

import json
import sys
import time
from typing import Any

from tawatur_core.wording import Wording, wording


class Output:
    """Answers on standard output, progress and messages on standard error."""

    def __init__(self, language: str, *, as_json: bool) -> None:
        self.words: Wording = wording(language, isolate=False)
        self.language = language
        self.as_json = as_json

    def say(self, code: str, /, **args: str | float) -> str:
        """Return a message in the chosen language."""
        return self.words.say(code, **args)

    def answer(self, record: dict[str, Any], text: str) -> None:
        """Give one answer: `record` as a line of JSON, or `text` to a person."""
        shown = json.dumps(record, ensure_ascii=False) if self.as_json else text
        sys.stdout.write(shown + "\n")
        sys.stdout.flush()

    def note(self, text: str) -> None:
        """Give a message that is not an answer."""
        sys.stderr.write(text + "\n")
        sys.stderr.flush()


class Progress:
    """A monitor that shows a counter on a terminal, and nothing when there is none."""

    def __init__(self, output: Output, code: str) -> None:
        self._what = output.say(code)
        self._last = 0.0

    def step(self, done: int, total: int) -> None:
        """Show how far the work is, ten times a second at most."""
        now = time.monotonic()
        if not sys.stderr.isatty() or now - self._last < 0.1:
            return
        self._last = now
        shown = f"{done}/{total}" if total else str(done)
        sys.stderr.write(f"\r{self._what} {shown}\x1b[K\r")
        sys.stderr.flush()
