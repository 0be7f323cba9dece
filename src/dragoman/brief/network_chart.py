"""A network as a drawing: actors where their friends are, lines of cooperation and of conflict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, pi, sin, sqrt
from typing import Any

import networkx as nx
import polars as pl

from dragoman.brief.axes import WIDTH

HEIGHT = 560
# More than so many cannot be told apart.
MOST_NODES, MOST_LINES = 40, 140
_MARGIN, _SMALLEST, _LARGEST, _WIDEST = 60, 4.0, 16.0, 6.0
_SEED = 20250701


@dataclass(frozen=True, slots=True)
class Node:
    """An actor: where it stands, how large, and in which bloc."""

    code: str
    x: float
    y: float
    r: float
    bloc: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """A relation of two; `css` says whether it is kind or hard on the whole."""

    a: str
    b: str
    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    css: str
    label: str


@dataclass(frozen=True, slots=True)
class NetworkChart:
    """The whole drawing; `left_out` counts actors that are not drawn."""

    title: str
    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    left_out: int
    width: int = WIDTH
    height: int = HEIGHT


def network_chart(title: str, nodes: pl.DataFrame, relations: pl.DataFrame) -> NetworkChart:
    """The drawing of the most present actors and the strongest relations between them."""
    shown = nodes.head(MOST_NODES)
    codes = shown["code"].to_list()
    drawn = relations.filter(pl.col("a").is_in(codes), pl.col("b").is_in(codes)).head(MOST_LINES)
    places = _places(codes, drawn)
    placed = tuple(_nodes(shown, places))
    return NetworkChart(title, placed, tuple(_lines(drawn, places)), nodes.height - shown.height)


def _places(codes: list[str], drawn: pl.DataFrame) -> dict[str, tuple[float, float]]:
    """Springs along kind relations (Fruchterman and Reingold 1991), begun from a circle."""
    graph = nx.Graph()
    graph.add_nodes_from(codes)
    kind = drawn.filter(pl.col("net") > 0)
    graph.add_weighted_edges_from(
        (a, b, sqrt(net)) for a, b, net in kind.select("a", "b", "net").iter_rows()
    )
    turn = 2 * pi / max(len(codes), 1)
    circle = {code: (cos(n * turn), sin(n * turn)) for n, code in enumerate(codes)}
    if len(codes) < 3:
        found: Any = circle
    else:
        apart = 2.5 / sqrt(len(codes))
        found = nx.spring_layout(graph, pos=circle, k=apart, seed=_SEED, iterations=80)
    return _fitted({code: (float(x), float(y)) for code, (x, y) in found.items()})


def _fitted(places: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """Stretched to the sheet."""
    if not places:
        return {}
    ends = [(min(side), max(side)) for side in zip(*places.values(), strict=True)]

    def put(value: float, axis: int, size: int) -> float:
        low, high = ends[axis]
        part = (value - low) / (high - low) if high > low else 0.5
        return round(_MARGIN + part * (size - 2 * _MARGIN), 1)

    return {code: (put(x, 0, WIDTH), put(y, 1, HEIGHT)) for code, (x, y) in places.items()}


def _nodes(shown: pl.DataFrame, places: dict[str, tuple[float, float]]) -> Iterator[Node]:
    acts = (shown["acts_out"] + shown["acts_in"]).to_list()
    most = max(acts, default=1.0) or 1.0
    for row, many in zip(shown.iter_rows(named=True), acts, strict=True):
        x, y = places[row["code"]]
        r = round(max(_SMALLEST, _LARGEST * sqrt(many / most)), 1)
        yield Node(row["code"], x, y, r, row["bloc"])


def _lines(drawn: pl.DataFrame, places: dict[str, tuple[float, float]]) -> Iterator[Line]:
    most = float(drawn["strength"][0]) if drawn.height else 1.0
    for row in drawn.iter_rows(named=True):
        css = "kind-line" if row["net"] > 0 else "hard-line"
        width = round(max(0.8, _WIDEST * sqrt(row["strength"] / most)), 1)
        ends = (*places[row["a"]], *places[row["b"]])
        yield Line(row["a"], row["b"], *ends, width, css, f"{row['net']:+.1f}")
