"""Claims and mentions made of another tool's marks by a mapping; nothing is written here.

Every mark is anchored first (`importers.anchoring`). What has no place, no rule or no claim to
belong to is listed in the findings: what an import leaves out is never left out silently.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from tawatur_core.importers.anchoring import anchor
from tawatur_core.importers.labels import (
    FeatureRule,
    FeatureUse,
    LabelMapping,
    LinkUse,
    Lookup,
    Rule,
    Use,
    words_of,
)
from tawatur_core.importers.labels_guess import entity_kind, mention_role
from tawatur_core.importers.labels_values import external_id, slot_value
from tawatur_core.model import (
    ClaimKind,
    DocumentDraft,
    EntityKind,
    ExternalId,
    MentionRole,
    Origin,
    SlotDraft,
    SlotName,
    Span,
)
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Finding, Link, Mark, Marked


@dataclass(frozen=True, slots=True)
class MentionDraft:
    """A mention to be stored. `name` is the entity's; empty where nothing tells whom it means."""

    span: Span
    role: MentionRole
    kind: EntityKind
    name: str
    external_ids: tuple[ExternalId, ...] = ()
    note: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """A claim to be stored. Each slot has, beside it, the place of the mention that names it."""

    spans: tuple[Span, ...]
    kind: ClaimKind
    slots: tuple[tuple[SlotDraft, int | None], ...] = ()
    note: str = ""
    author: str = ""
    made_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Drafted:
    """What one document becomes. `same` are pairs of mentions, by place, of one entity."""

    draft: DocumentDraft
    claims: tuple[ClaimDraft, ...] = ()
    mentions: tuple[MentionDraft, ...] = ()
    same: tuple[tuple[int, int], ...] = ()


def draft(
    marked: Sequence[Marked], mapping: LabelMapping, monitor: Monitor
) -> tuple[tuple[Drafted, ...], tuple[Finding, ...]]:
    """Return what the documents become by the mapping, and what was left out. Raises Cancelled."""
    lookup = Lookup(mapping)
    drafted: list[Drafted] = []
    findings: list[Finding] = []
    left_out: Counter[tuple[str, str]] = Counter()
    for done, document in enumerate(marked):
        monitor.step(done, len(marked))
        drafting = _Drafting(document, lookup)
        drafted.append(drafting.finished())
        findings += drafting.findings
        left_out += drafting.left_out
    findings += [
        Finding(code, label, {"label": label, "count": count})
        for (code, label), count in sorted(left_out.items())
    ]
    return tuple(drafted), tuple(findings)


@dataclass(slots=True)
class _Claim:
    """A claim being made."""

    mark: Mark
    spans: tuple[Span, ...]
    kind: ClaimKind
    notes: list[str]
    slots: list[tuple[SlotDraft, int | None]] = field(default_factory=list)


class _Drafting:
    """One document: first claims and mentions, then what is tied to them."""

    def __init__(self, marked: Marked, lookup: Lookup) -> None:
        self._draft, self._links, self._lookup = marked.draft, marked.links, lookup
        self.findings: list[Finding] = []
        self.left_out: Counter[tuple[str, str]] = Counter()
        self._claims: dict[str, _Claim] = {}
        self._mentions: list[MentionDraft] = []
        self._mention_of: dict[str, int] = {}
        self._by_span: dict[Span, int] = {}
        self._slots: dict[str, tuple[Mark, tuple[Span, ...], Rule]] = {}
        self._same: list[tuple[int, int]] = []
        for mark in marked.marks:
            self._take(mark)
        self._order = sorted(self._claims.values(), key=_extent)
        attached: set[str] = set()
        for link in self._links:
            self._link(link, attached)
        for id_, (mark, spans, rule) in self._slots.items():
            if id_ not in attached:
                self._overlapping(mark, spans, rule)

    def finished(self) -> Drafted:
        """Return what the document becomes."""
        claims = tuple(
            ClaimDraft(
                one.spans,
                one.kind,
                tuple(one.slots),
                "\n".join(dict.fromkeys(one.notes)),
                one.mark.author,
                one.mark.made_at,
            )
            for one in self._claims.values()
        )
        return Drafted(self._draft, claims, tuple(self._mentions), tuple(self._same))

    def _take(self, mark: Mark) -> None:
        rule = self._lookup.rule(mark.layer, mark.label)
        if rule is None or rule.use is Use.IGNORE:
            code = "finding-no-rule" if rule is None else "finding-ignored"
            self.left_out[code, mark.label or mark.layer] += 1
            return
        anchored = anchor(self._draft.text, mark)
        if anchored.code:
            self._find(anchored.code, mark)
        if not anchored.spans:
            return
        match rule.use:
            case Use.CLAIM:
                self._claim(mark, anchored.spans, rule)
            case Use.MENTION:
                self._mention(mark, anchored.spans, rule)
            case _:
                self._slots[mark.id] = mark, anchored.spans, rule

    def _find(self, code: str, mark: Mark) -> None:
        where = f"{self._draft.provenance.file_name} {mark.id}".strip()
        words = words_of(self._draft.text, mark)[:80]
        self.findings.append(Finding(code, where, {"label": mark.label, "words": words}))

    def _claim(self, mark: Mark, spans: tuple[Span, ...], rule: Rule) -> None:
        claim = _Claim(mark, spans, rule.claim, [mark.label] if rule.with_label else [])
        for feature, value in self._features(mark):
            match feature.use:
                case FeatureUse.NOTE:
                    claim.notes.append(value)
                case FeatureUse.SLOT:
                    self._feature_slot(claim, feature, value)
                case _:
                    continue
        self._claims[mark.id] = claim

    def _feature_slot(self, claim: _Claim, feature: FeatureRule, value: str) -> None:
        made = slot_value(feature.slot, value, self._draft.published)
        if made is None:  # a value of their own, kept as words
            claim.notes.append(f"{feature.feature}: {value}")
        else:
            slot = SlotDraft(feature.slot, made, None, Origin.ANALYST)
            claim.slots.append((slot, None))

    def _features(self, mark: Mark) -> Iterable[tuple[FeatureRule, str]]:
        for name, value in mark.features.items():
            rule = self._lookup.feature(mark.layer, name)
            if rule is not None and value.strip():
                yield rule, value.strip()

    def _mention(self, mark: Mark, spans: tuple[Span, ...], rule: Rule) -> None:
        span = Span(spans[0].start, spans[-1].end)
        if len(spans) > 1:
            self._find("finding-gap-closed", mark)
        kind, role, name, notes = rule.kind, rule.role, "", []
        ids: list[ExternalId] = []
        for feature, value in self._features(mark):
            match feature.use:
                case FeatureUse.NAME:
                    name = value
                case FeatureUse.EXTERNAL_ID:
                    ids.append(external_id(value, feature.scheme or feature.feature))
                case FeatureUse.KIND:
                    kind = entity_kind(value) or kind
                case FeatureUse.ROLE:
                    role = mention_role(value) or role
                case FeatureUse.NOTE:
                    notes.append(value)
                case _:
                    continue
        if not name and (role is MentionRole.NAME or ids):
            name = " ".join(span.of(self._draft.text).split())
        place = len(self._mentions)
        self._mention_of[mark.id] = place
        self._by_span.setdefault(span, place)
        note = "\n".join(dict.fromkeys(notes))
        self._mentions.append(
            MentionDraft(span, role, kind, name, tuple(dict.fromkeys(ids)), note, mark.author)
        )

    def _link(self, link: Link, attached: set[str]) -> None:
        rule = self._lookup.link(link.label)
        ends = (link.source, link.target)
        for claim, other in (ends, ends[::-1]):
            if claim in self._claims and other in self._slots:
                mark, spans, slot = self._slots[other]
                self._attach(self._claims[claim], mark, spans, slot.slot)
                attached.add(other)
                return
        if rule is None or rule.use is LinkUse.IGNORE:
            self.left_out["finding-link-ignored", link.label] += 1
        elif rule.use is LinkUse.SAME and all(end in self._mention_of for end in ends):
            self._same.append((self._mention_of[ends[0]], self._mention_of[ends[1]]))
        elif not (rule.use is LinkUse.SLOT and self._party_of(ends, rule.slot)):
            self.left_out["finding-link-loose", link.label] += 1

    def _party_of(self, ends: tuple[str, str], slot: SlotName) -> bool:
        """Make a mention that a claim is linked to a slot of it; False where there is none."""
        for claim, other in (ends, ends[::-1]):
            if claim in self._claims and other in self._mention_of:
                place = self._mention_of[other]
                span = self._mentions[place].span
                self._put(self._claims[claim], slot, span, place)
                return True
        return False

    def _overlapping(self, mark: Mark, spans: tuple[Span, ...], rule: Rule) -> None:
        """Attach a slot to the smallest claim around it, else to the first it overlaps."""
        around = [c for c in self._order if all(_within(span, c.spans) for span in spans)]
        claim = next(iter(around), None) or next(
            (c for c in self._order if any(s.overlaps(t) for s in spans for t in c.spans)), None
        )
        if claim is None:
            self._find("finding-slot-alone", mark)
        else:
            self._attach(claim, mark, spans, rule.slot)

    def _attach(self, claim: _Claim, mark: Mark, spans: tuple[Span, ...], slot: SlotName) -> None:
        span = Span(spans[0].start, spans[-1].end)
        self._put(claim, slot, span, self._by_span.get(span))
        claim.notes += [v for f, v in self._features(mark) if f.use is FeatureUse.NOTE]

    def _put(self, claim: _Claim, slot: SlotName, span: Span, mention: int | None) -> None:
        words = span.of(self._draft.text)
        value = slot_value(slot, words, self._draft.published, found=True)
        assert value is not None
        draft = SlotDraft(slot, value, span, Origin.ANALYST)
        if (draft, mention) not in claim.slots:
            claim.slots.append((draft, mention))


def _extent(claim: _Claim) -> int:
    return sum(len(span) for span in claim.spans)


def _within(span: Span, spans: Iterable[Span]) -> bool:
    return any(one.contains(span) for one in spans)


def merged(drafted: Sequence[Drafted]) -> Drafted:
    """Return one document of several with the same text, as of several annotators' files."""
    first = drafted[0]
    for other in drafted[1:]:
        shift = len(first.mentions)
        claims = tuple(
            replace(
                claim,
                slots=tuple((s, None if at is None else at + shift) for s, at in claim.slots),
            )
            for claim in other.claims
        )
        same = tuple((a + shift, b + shift) for a, b in other.same)
        first = Drafted(
            first.draft,
            first.claims + claims,
            first.mentions + other.mentions,
            first.same + same,
        )
    return first
