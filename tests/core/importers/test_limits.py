"""What an import takes, and what it refuses."""

from __future__ import annotations

import io
import os
import stat
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from tawatur_core.errors import (
    BadFormat,
    CannotRead,
    Encrypted,
    TawaturError,
    TooLarge,
    Unsafe,
)
from tawatur_core.importers.limits import (
    DEPTH,
    MB,
    ZipLimits,
    open_zip,
    parse_json,
    parse_xml,
    read_bytes,
    read_lines,
    safe_zip,
)

HERE = Path("given.bin")


def zipped(folder: Path, entries: dict[str, bytes], name: str = "a.zip") -> Path:
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, data in entries.items():
            archive.writestr(entry, data)
    return path


def test_a_file_is_read_up_to_its_limit(tmp_path: Path):
    file = tmp_path / "a"
    file.write_bytes(b"x" * 100)
    assert read_bytes(file, 100) == b"x" * 100
    with pytest.raises(TooLarge) as caught:
        read_bytes(file, 99)
    assert caught.value.args_for_words()["file"] == "a"


def test_a_large_file_is_refused_without_being_held(tmp_path: Path):
    file = tmp_path / "a"
    with file.open("wb") as out:
        out.truncate(1 << 30)  # sparse
    tracemalloc.start()
    with pytest.raises(TooLarge):
        read_bytes(file, MB)
    assert tracemalloc.get_traced_memory()[1] < 4 * MB
    with pytest.raises(TooLarge):
        list(read_lines(file, MB))
    assert tracemalloc.get_traced_memory()[1] < 4 * MB
    tracemalloc.stop()


def test_what_is_no_file_cannot_be_read(tmp_path: Path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)  # reading it would wait for ever
    for path in (pipe, tmp_path, tmp_path / "none", Path("/dev/zero"), Path("a\0b")):
        with pytest.raises(CannotRead):
            read_bytes(path)
        with pytest.raises(CannotRead):
            list(read_lines(path))
        with pytest.raises(CannotRead), open_zip(path):
            pass


def test_lines_keep_their_ends_and_numbers(tmp_path: Path):
    file = tmp_path / "a"
    file.write_bytes(b"one\r\ntwo\n\nlast")
    assert list(read_lines(file, 5)) == [(1, b"one\r\n"), (2, b"two\n"), (3, b"\n"), (4, b"last")]
    with pytest.raises(TooLarge) as caught:
        list(read_lines(file, 4))
    assert caught.value.detail.startswith("1:")


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 100_000,
        b"[" * (DEPTH + 1) + b"]" * (DEPTH + 1),
        b'{"a":' * (DEPTH + 1) + b"1" + b"}" * (DEPTH + 1),
        b'{"a": "\\ud800"}',
        b'{"\\udfff": 1}',
        b"9" * 10_000,
        b"{",
        b"",
        b"\xff\xfe{",
        b"{} {}",
    ],
)
def test_json_that_would_do_harm_is_refused(data: bytes):
    with pytest.raises(BadFormat) as caught:
        parse_json(data, HERE, "7")
    assert caught.value.detail.startswith("7: ")


def test_sound_json_is_read():
    deep = b"[" * DEPTH + b"]" * DEPTH
    assert parse_json(deep, HERE) is not None
    assert parse_json(b'\xef\xbb\xbf{"a": "\\ud83d\\ude00", "b": NaN}', HERE) == {
        "a": "😀",
        "b": None,
    }
    assert parse_json('"نص"', HERE) == "نص"


BOMB = (
    '<?xml version="1.0"{}?><!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'
)


@pytest.mark.parametrize(
    "data",
    [
        BOMB.format("").encode(),
        ("\ufeff" + BOMB.format(' encoding="UTF-16"')).encode("utf-16-le"),
        BOMB.format(' encoding="UTF-7"').replace("<!E", "+ADw-!E").encode("ascii"),
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        b'<!DOCTYPE a [<!ENTITY % x SYSTEM "http://example.org/x">%x;]><a/>',
    ],
)
def test_xml_entities_are_refused(data: bytes):
    with pytest.raises((Unsafe, BadFormat)):
        parse_xml(data, HERE, "tei")


@pytest.mark.parametrize(
    "data", [b"", b"<a>", b"<a/><b/>", b"<a>&amp;&nope;</a>", b"<a>" * 5000 + b"</a>" * 5000]
)
def test_xml_that_is_none_is_refused(data: bytes):
    with pytest.raises(BadFormat):
        parse_xml(data, HERE, "tei")


def test_sound_xml_is_read():
    root = parse_xml(b'<!DOCTYPE a SYSTEM "none.dtd"><a>&amp;</a>', HERE, "tei")
    assert (root.tag, root.text) == ("a", "&")


def test_a_zip_gives_its_files(tmp_path: Path):
    path = zipped(tmp_path, {"a.txt": b"1", "folder/": b"", "folder/b.txt": b"2"})
    assert list(safe_zip(path)) == [("a.txt", b"1"), ("folder/b.txt", b"2")]


@pytest.mark.parametrize(
    "name", ["../a", "a/../../b", "/etc/passwd", "C:\\a", "..\\a", "c:a", "a/..", "//host/a"]
)
def test_names_that_leave_the_archive_are_refused(tmp_path: Path, name: str):
    with pytest.raises(Unsafe):
        list(safe_zip(zipped(tmp_path, {name: b"1"})))


def test_links_and_names_that_stand_twice_are_refused(tmp_path: Path):
    link = zipfile.ZipInfo("link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(Unsafe):
        list(safe_zip(path))
    data = zipped(tmp_path, {"aa": b"1", "ab": b"2"}).read_bytes().replace(b"ab", b"aa")
    path.write_bytes(data)
    with pytest.raises(Unsafe):
        list(safe_zip(path))


def test_bombs_are_refused_before_they_are_unpacked(tmp_path: Path):
    bomb = zipped(tmp_path, {"a": bytes(64 * MB)})
    assert bomb.stat().st_size < MB
    tracemalloc.start()
    with pytest.raises(TooLarge):
        list(safe_zip(bomb))
    many = zipped(tmp_path, {f"{n}": b"" for n in range(100)}, "many.zip")
    with pytest.raises(TooLarge):
        list(safe_zip(many, ZipLimits(entries=99)))
    total = zipped(tmp_path, {f"{n}": os.urandom(1000) for n in range(10)}, "total.zip")
    with pytest.raises(TooLarge):
        list(safe_zip(total, ZipLimits(total=9_999)))
    with pytest.raises(TooLarge):
        list(safe_zip(total, ZipLimits(entry=999)))
    assert tracemalloc.get_traced_memory()[1] < 8 * MB
    tracemalloc.stop()


def test_an_entry_gives_no_more_than_it_declares(tmp_path: Path):
    path = zipped(tmp_path, {"a": bytes(64 * MB)})
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\x01\x02") + 24
    data[at : at + 4] = (100).to_bytes(4, "little")  # the directory lies about the size
    tracemalloc.start()
    with open_zip(path, bytes(data)) as archive, pytest.raises(BadFormat):
        archive.read("a")
    slow = io.BytesIO()
    with zipfile.ZipFile(slow, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("a", b"1")
    with pytest.raises(BadFormat), open_zip(path, slow.getvalue()):
        pass
    assert tracemalloc.get_traced_memory()[1] < 8 * MB
    tracemalloc.stop()


def test_a_password_is_named(tmp_path: Path):
    data = bytearray(zipped(tmp_path, {"a": b"1"}).read_bytes())
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(Encrypted), open_zip(HERE, bytes(data)):
        pass


def test_a_cut_off_archive_is_refused(tmp_path: Path):
    data = zipped(tmp_path, {"a": os.urandom(5000), "b": b"2" * 500}).read_bytes()
    for cut in (1, 10, len(data) // 2, len(data) - 30, len(data) - 1):
        with pytest.raises(BadFormat), open_zip(HERE, data[:cut]) as archive:
            archive.read("a")


def test_xml_inside_an_archive_declares_no_entities(tmp_path: Path):
    path = zipped(tmp_path, {"word/document.xml": BOMB.format("").encode()})
    with pytest.raises(Unsafe):
        list(safe_zip(path))


@pytest.mark.parametrize("codec", ["utf-8", "cp720", "cp1256"])
def test_arabic_names_of_old_archives_are_read(tmp_path: Path, codec: str):
    name = "خبر عاجل.txt"
    made = io.BytesIO()
    stand_in = "X" * len(name.encode(codec))
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(stand_in, b"1")
    data = made.getvalue().replace(stand_in.encode(), name.encode(codec))
    with open_zip(HERE, data) as archive:
        assert archive.names == [name]


@given(st.binary(max_size=300), st.integers(0, 400), st.integers(0, 255))
def test_a_damaged_archive_raises_by_name(noise: bytes, at: int, byte: int):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", "نص" * 50)
        archive.writestr("b.xml", noise)
    data = bytearray(made.getvalue())
    data[at % len(data)] = byte
    for given_bytes in (bytes(data), noise):
        try:
            with open_zip(HERE, given_bytes) as archive:
                for name in archive.names:
                    archive.read(name)
        except TawaturError:
            continue
