"""Commands of a review: what is proposed is accepted, groups and conflicts are listed."""

from __future__ import annotations

import random
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping

from tawatur_core import phrasing
from tawatur_core.arabic import fold_text
from tawatur_core.cli.output import Output
from tawatur_core.cli.projects import reading, writing
from tawatur_core.errors import UnknownName
from tawatur_core.model import (
    Choice,
    Claim,
    ClaimId,
    Conflict,
    ConflictKey,
    EntityId,
    EventGroup,
    Verdict,
)
from tawatur_core.records import to_json
from tawatur_core.standing import stands
from tawatur_core.store import claims, derived, documents, entities, verdicts
from tawatur_core.store.conflict_filter import Wanted, matching
from tawatur_core.store.documents import LibraryRow
from tawatur_core.store.session import Reader

Keys = set[ConflictKey] | None  # of what is asked for; None asks for nothing


def accept(options: Namespace, output: Output) -> int:
    """Accept all that is proposed, as one undo step."""
    from tawatur_core.edit import proposals  # noqa: PLC0415 - start time

    with writing(options) as session:
        before = documents.library(session)
        proposals.accept_all(session)
        after = documents.library(session)
        record = {
            "mentions": sum(r.mentions for r in after) - sum(r.mentions for r in before),
            "claims": sum(r.claims for r in after) - sum(r.claims for r in before),
        }
        output.answer(record, output.say("cli-accepted", **record))
    return 0


def groups(options: Namespace, output: Output) -> int:
    """List event groups: how many independent chains carry each, and who tells it how."""
    with reading(options) as session:
        every = derived.event_groups(session)
        told = _Told(session, every)
        found = [group for group in every if len(told.outlets(group)) >= options.outlets]
        if options.sample is not None:
            # In an order that does not depend on ids, so that the sample can be drawn again.
            found.sort(key=told.quotes)
            size = min(options.sample, len(found))
            found = random.Random(options.seed).sample(found, size)  # noqa: S311 - a sample to read
        for group in found:
            record = to_json(group) | {
                "quotes": told.quotes(group),
                "outlets": [told.row(claim).outlet for claim in group.claims],
            }
            output.answer(record, "\n".join(_group(group, told, output)) + "\n")
    return 0


def _group(group: EventGroup, told: _Told, output: Output) -> Iterator[str]:
    chains, *reasons = (output.words.evidence(reason) for reason in group.evidence)
    yield chains
    for claim in group.claims:
        row = told.row(claim)
        yield f"  {row.outlet or row.title}: «{told.claim(claim).quote}»"
    for reason in reasons:
        yield f"      {reason}"


def conflicts(options: Namespace, output: Output) -> int:
    """List the conflicts with their evidence and verdict, or those that are asked for."""
    with reading(options) as session:
        keys = matching(session, _wanted(options, session))
        names = {row.entity.id: row.entity.name for row in entities.entities(session)}
        given = verdicts.verdicts(session)
        found = list(_asked(options, session, keys, given))
        told = _Told(session, found)
        for conflict in found:
            verdict = given.get(conflict.key)
            sides = [
                f"  {phrasing.side_letter(at, output.words)} · {told.row(c).title}\n"
                f"      «{told.claim(c).quote}»"
                for at, c in enumerate(conflict.claims)
            ]
            record = to_json(conflict) | {
                "quotes": told.quotes(conflict),
                "documents": [told.claim(c).document for c in conflict.claims],
                "verdict": to_json(verdict),
                "state": _state(conflict, verdict),
            }
            lines = [phrasing.question(conflict.kind, output.words), *sides]
            lines += _rows(conflict, names, output) + _verdict(verdict, conflict, output)
            output.answer(record, "\n".join(lines) + "\n")
        if options.state in {None, "lapsed"}:
            _tell_lapsed(options, session, keys, output)
    return 0


def _tell_lapsed(options: Namespace, reader: Reader, keys: Keys, output: Output) -> None:
    """List the verdicts whose conflict is not there any more, or those that are asked for."""
    titles = {row.id: row.title for row in documents.library(reader)}
    for each in verdicts.lapsed(reader):
        verdict, words = each.verdict, output.words
        if options.kind not in {None, verdict.kind.value} or (
            keys is not None and verdict.key not in keys
        ):
            continue
        sides = []
        for at, (claim, seen) in enumerate(zip(each.claims, verdict.seen, strict=False)):
            where = titles[claim.document] if claim else output.say("report-claim-removed")
            sides.append(f"  {phrasing.side_letter(at, words)} · {where}: {seen or '—'}")
            sides += [f"      «{claim.quote}»"] if claim else []
        record = {
            "key": verdict.key,
            "kind": verdict.kind.value,
            "claims": list(verdict.sides),
            "quotes": [claim.quote if claim else None for claim in each.claims],
            "documents": [claim.document if claim else None for claim in each.claims],
            "verdict": to_json(verdict),
            "state": "lapsed",
        }
        lines = [phrasing.question(verdict.kind, words), *sides, _given(verdict, output)]
        lines.append(f"  {output.say('cli-lapsed')}")
        output.answer(record, "\n".join(lines) + "\n")


def _wanted(options: Namespace, reader: Reader) -> Wanted:
    return Wanted(
        document=options.document,
        outlet=options.outlet,
        first=options.since,
        last=options.until,
        entity=_entity(reader, options.entity),
        analyst=options.decided_by,
    )


def _asked(
    options: Namespace, reader: Reader, keys: Keys, given: Mapping[ConflictKey, Verdict]
) -> Iterator[Conflict]:
    for conflict in derived.conflicts(reader):
        if (
            (keys is None or conflict.key in keys)
            and options.kind in {None, conflict.kind.value}
            and options.state in {None, _state(conflict, given.get(conflict.key))}
        ):
            yield conflict


def _entity(reader: Reader, name: str | None) -> EntityId | None:
    """Return the entity of a name or spelling. Raises UnknownName."""
    if name is None:
        return None
    wanted = fold_text(name)
    for row in entities.entities(reader):
        spellings = (row.entity.id, row.entity.name, *row.entity.aliases)
        if wanted in map(fold_text, spellings):
            return row.entity.id
    raise UnknownName(name)


def _state(conflict: Conflict, verdict: Verdict | None) -> str:
    if stands(verdict, conflict):
        return "done"
    later = verdict is not None and verdict.choice is Choice.DEFERRED and not verdict.reopened
    return "later" if later else "open"


class _Told:
    """The claims of groups and conflicts with the articles they stand in."""

    def __init__(self, reader: Reader, told: Iterable[EventGroup | Conflict]) -> None:
        ids = dict.fromkeys(claim for one in told for claim in one.claims)
        self._claims = {claim.id: claim for claim in claims.claims(reader, ids)}
        self._rows = {row.id: row for row in documents.library(reader)}

    def claim(self, claim: ClaimId) -> Claim:
        return self._claims[claim]

    def row(self, claim: ClaimId) -> LibraryRow:
        return self._rows[self._claims[claim].document]

    def quotes(self, told: EventGroup | Conflict) -> list[str]:
        return [self._claims[claim].quote for claim in told.claims]

    def outlets(self, group: EventGroup) -> set[str]:
        """Return who tells it; an article whose outlet is unknown stands for itself."""
        return {self.row(claim).outlet or self.row(claim).id for claim in group.claims}


def _rows(conflict: Conflict, names: dict[EntityId, str], output: Output) -> list[str]:
    lines = []
    for row in conflict.rows:
        cells = [
            "—" if cell is None else phrasing.value(cell, output.words, names)
            for cell in row.values
        ]
        name = phrasing.term(row.kind, output.words)
        relation = phrasing.relation(row.relation, output.words)
        lines.append(f"  {relation}  {name}: {' | '.join(cells)}")
        lines += [f"      {output.words.evidence(reason)}" for reason in row.evidence]
    return lines


def _verdict(verdict: Verdict | None, conflict: Conflict, output: Output) -> list[str]:
    if verdict is None or not stands(verdict, conflict):
        return [f"  {output.say('report-undecided')}"]
    return [_given(verdict, output)]


def _given(verdict: Verdict, output: Output) -> str:
    by = f"{verdict.analyst}, {phrasing.moment(verdict.given_at, output.words)}"
    reason = f" — {verdict.reason}" if verdict.reason else ""
    return f"  ✓ {phrasing.verdict(verdict, output.words)}{reason} ({by})"
