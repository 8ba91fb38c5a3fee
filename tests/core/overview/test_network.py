"""Who is named with whom and quoted by whom, and where the names stand."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings, strategies as st

from tawatur_core.model import DocumentId, EntityId, EntityKind, MentionId, SlotName, Span
from tawatur_core.overview.network import Sighting, Spot, quoting, together
from tawatur_core.overview.spread import Box, layered, part, springs
from tawatur_core.overview.tellers import tellers
from tawatur_core.reconcile.views import Account, Named
from tests.core.overview.make import account, article, named, party, slot


def _seen(entity: str, sentence: int, start: int = 0) -> Sighting:
    spot = Spot(DocumentId("a"), Span(start, start + 1), MentionId(f"{entity}{sentence}"))
    return Sighting(EntityId(entity), sentence, spot)


def test_names_of_one_sentence_are_joined_once_for_each_sentence():
    seen = [
        _seen("x", 1),
        _seen("x", 1, 5),
        _seen("y", 1),
        _seen("x", 2),
        _seen("y", 2),
        _seen("z", 3),
    ]
    made = together(named("x", "y", "z"), seen)
    assert [(node.name, node.weight) for node in made.nodes] == [("X", 3), ("Y", 2), ("Z", 1)]
    assert [(edge.a, edge.b, edge.weight) for edge in made.edges] == [(0, 1, 2)]
    assert [spot.mention for spot in made.edges[0].spots] == ["x1", "x2"]
    assert made.edges_of(2) == []


def test_rarer_names_are_left_out_and_counted():
    seen = [_seen("x", 1), _seen("x", 2), _seen("y", 1), _seen("y", 2), _seen("z", 1)]
    made = together(named("x", "y", "z"), seen, most=2)
    assert [node.name for node in made.nodes] == ["X", "Y"]
    assert made.hidden == 1


def test_words_go_from_the_speaker_by_the_agency_to_the_teller():
    tell = tellers([article("a", "سانا")])
    claim = account(
        "c",
        "a",
        slot(SlotName.SPEAKER, party("الوزير", "x")),
        slot(SlotName.VIA, party("وكالة تاس")),
    )
    bare = account("d", "a", slot(SlotName.SPEAKER, party("وكالة  تاس")))
    made = quoting(tell, [claim, bare, account("e", "a")], named("x"))
    names = [node.name for node in made.nodes]
    links = {(names[e.a], names[e.b]): e.weight for e in made.edges}
    assert links == {("X", "وكالة تاس"): 1, ("وكالة تاس", "سانا"): 2}
    assert all(edge.directed for edge in made.edges)
    layers = {node.name: node.layer for node in made.nodes}
    assert layers == {"سانا": 0, "وكالة تاس": 1, "X": 2}
    agency = made.nodes[names.index("وكالة تاس")]
    assert (agency.entity, agency.weight) == (None, 3)


def _quoted(*claims: Account) -> list[tuple[str, EntityId | None]]:
    tell = tellers([article("a", "سانا"), article("b", "تاس")])
    made = quoting(tell, claims, named("x", "y"))
    return [(node.name, node.entity) for node in made.nodes if node.kind is not None]


def test_an_unlinked_speaker_is_whom_its_article_calls_so():
    linked = account("c", "a", slot(SlotName.SPEAKER, party("الوزير الروسي", "x")))
    loose = account("d", "a", slot(SlotName.SPEAKER, party("الوزيرُ  الروسي")))
    assert _quoted(linked, loose) == [("X", "x")]
    spelled = Named(EntityId("x"), "لافروف", EntityKind.PERSON, ("الوزير الروسي",))
    told = replace(account("e", "a"), entities=(spelled,))
    assert _quoted(told, loose) == [("X", "x")]


def test_an_unlinked_speaker_stands_for_itself_where_the_article_does_not_say():
    loose = account("d", "b", slot(SlotName.SPEAKER, party("الوزير الروسي")))
    elsewhere = account("c", "a", slot(SlotName.SPEAKER, party("الوزير الروسي", "x")))
    assert _quoted(elsewhere, loose) == [("X", "x"), ("الوزير الروسي", None)]
    two = [
        account(id_, "b", slot(SlotName.SPEAKER, party("الوزير الروسي", who)))
        for id_, who in (("e", "x"), ("f", "y"))
    ]
    assert ("الوزير الروسي", None) in _quoted(*two, loose)


def test_who_quotes_itself_is_no_link():
    claim = account(
        "c", "a", slot(SlotName.SPEAKER, party("تاس", "x")), slot(SlotName.VIA, party("تاس", "x"))
    )
    made = quoting(tellers([article("a")]), [claim], named("x"))
    assert len(made.edges) == 1


EDGES = st.dictionaries(
    st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda pair: pair[0] < pair[1]),
    st.integers(1, 30),
    max_size=20,
)


@settings(max_examples=15, deadline=None)
@given(EDGES)
def test_places_lie_on_the_page_and_are_the_same_each_time(edges: dict[tuple[int, int], int]):
    made = springs(12, edges)
    assert made == springs(12, edges)
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in made)
    assert len(set(made)) == 12


@settings(max_examples=30, deadline=None)
@given(EDGES, st.sets(st.integers(0, 11), min_size=1, max_size=4))
def test_layers_begin_with_those_who_tell(edges: dict[tuple[int, int], int], firsts: set[int]):
    made = layered(12, edges, firsts)
    assert all((made[n][2] == 0) == (n in firsts) for n in range(12))
    assert len({(layer, y) for _, y, layer in made}) == 12


BOXES = st.lists(
    st.builds(Box, st.floats(0, 600), st.floats(0, 400), st.floats(30, 200), st.just(28.0)),
    max_size=18,
)


@settings(max_examples=40, deadline=None)
@given(BOXES)
def test_labels_never_cover_one_another(boxes: list[Box]):
    made = part(boxes, 600, 400)
    assert [(b.width, b.height) for b in made] == [(b.width, b.height) for b in boxes]
    for n, one in enumerate(made):
        for other in made[:n]:
            across = abs(one.x - other.x) >= (one.width + other.width) / 2
            down = abs(one.y - other.y) >= (one.height + other.height) / 2
            assert across or down


def test_labels_that_are_clear_stay_where_they_are():
    boxes = [Box(50, 20, 80, 28), Box(50, 120, 80, 28)]
    assert part(boxes, 600, 400) == boxes
