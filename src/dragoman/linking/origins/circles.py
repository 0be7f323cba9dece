"""Circular reporting: A cites B, and B cites A."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping

from dragoman.linking.origins.chains import Told, told_of
from dragoman.model.findings import Findings
from dragoman.model.origin import Circle, Reason, Telling

Edges = Mapping[str, Mapping[str, Reason]]


def circles(tellings: Iterable[Telling], findings: Iterable[Findings]) -> tuple[Circle, ...]:
    """The circles among the outlets that tell of one thing, each once, in order.

    A circle is the shortest through its first outlet, and starts with it. Tellings of several
    things would show circles that are none: outlets cite one another every day.
    """
    return circles_of(told_of(tellings, findings))


def circles_of(told: Iterable[Told]) -> tuple[Circle, ...]:
    """As `circles`, of tellings whose ways are known."""
    edges = _edges(told)
    found: dict[frozenset[str], Circle] = {}
    for outlet in sorted(edges):
        way = _back(outlet, edges)
        if way and frozenset(way) not in found:
            shown = [edges[a][b] for a, b in zip(way, (*way[1:], way[0]), strict=True)]
            found[frozenset(way)] = Circle(tuple(way), tuple(shown))
    return tuple(found.values())


def _edges(told: Iterable[Told]) -> Edges:
    """Which outlet cites which, with the first words that show it."""
    edges: dict[str, dict[str, Reason]] = {}
    for one in sorted(told, key=lambda t: t.telling.order):
        for step in one.path:
            if one.outlet and step.speaker is None and step.role != "own":
                reason = Reason(one.telling.report, step.span, step.reason)
                edges.setdefault(one.outlet, {}).setdefault(step.label, reason)
    return edges


def _back(start: str, edges: Edges) -> list[str]:
    """The shortest way from an outlet back to itself; the alphabet settles ties. Empty for none."""
    before: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        outlet = waiting.popleft()
        for cited in sorted(edges.get(outlet, ())):
            if cited == start:
                return _way(start, outlet, before)
            if cited not in before:
                before[cited] = outlet
                waiting.append(cited)
    return []


def _way(start: str, last: str, before: Mapping[str, str]) -> list[str]:
    way = [last]
    while way[-1] != start:
        way.append(before[way[-1]])
    return way[::-1]
