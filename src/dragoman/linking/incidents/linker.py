"""Events to incidents, report by report; the same reports give the same whatever their order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain, combinations, product

from dragoman.linking.incidents.blocking import FULL, beside, compared, crowded, keys
from dragoman.linking.incidents.clustering import clusters, components, reached
from dragoman.linking.incidents.features import Likeness, unlike
from dragoman.linking.incidents.rulings import NO_RULINGS, Pair, Rulings, pair
from dragoman.linking.incidents.scoring import verdict
from dragoman.linking.incidents.shelf import Shelf
from dragoman.linking.incidents.splitting import Cluster, split
from dragoman.linking.incidents.tellings import Telling, tellings
from dragoman.linking.incidents.weighing import Weighing
from dragoman.model.findings import Findings
from dragoman.model.incident import Verdict


class Linker:
    """The events of all reports so far and the clusters that they make.

    Adding or removing a report weighs only its own events and those that may be compared
    otherwise by its coming, and makes anew only the clusters in the components of these.
    """

    def __init__(
        self,
        likeness: Likeness = unlike,
        rulings: Rulings = NO_RULINGS,
        shelf: Shelf | None = None,
    ) -> None:
        self._likeness = likeness
        self._rulings = rulings
        self._tied = _tied(rulings.same)
        self._shelf = shelf or Shelf()
        self._weighing = Weighing(self._shelf, likeness, rulings)
        self._touched: set[str] = set()

    def telling(self, name: str) -> Telling:
        """An event by its id."""
        return self._shelf.telling(name)

    def add(self, findings: Findings) -> None:
        """Adds a report's events; one that is there already changes nothing."""
        fresh = [t for t in tellings(findings) if not self._shelf.has(t.id)]
        for telling in fresh:
            self._shelf.put(telling, dict(keys(telling)))
        names = {t.id for t in fresh}
        self.touch(names)
        self._weigh_all(names)
        for leaders, others in crowded(self._shelf, names):
            self._loosen({*leaders, *others})

    def remove(self, names: Iterable[str]) -> None:
        """Takes events away, as if they had never come; unknown ones change nothing."""
        there = sorted(name for name in names if self._shelf.has(name))
        for start in range(0, len(there), FULL):
            self._remove(set(there[start : start + FULL]))
            self._shelf.settle()
        self._weighing.forget()

    def _remove(self, gone: set[str]) -> None:
        self._shelf.want(gone)
        thinned = crowded(self._shelf, gone)
        for name in sorted(gone):
            self._touched.update(self._near(name))
        for name in sorted(gone):
            self._shelf.drop(name)
        self._touched -= gone
        for leaders, others in thinned:
            self._tighten(leaders, others)

    @property
    def touched(self) -> frozenset[str]:
        """The events whose clusters may be other ones since `changed` was last asked."""
        return frozenset(self._touched)

    def touch(self, names: Iterable[str]) -> None:
        """Says that the clusters of these events may be other ones."""
        self._touched.update(name for name in names if self._shelf.has(name))

    def clusters(self) -> list[Cluster]:
        """All incidents as ids of their events, in order."""
        self._touched.update(self._shelf)
        return self.changed()

    def changed(self) -> list[Cluster]:
        """The incidents that reports since the last call can have changed, and no others.

        With them all events of those that they were before, but for removed ones.
        """
        near = reached(self._touched, self._near)
        self._touched.clear()
        return sorted(cluster for found in components(near) for cluster in self._split(found))

    def acts(self, cluster: Cluster) -> list[Cluster]:
        """The acts of an incident, as ids of their events, in order."""
        if len(cluster) == 1:
            return [cluster]
        return clusters(cluster, lambda a, b: self._weighing.odds(a, b, "act"))

    def verdict(self, one: str, other: str) -> Verdict:
        """The verdict on a pair of events, with its features; a ruling stands above it."""
        return told(self.telling(one), self.telling(other), self._likeness, self._rulings)

    def _weigh_all(self, names: Iterable[str]) -> None:
        near = {name: beside(self._shelf, name) for name in sorted(names)}
        self._shelf.want(set(near).union(*near.values()))
        for name, others in near.items():
            self._weigh(name, others)

    def _weigh(self, name: str, others: Iterable[str]) -> None:
        """The edges of an event anew."""
        now = {other for other in others if self._weighing.likely(name, other)}
        before = set(self._shelf.edges(name))
        for gone in before - now:
            self._shelf.part(name, gone)
        for come in now - before:
            self._shelf.join(name, come)
        if now != before:
            self._touched |= (before ^ now) | {name}

    def _loosen(self, held: set[str]) -> None:
        """Part those under a key that has become full which no other key pairs."""
        for one in sorted(held):
            for other in sorted(self._shelf.edges(one) & held):
                if not compared(self._shelf, one, other):
                    self._shelf.part(one, other)
                    self._touched |= {one, other}

    def _tighten(self, leaders: Sequence[str], others: Sequence[str]) -> None:
        """Join what is likely to be one under a key that is no longer full."""
        self._shelf.want([*leaders, *others])
        pairs = chain(combinations(leaders, 2), product(leaders, others))
        for one, other in pairs:
            if other not in self._shelf.edges(one) and self._weighing.likely(one, other):
                self._shelf.join(one, other)
                self._touched |= {one, other}

    def _near(self, name: str) -> set[str]:
        ruled = (o for o in self._tied.get(name, ()) if self._shelf.has(o))
        return {*self._shelf.edges(name), *ruled}

    def _split(self, component: Cluster) -> tuple[Cluster, ...]:
        return split(component, self._weighing, self._rulings.same)


def told(one: Telling, other: Telling, likeness: Likeness, rulings: Rulings) -> Verdict:
    """The verdict on two events, with its features; a ruling stands above it."""
    made = verdict(one, other, likeness)
    key = pair(one.id, other.id)
    if key in rulings.same or key in rulings.different:
        return replace(made, bar="ruling")
    return made


def _tied(same: Iterable[Pair]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one, other in same:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return found


def linked(
    reports: Iterable[Findings], likeness: Likeness = unlike, rulings: Rulings = NO_RULINGS
) -> Linker:
    """A linker with all of these reports."""
    linker = Linker(likeness, rulings)
    for findings in reports:
        linker.add(findings)
    return linker
