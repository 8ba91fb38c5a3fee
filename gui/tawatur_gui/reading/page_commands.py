"""The commands of the reading place with their keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tawatur_gui.actions import Command, always

if TYPE_CHECKING:
    from tawatur_gui.reading.page import ReadPage

_USUAL = {0: 256, 2: 312}  # widths of the panes that can be folded
_MARK, _GO, _VIEW = "group-mark", "group-go", "group-page"


def page_commands(page: ReadPage) -> list[Command]:
    """Return everything that can be done on the reading page by key."""
    acts, desk = page.acts, page.desk

    def is_open() -> bool:
        return desk.article is not None

    def has_words() -> bool:
        return desk.writes and (acts.selecting() or acts.item is not None)

    def command(
        code: str,
        keys: tuple[str, ...],
        run: Callable[[], None],
        group: str,
        enabled: Callable[[], bool] = always,
    ) -> Command:
        return Command(f"command-read-{code}", keys, run, enabled, group)

    return [
        command("claim", ("C",), acts.claim, _MARK, acts.selecting),
        command("extend", ("Shift+C",), acts.extend, _MARK, acts.selecting),
        command("move", ("Alt+C",), acts.move, _MARK, acts.selecting),
        command("link", ("E",), acts.link, _MARK, has_words),
        command("mention", ("M",), acts.mention, _MARK, acts.selecting),
        command("alike", ("A",), acts.alike, _MARK, has_words),
        command("note", ("N",), acts.note, _MARK, has_words),
        command("trim", ("T",), acts.trim, _MARK, acts.trimmable),
        command("residue", ("X",), acts.residue, _MARK, acts.selecting),
        command("accept", ("Return",), acts.accept, _MARK, acts.offers_proposal),
        command("remove", ("Delete",), acts.remove, _MARK, acts.removable),
        command("review", ("R",), acts.review, _MARK, acts.disputed),
        command("next", ("J", "Alt+Down"), acts.next_claim, _GO, is_open),
        command("previous", ("K", "Alt+Up"), lambda: acts.next_claim(-1), _GO, is_open),
        command("next-proposal", ("P",), acts.next_offer, _GO, is_open),
        command("previous-proposal", ("Shift+P",), lambda: acts.next_offer(-1), _GO, is_open),
        command("next-article", ("Ctrl+Alt+Down",), lambda: page.library.step(1), _GO),
        command("previous-article", ("Ctrl+Alt+Up",), lambda: page.library.step(-1), _GO),
        command("find", ("Ctrl+F",), page.open_find, _GO, is_open),
        command("find-next", ("F3",), lambda: page.center.finder.step(1), _GO, is_open),
        command("find-previous", ("Shift+F3",), lambda: page.center.finder.step(-1), _GO, is_open),
        command("larger", ("Ctrl+=", "Ctrl++"), lambda: page.zoom(1), _VIEW, is_open),
        command("smaller", ("Ctrl+-",), lambda: page.zoom(-1), _VIEW, is_open),
        command("usual-size", ("Ctrl+0",), lambda: page.zoom(0), _VIEW, is_open),
        command("fold-library", ("F7",), lambda: _fold(page, 0), _VIEW),
        command("fold-inspector", ("F8",), lambda: _fold(page, 2), _VIEW),
        command("leave", ("Esc",), page.leave, _VIEW),
    ]


def _fold(page: ReadPage, number: int) -> None:
    """Fold a pane away, or bring it back at its usual width."""
    panes, sizes = page.panes, page.panes.sizes()
    sizes[number] = 0 if sizes[number] else _USUAL[number]
    panes.setSizes(sizes)
    panes.splitterMoved.emit(0, number)  # so that it is remembered as if dragged
