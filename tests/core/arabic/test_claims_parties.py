"""Which entity a speaker is: the one named, not the one it belongs to."""

from __future__ import annotations

import pytest

from tawatur_core.arabic.claims import find_claims
from tawatur_core.arabic.results import Known
from tawatur_core.model import EntityKind, Party, SlotName

KNOWN = [
    Known("كوريا الجنوبية", EntityKind.PLACE, "country", "كوريا الجنوبية"),
    Known("سيرجي لافروف", EntityKind.PERSON, "person", "سيرجي لافروف"),
    Known("وكالة تاس", EntityKind.ORGANISATION, "agency", "وكالة تاس"),
]


@pytest.mark.parametrize(
    ("speaker", "entity"),
    [
        ("جهاز الاستخبارات في كوريا الجنوبية", None),
        ("وزير الخارجية سيرجي لافروف", "person"),
        ("وكالة تاس", "agency"),
    ],
)
def test_a_speaker_is_who_is_named(speaker: str, entity: str | None) -> None:
    text = f"وقال {speaker} إن بيونغ يانغ أرسلت أكثر من 10 آلاف جندي إلى روسيا في 11 يوليو 2025."
    slots = [slot for claim in find_claims(text, None, KNOWN) for slot in claim.slots]
    parties = [s.value for s in slots if s.name is SlotName.SPEAKER and isinstance(s.value, Party)]
    assert [(party.text, party.entity) for party in parties] == [(speaker, entity)]
