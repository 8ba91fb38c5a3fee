"""Tables of articles: which column holds what, rows as articles, dates, refusals by row."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import pytest

from tawatur_core.errors import BadFormat, EmptyFile, HasNul, NoTextColumn, TawaturError
from tawatur_core.importers.articles import look_over
from tawatur_core.importers.inspection import Choices, Inspection
from tawatur_core.importers.particulars import day_of, month_stands_first
from tawatur_core.importers.tables import columns, drafts

from .made import FIRST, SECOND, THIRD, xlsx

ARABIC = ["عنوان الخبر", "نص الخبر", "المصدر", "الكاتب", "تاريخ النشر", "الرابط"]
ROWS: list[list[object]] = [
    ["لافروف في وونسان", FIRST, "تاس", "سعيد", "12 يوليو 2025", "https://example.org/1"],
    ["كيم يستقبل", SECOND, "يونهاب", "منى", "13/07/2025", "https://example.org/2"],
    ["زيارة", THIRD, "رويترز", "", "غير معروف", "javascript:x"],
]


def write(folder: Path, name: str, data: str | bytes) -> Path:
    file = folder / name
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return file


def table(rows: Sequence[Sequence[object]], delimiter: str = ",") -> str:
    made = io.StringIO()
    csv.writer(made, delimiter=delimiter).writerows(rows)
    return made.getvalue()


def told(found: list[Inspection]) -> list[tuple[str, ...]]:
    made: list[tuple[str, ...]] = []
    for one in found:
        assert one.draft is not None, one.error
        draft = one.draft
        made.append(
            (draft.title, draft.text, draft.outlet, draft.author, str(draft.published), draft.url)
        )
    return made


WANTED = [
    ("لافروف في وونسان", FIRST, "تاس", "سعيد", "2025-07-12", "https://example.org/1"),
    ("كيم يستقبل", SECOND, "يونهاب", "منى", "2025-07-13", "https://example.org/2"),
    ("زيارة", THIRD, "رويترز", "", "None", ""),
]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp1256", "utf-16"])
def test_csv(tmp_path: Path, delimiter: str, codec: str):
    file = write(tmp_path, "أخبار.csv", table([ARABIC, *ROWS], delimiter).encode(codec))
    found = list(look_over([file]))
    assert told(found) == WANTED
    assert [one.part for one in found] == ["2", "3", "4"]
    assert found[0].how["published"] == "found-column"
    assert [(one.code, one.args["value"]) for one in found[2].findings] == [
        ("finding-date", "غير معروف")
    ]


def test_xlsx(tmp_path: Path):
    pytest.importorskip("openpyxl")
    rows: list[Sequence[object]] = [
        ARABIC,
        *ROWS[:1],
        [*ROWS[1][:4], datetime.fromisoformat("2025-07-13T10:30"), ROWS[1][5]],
        ROWS[2],
    ]
    file = write(tmp_path, "a.xlsx", xlsx(rows))
    assert told(list(look_over([file]))) == WANTED
    two = write(tmp_path, "b.xlsx", xlsx(rows, ["الأولى", "الثانية"]))
    found = list(look_over([two]))
    assert told(found) == WANTED * 2
    assert found[3].part == "الثانية 2"


def test_jsonl_json_and_objects_within(tmp_path: Path):
    records = [
        {"source": {"id": None, "name": row[2]}, "author": row[3], "title": row[0], "url": row[5],
         "publishedAt": f"2025-07-{12 + n}T10:00:00Z", "content": row[1], "tags": ["a", "b"]}
        for n, row in enumerate(ROWS[:2])
    ]  # fmt: skip
    lines = write(tmp_path, "a.jsonl", "\n".join(json.dumps(one) for one in records) + "\n\n")
    assert told(list(look_over([lines]))) == WANTED[:2]
    for whole in (records, {"status": "ok", "articles": records}):
        file = write(tmp_path, "b.json", json.dumps(whole))
        assert told(list(look_over([file]))) == WANTED[:2]


def test_columns_are_known_by_what_they_hold(tmp_path: Path):
    names = ["aa", "bb", "cc", "dd"]
    rows = [[row[5] if n < 2 else "https://example.org/3", row[1], f"{row[0]} اليوم والغد", f"{n + 1}/7/2025"]
            for n, row in enumerate(ROWS)]  # fmt: skip
    rows = [[row[0], str(row[1]) * 2, row[2], row[3]] for row in rows]
    file = write(tmp_path, "a.csv", table([list(names), *rows]))
    shown = columns(file, "csv")
    assert shown.proposed == {"url": "aa", "text": "bb", "title": "cc", "published": "dd"}
    assert set(shown.why.values()) == {"column-by-content"}
    assert [column.name for column in shown.columns] == names
    assert shown.columns[3].cells == ("1/7/2025", "2/7/2025", "3/7/2025")
    assert shown.rows == 3


def test_a_table_without_names_gets_letters(tmp_path: Path):
    rows = [[f"2025-07-{n + 10}", str(row[1]) * 2] for n, row in enumerate(ROWS)]
    file = write(tmp_path, "a.csv", table([list(row) for row in rows]))
    shown = columns(file, "csv")
    assert shown.proposed == {"published": "A", "text": "B"}
    assert len(list(look_over([file]))) == 3


def test_the_analyst_maps_columns(tmp_path: Path):
    file = write(tmp_path, "a.csv", table([["x", "y", "z"], ["قصير", "كذلك", "2025-07-12"]]))
    (refused,) = look_over([file])
    assert isinstance(refused.error, NoTextColumn)
    assert refused.error.detail == "x, y, z"
    (found,) = drafts(file, "csv", {"text": "x", "outlet": "y", "published": "z"})
    assert found.draft is not None
    assert (found.draft.text, found.draft.outlet) == ("قصير", "كذلك")
    assert found.draft.published == date(2025, 7, 12)
    (same,) = look_over([file], Choices(columns={"text": "y"}))
    assert same.draft is not None
    assert same.draft.text == "كذلك"
    with pytest.raises(NoTextColumn):
        drafts(file, "csv", {"title": "x"})


def test_a_row_that_is_wrong_is_refused_by_itself(tmp_path: Path):
    lines = [
        json.dumps({"text": FIRST}),
        '{"text": ',
        "[1, 2]",
        json.dumps({"text": " \n"}),
        json.dumps({"title": "بلا نص"}),
        json.dumps({"text": "نص\0آخر"}),
        '{"text": "\\ud800"}',
        json.dumps({"text": SECOND, "date": 1e999, "title": None, "author": ["أ", "ب", {}]}),
    ]
    found = list(look_over([write(tmp_path, "a.jsonl", "\n".join(lines))]))
    kinds = [type(one.error) for one in found]
    assert kinds == [
        type(None), BadFormat, BadFormat, EmptyFile, EmptyFile, HasNul, BadFormat, type(None),
    ]  # fmt: skip
    assert [one.part for one in found] == [str(n) for n in range(1, 9)]
    assert found[7].draft is not None
    assert found[7].draft.author == "أ، ب"


def test_formulas_are_words_and_names_are_harmless(tmp_path: Path):
    rows: list[list[object]] = [
        ["title", "text", "outlet"],
        ['=HYPERLINK("http://x")', "=cmd|'/c calc'!A1 " + FIRST, "\u202eسات\u0000\u2028"],
    ]
    data = table(rows).replace("\0", "")
    (found,) = look_over([write(tmp_path, "a.csv", data)])
    assert found.draft is not None
    assert found.draft.text.startswith("=cmd|")
    assert found.draft.outlet == "سات"


def test_formulas_in_a_workbook_are_not_worked_out(tmp_path: Path):
    pytest.importorskip("openpyxl")
    rows = [["title", "text"], ["=1+1", FIRST], ["عنوان", "=CONCATENATE(A1,A2)"]]
    found = list(look_over([write(tmp_path, "a.xlsx", xlsx(rows))]))
    assert found[0].draft is not None
    assert found[0].draft.text == FIRST
    assert isinstance(found[1].error, EmptyFile), "never opened in a spreadsheet: no value is kept"


def test_tags_in_cells_are_taken_out(tmp_path: Path):
    text = f"<p>{FIRST}</p><script>alert(1)</script><p>{SECOND}<br>نعم</p>"
    (found,) = look_over([write(tmp_path, "a.jsonl", json.dumps({"body": text}))])
    assert found.draft is not None
    assert found.draft.text == f"{FIRST}\n{SECOND}\nنعم"
    assert [one.code for one in found.findings] == ["finding-tags"]


def test_line_ends_of_cells(tmp_path: Path):
    (found,) = look_over([write(tmp_path, "a.csv", 'text\r\n"أ\r\nب\rت"\r\n')])
    assert found.draft is not None
    assert found.draft.text == "أ\nب\nت"


def test_line_ends_of_an_old_machine(tmp_path: Path):
    found = list(look_over([write(tmp_path, "a.csv", f"title,text\rأ,{FIRST}\rب,{SECOND}\r")]))
    assert [one.draft.text for one in found if one.draft] == [FIRST, SECOND]


def test_a_format_that_is_none(tmp_path: Path):
    (found,) = look_over([write(tmp_path, "a.csv", "x")], Choices(format="doc"))
    assert found.error is not None
    assert found.error.code == "error-unknown-format"


def test_months_may_stand_first():
    assert month_stands_first(["07/12/2025", "07/13/2025"])
    assert not month_stands_first(["07/12/2025", "13/07/2025"])
    assert day_of("07/13/2025", month_first=True) == date(2025, 7, 13)
    assert day_of("07/12/2025") == date(2025, 12, 7)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2025-07-12T23:59:00+03:00", "2025-07-12"),
        ("السبت 12 يوليو/تموز 2025 - 14:30", "2025-07-12"),
        ("12 تموز 2025", "2025-07-12"),
        ("١٢/٧/٢٠٢٥", "2025-07-12"),
        ("17 محرم 1447", "2025-07-12"),
        ("July 12, 2025", "2025-07-12"),
        ("Sat, 12 Jul 2025 10:00:00 GMT", "2025-07-12"),
        ("20250712", "2025-07-12"),
        (datetime.fromisoformat("2025-07-12T23:00"), "2025-07-12"),
        ("يوليو 2025", None),
        ("31/02/2025", None),
        ("أمس", None),
        ("11 يوليو 2025 و12 يوليو 2025", None),
        ("9" * 5000, None),
        (None, None),
        (True, None),
    ],
)
def test_dates(value: object, day: str | None):
    found = day_of(value)
    assert (found.isoformat() if found else None) == day


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.json", "a.xlsx"])
@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"PK\x03\x04", b"\x00" * 50, b"{}", b"[]"])
def test_what_is_no_table_is_refused(tmp_path: Path, name: str, data: bytes):
    (found,) = look_over([write(tmp_path, name, data)])
    assert isinstance(found.error, TawaturError)
