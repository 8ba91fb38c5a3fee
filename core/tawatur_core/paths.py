"""Where things live: the user's folders, and the files that come with the program."""

from __future__ import annotations

import os
from pathlib import Path

import appdirs

APP = "tawatur"
_PACKED = Path(__file__).parent / "_data"
_CHECKOUT = Path(__file__).parents[2]


def resources() -> Path:
    """Return the folder of fonts, icons, wording and word lists."""
    packed = _PACKED / "resources"
    return packed if packed.is_dir() else _CHECKOUT / "resources"


def seeds() -> Path:
    """Return the folder of the sample corpus."""
    packed = _PACKED / "seeds"
    return packed if packed.is_dir() else _CHECKOUT / "seeds"


def user_data() -> Path:
    """Return the folder for the user's own data, made if missing."""
    return _made(Path(appdirs.user_data_dir(APP)))


def user_config() -> Path:
    """Return the folder for the user's settings, made if missing.

    The variable TAWATUR_CONFIG names another one.
    """
    other = os.environ.get("TAWATUR_CONFIG")
    return _made(Path(other) if other else Path(appdirs.user_config_dir(APP)))


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder
