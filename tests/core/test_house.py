"""The rules of the house that a linter does not know."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CORE = sorted((ROOT / "core").rglob("*.py"))
GUI = sorted((ROOT / "gui").rglob("*.py"))
LONGEST_FILE = 400
LONGEST_WINDOW = 300
LONGEST_FUNCTION = 60


def _name(file: Path) -> str:
    return str(file.relative_to(ROOT))


@pytest.mark.parametrize("file", CORE + GUI, ids=_name)
def test_files_are_small(file: Path):
    limit = LONGEST_WINDOW if file.name == "window.py" else LONGEST_FILE
    assert len(file.read_text(encoding="utf-8").splitlines()) <= limit


@pytest.mark.parametrize("file", CORE + GUI, ids=_name)
def test_functions_are_short(file: Path):
    tree = ast.parse(file.read_text(encoding="utf-8"))
    long = {
        node.name: node.end_lineno - node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno > LONGEST_FUNCTION
    }
    assert long == {}


def test_colours_stand_in_the_theme_alone():
    literal = re.compile(r"""["']#[0-9A-Fa-f]{3,8}["']|QColor\(\s*\d""")
    guilty = {
        _name(file)
        for file in GUI
        if file.name != "theme.py" and literal.search(file.read_text(encoding="utf-8"))
    }
    style = ROOT / "resources" / "style.qss"
    if style.exists() and re.search(r"#[0-9A-Fa-f]{6}\b", style.read_text(encoding="utf-8")):
        guilty.add(_name(style))
    assert guilty == set()


def test_the_window_holds_no_sql_and_never_spins_the_event_loop():
    sql = re.compile(r"\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM)\b.*\b(?:FROM|SET|VALUES)\b")
    for file in GUI:
        code = file.read_text(encoding="utf-8")
        assert not sql.search(code), _name(file)
        assert "processEvents" not in code, _name(file)
        assert "import *" not in code, _name(file)


def test_packaging_is_no_package():
    assert not (ROOT / "packaging" / "__init__.py").exists()
