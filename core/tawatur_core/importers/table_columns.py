"""Which column of a table holds what: told by its name, then by what stands in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from tawatur_core.importers.particulars import day_of, web_address
from tawatur_core.importers.table_rows import Row, folded_name

PARTICULARS = ("text", "title", "outlet", "author", "url", "published")
LOOKED_AT = 200  # rows
_SHOWN = 8  # rows
_CELL = 120  # code points

# Names of columns, folded, the surest first: the program's own, feeds, crawlers, newsrooms' sheets.
_NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        "text", "body", "content", "article text", "full text", "fulltext", "maintext", "main text",
        "article body", "news text", "story", "article", "raw text", "cleaned text", "النص", "نص",
        "متن", "المتن", "نص الخبر", "نص المقال", "متن الخبر", "المحتوي", "محتوي", "محتوي الخبر",
        "المقال", "الخبر", "التفاصيل", "تفاصيل الخبر", "description", "summary",
    ),
    "title": (
        "title", "headline", "heading", "article title", "news title", "subject", "العنوان",
        "عنوان", "عنوان الخبر", "عنوان المقال", "العنوان الرييسي", "المانشيت",
    ),
    "outlet": (
        "outlet", "source name", "site name", "sitename", "publisher", "publication", "newspaper",
        "media", "media outlet", "channel", "source", "site", "website", "domain", "source domain",
        "المصدر", "مصدر", "اسم المصدر", "مصدر الخبر", "الصحيفه", "الموقع", "الوسيله",
        "الوسيله الاعلاميه", "الجريده", "القناه", "الناشر", "جهه النشر",
    ),
    "author": (
        "author", "authors", "byline", "writer", "reporter", "journalist", "creator", "dc creator",
        "الكاتب", "كاتب", "اسم الكاتب", "كاتب المقال", "الموءلف", "المولف", "المحرر", "الصحفي",
        "المراسل",
    ),
    "url": (
        "url", "link", "href", "permalink", "article url", "source url", "web url", "uri", "الرابط",
        "رابط", "رابط الخبر", "رابط المقال", "عنوان الصفحه",
    ),
    "published": (
        "published", "date published", "published at", "publish date", "publication date",
        "pubdate", "pub date", "published date", "date", "datetime", "date time", "article date",
        "timestamp", "time", "created at", "created", "التاريخ", "تاريخ", "تاريخ النشر",
        "تاريخ الخبر", "تاريخ المقال", "يوم النشر",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """A column as the mapping shows it: its name, its cells in the first rows, how many are filled.

    A cell is shortened, and empty where its row has none.
    """

    name: str
    cells: tuple[str, ...]
    filled: int


@dataclass(frozen=True, slots=True)
class Preview:
    """The columns of a table and what each is proposed to hold.

    `proposed` names the column of each particular that was recognised, `why` the message id of the
    reason (its name, its content). `rows` is how many rows were looked at.
    """

    columns: tuple[Column, ...]
    rows: int
    proposed: Mapping[str, str]
    why: Mapping[str, str] = field(default_factory=dict)


def preview(rows: Iterable[Row]) -> Preview:
    """Look at some rows of a table and propose which column holds what."""
    sound = [row for row in rows if row.error is None]
    cells: dict[str, list[object]] = {}
    for row in sound:
        for name, cell in row.cells.items():
            cells.setdefault(name, []).append(cell)
    columns = tuple(_column(name, sound) for name in cells)
    proposed = _by_name(cells)
    why = dict.fromkeys(proposed, "column-by-name")
    for particular, name in _by_content(cells, set(proposed.values())).items():
        if particular not in proposed:
            proposed[particular] = name
            why[particular] = "column-by-content"
    return Preview(columns, len(sound), proposed, why)


def _column(name: str, rows: Sequence[Row]) -> Column:
    values = [row.cells.get(name) for row in rows]
    filled = sum(value not in (None, "") for value in values)
    return Column(name, tuple(_shortened(value) for value in values[:_SHOWN]), filled)


def _shortened(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())[:_CELL]


def _by_name(cells: Mapping[str, Sequence[object]]) -> dict[str, str]:
    folded = {folded_name(name): name for name in reversed(list(cells)) if any(cells[name])}
    proposed: dict[str, str] = {}
    for particular, names in _NAMES.items():
        for known in names:
            name = folded.get(known)
            if name is not None and name not in proposed.values():
                proposed[particular] = name
                break
    return proposed


def _by_content(cells: Mapping[str, Sequence[object]], taken: set[str]) -> dict[str, str]:
    """Tell the column of addresses, of days, of long texts, and of one-line titles."""
    told = {
        name: [value for value in values if value not in (None, "")]
        for name, values in cells.items()
        if name not in taken
    }
    free = {name: values for name, values in told.items() if values}
    found: dict[str, str] = {}

    def take(particular: str, names: Sequence[str]) -> None:
        if names:
            found[particular] = names[0]
            free.pop(names[0])

    take("url", [name for name, values in free.items() if _mostly(values, _is_address)])
    take("published", [name for name, values in free.items() if _mostly(values, _is_day)])
    length = {name: median(len(str(value)) for value in values) for name, values in free.items()}
    longest = sorted(free, key=lambda name: -length[name])
    take("text", [name for name in longest if length[name] >= 200])
    spoken = [name for name in longest if name in free and 15 <= length[name] < 200]
    take("title", [name for name in spoken if len(set(map(str, free[name]))) > len(free[name]) / 2])
    return found


def _mostly(values: Sequence[object], holds: object) -> bool:
    assert callable(holds)
    seen = values[:40]
    return sum(bool(holds(value)) for value in seen) >= 0.8 * len(seen)


def _is_address(value: object) -> bool:
    return isinstance(value, str) and bool(web_address(value))


def _is_day(value: object) -> bool:
    short = not isinstance(value, str) or len(value) < 60
    return short and day_of(value) is not None
