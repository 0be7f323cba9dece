"""The log-odds of pairs of events on a shelf, weighed once."""

from __future__ import annotations

from collections.abc import Set

from dragoman.linking.incidents.clustering import ENOUGH
from dragoman.linking.incidents.features import (
    MOST_ALIKE,
    Likeness,
    features,
    plain_features,
    with_likeness,
    word_bounds,
    word_features,
)
from dragoman.linking.incidents.rulings import Pair, Rulings, pair
from dragoman.linking.incidents.scoring import Level, barred, comparable, logit
from dragoman.linking.incidents.shelf import Shelf
from dragoman.linking.incidents.tellings import Telling

# Pairs with log-odds below this make no edge: no mean above it could come of such pairs alone.
EDGE = ENOUGH


class Weighing:
    """Log-odds of pairs; the encoder is asked only where its answer can matter."""

    def __init__(self, shelf: Shelf, likeness: Likeness, rulings: Rulings) -> None:
        self._shelf = shelf
        self._likeness = likeness
        self._different = rulings.different
        self._weighed: dict[Pair, tuple[float, float]] = {}

    def likely(self, one: str, other: str) -> bool:
        """True where two events may be one and the log-odds speak for it."""
        first, second = self._both(one, other)
        if not comparable(first, second) or barred(first, second):
            return False
        key = pair(one, other)
        if key not in self._weighed:
            found = plain_features(first, second)
            if logit(found | word_bounds(first, second)) <= EDGE:
                return False
            found |= word_features(first, second)
            if logit(found | MOST_ALIKE) <= EDGE:
                return False
            self._weigh(key, with_likeness(found, first, second, self._likeness))
        return self._weighed[key][0] > EDGE

    def odds(self, one: str, other: str, level: Level = "incident") -> float | None:
        """The log-odds of a pair; None where the two must stay apart."""
        key = pair(one, other)
        first, second = self._both(one, other)
        if key in self._different or barred(first, second):
            return None
        if key not in self._weighed:
            self._weigh(key, features(first, second, self._likeness))
        return self._weighed[key][level == "act"]

    def edges(self, name: str) -> Set[str]:
        """The events that are likely to be one with an event."""
        return self._shelf.edges(name)

    def forget(self) -> None:
        """Weigh all pairs anew from now on."""
        self._weighed.clear()

    def _weigh(self, key: Pair, found: dict[str, float]) -> None:
        self._weighed[key] = logit(found), logit(found, "act")

    def _both(self, one: str, other: str) -> tuple[Telling, Telling]:
        first, second = pair(one, other)
        return self._shelf.telling(first), self._shelf.telling(second)
