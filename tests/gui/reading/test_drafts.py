"""What a claim marked by hand comes with."""

from __future__ import annotations

from dataclasses import replace

from tawatur_core.model import ClaimKind, HowMany, Party, SlotName, Span
from tawatur_gui.reading.article import Article
from tawatur_gui.reading.drafts import drafts
from tawatur_gui.reading.values_found import Values, read_values

from .made import Made


def test_a_proposal_that_overlaps_lends_its_slots(made: Made):
    here = made.documents[2]
    article = Article.load(made.session, here)
    offer = next(iter(article.claim_proposals.values()))
    span = Span(offer.spans[0].start, offer.spans[0].end + 5)
    kind, slots = drafts(article, Values(), span)
    assert kind is offer.kind
    assert [slot.value for slot in slots] == [Party("كوريا الشمالية")]
    far = made.span(here, "مناهضة للغرب")
    assert drafts(article, Values(), far) == (ClaimKind.STATEMENT, [])


def test_dates_and_numbers_inside_become_slots(made: Made):
    here = made.documents[2]
    article = Article.load(made.session, here)
    values = read_values(article.document.text, article.document.published)
    span = made.between(here, "منظمة شنغهاي للتعاون", "يوليو 2025")
    _, slots = drafts(article, values, span)
    assert [slot.name for slot in slots] == [SlotName.WHEN]
    assert slots[0].span is not None
    assert span.contains(slots[0].span)
    count = made.span(here, "6 آلاف مهندس وعامل بناء")
    _, slots = drafts(article, values, count)
    assert [slot.name for slot in slots] == [SlotName.HOW_MANY]


def test_words_in_quotation_marks_are_a_direct_quote(made: Made):
    here = made.documents[2]
    article = Article.load(made.session, here)
    inside = made.span(here, "تهديد كبير لأمن شمال شرق آسيا")
    assert drafts(article, Values(), inside)[0] is ClaimKind.DIRECT_QUOTE
    whole = Span(inside.start - 1, inside.end + 1)
    assert drafts(article, Values(), whole)[0] is ClaimKind.DIRECT_QUOTE


def test_years_and_ranks_are_not_how_many(made: Made):
    text = "نال الفريق المركز 2 في مونديال 2014 بعد أن شارك 32 منتخبًا في المباراة الثالثة."
    article = Article.load(made.session, made.documents[2])
    article.document = replace(article.document, text=text)
    _, slots = drafts(article, read_values(text, None), Span(0, len(text)))
    counted = [slot.value.text for slot in slots if isinstance(slot.value, HowMany)]
    assert "2014" not in " ".join(counted)
    assert any("32" in one for one in counted)
