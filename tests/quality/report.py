"""Print the quality table of all labelled sets found: the project's own, and folders given.

    python tests/quality/report.py [FOLDER …]

The folder named in TAWATUR_EVAL is measured too. F1 for counted measures, shares otherwise.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tawatur_core.evaluate.quality import row, table


def main() -> None:
    """Measure and print."""
    folders = [Path(__file__).parent, *map(Path, sys.argv[1:])]
    if os.environ.get("TAWATUR_EVAL"):
        folders.append(Path(os.environ["TAWATUR_EVAL"]))
    for report in table(folders):
        print(row(report), flush=True)  # noqa: T201 - a script for the terminal


if __name__ == "__main__":
    main()
