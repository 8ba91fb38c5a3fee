"""What an import found, as a Qt model: articles, annotated files and refusals in one list."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tawatur_core.gathering import Found
from tawatur_core.model import DocumentDraft
from tawatur_core.plugins import Finding, Incoming
from tawatur_gui import errors
from tawatur_gui.context import Context
from tawatur_gui.widgets import ROW, Part, Row

Index = QModelIndex | QPersistentModelIndex


class FoundModel(QAbstractListModel):
    """The files of an import, each with what it will become or why it will not.

    `notes` are words beside an article, by its place: what it is a copy of.
    """

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.found: list[Found] = []
        self._notes: dict[int, str] = {}

    def put_all(self, found: Iterable[Found]) -> None:
        """Show what was found."""
        self.beginResetModel()
        self.found = list(found)
        self._notes = {}
        self.endResetModel()

    def put(self, number: int, found: Found) -> None:
        """Show something else in a row."""
        self.found[number] = found
        self.dataChanged.emit(self.index(number), self.index(number))

    def note(self, notes: dict[int, str]) -> None:
        """Show words beside articles."""
        self._notes = notes
        if self.found:
            self.dataChanged.emit(self.index(0), self.index(len(self.found) - 1))

    def drafts(self) -> list[tuple[int, DocumentDraft]]:
        """Return the articles that can be imported, with their rows."""
        return [
            (number, one.article.draft)
            for number, one in enumerate(self.found)
            if one.article is not None and one.article.draft is not None
        ]

    def incoming(self) -> list[Incoming]:
        """Return the annotated files that can be imported."""
        return [one.incoming for one in self.found if one.incoming is not None]

    def refused(self) -> int:
        """Return how many files cannot be imported."""
        return sum(one.refused is not None for one in self.found)

    # --- the model

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row shows."""
        one = self.found[index.row()]
        if role == ROW:
            return self._row(index.row(), one)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(one)
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(one.path)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row = self._row(index.row(), one)
            return " · ".join([row.title, *(part.text for part in row.parts)])
        return None

    def _title(self, one: Found) -> str:
        draft = one.article.draft if one.article is not None else None
        return draft.title if draft is not None else place(one)

    def _row(self, number: int, one: Found) -> Row:
        say = self._context.say
        if one.refused is not None:
            return Row(place(one), (Part(say("import-problem"), "conflict"),), tint="muted")
        named = kind(self._context, one)
        if one.article is None:
            return Row(place(one), (Part(named, "accent"),))
        parts = [Part(named), Part(place(one))]
        if number in self._notes:
            parts.insert(0, Part(self._notes[number], "claim_line", strong=True))
        return Row(self._title(one), tuple(parts))


def place(one: Found) -> str:
    """Return the file's name, and the part of it where it holds several articles."""
    part = one.article.part if one.article is not None else ""
    return f"\u2068{one.path.name}\u2069 · {part}" if part else one.path.name


def kind(context: Context, one: Found) -> str:
    """Return what a file was recognised as."""
    if one.listed is not None:
        return context.say(f"entities-{one.format}")
    if one.article is None:
        code = f"format-{one.format}"
        return context.say(code) if code in context.words else one.format
    code = f"article-format-{one.article.format}"
    return context.say(code) if code in context.words else one.article.format


def findings(context: Context, found: Found) -> list[str]:
    """Return in words what was left out or changed."""
    own: tuple[Finding, ...] = ()
    if found.incoming is not None:
        own = found.incoming.findings
    elif found.article is not None:
        own = found.article.findings
    return [errors.finding(one, context.words) for one in own]


_TABLES = {".csv": "csv", ".tsv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl"}


def table_format(one: Found) -> str | None:
    """Return the format of a table, whose columns can be chosen; None for what is none."""
    if one.listed is not None:  # a list of entities may be a table of articles after all
        return _TABLES.get(one.path.suffix.lower())
    article = one.article
    if article is None:
        return None
    return article.format if article.format in ("jsonl", "csv", "xlsx") else None
