"""Sample files of other tools, used where they lie beside the checkout, never copied in."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_SHARED = os.environ.get("TAWATUR_SHARED") or Path(__file__).parents[4] / "shared"
INTERCHANGE = Path(_SHARED) / "interchange"


def samples(folder: str) -> Path:
    """Return a folder of samples; the test is skipped where there are none."""
    found = INTERCHANGE / "samples" / folder
    if not found.is_dir():
        pytest.skip("no sample files here")
    return found
