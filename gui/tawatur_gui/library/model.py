"""The articles of a project as a Qt model, filtered by folded words."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tawatur_core import phrasing
from tawatur_core.arabic.fold import fold_text
from tawatur_core.model import DocumentId
from tawatur_core.store.documents import LibraryRow
from tawatur_gui.context import Context
from tawatur_gui.widgets import ROW, Part, Row

Index = QModelIndex | QPersistentModelIndex


class LibraryModel(QAbstractListModel):
    """Rows in the order of their import; `sift` shows those whose title or outlet fit."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._all: list[LibraryRow] = []
        self._folded: list[str] = []
        self._words: list[str] = []
        self._titles: dict[DocumentId, str] = {}
        self.rows: list[LibraryRow] = []

    def put(self, rows: list[LibraryRow]) -> bool:
        """Show the rows of the library; whether the list itself changed, not only its rows."""
        same = [row.id for row in rows] == [row.id for row in self._all]
        texts = [(row.title, row.outlet) for row in rows]
        if not same or texts != [(row.title, row.outlet) for row in self._all]:
            self._folded = [fold_text(f"{title} {outlet}").lower() for title, outlet in texts]
        self._all = rows
        self._titles = {row.id: row.title for row in rows}
        shown = self._sifted()
        if same and [row.id for row in shown] == [row.id for row in self.rows]:
            changed = [n for n, (a, b) in enumerate(zip(self.rows, shown, strict=True)) if a != b]
            self.rows = shown
            for number in changed:
                self.dataChanged.emit(self.index(number), self.index(number))
            return False
        self._reset(shown)
        return True

    def sift(self, typed: str) -> None:
        """Show only articles with all the words typed, whatever their hamza, marks and letters."""
        self._words = fold_text(typed).lower().split()
        self._reset(self._sifted())

    def _reset(self, rows: list[LibraryRow]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def _sifted(self) -> list[LibraryRow]:
        if not self._words:
            return list(self._all)
        return [
            row
            for row, folded in zip(self._all, self._folded, strict=True)
            if all(word in folded for word in self._words)
        ]

    def number_of(self, document: DocumentId | None) -> int:
        """Return where a document stands, -1 if it is not shown."""
        return next((n for n, row in enumerate(self.rows) if row.id == document), -1)

    @property
    def total(self) -> int:
        """The number of articles, shown or not."""
        return len(self._all)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of articles shown."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row shows."""
        row = self.rows[index.row()]
        if role == ROW:
            return self._row(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._told(row)
        return None

    def _date(self, row: LibraryRow) -> str:
        if row.published is None:
            return self._context.say("library-no-date")
        return phrasing.day(row.published, self._context.words)

    def _outlet(self, row: LibraryRow) -> str:
        return row.outlet or self._context.say("library-no-outlet")

    def _row(self, row: LibraryRow) -> Row:
        say = self._context.say
        parts = [Part(self._date(row))]
        if row.open_proposals and not row.claims:
            parts.append(Part(say("library-proposals", count=row.open_proposals)))
        else:
            parts.append(Part(say("library-claims", count=row.claims)))
        if row.conflicts:
            parts.append(Part(f"⇄ {row.conflicts}", "conflict", strong=True))
        if row.copied_from is not None:
            parts.append(Part(say("library-copy"), "claim_line", strong=True))
        parts.append(Part(self._outlet(row)))
        return Row(row.title, tuple(parts), row.progress)

    def _told(self, row: LibraryRow) -> str:
        say = self._context.say
        original = self._titles.get(row.copied_from) if row.copied_from is not None else None
        return "\n".join(
            (
                row.title,
                *([say("library-copied-from", title=original)] if original else []),
                f"{self._date(row)} · {self._outlet(row)}",
                say("library-claims", count=row.claims),
                say("library-proposals", count=row.open_proposals),
                say("library-conflicts-name", count=row.conflicts),
                say("library-progress", percent=round(100 * row.progress)),
            )
        )
