"""The line above an article without a date: what its text proves, or why it needs one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtWidgets import QFrame, QHBoxLayout

from tawatur_core import phrasing
from tawatur_core.arabic.dates import find_dates
from tawatur_core.arabic.dates_proof import proven_publication_date
from tawatur_core.arabic.results import PublicationProof
from tawatur_core.edit import documents as edit
from tawatur_core.model import Document
from tawatur_core.monitor import Monitor
from tawatur_gui.context import Context
from tawatur_gui.jobs import Job
from tawatur_gui.library.particulars import edit_particulars
from tawatur_gui.widgets import AutoLabel, Button, IconButton

_NEEDS_DATE = "date-how-no-publication"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a text without a date tells: the proof of one, whether any word in it needs one."""

    proof: PublicationProof | None
    needed: bool


def find(text: str) -> Finding:
    """Look for a proof of the date of publication, and for dates that depend on it."""
    return Finding(
        proven_publication_date(text), any(one.how == _NEEDS_DATE for one in find_dates(text, None))
    )


class Dating(QFrame):
    """Hidden while the article has a date, or does not need one."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._document: Document | None = None
        self._proof: PublicationProof | None = None
        self._job: Job | None = None
        self.setProperty("role", "banner")
        self.label = AutoLabel(lines=3)
        self.button = Button("")
        self.button.clicked.connect(self._act)
        close = IconButton("close", context.say("close"), size=14)
        close.clicked.connect(self.hide)
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 6, 16, 6)
        box.setSpacing(12)
        box.addWidget(self.label, 1)
        box.addWidget(self.button)
        box.addWidget(close)
        self.hide()

    def follow(self, document: Document | None) -> None:
        """Look, in the background, what a document without a date tells; None: nothing is open."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._document = document
        self.hide()
        session = self._context.session
        if document is None or document.published is not None or session is None:
            return
        if session.read_only:
            return
        text = document.text

        def work(monitor: Monitor) -> Finding:
            monitor.step(0, 1)
            return find(text)

        self._job = self._context.jobs.run(work, self._tell)

    def _tell(self, found: Finding) -> None:
        say, words = self._context.say, self._context.words
        self._job, self._proof = None, found.proof
        if found.proof is not None:
            date = phrasing.day(found.proof.published, words)
            self.label.setText(say("read-date-proven", date=date, why=self._why(found.proof)))
            self.button.setText(say("read-date-take"))
        else:
            self.label.setText(say("read-date-needed"))
            self.button.setText(say("read-date-set"))
        self.setVisible(found.proof is not None or found.needed)

    def _why(self, proof: PublicationProof) -> str:
        words = self._context.words
        date = phrasing.day(proof.published, words)  # 2025-07-12 would turn round between Arabic
        told = proof.evidence[0]
        return words.evidence(replace(told, args={**told.args, "date": date}))

    def _act(self) -> None:
        """Take the date that is proven, as one step; else ask for it."""
        document, proof = self._document, self._proof
        if document is None:
            return
        if proof is None:
            edit_particulars(self.window(), self._context, document.id)
            return
        basis = _plain(self._why(proof))
        self._context.do(
            lambda session: edit.describe(
                session, document.id, published=proof.published, published_basis=basis
            )
        )


def _plain(text: str) -> str:
    """Return words as they are kept: without the isolates put in for showing them."""
    return "".join(c for c in text if c not in "\u2066\u2067\u2068\u2069")
