"""The sheet 'mark all alike': preview, tick, link as one step."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tawatur_core.model import Entity, EntityKind
from tawatur_core.store import documents, entities
from tawatur_gui.jobs import Job
from tawatur_gui.reading.alike import Group, look, names_of
from tawatur_gui.reading.alike_list import PlaceTree
from tawatur_gui.reading.desk import Desk
from tawatur_gui.reading.link_field import LinkField
from tawatur_gui.widgets import Button, Chip, Muted
from tawatur_gui.widgets.basic import clear, column, row
from tawatur_gui.widgets.overlay import Sheet


class AlikeSheet(Sheet):
    """Starts from words on the page and, if they are linked, their entity."""

    def __init__(
        self, window: QWidget, desk: Desk, quote: str, entity: Entity | None, likely: EntityKind
    ) -> None:
        say = desk.context.say
        super().__init__(window, say("read-alike-title", quote=quote), say("close"), width=680)
        self._desk, self._quote, self._likely = desk, quote, likely
        self._entity = entity
        self._new: tuple[str, EntityKind] | None = None
        self._job: Job | None = None
        self._groups: list[Group] = []
        self._head = column(spacing=8)
        self.box.addLayout(self._head)
        self.here = Button(say("read-alike-here"), kind="pill")
        self.all = Button(say("read-alike-all"), kind="pill")
        for button in (self.here, self.all):
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.clicked.connect(self._look)
        self.here.setChecked(True)
        self.count = Muted(lines=1)
        self.box.addLayout(row(self.here, self.all, None, self.count))
        self.tree = PlaceTree()
        self.tree.setAccessibleName(say("read-alike-places"))
        self.tree.itemChanged.connect(self._tell)
        self.box.addWidget(self.tree, 1)
        self.mark = Button(say("read-alike-mark"), key="Ctrl+Return", primary=True)
        self.mark.clicked.connect(self._mark)
        cancel = Button(say("cancel"), key="Esc")
        cancel.clicked.connect(self.close_sheet)
        self.set_foot(self.mark, cancel, None)
        self.answer(("Ctrl+Return", "Ctrl+Enter"), self._mark)
        self.field: LinkField | None = None
        self._show_entity()
        self._look()

    # -- to what ---------------------------------------------------------------------------------

    def _show_entity(self) -> None:
        """Show to what the places will be linked, or the field that asks."""
        clear(self._head)
        self.field = None
        say = self._desk.context.say
        if self._entity is None and self._new is None:
            self.field = LinkField(self._desk.context, self._quote, self._likely)
            self.field.linked.connect(self._link)
            self.field.created.connect(self._create)
            self.field.given_up.connect(self.close_sheet)
            self._head.addWidget(Muted(say("read-alike-to-what"), small=False))
            self._head.addWidget(self.field)
        else:
            name, kind = self._new or (self._entity.name, self._entity.kind)  # type: ignore[union-attr]
            chip = Chip(name, kind.value, proposed=self._new is not None)
            other = Button(say("read-link-other"), kind="link")
            other.clicked.connect(self._ask_again)
            self._head.addLayout(row(chip, other, None))
        self._tell()

    def _link(self, entity: str) -> None:
        session = self._desk.context.session
        assert session is not None
        found = self._desk.context.do(lambda s: entities.entity(s, entity))  # type: ignore[arg-type]
        if found is not None:
            self._entity, self._new = found, None
            self._show_entity()
            self._look()
            self.tree.setFocus()

    def _create(self, name: str, kind: EntityKind) -> None:
        self._entity, self._new = None, (name, kind)
        self._show_entity()
        self._look()
        self.tree.setFocus()

    def _ask_again(self) -> None:
        self._entity = self._new = None
        self._show_entity()
        if self.field is not None:
            self.field.setFocus()

    # -- where -----------------------------------------------------------------------------------

    def _look(self) -> None:
        """Look for the places in the background."""
        session, article = self._desk.context.session, self._desk.article
        if session is None or article is None:
            return
        names = [self._quote]
        if self._entity is not None:
            names += names_of(session, self._entity.id)
        elif self._new is not None:
            names.append(self._new[0])
        ids = [article.document.id]
        if self.all.isChecked():
            ids += [id_ for id_ in documents.document_ids(session) if id_ not in ids]
        if self._job is not None:
            self._job.cancel()
        self._job = self._desk.context.jobs.run(
            look(session.reader(), ids, names), self._found, label=self._label()
        )

    def _label(self) -> str:
        return self._desk.context.say("read-alike-looking") if self.all.isChecked() else ""

    def _found(self, groups: list[Group]) -> None:
        self._job, self._groups = None, groups
        linked = self._desk.context.say("read-alike-linked")
        self._done = self.tree.put(groups, self._entity.id if self._entity else "", linked)
        self._tell()
        self.fit()

    _done = 0

    def _tell(self) -> None:
        say = self._desk.context.say
        ticked, count = len(self.tree.ticked()), self.tree.count()
        told = say("read-alike-count", ticked=ticked, count=count)
        if self._done:
            told = f"{told} · {say('read-alike-done', count=self._done)}"
        self.count.setText(told)
        known = self._entity is not None or self._new is not None
        self.mark.setEnabled(known and ticked > 0)

    # -- do it -----------------------------------------------------------------------------------

    def _mark(self) -> None:
        places = self.tree.ticked()
        if not places:
            return
        if self._entity is not None:
            self._desk.mark_all(places, self._entity.id)
        elif self._new is not None:
            self._desk.mark_all_new(places, *self._new)
        else:
            return
        self.close_sheet()

    def close_sheet(self) -> None:
        """Stop looking, then close."""
        if self._job is not None:
            self._job.cancel()
        super().close_sheet()
