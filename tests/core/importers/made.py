"""Small files of every format, made here so that no sample has to be kept."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pytest

TITLE = "لافروف يلتقي كيم في وونسان"
FIRST = (
    "التقى وزير الخارجية الروسي سيرجي لافروف اليوم السبت الزعيم الكوري الشمالي كيم جونغ أون في مدينة "
    "وونسان الساحلية، حيث بحثا تعزيز التعاون بين البلدين في مختلف المجالات."
)
SECOND = (
    "وأضاف أن كيم أكد من جديد دعمه «دون قيد أو شرط» لموسكو في حربها على أوكرانيا، وأن البلدين يسيران "
    "في طريق التحالف الاستراتيجي منذ توقيع المعاهدة العام الماضي."
)
THIRD = (
    "وتستمر زيارة لافروف من 11 إلى 13 يوليو، وهي الثانية خلال عامين، وتأتي في إطار سلسلة من الزيارات "
    "الرفيعة المستوى بين البلدين منذ اندلاع الحرب."
)
BODY = f"{FIRST}\n{SECOND}\n{THIRD}"


def zipped(entries: Mapping[str, bytes | str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return made.getvalue()


def page(head: str = "", inside: str = "", after: str = "", title: str = TITLE) -> str:
    """A news page with menus, a caption, 'read also', and furniture after the article."""
    return f"""<!DOCTYPE html><html lang="ar" dir="rtl"><head><title>{title} - الجزيرة نت</title>{head}
<style>p{{color:red}}</style><script>document.write("<p>مكتوب بالبرنامج</p>")</script></head>
<body class="social-page"><header><nav><ul><li>الرئيسية</li><li>أخبار</li></ul></nav></header>
<main><article><h1>{title}</h1>
<div class="post-meta"><span>12 يوليو 2025</span></div>
<figure><img src="a.jpg"><figcaption>لافروف خلال اللقاء (رويترز)</figcaption></figure>
<p>{FIRST}</p>{inside}<p>اقرأ أيضا: <a href="/x">كوريا ترسل 10 آلاف جندي</a></p>
<p>{SECOND}</p><p>{THIRD}</p></article>
<div class="share">شاركها.</div><p>اترك تعليقاً</p><a href="#">Exit mobile version</a></main>
{after}<footer>جميع الحقوق محفوظة 2025</footer></body></html>"""


def docx(title: str = TITLE, *, properties: Mapping[str, str] | None = None) -> bytes:
    from docx import Document

    document = Document()
    document.core_properties.author = ""
    for name, value in (properties or {}).items():
        setattr(document.core_properties, name, value)
    document.add_heading(title, 0)
    document.add_paragraph(FIRST)
    table = document.add_table(rows=2, cols=2)
    for n, words in enumerate(("الدولة", "الجنود", "كوريا", "10 آلاف")):
        table.cell(n // 2, n % 2).text = words
    document.add_paragraph("صورة من اللقاء", style="Caption")
    document.add_paragraph(SECOND)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def xlsx(rows: Sequence[Sequence[object]], sheets: Sequence[str] = ("ورقة1",)) -> bytes:
    book = pytest.importorskip("openpyxl").Workbook()
    book.remove(book.worksheets[0])
    for name in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


_CONTAINER = """<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"
version="1.0"><rootfiles><rootfile full-path="OEBPS/content.opf"
media-type="application/oebps-package+xml"/></rootfiles></container>"""
_PACKAGE = """<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>كتاب الأخبار</dc:title>
<dc:creator>سعيد علي</dc:creator><dc:date>2025-07-12</dc:date></metadata>
<manifest><item id="a" href="one%20a.xhtml" media-type="application/xhtml+xml"/>
<item id="b" href="two.xhtml" media-type="application/xhtml+xml"/>
<item id="c" href="a.css" media-type="text/css"/></manifest>
<spine><itemref idref="b"/><itemref idref="a"/></spine></package>"""


def epub(more: Mapping[str, bytes | str] | None = None) -> bytes:
    chapter = (
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml">'
        "<head><title>x</title></head><body><h1>{}</h1><p>{}</p></body></html>"
    )
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": _CONTAINER,
            "OEBPS/content.opf": _PACKAGE,
            "OEBPS/one a.xhtml": chapter.format("الفصل الثاني", SECOND),
            "OEBPS/two.xhtml": chapter.format("الفصل الأول", FIRST),
            **(more or {}),
        }
    )


@dataclass(frozen=True)
class Piece:
    """Letters of a PDF in the order they are written, each 0.5 of the font's size wide.

    `back`: the pen goes two letters back after each, so that they stand from the right.
    """

    text: str
    x: float
    y: float
    size: float = 12
    back: bool = False


def seen(words: str, right: float, y: float, size: float = 12) -> Piece:
    """Arabic words as many programs write them: in the order of the eye, from the left."""
    return Piece(words[::-1], right - len(words) * size / 2, y, size)


def pdf(
    pages: Sequence[Sequence[Piece]], *, info: str = "", picture: bool = False, unmapped: str = ""
) -> bytes:
    letters = sorted({char for pieces in pages for piece in pieces for char in piece.text})
    codes = {char: n + 1 for n, char in enumerate(letters)}
    mapped = [
        f"<{code:04x}> <{char.encode('utf-16-be').hex()}>"
        for char, code in codes.items()
        if char not in unmapped
    ]
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def "
        "/CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange "
        + "".join(
            f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar\n"
            for part in (mapped[n : n + 100] for n in range(0, len(mapped), 100))
        )
        + "endcmap CMapName currentdict /CMap defineresource pop end end"
    )
    objects: list[bytes] = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"",
        (b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[4 0 R]"
        b"/ToUnicode 6 0 R>>"),
        (b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)"
        b"/Ordering(Identity)/Supplement 0>>/DW 500/FontDescriptor 5 0 R>>"),
        (b"<</Type/FontDescriptor/FontName/X/Flags 4/FontBBox[0 -200 1000 800]/ItalicAngle 0"
        b"/Ascent 800/Descent -200/CapHeight 700/StemV 80>>"),
        _stream(cmap.encode()),
        b"<</Title<feff" + info.encode("utf-16-be").hex().encode() + b">>>",
        _stream(b"\0\0\0", b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceRGB"
                b"/BitsPerComponent 8"),
    ]  # fmt: skip
    numbers = []
    for pieces in pages:
        content = b"q 500 0 0 700 50 50 cm /I Do Q\n" if picture else b""
        for piece in pieces:
            step = "> 1000 <" if piece.back else ""
            shown = step.join(f"{codes[char]:04x}" for char in piece.text)
            place = f"/F {piece.size} Tf 1 0 0 1 {piece.x} {piece.y} Tm"
            content += f"BT {place} [<{shown}>] TJ ET\n".encode()
        objects.append(_stream(content))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>"
            b"/XObject<</I 8 0 R>>>>/Contents %d 0 R>>" % len(objects)
        )
        numbers.append(len(objects))
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects[1] = f"<</Type/Pages/Count {len(numbers)}/Kids[{kids}]>>".encode()
    return _file(objects, b"/Root 1 0 R/Info 7 0 R")


def _stream(data: bytes, entries: bytes = b"") -> bytes:
    packed = zlib.compress(data)
    return (
        b"<<%b/Filter/FlateDecode/Length %d>>stream\n" % (entries, len(packed))
        + packed
        + b"\nendstream"
    )


def _file(objects: Sequence[bytes], trailer: bytes) -> bytes:
    made = b"%PDF-1.7\n"
    places = []
    for n, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (n, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return made + b"xref\n0 %d\n0000000000 65535 f \n%btrailer<</Size %d%b>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1, table, len(objects) + 1, trailer, len(made),
    )  # fmt: skip
