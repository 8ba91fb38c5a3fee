"""What the streams of a PDF unpack to, measured before PDFium unpacks them.

PDFium inflates up to a gigabyte for each filter of a stream: a file of five kilobytes took four. So
every stream is inflated here first, piece by piece, keeping nothing, and a stream within a stream
too, whatever its filters are called. Locked files cannot be measured; they are refused.
"""

from __future__ import annotations

import re
import zlib
from pathlib import Path

from tawatur_core.errors import Encrypted, TooLarge
from tawatur_core.importers.limits import MB, shown

STREAM = 64 * MB
PICTURE = 512 * MB  # of a stream that says it is one; 600 dpi A3 in colours is 208 MB
TOTAL = 1024 * MB  # of all that are no pictures

_STREAM = re.compile(rb"(?<!end)stream(?:\r\n|\n|\r)")
_LOCKED = re.compile(rb"/Encrypt\s*(?:\d+\s+\d+\s+R|<<)")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_ENTRIES = 1024  # bytes before a stream that are looked at for what it is
_PIECE = 1 << 16
_FILTERS = 6  # within each other


def measure(path: Path, data: bytes) -> None:
    """Raise TooLarge for a PDF that unpacks to too much, Encrypted for one that is locked."""
    if _LOCKED.search(data):
        raise Encrypted(path)
    left = TOTAL
    view = memoryview(data)
    for found in _STREAM.finditer(data):
        entries = data[max(0, found.start() - _ENTRIES) : found.start()].rpartition(b"obj")[2]
        picture = _PICTURE.search(entries) is not None
        gauge = _Gauge(path, PICTURE if picture else STREAM, _FILTERS)
        at = found.end()
        while at < len(data) and gauge.feed(view[at : at + _PIECE]):
            at += _PIECE
        left -= 0 if picture else gauge.size
        if left < 0:
            raise TooLarge(path, shown(TOTAL))


class _Gauge:
    """Inflates a stream and forgets it; `size` is what it came to, with what lay within it."""

    def __init__(self, path: Path, limit: int, filters: int) -> None:
        self._path, self._limit, self._filters = path, limit, filters
        self._inflate = zlib.decompressobj()
        self._inner: _Gauge | None = None
        self.size = 0

    def feed(self, data: bytes | memoryview) -> bool:
        """Take the next piece; return whether more may follow. Raises TooLarge."""
        try:
            while data and not self._inflate.eof:
                out = self._inflate.decompress(data, MB)
                data = self._inflate.unconsumed_tail
                self._take(out)
                if not out and not data:
                    break
        except zlib.error:  # packed in another way, or damaged: PDFium stops here too
            return False
        return not self._inflate.eof

    def _take(self, out: bytes) -> None:
        if not self.size and self._filters and _packed(out):
            self._inner = _Gauge(self._path, self._limit, self._filters - 1)
        self.size += len(out)
        if self.size > self._limit:
            raise TooLarge(self._path, shown(self._limit))
        if self._inner is not None and not self._inner.feed(out):
            self.size += self._inner.size
            self._inner = None


def _packed(out: bytes) -> bool:
    """Whether bytes begin as a packed stream does (RFC 1950)."""
    return len(out) > 1 and out[0] & 0x0F == 8 and (out[0] << 8 | out[1]) % 31 == 0
