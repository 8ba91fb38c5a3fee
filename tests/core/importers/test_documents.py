"""Word documents and EPUB books."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tawatur_core.errors import BadFormat, Encrypted, TawaturError, UnknownFormat, Unsafe
from tawatur_core.importers.articles import look_over
from tawatur_core.importers.inspection import Inspection

from .made import FIRST, SECOND, TITLE, docx, epub, zipped

pytest.importorskip("docx")


def read(folder: Path, data: bytes, name: str) -> list[Inspection]:
    file = folder / name
    file.write_bytes(data)
    return list(look_over([file]))


def refusal(folder: Path, data: bytes, name: str) -> TawaturError:
    (found,) = read(folder, data, name)
    assert found.error is not None
    return found.error


def changed(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    assert old in parts[name]
    parts[name] = parts[name].replace(old, new)
    return zipped(parts)


def test_paragraphs_tables_and_captions(tmp_path: Path):
    (found,) = read(tmp_path, docx(properties={"author": "سعيد علي"}), "خبر.docx")
    draft = found.draft
    assert draft is not None
    assert draft.text.split("\n") == [
        TITLE, FIRST, "الدولة\tالجنود", "كوريا\t10 آلاف", "صورة من اللقاء", SECOND,
    ]  # fmt: skip
    assert (draft.title, draft.author) == (TITLE, "سعيد علي")
    assert [span.of(draft.text) for span in draft.residue] == ["صورة من اللقاء"]
    assert found.how == {"title": "found-properties", "author": "found-properties"}
    assert draft.published is None, "when a file was made is not when it appeared"


def test_changes_tabs_breaks_and_text_boxes(tmp_path: Path):
    runs = (
        '<w:ins w:id="1" w:author="x"><w:r><w:t>زيدت </w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="x"><w:r><w:delText>حذفت</w:delText></w:r></w:del>'
        "<w:r><w:tab/><w:t>بعد</w:t><w:br/><w:t>سطر</w:t></w:r>"
        "<w:r><w:pict><w:p><w:r><w:t>في الإطار</w:t></w:r></w:p></w:pict></w:r></w:p>"
    ).encode()
    data = docx()
    marker = SECOND.encode()
    data = changed(
        data, "word/document.xml", marker + b"</w:t></w:r></w:p>", marker + b"</w:t></w:r>" + runs
    )
    (found,) = read(tmp_path, data, "a.docx")
    assert found.draft is not None
    assert found.draft.text.endswith(f"{SECOND}زيدت \tبعد\nسطر\nفي الإطار")


def test_a_document_that_tries_something_is_refused(tmp_path: Path):
    entity = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document'
    data = changed(docx(), "word/document.xml", b"<w:document", entity)
    assert isinstance(refusal(tmp_path, data, "a.docx"), Unsafe)
    assert isinstance(refusal(tmp_path, zipped({"word/document.xml": "<a/>"}), "b.docx"), BadFormat)
    data = docx()
    for cut in (30, len(data) // 2, len(data) - 25):
        assert isinstance(refusal(tmp_path, data[:cut], "c.docx"), BadFormat)


def test_older_and_locked_documents_are_named(tmp_path: Path):
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert isinstance(refusal(tmp_path, old, "a.doc"), UnknownFormat)
    locked = old + "EncryptedPackage".encode("utf-16-le")
    assert isinstance(refusal(tmp_path, locked, "a.docx"), Encrypted)
    assert isinstance(refusal(tmp_path, rb"{\rtf1 abc}", "a.rtf"), UnknownFormat)
    assert isinstance(
        refusal(tmp_path, zipped({"ppt/presentation.xml": "x"}), "a.pptx"), UnknownFormat
    )


def test_a_book_gives_its_parts_in_order(tmp_path: Path):
    found = read(tmp_path, epub(), "كتاب.epub")
    assert [one.part for one in found] == ["OEBPS/two.xhtml", "OEBPS/one a.xhtml"]
    first = found[0].draft
    assert first is not None
    assert (first.title, first.text) == ("الفصل الأول", f"الفصل الأول\n{FIRST}")
    assert (first.outlet, first.author, str(first.published)) == (
        "كتاب الأخبار",
        "سعيد علي",
        "2025-07-12",
    )


def test_books_that_are_locked_or_broken_are_refused(tmp_path: Path):
    locked = (
        '<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptedData><e:CipherData>'
        '<e:CipherReference URI="OEBPS/two.xhtml"/></e:CipherData></e:EncryptedData></encryption>'
    )
    assert isinstance(
        refusal(tmp_path, epub({"META-INF/encryption.xml": locked}), "a.epub"), Encrypted
    )
    assert isinstance(refusal(tmp_path, epub({"OEBPS/content.opf": "<a"}), "a.epub"), BadFormat)
    bomb = '<!DOCTYPE a [<!ENTITY x "y">]><html><p>&x;</p></html>'
    (found,) = read(tmp_path, epub({"OEBPS/two.xhtml": bomb}), "b.epub")
    assert isinstance(found.error, Unsafe), "nothing of a book is half-imported"


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def with_notes(data: bytes) -> bytes:
    """A document with a footnote and an endnote, referred to the other way round; one is no note."""
    marker = FIRST.encode()
    references = (
        b'</w:t></w:r><w:r><w:endnoteReference w:id="3"/></w:r>'
        b'<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>'
    )
    data = changed(data, "word/document.xml", marker, marker + references)
    ends = b"</Relationships>"
    told = "".join(
        f'<Relationship Id="n{kind}" Type="{OFFICE}/{kind}s" Target="{kind}s.xml"/>'
        for kind in ("footnote", "endnote")
    )
    data = changed(data, "word/_rels/document.xml.rels", ends, told.encode() + ends)
    kinds = "".join(
        f'<Override PartName="/word/{kind}s.xml" ContentType="{KIND}.{kind}s+xml"/>'
        for kind in ("footnote", "endnote")
    )
    data = changed(data, "[Content_Types].xml", b"</Types>", kinds.encode() + b"</Types>")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    for kind, id_, words in (("footnote", 2, "حاشية سفلية"), ("endnote", 3, "حاشية ختامية")):
        note = f"<w:p><w:r><w:{kind}Ref/></w:r><w:r><w:t> {words} </w:t></w:r></w:p>"
        parts[f"word/{kind}s.xml"] = (
            f'<w:{kind}s xmlns:w="{W}"><w:{kind} w:type="separator" w:id="0"><w:p><w:r>'
            f"<w:t>---</w:t></w:r></w:p></w:{kind}>"
            f'<w:{kind} w:id="{id_}">{note}</w:{kind}></w:{kind}s>'
        ).encode()
    return zipped(parts)


def test_notes_stand_after_the_text_and_are_not_of_the_article(tmp_path: Path):
    (found,) = read(tmp_path, with_notes(docx()), "a.docx")
    assert found.draft is not None
    text = found.draft.text
    assert f"{FIRST}[1][2]" in text
    assert text.endswith("[1] حاشية ختامية\n[2] حاشية سفلية")
    assert "---" not in text
    last = found.draft.residue[-1]
    assert last.of(text) == "[1] حاشية ختامية\n[2] حاشية سفلية"
    assert [(one.code, one.args["count"]) for one in found.findings] == [("finding-notes", 2)]


def test_notes_that_declare_entities_are_refused(tmp_path: Path):
    entity = b'<!DOCTYPE a [<!ENTITY b "c">]><w:footnotes'
    data = changed(with_notes(docx()), "word/footnotes.xml", b"<w:footnotes", entity)
    assert isinstance(refusal(tmp_path, data, "a.docx"), Unsafe)
