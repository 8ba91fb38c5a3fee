"""The enumerations of the vocabulary. Import them from `tawatur_core.model`."""

from __future__ import annotations

from enum import StrEnum


class EntityKind(StrEnum):
    """What an entity is."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    EVENT = "event"
    OTHER = "other"


class ClaimKind(StrEnum):
    """How a claim is told."""

    STATEMENT = "statement"
    DIRECT_QUOTE = "direct_quote"
    INDIRECT_QUOTE = "indirect_quote"


class MentionRole(StrEnum):
    """How a mention names its entity: in full, short (لافروف) or described (الوزير الروسي)."""

    NAME = "name"
    SHORT = "short"
    DESCRIPTION = "description"


class SlotName(StrEnum):
    """The typed parts of a claim. SPEAKER and VIA (in order) are the attribution chain."""

    SPEAKER = "speaker"
    VIA = "via"
    WHO = "who"
    WHAT = "what"
    WHEN = "when"
    WHERE = "where"
    HOW_MANY = "how_many"
    POLARITY = "polarity"
    CERTAINTY = "certainty"


class Origin(StrEnum):
    """Who stands behind a value: an analyst, one who accepted a proposal, or nobody yet."""

    ANALYST = "analyst"
    ACCEPTED = "accepted"
    PROPOSED = "proposed"


class Precision(StrEnum):
    """How fine a date is known."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    SPAN = "span"


class Hedge(StrEnum):
    """How a number is qualified; it decides which bound is open."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"


class Polarity(StrEnum):
    """Whether the claim says that something is so or that it is not."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class Certainty(StrEnum):
    """How sure the source claims to be."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"


class ConflictKind(StrEnum):
    """What cannot both be true.

    ORDER is which of two events came first, NAME two entities that may be one.
    """

    SPEAKER = "speaker"
    AUTHORITY = "authority"
    WHO = "who"
    WHAT = "what"
    WHEN = "when"
    WHERE = "where"
    ORDER = "order"
    HOW_MANY = "how_many"
    POLARITY = "polarity"
    CERTAINTY = "certainty"
    WORDING = "wording"
    NAME = "name"


class Relation(StrEnum):
    """How the values of one slot relate: =, ≈ (less precise or complementary), ⇄, not known."""

    SAME = "same"
    COMPATIBLE = "compatible"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


class Choice(StrEnum):
    """An analyst's verdict on a conflict, or on 'are these two entities one?'."""

    ONE_SIDE = "one_side"  # the side is named in Verdict.chosen
    EDITED = "edited"  # the right value is in Verdict.value
    BOTH_STAND = "both_stand"
    DIFFERENT_EVENTS = "different_events"
    NOT_A_CONFLICT = "not_a_conflict"
    DEFERRED = "deferred"
    SAME_ENTITY = "same_entity"
    DIFFERENT_ENTITIES = "different_entities"


class Confidence(StrEnum):
    """How sure the analyst is of a verdict."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class ProposalKind(StrEnum):
    """What a suggester proposes."""

    MENTION = "mention"
    CLAIM = "claim"
