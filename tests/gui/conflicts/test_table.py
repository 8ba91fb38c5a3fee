"""The table of slots, as seen and as read out."""

from __future__ import annotations

import re

from PySide6.QtCore import QModelIndex, Qt
from tests.gui.conflicts.made import Made

from tawatur_core.edit import claims
from tawatur_core.model import SlotName
from tawatur_core.store import claims as claim_store
from tawatur_gui.conflicts.facts import Facts
from tawatur_gui.conflicts.page import ConflictsPage
from tawatur_gui.conflicts.table import CELL, SlotModel
from tawatur_gui.context import Context, Place, Target


def cells(model: SlotModel, row: int) -> list[str]:
    return [plain(model.index(row, column).data()) for column in range(model.columnCount())]


def plain(text: object) -> str:
    """Return a text without the isolates that keep its parts in order on the screen."""
    return re.sub("[\u2066-\u2069]", "", str(text))


def test_two_sides_with_the_relation_between(made: Made, context: Context):
    model = SlotModel()
    model.show(made.soldiers, Facts(made.session, context.words))
    assert cells(model, 0) == [
        "على ذمة",
        "جهاز الاستخبارات في كوريا الجنوبية",
        "⇄ مختلف",
        "وكالة الأنباء المركزية الكورية الشمالية",
    ]
    assert cells(model, 1) == ["العدد", "أكثر من 10,000 جندي", "= متطابق", "أكثر من 10,000 جندي"]
    assert cells(model, 2)[2] == "≈ متوافق"


def test_three_sides_with_the_relation_last(made: Made, context: Context):
    model = SlotModel()
    model.show(made.dates, Facts(made.session, context.words))
    assert model.columnCount() == 5
    assert cells(model, 0)[4] == "⇄ مختلف"


def test_cells_are_read_out_with_their_column(made: Made, context: Context):
    model = SlotModel()
    model.show(made.soldiers, Facts(made.session, context.words))
    spoken = plain(model.index(0, 3).data(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken.startswith("الرواية ب: ")
    assert "وكالة الأنباء" in spoken


def test_the_evidence_is_the_tooltip(made: Made, context: Context):
    model = SlotModel()
    model.show(made.soldiers, Facts(made.session, context.words))
    assert model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole) == context.say("conflicts-next")


def test_a_row_brings_its_words_forward(page: ConflictsPage, made: Made):
    page.open(Target(Place.CONFLICTS, conflict=made.soldiers.key))
    table = page.review.table
    table.setCurrentIndex(table.model().index(1, 0, QModelIndex()))
    assert [column.article._lit for column in page.review.columns.shown] == [1, 1]


def test_values_of_narrow_columns_share_the_room_evenly(page: ConflictsPage, made: Made):
    page.open(Target(Place.CONFLICTS, conflict=made.soldiers.key))
    table = page.review.table
    named, sign = table.columnWidth(0), table.columnWidth(2)
    table.align((220, 220))
    assert table.columnWidth(1) == (440 - named - sign) // 2
    table.align((600, 600))
    assert table.columnWidth(1) == 600 - named - sign // 2, "under its article"


def test_silence_of_a_side_is_a_dash(made: Made, context: Context):
    facts = Facts(made.session, context.words)
    assert facts.say(None) == "—"


def test_what_is_only_proposed_says_so(made: Made, context: Context):
    model, proposed = SlotModel(), context.say("origin-proposed")
    model.show(made.soldiers, Facts(made.session, context.words))
    assert [model.index(1, column).data(CELL).note for column in range(4)] == [
        *("", proposed, "", proposed)
    ]
    assert model.index(1, 1).data(CELL).tint == "muted"
    assert proposed in model.index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    claim = claim_store.claim(made.session, made.soldiers.claims[0])
    claims.confirm_slot(made.session, claim.slots_named(SlotName.HOW_MANY)[0].id)
    model.show(made.soldiers, Facts(made.session, context.words))
    ours, theirs = (model.index(1, column).data(CELL) for column in (1, 3))
    assert (ours.note, ours.tint) == ("", "ink")
    assert theirs.note == proposed
