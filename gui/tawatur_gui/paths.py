"""Where the window finds its files and keeps what it remembers."""

from __future__ import annotations

import os
from pathlib import Path

from tawatur_core import paths

SUFFIX = ".tawatur"  # of project files


def config() -> Path:
    """Return the folder of the settings; the variable TAWATUR_CONFIG names another one."""
    return paths.user_config()


def projects() -> Path:
    """Return the folder where new projects are offered to live, made if missing."""
    other = os.environ.get("TAWATUR_DATA")
    folder = Path(other) if other else paths.user_data() / "projects"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def fonts() -> list[Path]:
    """Return the font files that come with the program."""
    return sorted((paths.resources() / "fonts").glob("*.ttf"))


def icon(name: str) -> Path:
    """Return the drawing of an icon; it may not exist."""
    return paths.resources() / "icons" / f"{name}.svg"


def style_sheet() -> Path:
    """Return the style sheet, with places for the values of a theme."""
    return paths.resources() / "style.qss"
