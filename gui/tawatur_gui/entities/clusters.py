"""'Are they one?': clusters of names one after the other, taken whole or in part, or refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tawatur_core.edit import clusters as edit
from tawatur_core.model import (
    Choice,
    ConflictKey,
    EntityId,
    EntityProposal,
    Evidence,
    Verdict,
)
from tawatur_core.reconcile.clusters import Cluster
from tawatur_core.store.session import Session
from tawatur_gui.conflicts.facts import Facts
from tawatur_gui.conflicts.slide import Slide
from tawatur_gui.conflicts.verdict_bar import VerdictBar, name_options
from tawatur_gui.context import Context
from tawatur_gui.entities.all_sheet import ask_all
from tawatur_gui.entities.members import Member, MemberList, pair_of
from tawatur_gui.entities.pair import PairView
from tawatur_gui.widgets import Button, Heading, Line, Muted, Section
from tawatur_gui.widgets.basic import role, row
from tawatur_gui.widgets.overlay import Sheet

_WIDE = 300  # pixels of the list of names


class Clusters(QWidget):
    """Shows the first open cluster; a verdict brings the next one."""

    decided = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._open: list[Cluster] = []
        self._given: dict[ConflictKey, Verdict] = {}
        self._facts: Facts | None = None
        self._at: frozenset[EntityId] = frozenset()
        self.title = Heading(context.say("entities-pair-title"), lines=1)
        self.place = Muted(lines=1)
        self.all_button = Button(context.say("entities-accept-all"), key="Shift+Y", icon="check")
        self.all_button.clicked.connect(self.ask_all)
        self.members = MemberList(context.say("entities-cluster-names"))
        self.members.pointed.connect(self._show_pair)
        self.members.model_of.dataChanged.connect(self._tell)
        self.count = Muted(lines=1)
        self.apart = Button(context.say("entities-cluster-apart"), key="X", kind="link")
        self.apart.clicked.connect(self.leave_out)
        self.name = QLineEdit()
        self.name.setAccessibleName(context.say("entities-name"))
        self.name.returnPressed.connect(self.members.setFocus)
        self.pair = PairView(context)
        self.bar = VerdictBar(context)
        self.bar.chosen.connect(self._decide)
        self._build()
        self._slide = Slide(self.pair)

    def _build(self) -> None:
        head = row(self.title, self.place, None, self.all_button, spacing=12)
        head.setContentsMargins(24, 12, 16, 12)
        names = role(QWidget(), "panel")
        names.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        names.setFixedWidth(_WIDE)
        above = row(Section(self._context.say("entities-cluster-names")), None, self.count)
        above.setContentsMargins(8, 0, 8, 0)
        below = QVBoxLayout()
        below.setContentsMargins(8, 0, 8, 0)
        below.setSpacing(6)
        below.addLayout(row(self.apart, None))
        below.addWidget(Section(self._context.say("entities-name")))
        below.addWidget(self.name)
        inside = QVBoxLayout(names)
        inside.setContentsMargins(8, 16, 8, 12)
        inside.setSpacing(8)
        inside.addLayout(above)
        inside.addWidget(self.members, 1)
        inside.addLayout(below)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(names)
        middle.addWidget(Line(upright=True))
        middle.addWidget(self.pair, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(Line())
        box.addLayout(middle, 1)
        box.addWidget(Line())
        box.addWidget(self.bar)

    # -- what is shown

    @property
    def open(self) -> list[Cluster]:
        """The clusters that wait for a word."""
        return self._open

    @property
    def shown(self) -> Cluster | None:
        """The cluster on the page."""
        return next((each for each in self._open if self._at & set(each.members)), None)

    def show_open(
        self, clusters: Sequence[Cluster], given: dict[ConflictKey, Verdict], facts: Facts
    ) -> None:
        """Take the clusters that wait; the one on the page stays, else the first comes.

        Put off is not decided: it waits at the end of the row.
        """
        later = [each for each in clusters if _put_off(each, given)]
        self._open = [each for each in clusters if each not in later] + later
        self._given, self._facts = given, facts
        self._show(self.shown or next(iter(self._open), None))

    def step(self, by: int) -> None:
        """Show another cluster."""
        if self._open:
            now = self._open.index(self.shown) if self.shown else 0
            self._slide.take()
            self._show(self._open[(now + by) % len(self._open)])
            self._slide.go()

    def _show(self, cluster: Cluster | None) -> None:
        if cluster is None or self._facts is None:
            self._at = frozenset()
            return
        changed = not self._at & set(cluster.members)
        self._at = frozenset(cluster.members)
        place = self._open.index(cluster) + 1
        say = self._context.say
        self.place.setText(say("entities-pair-place", place=place, total=len(self._open)))
        self.members.show_cluster(cluster, self._facts)
        if changed or not self.name.hasFocus():
            self.name.setText(cluster.name)
        self._show_pair(self.members.current)
        self._tell()
        first = cluster.pairs[0]
        self.bar.ask(first.key, name_options(), self._given.get(first.key))

    def _show_pair(self, member: Member | None) -> None:
        """Set a name beside the one that is kept (a blocked one beside what it clashes with)."""
        cluster = self.shown
        if cluster is None or member is None or self._facts is None:
            return
        shown = _question(cluster, member)
        if shown is not None:
            self.pair.show_proposal(shown, self._facts)
        self.apart.setEnabled(member.blocked is None and len(cluster.members) > 1)

    def _tell(self) -> None:
        cluster = self.shown
        if cluster is not None:
            told = {"ticked": len(self.members.model_of.ticked), "total": len(cluster.members)}
            self.count.setText(self._context.say("entities-cluster-ticked", **told))

    # -- verdicts

    def _decide(self, choice: Choice, _side: int, _value: str) -> None:
        cluster, ticked = self.shown, self.members.model_of.ticked
        if cluster is None:
            return
        if choice is not Choice.DEFERRED and len(ticked) < 2:
            self._context.noticed.emit(self._context.say("entities-cluster-two"), "failed")
            return
        reason, sure = self.bar.reason.text().strip(), self.bar.chosen_confidence
        if choice is Choice.SAME_ENTITY:
            name = self.name.text().strip()
            self._give(lambda s: edit.accept(s, ticked, name=name, reason=reason, confidence=sure))
        elif choice is Choice.DIFFERENT_ENTITIES:
            self._give(lambda s: edit.reject(s, ticked, reason=reason, confidence=sure))
        else:
            members = cluster.members
            self._give(lambda s: edit.defer(s, members, reason=reason, confidence=sure), later=True)

    def leave_out(self) -> None:
        """Tell the name that is looked at apart from the other members, for good."""
        cluster, member = self.shown, self.members.current
        if cluster is None or member is None or member.blocked is not None:
            return
        others = [one for one in cluster.members if one != member.entity]
        reason = self.bar.reason.text().strip()
        self._context.do(
            lambda session: edit.leave_out(
                session,
                member.entity,
                others,
                reason=reason,
                confidence=self.bar.chosen_confidence,
            )
        )

    def _give(self, work: Callable[[Session], object], *, later: bool = False) -> None:
        """Give a verdict; the next cluster comes at once, whatever is found out meanwhile."""
        cluster = self.shown
        assert cluster is not None
        before = list(self._open)
        self._slide.take()
        place = before.index(cluster)
        rest = before[place + 1 :] + before[:place]
        # What is decided leaves the row before the project tells of the change.
        self._open = [each for each in before if each is not cluster] + [cluster] * later
        self._at = frozenset(rest[0].members) if rest else self._at if later else frozenset()

        def record(session: Session) -> bool:
            work(session)
            return True

        if not self._context.do(record):
            self._open, self._at = before, frozenset(cluster.members)
        self._show(self.shown)
        self._slide.go()
        self.decided.emit()

    def ask_all(self) -> Sheet | None:
        """Open the sheet that takes every cluster above a score."""
        if not self._open or self._facts is None:
            return None
        return ask_all(self.window(), self._context, self._open, self._facts.names)


def _put_off(cluster: Cluster, given: dict[ConflictKey, Verdict]) -> bool:
    found = [given[pair.key] for pair in cluster.pairs if pair.key in given]
    return any(v.choice is Choice.DEFERRED and not v.reopened for v in found)


def _question(cluster: Cluster, member: Member) -> EntityProposal | None:
    """Return the two names to set side by side, with what speaks for and against them."""
    if member.blocked is not None:
        blocked = member.blocked
        told: tuple[Evidence, ...] = blocked.evidence
        return EntityProposal(ConflictKey(""), blocked.member, blocked.entity, 0.0, told)
    other = cluster.members[1] if member.entity == cluster.keep else member.entity
    found = pair_of(cluster, other)
    return replace(found, a=cluster.keep, b=other) if found is not None else None
