"""Commands and their keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from tawatur_gui.actions import Command, bind, mirror_keys, sequences


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("C", "ؤ"),
        ("Ctrl+K", "Ctrl+ن"),
        ("Ctrl+Shift+Z", "Ctrl+Shift+ئ"),
        ("3", "٣"),
        ("b", "\ufefb"),
        ("F1", None),
        ("Ctrl+Return", None),
    ],
)
def test_arabic_keyboard(latin: str, arabic: str | None) -> None:
    assert mirror_keys(latin) == arabic


def test_every_latin_letter_has_its_own_twin() -> None:
    twins = {mirror_keys(letter) for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"}
    assert len(twins) == 36
    assert None not in twins


def test_sequences_hold_both_keyboards(app: QApplication) -> None:
    command = Command("undo", ("Ctrl+Z", "F5"), lambda: None)
    assert sequences(command) == [
        QKeySequence("Ctrl+Z"),
        QKeySequence("F5"),
        QKeySequence("Ctrl+ئ"),
    ]


def test_keys_reach_the_command_on_either_keyboard(app: QApplication) -> None:
    called: list[str] = []
    page, other = QWidget(), QLineEdit()
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    QVBoxLayout(page).addWidget(other)
    bind(page, [Command("undo", ("C",), lambda: called.append("c"))])
    page.show()
    QTest.qWaitForWindowExposed(page)
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_C)
    assert called == ["c"]
    QTest.keyClick(page, Qt.Key(0x0624))  # waw with hamza, where C is
    assert called == ["c", "c"]
    other.setFocus()
    QTest.keyClick(other, Qt.Key.Key_C)
    assert called == ["c", "c"]
    assert other.text() == "c"
    page.close()


def test_a_disabled_command_does_nothing() -> None:
    called: list[int] = []
    Command("undo", (), lambda: called.append(1), lambda: False).call()
    assert called == []
    Command("undo", (), lambda: called.append(1)).call()
    assert called == [1]
