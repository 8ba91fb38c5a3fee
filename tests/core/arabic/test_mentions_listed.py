"""Names of the bundled lists in their surroundings: surnames, longer names, bodies of rulers."""

from __future__ import annotations

import pytest

from tawatur_core.arabic import find_mentions
from tawatur_core.arabic.results import MentionFound
from tawatur_core.model import EntityKind, MentionRole


def found(text: str) -> dict[str, MentionFound]:
    return {m.span.of(text): m for m in find_mentions(text)}


def test_a_surname_that_is_a_word_needs_a_verb_of_saying() -> None:
    assert "عنان" in found("وقال عنان إن المحادثات ستستمر.")
    assert "عنان" not in found("أمسك الفارس عنان الفرس بقوة.")


def test_a_surname_that_anybody_may_bear_is_not_tied_to_the_famous_one() -> None:
    assert found("وأكد محفوظ أن الرواية انتهت.")["محفوظ"].name == "محفوظ"


def test_a_listed_surname_of_one_bearer_is_tied() -> None:
    lavrov = found("وصل لافروف إلى القاهرة.")["لافروف"]
    assert (lavrov.role, lavrov.name) == (MentionRole.SHORT, "سيرغي لافروف")


def test_a_listed_name_within_a_longer_one_gives_way() -> None:
    got = found("استقبل الأمير عبد الرحمن بن نايف بن عبد العزيز الضيوف.")
    assert "عبد الرحمن بن نايف بن عبد العزيز" in got


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("تقلع من مطار الملك عبدالعزيز إلى عمان", "مطار الملك عبدالعزيز", EntityKind.PLACE),
        ("في مستشفى الأمير سلطان أمس", "مستشفى الأمير سلطان", EntityKind.ORGANISATION),
        ("فاز بكأس الملك فهد للقارات", "كأس الملك فهد", EntityKind.EVENT),
        ("سفن تعبر قناة السويس يوميا", "قناة السويس", EntityKind.PLACE),
    ],
)
def test_what_is_named_after_a_ruler_or_place(text: str, name: str, kind: EntityKind) -> None:
    assert found(text)[name].kind is kind


def test_god_after_a_given_name_belongs_to_the_name() -> None:
    assert "محمد ضيف الله" in found("وقال الدكتور محمد ضيف الله أمس.")


def test_the_plural_of_a_loanword_is_no_name() -> None:
    assert "أوبريتات" not in found("إيقاف الاحتفالات من أوبريتات ورقصات شعبية.")
