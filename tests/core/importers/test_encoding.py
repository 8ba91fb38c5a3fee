"""The decision on the encoding of a text file."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from tawatur_core.errors import EmptyFile, HasNul, NotText, TawaturError, Undecodable
from tawatur_core.importers.articles import look_over
from tawatur_core.importers.encoding import decode
from tawatur_core.importers.inspection import Choices, Inspection, title_of
from tawatur_core.importers.sample import drafts
from tawatur_core.importers.text import read_text

ARTICLE = "قال الوزير إن 10 آلاف جندي وصلوا إلى المدينة، وفق الوكالة.\nوأضاف أن العدد في ازدياد."
HERE = Path("article.txt")


@pytest.mark.parametrize(
    ("data", "encoding", "basis"),
    [
        (ARTICLE.encode(), "utf-8", "encoding-basis-valid"),
        (codecs.BOM_UTF8 + ARTICLE.encode(), "utf-8", "encoding-basis-mark"),
        (codecs.BOM_UTF16_LE + ARTICLE.encode("utf-16-le"), "utf-16-le", "encoding-basis-mark"),
        (codecs.BOM_UTF16_BE + ARTICLE.encode("utf-16-be"), "utf-16-be", "encoding-basis-mark"),
        (ARTICLE.encode("utf-16-le"), "utf-16-le", "encoding-basis-statistics"),
        (ARTICLE.encode("utf-16-be"), "utf-16-be", "encoding-basis-statistics"),
        (ARTICLE.encode("cp1256"), "cp1256", "encoding-basis-statistics"),
        (ARTICLE.encode("iso8859-6"), "iso8859-6", "encoding-basis-statistics"),
    ],
)
def test_each_encoding_is_recognised(data: bytes, encoding: str, basis: str):
    found = decode(data, HERE)
    assert (found.text, found.encoding, found.basis) == (ARTICLE, encoding, basis)


def test_utf8_with_emoji_is_not_taken_for_a_code_page():
    text = "خبر 😀 عاجل 🇾🇪"
    assert decode(text.encode(), HERE).text == text


@pytest.mark.parametrize("codec", ["cp1256", "iso8859-6"])
def test_every_seed_survives_the_code_pages(codec: str):
    for draft in drafts():
        text = draft.text.encode(codec, "ignore").decode(codec)
        assert decode(text.encode(codec), HERE).text == text


@pytest.mark.parametrize(
    ("data", "failure"),
    [
        (b"", EmptyFile),
        (b" \r\n\t\n", EmptyFile),
        (codecs.BOM_UTF8, EmptyFile),
        (b"%PDF-1.7 and so on", NotText),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), NotText),
        (bytes(range(256)) * 4, NotText),
        ("قال\x00الوزير إن الأمر انتهى".encode(), HasNul),
        ("Привет, мир. Это статья.".encode("koi8-r"), Undecodable),
        ("Привет, мир. Это статья.".encode("cp1251"), Undecodable),
        ("Президент провёл переговоры с министром в Москве.".encode("koi8-r"), Undecodable),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x41\x00", Undecodable),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(data: bytes, failure: type[TawaturError]):
    with pytest.raises(failure) as caught:
        decode(data, HERE)
    assert caught.value.args_for_words()["file"] == "article.txt"


def inspect(file: Path, encoding: str | None = None) -> Inspection:
    (found,) = look_over([file], Choices(encoding))
    return found


def test_the_analyst_may_choose(tmp_path: Path):
    file = tmp_path / "a.txt"
    file.write_bytes(ARTICLE.encode("cp1256"))
    shown = inspect(file)
    assert shown.encoding == "cp1256"
    assert {"cp1256"} <= set(shown.alternatives)
    assert "utf-8" not in shown.alternatives
    chosen = inspect(file, "iso8859-6")
    assert chosen.draft is None or chosen.draft.text != ARTICLE
    refused = inspect(file, "utf-8")
    assert isinstance(refused.error, Undecodable)


def test_line_ends_become_lf_and_the_mark_is_not_text(tmp_path: Path):
    file = tmp_path / "a.txt"
    file.write_bytes(codecs.BOM_UTF8 + "أ\r\nب\rت\n".encode())
    assert read_text(file).text == "أ\nب\nت\n"


def test_a_missing_file_is_named(tmp_path: Path):
    shown = inspect(tmp_path / "none.txt")
    assert shown.error is not None
    assert shown.error.code == "error-cannot-read"


def test_long_first_lines_are_cut_at_a_word():
    title = title_of("\n" + "كلمة " * 60)
    assert title.endswith("كلمة…")
    assert len(title) <= 91


@given(st.binary(max_size=400))
def test_any_bytes_give_a_text_or_a_named_refusal(data: bytes):
    try:
        found = decode(data, HERE)
    except TawaturError:
        return
    assert "\x00" not in found.text


@given(st.text(alphabet=st.characters(exclude_characters="\x00", exclude_categories=("Cs", "Cc"))))
def test_utf8_is_always_read_as_it_is(text: str):
    data = text.encode()
    if not text.strip("\ufeff \t\r\n") or not data.strip() or text.startswith("\ufeff"):
        return
    try:
        assert decode(data, HERE).text == text
    except NotText:
        assert text.startswith(("%PDF-", "GIF8", "BZh", "Rar!", "RIFF", "OggS", "ID3"))
