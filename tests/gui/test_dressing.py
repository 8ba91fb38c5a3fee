"""Changing theme and language touches only what is seen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tawatur_gui import style, theme
from tawatur_gui.context import Place, Target
from tawatur_gui.window import Window


def test_hidden_pages_wait_with_a_new_theme_until_they_are_shown(window: Window) -> None:
    for place in (Place.ENTITIES, Place.EXPORT):
        window.go(Target(place))
    hidden = window.places._pages[Place.ENTITIES]
    light = style.stylesheet(theme.LIGHT, window.context.settings)
    window.run("command-theme")
    dark = style.stylesheet(theme.DARK, window.context.settings)
    seen = (window.places._pages[Place.EXPORT], window.top, window.rail, window.results)
    assert [part.styleSheet() == dark for part in seen] == [True] * len(seen)
    assert hidden.styleSheet() == light
    window.go(Target(Place.ENTITIES))
    assert hidden.styleSheet() == dark


@pytest.mark.parametrize("command", ["command-language", "command-theme"])
def test_the_application_is_never_dressed_as_a_whole(
    window: Window, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    for name in ("setStyle", "setStyleSheet"):
        monkeypatch.setattr(QApplication, name, lambda *_: pytest.fail("polished everything"))
    window.run(command)
    assert window.top.styleSheet() == style.stylesheet(theme.current(), window.context.settings)
