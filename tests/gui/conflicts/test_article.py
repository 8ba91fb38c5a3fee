"""An article shown at its claim."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from tests.gui.conflicts.made import Made

from tawatur_core.model import Document, Relation, Span
from tawatur_core.store.documents import document
from tawatur_gui.conflicts.article import ArticleView, Excerpt
from tawatur_gui.conflicts.marks import Mark
from tawatur_gui.reading.sheet import Style
from tawatur_gui.theme import LIGHT

CLAIM = "أكثر من 10 آلاف جندي"


@pytest.fixture
def article(made: Made) -> Document:
    return document(made.session, made.documents[0])


@pytest.fixture
def view(app: object) -> Iterator[ArticleView]:
    made = ArticleView()
    made.resize(480, 500)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def place(text: str, words: str = CLAIM) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def show(view: ArticleView, article: Document) -> Span:
    claim = place(article.text)
    mark = Mark(claim, Relation.DIFFERENT, 0)
    view.show_claim(article, [claim], [mark], Style(), LIGHT)
    QCoreApplication.sendPostedEvents()
    QTest.qWait(20)
    return claim


def test_the_claim_is_in_view_below_some_context(view: ArticleView, article: Document):
    claim = show(view, article)
    top = view.rectangles(claim)[0].top()
    assert 40 < top < view.viewport().height() / 2


def test_it_stays_there_when_the_column_gets_narrower(view: ArticleView, article: Document):
    claim = show(view, article)
    view.resize(330, 500)
    QTest.qWait(20)
    assert 20 < view.rectangles(claim)[0].top() < view.viewport().height() / 2


@pytest.mark.parametrize("width", [360, 414, 480, 533, 600])
def test_grounds_stand_where_the_text_is_painted(view: ArticleView, article: Document, width: int):
    """Compared with where Qt puts the caret, for columns that wrap differently."""
    view.resize(width, 500)
    claim = show(view, article)
    boxes = view.rectangles(claim)
    local = view._local(claim)
    assert local is not None
    first, last = QTextCursor(view.document()), QTextCursor(view.document())
    first.setPosition(local[0])
    last.setPosition(local[1])
    begins, ends = view.cursorRect(first), view.cursorRect(last)
    assert boxes[0].contains(begins.center().x() - 3, begins.center().y())
    assert abs(boxes[0].right() - begins.x()) <= 4
    assert abs(boxes[-1].left() - ends.x()) <= 8  # the caret may stand after the space


def test_dimming_cuts_no_word(view: ArticleView, article: Document):
    """A format boundary inside a paragraph would break joined letters."""
    show(view, article)
    block = view.document().begin()
    inks = set()
    while block.isValid():
        formats = block.layout().formats()
        assert formats == []
        pieces = 0
        fragment = block.begin()
        while not fragment.atEnd():
            inks.add(fragment.fragment().charFormat().foreground().color().name().upper())
            pieces += 1
            fragment += 1
        assert pieces <= 1
        block = block.next()
    assert inks == {LIGHT.ink, LIGHT.muted}


def test_differing_words_are_painted_in_the_conflict_colour(view: ArticleView, article: Document):
    claim = show(view, article)
    image = view.viewport().grab().toImage()
    box = view.rectangles(claim)[0].toAlignedRect()
    wanted = LIGHT.colour("conflict")
    inside = sum(
        image.pixelColor(x, y) == wanted
        for x in range(box.left(), box.right())
        for y in range(max(0, box.top()), box.bottom())
    )
    assert inside > box.width()


def test_text_can_be_selected_but_not_changed(view: ArticleView, article: Document):
    show(view, article)
    view.setFocus()
    view.moveCursor(QTextCursor.MoveOperation.Start)
    before = view.document().characterCount()
    QTest.keyClicks(view, "abc")
    assert view.document().characterCount() == before
    assert view.layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_a_long_article_is_cut_at_paragraphs_around_the_claim():
    text = "\n".join(f"الفقرة رقم {n} " + "كلمة " * 40 for n in range(2000))
    claim = Span(text.index("رقم 1000 "), text.index("رقم 1000 ") + 8)
    cut = Excerpt.around(text, claim)
    assert len(cut.text) < 45_000
    assert text[cut.start : cut.start + len(cut.text)] == cut.text
    assert cut.text.startswith("الفقرة")
    assert text[cut.start - 1] == "\n"
    assert cut.start < claim.start < claim.end < cut.start + len(cut.text)


def test_emoji_before_the_claim_do_not_shift_it(view: ArticleView, article: Document, made: Made):
    text = "😀😀😀 خبر\n" + article.text
    shifted = Document(
        **{
            name: getattr(article, name) for name in Document.__dataclass_fields__ if name != "text"
        },
        text=text,
    )
    claim = place(text)
    view.show_claim(shifted, [claim], [], Style(), LIGHT)
    start, end = view._local(claim) or (0, 0)
    cursor = QTextCursor(view.document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == CLAIM
