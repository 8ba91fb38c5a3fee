"""What the keys and the bar do: each act takes the selection, or what is picked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from tawatur_core.arabic.words import words
from tawatur_core.model import (
    Claim,
    ClaimProposal,
    EntityKind,
    Mention,
    MentionProposal,
    ProposalKey,
    Span,
)
from tawatur_gui.context import Place, Target
from tawatur_gui.reading.article import Article, Item
from tawatur_gui.reading.bar import Offer
from tawatur_gui.reading.desk import Desk, likely_proclitic, proclitic, spans_of
from tawatur_gui.reading.drafts import drafts
from tawatur_gui.reading.values_found import ValueCache


class Stage(Protocol):
    """What the acts need of the page they happen on."""

    key: str  # of what is picked

    def pick(self, key: str, *, look: bool = True) -> None:
        """Show something in the inspector and on the page ('': nothing)."""

    def select(self, span: Span) -> None:
        """Select words on the page."""

    def unselect(self) -> None:
        """Select nothing."""

    def ask_entity(self, span: Span, name: str, likely: EntityKind) -> None:
        """Open the link field beside the words, with a name to look for."""

    def ask_alike(self, quote: str, mention: Mention | None) -> None:
        """Open the sheet 'mark all alike'."""

    def edit_note(self) -> None:
        """Put the keyboard into the note."""


class Acts:
    """Acts on the open article; every change is one undo step."""

    def __init__(self, desk: Desk, stage: Stage, values: ValueCache) -> None:
        self._desk, self._stage, self._values = desk, stage, values

    # -- what may be done ------------------------------------------------------------------------

    @property
    def article(self) -> Article | None:
        """The open article."""
        return self._desk.article

    @property
    def item(self) -> Item | None:
        """What is picked."""
        return self.article.item(self._stage.key) if self.article else None

    def selecting(self) -> bool:
        """Whether words are selected that could be marked."""
        return self._desk.writes and bool(self._desk.selection)

    def trimmable(self) -> bool:
        """Whether selection or picked mention begins with a proclitic."""
        return self._desk.writes and self._clitic() is not None

    def offers_proposal(self) -> bool:
        """Whether a proposal is picked that may be decided."""
        return self._desk.writes and isinstance(self.item, ClaimProposal | MentionProposal)

    def removable(self) -> bool:
        """Whether something is picked that may be removed or rejected."""
        return self._desk.writes and self.item is not None

    def disputed(self) -> bool:
        """Whether the picked claim is in an open conflict."""
        item = self.item
        return isinstance(item, Claim) and bool(self.article and item.id in self.article.disputes)

    # -- marking ---------------------------------------------------------------------------------

    def claim(self) -> None:
        """Mark the selection as a claim, with proposed slots, and show it."""
        article, span = self.article, self._desk.selection
        if article is None or not self.selecting():
            return
        kind, slots = drafts(article, self._values.of(article.document), span)
        made = self._desk.mark_claim(span, kind, slots)
        if made is not None:
            self._stage.unselect()
            self._stage.pick(made)

    def extend(self) -> None:
        """Add the selection to the picked claim."""
        item = self.item
        if isinstance(item, Claim) and self.selecting():
            self._desk.extend_claim(item, self._desk.selection)
            self._stage.unselect()

    def move(self) -> None:
        """Move the picked claim or mention to the selected words."""
        item = self.item
        if isinstance(item, Claim | Mention) and self.selecting():
            self._desk.move(item, self._desk.selection)
            self._stage.unselect()

    def mention(self) -> None:
        """Mark the selection as a mention that is not linked yet."""
        if self.selecting():
            made = self._desk.mark_mention(self._desk.selection)
            if made is not None:
                self._stage.unselect()
                self._stage.pick(made)

    def link(self) -> None:
        """Ask for the entity of the selection or of the picked mention."""
        span = self._words()
        if span is not None and self._desk.writes:
            self._stage.ask_entity(span, self._name(span), self._likely(span))

    def alike(self) -> None:
        """Mark everything alike the selection or the picked mention."""
        span = self._words()
        if span is not None and self._desk.writes:
            self._stage.ask_alike(self._name(span), self._desk.mention_on(span))

    def note(self) -> None:
        """Write a note on the picked claim, or on a new one of the selection."""
        if self.selecting():
            self.claim()
        if isinstance(self.item, Claim):
            self._stage.edit_note()

    def trim(self) -> None:
        """Take the proclitic off the selection, else off the picked mention."""
        found = self._clitic()
        if found is None:
            return
        span, offset = found
        item = self.item
        if self._desk.selection:
            self._stage.select(Span(span.start + offset, span.end))
        elif isinstance(item, Mention):
            self._desk.trim_mention(item, offset)

    def residue(self) -> None:
        """Say that the selection is not part of the article, or that it is."""
        if self.selecting():
            self._desk.toggle_residue(self._desk.selection)
            self._stage.unselect()

    # -- deciding --------------------------------------------------------------------------------

    def accept(self) -> None:
        """Accept the picked proposal and go to the next one."""
        item = self.item
        if isinstance(item, ClaimProposal | MentionProposal) and self._desk.writes:
            self._stage.pick(self._next_offer(item.key))
            self._desk.accept([item.key])

    def remove(self) -> None:
        """Reject the picked proposal and go to the next one; remove a claim or mention."""
        item = self.item
        if item is None or not self._desk.writes:
            return
        following = ""
        if isinstance(item, ClaimProposal | MentionProposal):
            following = self._next_offer(item.key)
        key = self._stage.key
        self._stage.pick(following)
        self._desk.remove(key)

    def review(self) -> None:
        """Set the picked claim beside the account it conflicts with."""
        item = self.item
        if self.article is not None and isinstance(item, Claim) and self.disputed():
            conflict = self.article.disputes[item.id][0]
            self._desk.context.go(Target(Place.CONFLICTS, conflict=conflict.key))

    # -- going -----------------------------------------------------------------------------------

    def next_claim(self, by: int = 1) -> None:
        """Go to another claim or proposed claim in text order."""
        article = self.article
        if article is not None:
            claims: list[Claim | ClaimProposal] = list(article.claims.values())
            claims += article.claim_proposals.values()
            self._go([(spans_of(each)[0], _key(each)) for each in claims], by)

    def next_offer(self, by: int = 1) -> None:
        """Go to another proposal in text order."""
        self._go(self._offers(), by)

    def _offers(self) -> list[tuple[Span, str]]:
        if self.article is None:
            return []
        found: list[tuple[Span, str]] = [
            (offer.span, offer.key) for offer in self.article.mention_proposals.values()
        ]
        found += [(o.spans[0], o.key) for o in self.article.claim_proposals.values()]
        return sorted(found)

    def _next_offer(self, key: ProposalKey) -> str:
        """Return the proposal after one of the same kind, else the one before, else any other."""
        if self.article is None:
            return ""
        mentions, claims = list(self.article.mention_proposals), list(self.article.claim_proposals)
        keys, others = (mentions, claims) if key in mentions else (claims, mentions)
        at = keys.index(key)
        rest = [*keys[at + 1 :], *reversed(keys[:at]), *others]
        return rest[0] if rest else ""

    def _go(self, places: list[tuple[Span, str]], by: int) -> None:
        if not places:
            return
        places.sort()
        keys = [key for _, key in places]
        if self._stage.key in keys:
            at = (keys.index(self._stage.key) + by) % len(keys)
        else:
            item, here = self.item, self._desk.selection.start
            if item is not None:
                here = spans_of(item)[0].start
            after = [i for i, (span, _) in enumerate(places) if span.start >= here]
            at = after[0] if after else 0
            at = at if by > 0 else (at - 1) % len(keys)
        self._stage.pick(keys[at])

    # -- inside ----------------------------------------------------------------------------------

    def _words(self) -> Span | None:
        """Return the selected words, else those of the picked mention."""
        if self._desk.selection:
            return self._desk.selection
        item = self.item
        return item.span if isinstance(item, Mention | MentionProposal) else None

    def _name(self, span: Span) -> str:
        """Return the words as a name: without a proclitic that is likely one."""
        found = likely_proclitic(self._desk.text, span)
        return Span(span.start + (found[1] if found else 0), span.end).of(self._desk.text)

    def _clitic(self) -> tuple[Span, int] | None:
        span = self._words()
        found = proclitic(self._desk.text, span) if span is not None else None
        return (span, found[1]) if span is not None and found is not None else None

    def _likely(self, span: Span) -> EntityKind:
        """Guess the kind of a new entity: what is proposed there, else a person."""
        article = self.article
        for offer in article.mention_proposals.values() if article else ():
            if offer.span.overlaps(span):
                return offer.kind
        return EntityKind.PERSON

    def offers(self) -> Sequence[Offer]:
        """Return what the bar offers for the selection."""
        say = self._desk.context.say
        first: list[Offer] = []
        span = self._desk.selection
        found = likely_proclitic(self._desk.text, span)
        if found is not None and len(words(span.of(self._desk.text))) <= 4:
            first = [Offer(say("read-without", letters=found[0]), "T", self.trim)]
        if isinstance(self.item, Claim):
            first.append(Offer(say("read-bar-extend"), "Shift+C", self.extend))
        return [
            Offer(say("read-bar-claim"), "C", self.claim, primary=True),
            *first,
            Offer(say("read-bar-link"), "E", self.link),
            Offer(say("read-bar-mention"), "M", self.mention),
            Offer(say("read-bar-alike"), "A", self.alike),
            Offer(say("read-bar-note"), "N", self.note),
            Offer(say("read-bar-residue"), "X", self.residue),
        ]


def _key(item: Claim | ClaimProposal) -> str:
    return item.id if isinstance(item, Claim) else item.key
