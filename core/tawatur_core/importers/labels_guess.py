"""A mapping proposed by the names of labels, as annotation tools and schemes call things."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tawatur_core.arabic.fold import fold_text
from tawatur_core.importers.labels import (
    FeatureRule,
    FeatureUse,
    LabelMapping,
    LinkRule,
    LinkUse,
    Rule,
    Seen,
    SeenLabel,
    Use,
)
from tawatur_core.model import ClaimKind, EntityKind, MentionRole, SlotName


def _named(words: dict[str, str]) -> dict[str, str]:
    """Return what each name means, from the names of each meaning with bars between."""
    return {_plain(name): meant for meant, names in words.items() for name in names.split("|")}


def _plain_names(names: str) -> frozenset[str]:
    return frozenset(_plain(name) for name in names.split("|"))


def _plain(name: str) -> str:
    """Return a name without case, vowel signs and the marks between its words."""
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    return " ".join(re.findall(r"\w+", fold_text(parted.replace("_", " ")).casefold()))


# The names of OntoNotes, ACE, CoNLL, WikiANN, DBpedia Spotlight and INCEpTION, and our own.
_KINDS = _named({
    EntityKind.PERSON: "person|per|people|pers|human|politician|شخص|أشخاص|شخصية|اسم شخص|علم",
    EntityKind.PLACE: "place|loc|location|gpe|geo|city|country|state|region|facility|fac|lieu|ort"
    "|مكان|أماكن|موقع|موقع جغرافي|دولة|بلد|مدينة|منطقة",
    EntityKind.ORGANISATION: "organisation|organization|org|company|institution|agency|party|media"
    "|outlet|مؤسسة|منظمة|هيئة|جهة|حزب|شركة|وكالة",
    EntityKind.EVENT: "event|eve|evt|حدث|واقعة|فعالية",
    EntityKind.OTHER: "entity|named entity|mention|misc|other|norp|nationality|product|prod|law"
    "|work of art|woa|weapon|veh|wea|term|concept|كيان|إشارة|اسم|أخرى|غير ذلك|سلاح|منتج",
})  # fmt: skip
_CLAIMS = _named({
    ClaimKind.STATEMENT: "claim|claims|statement|assertion|fact|proposition|checkworthy|major claim"
    "|check worthy|premise|ادعاء|ادعاءات|زعم|قول|خبر|تصريح|مقولة",
    ClaimKind.DIRECT_QUOTE: "direct quote|quote|quotation|direct speech|direct|اقتباس"
    "|اقتباس مباشر|نص مقتبس|كلام مباشر",
    ClaimKind.INDIRECT_QUOTE: "indirect quote|indirect speech|reported speech|indirect|paraphrase"
    "|اقتباس غير مباشر|كلام منقول|كلام غير مباشر",
})  # fmt: skip
_SLOTS = _named({
    SlotName.SPEAKER: "speaker|source|holder|opinion holder|claimer|claimant|attribution"
    "|said by|القائل|قائل|المتحدث|متحدث|المصدر|مصدر",
    SlotName.VIA: "via|relay|medium|intermediary|reported by|نقلا عن|عبر|الوسيط|الناقل",
    SlotName.WHO: "who|agent|actor|doer|subject|arg0|attacker|الفاعل|فاعل|من",
    SlotName.WHAT: "what|theme|topic|object|content|arg1|ماذا|الموضوع|المضمون",
    SlotName.WHEN: "when|date|time|timex|timex3|temporal|arg tmp|متى|تاريخ|وقت|زمن|التاريخ|الزمن",
    SlotName.WHERE: "where|arg loc|أين|المكان",
    SlotName.HOW_MANY: "how many|number|num|quantity|cardinal|money|percent|percentage|amount"
    "|numeric|count|كم|عدد|رقم|كمية|مبلغ|نسبة|العدد",
    SlotName.POLARITY: "polarity|negation|negated|neg|نفي|إثبات",
    SlotName.CERTAINTY: "certainty|modality|hedge|factuality|speculation|يقين|درجة اليقين|ترجيح",
})  # fmt: skip
# Layers of linguistic analysis: nothing that an analyst of news would look at.
_LINGUISTIC = _plain_names(
    "token|sentence|lemma|stem|pos|dependency|chunk|morpheme|morphological features|constituent"
    "|surface form|paragraph|div|document metadata|sofa|source document information|orthography"
    "|spelling anomaly|jeton|كلمة|جملة|فقرة"
)
_ROLES = _named({
    MentionRole.NAME: "name|nam",
    MentionRole.SHORT: "short",
    MentionRole.DESCRIPTION: "description|nominal|nom|pronominal|pro|pronoun|وصف|ضمير",
})  # fmt: skip
_FEATURES = _named({
    FeatureUse.EXTERNAL_ID: "identifier|wikidata|qid|kb id|kb|concept id|uri|url|entity id"
    "|geonames|viaf|norm id|معرف|المعرف",
    FeatureUse.NOTE: "note|notes|comment|comments|memo|remark|annotator notes|description|ملاحظة"
    "|ملاحظات|تعليق",
    FeatureUse.NAME: "canonical|canonical name|entity name|normalized|normalised|norm"
    "|preferred name|name|الاسم|الاسم المعتمد",
    FeatureUse.KIND: "kind|entity type|entity kind|entity class|النوع",
    FeatureUse.ROLE: "role|mention type|mention role|mention level",
})  # fmt: skip
_SAME = _plain_names(
    "same|same as|same entity|coreference|coref|corefers|identity|ident|equiv|alias|identical"
    "|anaphora|نفسه|هو نفسه|مرادف|إحالة"
)
_PREFIX = re.compile(r"^[BIESLU]-(?=[A-Za-z])")


def propose(found: Seen) -> LabelMapping:
    """Return a rule for every label, feature and relation; what no name tells is ignored."""
    return LabelMapping(
        tuple(_rule(label) for label in found.labels),
        tuple(_feature(one.layer, one.feature) for one in found.features),
        tuple(_link(one.label) for one in found.links),
    )


def understood(rule: Rule) -> bool:
    """Whether the names of the label and its layer tell what it is, so that a rule is no guess."""
    return rule.use is not Use.IGNORE or bool(_LINGUISTIC.intersection(_names(rule.layer)))


def entity_kind(name: str) -> EntityKind | None:
    """Return the kind of entity that a label such as PER, شخص or Location means, if any."""
    found = _first(_KINDS, _names(name))
    return EntityKind(found) if found else None


def mention_role(name: str) -> MentionRole | None:
    """Return the role that a value such as NOM or name means, if any."""
    found = _first(_ROLES, _names(name))
    return MentionRole(found) if found else None


def _rule(label: SeenLabel) -> Rule:
    if _LINGUISTIC.intersection(_names(label.layer)):
        return Rule(label.layer, label.label, Use.IGNORE)
    for name in (label.label, label.layer):
        rule = _by_name(label, list(_names(name)))
        if rule is not None:
            return rule
    return Rule(label.layer, label.label, Use.IGNORE)


def _by_name(label: SeenLabel, names: list[str]) -> Rule | None:
    for table, use in ((_CLAIMS, Use.CLAIM), (_KINDS, Use.MENTION), (_SLOTS, Use.SLOT)):
        meant = _first(table, names)
        if meant is None:
            continue
        rule = Rule(label.layer, label.label, use)
        match use:
            case Use.CLAIM:
                return Rule(rule.layer, rule.label, use, claim=ClaimKind(meant))
            case Use.MENTION:
                return Rule(rule.layer, rule.label, use, kind=EntityKind(meant))
            case _:
                return Rule(rule.layer, rule.label, use, slot=SlotName(meant))
    return None


def _feature(layer: str, feature: str) -> FeatureRule:
    names = list(_names(feature))
    slot = _first(_SLOTS, names)
    use = _first(_FEATURES, names)
    if use is not None:
        scheme = "" if use != FeatureUse.EXTERNAL_ID else _scheme(names)
        return FeatureRule(layer, feature, FeatureUse(use), scheme=scheme)
    if slot is not None:
        return FeatureRule(layer, feature, FeatureUse.SLOT, slot=SlotName(slot))
    return FeatureRule(layer, feature, FeatureUse.IGNORE)


def _scheme(names: Iterable[str]) -> str:
    known = ("wikidata", "qid", "geonames", "viaf")
    found = next((scheme for scheme in known if scheme in names), "")
    return "wikidata" if found == "qid" else found


def _link(label: str) -> LinkRule:
    names = list(_names(label))
    if _SAME.intersection(names):
        return LinkRule(label, LinkUse.SAME)
    slot = _first(_SLOTS, names)
    if slot is not None:
        return LinkRule(label, LinkUse.SLOT, SlotName(slot))
    return LinkRule(label, LinkUse.IGNORE)


def _names(name: str) -> Iterator[str]:
    """Yield what a name may be read as: the whole, and its last part behind a point or slash."""
    name = _PREFIX.sub("", name)
    yield _plain(name)
    last = re.split(r"[./:#\\>|]", name)[-1]
    if last and last != name:
        yield _plain(last)
        yield _plain(_PREFIX.sub("", last))
    without = re.sub(r"[-_ ]?\d+$", "", last)
    if without != last:
        yield _plain(without)


def _first(table: dict[str, str], names: Iterable[str]) -> str | None:
    return next((table[name] for name in names if name in table), None)
