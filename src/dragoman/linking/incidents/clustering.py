"""From scores of pairs to clusters that do not depend on the order of anything.

Average linkage (Sokal and Michener 1958) over the log-odds of pairs, within each component of the
graph of likely pairs: two clusters are joined while the mean log-odds between them speak for it.
Rulings and bars are kept by every cluster: no pair in it is one that must be apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from heapq import heapify, heappop, heappush

Pair = tuple[str, str]
# The log-odds of a pair, or None where it must not be joined.
Odds = Callable[[str, str], float | None]
# Beyond this the log-odds of one pair do not outweigh others.
BOUND = 6.0
# Clusters are joined while the mean log-odds between them lie above. Below 0, since the mean of
# many pairs is pulled down by those that merely say little; chosen of -0.5, -0.75 and -1 as best
# for both the dev part of the sets and the training topics of ECB+.
ENOUGH = -0.75


def components(neighbours: Mapping[str, Iterable[str]]) -> list[tuple[str, ...]]:
    """The connected components of a graph, each in order, ordered by their first members."""
    seen: set[str] = set()
    found = []
    for start in sorted(neighbours):
        if start in seen:
            continue
        seen.add(start)
        members, open_ones = [], [start]
        while open_ones:
            here = open_ones.pop()
            members.append(here)
            fresh = [n for n in neighbours[here] if n not in seen]
            seen.update(fresh)
            open_ones.extend(fresh)
        found.append(tuple(sorted(members)))
    return found


def reached(
    starts: Iterable[str], near: Callable[[str], Iterable[str]]
) -> dict[str, Iterable[str]]:
    """All that can be reached from `starts`, each with what is near it: a part of a graph."""
    found: dict[str, Iterable[str]] = {}
    waiting = list(starts)
    while waiting:
        here = waiting.pop()
        if here not in found:
            found[here] = near(here)
            waiting.extend(found[here])
    return found


class _Clusters:
    """The clusters of one component, with the sums of log-odds between them."""

    def __init__(self, members: Iterable[str], odds: Odds) -> None:
        self.held = {n: [name] for n, name in enumerate(sorted(members))}
        self._next = len(self.held)
        self.sums: dict[int, dict[int, float | None]] = {n: {} for n in self.held}
        names = [self.held[n][0] for n in self.held]
        for n, one in enumerate(names):
            for m in range(n + 1, len(names)):
                value = odds(one, names[m])
                bounded = None if value is None else max(-BOUND, min(BOUND, value))
                self.sums[n][m] = self.sums[m][n] = bounded

    def mean(self, n: int, m: int) -> float | None:
        """The mean log-odds between two clusters; None where they must stay apart."""
        total = self.sums[n][m]
        return None if total is None else total / (len(self.held[n]) * len(self.held[m]))

    def join(self, n: int, m: int) -> int:
        """Makes one cluster of two, under a new number."""
        new = self._next
        self._next += 1
        self.held[new] = sorted(self.held.pop(n) + self.held.pop(m))
        one, other = self.sums.pop(n), self.sums.pop(m)
        self.sums[new] = {}
        for k in self.held:
            if k == new:
                continue
            first, second = one.get(k), other.get(k)
            total = None if first is None or second is None else first + second
            self.sums[new][k] = self.sums[k][new] = total
            self.sums[k].pop(n, None)
            self.sums[k].pop(m, None)
        return new


def clusters(
    members: Iterable[str], odds: Odds, joined: Iterable[Pair] = (), enough: float = ENOUGH
) -> list[tuple[str, ...]]:
    """The clusters of a component's members, in order; `joined` pairs are joined first."""
    made = _Clusters(members, odds)
    place = {names[0]: n for n, names in made.held.items()}
    for one, other in sorted(joined):
        n, m = place[one], place[other]
        if n != m:
            new = made.join(n, m)
            place.update(dict.fromkeys(made.held[new], new))
    queue = [entry for n in made.held for m in made.held if n < m if (entry := _entry(made, n, m))]
    heapify(queue)
    while queue:
        negated, *_, n, m = heappop(queue)
        if n not in made.held or m not in made.held or -negated <= enough:
            continue
        new = made.join(n, m)
        for k in made.held:
            if k != new and (entry := _entry(made, k, new)):
                heappush(queue, entry)
    return sorted(tuple(names) for names in made.held.values())


def _entry(made: _Clusters, n: int, m: int) -> tuple[float, str, str, int, int] | None:
    """A place in the queue: the likeliest first, then by the first names, never by number."""
    mean = made.mean(n, m)
    if mean is None:
        return None
    first, second = sorted((n, m), key=lambda k: made.held[k][0])
    return (-round(mean, 9), made.held[first][0], made.held[second][0], first, second)
