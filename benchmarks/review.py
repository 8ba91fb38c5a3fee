"""How fast the place of conflicts opens with a long queue, and how fast the next conflict comes.

Prints, for 100 and 10,000 made-up conflicts between the sample articles: opening the queue for the
first time and again (median of 6; 'computing' leaves out what the machine did for others), showing
one conflict after another until it is painted, and giving a verdict until the next is painted (median
and 99th percentile of 200 and of 60). Last the 10,000 with half of them decided.
Run: QT_QPA_PLATFORM=offscreen python benchmarks/review.py
"""

from __future__ import annotations

import os
import random
import statistics
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tawatur_core import pipeline
from tawatur_core.edit import claims, verdicts
from tawatur_core.model import (
    Choice,
    ClaimId,
    Conflict,
    ConflictKey,
    ConflictKind,
    DocumentId,
    GroupKey,
    Label,
    Party,
    Relation,
    SlotComparison,
    SlotDraft,
    SlotName,
    Span,
    Words,
)
from tawatur_core.store import derived, documents
from tawatur_core.store.session import Session
from tawatur_gui import style, theme
from tawatur_gui.conflicts.page import ConflictsPage
from tawatur_gui.context import Context, Place, Target
from tawatur_gui.jobs import Jobs
from tawatur_gui.settings import Settings

CLAIMS = 400
STEPS = 200
VERDICTS = 60
OPENINGS = 7


def mark(session: Session, articles: list[DocumentId]) -> list[tuple[ClaimId, Span]]:
    chance = random.Random(1)
    made = []
    texts = [documents.document(session, article).text for article in articles]
    with session.edit(Label("undo-claim-mark", {"quote": "…"})):
        for i in range(CLAIMS):
            text, article = texts[i % len(texts)], articles[i % len(texts)]
            start = text.index(" ", chance.randrange(len(text) - 300)) + 1
            span = Span(start, text.index(" ", start + 120))
            speaker = Span(start, text.index(" ", start + 8))
            slot = SlotDraft(SlotName.SPEAKER, Party(speaker.of(text)), speaker)
            made.append((claims.mark(session, article, [span], slots=[slot]), speaker))
    return made


def conflicts(made: list[tuple[ClaimId, Span]], count: int) -> list[Conflict]:
    chance = random.Random(2)
    found = []
    for i in range(count):
        sides = chance.sample(made, 2)
        spans = tuple(span for _, span in sides)
        rows = (
            SlotComparison(
                ConflictKind.SPEAKER, Relation.DIFFERENT, (Party("أ"), Party("ب")), spans
            ),
            SlotComparison(
                ConflictKind.WHAT, Relation.SAME, (Words("خبر"), Words("خبر")), (None, None)
            ),
        )
        ids = tuple(claim for claim, _ in sides)
        key = ConflictKey(f"c{i}")
        found.append(
            Conflict(key, ConflictKind.SPEAKER, GroupKey(f"g{i}"), ids, rows, i / count, 0.9)
        )
    return found


def measure(app: QApplication, context: Context, count: int) -> None:
    page = ConflictsPage(context)
    page.resize(1376, 850)
    page.show()
    app.processEvents()
    times, busy = [], []
    for _ in range(OPENINGS):
        begin, worked = time.perf_counter(), time.thread_time()
        page.open(Target(Place.CONFLICTS))
        app.processEvents()
        times.append((time.perf_counter() - begin) * 1000)
        busy.append((time.thread_time() - worked) * 1000)
        context.jobs.wait()
    opened, again = times[0], statistics.median(times[1:])
    steps = []
    for _ in range(min(STEPS, count - 1)):
        begin = time.perf_counter()
        page.step(1)
        page.repaint()
        steps.append((time.perf_counter() - begin) * 1000)
        app.processEvents()
    given = []
    for _ in range(VERDICTS):
        begin = time.perf_counter()
        page.review.bar.press(Choice.BOTH_STAND)
        page.repaint()
        given.append((time.perf_counter() - begin) * 1000)
        app.processEvents()
    print(
        f"{count:6} conflicts: opened {opened:5.0f} ms (computing {busy[0]:.0f}),"
        f" again {again:4.0f} ms (computing {statistics.median(busy[1:]):.0f}),"
        f" next {_told(steps)}, verdict and next {_told(given)}"
    )
    context.jobs.wait()
    page.close()
    page.deleteLater()


def _told(times: list[float]) -> str:
    worst = sorted(times)[int(len(times) * 0.99)]
    return f"{statistics.median(times):4.0f} ms, p99 {worst:4.0f} ms"


def main() -> None:
    made = QApplication.instance() or QApplication([])
    assert isinstance(made, QApplication)
    style.load_fonts()
    settings = Settings(analyst="ن.س", theme="dark")
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    style.apply(made, theme.DARK, settings)
    with tempfile.TemporaryDirectory() as folder:
        session = Session.create(Path(folder) / "review.tawatur", analyst="ن.س")
        articles = pipeline.prepare_sample(session)
        marked = mark(session, articles)
        context = Context(settings, Jobs())
        context.session = session
        session.subscribe(context.changed.emit)
        for count in (100, 10_000):
            derived.put_reconciliation(session, [], conflicts(marked, count), [])
            measure(made, context, count)
        with session.edit(Label("undo-verdict", {"choice": "both_stand", "seen": "…"})):
            for conflict in derived.conflicts(session)[::2]:
                verdicts.decide(session, conflict, Choice.BOTH_STAND)
        print("half of them decided:")
        measure(made, context, count)
        session.close()


if __name__ == "__main__":
    main()
