"""The sheet that makes every cluster of names above a score one entity, named before it is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from tawatur_core.edit import clusters as edit
from tawatur_core.errors import NoSuchRow, ToldApart
from tawatur_core.model import Confidence, EntityId, Label
from tawatur_core.reconcile.clusters import Cluster
from tawatur_core.store.session import Session
from tawatur_gui.context import Context
from tawatur_gui.widgets import AutoLabel, Button
from tawatur_gui.widgets.basic import clear
from tawatur_gui.widgets.overlay import Sheet

_LEAST = 85  # per cent; the threshold that is offered first
_PREVIEW = 200  # clusters named in the preview


def above(clusters: Sequence[Cluster], percent: int) -> list[Cluster]:
    """Return the clusters whose weakest member has at least this likeness, the likeliest first."""
    return sorted((c for c in clusters if c.score * 100 >= percent), key=lambda c: -c.score)


def ask_all(
    window: QWidget, context: Context, clusters: Sequence[Cluster], names: Mapping[EntityId, str]
) -> Sheet:
    """Open a sheet that names every cluster above a score before they are made one."""
    say = context.say
    sheet = Sheet(window, say("entities-accept-all-title"), say("close"), width=640)
    score = QSpinBox()
    score.setRange(50, 100)
    score.setSuffix("%")
    score.setAccessibleName(say("entities-accept-all-score"))
    listed = QVBoxLayout()
    do = Button("", primary=True)
    line = QHBoxLayout()
    line.addWidget(AutoLabel(say("entities-accept-all-score"), lines=1))
    line.addWidget(score)
    line.addStretch(1)
    sheet.box.addLayout(line)
    sheet.box.addLayout(listed)
    sheet.box.addStretch(1)
    sheet.set_foot(do, None)

    def preview(percent: int) -> None:
        found = above(clusters, percent)
        clear(listed)
        for cluster in found[:_PREVIEW]:
            listed.addWidget(AutoLabel(_named(cluster, names, context), lines=1))
        do.setText(say("entities-accept-all-do", count=len(found)))
        do.setEnabled(bool(found))

    def accept() -> None:
        found = above(clusters, score.value())
        sheet.close_sheet()
        accept_all(context, found)

    score.valueChanged.connect(preview)
    do.clicked.connect(accept)
    score.setValue(_LEAST)
    preview(_LEAST)
    sheet.open(score)
    return sheet


def _named(cluster: Cluster, names: Mapping[EntityId, str], context: Context) -> str:
    told = " = ".join(f"\u2068{names.get(one, '…')}\u2069" for one in cluster.members)
    percent = round(cluster.score * 100)
    return context.say("entities-pair-line", names=told, percent=percent)


def accept_all(context: Context, clusters: Sequence[Cluster]) -> None:
    """Make each cluster one, as one undo step; those that cannot be any more are told."""

    def work(session: Session) -> int:
        done = 0
        with session.edit(Label("undo-entities-accept-all", {"count": str(len(clusters))})):
            for cluster in clusters:
                try:
                    edit.accept(
                        session, cluster.members, name=cluster.name, confidence=Confidence.HIGH
                    )
                except (NoSuchRow, ToldApart):
                    continue  # changed meanwhile: it will be proposed again as it is now
                done += 1
        return done

    done = context.do(work)
    if done is None:
        return
    context.noticed.emit(context.say("entities-accepted", count=done), "done")
    if done < len(clusters):
        left = len(clusters) - done
        context.noticed.emit(context.say("entities-accept-left", count=left), "done")
