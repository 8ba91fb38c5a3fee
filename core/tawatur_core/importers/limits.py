"""What an import takes: sizes, depth, and nothing that leaves the file it was asked to read.

Every importer reads through here, so that no file can fill the memory, hang the program, follow a
link out of its folder or ask for another file: it is refused whole, by name.
"""

from __future__ import annotations

import io
import json
import os
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Any

from tawatur_core.errors import BadFormat, CannotRead, Encrypted, TooLarge, Unsafe
from tawatur_core.plugins import need

MB = 1 << 20
FILE_BYTES = 256 * MB  # a file that is read whole
ARTICLE_BYTES = 64 * MB  # a file of one article
LINE_BYTES = 64 * MB  # a line of a file that is read line by line
DEPTH = 200  # objects and arrays within each other

_SURROGATE = re.compile(rb"\\[uU][dD][89a-fA-F]")
_LONE = re.compile("[\ud800-\udfff]")
# Names that XML declares itself: `<!ENTITY` within a document type, before the first element.
_DECLARES = re.compile(rb"<!DOCTYPE[^>\[]*\[.*?<!ENTITY", re.DOTALL)
_PROLOG = 64 * 1024  # bytes
_XML_TEXT, _XML_DEPTH = 10_000_000, 256  # bytes of a text, levels: libxml2's own bounds

ZIP = (b"PK\x03\x04", b"PK\x05\x06")  # how an archive begins: with entries, empty
_UTF8_NAME, _ENCRYPTED = 0x800, 0x1  # bits of an entry's flags
_LISTED = 400  # bytes of an entry in the directory, its name and extras, generously
_RATIO_FROM = 16 * MB  # smaller entries may be as regular as they like
_XML = re.compile(r"\.(?:xml|rels|xhtml|html?|opf|ncx|vml|qde|svg)$", re.IGNORECASE)
_ARABIC = re.compile("[\u0621-\u064a]")


def read_bytes(path: Path, limit: int = FILE_BYTES) -> bytes:
    """Return the bytes of a file. Raises CannotRead, TooLarge.

    What is no file (a folder, a device, a pipe that never ends) cannot be read.
    """
    try:
        known = path.stat()
        if not stat.S_ISREG(known.st_mode):
            raise CannotRead(path)
        if known.st_size > limit:
            raise TooLarge(path, shown(limit))
        with path.open("rb") as file:
            data = file.read(known.st_size + 1)
            if len(data) > known.st_size:  # it grew meanwhile, or says nothing of its size
                data += file.read(limit + 1 - len(data))
    except (OSError, ValueError) as failure:  # ValueError: U+0000 in a name
        raise CannotRead(path, getattr(failure, "strerror", None) or "") from failure
    if len(data) > limit:
        raise TooLarge(path, shown(limit))
    return data


def read_lines(path: Path, limit: int = LINE_BYTES) -> Iterator[tuple[int, bytes]]:
    """Yield the lines of a file with their numbers, from 1; line ends are kept.

    Raises CannotRead, and TooLarge for a line of more than `limit` bytes.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise CannotRead(path)
        with path.open("rb") as file:
            number = 0
            while line := file.readline(limit + 1):
                number += 1
                if len(line) > limit:
                    raise TooLarge(path, f"{number}: {shown(limit)}")
                yield number, line
    except (OSError, ValueError) as failure:
        raise CannotRead(path, getattr(failure, "strerror", None) or "") from failure


def parse_json(data: bytes | str, path: Path, where: str = "") -> Any:
    """Return what JSON says. Raises BadFormat, its detail beginning with `where`.

    Refused are also what nests deeper than `DEPTH` and a text with half a character (a lone
    surrogate); NaN and the infinities, which are not JSON, are read as null.
    """
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    try:
        text = raw.decode("utf-8-sig")
        value = json.loads(text, parse_constant=lambda _: None)
    except (ValueError, RecursionError) as failure:
        raise BadFormat(path, _told(where, failure)) from failure
    deep = raw.count(b"{") + raw.count(b"[") > DEPTH
    if deep or _SURROGATE.search(raw):
        _walk(value, path, where)
    return value


def parse_xml(data: bytes, path: Path, extra: str) -> Any:
    """Return the root element (lxml). Raises BadFormat, Unsafe, or MissingExtra naming `extra`.

    Nothing outside `data` is read; a document that declares entities is Unsafe.
    """
    refuse_entities(data, path)
    etree = need("lxml.etree", extra)
    # The library bounds one text, too, at 10 MB. Without a document type nothing can multiply: what
    # there is to read is `data`, which has a limit of its own. Read as UTF-8, no type can hide.
    large = len(data) > _XML_TEXT and b"<!DOCTYPE" not in data and _is_utf8(data)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=large,
        dtd_validation=False,
        encoding="utf-8" if large else None,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as failure:
        raise BadFormat(path, str(failure)) from failure
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise Unsafe(path, "<!ENTITY>")  # declared in an encoding the bytes did not show
    if large and root.xpath("boolean(/*" + "/*" * _XML_DEPTH + ")"):
        raise BadFormat(path, "nested too deep")
    return root


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def refuse_entities(data: bytes, path: Path) -> None:
    """Raise Unsafe when XML declares entities: they multiply, or name other files."""
    head = data[:_PROLOG]
    if _DECLARES.search(head) or _DECLARES.search(head.replace(b"\0", b"")):  # UTF-16, UTF-32
        raise Unsafe(path, "<!ENTITY>")


def shown(count: int) -> str:
    """Return a number of bytes as people read it."""
    return f"{count // MB} MB" if count >= MB else f"{count} B"


def _told(where: str, failure: Exception) -> str:
    told = "nested too deep" if isinstance(failure, RecursionError) else str(failure)
    return f"{where}: {told}" if where else told


def _walk(value: Any, path: Path, where: str) -> None:
    """Refuse depth and lone surrogates without going down the stack."""
    level = [value]
    for _ in range(DEPTH + 1):
        if not level:
            return
        below: list[Any] = []
        for one in level:
            if isinstance(one, dict):
                below.extend(one)
                below.extend(one.values())
            elif isinstance(one, list):
                below.extend(one)
            elif isinstance(one, str) and _LONE.search(one):
                raise BadFormat(path, f"{where}: surrogate" if where else "surrogate")
        level = below
    raise BadFormat(path, _told(where, RecursionError()))


@dataclass(frozen=True, slots=True)
class ZipLimits:
    """What an archive may unpack to: all entries, one entry, their number, and how tightly."""

    total: int = 2048 * MB
    entry: int = FILE_BYTES
    entries: int = 50_000
    ratio: int = 250


class SafeZip:
    """An archive whose every entry was checked when it was opened; names have `/`, no folders."""

    def __init__(self, path: Path, archive: zipfile.ZipFile, limits: ZipLimits) -> None:
        self._path, self._archive = path, archive
        self._entries = _checked(path, archive, limits)

    @property
    def names(self) -> list[str]:
        """Return the names of the files, in the order of the archive."""
        return list(self._entries)

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def size(self, name: str) -> int:
        """Return how many bytes an entry unpacks to."""
        return self._entries[name].file_size

    def read(self, name: str) -> bytes:
        """Return the bytes of an entry. Raises BadFormat (damaged, missing), Unsafe (entities)."""
        data = self._read(name, None)
        if _XML.search(name):
            refuse_entities(data, self._path)
        return data

    def beginning(self, name: str, size: int) -> bytes:
        """Return the first bytes of an entry. Raises BadFormat."""
        return self._read(name, size)

    def _read(self, name: str, size: int | None) -> bytes:
        if name not in self._entries:
            raise BadFormat(self._path, name)
        info = self._entries[name]
        try:
            with self._archive.open(info) as entry:
                if size is not None:
                    return entry.read(size)
                data = entry.read(info.file_size)  # without a number it inflates without bound
                entry.read(1)  # meets the end, where the checksum is compared
                return data
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as failure:
            raise BadFormat(self._path, f"{name}: {failure}") from failure
        except (NotImplementedError, RuntimeError, MemoryError) as failure:
            raise BadFormat(self._path, f"{name}: {failure}") from failure


@contextmanager
def open_zip(
    path: Path, data: bytes | None = None, limits: ZipLimits | None = None
) -> Iterator[SafeZip]:
    """Open an archive, or one that lies in `data` and is called `path` in refusals.

    Raises CannotRead, BadFormat (no zip, or cut off), TooLarge (a bomb), Encrypted, and Unsafe for
    a name that leaves the archive, a link, or a name that stands twice.
    """
    limits = limits or ZipLimits()
    with _source(path, data) as source, _opened(path, source, limits) as archive:
        yield SafeZip(path, archive, limits)


def _source(path: Path, data: bytes | None) -> IO[bytes]:
    if data is not None:
        return io.BytesIO(data)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise CannotRead(path)
        return path.open("rb")
    except (OSError, ValueError) as failure:
        raise CannotRead(path, getattr(failure, "strerror", None) or "") from failure


def _opened(path: Path, source: IO[bytes], limits: ZipLimits) -> zipfile.ZipFile:
    try:
        if _listing(source) > limits.entries * _LISTED:
            raise TooLarge(path, f"> {limits.entries}")
        return zipfile.ZipFile(source)
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as failure:
        raise BadFormat(path, str(failure)) from failure


def _listing(source: IO[bytes]) -> int:
    """Return the bytes of the directory, which zipfile reads before anything can be asked of it."""
    size = source.seek(0, os.SEEK_END)
    source.seek(max(0, size - (1 << 16) - 100))
    tail = source.read()
    source.seek(0)
    end, large = tail.rfind(b"PK\x05\x06"), tail.rfind(b"PK\x06\x06")
    if end < 0 or len(tail) < end + 16:
        raise zipfile.BadZipFile("no end of the directory")
    (listing,) = struct.unpack_from("<I", tail, end + 12)
    if listing == 0xFFFFFFFF and 0 <= large <= len(tail) - 48:
        (listing,) = struct.unpack_from("<Q", tail, large + 40)
    return int(listing)


def safe_zip(path: Path, limits: ZipLimits | None = None) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of every file of an archive, one by one. Raises as `open_zip` does."""
    with open_zip(path, None, limits) as archive:
        for name in archive.names:
            yield name, archive.read(name)


def check_zip(path: Path, data: bytes, limits: ZipLimits | None = None) -> None:
    """Read a whole archive once before a library does: DOCX, XLSX. Raises as `open_zip` does."""
    with open_zip(path, data, limits) as archive:
        for name in archive.names:
            archive.read(name)


def _checked(path: Path, archive: zipfile.ZipFile, limits: ZipLimits) -> dict[str, zipfile.ZipInfo]:
    listed = archive.infolist()
    if len(listed) > limits.entries:
        raise TooLarge(path, f"{len(listed)} > {limits.entries}")
    total = 0
    found: dict[str, zipfile.ZipInfo] = {}
    for info in listed:
        name = _name(path, info)
        if info.is_dir():
            continue
        if name in found:
            raise Unsafe(path, name)
        total += info.file_size
        _weigh(path, info, total, limits)
        found[name] = info
    return found


def _weigh(path: Path, info: zipfile.ZipInfo, total: int, limits: ZipLimits) -> None:
    if info.flag_bits & _ENCRYPTED:
        raise Encrypted(path, info.filename)
    if info.file_size > limits.entry:
        raise TooLarge(path, f"{info.filename}: {shown(limits.entry)}")
    if total > limits.total:
        raise TooLarge(path, shown(limits.total))
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise BadFormat(path, f"{info.filename}: {info.compress_type}")  # not bounded by zipfile
    tight = info.file_size > limits.ratio * max(1, info.compress_size)
    if tight and info.file_size > _RATIO_FROM:
        raise TooLarge(path, f"{info.filename}: {limits.ratio}×")


def _name(path: Path, info: zipfile.ZipInfo) -> str:
    """Return the entry's name, safe to join to a folder. Raises Unsafe."""
    name = _decoded(info)
    parts = PurePosixPath(name.replace("\\", "/")).parts
    leaves = not parts or ".." in parts or parts[0].startswith("/") or ":" in parts[0]
    if leaves or stat.S_ISLNK(info.external_attr >> 16):
        raise Unsafe(path, name)
    return "/".join(parts)


def _decoded(info: zipfile.ZipInfo) -> str:
    """Return the name of an entry; old Arabic archives do not say that theirs is in UTF-8."""
    if info.flag_bits & _UTF8_NAME or info.filename.isascii():
        return info.filename
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    best = info.filename
    for codec in ("utf-8", "cp720", "cp1256"):
        try:
            name = raw.decode(codec)
        except UnicodeDecodeError:
            continue
        if codec == "utf-8":
            return name
        if len(_ARABIC.findall(name)) > len(_ARABIC.findall(best)):
            best = name
    return best
