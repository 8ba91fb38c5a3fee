"""PDF: the order of speech whatever the order in the file, paragraphs, edges, refusals."""

from __future__ import annotations

import io
import tracemalloc
import zlib
from pathlib import Path

import pytest

from tawatur_core.errors import (
    BadFormat,
    EmptyFile,
    Encrypted,
    Garbled,
    Scanned,
    TawaturError,
    TooLarge,
)
from tawatur_core.importers.articles import look_over
from tawatur_core.importers.inspection import Inspection
from tawatur_core.importers.limits import MB
from tawatur_core.importers.pdf_glyphs import Glyph
from tawatur_core.importers.pdf_lines import lines_of, turn_brackets, turned_brackets

from .made import Piece, _file, pdf, seen

pytest.importorskip("pypdfium2")


def read(folder: Path, data: bytes) -> Inspection:
    file = folder / "خبر.pdf"
    file.write_bytes(data)
    (found,) = look_over([file])
    assert found.format == "pdf"
    return found


def text(folder: Path, data: bytes) -> str:
    draft = read(folder, data).draft
    assert draft is not None
    return draft.text


def refused(folder: Path, data: bytes) -> TawaturError:
    error = read(folder, data).error
    assert error is not None
    return error


WORDS = "قال لافروف إن روسيا تحذر"


def test_text_in_the_order_of_the_eye_is_turned(tmp_path: Path):
    assert text(tmp_path, pdf([[seen(WORDS, 550, 700)]])) == WORDS


def test_text_in_the_order_of_speech_is_kept(tmp_path: Path):
    assert text(tmp_path, pdf([[Piece(WORDS, 540, 700, back=True)]])) == WORDS


def test_words_in_any_order_are_put_where_they_stand(tmp_path: Path):
    parts, right = [], 550.0
    for word in WORDS.split():
        parts.append(seen(word, right, 700))
        right -= len(word) * 6 + 6
    assert text(tmp_path, pdf([[*parts[::2], *parts[1::2]]])) == WORDS


@pytest.mark.parametrize(
    "line",
    [
        "أرسلت 10,000 جندي في 12/07/2025 أي 3.5%",
        "نقلت CNN عن Wall Street Journal قولها",
        "الطائرة F16 من طراز MiG-29 أقلعت",
        "قال (الوزير) إن «الأمر» انتهى [هنا]",
        "أرسلت ١٠٬٠٠٠ جندي",
    ],
)
def test_numbers_latin_and_brackets_in_arabic(tmp_path: Path, line: str):
    assert text(tmp_path, pdf([[seen(shown(line), 580, 700)]])) == line


def shown(line: str) -> str:
    """Return a line so that turning it round whole gives what a page shows, from the left."""
    import re

    def turned(found: re.Match[str]) -> str:
        return found[0][::-1]

    latin = r"[A-Za-z][A-Za-z0-9 -]*[A-Za-z0-9]|[0-9٠-٩][0-9٠-٩.,/٬]*"
    mirror = str.maketrans("()[]«»", ")(][»«")
    return re.sub(latin, turned, line).translate(mirror)


def test_brackets_given_by_meaning_are_kept(tmp_path: Path):
    line = "قال (الوزير) إن «الأمر» انتهى"
    assert text(tmp_path, pdf([[seen(line, 580, 700)]])) == line


def test_brackets_within_latin_are_never_turned():
    letters = "قال (X (y) z) نعم"
    seen_line = [
        Glyph(char, 500 - 6 * n, 506 - 6 * n, 700, 12, n) for n, char in enumerate(letters)
    ]
    (line,) = lines_of(seen_line, 0)
    assert turned_brackets([line]) == frozenset()
    assert turn_brackets(line, frozenset("(")).text.count("(") == 2


def test_an_arabic_name_in_a_latin_line(tmp_path: Path):
    line = "The minister قال لافروف said so today"
    seen_line = line.replace("قال لافروف", "قال لافروف"[::-1])
    assert text(tmp_path, pdf([[Piece(seen_line, 50, 700)]])) == line


def test_presentation_forms_become_letters(tmp_path: Path):
    forms = "\ufedf\ufe8e\ufed3\ufeae\ufeed\ufed1 \ufefb"  # لافروف لا
    assert text(tmp_path, pdf([[seen(forms, 550, 700)]])) == "لافروف لا"


def test_lines_become_paragraphs(tmp_path: Path):
    long, other = ("كلمة " * 15).strip(), ("عبارة " * 12).strip()
    lines = [
        seen(long, 550, 700),
        seen("تنتهي هنا.", 550, 684),
        seen(other, 550, 668),
        seen("وهذه بعدها", 550, 652),
        seen("فقرة بعيدة", 550, 600),
    ]
    got = text(tmp_path, pdf([lines])).split("\n")
    assert got == [
        f"{long} تنتهي هنا.",
        f"{other} وهذه بعدها",
        "فقرة بعيدة",
    ]


def test_columns_are_read_one_after_the_other(tmp_path: Path):
    right = [seen(f"يمين {'سطر ' * 6}{n}", 580, 700 - 16 * n) for n in range(4)]
    left = [seen(f"يسار {'سطر ' * 6}{n}", 280, 700 - 16 * n) for n in range(4)]
    words = text(tmp_path, pdf([[*right, *left]])).split()
    assert words.index("يسار") > 3 * 8
    assert [word for word in words if word in ("يمين", "يسار")] == ["يمين"] * 4 + ["يسار"] * 4


def test_what_repeats_at_the_edges_is_residue(tmp_path: Path):
    pages = [
        [
            seen("جريدة الأخبار - العدد 77", 550, 780),
            seen(f"الفقرة {words} من المقال", 550, 700),
            seen(f"صفحة {n}", 300, 20),
            *([seen("77", 500, 765 - 20 * n)] if n > 1 else []),  # a number of the article
        ]
        for n, words in enumerate(("الأولى", "الثانية", "الثالثة"), 1)
    ]
    draft = read(tmp_path, pdf(pages)).draft
    assert draft is not None
    marked = [span.of(draft.text) for span in draft.residue]
    assert marked[0] == "جريدة الأخبار - العدد 77"
    assert marked[1] == "صفحة 1\nجريدة الأخبار - العدد 77"
    assert marked[-1] == "صفحة 3"
    assert not any("الفقرة" in words or words == "77" for words in marked)


def test_a_file_of_pictures_is_named_and_refused(tmp_path: Path):
    error = refused(tmp_path, pdf([[], []], picture=True))
    assert isinstance(error, Scanned)
    assert error.detail == "1، 2"
    assert isinstance(refused(tmp_path, pdf([[]])), EmptyFile)


def test_pages_that_are_pictures_are_named(tmp_path: Path):
    found = read(tmp_path, pdf([[seen(WORDS, 550, 700)], []], picture=True))
    assert found.draft is not None
    assert [(one.code, one.args["pages"]) for one in found.findings] == [
        ("finding-picture-pages", "2")
    ]


def test_letters_without_meaning_are_counted_or_refused(tmp_path: Path):
    found = read(tmp_path, pdf([[seen(WORDS, 550, 700)]], unmapped="ت"))
    assert found.draft is not None
    assert found.draft.text == WORDS.replace("ت", "\ufffd")
    assert [one.code for one in found.findings] == ["finding-lost-letters"]
    assert isinstance(
        refused(tmp_path, pdf([[seen(WORDS, 550, 700)]], unmapped="قلافروسيا")), Garbled
    )


def test_properties_are_used_when_they_say_something(tmp_path: Path):
    found = read(tmp_path, pdf([[seen(WORDS, 550, 700)]], info="عنوان من الخصائص"))
    assert found.draft is not None
    assert (found.draft.title, found.how) == ("عنوان من الخصائص", {"title": "found-properties"})
    plain = read(tmp_path, pdf([[seen(WORDS, 550, 700)]], info="Microsoft Word - a.docx"))
    assert plain.draft is not None
    assert plain.draft.title == WORDS


def test_a_password_is_named(tmp_path: Path):
    pypdf = pytest.importorskip("pypdf")
    writer = pypdf.PdfWriter(io.BytesIO(pdf([[seen(WORDS, 550, 700)]])))
    writer.encrypt("سر", algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    assert isinstance(refused(tmp_path, made.getvalue()), Encrypted)


def bomb(filters: int, size: int, picture: bytes = b"") -> bytes:
    data = bytes(size)
    for _ in range(filters):
        data = zlib.compress(data, 9)
    names = b"/FlateDecode" * filters
    return _file(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>",
            b"<<%b/Filter[%b]/Length %d>>stream\n%b\nendstream" % (picture, names, len(data), data),
        ],
        b"/Root 1 0 R",
    )


@pytest.mark.parametrize("filters", [1, 2, 3])
def test_bombs_are_refused_before_they_are_unpacked(tmp_path: Path, filters: int):
    data = bomb(filters, 80 * MB)
    tracemalloc.start()
    assert isinstance(refused(tmp_path, data), TooLarge)
    assert tracemalloc.get_traced_memory()[1] < 16 * MB
    tracemalloc.stop()


def test_a_large_picture_is_no_bomb(tmp_path: Path):
    error = refused(tmp_path, bomb(1, 80 * MB, b"/Type/XObject/Subtype/Image"))
    assert isinstance(error, EmptyFile)


def test_a_cut_off_file_is_refused_or_read_whole(tmp_path: Path):
    data = pdf([[seen(WORDS, 550, 700)]])
    for cut in range(20, len(data) - 20, 97):
        file = tmp_path / "cut.pdf"
        file.write_bytes(data[:cut])
        (found,) = look_over([file])
        if found.error is None:
            assert found.draft is not None
            assert found.draft.text == WORDS
        else:
            assert isinstance(found.error, BadFormat | EmptyFile | Garbled)
