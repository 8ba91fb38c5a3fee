"""Every sentence the program says, in Arabic and English.

The sentences are Project Fluent messages in ``resources/locale/LANGUAGE/*.ftl``: Fluent knows the
six Arabic plural forms and wraps what it inserts in bidi isolates, and the core's clients (window,
command line, reports) share one catalogue. A message id is written with hyphens: ``claim-mark``.
"""

from __future__ import annotations

from functools import cache

from fluent.runtime import FluentBundle, FluentResource

from tawatur_core import paths
from tawatur_core.model import Evidence, Label

LANGUAGES = ("ar", "en")


class Wording:
    """The catalogue in one language. Raises KeyError for a message id that does not exist."""

    def __init__(self, language: str, *, isolate: bool = True) -> None:
        if language not in LANGUAGES:
            raise ValueError(f"no such language: {language}")
        self.language = language
        self.right_to_left = language == "ar"
        # Western digits are what Arabic newsrooms of the sample print; 'ar-EG' would give ٠١٢.
        locale = "ar-u-nu-latn" if language == "ar" else "en"
        self._bundle = FluentBundle([locale.split("-u-", maxsplit=1)[0]], use_isolating=isolate)
        for file in sorted((paths.resources() / "locale" / language).glob("*.ftl")):
            self._bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))

    def __contains__(self, code: str) -> bool:
        return bool(self._bundle.has_message(code))

    def say(self, code: str, /, **args: str | float) -> str:
        """Return the message `code` with its arguments filled in."""
        message = self._bundle.get_message(code)
        if message.value is None:
            raise KeyError(code)
        text, errors = self._bundle.format_pattern(message.value, args)
        if errors:
            raise ValueError(f"{code} ({self.language}): {errors}")
        return str(text)

    def label(self, label: Label) -> str:
        """Return the words for an edit's label."""
        return self.say(label.code, **label.args)

    def evidence(self, evidence: Evidence) -> str:
        """Return the words for one reason."""
        return self.say(evidence.code, **evidence.args)


@cache
def wording(language: str, isolate: bool = True) -> Wording:
    """Return the (shared) catalogue of a language."""
    return Wording(language, isolate=isolate)
