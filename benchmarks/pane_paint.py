"""How fast the reading pane shows and scrolls big articles.

Prints, for texts of 1 MB and 5 MB (UTF-8) made from the seeds: building the page, first paint with
1,000 marks, and one scrolled frame with 10,000 marks (median and worst of 200).
Run: QT_QPA_PLATFORM=offscreen python benchmarks/pane_paint.py
"""

from __future__ import annotations

import os
import random
import statistics
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from tawatur_core import paths
from tawatur_core.model import Span
from tawatur_gui import style, theme
from tawatur_gui.reading.marks import Mark, Sign
from tawatur_gui.reading.pane import Pane
from tawatur_gui.reading.sheet import Style
from tawatur_gui.settings import Settings


def article(size: int) -> str:
    one = "\n".join(p.read_text(encoding="utf-8") for p in sorted(paths.seeds().glob("0*.txt")))
    return (one * (size // len(one.encode()) + 1)).encode()[:size].decode(errors="ignore")


def marks(text: str, count: int) -> list[Mark]:
    chance = random.Random(1)
    made = []
    for i in range(count):
        start = chance.randrange(len(text) - 200)
        if i % 4:
            tone = ("person", "place", "organisation")[i % 3]
            span = Span(start, start + chance.randrange(4, 20))
            made.append(Mark(f"m{i}", Sign.MENTION, (span,), tone=tone))
        else:
            span = Span(start, start + chance.randrange(40, 200))
            made.append(Mark(f"c{i}", Sign.CLAIM, (span,), number=i, disputed=i % 8 == 0))
    return made


def measure(app: QApplication, size: int) -> None:
    text = article(size)
    few, many = marks(text, 1_000), marks(text, 10_000)
    pane = Pane()
    pane.set_theme(theme.LIGHT, "خارج المقال")
    pane.resize(780, 824)
    pane.show()
    app.processEvents()
    target = QPixmap(pane.size())
    begin = time.perf_counter()
    pane.show_text(text, "عنوان", "2025", Style())
    built = time.perf_counter()
    pane.set_marks(few)
    pane.render(target)
    painted = time.perf_counter()
    print(
        f"{size // 1_000_000} MB: build {1000 * (built - begin):.0f} ms,"
        f" first paint with 1,000 marks {1000 * (painted - built):.0f} ms"
    )
    bar = pane.verticalScrollBar()
    begin = time.perf_counter()
    pane.scroll_to(Span(len(text) - 10, len(text) - 1))
    print(f"  to the end: {1000 * (time.perf_counter() - begin):.0f} ms")
    pane.set_marks(many)
    begin = time.perf_counter()
    pane.set_marks(many)
    print(f"  setting 10,000 marks: {1000 * (time.perf_counter() - begin):.0f} ms")
    frames = []
    chance = random.Random(2)
    for _ in range(200):
        bar.setValue(chance.randrange(max(1, bar.maximum())))
        begin = time.perf_counter()
        pane.render(target)
        frames.append(1000 * (time.perf_counter() - begin))
    frames.sort()
    print(
        f"  far frame, 10,000 marks: median {statistics.median(frames):.1f} ms, worst {frames[-1]:.1f} ms"
    )
    frames = []
    for _ in range(200):
        bar.setValue(bar.value() - 60)
        begin = time.perf_counter()
        pane.render(target)
        frames.append(1000 * (time.perf_counter() - begin))
    frames.sort()
    print(
        f"  scrolled frame, 10,000 marks: median {statistics.median(frames):.1f} ms, worst {frames[-1]:.1f} ms"
    )
    pane.close()
    pane.deleteLater()


def main() -> None:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    style.load_fonts()
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    style.apply(app, theme.LIGHT, Settings())
    for size in (1_000_000, 5_000_000):
        measure(app, size)


if __name__ == "__main__":
    main()
