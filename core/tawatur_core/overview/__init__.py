"""The corpus as a whole: who agrees with whom, what happened when, who is named with whom.

Pure computation on plain values; `gather` reads them from a project.
"""

from tawatur_core.overview.gather import Overview, gather
from tawatur_core.overview.matrix import Cell, Matrix, Meeting, Outcome, matrix
from tawatur_core.overview.network import Edge, Network, Node, quoting, together
from tawatur_core.overview.tellers import Teller, tellers
from tawatur_core.overview.timeline import Axis, Bar, Knot, Timeline, timeline

__all__ = [
    "Axis",
    "Bar",
    "Cell",
    "Edge",
    "Knot",
    "Matrix",
    "Meeting",
    "Network",
    "Node",
    "Outcome",
    "Overview",
    "Teller",
    "Timeline",
    "gather",
    "matrix",
    "quoting",
    "tellers",
    "timeline",
    "together",
]
