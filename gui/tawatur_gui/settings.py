"""What the window remembers between two starts, as one small JSON file."""

from __future__ import annotations

import getpass
import json
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from tawatur_core.errors import BadFormat, CannotRead, CannotWrite
from tawatur_core.wording import LANGUAGES
from tawatur_gui import paths

THEMES = ("system", "light", "dark")
PAGE_FONTS = ("Vazirmatn", "Amiri")
UI_SIZES = range(11, 19)
PAGE_SIZES = range(13, 37)
_RECENT = 8


@dataclass
class Settings:
    """Sizes are in pixels; geometry and splitter states are Qt's own bytes as base64 text."""

    language: str = "ar"
    theme: str = "system"
    ui_size: int = 13
    page_font: str = "Vazirmatn"
    page_size: int = 18
    analyst: str = ""
    geometry: str = ""
    last_project: str = ""
    recent: list[str] = field(default_factory=list)
    splitters: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.analyst = self.analyst or _login()

    @staticmethod
    def file() -> Path:
        """Return where the settings are kept."""
        return paths.config() / "settings.json"

    @classmethod
    def load(cls) -> Settings:
        """Read the settings; defaults on the first start. Raises CannotRead, BadFormat."""
        file = cls.file()
        try:
            text = file.read_text(encoding="utf-8")
        except FileNotFoundError:
            return cls()
        except OSError as failure:
            raise CannotRead(file, str(failure)) from failure
        try:
            return cls(**_checked(json.loads(text)))
        except (ValueError, TypeError) as failure:
            raise BadFormat(file, str(failure)) from failure

    def save(self) -> None:
        """Write the settings in one step: a crash leaves the old ones. Raises CannotWrite."""
        file = self.file()
        beside = file.with_suffix(".new")
        try:
            beside.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1), "utf-8")
            beside.replace(file)
        except OSError as failure:
            raise CannotWrite(file, str(failure)) from failure

    @classmethod
    def set_aside(cls) -> None:
        """Rename a settings file that cannot be read, so that it is not overwritten."""
        file = cls.file()
        with suppress(OSError):  # it stays then, and the next save says that it cannot write
            file.replace(file.with_suffix(".damaged"))

    def remember(self, project: Path) -> None:
        """Put a project first among the recent ones."""
        name = str(project)
        self.last_project = name
        self.recent = [name, *(other for other in self.recent if other != name)][:_RECENT]

    def forget(self, project: Path) -> None:
        """Drop a project that is no longer there."""
        self.recent = [other for other in self.recent if other != str(project)]
        if self.last_project == str(project):
            self.last_project = ""


def _login() -> str:
    """Return the login name; a container may have none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "analyst"


def _checked(values: Any) -> dict[str, Any]:
    """Return the known values of a settings file. Raises ValueError for one that cannot be."""
    if not isinstance(values, dict):
        raise TypeError("not an object")
    defaults = {f.name: getattr(Settings(), f.name) for f in fields(Settings)}
    known = {name: value for name, value in values.items() if name in defaults}
    for name, value in known.items():
        if type(value) is not type(defaults[name]):
            raise ValueError(f"{name}: {value!r}")
    allowed = {
        "language": LANGUAGES,
        "theme": THEMES,
        "ui_size": UI_SIZES,
        "page_font": PAGE_FONTS,
        "page_size": PAGE_SIZES,
    }
    for name, choices in allowed.items():
        if name in known and known[name] not in choices:
            raise ValueError(f"{name}: {known[name]!r}")
    return known
