"""From a component of likely pairs to clusters; a large one is first cut at its weaker pairs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.linking.incidents.clustering import BOUND, clusters, components
from dragoman.linking.incidents.rulings import Pair
from dragoman.linking.incidents.weighing import EDGE, Weighing

# All pairs of a component are weighed; one of more events than this is cut at its weaker pairs
# first, step by step, until its pieces are smaller.
LARGE, STEP = 300, 1.0

Cluster = tuple[str, ...]


def split(
    component: Cluster, weighing: Weighing, same: Iterable[Pair], above: float = EDGE
) -> tuple[Cluster, ...]:
    """The clusters of a component; `same` are the pairs that people ruled to be one."""
    if len(component) == 1:
        return (component,)
    held = set(component)
    joined = [p for p in same if held.issuperset(p)]
    if len(component) > LARGE:
        pieces = components(_stronger(held, joined, weighing, above + STEP))
        if len(pieces) > 1 or above < BOUND:
            return tuple(c for p in pieces for c in split(p, weighing, joined, above + STEP))
    return tuple(clusters(component, weighing.odds, joined))


def _stronger(
    held: set[str], joined: Iterable[Pair], weighing: Weighing, above: float
) -> Mapping[str, Iterable[str]]:
    """The edges between these events that lie above a bound, and those of rulings."""
    edges: dict[str, set[str]] = {name: set() for name in held}
    for name in held:
        for other in weighing.edges(name) & held:
            if (weighing.odds(name, other) or 0.0) > above:
                edges[name].add(other)
    for one, other in joined:
        edges[one].add(other)
        edges[other].add(one)
    return edges
