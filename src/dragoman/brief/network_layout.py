"""Where the actors of a network stand: friends near each other, enemies apart, none on another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import cos, hypot, log1p, pi, sin
from typing import Any

import networkx as nx
import numpy as np

Point = tuple[float, float]
# Who is next to whom: both, the net of what they did to each other, and how much that was.
Relation = tuple[str, str, float, float]
_SEED = 20250701
# Steps after which little moves any more, and how far apart the force drives those without ties.
_STEPS, _SCALING = 300, 8.0
# A relation of conflict holds two together less than one of cooperation that is as strong.
_HARD = 0.25
# Passes in which actors that are too near are pushed apart; most need fewer than ten.
_PASSES = 200


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is drawn on, in pixels: its size, its margins, and the room between two circles."""

    size: Point
    margin: Point
    gap: float


def layout(
    codes: Sequence[str], relations: Sequence[Relation], radii: Mapping[str, float], sheet: Sheet
) -> dict[str, Point]:
    """Where the circles of actors stand on the sheet.

    ForceAtlas2 (Jacomy and others 2014, through networkx), begun from a circle, so that the same
    network has the same places.
    """
    if not codes:
        return {}
    turn = 2 * pi / len(codes)
    circle = {code: (cos(n * turn), sin(n * turn)) for n, code in enumerate(codes)}
    found = circle if len(codes) < 3 else _sprung(codes, relations, circle)
    return _apart(_fitted(found, sheet), radii, sheet)


def _sprung(
    codes: Sequence[str], relations: Sequence[Relation], circle: Mapping[str, Point]
) -> dict[str, Point]:
    graph = nx.Graph()
    graph.add_nodes_from(codes)
    for a, b, net, strength in relations:
        graph.add_edge(a, b, weight=log1p(strength) * (1 if net > 0 else _HARD))
    begun = {code: np.array(place) for code, place in circle.items()}
    found: Mapping[str, Any] = nx.forceatlas2_layout(
        graph, pos=begun, max_iter=_STEPS, scaling_ratio=_SCALING, weight="weight", seed=_SEED
    )
    return {code: (float(x), float(y)) for code, (x, y) in found.items()}


def _fitted(places: Mapping[str, Point], sheet: Sheet) -> dict[str, Point]:
    """Stretched to the sheet by ranks and distances alike, so that one far off crowds no others."""
    sides = []
    for axis in (0, 1):
        order = sorted(places, key=lambda code: places[code][axis])
        low, high = (places[order[n]][axis] for n in (0, -1))
        rank = {code: n / max(len(order) - 1, 1) for n, code in enumerate(order)}
        span = (high - low) or 1.0
        part = {c: (rank[c] + (places[c][axis] - low) / span) / 2 for c in order}
        room = sheet.size[axis] - 2 * sheet.margin[axis]
        sides.append({c: sheet.margin[axis] + part[c] * room for c in order})
    return {code: (sides[0][code], sides[1][code]) for code in places}


def _apart(
    places: Mapping[str, Point], radii: Mapping[str, float], sheet: Sheet
) -> dict[str, Point]:
    """Pushed from each other until none is too near, and kept on the sheet."""
    found = dict(places)
    for _ in range(_PASSES):
        moved = False
        for a, b in combinations(sorted(found), 2):
            (ax, ay), (bx, by) = found[a], found[b]
            least = radii[a] + radii[b] + sheet.gap
            far = hypot(bx - ax, by - ay)
            if far >= least - 0.1:
                continue
            # Two on one spot part sideways.
            dx, dy = ((bx - ax) / far, (by - ay) / far) if far else (1.0, 0.0)
            push = (least - far) / 2
            found[a] = _kept((ax - dx * push, ay - dy * push), sheet)
            found[b] = _kept((bx + dx * push, by + dy * push), sheet)
            moved = True
        if not moved:
            break
    return {code: (round(x, 1), round(y, 1)) for code, (x, y) in found.items()}


def _kept(point: Point, sheet: Sheet) -> Point:
    x, y = (min(max(p, m), s - m) for p, s, m in zip(point, sheet.size, sheet.margin, strict=True))
    return x, y
