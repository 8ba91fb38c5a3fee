"""What other packages bring, and what happens where the window is not installed."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tawatur_core import plugins
from tawatur_core.exporters.jsonl import JsonLines


@dataclass
class _Found:
    """An entry point whose package lacks a module; '' loads."""

    missing: str

    def load(self) -> type[JsonLines]:
        if self.missing:
            raise ModuleNotFoundError("not installed", name=self.missing)
        return JsonLines


def _offer(monkeypatch: pytest.MonkeyPatch, *missing: str) -> None:
    found = [_Found(name) for name in missing]
    monkeypatch.setattr(plugins, "entry_points", lambda group: found)


def test_formats_of_the_window_are_left_out_without_it(monkeypatch: pytest.MonkeyPatch):
    _offer(monkeypatch, "PySide6.QtGui", "tawatur_gui", "shiboken6", "")
    assert [type(exporter) for exporter in plugins.more_exporters()] == [JsonLines]


def test_a_package_that_is_broken_is_told(monkeypatch: pytest.MonkeyPatch):
    _offer(monkeypatch, "numpy")
    with pytest.raises(ModuleNotFoundError):
        plugins.more_exporters()
