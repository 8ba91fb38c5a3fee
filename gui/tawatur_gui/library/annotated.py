"""What an annotated file holds, before it is imported; or why a file is refused."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tawatur_core.gathering import Found
from tawatur_core.plugins import Incoming
from tawatur_gui import errors
from tawatur_gui.context import Context
from tawatur_gui.library.findings import FindingList
from tawatur_gui.library.found import findings, kind
from tawatur_gui.library.shading import ShadedText
from tawatur_gui.widgets import AutoLabel, Button, Heading, Muted
from tawatur_gui.widgets.basic import row

_NAMED = 200  # titles of documents


class AnnotatedPane(QWidget):
    """`labels_wanted`: somebody wants to see what the labels become."""

    labels_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.name = Heading(lines=1)
        self.format = Muted(lines=1)
        self.counts = AutoLabel()
        self.labels = Button(context.say("labels-open"))
        self.labels.clicked.connect(self.labels_wanted)
        self.texts = ShadedText(context)
        self.texts.setAccessibleName(context.say("import-preview"))
        self.findings = FindingList(context, lines=6)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        for part in (self.name, self.format, self.counts):
            box.addWidget(part)
        box.addLayout(row(self.labels, None))
        box.addWidget(self.texts, 1)
        box.addWidget(self.findings)

    def show_file(self, one: Found) -> None:
        """Show what a file holds."""
        incoming = one.incoming
        if incoming is None:
            return
        self.name.setText(one.path.name)
        self.format.setText(kind(self._context, one))
        self.counts.setText(counted(self._context, incoming))
        self.labels.setVisible(bool(incoming.marked))
        drafts = [marked.draft for marked in incoming.marked]
        documents = [annotated.document for annotated in incoming.restored.documents]
        text = drafts[0].text if drafts else documents[0].text if documents else ""
        titles = [each.title for each in drafts] + [each.title for each in documents]
        shown = text if len(titles) == 1 else "\n".join(titles[:_NAMED])
        self.texts.put(shown)
        self.findings.put(findings(self._context, one))


class RefusedPane(QWidget):
    """Says why a file will not be imported and what to do about it."""

    columns_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.name = Heading(lines=1)
        self.told = AutoLabel()
        self.told.setProperty("role", "conflict")
        self.columns = Button(context.say("import-columns-choose"))
        self.columns.clicked.connect(self.columns_wanted)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(self.name)
        box.addWidget(self.told)
        box.addLayout(row(self.columns, None))
        box.addStretch(1)

    def show_refusal(self, one: Found, *, table: bool) -> None:
        """Tell of a file; `table` says that other columns may save it."""
        if one.refused is not None:
            self.name.setText(one.path.name)
            self.told.setText(errors.words_for(one.refused, self._context.words))
        self.columns.setVisible(table)
        self.setAccessibleName(self.told.text())


def counted(context: Context, incoming: Incoming) -> str:
    """Return in words how much an annotated file holds."""
    say, restored = context.say, incoming.restored
    told = []
    if incoming.marked:
        told.append(say("import-holds-articles", count=len(incoming.marked)))
        marks = sum(len(marked.marks) for marked in incoming.marked)
        told.append(say("import-holds-marks", count=marks))
        links = sum(len(marked.links) for marked in incoming.marked)
        if links:
            told.append(say("import-holds-links", count=links))
    if restored.documents:
        told.append(say("import-holds-articles", count=len(restored.documents)))
        claims = sum(len(annotated.claims) for annotated in restored.documents)
        mentions = sum(len(annotated.mentions) for annotated in restored.documents)
        told.append(say("import-adds-claims", count=claims))
        told.append(say("import-adds-mentions", count=mentions))
    if restored.entities:
        told.append(say("import-adds-entities", count=len(restored.entities)))
    if restored.verdicts:
        told.append(say("import-adds-verdicts", count=len(restored.verdicts)))
    return " · ".join(told)
