"""What the window remembers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tawatur_core.errors import BadFormat, CannotWrite
from tawatur_gui.settings import Settings


def test_first_start_has_defaults_and_a_name() -> None:
    settings = Settings.load()
    assert (settings.language, settings.theme, settings.page_size) == ("ar", "system", 18)
    assert settings.analyst


def test_saved_settings_come_back() -> None:
    before = Settings(language="en", theme="dark", analyst="هـ.س", page_size=24)
    before.remember(Path("/x/a.tawatur"))
    before.splitters["read"] = "AAAA"
    before.save()
    assert Settings.load() == before


def test_recent_projects_are_in_order_without_doubles() -> None:
    settings = Settings()
    for name in "abcabdefghij":
        settings.remember(Path(f"/{name}"))
    assert settings.recent == [f"/{name}" for name in "jihgfedb"]
    settings.forget(Path("/j"))
    assert settings.recent[0] == "/i"
    assert settings.last_project == ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"language": "fr"}',
        '{"ui_size": "13"}',
        '{"page_size": 900}',
        '{"theme": 1}',
    ],
)
def test_damaged_settings_are_named_and_set_aside(text: str) -> None:
    Settings.file().write_text(text, "utf-8")
    with pytest.raises(BadFormat) as caught:
        Settings.load()
    assert caught.value.path == Settings.file()
    Settings.set_aside()
    assert Settings.load().language == "ar"
    assert Settings.file().with_suffix(".damaged").read_text("utf-8") == text


def test_unknown_values_of_a_newer_version_are_left_out() -> None:
    Settings.file().write_text(json.dumps({"language": "en", "colour": "red"}), "utf-8")
    assert Settings.load().language == "en"


def test_saving_over_a_folder_fails_by_name() -> None:
    Settings.file().mkdir()
    with pytest.raises(CannotWrite):
        Settings().save()
