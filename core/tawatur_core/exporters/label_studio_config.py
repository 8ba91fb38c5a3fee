"""The labelling configuration that shows our annotations in Label Studio.

Tags: https://labelstud.io/tags. A label is shown in words and written by its `alias`, so that one
file fits configurations in both languages.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import cycle
from xml.sax.saxutils import quoteattr

from tawatur_core.model import ClaimKind, EntityKind, MentionRole, SlotName
from tawatur_core.phrasing import term
from tawatur_core.wording import Wording

# Grounds for the labels, apart also for the colour-blind (Okabe and Ito's palette, and tints).
_COLOURS = (
    "#0072B2", "#009E73", "#E69F00", "#D55E00", "#CC79A7", "#56B4E9", "#F0E442", "#7F7F7F",
    "#44AA99",
)  # fmt: skip


def configuration(words: Wording) -> str:
    """Return the XML of the labelling configuration, its labels in the given language."""
    direction = "rtl" if words.right_to_left else "ltr"
    claims = [(term(kind, words), kind.value) for kind in ClaimKind]
    kinds = [(term(kind, words), kind.value) for kind in EntityKind]
    kinds.append((words.say("label-studio-unlinked"), "unlinked"))
    slots = [(term(name, words), name.value) for name in SlotName]
    residue = [(words.say("label-studio-residue"), "residue")]
    relations = [name.value for name in SlotName] + ["part"]
    lines = [
        "<View>",
        '  <Header value="$title" size="3"/>',
        '  <Header value="$outlet" size="5"/>',
        *_labels("claim", claims),
        *_labels("mention", kinds),
        *_labels("slot", slots),
        *_labels("residue", residue),
        "  <Relations>",
        *(f"    <Relation value={quoteattr(name)}/>" for name in relations),
        "  </Relations>",
        f'  <View style="direction: {direction}">',
        '    <Text name="text" value="$text" granularity="symbol"/>',
        "  </View>",
        *_role(words),
        _area("values", words.say("label-studio-values")),
        _area("note", words.say("label-studio-note")),
        "</View>",
    ]
    return "\n".join(lines) + "\n"


def _labels(name: str, listed: Iterable[tuple[str, str]]) -> Iterable[str]:
    yield f'  <Labels name="{name}" toName="text">'
    for (shown, alias), colour in zip(listed, cycle(_COLOURS), strict=False):
        yield (
            f'    <Label value={quoteattr(shown)} alias={quoteattr(alias)} background="{colour}"/>'
        )
    yield "  </Labels>"


def _role(words: Wording) -> Iterable[str]:
    yield '  <Choices name="role" toName="text" perRegion="true" whenTagName="mention">'
    for role in MentionRole:
        yield f"    <Choice value={quoteattr(term(role, words))} alias={quoteattr(role.value)}/>"
    yield "  </Choices>"


def _area(name: str, shown: str) -> str:
    return (
        f'  <TextArea name="{name}" toName="text" perRegion="true" whenTagName="claim"'
        f' editable="true" placeholder={quoteattr(shown)}/>'
    )
