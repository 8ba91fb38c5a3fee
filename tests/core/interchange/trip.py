"""One round trip through a format."""

from __future__ import annotations

from pathlib import Path

from tawatur_core import exchange
from tawatur_core.edit.restore import restore
from tawatur_core.exchange import Scope
from tawatur_core.exporters.registry import format_named
from tawatur_core.importers import registry
from tawatur_core.monitor import Silent
from tawatur_core.plugins import Corpus
from tawatur_core.store.session import Session

from .content import content


def assert_round_trip(session: Session, name: str, folder: Path, file: str | None = None) -> None:
    """Export, import into a new project, and compare: equal but for the declared losses.

    A loss that counts something must be a real one: without it the two must differ.
    """
    exporter = format_named(name)
    written = folder / (file or f"trip{exporter.suffix}")
    done = exchange.export(session, name, written)
    recognised = registry.importer_of(written)
    assert recognised is not None
    assert recognised.name == name
    incoming = recognised.read(written, Silent())
    assert not incoming.findings
    assert not incoming.marked
    target = Session.create(folder / f"{name}.tawatur", analyst="م.ع", title="عودة")
    try:
        restore(target, incoming.restored)
        before, after = exchange.corpus_of(session, Scope()), exchange.corpus_of(target, Scope())
        _same(before, after, name, {lost.code for lost in done.lost if lost.count})
    finally:
        target.close()


def _same(before: Corpus, after: Corpus, name: str, counted: set[str]) -> None:
    losses = format_named(name).losses
    wanted, found = content(before, losses), content(after, losses)
    assert wanted.keys() == found.keys()
    for kind in wanted:
        assert found[kind] == wanted[kind], kind
    for loss in losses:
        if loss.code in counted and _concerns_compared(loss.code):
            rest = [other for other in losses if other is not loss]
            assert content(before, rest) != content(after, rest), f"{loss.code} is not lost"


def _concerns_compared(code: str) -> bool:
    derived = {"loss-groups", "loss-conflicts", "loss-comparisons", "loss-reasons"}
    # what is derived is found again from the claims; what is only shown otherwise comes back
    return code not in {*derived, "loss-controls-shown"}
