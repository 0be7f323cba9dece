"""Events to incidents, report by report; the same reports give the same whatever their order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dragoman.linking.incidents.blocking import Index
from dragoman.linking.incidents.clustering import BOUND, ENOUGH, clusters, components
from dragoman.linking.incidents.features import Likeness, features, unlike
from dragoman.linking.incidents.rulings import NO_RULINGS, Pair, Rulings, pair
from dragoman.linking.incidents.scoring import Level, barred, comparable, logit, verdict
from dragoman.linking.incidents.tellings import Telling, tellings
from dragoman.model.findings import Findings
from dragoman.model.incident import Verdict

# Pairs with log-odds below this make no edge: no mean above it could come of such pairs alone.
EDGE = ENOUGH
# All pairs of a component are weighed; one of more events than this is cut at its weaker pairs
# first, step by step, until its pieces are smaller.
LARGE, STEP = 300, 1.0

Cluster = tuple[str, ...]


class Linker:
    """The events of all reports so far and the clusters that they make.

    Adding a report weighs only its own events and those that may be compared otherwise by its
    coming, and makes anew only the clusters in the components of these.
    """

    def __init__(self, likeness: Likeness = unlike, rulings: Rulings = NO_RULINGS) -> None:
        self._likeness = likeness
        self._rulings = rulings
        self._index = Index()
        self._known: dict[str, Telling] = {}
        self._edges: dict[str, set[str]] = {}
        self._found: dict[Pair, dict[str, float]] = {}
        self._made: dict[Cluster, tuple[Cluster, ...]] = {}

    @property
    def tellings(self) -> Mapping[str, Telling]:
        """The events by id."""
        return self._known

    def add(self, findings: Findings) -> None:
        """Adds a report's events; one that is there already changes nothing."""
        fresh = [t for t in tellings(findings) if t.id not in self._known]
        for telling in fresh:
            self._known[telling.id] = telling
            self._edges[telling.id] = set()
            self._index.add(telling)
        for name in sorted(self._index.touched(t.id for t in fresh)):
            self._weigh(name)

    def clusters(self) -> list[Cluster]:
        """The incidents as ids of their events, in order."""
        present = components(self._with_rulings())
        # What a large component is cut into rests on its edges, not on its members alone.
        self._made = {c: (len(c) <= LARGE and self._made.get(c)) or self._split(c) for c in present}
        return sorted(cluster for made in self._made.values() for cluster in made)

    def acts(self, cluster: Cluster) -> list[Cluster]:
        """The acts of an incident, as ids of their events, in order."""
        return clusters(cluster, lambda a, b: self._odds(a, b, "act"))

    def features(self, one: str, other: str) -> dict[str, float]:
        """The features of a pair, weighed once."""
        key = pair(one, other)
        if key not in self._found:
            first, second = (self._known[name] for name in key)
            self._found[key] = features(first, second, self._likeness)
        return self._found[key]

    def verdict(self, one: str, other: str) -> Verdict:
        """The verdict on a pair of events, with its features; a ruling stands above it."""
        made = verdict(self._known[one], self._known[other], self._likeness)
        key = pair(one, other)
        if key in self._rulings.same or key in self._rulings.different:
            return replace(made, bar="ruling")
        return made

    def _weigh(self, name: str) -> None:
        """The edges of an event anew."""
        beside = {o for o in self._index.beside(name) if self._likely(name, o)}
        for gone in self._edges[name] - beside:
            self._edges[gone].discard(name)
        for come in beside - self._edges[name]:
            self._edges[come].add(name)
        self._edges[name] = beside

    def _likely(self, one: str, other: str) -> bool:
        first, second = self._known[one], self._known[other]
        if not comparable(first, second) or barred(first, second):
            return False
        return logit(self.features(one, other)) > EDGE

    def _with_rulings(self) -> Mapping[str, Iterable[str]]:
        ties: dict[str, set[str]] = {}
        for one, other in self._rulings.same:
            if one in self._known and other in self._known:
                ties.setdefault(one, set()).add(other)
                ties.setdefault(other, set()).add(one)
        return {name: edges | ties.get(name, set()) for name, edges in self._edges.items()}

    def _split(self, component: Cluster, above: float = EDGE) -> tuple[Cluster, ...]:
        if len(component) == 1:
            return (component,)
        held = set(component)
        joined = [p for p in self._rulings.same if held.issuperset(p)]
        if len(component) > LARGE:
            pieces = components(self._stronger(held, joined, above + STEP))
            if len(pieces) > 1 or above < BOUND:
                return tuple(c for p in pieces for c in self._split(p, above + STEP))
        return tuple(clusters(component, self._odds, joined))

    def _stronger(
        self, held: set[str], joined: Iterable[Pair], above: float
    ) -> Mapping[str, Iterable[str]]:
        """The edges between these events that lie above a bound, and those of rulings."""
        edges: dict[str, set[str]] = {name: set() for name in held}
        for name in held:
            for other in self._edges[name] & held:
                if logit(self.features(name, other)) > above:
                    edges[name].add(other)
        for one, other in joined:
            edges[one].add(other)
            edges[other].add(one)
        return edges

    def _odds(self, one: str, other: str, level: Level = "incident") -> float | None:
        if pair(one, other) in self._rulings.different:
            return None
        first, second = self._known[one], self._known[other]
        if barred(first, second):
            return None
        return logit(self.features(one, other), level)


def linked(
    reports: Iterable[Findings], likeness: Likeness = unlike, rulings: Rulings = NO_RULINGS
) -> Linker:
    """A linker with all of these reports."""
    linker = Linker(likeness, rulings)
    for findings in reports:
        linker.add(findings)
    return linker
