"""Labels of other tools: what is proposed by their names, kept in files, made of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tawatur_core import paths
from tawatur_core.errors import BadFormat, CannotRead
from tawatur_core.importers.labels import (
    ANY,
    FeatureRule,
    FeatureUse,
    LabelMapping,
    LinkRule,
    LinkUse,
    Lookup,
    Rule,
    Use,
    seen,
)
from tawatur_core.importers.labels_apply import Drafted, draft
from tawatur_core.importers.labels_files import forget, keep, kept, load, recall, save
from tawatur_core.importers.labels_guess import propose, understood
from tawatur_core.importers.labels_values import external_id
from tawatur_core.model import (
    Certainty,
    ClaimKind,
    DocumentDraft,
    EntityKind,
    ExternalId,
    HowMany,
    MentionRole,
    Party,
    Polarity,
    Provenance,
    SlotName,
    Span,
    When,
)
from tawatur_core.monitor import Silent
from tawatur_core.plugins import Finding, Link, Mark, Marked

TEXT = "قال لافروف إن 10 آلاف جندي لم يصلوا أمس إلى بيونغ يانغ."


def mark(id_: str, label: str, words: str, layer: str = "", **features: str) -> Mark:
    at = TEXT.index(words)
    return Mark(id_, layer, label, (Span(at, at + len(words)),), words, features)


def marked(*marks: Mark, links: tuple[Link, ...] = ()) -> Marked:
    origin = Provenance("a.ann", "0" * 64, "utf-8", "encoding-basis-valid")
    return Marked(DocumentDraft(TEXT, "أ", origin, published=date(2025, 7, 12)), marks, links)


def drafted(document: Marked, mapping: LabelMapping | None = None) -> tuple[Drafted, list[Finding]]:
    (one,), findings = draft([document], mapping or propose(seen([document])), Silent())
    return one, list(findings)


@pytest.mark.parametrize(
    ("layer", "label", "kind"),
    [
        ("", "PER", EntityKind.PERSON),
        ("", "B-PERS", EntityKind.PERSON),
        ("entity", "شخص", EntityKind.PERSON),
        ("de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity", "LOC", EntityKind.PLACE),
        ("", "http://dbpedia.org/ontology/Organisation", EntityKind.ORGANISATION),
        ("", "GeoLocation/City", EntityKind.PLACE),
        ("custom.Person", "", EntityKind.PERSON),
        ("NamedEntity", "XYZ", EntityKind.OTHER),
        ("", "مُنظّمة", EntityKind.ORGANISATION),
        ("", "person_1", EntityKind.PERSON),
    ],
)
def test_names_of_kinds_are_known(layer: str, label: str, kind: EntityKind) -> None:
    document = marked(mark("1", label, "لافروف", layer))
    (rule,) = propose(seen([document])).rules
    assert (rule.use, rule.kind) == (Use.MENTION, kind)


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Claim", ClaimKind.STATEMENT),
        ("ادعاء", ClaimKind.STATEMENT),
        ("DirectQuote", ClaimKind.DIRECT_QUOTE),
        ("indirect_quote", ClaimKind.INDIRECT_QUOTE),
        ("اقتباس غير مباشر", ClaimKind.INDIRECT_QUOTE),
    ],
)
def test_names_of_claims_are_known(label: str, kind: ClaimKind) -> None:
    (rule,) = propose(seen([marked(mark("1", label, "لم يصلوا"))])).rules
    assert (rule.use, rule.claim) == (Use.CLAIM, kind)


def test_what_no_name_tells_is_ignored_and_said_so() -> None:
    document = marked(mark("1", "أمل", "يصلوا"), mark("2", "N", "جندي", "dkpro.POS"))
    rules = {rule.label: rule for rule in propose(seen([document])).rules}
    assert {rule.use for rule in rules.values()} == {Use.IGNORE}
    assert (understood(rules["أمل"]), understood(rules["N"])) == (False, True)
    one, findings = drafted(document)
    assert (one.claims, one.mentions) == ((), ())
    assert [(f.code, f.args["label"], f.args["count"]) for f in findings] == [
        ("finding-ignored", "N", 1),
        ("finding-ignored", "أمل", 1),
    ]


def test_what_was_seen_is_counted_with_examples() -> None:
    document = marked(
        mark("1", "PER", "لافروف", wikidata="Q58217"),
        mark("2", "PER", "بيونغ يانغ"),
        mark("3", "Claim", "لم يصلوا"),
        links=(Link("speaker", "3", "1"),),
    )
    found = seen([document])
    assert [(one.label, one.count) for one in found.labels] == [("PER", 2), ("Claim", 1)]
    assert found.labels[0].examples == ("لافروف", "بيونغ يانغ")
    assert found.features[0].examples == ("Q58217",)
    assert found.links[0].between == (("Claim", "PER"),)


def test_claims_get_their_slots_by_links_and_by_overlap() -> None:
    document = marked(
        mark("c", "Claim", "10 آلاف جندي لم يصلوا أمس إلى بيونغ يانغ", polarity="negative"),
        mark("p", "PER", "لافروف", wikidata="http://www.wikidata.org/entity/Q58217"),
        mark("n", "Number", "10 آلاف جندي"),
        mark("d", "DATE", "أمس"),
        mark("w", "where", "بيونغ يانغ"),
        mark("g", "LOC", "بيونغ يانغ"),
        links=(Link("Speaker", "c", "p"), Link("other", "p", "g")),
    )
    one, findings = drafted(document)
    (claim,) = one.claims
    slots = {slot.name: (slot.value, place) for slot, place in claim.slots}
    assert slots[SlotName.SPEAKER] == (Party("لافروف"), 0)
    assert slots[SlotName.WHERE] == (Party("بيونغ يانغ"), 1), "the mention on the very same words"
    assert slots[SlotName.POLARITY] == (Polarity.DENIED, None)
    number, day = slots[SlotName.HOW_MANY][0], slots[SlotName.WHEN][0]
    assert isinstance(number, HowMany)
    assert (number.low, number.high) == (Decimal(10000), Decimal(10000))
    assert isinstance(day, When)
    assert (day.first, day.last) == (date(2025, 7, 11), date(2025, 7, 11))
    assert one.mentions[0].external_ids == (ExternalId("wikidata", "Q58217"),)
    assert [(f.code, f.args["label"]) for f in findings] == [("finding-link-ignored", "other")]


def test_features_become_what_their_rules_say() -> None:
    mapping = LabelMapping(
        (
            Rule("", "P", Use.MENTION, kind=EntityKind.PERSON),
            Rule(ANY, "C", Use.CLAIM, claim=ClaimKind.DIRECT_QUOTE, with_label=True),
        ),
        (
            FeatureRule("", "who", FeatureUse.NAME),
            FeatureRule("", "ref", FeatureUse.EXTERNAL_ID, scheme="desk"),
            FeatureRule("", "level", FeatureUse.ROLE),
            FeatureRule(ANY, "type", FeatureUse.KIND),
            FeatureRule(ANY, "memo", FeatureUse.NOTE),
            FeatureRule(ANY, "sure", FeatureUse.SLOT, SlotName.CERTAINTY),
            FeatureRule(ANY, "tone", FeatureUse.SLOT, SlotName.POLARITY),
        ),
    )
    document = marked(
        mark("1", "P", "لافروف", who="سيرغي لافروف", ref="17", level="NOM", type="ORG", memo="هـ"),
        mark("2", "C", "لم يصلوا", sure="likely", tone="ironic", memo="ن"),
    )
    one, findings = drafted(document, mapping)
    assert findings == []
    (mention,) = one.mentions
    assert (mention.name, mention.role, mention.kind, mention.note) == (
        "سيرغي لافروف", MentionRole.DESCRIPTION, EntityKind.ORGANISATION, "هـ",
    )  # fmt: skip
    assert mention.external_ids == (ExternalId("desk", "17"),)
    (claim,) = one.claims
    assert claim.note.splitlines() == ["C", "tone: ironic", "ن"]
    assert [slot.value for slot, _ in claim.slots] == [Certainty.PROBABLE]


def test_a_slot_without_a_claim_and_a_loose_link_are_listed() -> None:
    document = marked(
        mark("s", "speaker", "لافروف"),
        mark("c", "Claim", "لم يصلوا"),
        mark("d", "Claim", "إلى بيونغ يانغ"),
        links=(Link("agent", "c", "d"), Link("agent", "c", "gone")),
    )
    _, findings = drafted(document)
    assert [(f.code, f.args.get("count")) for f in findings] == [
        ("finding-slot-alone", None),
        ("finding-link-loose", 2),
    ]


def test_a_mention_in_parts_becomes_one_stretch() -> None:
    first, last = TEXT.index("بيونغ"), TEXT.index("يانغ")
    spans = (Span(first, first + 5), Span(last, last + 4))
    document = marked(Mark("1", "", "LOC", spans, "بيونغ يانغ"))
    one, findings = drafted(document)
    assert one.mentions[0].span == Span(first, last + 4)
    assert [found.code for found in findings] == ["finding-gap-closed"]


def test_a_label_without_a_rule_is_listed() -> None:
    _, findings = drafted(marked(mark("1", "PER", "لافروف")), LabelMapping())
    assert findings == [Finding("finding-no-rule", "PER", {"label": "PER", "count": 1})]


def test_the_more_particular_rule_goes_first() -> None:
    one, two, three = (
        Rule("a", "x", Use.CLAIM),
        Rule(ANY, "x", Use.MENTION),
        Rule(ANY, ANY, Use.IGNORE),
    )
    lookup = Lookup(LabelMapping((three, two, one)))
    assert [lookup.rule(*key) for key in (("a", "x"), ("b", "x"), ("b", "y"))] == [one, two, three]
    changed = LabelMapping((one, two)).with_rule(Rule("a", "x", Use.SLOT))
    assert [rule.use for rule in changed.rules] == [Use.MENTION, Use.SLOT]


@pytest.mark.parametrize(
    ("value", "scheme", "told"),
    [
        ("Q58217", "identifier", "wikidata Q58217"),
        ("https://www.wikidata.org/wiki/Q58217", "x", "wikidata Q58217"),
        ("<wd:Q58217>", "x", "wikidata Q58217"),
        ("https://sws.geonames.org/108410/", "x", "geonames 108410"),
        ("http://viaf.org/viaf/17", "x", "viaf 17"),
        ("https://example.org/thing/Q1", "x", "uri https://example.org/thing/Q1"),
        ("17", "Desk", "desk 17"),
    ],
)
def test_identifiers_name_their_catalogue(value: str, scheme: str, told: str) -> None:
    found = external_id(value, scheme)
    assert f"{found.scheme} {found.value}" == told


MAPPING = LabelMapping(
    (Rule("ن", "شخص", Use.MENTION, kind=EntityKind.PERSON, role=MentionRole.SHORT),),
    (FeatureRule(ANY, "x", FeatureUse.EXTERNAL_ID, scheme="desk"),),
    (LinkRule("قال", LinkUse.SLOT, SlotName.VIA),),
)


def test_a_mapping_comes_back_from_its_file(tmp_path: Path) -> None:
    save(MAPPING, tmp_path / "a.json")
    assert load(tmp_path / "a.json") == MAPPING


def test_mappings_are_kept_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "user_config", lambda: tmp_path)
    for name in ("مكتب الأخبار", "../a/b.c%", "ثالث"):
        assert recall(keep(MAPPING, name).name).name == name
    assert kept() == sorted(["../a/b.c%", "ثالث", "مكتب الأخبار"])
    assert {file.parent.name for file in tmp_path.rglob("*.json")} == {"label-mappings"}
    forget("ثالث")
    forget("ثالث")
    assert len(kept()) == 2
    with pytest.raises(CannotRead):
        recall("ثالث")
    with pytest.raises(ValueError, match="name"):
        keep(MAPPING, " ")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"format": "tawatur-label-mapping"}',
        '{"format": "tawatur-label-mapping", "version": 2}',
        '{"format": "tawatur-label-mapping", "version": 1, "rules": 5}',
        '{"format": "tawatur-label-mapping", "version": 1, "rules": [{"use": "x"}]}',
        '{"format": "tawatur-label-mapping", "version": 1, "rules": [{"layer": 1, "label": "", "use": "claim"}]}',
        "[" * 100_000,
    ],
)
def test_a_file_that_is_no_mapping_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(text)
    with pytest.raises(BadFormat):
        load(tmp_path / "a.json")
