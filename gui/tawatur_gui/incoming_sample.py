"""Files as they come to an analyst, for the pictures of an import."""

from __future__ import annotations

from pathlib import Path

from tawatur_core.store import documents
from tawatur_core.store.session import Session

PAGE = "rihlat.html"
_PAGE = """<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8">
<title>لافروف يختتم زيارته إلى وونسان - الشرق</title>
<meta property="og:site_name" content="الشرق"><meta name="author" content="ليلى منصور">
<meta property="article:published_time" content="2025-07-13T10:00:00+03:00"></head><body>
<nav>الرئيسية سياسة رياضة</nav><article><h1>لافروف يختتم زيارته إلى وونسان</h1>
<p>أعلنت وزارة الخارجية الروسية، الأحد، أن الوزير سيرغي لافروف اختتم زيارته إلى مدينة وونسان
الساحلية بعد لقاء مع الزعيم الكوري الشمالي كيم جونغ أون.</p>
<p>وقالت المتحدثة باسم الوزارة إن الجانبين بحثا توسيع التعاون في السياحة والنقل، واتفقا على تسيير
رحلات جوية مباشرة بين موسكو وبيونغ يانغ قبل نهاية الشهر الجاري.</p>
<p>وذكرت وكالة الأنباء المركزية الكورية أن نحو 1200 سائح روسي زاروا المنتجع منذ افتتاحه في الأول من
يوليو.</p><p>اقرأ أيضا: ماذا يريد الكرملين من بيونغ يانغ؟</p></article></body></html>
"""
_TABLE = """العنوان,النص,الناشر,تاريخ النشر
سول تراقب وصول السياح الروس,قال مسؤول في سول إن بلاده تتابع الزيارات عن كثب.,الوكالة,2025-07-14
رحلات مباشرة بين موسكو وبيونغ يانغ,أعلنت شركة الطيران موعد أول رحلة لها.,الوكالة,2025-07-15
"""
_NAMES = """name,kind,aliases,wikidata
سيرغي لافروف,person,لافروف,Q58217
كيم جونغ أون,person,كيم,Q56226
سول,place,سيول,Q8684
"""
_MARKED = "قال لافروف إن الجنود وصلوا.\nوأكد كيم ذلك.\n"
_MARKS = (("Person", "لافروف"), ("Claim", "الجنود وصلوا"), ("Person", "كيم"))


def write(folder: Path, session: Session) -> None:
    """Fill a folder: a saved page, a table, names, another tool's marks, two copies, an empty file.

    The copies are of articles of the project: one as it is, one cut and with a line of its own.
    """
    brat = folder / "kremlin"
    brat.mkdir(parents=True)
    marks = []
    for number, (label, words) in enumerate(_MARKS, 1):
        start = _MARKED.index(words)
        marks.append(f"T{number}\t{label} {start} {start + len(words)}\t{words}\n")
    marks.append("R1\tSpeaker Arg1:T2 Arg2:T1\n")
    files = {
        PAGE: _PAGE,
        "archive.csv": _TABLE,
        "names.csv": _NAMES,
        "empty.txt": "",
        "kremlin/a.txt": _MARKED,
        "kremlin/a.ann": "".join(marks),
    }
    texts = [documents.document(session, id_).text for id_ in documents.document_ids(session)[:2]]
    if texts:
        files["same.txt"] = texts[0]
        last = texts[-1]
        files["reprint.txt"] = f"{last[: len(last) * 9 // 10]}\nنشرته الصحيفة نقلا عن الوكالات.\n"
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
