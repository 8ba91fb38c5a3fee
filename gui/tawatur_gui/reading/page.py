"""The place where articles are read: library, page, inspector."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QWidget

from tawatur_core.errors import NoSuchRow
from tawatur_core.model import Changes, DocumentId, EntityId, EntityKind, Mention, Span
from tawatur_core.store.check import check_document
from tawatur_gui.actions import Command
from tawatur_gui.context import Context, Place, Target
from tawatur_gui.library.list import LibraryList
from tawatur_gui.reading.acts import Acts
from tawatur_gui.reading.alike_sheet import AlikeSheet
from tawatur_gui.reading.article import Article
from tawatur_gui.reading.center import Center
from tawatur_gui.reading.desk import Desk, spans_of
from tawatur_gui.reading.find_bar import found_key, found_marks
from tawatur_gui.reading.heading import heading
from tawatur_gui.reading.hover import about, about_value, inmost_first
from tawatur_gui.reading.inspector import Inspector
from tawatur_gui.reading.marks import Mark
from tawatur_gui.reading.page_commands import page_commands
from tawatur_gui.reading.sheet import Style
from tawatur_gui.reading.values_found import ValueCache
from tawatur_gui.settings import PAGE_SIZES
from tawatur_gui.widgets.panes import Panes

_PASSED_ON = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete, Qt.Key.Key_Escape}


class ReadPage(QWidget):
    """Opens documents and keeps page and inspector true to the store."""

    place = Place.READ

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.key = ""
        self.desk = Desk(context)
        self.values = ValueCache(context.jobs)
        self.library = LibraryList(context)
        self.center = Center(context)
        self.pane = self.center.pane
        self.inspector = Inspector(self.desk)
        self.acts = Acts(self.desk, self, self.values)
        self._found: list[Mark] = []
        self._heading: object = None
        self.panes = Panes(
            context.settings,
            "read",
            self.library,
            self.center,
            self.inspector,
            sizes=(256, 778, 312),
            grows=1,
        )
        self.panes.setCollapsible(1, False)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.panes)
        self._commands = page_commands(self)
        self._connect()
        self._themed()

    def _connect(self) -> None:
        self.library.chosen.connect(self._choose)
        self.pane.selected.connect(self._selected)
        self.pane.settled.connect(self._settled)
        self.pane.picked.connect(lambda key: self.pick(key, look=False))
        self.pane.hovered.connect(self._hover)
        self.pane.zoomed.connect(self.zoom)
        self.center.finder.found.connect(self._show_found)
        self.center.finder.closed.connect(self.pane.setFocus)
        self.center.linked.connect(self._link)
        self.center.created.connect(self._create)
        self.desk.picked.connect(self.pick)
        self.desk.pointed.connect(self.pane.scroll_to)
        self.inspector.before.clicked.connect(lambda: self.acts.next_claim(-1))
        self.inspector.after.clicked.connect(lambda: self.acts.next_claim(1))
        self.desk.released.connect(self.pane.setFocus)
        self.inspector.proposal.accepted.connect(self.acts.accept)
        self.inspector.proposal.rejected.connect(self.acts.remove)
        self.inspector.mention.alike.connect(lambda _: self.acts.alike())
        self._context.changed.connect(self._changed)
        self._context.opened.connect(self._opened)
        self._context.themed.connect(self._themed)

    # -- the page's contract ---------------------------------------------------------------------

    def open(self, target: Target) -> None:
        """Show a document, and in it a claim, a mention or a span."""
        document = target.document or self._document() or self._first()
        if document is not None and document != self._document():
            self._show_document(document)
        if document is None:
            self._close()
        key = target.claim or target.mention or ""
        if key:
            self.pick(key)
        elif target.span is not None:
            self.pane.scroll_to(target.span, partial(self.select, target.span))
        self.pane.setFocus()

    def commands(self) -> list[Command]:
        """Return what can be done here."""
        return self._commands

    def where(self) -> Target:
        """Return what is shown, so that the page can be built anew there."""
        article = self.desk.article
        if article is None:
            return Target(Place.READ)
        claim = self.key if self.key in article.claims else None
        mention = self.key if self.key in article.mentions else None
        return Target(
            Place.READ,
            document=article.document.id,
            claim=claim,  # type: ignore[arg-type]
            mention=mention,  # type: ignore[arg-type]
        )

    def status(self) -> str:
        """Return how many mentions of the article are linked."""
        article = self.desk.article
        if article is None or not article.mentions:
            return ""
        linked = sum(mention.entity is not None for mention in article.mentions.values())
        return self._context.say("status-linked", linked=linked, mentions=len(article.mentions))

    # -- the open document -----------------------------------------------------------------------

    def _document(self) -> DocumentId | None:
        return self.desk.article.document.id if self.desk.article else None

    def _first(self) -> DocumentId | None:
        ids = self.library.ids()
        return ids[0] if ids else None

    def _choose(self, document: DocumentId | None) -> None:
        if document is None:
            self._close()
        elif document != self._document():
            self._show_document(document)

    def _opened(self) -> None:
        self._close()
        if self.isVisible():
            self.open(Target(Place.READ))

    def _close(self) -> None:
        self.desk.article = None
        self.desk.selection = Span(0, 0)
        self.key = ""
        self.center.show_page(False)
        self.center.banner.tell("")
        self.center.dating.follow(None)
        self.inspector.show_item(None, "")

    def _show_document(self, document: DocumentId) -> None:
        """Show another article from its beginning."""
        session = self._context.session
        if session is None:
            return
        try:
            article = Article.load(session, document)
        except NoSuchRow as failure:
            self._context.fail(failure)
            return
        self.center.hide_floating()
        self.desk.article = article
        self.desk.selection = Span(0, 0)
        self.key = ""
        shown = article.document
        self._heading = self._head(article)
        title, meta, residue = self._head(article)
        self.pane.show_text(shown.text, title, meta, self._style(), residue)
        self.center.show_page(True)
        self.center.finder.set_text(shown.text)
        self.library.select(document)
        self._show_marks()
        self.inspector.show_item(article, "")
        self.values.prepare(shown, lambda: None)
        self.center.dating.follow(shown)
        findings = check_document(session, document)
        first = self._context.say(findings[0].code, **findings[0].words()) if findings else ""
        count = len(findings)
        self.center.banner.tell(
            self._context.say("read-check", count=count, first=first) if findings else ""
        )

    def _head(self, article: Article) -> tuple[str, str, tuple[Span, ...]]:
        return heading(article.document, self._context.words)

    def _style(self) -> Style:
        settings = self._context.settings
        right = self._context.words.right_to_left
        return Style(settings.page_font, settings.page_size, right)

    def _changed(self, changes: Changes) -> None:
        """Read anew what a change touched."""
        article, session = self.desk.article, self._context.session
        if session is None:
            return
        if article is None:
            if self.isVisible() and changes.touches("document"):
                self.open(Target(Place.READ))
            return
        published = article.document.published
        try:
            if not article.refresh(session, changes):
                return
        except NoSuchRow:
            self._close()
            return
        if self._head(article) != self._heading:
            self._show_again()
        if article.document.published != published:
            self.values.prepare(article.document, lambda: None)
            self.center.dating.follow(article.document)
        self._show_marks()
        if self.key and article.item(self.key) is None:
            self.key = ""
            self.pane.set_active("")
        self.inspector.show_item(article, self.key)

    def _show_again(self) -> None:
        """Lay the page out anew; the reader keeps the place."""
        article = self.desk.article
        if article is not None:
            self._heading = self._head(article)
            title, meta, residue = self._head(article)
            self.pane.show_again(title, meta, self._style(), residue)

    def _show_marks(self) -> None:
        self.center.hover.hide()  # it tells of marks that may be gone
        marks = self.desk.article.marks() if self.desk.article else []
        self.pane.set_marks([*marks, *self._found])

    def _themed(self) -> None:
        residue = self._context.say("read-residue")
        self.pane.set_theme(self._context.theme, residue)
        if self.desk.article is not None and self.pane.style_of_page != self._style():
            self._show_again()

    def zoom(self, steps: int) -> None:
        """Make the page's letters larger or smaller; 0 gives the usual size."""
        settings = self._context.settings
        size = settings.page_size + steps if steps else Style().size
        if size in PAGE_SIZES and size != settings.page_size:
            settings.page_size = size
            self._show_again()

    # -- picking and selecting -------------------------------------------------------------------

    def pick(self, key: str, *, look: bool = True) -> None:
        """Show something in the inspector and strongly on the page ('': nothing)."""
        article = self.desk.article
        item = article.item(key) if article else None
        self.key = key if item is not None else ""
        self.pane.set_active(self.key)
        self.inspector.show_item(article, self.key)
        if item is not None and look:
            self.pane.scroll_to(spans_of(item)[0])

    def select(self, span: Span) -> None:
        """Select words, as with the mouse."""
        self.pane.select(span)
        self._settled(self.pane.selection())

    def unselect(self) -> None:
        """Select nothing."""
        self.pane.clear_selection()

    def _selected(self, span: Span) -> None:
        self.desk.selection = span
        if not self.acts.selecting():
            self.center.offer((), soon=True)
        elif not self.pane.dragging:  # the mouse tells when it has settled
            self.center.offer(self.acts.offers(), soon=True)

    def _settled(self, span: Span) -> None:
        self.desk.selection = span
        self.center.close_popup()
        self.center.offer(self.acts.offers() if self.acts.selecting() else (), soon=False)

    def _hover(self, keys: Sequence[str], spot: QPoint) -> None:
        """Say what is under the mouse: dates and numbers by value, marks with their evidence."""
        article = self.desk.article
        if article is None or self.center.bar.isVisible() or self.center.popup is not None:
            return
        point = self.pane.point_at(self.pane.viewport().mapFromGlobal(spot))
        if point is None and not keys:
            return
        value = self.values.of(article.document).at(point) if point is not None else None
        first = about_value(value, article.document.text, self._context) if value else None
        items = (article.item(key) for key in keys if key != self.key)  # that one is in the panel
        told = [about(article, item, self._context) for item in items if item is not None]
        shown = [first, *told] if first is not None else told
        self.center.hover.tell(inmost_first(shown), self.center.point(spot))

    # -- asked for by the acts -------------------------------------------------------------------

    def ask_entity(self, span: Span, name: str, likely: EntityKind) -> None:
        """Open the link field beside the words, with a name to look for."""
        self.center.ask(span, name, likely)

    def _link(self, span: Span, entity: EntityId) -> None:
        self._made(self.desk.mark_mention(span, entity))

    def _create(self, span: Span, name: str, kind: EntityKind) -> None:
        self._made(self.desk.mark_new(span, name, kind))

    def _made(self, key: str | None) -> None:
        if key is not None:
            self.unselect()
            self.pick(key)

    def ask_alike(self, quote: str, mention: Mention | None) -> None:
        """Open the sheet 'mark all alike' over the window."""
        article = self.desk.article
        assert article is not None
        entity = article.entities.get(mention.entity) if mention and mention.entity else None
        likely = entity.kind if entity else EntityKind.PERSON
        self.center.hide_floating()
        sheet = AlikeSheet(self.window(), self.desk, quote, entity, likely)
        sheet.open(sheet.field or sheet.tree)

    def edit_note(self) -> None:
        """Put the keyboard into the note of the claim shown."""
        self.inspector.claim.note.setFocus()

    def open_find(self) -> None:
        """Open the find bar with the selected words."""
        if self.desk.article is not None:
            typed = self.desk.selection.of(self.desk.text)
            self.center.finder.open(self.desk.text, typed if "\n" not in typed else "")

    def _show_found(self, places: list[Span], at: int) -> None:
        self._found = found_marks(places)
        self._show_marks()
        self.pane.set_active(found_key(at) if at >= 0 else self.key)
        if at >= 0:
            self.pane.scroll_to(places[at])

    def leave(self) -> None:
        """Esc: close what is open, unselect, then unpick."""
        if self.center.popup is not None:
            self.center.close_popup()
        elif self.center.finder.isVisible():
            self.center.finder.shut()
        elif self.desk.selection or self.pane.has_caret:
            self.unselect()
        else:
            self.pick("")
            self.pane.setFocus()

    # -- keys that a focused field may want for itself -------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Let Enter, Delete and Esc reach the focused field before they become commands."""
        if event.type() == QEvent.Type.ShortcutOverride:
            key = cast("QKeyEvent", event)
            if key.key() in _PASSED_ON and not key.modifiers():
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decide on what is picked: nobody wanted the key for itself."""
        key, focus = event.key(), QApplication.focusWidget()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if isinstance(focus, QAbstractButton) and self.isAncestorOf(focus):
                focus.click()
            else:
                self.acts.accept()
        elif key == Qt.Key.Key_Delete:
            self.acts.remove()
        elif key == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
