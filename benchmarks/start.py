"""Start to first paint, and opening the sample project, each in a fresh process.

Run: python benchmarks/start.py [RUNS]
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = int(sys.argv[1]) if len(sys.argv) > 1 else 7

CHILD = """
import sys, time, resource
from pathlib import Path
began = float(sys.argv[1])
from PySide6.QtCore import QTimer
from tawatur_gui.app import application, make_window
from tawatur_gui.errors import Net
app = application()
window = make_window(Net())
class Painted(type(window)): pass
marks = {}
def painted():
    marks.setdefault("first", time.time() - began)
    if len(sys.argv) > 2:
        start = time.perf_counter()
        window.projects.open(Path(sys.argv[2]))
        window.repaint()
        marks["open"] = time.perf_counter() - start
    QTimer.singleShot(0, app.quit)
window.show()
window.repaint()
QTimer.singleShot(0, painted)
app.exec()
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(marks["first"], marks.get("open", 0), memory)
"""


def run(*extra: str) -> list[float]:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with tempfile.TemporaryDirectory() as folder:
        environment["TAWATUR_CONFIG"] = folder
        shown = subprocess.run(
            [sys.executable, "-c", CHILD, str(time.time()), *extra],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
    return [float(part) for part in shown.stdout.split()[-3:]]


def sample(folder: str) -> str:
    from tawatur_core.edit import documents
    from tawatur_core.importers import sample as corpus
    from tawatur_core.store.session import Session

    session = Session.create(Path(folder) / "sample.tawatur", analyst="bench")
    documents.add(session, corpus.drafts())
    session.close()
    return str(session.path)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        project = sample(folder)
        run(project)  # warm the disk
        figures = [run(project) for _ in range(RUNS)]
    first, opened, memory = (statistics.median(column) for column in zip(*figures, strict=True))
    print(f"start to first paint: median {first:.2f} s of {RUNS} fresh processes")
    print(f"opening the sample:   median {opened * 1000:.0f} ms")
    print(f"peak memory:          median {memory:.0f} MB")


if __name__ == "__main__":
    main()
