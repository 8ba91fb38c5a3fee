"""The catalogue of words: complete in both languages, and what the code asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from tawatur_core import errors, paths
from tawatur_core.model import Evidence
from tawatur_core.wording import LANGUAGES, Wording, isolated, wording

ROOT = Path(__file__).parents[2]
CODE = [
    file
    for folder in ("core", "gui", "resources/report")
    for file in sorted((ROOT / folder).rglob("*"))
    if file.suffix in {".py", ".html"}
]
# An id in the code: a literal that looks like one and begins as a known message does.
_LITERAL = re.compile(r"""["']([a-z][a-z0-9]*(?:-[a-z0-9]+)+)["']""")
_PREFIX = re.compile(r"""f["']([a-z][a-z0-9]*(?:-[a-z0-9]+)*-)\{""")
_SUFFIX = re.compile(r"""\}(-[a-z0-9]+(?:-[a-z0-9]+)*)["']""")


class _Names(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.found.add(node.id.name)


def messages(language: str) -> dict[str, tuple[str, frozenset[str]]]:
    """Return every message with its file and the names of its arguments."""
    found: dict[str, tuple[str, frozenset[str]]] = {}
    for file in sorted((paths.resources() / "locale" / language).glob("*.ftl")):
        resource = FluentParser().parse(file.read_text(encoding="utf-8"))
        for entry in resource.body:
            assert not isinstance(entry, ast.Junk), f"{file.name}: {entry.content}"
            if isinstance(entry, ast.Message):
                assert entry.id.name not in found, f"{entry.id.name} stands twice"
                names = _Names()
                names.visit(entry)
                found[entry.id.name] = (file.name, frozenset(names.found))
    return found


def literals() -> Iterator[tuple[str, str]]:
    for file in CODE:
        for name in _LITERAL.findall(file.read_text(encoding="utf-8")):
            yield file.name, name


def test_both_languages_say_the_same_with_the_same_arguments():
    arabic, english = messages("ar"), messages("en")
    assert set(arabic) ^ set(english) == set()
    differing = {name for name in arabic if arabic[name] != english[name]}
    assert differing == set()


def test_every_failure_has_words_that_fit_its_arguments():
    known = messages("en")
    classes = [
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.TawaturError)
    ]
    assert len(classes) > 10
    for kind in classes:
        assert kind.code in known
        names = known[kind.code][1]
        if issubclass(kind, errors.FileError):
            assert names <= {"path", "file", "detail"}
            assert kind is errors.FileError or names & {"path", "file"}


def test_every_message_id_in_the_code_exists():
    known = set(messages("en"))
    heads = {name.split("-")[0] for name in known}
    unknown = {
        (file, name)
        for file, name in literals()
        if name.split("-")[0] in heads & {"cli", "demo", "report", "undo", "error", "evidence"}
        and name not in known
    }
    assert unknown == set()


def test_every_message_is_used():
    text = "\n".join(file.read_text(encoding="utf-8") for file in CODE)
    used = {name for _file, name in literals()}
    used |= {name for name in messages("en") if f'"{name}"' in text}
    prefixes = tuple(set(_PREFIX.findall(text)))
    suffixes = tuple(set(_SUFFIX.findall(text)))
    terms = tuple(f"{name}-" for name in re.findall(r': "([a-z-]+)",', text))
    idle = {
        name
        for name in messages("en")
        if name not in used
        and not (prefixes and name.startswith(prefixes))
        and not (suffixes and name.endswith(suffixes))
        and not name.startswith(terms)
    }
    assert idle == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_message_or_argument_is_told(language: str):
    words = wording(language)
    with pytest.raises(LookupError):
        words.say("no-such-message")
    with pytest.raises(ValueError, match="report-made"):
        words.say("report-made")


def test_inserted_text_is_isolated_for_display_and_plain_elsewhere():
    shown = Wording("ar").say("report-made", day="X")
    assert "\u2066X\u2069" in shown
    assert "\u2066" not in Wording("ar", isolate=False).say("report-made", day="X")


def test_an_isolate_takes_the_direction_of_what_stands_inside():
    inner = isolated("22") + " " + isolated("نوفمبر") + " " + isolated("2026")
    assert isolated(inner).startswith("\u2067")
    assert isolated("file.txt") == "\u2066file.txt\u2069"
    assert isolated("12 ⇄ 3") == "12 ⇄ 3"


def test_days_compared_are_told_in_words():
    apart = Evidence("evidence-when-apart", -0.6, {"a": "2025-07-11 – …", "b": "2025-07-12"})
    told = wording("en", isolate=False).evidence(replace(apart, args={**apart.args, "days": "1"}))
    assert told.endswith("11 July 2025 – … ⇄ 12 July 2025 (days between: 1)")
    quoted = Evidence("evidence-number-same", 0.3, {"a": "2025-07-11", "b": "2025-07-11"})
    assert "2025-07-11" in wording("en").evidence(quoted)


def test_arabic_counts_in_six_forms():
    words = wording("ar")
    forms = {words.say("report-chains", count=n).strip() for n in (0, 1, 2)}
    assert len(forms) == 3


def test_a_code_chooses_its_variant_though_text_is_isolated():
    told = wording("en").say("undo-verdict", choice="both_stand", seen="كيم")
    assert "both stand" in told.lower()


def test_a_small_latin_name_does_not_turn_an_arabic_sentence_round():
    told = wording("ar").say("status-analyst", name="root")
    assert told.endswith("\u2066root\u2069")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_value_however_long_is_said(language: str) -> None:
    told = wording(language).say("error-bad-format", path="/x", file="x", detail="é" * 5000)
    assert "é" * 800 in told
    assert "…" in told


class _Counted(Visitor):
    """The variants of every choice by a number: by words of plural, not by names of kinds."""

    def __init__(self) -> None:
        self.found: list[tuple[str, set[str]]] = []

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        keys = {
            key.name if isinstance(key := one.key, ast.Identifier) else key.value
            for one in node.variants
        }
        plural = keys <= {"zero", "one", "two", "few", "many", "other", "0", "1"}
        if isinstance(node.selector, ast.VariableReference) and plural:
            self.found.append((node.selector.id.name, keys))
        self.generic_visit(node)


@pytest.mark.parametrize(
    ("language", "forms"),
    [("en", {"one", "other"}), ("ar", {"one", "two", "few", "many", "other"})],
)
def test_counts_have_all_forms_of_the_language(language: str, forms: set[str]):
    """Apart from 'none or some' where the number itself is not said, and round millions."""
    lacking = []
    for file in sorted((paths.resources() / "locale" / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            if not isinstance(entry, ast.Message) or entry.id.name.startswith("number-"):
                continue
            counted = _Counted()
            counted.visit(entry)
            lacking += [
                (entry.id.name, name)
                for name, keys in counted.found
                if not forms <= keys and not keys <= {"zero", "0", "other"}
            ]
    assert lacking == []
