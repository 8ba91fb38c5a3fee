"""Importing: files are looked over in the background, then shown on a card."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from shiboken6 import isValid

from tawatur_core import gathering
from tawatur_core.errors import TawaturError
from tawatur_core.gathering import Found
from tawatur_core.importers import articles, tables
from tawatur_core.importers.inspection import Choices
from tawatur_core.monitor import Monitor
from tawatur_gui.library.asking import NewProject
from tawatur_gui.library.column_page import TableFile
from tawatur_gui.library.draft import kept
from tawatur_gui.library.found import table_format

if TYPE_CHECKING:
    from tawatur_gui.window import Window


@dataclass(frozen=True, slots=True)
class LookedOver:
    """What a look at files gave: what each holds, and the columns of the tables among them."""

    found: tuple[Found, ...]
    tables: tuple[TableFile, ...] = ()


def import_files(window: Window, files: Sequence[Path]) -> None:
    """Look the files over in the background, then show the card; ask for a project if none is open.

    Folders and archives give what is in them.
    """
    context = window.context
    if context.session is None:
        NewProject(window, lambda: import_files(window, files)).open_asking()
        return

    def work(monitor: Monitor) -> LookedOver:
        found = tuple(gathering.look_over(files, monitor))
        return LookedOver(found, tuple(_tables(found, monitor)))

    def show(looked: LookedOver) -> None:
        if not looked.found:
            context.noticed.emit(context.say("import-nothing"), "failed")
        elif context.session is not None:
            context.jobs.slice(_card(window, looked), lambda _: None)

    context.jobs.run(work, show, label=context.say("import-reading"))


def _card(window: Window, looked: LookedOver) -> Generator[tuple[int, int]]:
    """Make the card and open it, piece by piece: the window answers meanwhile."""
    from tawatur_gui.library.import_sheet import ImportSheet  # noqa: PLC0415 - start time

    yield 0, 0
    sheet = ImportSheet(window, looked)
    try:
        for _ in sheet.opening():
            yield 0, 0
    finally:
        if isValid(sheet) and not sheet.isVisible():  # another project was opened meanwhile
            sheet.deleteLater()


def _tables(found: Sequence[Found], monitor: Monitor) -> list[TableFile]:
    """Return the tables among the files, with their columns."""
    seen: dict[Path, TableFile] = {}
    for one in found:
        form = table_format(one)
        if form is None or one.path in seen:
            continue
        monitor.step(0, 0)
        try:
            archive = one.article.archive if one.article is not None else None
            preview = tables.columns(one.path, form, archive=archive)
        except TawaturError:  # the list of files says why it cannot be read
            continue
        seen[one.path] = TableFile(one.path, form, preview, preview.proposed, archive)
    return list(seen.values())


def read_again(table: TableFile, encoding: str | None = None) -> tuple[TableFile, list[Found]]:
    """Read a table by its columns as they are now, in an encoding where one is given.

    What cannot be read is a refusal in its place.
    """
    choices = Choices(encoding=encoding, format=table.format, columns=table.columns)
    if encoding is not None:  # the names of the columns may be others now
        try:
            preview = tables.columns(
                table.path, table.format, Choices(encoding=encoding), table.archive
            )
        except TawaturError as failure:
            return table, [Found(table.path, error=failure, format=table.format)]
        table = replace(table, preview=preview, columns=preview.proposed)
        choices = replace(choices, columns=preview.proposed)
    looked = articles.look_again_at(table.path, table.archive, choices)
    return table, [Found(one.path, article=one) for one in looked]


def kept_rows(before: Sequence[Found], after: Sequence[Found]) -> list[Found]:
    """Return the rows of a table read again, with what was typed by hand in the same rows."""
    old = {one.article.part: one.article for one in before if one.article is not None}
    return [
        replace(one, article=kept(old[one.article.part], one.article))
        if one.article is not None and one.article.part in old
        else one
        for one in after
    ]
