"""Candidate pairs from an index of rare features, never from comparing all claims with all."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import nsmallest

from tawatur_core.monitor import Monitor, Silent
from tawatur_core.reconcile.align import Profile
from tawatur_core.reconcile.slots import unit_key
from tawatur_core.reconcile.terms import raw_words

# A claim is looked up by its rarest features. A feature of very many claims tells nothing, and
# looking at all its holders would make the work grow with the square of the corpus.
FEATURES = 20
MOST_HOLDERS = 200
MOST_LOOKED_AT = 1500
NEIGHBOURS = 16
# A vote counts the shared features in its millions and sums their weights below.
_ONE_SHARED = 1_000_000
_TWO_SHARED = 2 * _ONE_SHARED


def features(profile: Profile) -> frozenset[str]:
    """Return what a claim can be found by: terms, entities, quantities, runs of quoted words."""
    found = set(profile.keys)
    for amount in profile.amounts:
        if amount.low is not None and (unit := unit_key(amount.unit)):
            found.add(f"#{amount.low.normalize()} {unit}")
    for quote in profile.quotes:
        words = raw_words(quote)
        found.update(f"“{' '.join(words[i : i + 3])}" for i in range(len(words) - 2))
    return frozenset(found)


class Index:
    """Claims by their features. Built once for a full run; `add` takes one more claim."""

    def __init__(self, profiles: Sequence[Profile] = ()) -> None:
        self.profiles: list[Profile] = []
        self._holders: defaultdict[str, list[int]] = defaultdict(list)
        self._features: list[tuple[str, ...]] = []
        self._documents: list[str] = []
        for profile in sorted(profiles, key=lambda p: p.account.id):
            self.add(profile)

    def add(self, profile: Profile) -> int:
        """Take one more claim and return its place in `profiles`."""
        place = len(self.profiles)
        self.profiles.append(profile)
        self._features.append(tuple(sorted(features(profile))))
        self._documents.append(profile.account.document)
        for feature in self._features[place]:
            self._holders[feature].append(place)
        return place

    def remove(self, place: int) -> None:
        """Forget a claim; the places of the others stay."""
        for feature in self._features[place]:
            holders = self._holders[feature]
            del holders[bisect_left(holders, place)]
            if not holders:
                del self._holders[feature]
        self._features[place] = ()

    def neighbours(self, place: int, most: int = NEIGHBOURS) -> list[int]:
        """Return the claims of other documents that share the rarest features, best first."""
        holders = self._holders
        sizes = [(len(holders[f]), f) for f in self._features[place]]
        shared = nsmallest(FEATURES, [s for s in sizes if 1 < s[0] <= MOST_HOLDERS])
        votes: defaultdict[int, int] = defaultdict(int)
        looked_at = 0
        for size, feature in shared:
            looked_at += size
            if looked_at > MOST_LOOKED_AT:
                break
            weight = _ONE_SHARED + 1000 // (1 + size)
            for other in holders[feature]:
                votes[other] += weight
        document = self._documents[place]
        votes.pop(place, None)
        # One word in common is an accident.
        close = (
            (-(vote % _ONE_SHARED), other) for other, vote in votes.items() if vote >= _TWO_SHARED
        )
        found: list[int] = []
        for _, other in nsmallest(most * 2, close):
            if self._documents[other] != document:
                found.append(other)
                if len(found) == most:
                    break
        return found

    def pairs(self, monitor: Monitor | None = None) -> Iterator[tuple[Profile, Profile]]:
        """Yield every candidate pair once, the older claim first. Raises Cancelled."""
        watch = monitor or Silent()
        seen: set[tuple[int, int]] = set()
        for place in range(len(self.profiles)):
            if place % 64 == 0:
                watch.step(place, len(self.profiles))
            for other in self.neighbours(place):
                pair = (place, other) if place < other else (other, place)
                if pair not in seen:
                    seen.add(pair)
                    yield self.profiles[pair[0]], self.profiles[pair[1]]
