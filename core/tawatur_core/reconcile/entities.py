"""'Are these two entities one?': proposals with evidence for and against.

Candidates come from blocks of equal sound, never from comparing all names with all.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from importlib.util import find_spec
from itertools import combinations

from tawatur_core.arabic import fold_text
from tawatur_core.arabic.names import name_key, name_keys, name_similarity
from tawatur_core.model import (
    ConflictKey,
    EntityId,
    EntityKind,
    EntityProposal,
    Evidence,
)
from tawatur_core.monitor import Monitor, Silent
from tawatur_core.reconcile.parties import title_key
from tawatur_core.reconcile.terms import raw_words
from tawatur_core.reconcile.views import EntityView, Settled

# From this score a pair is worth an analyst's look; from GOOD it is nearly always right.
LEAST = 0.6
GOOD = 0.75
# A word that more names share (محمد) says nothing; whole names are blocked all the same.
MOST_IN_BLOCK = 50
MOST_SPELLINGS = 8
LARGE = 20_000

# How many full names each word, by its sound, is the first or the last of.
Bearers = Mapping[str, int]


def proposal_key(a: EntityId, b: EntityId) -> ConflictKey:
    """Return the key of the question whether two entities are one; the order does not matter."""
    told = "|".join(sorted((a, b)))
    return ConflictKey("e-" + hashlib.sha256(told.encode()).hexdigest()[:20])


def propose_same(
    entities: Iterable[EntityView],
    settled: Settled | None = None,
    monitor: Monitor | None = None,
    *,
    large: int = LARGE,
) -> tuple[EntityProposal, ...]:
    """Propose pairs of entities that may be one, the likeliest first.

    What was decided is not asked again, nor is a join with one of two entities that an analyst
    told apart, when it would bring them together through the back door. More than `large` entities
    are looked through in bulk where the extra `scale` is installed. Raises Cancelled.
    """
    watch = monitor or Silent()
    done = settled or Settled()
    by_id = {e.id: e for e in sorted(entities, key=lambda e: e.id)}
    bearers = bearers_of(view.name for view in by_id.values())
    found = []
    for at, (a, b) in enumerate(_candidates(by_id, large, watch)):
        if at % 256 == 0:
            watch.step(at, 0)
        key = proposal_key(a.id, b.id)
        if key in done.entity_keys or frozenset({a.id, b.id}) in done.different:
            continue
        score, evidence = judge(a, b, bearers)
        if score >= LEAST:
            found.append(EntityProposal(key, a.id, b.id, score, evidence))
    return tuple(sorted(found, key=lambda p: (-p.score, p.key)))


def _candidates(
    by_id: Mapping[EntityId, EntityView], large: int, watch: Monitor
) -> Iterator[tuple[EntityView, EntityView]]:
    if len(by_id) > large and find_spec("numpy") is not None:
        yield from _candidates_in_bulk(by_id, watch)
        return
    blocks: defaultdict[str, set[EntityId]] = defaultdict(set)
    for view in by_id.values():
        for spelling in _spellings(view):
            blocks["=" + name_key(spelling)].add(view.id)
            for key in name_keys(spelling):
                blocks[key].add(view.id)
        for external in view.external_ids:
            blocks[f"id {external.scheme} {external.value}"].add(view.id)
    seen: set[tuple[EntityId, EntityId]] = set()
    for key in sorted(blocks):
        block = blocks[key]
        if len(block) < 2 or (len(block) > MOST_IN_BLOCK and not key.startswith(("=", "id "))):
            continue
        for a, b in combinations(sorted(block), 2):
            if (a, b) not in seen:
                seen.add((a, b))
                yield by_id[a], by_id[b]


def _candidates_in_bulk(
    by_id: Mapping[EntityId, EntityView], watch: Monitor
) -> Iterator[tuple[EntityView, EntityView]]:
    """Yield pairs that share an external id or sound alike as whole names, never short forms."""
    from tawatur_core.reconcile.names_at_scale import likely_pairs  # noqa: PLC0415 - an extra

    told = [(view, spelling) for view in by_id.values() for spelling in _spellings(view)]
    edges = likely_pairs([spelling for _, spelling in told], monitor=watch)
    found = {
        (min(a.id, b.id), max(a.id, b.id))
        for x, y in zip(edges.a.tolist(), edges.b.tolist(), strict=True)
        if (a := told[x][0]).id != (b := told[y][0]).id
    }
    same: defaultdict[str, list[EntityId]] = defaultdict(list)
    for view in by_id.values():
        for external in view.external_ids:
            same[f"{external.scheme} {external.value}"].append(view.id)
    found.update(pair for ids in same.values() for pair in combinations(sorted(set(ids)), 2))
    for one, other in sorted(found):
        yield by_id[one], by_id[other]


def _spellings(view: EntityView) -> list[str]:
    """Return the name and its spellings, without those that are a description or too short."""
    ordered = dict.fromkeys((view.name, *view.spellings))
    return [s for s in ordered if len(fold_text(s)) > 2][:MOST_SPELLINGS]


def bearers_of(names: Iterable[str]) -> Bearers:
    """Count the full names, by their sound, of which each word is the first or the last."""
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        parts = raw_words(name)
        if len(parts) > 1:
            for part in (parts[0], parts[-1]):
                bearers[name_key(part)].add(name_key(name))
    return {part: len(names) for part, names in bearers.items()}


def judge(a: EntityView, b: EntityView, bearers: Bearers) -> tuple[float, tuple[Evidence, ...]]:
    """Return how likely two entities are one, 0…1, with the reasons for and against."""
    score, evidence = _name_evidence(a, b, bearers)
    if any((x.scheme, x.value) for x in a.external_ids if x in b.external_ids):
        evidence.append(Evidence("evidence-entity-external", 0.6))
    elif other_id(a, b):
        evidence.append(Evidence("evidence-entity-external-other", -0.8))
    evidence += _context_evidence(a, b)
    total = score
    for reason in evidence[1:]:
        total += reason.weight * ((1.0 - total) if reason.weight > 0 else 1.0)
    likely = round(max(0.0, min(1.0, total)), 4)
    classes = _spelling(evidence[0]) if likely >= LEAST else []
    return likely, (evidence[0], *classes, *evidence[1:])


_MOST_CLASSES = 3
_HABIT = -0.5  # log odds: what costs less is another habit of writing
_SHOWN = 0.01


def _spelling(form: Evidence) -> list[Evidence]:
    """Return by which classes of spelling two forms of a name differ.

    They weigh nothing more, since the form has their weight; their sign says for or against.
    """
    reasons = name_similarity(form.args["a"], form.args["b"]).reasons
    return [
        replace(reason, weight=_SHOWN if reason.weight >= _HABIT else -_SHOWN)
        for reason in reasons[:_MOST_CLASSES]
    ]


def other_id(a: EntityView, b: EntityView) -> bool:
    """Whether one catalogue has two different identifiers for the two."""
    ours = {x.scheme: x.value for x in a.external_ids}
    return any(x.scheme in ours and ours[x.scheme] != x.value for x in b.external_ids)


def _name_evidence(a: EntityView, b: EntityView, bearers: Bearers) -> tuple[float, list[Evidence]]:
    if len(raw_words(a.name)) != len(raw_words(b.name)) and name_key(a.name) != name_key(b.name):
        return _short_form(a, b, bearers)
    canonical = name_similarity(a.name, b.name).score
    # The names as they are come first: one of two letters (طه) is not among the spellings.
    scored = {(a.name, b.name): canonical} | {
        (x, y): name_similarity(x, y).score
        for x in _spellings(a)
        for y in _spellings(b)
        if len(raw_words(x)) == len(raw_words(y)) > 1
    }
    x, y = max(scored, key=lambda p: (scored[p], p))
    # The canonical names decide; a spelling may only add to what they allow.
    best = scored[x, y] if canonical >= 0.3 else min(scored[x, y], canonical)
    return best, [Evidence("evidence-entity-spelling", round(best, 4), {"a": x, "b": y})]


def _short_form(a: EntityView, b: EntityView, bearers: Bearers) -> tuple[float, list[Evidence]]:
    """Judge لافروف against سيرجي لافروف: one only if nobody else could be meant."""
    short, full = sorted((a, b), key=lambda e: (len(raw_words(e.name)), e.id))
    args = {"a": short.name, "b": full.name}
    score = name_similarity(short.name, full.name).score
    if full.kind is not EntityKind.PERSON or short.kind is not EntityKind.PERSON:
        # كوريا is not short for كوريا الشمالية: there is another.
        return 0.0, [Evidence("evidence-entity-spelling", 0.0, args)]
    if bearers.get(name_key(short.name), 0) > 1:
        score = min(score, 0.4)
        return score, [Evidence("evidence-entity-short-unclear", score, args)]
    return score, [Evidence("evidence-entity-short", round(score, 4), args)]


_OTHER_FIRST = 0.3


def _other_first(a: EntityView, b: EntityView) -> Evidence | None:
    """Say that two persons of one last name have other first names: brothers, father and son."""
    ours, theirs = raw_words(a.name), raw_words(b.name)
    persons = a.kind is b.kind is EntityKind.PERSON
    if not persons or min(len(ours), len(theirs)) < 2 or name_key(ours[-1]) != name_key(theirs[-1]):
        return None
    if name_similarity(ours[0], theirs[0]).score >= _OTHER_FIRST:
        return None
    return Evidence("evidence-entity-other-first", -0.3, {"a": ours[0], "b": theirs[0]})


def _context_evidence(a: EntityView, b: EntityView) -> list[Evidence]:
    found = []
    if a.kind is not b.kind:
        found.append(Evidence("evidence-entity-kind", -0.3))
    if other := _other_first(a, b):
        found.append(other)
    if a.sentences & b.sentences:
        count = str(len(a.sentences & b.sentences))
        found.append(Evidence("evidence-entity-together", -0.4, {"count": count}))
    elif a.documents & b.documents:
        found.append(Evidence("evidence-entity-never-together", 0.05))
    written = {title_key(title): title for title in sorted(b.titles)}
    if titles := sorted({written[key] for t in a.titles if (key := title_key(t)) in written}):
        found.append(Evidence("evidence-entity-titles", 0.2, {"titles": "، ".join(titles[:3])}))
    company = (a.company & b.company) - {a.id, b.id}
    known = len((a.company | b.company) - {a.id, b.id})
    if company and known:
        weight = round(0.3 * len(company) / known, 4)
        found.append(Evidence("evidence-entity-company", weight, {"count": str(len(company))}))
    return found
