"""`tawatur …`: the second client of the core.

Answers go to standard output (one JSON object a line with ``--json``), progress and messages to
standard error. Exit 0: done; 1: refused or failed, with a message; 2: wrong usage.
"""

from tawatur_core.cli.main import main

__all__ = ["main"]
