"""Commands on clusters of names that may be one entity. Each call is one undo step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, product

from tawatur_core.accounts import settled
from tawatur_core.edit import entities
from tawatur_core.edit.recording import Asked, Word, record
from tawatur_core.errors import ToldApart
from tawatur_core.model import Choice, Confidence, EntityId, Label
from tawatur_core.store.entities import entity, entity_ids
from tawatur_core.store.session import Session
from tawatur_core.store.spans import shorten
from tawatur_core.store.transaction import Transaction
from tawatur_core.store.verdicts import verdicts

Pair = tuple[EntityId, EntityId]


def accept(
    session: Session,
    members: Sequence[EntityId],
    *,
    name: str = "",
    apart: Iterable[EntityId] = (),
    reason: str = "",
    confidence: Confidence = Confidence.MEDIUM,
) -> EntityId:
    """Make all `members` one entity called `name`; the first takes the others over.

    It is recorded that an analyst called them one, and each of `apart` another than they are.
    Without a name the first one's stays. Returns the entity that stays. Raises NoSuchRow when one
    is gone, ToldApart when an analyst told two of them apart, ValueError for fewer than two.
    """
    keep, *others = dict.fromkeys(members)
    if not others:
        raise ValueError("one entity alone is no cluster")
    strangers = [one for one in dict.fromkeys(apart) if one != keep and one not in others]
    _refuse_told_apart(session, [keep, *others])
    label = _label(session, Choice.SAME_ENTITY, [keep, *others])
    with session.edit(label) as txn:
        # Told apart before they are joined: each verdict then names what it was given on.
        others_than = Word(Choice.DIFFERENT_ENTITIES, reason, confidence)
        _record(txn, session, others_than, _with(keep, strangers))
        _record(txn, session, Word(Choice.SAME_ENTITY, reason, confidence), _with(keep, others))
        entities.merge(session, keep, others)
        if name:
            entities.rename(session, keep, name)
    return keep


def reject(
    session: Session,
    members: Sequence[EntityId],
    *,
    reason: str = "",
    confidence: Confidence = Confidence.MEDIUM,
) -> None:
    """Tell all `members` apart from one another for good. Raises NoSuchRow."""
    word = Word(Choice.DIFFERENT_ENTITIES, reason, confidence)
    _decide(session, word, members, _every(members))


def leave_out(
    session: Session,
    stranger: EntityId,
    members: Sequence[EntityId],
    *,
    reason: str = "",
    confidence: Confidence = Confidence.MEDIUM,
) -> None:
    """Tell one entity apart from each of the others for good; they stay open. Raises NoSuchRow."""
    pairs = [(stranger, one) for one in dict.fromkeys(members) if one != stranger]
    word = Word(Choice.DIFFERENT_ENTITIES, reason, confidence)
    _decide(session, word, [stranger, *members], pairs)


def defer(
    session: Session,
    members: Sequence[EntityId],
    *,
    reason: str = "",
    confidence: Confidence = Confidence.MEDIUM,
) -> None:
    """Put off whether the members are one. Raises NoSuchRow."""
    word = Word(Choice.DEFERRED, reason, confidence)
    _decide(session, word, members, _every(members))


def _decide(
    session: Session, word: Word, members: Sequence[EntityId], pairs: Sequence[Pair]
) -> None:
    with session.edit(_label(session, word.choice, members)) as txn:
        _record(txn, session, word, pairs)


def _record(txn: Transaction, session: Session, word: Word, pairs: Sequence[Pair]) -> None:
    names = {one: entity(session, one).name for pair in pairs for one in pair}
    for pair in pairs:
        asked = Asked.names(pair, [names[one] for one in pair])
        record(txn, session.analyst, asked, word)


def _refuse_told_apart(session: Session, members: Sequence[EntityId]) -> None:
    different = settled(verdicts(session).values(), entity_ids(session)).different
    for a, b in combinations(members, 2):
        if frozenset({a, b}) in different:
            raise ToldApart(entity(session, a).name, entity(session, b).name)


def _every(members: Sequence[EntityId]) -> list[Pair]:
    return list(combinations(dict.fromkeys(members), 2))


def _with(one: EntityId, others: Iterable[EntityId]) -> list[Pair]:
    return list(product((one,), others))


def _label(session: Session, choice: Choice, members: Sequence[EntityId]) -> Label:
    seen = " / ".join(entity(session, one).name for one in dict.fromkeys(members))
    return Label("undo-verdict", {"choice": choice.value, "seen": shorten(seen)})
