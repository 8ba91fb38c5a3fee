"""What the labels, features and relations of other tools can become, in the words of the window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tawatur_core.importers.labels import (
    FeatureRule,
    FeatureUse,
    LabelMapping,
    LinkRule,
    LinkUse,
    Lookup,
    Rule,
    SeenFeature,
    SeenLabel,
    SeenLink,
    Use,
)
from tawatur_core.kinds import ClaimKind, EntityKind, SlotName
from tawatur_core.wording import Wording

SeenOne = SeenLabel | SeenFeature | SeenLink
OneRule = Rule | FeatureRule | LinkRule


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing that can be chosen: its words, and the rule it makes of a rule."""

    words: str
    rule: OneRule


def rule_of(seen: SeenOne, lookup: Lookup) -> OneRule:
    """Return the rule in force for something seen; without one it is not taken over."""
    match seen:
        case SeenLabel(layer, label):
            found = lookup.rule(layer, label) or Rule(layer, label, Use.IGNORE)
            return replace(found, layer=layer, label=label)
        case SeenFeature(layer, feature):
            known = lookup.feature(layer, feature)
            known = known or FeatureRule(layer, feature, FeatureUse.IGNORE)
            return replace(known, layer=layer, feature=feature)
        case SeenLink(label):
            link = lookup.link(label) or LinkRule(label, LinkUse.IGNORE)
            return replace(link, label=label)


def with_rule(mapping: LabelMapping, rule: OneRule) -> LabelMapping:
    """Return the mapping with a rule in place of the one for the same."""
    match rule:
        case Rule():
            return mapping.with_rule(rule)
        case FeatureRule():
            return mapping.with_feature(rule)
        case LinkRule():
            return mapping.with_link(rule)


def meanings(rule: OneRule, words: Wording) -> list[Meaning]:
    """Return what can be chosen in place of a rule; the first is that it is not taken over."""
    match rule:
        case Rule():
            return list(_of_label(rule, words))
        case FeatureRule():
            return list(_of_feature(rule, words))
        case LinkRule():
            return list(_of_link(rule, words))


def told(rule: OneRule, words: Wording) -> str:
    """Return what a rule does, as it stands in the list of choices."""
    return next(one.words for one in meanings(rule, words) if _same(one.rule, rule))


def number_of(rule: OneRule, among: list[Meaning]) -> int:
    """Return which of the choices a rule is."""
    return next(n for n, one in enumerate(among) if _same(one.rule, rule))


def _same(a: OneRule, b: OneRule) -> bool:
    """Whether two rules do the same: what does not concern their use is not looked at."""
    if a.use is not b.use or type(a) is not type(b):
        return False
    concerned = {
        Use.CLAIM: "claim",
        Use.MENTION: "kind",
        Use.SLOT: "slot",
        FeatureUse.SLOT: "slot",
        LinkUse.SLOT: "slot",
    }
    name = concerned.get(a.use)
    return name is None or getattr(a, name) == getattr(b, name)


def _of_label(rule: Rule, words: Wording) -> Iterator[Meaning]:
    say = words.say
    yield Meaning(say("labels-ignore"), replace(rule, use=Use.IGNORE))
    for claim in ClaimKind:
        kind = say(f"claim-kind-{claim.replace('_', '-')}")
        shown = say("labels-claim", kind=kind)
        yield Meaning(shown, replace(rule, use=Use.CLAIM, claim=claim))
    for entity in EntityKind:
        shown = say("labels-mention", kind=say(f"entity-kind-{entity}"))
        yield Meaning(shown, replace(rule, use=Use.MENTION, kind=entity))
    for slot in SlotName:
        yield Meaning(_slot(slot, words), replace(rule, use=Use.SLOT, slot=slot))


def _of_feature(rule: FeatureRule, words: Wording) -> Iterator[Meaning]:
    for use in (FeatureUse.IGNORE, FeatureUse.NOTE, FeatureUse.NAME, FeatureUse.EXTERNAL_ID):
        yield Meaning(_feature(use, words), replace(rule, use=use))
    for use in (FeatureUse.KIND, FeatureUse.ROLE):
        yield Meaning(_feature(use, words), replace(rule, use=use))
    for slot in SlotName:
        yield Meaning(_slot(slot, words), replace(rule, use=FeatureUse.SLOT, slot=slot))


def _feature(use: FeatureUse, words: Wording) -> str:
    ignored = use is FeatureUse.IGNORE
    return words.say("labels-ignore" if ignored else f"labels-feature-{use.replace('_', '-')}")


def _of_link(rule: LinkRule, words: Wording) -> Iterator[Meaning]:
    yield Meaning(words.say("labels-ignore"), replace(rule, use=LinkUse.IGNORE))
    yield Meaning(words.say("labels-same"), replace(rule, use=LinkUse.SAME))
    for slot in SlotName:
        yield Meaning(_slot(slot, words), replace(rule, use=LinkUse.SLOT, slot=slot))


def _slot(slot: SlotName, words: Wording) -> str:
    return words.say("labels-slot", slot=words.say(f"slot-{slot.replace('_', '-')}"))
