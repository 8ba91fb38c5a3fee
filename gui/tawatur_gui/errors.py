"""Failures in words, and a net under our own errors."""

from __future__ import annotations

import platform
import sys
import traceback
from types import TracebackType

import PySide6
from PySide6.QtCore import QObject, Signal

from tawatur_core.errors import TawaturError
from tawatur_core.plugins import Finding
from tawatur_core.wording import Wording


def words_for(failure: TawaturError, words: Wording) -> str:
    """Return what happened, to which file, and what to do."""
    return words.say(failure.code, **failure.args_for_words())


def finding(one: Finding, words: Wording) -> str:
    """Return what an import left out or changed, and where."""
    told = words.say(one.code, where=one.where, **one.args)
    return told if not one.where or one.where in told else f"\u2068{one.where}\u2069: {told}"


def details(failure: BaseException) -> str:
    """Return what a developer needs: versions and the way to the error. No text of articles."""
    way = "".join(traceback.format_exception(failure))
    versions = f"Python {platform.python_version()}, PySide6 {PySide6.__version__}"
    return f"Tawatur · {versions} · {platform.platform()}\n\n{way}"


class Net(QObject):
    """Catches what nobody caught, prints it, and shows it in the window.

    A slot that raises ends up here (PySide calls `sys.excepthook`); the program goes on.
    """

    caught = Signal(object)  # the exception

    def spread(self) -> None:
        """Put the net up."""
        sys.excepthook = self._catch

    def fold(self) -> None:
        """Take it down."""
        sys.excepthook = sys.__excepthook__

    def _catch(
        self, kind: type[BaseException], failure: BaseException, trace: TracebackType | None
    ) -> None:
        sys.__excepthook__(kind, failure, trace)
        if isinstance(failure, Exception):
            self.caught.emit(failure)
