"""Candidate pairs from an index of rare features, never from comparing all claims with all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from tawatur_core.model import ClaimId
from tawatur_core.monitor import Monitor, Silent
from tawatur_core.reconcile.align import Profile
from tawatur_core.reconcile.slots import unit_key
from tawatur_core.reconcile.terms import Rarity, raw_words

# A claim is looked up by its rarest features; a feature of very many claims tells nothing.
FEATURES = 24
MOST_HOLDERS = 400
NEIGHBOURS = 24


def features(profile: Profile) -> frozenset[str]:
    """Return what a claim can be found by: terms, entities, quantities, runs of quoted words."""
    found = set(profile.terms.counts)
    found.update(f"@{entity.id}" for entity in profile.account.entities)
    for amount in profile.amounts:
        if amount.low is not None and (unit := unit_key(amount.unit)):
            found.add(f"#{amount.low.normalize()} {unit}")
    for quote in profile.quotes:
        words = raw_words(quote)
        found.update(f"“{' '.join(words[i : i + 3])}" for i in range(len(words) - 2))
    return frozenset(found)


class Index:
    """Claims by their features. Built once for a full run; `add` takes one more claim."""

    def __init__(self, profiles: Mapping[ClaimId, Profile], rarity: Rarity) -> None:
        self.rarity = rarity
        self._profiles: dict[ClaimId, Profile] = {}
        self._holders: defaultdict[str, list[ClaimId]] = defaultdict(list)
        self._features: dict[ClaimId, frozenset[str]] = {}
        for key in sorted(profiles):
            self.add(profiles[key])

    def add(self, profile: Profile) -> None:
        """Take one more claim."""
        key = profile.account.id
        self._profiles[key] = profile
        self._features[key] = features(profile)
        for feature in self._features[key]:
            self._holders[feature].append(key)

    def neighbours(self, key: ClaimId, most: int = NEIGHBOURS) -> list[ClaimId]:
        """Return the claims of other documents that share the rarest features, best first."""
        mine = self._features[key]
        shared = [f for f in mine if 1 < len(self._holders[f]) <= MOST_HOLDERS]
        telling = sorted(shared, key=lambda f: (len(self._holders[f]), f))[:FEATURES]
        document = self._profiles[key].account.document
        votes: Counter[ClaimId] = Counter()
        for feature in telling:
            holders = self._holders[feature]
            weight = 1000 // (1 + len(holders))
            for other in holders:
                votes[other] += weight
        close = [
            (-votes[other], other)
            for other in votes
            if self._profiles[other].account.document != document
        ]
        return [other for _, other in sorted(close)[:most]]

    def pairs(self, monitor: Monitor | None = None) -> Iterator[tuple[Profile, Profile]]:
        """Yield every candidate pair once, the older claim first."""
        watch = monitor or Silent()
        seen: set[tuple[ClaimId, ClaimId]] = set()
        keys: Sequence[ClaimId] = sorted(self._profiles)
        for done, key in enumerate(keys):
            if done % 64 == 0:
                watch.step(done, len(keys))
            for other in self.neighbours(key):
                pair = (key, other) if key < other else (other, key)
                if pair not in seen:
                    seen.add(pair)
                    yield self._profiles[pair[0]], self._profiles[pair[1]]
