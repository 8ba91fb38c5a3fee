"""The page of an import on which articles that repeat others are seen beside them, and decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from tawatur_core.copying import Copy, Treatment
from tawatur_core.importers.copies import shared_spans
from tawatur_core.model import DocumentDraft
from tawatur_core.monitor import Monitor
from tawatur_core.store import documents
from tawatur_gui.context import Context
from tawatur_gui.jobs import Job
from tawatur_gui.library.deciding import DecidingPage, SideList
from tawatur_gui.library.shading import ShadedText
from tawatur_gui.widgets import ROW, AutoLabel, Muted, Part, Row, Section
from tawatur_gui.widgets.basic import column

Index = QModelIndex | QPersistentModelIndex
_ORDER = (Treatment.SKIP, Treatment.LINK, Treatment.KEEP)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts that repeat each other, with the spans of what is the same in each."""

    text: str
    spans: tuple[tuple[int, int], ...]
    other: str
    other_spans: tuple[tuple[int, int], ...]


class CopyModel(QAbstractListModel):
    """The copies, each with what becomes of it."""

    def __init__(self, context: Context, parent: QObject | None) -> None:
        super().__init__(parent)
        self._context = context
        self.copies: list[Copy] = []
        self._drafts: Sequence[DocumentDraft] = ()
        self.treatments: dict[int, Treatment] = {}

    def put(self, copies: Sequence[Copy], drafts: Sequence[DocumentDraft]) -> None:
        """Show copies; what was decided for the same article before stays decided."""
        self.beginResetModel()
        before = self.treatments
        self.copies, self._drafts = list(copies), drafts
        self.treatments = {c.draft: before.get(c.draft, c.proposed) for c in copies}
        self.endResetModel()

    def decide(self, numbers: Sequence[int], treatment: Treatment) -> None:
        """Decide for rows."""
        for number in numbers:
            self.treatments[self.copies[number].draft] = treatment
        if numbers:
            self.dataChanged.emit(self.index(min(numbers)), self.index(max(numbers)))

    def inner(self, copy: Copy) -> str | None:
        """Return the text of the other article where it is one of the import."""
        return self._drafts[copy.of].text if isinstance(copy.of, int) else None

    def draft(self, number: int) -> DocumentDraft:
        """Return the article of a row."""
        return self._drafts[self.copies[number].draft]

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of copies."""
        return 0 if parent is not None and parent.isValid() else len(self.copies)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row shows."""
        copy, say = self.copies[index.row()], self._context.say
        title = self.draft(index.row()).title
        decided = say(self.treatments[copy.draft].code)
        percent = say("copies-share", percent=round(100 * copy.score))
        if role == ROW:
            linked = self.treatments[copy.draft] is Treatment.SKIP
            tint = "muted" if linked else "ink"
            return Row(title, (Part(percent, "claim_line", strong=True), Part(decided)), tint=tint)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{title} · {percent} · {decided}"
        return None


class CopyPage(DecidingPage):
    """Copies on one side, the two texts beside each other."""

    def __init__(self, context: Context) -> None:
        self.model = CopyModel(context, None)
        view = SideList(self.model, context.say("copies-title"), 260)
        super().__init__(context, view, "copies", [one.code for one in _ORDER])
        self.model.setParent(self)
        self._reading: Job | None = None
        self.this, self.other = ShadedText(context), ShadedText(context)
        self._this_title, self._other_title = AutoLabel(lines=2), AutoLabel(lines=2)
        self.evidence = Muted()
        self._build()

    def _build(self) -> None:
        say = self._context.say
        texts = QHBoxLayout()
        texts.setSpacing(16)
        for head, title, text in (
            ("copies-this", self._this_title, self.this),
            ("copies-other", self._other_title, self.other),
        ):
            title.setProperty("role", "strong")
            text.setAccessibleName(say(head))
            texts.addLayout(column(Section(say(head)), title, text, spacing=4), 1)
        right = QVBoxLayout()
        right.addLayout(self._line)
        right.addWidget(self.evidence)
        right.addLayout(texts, 1)
        self.lay_out(say("copies-note"), right)

    def put(self, copies: Sequence[Copy], drafts: Sequence[DocumentDraft]) -> None:
        """Show copies, those that are no mere double first."""
        at = self.view.currentIndex().row()
        self.model.put(copies, drafts)
        self.stay_at(at)

    def decide_all(self, treatment: Treatment) -> None:
        """Decide for every copy."""
        self.choose_for_all(_ORDER.index(treatment))

    def settle(self, numbers: Sequence[int], side: int) -> None:
        """Store what becomes of copies."""
        self.model.decide(numbers, _ORDER[side])

    def side_of(self, number: int) -> int:
        """Return the number of what becomes of a copy."""
        return _ORDER.index(self.model.treatments[self.model.copies[number].draft])

    def show_row(self, number: int) -> None:
        """Show the two texts of a row, what is the same shaded."""
        session = self._context.session
        if session is None or not 0 <= number < self.model.rowCount():
            return
        self._check(number)
        copy, draft = self.model.copies[number], self.model.draft(number)
        words = self._context.words
        self._this_title.setText(draft.title)
        self._other_title.setText(copy.title)
        self.evidence.setText(" · ".join(words.evidence(one) for one in copy.evidence()))
        inner, of = self.model.inner(copy), copy.of
        if self._reading is not None:
            self._reading.cancel()
        open_reader = session.reader()

        def work(_: Monitor) -> Pair:
            other = inner or ""
            if not isinstance(of, int):
                with open_reader() as reader:
                    other = documents.document(reader, of).text
            return Pair(
                draft.text,
                tuple((s.start, s.end) for s in shared_spans(draft.text, other)),
                other,
                tuple((s.start, s.end) for s in shared_spans(other, draft.text)),
            )

        self._reading = self._context.jobs.run(work, self._read)

    def _read(self, pair: Pair) -> None:
        self.this.put(pair.text, pair.spans, "claim_ground", "ink")
        self.other.put(pair.other, pair.other_spans, "claim_ground", "ink")
