"""What concerns every article is done without holding the window up."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tawatur_core.store import documents, proposals
from tawatur_gui import bridge
from tawatur_gui.context import Context
from tawatur_gui.window import Window

Settled = Callable[[Context], None]


@pytest.mark.parametrize("limit", [0, None])
def test_accepting_everything_is_sliced_in_a_large_project(
    window: Window, settled: Settled, monkeypatch: pytest.MonkeyPatch, limit: int | None
) -> None:
    session = window.context.session
    assert session is not None
    ids = documents.document_ids(session)
    window.bridge.suggest(ids)
    assert proposals.open_keys(session) == []  # neither found nor stored at once
    settled(window.context)
    offered = len(proposals.open_keys(session))
    assert offered > 100
    if limit is not None:
        monkeypatch.setattr(bridge, "_ONE_STEP", limit)
    before = session.revision
    window.run("command-accept-all")
    sliced = limit is not None  # the sample corpus itself is accepted in one step
    assert (session.revision == before) == sliced
    settled(window.context)
    assert proposals.open_keys(session) == []
    session.undo()
    back = len(proposals.open_keys(session))
    assert back == offered if not sliced else 0 < back < offered


def test_closing_the_project_ends_the_slices(window: Window, settled: Settled) -> None:
    session = window.context.session
    assert session is not None
    window.bridge.suggest(documents.document_ids(session))
    settled(window.context)
    window.bridge.accept_all()
    window.run("command-close")
    settled(window.context)
    assert window.context.session is None
    assert window.context.jobs.running == []
