"""Narrowing the queue of a review."""

from __future__ import annotations

from datetime import date

import pytest

from tawatur_core.edit import documents, verdicts
from tawatur_core.model import Choice
from tawatur_core.store.conflict_filter import Wanted, matching, occurring
from tests.core.store.project import Project


def test_nothing_asked_is_no_filter(project: Project):
    assert matching(project.session, Wanted()) is None
    assert Wanted().count == 0
    assert Wanted(outlet="", first=date(2025, 1, 1), last=date(2025, 1, 2)).count == 2


def test_articles_and_outlets(project: Project):
    session, key = project.session, project.conflict.key
    documents.describe(session, project.plain, outlet="سانا")
    for document in (project.plain, project.odd):
        assert key in (matching(session, Wanted(document=document)) or ())
    assert key in (matching(session, Wanted(outlet="سانا")) or ())
    assert matching(session, Wanted(outlet="تاس")) == set()
    assert "سانا" in occurring(session).outlets
    assert {id_ for id_, _ in occurring(session).documents} >= {project.plain, project.odd}


@pytest.mark.parametrize(
    ("first", "last", "there"),
    [
        (date(2025, 7, 1), date(2025, 7, 31), True),
        (date(2025, 7, 12), date(2025, 7, 12), True),
        (date(2025, 7, 13), None, False),
        (None, date(2025, 7, 11), False),
    ],
)
def test_days_of_publication(project: Project, first: date | None, last: date | None, there: bool):
    documents.describe(project.session, project.plain, published=date(2025, 7, 12))
    documents.describe(project.session, project.odd, published=None)
    found = matching(project.session, Wanted(first=first, last=last))
    assert found is not None
    assert (project.conflict.key in found) == there


def test_entities_of_slots_and_pairs_of_names(project: Project):
    session = project.session
    assert project.pair.key in (matching(session, Wanted(entity=project.pair.a)) or ())
    found = matching(session, Wanted(entity=project.kim))
    assert found is not None
    assert project.pair.key not in found


def test_analysts_and_all_together(project: Project):
    session, conflict = project.session, project.conflict
    mine = session.analyst
    assert matching(session, Wanted(analyst="غيره")) == set()
    verdicts.decide(session, conflict, Choice.BOTH_STAND)
    assert conflict.key in (matching(session, Wanted(analyst=mine)) or ())
    assert mine in occurring(session).analysts
    both = Wanted(analyst=mine, document=project.plain)
    assert both.count == 2
    assert conflict.key in (matching(session, both) or ())
    assert matching(session, Wanted(analyst=mine, outlet="تاس")) == set()
