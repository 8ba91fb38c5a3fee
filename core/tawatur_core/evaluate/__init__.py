"""Measuring the reading functions on labelled data."""

from tawatur_core.evaluate.measure import TASKS, Counts, Miss, Report, Row, Share, Sheet, run
from tawatur_core.evaluate.show import show

__all__ = ["TASKS", "Counts", "Miss", "Report", "Row", "Share", "Sheet", "run", "show"]
