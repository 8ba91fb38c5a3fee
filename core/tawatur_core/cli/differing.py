"""What the project holds otherwise than an import, told on the command line."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur_core import told
from tawatur_core.cli.output import Output
from tawatur_core.edit.differences import Difference
from tawatur_core.records import to_json
from tawatur_core.store.session import Reader

_MOST = 20  # differences told one by one to a person; the rest is counted


def tell_differences(
    reader: Reader, differences: Sequence[Difference], output: Output, *, kept: bool
) -> None:
    """List the differences: all of them as JSON, to a person the first ones."""
    names = told.names_of(reader, differences) if differences else {}
    for one in differences if output.as_json else differences[:_MOST]:
        _tell(one, names, output)
    rest = len(differences) - _MOST
    if rest > 0 and not output.as_json:
        output.note(output.say("cli-more-differences", count=rest))
    if differences and kept:
        output.note(output.say("cli-kept-ours", count=len(differences)))


def _tell(one: Difference, names: dict[str, str], output: Output) -> None:
    words = output.words
    args = {"kind": told.kind(one, words), "title": told.title(one.there, words)}
    rows = told.rows(one, words, names)
    lines = [
        output.say("cli-differs", **args, field=row.field, here=row.here, there=row.there)
        for row in rows
    ] or [output.say("cli-removed-here", **args)]
    record = {
        "differs": one.id,
        "kind": type(one.there).__name__.lower(),
        "removed": one.here is None,
        "fields": {name: _pair(one, name) for name in one.fields},
    }
    if output.as_json:
        output.answer(record, "")
    else:
        output.note("\n".join(lines))


def _pair(one: Difference, name: str) -> list[object]:
    return [to_json(getattr(one.here, name)), to_json(getattr(one.there, name))]
