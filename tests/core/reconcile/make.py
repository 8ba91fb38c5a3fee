"""Hand-made accounts for the tests."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tawatur_core.model import (
    ClaimId,
    ClaimKind,
    DocumentId,
    EntityId,
    EntityKind,
    Hedge,
    HowMany,
    Origin,
    Party,
    Polarity,
    Precision,
    Slot,
    SlotId,
    SlotName,
    SlotValue,
    When,
)
from tawatur_core.reconcile.views import Account, EntityView, Named

PEOPLE = {
    "لافروف": EntityKind.PERSON,
    "كيم": EntityKind.PERSON,
    "تشوي": EntityKind.PERSON,
    "تاس": EntityKind.ORGANISATION,
    "كوريا الشمالية": EntityKind.PLACE,
    "كوريا الجنوبية": EntityKind.PLACE,
    "روسيا": EntityKind.PLACE,
    "أوكرانيا": EntityKind.PLACE,
    "وونسان": EntityKind.PLACE,
}


def named(*names: str) -> tuple[Named, ...]:
    return tuple(Named(EntityId(n), n, PEOPLE.get(n, EntityKind.OTHER)) for n in names)


def party(text: str, entity: str = "") -> Party:
    return Party(text, EntityId(entity) if entity else None)


def on(
    day: str,
    last: str = "",
    precision: Precision = Precision.DAY,
    how: str = "date-how-absolute",
) -> When:
    return When(day, date.fromisoformat(day), date.fromisoformat(last or day), precision, how)


def number(low: int, unit: str, hedge: Hedge = Hedge.EXACT) -> HowMany:
    high = None if hedge is Hedge.AT_LEAST else Decimal(low)
    return HowMany(f"{low} {unit}", Decimal(low), high, unit, hedge)


def account(
    id_: str,
    quote: str,
    *,
    document: str = "",
    outlet: str = "",
    published: str = "2025-07-12",
    kind: ClaimKind = ClaimKind.STATEMENT,
    entities: tuple[str, ...] = (),
    context: str = "",
    speaker: Party | None = None,
    via: tuple[Party, ...] = (),
    when: tuple[When, ...] = (),
    how_many: tuple[HowMany, ...] = (),
    where: tuple[Party, ...] = (),
    polarity: Polarity | None = None,
) -> Account:
    values: list[tuple[SlotName, SlotValue]] = [
        *([(SlotName.SPEAKER, speaker)] if speaker else []),
        *((SlotName.VIA, v) for v in via),
        *((SlotName.WHEN, w) for w in when),
        *((SlotName.HOW_MANY, n) for n in how_many),
        *((SlotName.WHERE, w) for w in where),
        *([(SlotName.POLARITY, polarity)] if polarity else []),
    ]
    slots = tuple(
        Slot(SlotId(f"{id_}-{n}"), name, value, None, Origin.PROPOSED)
        for n, (name, value) in enumerate(values)
    )
    return Account(
        id=ClaimId(id_),
        document=DocumentId(document or f"doc-{id_}"),
        quote=quote,
        kind=kind,
        slots=slots,
        entities=named(*entities),
        outlet=outlet,
        published=date.fromisoformat(published) if published else None,
        context=context,
    )


def entity(id_: str, name: str, kind: EntityKind = EntityKind.PERSON, **more: object) -> EntityView:
    return EntityView(EntityId(id_), name, kind, **more)  # type: ignore[arg-type]


SOUTH = account(
    "c1",
    "وأفاد جهاز الاستخبارات في كوريا الجنوبية بإرسال أكثر من 10 آلاف جندي للقتال في صفوف القوات "
    "الروسية في الحرب ضد أوكرانيا",
    entities=("كوريا الجنوبية", "أوكرانيا"),
    speaker=party("جهاز الاستخبارات في كوريا الجنوبية"),
    how_many=(number(10_000, "جندي", Hedge.AT_LEAST),),
)
NORTH = account(
    "c2",
    "ذكرت وكالة الأنباء المركزية الكورية الشمالية أن بلادها أرسلت أكثر من 10 آلاف جندي لدعم روسيا "
    "في حربها ضد أوكرانيا",
    entities=("كوريا الشمالية", "أوكرانيا", "روسيا"),
    speaker=party("وكالة الأنباء المركزية الكورية الشمالية"),
    how_many=(number(10_000, "جندي", Hedge.AT_LEAST),),
)
MINISTER = account(
    "c3",
    'قالت الوزيرة تشوي إن بلادها تدعم حق روسيا في حماية أراضيها "دون قيد أو شرط وبشكل ثابت"',
    entities=("تشوي", "روسيا"),
    speaker=party("الوزيرة تشوي", "تشوي"),
)
LEADER = account(
    "c4",
    "أعرب كيم عن دعم بلاده الكامل “دون قيد أو شرط” لأي إجراءات تتخذها روسيا",
    entities=("كيم", "روسيا"),
    speaker=party("كيم", "كيم"),
)
VISIT_2023 = account(
    "c5",
    "اجتمع وزير الخارجية الروسي لافروف مع زعيم كوريا الشمالية كيم",
    published="2023-10-19",
    entities=("لافروف", "كيم", "كوريا الشمالية"),
    when=(on("2023-10-19"),),
)
VISIT_2025 = account(
    "c6",
    "اجتمع وزير الخارجية الروسي لافروف في وونسان مع زعيم كوريا الشمالية كيم",
    entities=("لافروف", "كيم", "كوريا الشمالية", "وونسان"),
    when=(on("2025-07-12"),),
)
SAMPLE = (SOUTH, NORTH, MINISTER, LEADER, VISIT_2023, VISIT_2025)
