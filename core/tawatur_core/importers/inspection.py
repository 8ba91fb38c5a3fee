"""What a file would become as articles, shown before anything is imported."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tawatur_core.errors import BadFormat, Cancelled, TawaturError
from tawatur_core.importers.limits import open_zip, read_bytes
from tawatur_core.model import DocumentDraft, Provenance
from tawatur_core.plugins import Finding

_TITLE_LENGTH = 90
NO_ENCODING = "encoding-basis-format"  # the file says itself which letters it holds


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a file, or a part of one, would become.

    Exactly one of `draft` and `error` is set. `path` names a file inside an archive as if the
    archive were a folder, and `archive` is then the archive. `part` names the row or chapter where
    a file holds several articles. `basis` is the message id of why this encoding; `alternatives`
    are the encodings the bytes can also be read in. `how` tells of each particular that was found
    (title, outlet, author, url, published) by which message id; `findings` what was left out.
    """

    path: Path
    draft: DocumentDraft | None
    error: TawaturError | None
    encoding: str = ""
    basis: str = ""
    alternatives: tuple[str, ...] = ()
    format: str = "txt"
    part: str = ""
    how: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    archive: Path | None = None

    @property
    def format_name(self) -> str:
        """Return the message id of what the format is called."""
        return f"article-format-{self.format}"


@dataclass(frozen=True, slots=True)
class Choices:
    """What an analyst decided, in place of what the program would decide.

    `columns` name, by particular (`text`, `title`, `outlet`, `author`, `url`, `published`), the
    column of a table it stands in.
    """

    encoding: str | None = None
    format: str | None = None
    columns: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one file, and its name; `charset` is what its wrapping says of the encoding."""

    path: Path
    data: bytes
    charset: str = ""


def source_of(path: Path, archive: Path | None = None) -> Source:
    """Read a file, or one in an archive that `path` names as if the archive were a folder.

    Raises CannotRead, TooLarge, Unsafe, Encrypted, BadFormat.
    """
    if archive is None:
        return Source(path, read_bytes(path))
    with open_zip(archive) as opened:
        return Source(path, opened.read(path.relative_to(archive).as_posix()))


# Reads one file as articles. Raises TawaturError when nothing of it can be read.
ArticleReader = Callable[[Source, Choices], Iterable[Inspection]]


def provenance(source: Source, encoding: str = "", basis: str = NO_ENCODING) -> Provenance:
    """Return where a text came from."""
    digest = hashlib.sha256(source.data).hexdigest()
    return Provenance(source.path.name, digest, encoding, basis)


def title_of(text: str) -> str:
    """Return a title for an untitled text: its first line, cut at a word when it is long."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    if len(line) <= _TITLE_LENGTH:
        return line
    return line[:_TITLE_LENGTH].rsplit(" ", 1)[0].rstrip("،,;؛: ") + "…"


def lf(text: str) -> str:
    """Return a text with LF line ends and without a byte-order mark before it."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


@contextmanager
def foreign(path: Path) -> Iterator[None]:
    """Let a library that reads formats fail on `path` as BadFormat, whatever it raises.

    Broken and hostile files make such libraries raise almost anything.
    """
    try:
        yield
    except (TawaturError, Cancelled):
        raise
    except Exception as failure:
        raise BadFormat(path, f"{type(failure).__name__}: {failure}"[:300]) from failure
