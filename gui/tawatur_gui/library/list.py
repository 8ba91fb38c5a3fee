"""The library: all articles, how far each has come, and a box to search them."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QMenu, QStackedWidget, QVBoxLayout, QWidget

from tawatur_core.edit import documents as edit
from tawatur_core.model import Changes, DocumentId
from tawatur_core.store import documents
from tawatur_gui.context import Context
from tawatur_gui.library.model import LibraryModel
from tawatur_gui.library.particulars import edit_particulars
from tawatur_gui.widgets import Button, CardDelegate, Empty, IconButton, Section
from tawatur_gui.widgets.basic import row

_QUICK = 0.02  # seconds for reading the library; a slower one is put off
_SHOWN = (
    "document",
    "claim",
    "mention",
    "proposal",
    "rejection",
    "entity",
    "conflict",
    "verdict",
    "event_group",
)


class LibraryList(QWidget):
    """The list beside the page. `chosen` tells the document a person opened."""

    chosen = Signal(object)  # DocumentId

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._at: DocumentId | None = None
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(180)
        self.title = Section()
        more = IconButton("plus", context.say("library-import"), key="Ctrl+I", size=14)
        more.clicked.connect(lambda: context.asked.emit("command-import"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(context.say("library-search"))
        self.search.setAccessibleName(context.say("library-search-name"))
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self.model = LibraryModel(context, self)
        self.view = self._view()
        self._none = Empty(context.say("library-none"))
        button = Button(context.say("library-import"), primary=True, icon="import")
        button.clicked.connect(lambda: context.asked.emit("command-import"))
        self._empty = Empty(
            context.say("library-empty"), button, note=context.say("library-empty-note")
        )
        self._stack = QStackedWidget()
        for page in (self.view, self._none, self._empty):
            self._stack.addWidget(page)
        head = row(self.title, more, spacing=4)
        head.setStretch(0, 1)
        head.setContentsMargins(16, 8, 16, 0)
        find = row(self.search)
        find.setContentsMargins(12, 4, 12, 8)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addLayout(find)
        box.addWidget(self._stack, 1)
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self.refresh)
        self._cost = 0.0
        self.search.textChanged.connect(self._sift)
        context.changed.connect(self._changed)
        context.opened.connect(self._opened)
        self.refresh()

    def _view(self) -> QListView:
        view = QListView()
        view.setModel(self.model)
        view.setItemDelegate(CardDelegate(view))
        view.setMouseTracking(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setLayoutMode(QListView.LayoutMode.Batched)
        view.setBatchSize(400)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._menu)
        view.setAccessibleName(self._context.say("library-list"))
        view.installEventFilter(self)
        view.selectionModel().currentChanged.connect(self._current_changed)
        return view

    # --- for the page

    def selected(self) -> DocumentId | None:
        """Return the document that is open."""
        return self._at

    def select(self, document: DocumentId | None) -> None:
        """Mark a document as the open one, without telling."""
        self._at = document
        number = self.model.number_of(document)
        selection = self.view.selectionModel()
        selection.blockSignals(True)
        self.view.setCurrentIndex(self.model.index(number) if number >= 0 else QModelIndex())
        selection.blockSignals(False)
        self.view.viewport().update()
        if number >= 0:
            self.view.scrollTo(self.model.index(number))

    def ids(self) -> list[DocumentId]:
        """Return the documents shown, in their order."""
        return [row.id for row in self.model.rows]

    def step(self, by: int) -> None:
        """Open the document `by` rows further on, if there is one."""
        number = self.model.number_of(self._at) + by
        if 0 <= number < self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(number))

    # --- keeping it true

    def refresh(self) -> None:
        """Read the library again."""
        began = time.perf_counter()
        session = self._context.session
        if self.model.put(documents.library(session) if session is not None else []):
            self.select(self._at)
        self._show()
        self._cost = time.perf_counter() - began

    def _show(self) -> None:
        self.title.setText(self._context.say("library-title", count=self.model.total))
        self.search.setVisible(self.model.total > 0)
        if not self.model.total:
            self._stack.setCurrentWidget(self._empty)
        else:
            self._stack.setCurrentWidget(self.view if self.model.rows else self._none)

    def _changed(self, changes: Changes) -> None:
        if changes.touches(*_SHOWN) and not self._soon.isActive():
            # A large library is read less often: at most a fifth of the time goes into it.
            self._soon.start(min(1000, int(self._cost * 5000)) if self._cost > _QUICK else 0)

    def _opened(self) -> None:
        self._at = None
        self.search.clear()
        self.refresh()

    def _sift(self, typed: str) -> None:
        self.model.sift(typed)
        self.select(self._at)
        self._show()

    def _current_changed(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid() and self.model.rows[now.row()].id != self._at:
            self._at = self.model.rows[now.row()].id
            self.chosen.emit(self._at)

    # --- acting on a row

    def _menu(self, spot: QPoint) -> None:
        index = self.view.indexAt(spot)
        if index.isValid():
            menu = self.menu(self.model.rows[index.row()].id)
            menu.popup(self.view.viewport().mapToGlobal(spot))

    def menu(self, document: DocumentId) -> QMenu:
        """Return what can be done with a document; it is deleted when it closes."""
        say, menu = self._context.say, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(say("library-edit"), lambda: self.edit(document))
        writes = self._context.session is not None and not self._context.session.read_only
        menu.addSeparator()
        menu.addAction(say("library-remove"), lambda: self.remove(document)).setEnabled(writes)
        return menu

    def edit(self, document: DocumentId) -> None:
        """Open the card with a document's particulars."""
        edit_particulars(self.window(), self._context, document)

    def remove(self, document: DocumentId) -> None:
        """Remove a document; it can be undone, so nobody is asked twice."""
        number = self.model.number_of(document)
        if number < 0:
            return
        title = self.model.rows[number].title
        rest = [row.id for row in self.model.rows if row.id != document]
        before = self._context.session.revision if self._context.session else 0
        self._context.do(lambda session: edit.remove(session, document))
        if self._context.session is None or self._context.session.revision == before:
            return
        self._context.noticed.emit(self._context.say("library-removed", title=title), "done")
        if document == self._at:
            self.refresh()
            self.select(rest[min(number, len(rest) - 1)] if rest else None)
            self.chosen.emit(self._at)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """F2 edits, Delete removes; arrow down goes from the box to the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if watched is self.search and key == Qt.Key.Key_Down:
                self.view.setFocus()
                return True
            if watched is self.view and self._at is not None:
                if key == Qt.Key.Key_F2:
                    self.edit(self._at)
                    return True
                if key == Qt.Key.Key_Delete:
                    self.remove(self._at)
                    return True
        return super().eventFilter(watched, event)
