from __future__ import annotations

from datetime import date

from tawatur_core import paths
from tawatur_core.arabic.results import DateFound, Quantity
from tawatur_core.model import Span
from tawatur_core.wording import wording
from tawatur_gui.reading.find_bar import places
from tawatur_gui.reading.values_found import in_words, read_values

TEXT = next(paths.seeds().glob("000*")).read_text(encoding="utf-8")


def test_dates_and_numbers_are_found_by_place():
    values = read_values(TEXT, date(2025, 7, 12))
    at = TEXT.index("10 آلاف")
    found = values.at(at + 1)
    assert isinstance(found, Quantity)
    assert found.low == 10_000
    saturday = values.at(TEXT.index("السبت") + 1)
    assert isinstance(saturday, DateFound)
    assert saturday.first == date(2025, 7, 12)
    assert values.at(TEXT.index("روسيا")) is None


def test_no_number_inside_a_date_is_told_apart():
    values = read_values("وصل في 11 يوليو 2025 مع 20 جنديا", date(2025, 7, 12))
    dates = [one.span for one in values.found if isinstance(one, DateFound)]
    numbers = [one.span for one in values.found if isinstance(one, Quantity)]
    assert len(dates) == 1
    assert len(numbers) == 1
    assert not dates[0].overlaps(numbers[0])


def test_in_words():
    values = read_values("السبت", date(2025, 7, 12))
    arabic, why = in_words(values.found[0], wording("ar", isolate=False))
    english, _ = in_words(values.found[0], wording("en", isolate=False))
    assert arabic == "12 يوليو 2025"
    assert english == "12 July 2025"
    assert why
    since = read_values("منذ 2012", date(2025, 7, 12))
    assert in_words(since.found[0], wording("en"))[1].endswith("what is told began then")
    more = read_values("أكثر من 10 آلاف جندي", None).found[0]
    assert in_words(more, wording("en"), "أكثر من 10 آلاف جندي")[0].startswith("more than")
    unresolved = read_values("السبت", None)
    assert in_words(unresolved.found[0], wording("ar"))[0]


def test_folded_places_are_places_of_the_text():
    from tawatur_core.arabic.fold import fold, fold_text

    text = "قال مُحَمَّدٌ لمحمد: إِنّ أحمد"
    found = places(fold(text), fold_text("محمد"))
    assert [span.of(text) for span in found] == ["مُحَمَّدٌ", "محمد"]
    assert places(fold(text), fold_text("احمد"))[0] == Span(text.index("أحمد"), len(text))
