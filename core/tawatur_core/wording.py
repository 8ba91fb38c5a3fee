"""Every sentence the program says, in Arabic and English.

The sentences are Project Fluent messages in ``resources/locale/LANGUAGE/*.ftl``: Fluent knows the
six Arabic plural forms, and the core's clients (window, command line, reports) share one catalogue.
What is inserted into a sentence is wrapped in a bidi isolate of its own direction. A message id is
written with hyphens: ``claim-mark``.
"""

from __future__ import annotations

import re
from functools import cache
from unicodedata import bidirectional

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from tawatur_core import paths
from tawatur_core.model import Evidence, Label

LANGUAGES = ("ar", "en")
_OF_DAYS = "evidence-when-"  # reasons whose arguments are days, not words of a text
_DAY = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_LONGEST = 900  # code points of a value; Fluent refuses more than 1000


class Wording:
    """The catalogue in one language. Raises KeyError for a message id that does not exist."""

    def __init__(self, language: str, *, isolate: bool = True) -> None:
        if language not in LANGUAGES:
            raise ValueError(f"no such language: {language}")
        self.language = language
        self.right_to_left = language == "ar"
        self._isolate = isolate
        # Fluent's own isolates take the direction of the first strong letter outside inner
        # isolates: a date of three inserted parts would turn round. Ours look inside.
        self._bundle = FluentBundle([language], use_isolating=False)
        self._messages: dict[str, ast.Message] = {}
        self._chosen_by: dict[str, frozenset[str]] = {}
        for file in sorted((paths.resources() / "locale" / language).glob("*.ftl")):
            resource = FluentResource(file.read_text(encoding="utf-8"))
            self._bundle.add_resource(resource)
            self._messages |= {m.id.name: m for m in resource.body if isinstance(m, ast.Message)}

    def __contains__(self, code: str) -> bool:
        return bool(self._bundle.has_message(code))

    def say(self, code: str, /, **args: str | float) -> str:
        """Return the message `code` with its arguments filled in."""
        message = self._bundle.get_message(code)
        if message.value is None:
            raise KeyError(code)
        given = {name: _short(value) for name, value in args.items()}
        if self._isolate:
            codes = self._codes(code)
            given = {
                name: isolated(value) if isinstance(value, str) and name not in codes else value
                for name, value in given.items()
            }
        text, errors = self._bundle.format_pattern(message.value, given)
        if errors:
            raise ValueError(f"{code} ({self.language}): {errors}")
        return str(text)

    def _codes(self, code: str) -> frozenset[str]:
        """Return the arguments a message chooses its variants by: an isolate would hide them."""
        if code not in self._chosen_by:
            found = _Selectors()
            found.visit(self._messages[code])
            self._chosen_by[code] = frozenset(found.names)
        return self._chosen_by[code]

    def label(self, label: Label) -> str:
        """Return the words for an edit's label."""
        return self.say(label.code, **label.args)

    def evidence(self, evidence: Evidence) -> str:
        """Return the words for one reason; days that it compares are told as in a slot."""
        args = evidence.args
        if evidence.code.startswith(_OF_DAYS):
            args = {name: _DAY.sub(self._day, value) for name, value in args.items()}
        return self.say(evidence.code, **args)

    def _day(self, found: re.Match[str]) -> str:
        """Return a day in words: as 2025-07-12 it would turn round between Arabic words."""
        year, month, day = found.groups()
        named = self.say(f"month-{int(month)}")
        return self.say("when-day", day=str(int(day)), month=named, year=str(int(year)))


def _short(value: str | float) -> str | float:
    """Return a value that Fluent takes: what a library says of a broken file may be long."""
    if isinstance(value, str) and len(value) > _LONGEST:
        return f"{value[:_LONGEST]}…"
    return value


class _Selectors(Visitor):
    """Collects the variables that messages choose between variants by."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        """Note the variable, then look inside the variants."""
        if isinstance(node.selector, ast.VariableReference):
            self.names.add(node.selector.id.name)
        self.generic_visit(node)


def isolated(text: str) -> str:
    """Return `text` in an isolate of the direction of its first strong letter, wherever it stands.

    Text without one (a number, a sign) follows its surroundings and is returned as it is.
    """
    for character in text:
        direction = bidirectional(character)
        if direction in ("R", "AL"):
            return f"\u2067{text}\u2069"
        if direction == "L":
            return f"\u2066{text}\u2069"
    return text


@cache
def wording(language: str, isolate: bool = True) -> Wording:
    """Return the (shared) catalogue of a language."""
    return Wording(language, isolate=isolate)
