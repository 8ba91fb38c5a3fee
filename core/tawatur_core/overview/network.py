"""Who is named with whom, and who is quoted by whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from tawatur_core.arabic.fold import fold_text
from tawatur_core.model import (
    ClaimId,
    DocumentId,
    EntityId,
    EntityKind,
    MentionId,
    Party,
    Slot,
    SlotName,
    Span,
)
from tawatur_core.overview.spread import layered, springs
from tawatur_core.overview.tellers import Teller, teller_of
from tawatur_core.reconcile.views import Account, Named

MOST = 26  # nodes that can be read on one screen
_FEWEST_SHOWN = 2  # rarer company is an accident


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a text: a mention, or a claim."""

    document: DocumentId
    span: Span
    mention: MentionId | None = None
    claim: ClaimId | None = None


@dataclass(frozen=True, slots=True)
class Sighting:
    """A linked mention and the number of its sentence."""

    entity: EntityId
    sentence: int
    spot: Spot


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody on the map. A teller has no `kind`; a speaker nobody linked has no `entity`.

    `x` and `y` lie between 0 and 1, `x` from where reading begins. `weight` is how often it is
    named, or quotes and is quoted.
    """

    key: str
    name: str
    kind: EntityKind | None
    weight: int
    x: float = 0.0
    y: float = 0.0
    layer: int = 0
    entity: EntityId | None = None
    document: DocumentId | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """Two nodes with the places that join them. When `directed`, `a` is quoted by `b`."""

    a: int
    b: int
    spots: tuple[Spot, ...]
    directed: bool = False

    @property
    def weight(self) -> int:
        """How many places join them."""
        return len(self.spots)


@dataclass(frozen=True, slots=True)
class Network:
    """A map, and how many nodes were left out of it because they are rarer."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    hidden: int = 0

    def edges_of(self, node: int) -> list[Edge]:
        """Return the edges that end in a node, the strongest first."""
        found = [edge for edge in self.edges if node in (edge.a, edge.b)]
        return sorted(found, key=lambda edge: (-edge.weight, edge.a, edge.b))


def together(
    named: Mapping[EntityId, Named], sightings: Iterable[Sighting], most: int = MOST
) -> Network:
    """Return who is named in one sentence with whom: the `most` named, and their company.

    Where the map would be a tangle, only the strongest company of each is kept.
    """
    weights: Counter[EntityId] = Counter()
    sentences: defaultdict[tuple[DocumentId, int], dict[EntityId, Spot]] = defaultdict(dict)
    for seen in sightings:
        if seen.entity in named:
            weights[seen.entity] += 1
            sentences[seen.spot.document, seen.sentence].setdefault(seen.entity, seen.spot)
    kept = sorted(weights, key=lambda e: (-weights[e], named[e].name, e))[:most]
    number = {entity: n for n, entity in enumerate(kept)}
    spots: defaultdict[tuple[int, int], list[Spot]] = defaultdict(list)
    for company in sentences.values():
        inside = sorted(number[entity] for entity in company if entity in number)
        for a, b in combinations(inside, 2):
            spots[a, b].append(company[kept[a]])
    edges = _strongest(spots, len(kept))
    places = springs(len(kept), {pair: len(found) for pair, found in edges.items()})
    nodes = [
        Node(entity, named[entity].name, named[entity].kind, weights[entity], x, y, entity=entity)
        for entity, (x, y) in zip(kept, places, strict=True)
    ]
    made = [Edge(a, b, tuple(found)) for (a, b), found in sorted(edges.items())]
    return Network(tuple(nodes), tuple(made), len(weights) - len(kept))


def _strongest(
    spots: Mapping[tuple[int, int], list[Spot]], nodes: int
) -> dict[tuple[int, int], list[Spot]]:
    """Return for each node its three strongest edges, and all that are seen often."""
    kept: set[tuple[int, int]] = set()
    for node in range(nodes):
        own = [pair for pair in spots if node in pair and len(spots[pair]) >= _FEWEST_SHOWN]
        own = own or [pair for pair in spots if node in pair]
        kept.update(sorted(own, key=lambda pair: (-len(spots[pair]), pair))[:3])
    return {pair: spots[pair] for pair in sorted(kept)}


@dataclass(slots=True)
class _Links:
    """Quotations as they are found: nodes by key, and the places of each link."""

    nodes: dict[str, Node] = field(default_factory=dict)
    spots: defaultdict[tuple[str, str], list[Spot]] = field(
        default_factory=lambda: defaultdict(list)
    )


def quoting(
    tellers: Sequence[Teller],
    accounts: Iterable[Account],
    named: Mapping[EntityId, Named],
    most: int = MOST,
) -> Network:
    """Return who is quoted by whom: speakers by those they spoke to, and these by the tellers.

    A speaker nobody linked is the one whom its article calls so elsewhere (الوزير الروسي); where
    the article does not say, or calls two so, it stands for itself.
    """
    whose = teller_of(tellers)
    links = _Links()
    told = list(accounts)
    short = _short_forms(told)
    for account in told:
        called = short.get(account.document, {})
        chain = [_party(slot.value, named, called) for slot in _chain(account)]
        people = [node for node in chain if node is not None]
        if not people:
            continue
        teller = tellers[whose[account.document]]
        last = Node(teller.key, teller.name, None, 0, layer=0, document=teller.articles[0])
        _link(links, [*people, last], account)
    return _laid(links, most)


def _chain(account: Account) -> list[Slot]:
    return [*account.named(SlotName.SPEAKER)[:1], *account.named(SlotName.VIA)]


def _short_forms(accounts: Iterable[Account]) -> dict[DocumentId, dict[str, EntityId]]:
    """Return for each article the words that mean one entity in it, and which."""
    found: defaultdict[DocumentId, defaultdict[str, set[EntityId]]] = defaultdict(
        lambda: defaultdict(set)
    )
    for account in accounts:
        called = found[account.document]
        for known in account.entities:
            for words in (known.name, *known.spellings):
                called[_even(words)].add(known.id)
        for slot in account.slots:
            if isinstance(slot.value, Party) and slot.value.entity is not None:
                called[_even(slot.value.text)].add(slot.value.entity)
    return {
        document: {words: next(iter(ids)) for words, ids in called.items() if len(ids) == 1}
        for document, called in found.items()
    }


def _even(text: str) -> str:
    return fold_text(" ".join(text.split()))


def _party(
    value: object, named: Mapping[EntityId, Named], called: Mapping[str, EntityId]
) -> Node | None:
    if not isinstance(value, Party) or not value.text.strip():
        return None
    entity = value.entity or called.get(_even(value.text))
    if entity is not None and entity in named:
        known = named[entity]
        return Node(known.id, known.name, known.kind, 0, entity=known.id)
    text = " ".join(value.text.split())
    return Node(f"text {fold_text(text)}", text, EntityKind.OTHER, 0)


def _link(links: _Links, people: Sequence[Node], account: Account) -> None:
    spot = Spot(account.document, Span(account.start, account.start), claim=account.id)
    for source, quoter in pairwise(people):
        if source.key != quoter.key:
            links.spots[source.key, quoter.key].append(spot)
    for node in people:
        links.nodes.setdefault(node.key, node)


def _laid(links: _Links, most: int) -> Network:
    weights: Counter[str] = Counter()
    for (source, quoter), found in links.spots.items():
        weights[source] += len(found)
        weights[quoter] += len(found)
    nodes = links.nodes
    ranked = sorted(nodes, key=lambda k: (nodes[k].kind is not None, -weights[k], nodes[k].name))
    kept = ranked[:most]
    number = {key: n for n, key in enumerate(kept)}
    pairs = {
        (number[a], number[b]): found
        for (a, b), found in links.spots.items()
        if a in number and b in number
    }
    fixed = {n for n, key in enumerate(kept) if nodes[key].kind is None}
    places = layered(len(kept), {pair: len(found) for pair, found in pairs.items()}, fixed)
    laid = [
        Node(key, one.name, one.kind, weights[key], x, y, layer, one.entity, one.document)
        for (key, one), (x, y, layer) in zip(
            ((key, nodes[key]) for key in kept), places, strict=True
        )
    ]
    edges = [Edge(a, b, tuple(found), directed=True) for (a, b), found in sorted(pairs.items())]
    return Network(tuple(laid), tuple(edges), len(nodes) - len(kept))
