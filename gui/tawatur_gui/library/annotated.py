"""What an annotated file holds, before it is imported; or why a file is refused."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tawatur_core.gathering import Found
from tawatur_core.importers.anchoring import anchor
from tawatur_core.importers.labels import LabelMapping, Lookup, Use
from tawatur_core.model import Span
from tawatur_core.plugins import Incoming, Marked
from tawatur_gui import errors, theme
from tawatur_gui.context import Context
from tawatur_gui.library.findings import FindingList
from tawatur_gui.library.found import findings, kind
from tawatur_gui.library.shading import ShadedText
from tawatur_gui.widgets import AutoLabel, Button, Choice, Heading, Muted
from tawatur_gui.widgets.basic import row

_NAMED = 500  # articles to choose from; of more the first ones
Spans = list[tuple[int, int]]


class AnnotatedPane(QWidget):
    """One article of a file at a time, with its marks as the labels are understood now.

    `labels_wanted`: somebody wants to see what the labels become.
    """

    labels_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._one: Found | None = None
        self._mapping = LabelMapping()
        self.name = Heading(lines=1)
        self.format = Muted(lines=1)
        self.counts = AutoLabel()
        self.labels = Button(context.say("labels-open"))
        self.labels.clicked.connect(self.labels_wanted)
        self.articles = Choice()
        self.articles.setAccessibleName(context.say("import-article"))
        self.articles.setSizeAdjustPolicy(
            Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.articles.setMinimumContentsLength(24)
        self.articles.currentIndexChanged.connect(self._show_article)
        self.texts = ShadedText(context)
        self.texts.setAccessibleName(context.say("import-preview"))
        self.legend = Muted(context.say("import-legend"))
        self.findings = FindingList(context, lines=6)
        choosing = row(self.articles, self.labels)
        choosing.setStretch(0, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        for part in (self.name, self.format, self.counts):
            box.addWidget(part)
        box.addLayout(choosing)
        box.addWidget(self.texts, 1)
        box.addWidget(self.legend)
        box.addWidget(self.findings)

    def show_file(self, one: Found) -> None:
        """Show what a file holds."""
        incoming = one.incoming
        if incoming is None:
            return
        self._one = one
        self.name.setText(one.path.name)
        self.format.setText(kind(self._context, one))
        self.counts.setText(counted(self._context, incoming))
        self.labels.setVisible(bool(incoming.marked))
        titles = [each.draft.title for each in incoming.marked]
        titles += [each.document.title for each in incoming.restored.documents]
        self.articles.blockSignals(True)
        self.articles.clear()
        self.articles.addItems(titles[:_NAMED])
        self.articles.blockSignals(False)
        self.articles.setVisible(len(titles) > 1)
        self.findings.put(findings(self._context, one))
        self._show_article(self.articles.currentIndex())

    def use(self, mapping: LabelMapping) -> None:
        """Show marks as a mapping understands them."""
        self._mapping = mapping
        self._show_article(self.articles.currentIndex())

    def _show_article(self, number: int) -> None:
        incoming = self._one.incoming if self._one is not None else None
        if incoming is None or number < 0:
            self.texts.put("")
            self.legend.hide()
            return
        own = number - len(incoming.marked)
        if own < 0:
            marked = incoming.marked[number]
            text, (claims, mentions, others) = marked.draft.text, _understood(marked, self._mapping)
        else:
            annotated = incoming.restored.documents[own]
            text, others = annotated.document.text, []
            claims = [_pair(span) for claim in annotated.claims for span in claim.spans]
            mentions = [_pair(mention.span) for mention in annotated.mentions]
        looks = theme.current()
        ground, line, muted = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        ground.setBackground(looks.colour("claim_ground"))
        muted.setBackground(looks.colour("line"))
        line.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        line.setUnderlineColor(looks.colour("accent"))
        self.texts.put_layers(text, [(others, muted), (claims, ground), (mentions, line)])
        self.legend.setVisible(bool(claims or mentions or others))


def _understood(marked: Marked, mapping: LabelMapping) -> tuple[Spans, Spans, Spans]:
    """Return where the claims, the mentions and the other marks of an article really stand."""
    lookup = Lookup(mapping)
    claims: Spans = []
    mentions: Spans = []
    others: Spans = []
    for mark in marked.marks:
        rule = lookup.rule(mark.layer, mark.label)
        use = rule.use if rule is not None else Use.IGNORE
        into = {Use.CLAIM: claims, Use.MENTION: mentions}.get(use, others)
        into += [_pair(span) for span in anchor(marked.draft.text, mark).spans]
    return claims, mentions, others


def _pair(span: Span) -> tuple[int, int]:
    return span.start, span.end


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
