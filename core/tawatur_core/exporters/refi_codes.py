"""The code book and variables of our REFI-QDA projects, under GUIDs that stay the same."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from tawatur_core.exporters.tei_words import attribute
from tawatur_core.model import ClaimKind, EntityKind, MentionRole, SlotName
from tawatur_core.phrasing import term
from tawatur_core.refi_guids import code_guid, variable_guid
from tawatur_core.wording import Wording

_COLOURS = {"claim": "#0072B2", "mention": "#009E73", "role": "#56B4E9", "slot": "#E69F00"}
_FAMILIES: dict[str, type[StrEnum]] = {
    "claim": ClaimKind,
    "mention": EntityKind,
    "role": MentionRole,
    "slot": SlotName,
}
# What sources and cases are described by; `tawatur` holds as JSON what nothing else can say.
VARIABLES = {
    "outlet": "Text",
    "author": "Text",
    "url": "Text",
    "published": "Date",
    "latin": "Text",
    "alias": "Text",
    "external-id": "Text",
    "tawatur": "Text",
}


def code_book(words: Wording) -> str:
    """Return the code book: families of codes, with names in words."""
    told = ["<CodeBook><Codes>"]
    for family, kinds in _FAMILIES.items():
        codes = [(kind.value, term(kind, words)) for kind in kinds]
        if family == "mention":
            codes.append(("unlinked", words.say("label-studio-unlinked")))
        told.append(_code(family, words.say(f"refi-{family}"), codable=False, family=family))
        told += [
            _code(f"{family}.{name}", shown, codable=True, family=family) + "</Code>"
            for name, shown in codes
        ]
        told.append("</Code>")
    residue = words.say("label-studio-residue")
    told.append(_code("residue", residue, codable=True, family="residue") + "</Code>")
    return "\n".join([*told, "</Codes></CodeBook>\n"])


def _code(key: str, shown: str, *, codable: bool, family: str) -> str:
    colour = _COLOURS.get(family, "#7F7F7F")
    return (
        f'<Code guid="{code_guid(key)}" name={attribute(shown)}'
        f' isCodable="{str(codable).lower()}" color="{colour}">'
    )


def variables(words: Wording) -> str:
    """Return the declarations of the variables."""
    told = [
        f'<Variable guid="{variable_guid(name)}" name={attribute(words.say(f"refi-{name}"))}'
        f' typeOfVariable="{kind}"/>'
        for name, kind in VARIABLES.items()
    ]
    return "<Variables>" + "".join(told) + "</Variables>\n"


def variable_value(name: str, values: Iterable[str]) -> str:
    """Return the values of a variable, already written as the content of an element."""
    element = "DateValue" if VARIABLES[name] == "Date" else "TextValue"
    return "".join(
        [
            f'<VariableValue><VariableRef targetGUID="{variable_guid(name)}"/>'
            f"<{element}>{value}</{element}></VariableValue>"
            for value in values
        ]
    )
