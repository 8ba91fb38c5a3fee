"""Web pages: the article with its residue, the particulars and how they were found."""

from __future__ import annotations

import codecs
import json
from datetime import date
from pathlib import Path

import pytest

from tawatur_core.errors import EmptyFile, HasNul, TooLarge
from tawatur_core.importers.articles import look_again, look_over
from tawatur_core.importers.inspection import Choices, Inspection
from tawatur_core.importers.web_blocks import PAGE_BYTES, plain_text

from .made import FIRST, SECOND, THIRD, TITLE, page

pytest.importorskip("trafilatura")

HEAD = (
    '<meta charset="utf-8"><meta property="og:site_name" content="الجزيرة نت">'
    '<meta property="article:published_time" content="2025-07-12T23:20:00+03:00">'
    '<link rel="canonical" href="https://example.org/a?b=1">'
)


def read(folder: Path, data: str | bytes, name: str = "خبر.html") -> Inspection:
    file = folder / name
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    (found,) = look_over([file])
    return found


def residue(found: Inspection) -> list[str]:
    assert found.draft is not None
    return [span.of(found.draft.text) for span in found.draft.residue]


def test_the_article_is_told_from_what_surrounds_it(tmp_path: Path):
    found = read(tmp_path, page(HEAD))
    assert found.draft is not None
    assert found.draft.text.split("\n") == [
        TITLE, "12 يوليو 2025", "لافروف خلال اللقاء (رويترز)", FIRST,
        "اقرأ أيضا: كوريا ترسل 10 آلاف جندي", SECOND, THIRD, "شاركها.", "اترك تعليقاً",
        "Exit mobile version",
    ]  # fmt: skip
    assert residue(found) == [
        "12 يوليو 2025\nلافروف خلال اللقاء (رويترز)",
        "اقرأ أيضا: كوريا ترسل 10 آلاف جندي",
        "شاركها.\nاترك تعليقاً\nExit mobile version",
    ]
    assert not found.findings


def test_the_particulars_say_how_they_were_found(tmp_path: Path):
    draft = (found := read(tmp_path, page(HEAD))).draft
    assert draft is not None
    assert (draft.title, draft.outlet, draft.published) == (TITLE, "الجزيرة نت", date(2025, 7, 12))
    assert draft.url == "https://example.org/a?b=1"
    assert found.how == {
        "outlet": "found-meta",
        "published": "found-meta",
        "url": "found-meta",
        "title": "found-shown",
    }


def test_what_a_page_tells_search_engines_goes_first(tmp_path: Path):
    told = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "لا"},
            {
                "@type": ["NewsArticle"],
                "headline": "عنوان للمحركات",
                "datePublished": "2025-07-11T10:00:00Z",
                "author": [{"@type": "Person", "name": "سعيد"}, {"name": "منى"}],
                "publisher": {"@type": "Organization", "name": "رويترز"},
            },
        ],
    }
    script = f'<script type="application/ld+json">{json.dumps(told)}</script>'
    draft = (found := read(tmp_path, page(HEAD + script))).draft
    assert draft is not None
    assert (draft.title, draft.author, draft.outlet) == ("عنوان للمحركات", "سعيد، منى", "رويترز")
    assert draft.published == date(2025, 7, 11)
    assert {found.how[name] for name in ("title", "author", "outlet")} == {"found-schema"}
    broken = '<script type="application/ld+json">{"@type": ' + "[" * 5000 + "</script>"
    assert read(tmp_path, page(HEAD + broken)).how["outlet"] == "found-meta"


def test_a_time_element_dates_a_page(tmp_path: Path):
    found = read(tmp_path, page("", '<time datetime="2025-07-12T10:00">السبت</time>'))
    assert found.draft is not None
    assert found.how["published"] == "found-time"


def test_an_old_page_shows_its_day_author_and_outlet(tmp_path: Path):
    html = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1256">
<title>صحيفة اليوم | {TITLE}</title></head><body dir=rtl><table><tr><td>الرئيسية<br>محليات</td><td>
<font size=5><b>{TITLE}</b></font><br>كتب: سعيد علي<br>تاريخ النشر: 12/7/2025<br>
<div>{FIRST}<br><br>{SECOND}<br>{THIRD}</div><br>طباعة</td></tr></table></body></html>"""
    found = read(tmp_path, html.encode("cp1256"))
    draft = found.draft
    assert draft is not None
    assert (draft.title, draft.outlet, draft.author) == (TITLE, "صحيفة اليوم", "سعيد علي")
    assert draft.published == date(2025, 7, 12)
    assert (found.how["published"], found.how["author"]) == ("found-shown", "found-shown")
    assert residue(found) == ["تاريخ النشر: 12/7/2025", "طباعة"]


def test_a_day_told_in_the_story_is_not_its_own(tmp_path: Path):
    story = page().replace("<span>12 يوليو 2025</span>", "<span>رويترز</span>")
    story = story.replace("<p>التقى", "<p>في 11 سبتمبر 2001 وقع الهجوم، ثم التقى")
    assert "published" not in read(tmp_path, story).how


def test_scripts_and_hidden_parts_are_no_text(tmp_path: Path):
    hidden = '<p style="display: none">مخفي تماما</p><div hidden><p>مخفي كذلك</p></div>'
    draft = read(tmp_path, page(HEAD, hidden)).draft
    assert draft is not None
    assert "مكتوب بالبرنامج" not in draft.text
    assert "مخفي" not in draft.text
    assert "color:red" not in draft.text


def test_addresses_that_run_programs_are_none(tmp_path: Path):
    head = '<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="file:///etc/passwd">'
    draft = read(tmp_path, page(head)).draft
    assert draft is not None
    assert draft.url == ""


@pytest.mark.parametrize(
    ("head", "codec", "encoding", "basis"),
    [
        ('<meta charset="windows-1256">', "cp1256", "cp1256", "encoding-basis-declared"),
        ('<meta charset="utf-8">', "cp1256", "cp1256", "encoding-basis-statistics"),
        ("", "cp1256", "cp1256", "encoding-basis-statistics"),
        ('<meta charset="windows-1256">', "utf-8", "utf-8", "encoding-basis-valid"),
        ('<meta charset="iso-8859-6">', "iso8859-6", "iso8859-6", "encoding-basis-declared"),
        ('<meta charset="nonsense">', "cp1256", "cp1256", "encoding-basis-statistics"),
    ],
)
def test_the_encoding_of_a_page(tmp_path: Path, head: str, codec: str, encoding: str, basis: str):
    found = read(tmp_path, page(head).encode(codec, "ignore"))
    assert (found.encoding, found.basis) == (encoding, basis)
    assert found.draft is not None
    assert FIRST in found.draft.text


def test_markup_does_not_hide_the_letters(tmp_path: Path):
    inside = "<script>" + "var nothing = 'to see here';" * 2000 + "</script>"
    found = read(tmp_path, page("", inside).encode("cp1256"))
    assert (found.encoding, found.basis) == ("cp1256", "encoding-basis-statistics")


def test_a_page_in_utf16_and_an_encoding_chosen_by_hand(tmp_path: Path):
    found = read(tmp_path, codecs.BOM_UTF16_LE + page().encode("utf-16-le"))
    assert (found.format, found.encoding) == ("html", "utf-16-le")
    file = tmp_path / "a.html"
    file.write_bytes(page(HEAD).encode("cp1256"))
    (again,) = look_again(next(iter(look_over([file]))), Choices(encoding="iso8859-6"))
    assert again.draft is None or FIRST not in again.draft.text


def test_a_page_saved_as_mhtml(tmp_path: Path):
    from email.message import EmailMessage

    message = EmailMessage()
    message["Subject"] = "خبر"
    message.add_alternative(
        page(HEAD.replace("utf-8", "windows-1256")), subtype="html", charset="cp1256"
    )
    message.add_attachment(b"GIF8", maintype="image", subtype="gif", filename="a.gif")
    message.replace_header("Content-Type", message["Content-Type"].replace("mixed", "related"))
    found = read(tmp_path, message.as_bytes(), "خبر.mhtml")
    assert found.format == "mhtml"
    assert found.draft is not None
    assert found.draft.outlet == "الجزيرة نت"
    assert FIRST in found.draft.text
    other = read(tmp_path, b"MIME-Version: 1.0\nContent-Type: text/plain\n\nx", "b.mhtml")
    assert other.error is not None
    assert other.error.code == "error-bad-format"


def test_a_page_without_an_article_gives_what_it_shows(tmp_path: Path):
    found = read(tmp_path, "<html><body><p>سطر قصير.</p><nav>قائمة</nav><p>وآخر.</p></body></html>")
    assert found.draft is not None
    assert found.draft.text.startswith("سطر قصير.")
    assert "وآخر." in found.draft.text


def test_what_cannot_be_a_page_is_refused(tmp_path: Path):
    assert isinstance(
        read(tmp_path, "<html><body><script>1</script></body></html>").error, EmptyFile
    )
    assert isinstance(read(tmp_path, "<html>" + " " * PAGE_BYTES).error, TooLarge)
    assert isinstance(read(tmp_path, "<html><p>قال\0الوزير</p></html>").error, HasNul)


def test_depth_and_breadth_do_no_harm(tmp_path: Path):
    for inside in ("<div>" * 100_000, "<b>" * 50_000 + "نص", "<p>نص" * 20_000, "<table>" * 5_000):
        found = read(tmp_path, page(HEAD, inside))
        assert (found.draft is None) != (found.error is None)


def test_no_break_spaces_and_bidi_marks_stay(tmp_path: Path):
    assert plain_text("<p>قال&nbsp;\n الوزير \u202eabc\u202c</p><br>نعم", Path("x")) == (
        "قال\u00a0 الوزير \u202eabc\u202c\nنعم"
    )
