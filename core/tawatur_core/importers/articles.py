"""Articles from files, folders and archives: the one way in for the window and the command line.

Each file is read by the reader that fits its content, or its name where the content does not tell.
Whatever cannot be read comes back as an inspection with its error: nothing is passed over silently.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from tawatur_core.errors import CannotRead, NotArticles, TawaturError, Unsafe
from tawatur_core.importers.formats import SUFFIXES, Format, format_named, format_of, is_archive
from tawatur_core.importers.inspection import Choices, Inspection, Source, source_of
from tawatur_core.importers.limits import open_zip, read_bytes
from tawatur_core.importers.particulars import plain, turns
from tawatur_core.model import DocumentDraft
from tawatur_core.monitor import Monitor, Silent
from tawatur_core.plugins import Finding
from tawatur_core.wording import Wording

_NAMED = 5  # how many files that were passed over are named


@dataclass(frozen=True, slots=True)
class _Listed:
    """A file that is to be read, or a refusal that stands in its place."""

    path: Path
    refused: TawaturError | None = None


def look_over(
    paths: Sequence[Path], choices: Choices | None = None, monitor: Monitor | None = None
) -> Iterator[Inspection]:
    """Yield what the files, folders and archives would become, in order, one article each.

    Raises Cancelled only; what cannot be read is an inspection with an error.
    """
    watching = monitor or Silent()
    listed = list(_listed(paths))
    for done, one in enumerate(listed):
        watching.step(done, len(listed))
        if one.refused is not None:
            yield Inspection(one.path, None, one.refused)
            continue
        for found in _file(one.path, choices or Choices(), watching):
            yield _bare(found)
    watching.step(len(listed), len(listed))


def look_again(one: Inspection, choices: Choices) -> list[Inspection]:
    """Return the inspections of the same file, read as `choices` say."""
    return look_again_at(one.path, one.archive, choices)


def look_again_at(path: Path, archive: Path | None, choices: Choices) -> list[Inspection]:
    """Return the inspections of a file, or of one in an archive, read as `choices` say."""
    if archive is None:
        return list(_file(path, choices, Silent()))
    try:
        source = source_of(path, archive)
    except TawaturError as error:
        return [Inspection(path, None, error, archive=archive)]
    return [replace(found, archive=archive) for found in _read(source, choices)]


def draft_of(one: Inspection, words: Wording) -> DocumentDraft | None:
    """Return the draft, with the words of how its date was found as the date's basis."""
    draft = one.draft
    how = one.how.get("published")
    if draft is None or draft.published is None or draft.published_basis or how is None:
        return draft
    return replace(draft, published_basis=words.say(how))


def _file(path: Path, choices: Choices, monitor: Monitor) -> Iterator[Inspection]:
    try:
        if path.is_file() and choices.format is None and is_archive(path):
            yield from _archive(path, choices, monitor)
            return
        source = Source(path, read_bytes(path))
    except TawaturError as error:
        yield Inspection(path, None, error)
        return
    yield from _read(source, choices)


def _read(source: Source, choices: Choices) -> list[Inspection]:
    """Read one file; when an error is met while it is read, nothing else of it is taken."""
    form: Format | None = None
    try:
        form = format_named(choices.format) if choices.format else format_of(source)
        return [_harmless(replace(one, format=form.name)) for one in form.read(source, choices)]
    except TawaturError as error:
        name = form.name if form else "txt"
        return [Inspection(source.path, None, error, choices.encoding or "", format=name)]


def _archive(path: Path, choices: Choices, monitor: Monitor) -> Iterator[Inspection]:
    with open_zip(path) as archive:
        names = [name for name in archive.names if not _hidden(name)]
        wanted = [name for name in names if PurePosixPath(name).suffix.lower() in SUFFIXES]
        for name in wanted:
            monitor.step(0, 0)
            try:
                source = Source(path / name, archive.read(name))
                if is_archive(source.path, source.data):
                    raise Unsafe(source.path, path.name)  # an archive in an archive
            except TawaturError as error:
                yield Inspection(path / name, None, error, archive=path)
                continue
            for found in _read(source, choices):
                yield replace(found, archive=path)
        others = sorted(set(names) - set(wanted))
    if others or not names:
        yield Inspection(path, None, NotArticles(path, _told(others)))


def _listed(paths: Iterable[Path]) -> Iterator[_Listed]:
    seen: set[Path] = set()
    for path in paths:
        for one in _walk(path) if path.is_dir() else [_Listed(path)]:
            if one.path not in seen:
                seen.add(one.path)
                yield one


def _walk(folder: Path) -> Iterator[_Listed]:
    """Yield the files under a folder in order; a link that leaves it is refused, not followed."""
    root = folder.resolve()
    others: list[str] = []
    broken: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=broken.append):
        kept = set(folders) - {f"{Path(file).stem}_files" for file in files}  # of a saved page
        folders[:] = sorted(name for name in kept if not _hidden(name))
        for name in sorted(files):
            path = Path(place, name)
            if _hidden(name):
                continue
            if path.is_symlink() and not path.resolve().is_relative_to(root):
                yield _Listed(path, Unsafe(path, str(path.readlink())))
            elif path.suffix.lower() in SUFFIXES:
                yield _Listed(path)
            else:
                others.append(path.relative_to(folder).as_posix())
    for failure in broken:
        where = Path(failure.filename or folder)
        yield _Listed(where, CannotRead(where, failure.strerror or ""))
    if others:
        yield _Listed(folder, NotArticles(folder, _told(others)))


def _hidden(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return any(part.startswith(".") or part == "__MACOSX" for part in parts) or parts[-1:] in (
        ("Thumbs.db",),
        ("desktop.ini",),
    )


def _told(names: Sequence[str]) -> str:
    shown = ", ".join(plain(name) for name in names[:_NAMED])
    return f"{len(names)}: {shown}…" if len(names) > _NAMED else f"{len(names)}: {shown}"


def _bare(found: Inspection) -> Inspection:
    """Let go of what an error was raised from: its frames would hold the bytes of every file."""
    if found.error is not None:
        found.error.__traceback__ = found.error.__cause__ = found.error.__context__ = None
    return found


def _harmless(found: Inspection) -> Inspection:
    """Take controls that turn text round out of names; the text itself keeps its own."""
    draft = found.draft
    if draft is None:
        return found
    names = {
        "title": draft.title,
        "outlet": draft.outlet,
        "author": draft.author,
        "file_name": draft.provenance.file_name,
    }
    where = found.part or plain(found.path.name)
    findings = tuple(
        Finding("finding-turning-name", where, {"name": plain(value)})
        for value in names.values()
        if turns(value)
    )
    origin = replace(draft.provenance, file_name=plain(draft.provenance.file_name))
    draft = replace(
        draft,
        title=plain(draft.title),
        outlet=plain(draft.outlet),
        author=plain(draft.author),
        provenance=origin,
    )
    return replace(found, draft=draft, findings=(*found.findings, *findings))
