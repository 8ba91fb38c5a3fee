"""What the labels of other tools become: rules that an analyst sees, changes and keeps.

A rule says what the marks of one layer and label are: a claim, a mention, a slot of the claim they
are linked to or overlap, or nothing. Others say what features and relations are. `labels_guess`
proposes them by name, `labels_files` keeps them, `labels_apply` makes claims and mentions by them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from tawatur_core.model import ClaimKind, EntityKind, MentionRole, SlotName
from tawatur_core.plugins import Mark, Marked

ANY = "*"  # in a rule: whatever the layer or the label is called
_EXAMPLES = 3


class Use(StrEnum):
    """What marks become."""

    CLAIM = "claim"
    MENTION = "mention"
    SLOT = "slot"
    IGNORE = "ignore"


class FeatureUse(StrEnum):
    """What a feature of a mark is. KIND and ROLE are of its entity and mention, by their names."""

    NOTE = "note"
    EXTERNAL_ID = "external_id"
    NAME = "name"  # the canonical name of the entity
    KIND = "kind"
    ROLE = "role"
    SLOT = "slot"
    IGNORE = "ignore"


class LinkUse(StrEnum):
    """What a relation says: the far mark is a slot of the claim, or both mean one entity."""

    SLOT = "slot"
    SAME = "same"
    IGNORE = "ignore"


@dataclass(frozen=True, slots=True)
class Rule:
    """What the marks of a layer and label become; what does not concern `use` is not looked at.

    `with_label` keeps the label as the claim's note, where many labels become one kind of claim.
    """

    layer: str
    label: str
    use: Use
    claim: ClaimKind = ClaimKind.STATEMENT
    kind: EntityKind = EntityKind.OTHER
    role: MentionRole = MentionRole.NAME
    slot: SlotName = SlotName.SPEAKER
    with_label: bool = False


@dataclass(frozen=True, slots=True)
class FeatureRule:
    """What a feature of a layer is. `scheme` is that of an identifier whose value names none."""

    layer: str
    feature: str
    use: FeatureUse
    slot: SlotName = SlotName.SPEAKER
    scheme: str = ""


@dataclass(frozen=True, slots=True)
class LinkRule:
    """What a relation is."""

    label: str
    use: LinkUse
    slot: SlotName = SlotName.SPEAKER


@dataclass(frozen=True, slots=True)
class LabelMapping:
    """Rules by which an import is understood. `name` is what an analyst keeps them under.

    A rule of the very layer and label goes before one with ANY in place of the layer, and that
    before one with ANY in place of the label.
    """

    rules: tuple[Rule, ...] = ()
    features: tuple[FeatureRule, ...] = ()
    links: tuple[LinkRule, ...] = ()
    name: str = ""

    def with_rule(self, rule: Rule) -> LabelMapping:
        """Return the mapping with a rule in place of that of the same layer and label."""
        kept = [r for r in self.rules if (r.layer, r.label) != (rule.layer, rule.label)]
        return replace(self, rules=(*kept, rule))

    def with_feature(self, rule: FeatureRule) -> LabelMapping:
        """Return the mapping with a rule in place of that of the same layer and feature."""
        kept = [r for r in self.features if (r.layer, r.feature) != (rule.layer, rule.feature)]
        return replace(self, features=(*kept, rule))

    def with_link(self, rule: LinkRule) -> LabelMapping:
        """Return the mapping with a rule in place of that of the same relation."""
        return replace(self, links=(*(r for r in self.links if r.label != rule.label), rule))


class Lookup:
    """The rules of a mapping, found at once."""

    def __init__(self, mapping: LabelMapping) -> None:
        self._rules = {(r.layer, r.label): r for r in mapping.rules}
        self._features = {(r.layer, r.feature): r for r in mapping.features}
        self._links = {r.label: r for r in mapping.links}

    def rule(self, layer: str, label: str) -> Rule | None:
        """Return the rule of a mark; None when the mapping says nothing of it."""
        tried = ((layer, label), (ANY, label), (layer, ANY), (ANY, ANY))
        return next((self._rules[key] for key in tried if key in self._rules), None)

    def feature(self, layer: str, name: str) -> FeatureRule | None:
        """Return the rule of a feature; None when the mapping says nothing of it."""
        tried = ((layer, name), (ANY, name))
        return next((self._features[key] for key in tried if key in self._features), None)

    def link(self, label: str) -> LinkRule | None:
        """Return the rule of a relation; None when the mapping says nothing of it."""
        return self._links.get(label, self._links.get(ANY))


@dataclass(frozen=True, slots=True)
class SeenLabel:
    """A label of the files: how many marks have it, and the first words under some of them."""

    layer: str
    label: str
    count: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeenFeature:
    """A feature of a layer: how many marks have it, and some of its values."""

    layer: str
    feature: str
    count: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeenLink:
    """A relation: how many there are, and the layer and label at its two ends, most used first."""

    label: str
    count: int
    between: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """What stands in the files and has to be mapped, the most frequent first."""

    labels: tuple[SeenLabel, ...] = ()
    features: tuple[SeenFeature, ...] = ()
    links: tuple[SeenLink, ...] = ()


@dataclass(slots=True)
class _Counted:
    count: int = 0
    examples: dict[str, None] = field(default_factory=dict)

    def add(self, example: str) -> None:
        self.count += 1
        if example and len(self.examples) < _EXAMPLES:
            self.examples[example] = None


def seen(marked: Iterable[Marked]) -> Seen:
    """Return the labels, features and relations of the documents."""
    labels: defaultdict[tuple[str, str], _Counted] = defaultdict(_Counted)
    features: defaultdict[tuple[str, str], _Counted] = defaultdict(_Counted)
    links: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for document in marked:
        named: dict[str, str] = {}
        for mark in document.marks:
            named[mark.id] = mark.label or mark.layer
            labels[mark.layer, mark.label].add(words_of(document.draft.text, mark))
            for name, value in mark.features.items():
                features[mark.layer, name].add(value)
        for link in document.links:
            links[link.label][named.get(link.source, "?"), named.get(link.target, "?")] += 1
    return Seen(
        tuple(SeenLabel(*key, one.count, tuple(one.examples)) for key, one in _ranked(labels)),
        tuple(SeenFeature(*key, one.count, tuple(one.examples)) for key, one in _ranked(features)),
        tuple(
            SeenLink(label, ends.total(), tuple(pair for pair, _ in ends.most_common(_EXAMPLES)))
            for label, ends in sorted(links.items(), key=lambda one: (-one[1].total(), one[0]))
        ),
    )


def _ranked(
    counted: dict[tuple[str, str], _Counted],
) -> Iterator[tuple[tuple[str, str], _Counted]]:
    yield from sorted(counted.items(), key=lambda one: (-one[1].count, one[0]))


def words_of(text: str, mark: Mark) -> str:
    """Return the words of a mark in one line: its quote, else what stands under its spans."""
    words = mark.quote or " … ".join(span.of(text) for span in mark.spans)
    return " ".join(words.split())
