"""One class per kind of failure, carrying data. Words for them stand in the wording catalogue.

`TawaturError` is the world's fault (a file, a lock, a format); anything else is our bug. The
message id of a class is `code`, and `args()` gives the values its message shows.
"""

from __future__ import annotations

from pathlib import Path


class Cancelled(Exception):
    """The user cancelled the work."""


class TawaturError(Exception):
    """Base of every failure a user can do something about."""

    code = "error-unknown"

    def args_for_words(self) -> dict[str, str]:
        """Return the values for the message, by name."""
        return {}

    def __str__(self) -> str:
        shown = ", ".join(f"{k}={v}" for k, v in self.args_for_words().items())
        return f"{self.code} ({shown})" if shown else self.code


class FileError(TawaturError):
    """A failure that concerns one file."""

    code = "error-file"

    def __init__(self, path: Path | str, detail: str = "") -> None:
        super().__init__(str(path), detail)
        self.path = Path(path)
        self.detail = detail

    def args_for_words(self) -> dict[str, str]:
        """Return the file's path, its name and the detail."""
        return {"path": str(self.path), "file": self.path.name, "detail": self.detail}


class CannotRead(FileError):
    """The file is missing or may not be read."""

    code = "error-cannot-read"


class CannotWrite(FileError):
    """The file or folder cannot be written (rights, full disk)."""

    code = "error-cannot-write"


class AlreadyExists(FileError):
    """Something stands where a file is to be written; `detail` names all that would be replaced."""

    code = "error-already-exists"


class NotText(FileError):
    """The file is binary."""

    code = "error-not-text"


class EmptyFile(FileError):
    """The file holds no text."""

    code = "error-empty-file"


class Undecodable(FileError):
    """The bytes fit none of the encodings, or not the one asked for."""

    code = "error-undecodable"


class HasNul(FileError):
    """The text contains U+0000."""

    code = "error-has-nul"


class UnknownFormat(FileError):
    """No importer or exporter handles this."""

    code = "error-unknown-format"


class BadFormat(FileError):
    """The file is not a valid file of its format; `detail` says where."""

    code = "error-bad-format"


class TooLarge(FileError):
    """The file, or what it unpacks to, is larger than an import takes; `detail` names the limit."""

    code = "error-too-large"


class Unsafe(FileError):
    """The file tries something an import does not do; `detail` names it (a path, an entity)."""

    code = "error-unsafe"


class Encrypted(FileError):
    """The file is protected by a password; `detail` names the part of an archive."""

    code = "error-encrypted"


class Scanned(FileError):
    """The pages are pictures: there is no text to read; `detail` lists them."""

    code = "error-scanned"


class NoMarks(FileError):
    """Nothing the file says is about words of a text; `detail` says what it is about."""

    code = "error-no-marks"


class TextMissing(FileError):
    """The texts that the annotations stand on are not there; `detail` names the first."""

    code = "error-text-missing"


class Garbled(FileError):
    """The letters of the file cannot be told: its fonts do not say what they mean."""

    code = "error-garbled"


class NotArticles(FileError):
    """Files that no reader of articles takes were left out; `detail` names them."""

    code = "error-not-articles"


class NothingInside(FileError):
    """An annotated file can be read, and holds nothing to import; `detail` names its parts."""

    code = "error-nothing-inside"


class UnreadBeside(FileError):
    """Files in folders of which others were read cannot be read; `detail` names them and why."""

    code = "error-unread-beside"


class NoTextColumn(FileError):
    """No column of a table is known to hold the text; `detail` names the columns."""

    code = "error-no-text-column"


class NotAProject(FileError):
    """The file is not a Tawatur project."""

    code = "error-not-a-project"


class ProjectTooNew(FileError):
    """The project was written by a newer Tawatur."""

    code = "error-project-too-new"


class ProjectTooOld(FileError):
    """The project was written by an older Tawatur and cannot be brought up to date here."""

    code = "error-project-too-old"


class ProjectDamaged(FileError):
    """A hash or a quote does not fit: the file was changed from outside or is damaged."""

    code = "error-project-damaged"


class ProjectExists(FileError):
    """A new project would overwrite a file."""

    code = "error-project-exists"


class ProjectHeld(FileError):
    """Another program instance is writing this project; `detail` says who."""

    code = "error-project-held"


class ReadOnly(TawaturError):
    """The project is open for reading only."""

    code = "error-read-only"


class RowError(TawaturError):
    """A failure that concerns one row of the project; `code` of the class says which."""

    def __init__(self, table: str, row: str) -> None:
        super().__init__(table, row)
        self.table = table
        self.row = row

    def args_for_words(self) -> dict[str, str]:
        """Return the table and the row's id."""
        return {"table": self.table, "row": self.row}


class NoSuchRow(RowError):
    """A row that an edit needs is gone (another edit removed it)."""

    code = "error-no-such-row"


class UnknownName(TawaturError):
    """No entity of the project goes by this name."""

    code = "error-unknown-name"

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def args_for_words(self) -> dict[str, str]:
        """Return the name that was asked for."""
        return {"name": self.name}


class RowExists(RowError):
    """What is to be added is in the project already."""

    code = "error-row-exists"


class ToldApart(TawaturError):
    """Two entities that are to become one were told apart by an analyst."""

    code = "error-told-apart"

    def __init__(self, a: str, b: str) -> None:
        super().__init__(a, b)
        self.a, self.b = a, b

    def args_for_words(self) -> dict[str, str]:
        """Return both names."""
        return {"a": self.a, "b": self.b}


class CopyOfItself(RowError):
    """A document is to be a copy of its own copy; `row` is the document."""

    code = "error-copy-of-itself"


class BadSpan(TawaturError):
    """A span lies outside its text or cuts a grapheme cluster."""

    code = "error-bad-span"

    def __init__(self, start: int, end: int, length: int) -> None:
        super().__init__(start, end, length)
        self.start, self.end, self.length = start, end, length

    def args_for_words(self) -> dict[str, str]:
        """Return the span and the length of the text."""
        return {"start": str(self.start), "end": str(self.end), "length": str(self.length)}


class ExportMismatch(FileError):
    """A written offset does not give back its quote: the export is not kept."""

    code = "error-export-mismatch"


class MissingExtra(TawaturError):
    """A format needs a library that is not installed; `extra` names what to install."""

    code = "error-missing-extra"

    def __init__(self, library: str, extra: str) -> None:
        super().__init__(library, extra)
        self.library, self.extra = library, extra

    def args_for_words(self) -> dict[str, str]:
        """Return the library and the extra."""
        return {"library": self.library, "extra": self.extra}
