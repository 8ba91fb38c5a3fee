"""How far the work has come, as the bottom bar and the rail tell it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.gui.conflicts.made import make

from tawatur_core.edit import verdicts
from tawatur_core.model import Choice
from tawatur_core.monitor import Silent
from tawatur_gui.bridge import count


@pytest.mark.parametrize("choice", [Choice.BOTH_STAND, Choice.DEFERRED])
def test_only_a_standing_verdict_counts_as_decided(tmp_path: Path, choice: Choice) -> None:
    made = make(tmp_path / "made.tawatur")
    before = count(made.session, Silent())
    verdicts.decide(made.session, made.soldiers, choice)
    after = count(made.session, Silent())
    assert after.decided - before.decided == (choice is Choice.BOTH_STAND)
    assert before.waiting - after.waiting == 1
    assert after.matters == before.matters
    verdicts.reopen(made.session, made.soldiers.key)
    assert count(made.session, Silent()) == before
    made.session.close()


def test_a_pair_of_names_taken_up_again_waits_again(tmp_path: Path) -> None:
    made = make(tmp_path / "made.tawatur")
    assert count(made.session, Silent()).name_groups == 1
    verdicts.decide_entities(made.session, made.pair, Choice.DIFFERENT_ENTITIES)
    assert count(made.session, Silent()).name_groups == 0
    verdicts.reopen(made.session, made.pair.key)
    assert count(made.session, Silent()).name_groups == 1
    made.session.close()
