"""Several annotated files as one import; what stands in more than one of them comes once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from tawatur_core.model import Claim, Entity, Mention, Rejection, Verdict
from tawatur_core.plugins import Annotated, Finding, Incoming, Restored

Told = TypeVar("Told", Entity, Claim, Mention, Verdict)


def together(read: Sequence[Incoming]) -> Incoming:
    """Return several annotated files as one import.

    Of a record of ours that differs between two files the first one's is taken, and that is told.
    """
    joining = _Joining()
    for one in read:
        joining.take(one.restored)
    findings = [finding for one in read for finding in one.findings]
    return Incoming(
        ", ".join(dict.fromkeys(one.format for one in read)),
        joining.restored(next((one.restored.title for one in read if one.restored.title), "")),
        tuple(marked for one in read for marked in one.marked),
        (*findings, *joining.findings),
    )


class _Joining:
    """The records of the files so far, by their ids."""

    def __init__(self) -> None:
        self._records: dict[str, Entity | Claim | Mention | Verdict] = {}
        self._entities: list[Entity] = []
        self._verdicts: list[Verdict] = []
        self._documents: dict[str, Annotated] = {}
        self.findings: list[Finding] = []

    def take(self, one: Restored) -> None:
        """Take the records of one more file."""
        self._entities += self._new(one.entities, lambda entity: entity.name)
        self._verdicts += self._new(one.verdicts, lambda verdict: verdict.reason)
        for annotated in one.documents:
            told = Annotated(
                annotated.document,
                tuple(self._new(annotated.claims, lambda claim: claim.quote)),
                tuple(self._new(annotated.mentions, lambda mention: mention.quote)),
                annotated.rejected,
            )
            self._document(told)

    def restored(self, title: str) -> Restored:
        """Return all of them."""
        return Restored(title, self._entities, list(self._documents.values()), self._verdicts)

    def _document(self, told: Annotated) -> None:
        known = self._documents.get(told.document.id)
        if known is None:
            self._documents[told.document.id] = told
            return
        if known.document != told.document:
            self._differs(told.document.title)
        if known.document.sha256 != told.document.sha256:
            return  # its marks stand on another text
        self._documents[told.document.id] = replace(
            known,
            claims=(*known.claims, *told.claims),
            mentions=(*known.mentions, *told.mentions),
            rejected=_once((*known.rejected, *told.rejected)),
        )

    def _new(self, records: Iterable[Told], name: Callable[[Told], str]) -> list[Told]:
        """Return the records that no file had before."""
        made = []
        for record in records:
            known = self._records.setdefault(record.id, record)
            if known is record:
                made.append(record)
            elif known != record:
                self._differs(name(record))
        return made

    def _differs(self, where: str) -> None:
        self.findings.append(Finding("finding-two-versions", where))


def _once(rejected: Iterable[Rejection]) -> tuple[Rejection, ...]:
    return tuple({one.key: one for one in rejected}.values())
