"""A network as a drawing: actors where their friends are, lines of cooperation and of conflict."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from math import sqrt

import polars as pl

from dragoman.brief.axes import WIDTH
from dragoman.brief.labels import LINE, Circle, labels
from dragoman.brief.network_layout import Point, Sheet, layout

HEIGHT = 600
# More than so many cannot be told apart.
MOST_NODES, MOST_LINES = 40, 140
# Longer names are cut; their circles tell them whole.
_LETTERS = 26
# Pixels: the smallest and the largest circle, and the widest line.
_SMALLEST, _LARGEST, _WIDEST = 4.0, 15.0, 6.0
_SHEET = Sheet((WIDTH, HEIGHT), margin=(70, 24), gap=26)


@dataclass(frozen=True, slots=True)
class Node:
    """An actor: where it stands, how large, in which bloc, and where its name begins, if it fits.

    `short` is the name as the drawing has it.
    """

    code: str
    name: str
    short: str
    x: float
    y: float
    r: float
    bloc: int | None
    label: Point | None


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


def network_chart(
    title: str,
    nodes: pl.DataFrame,
    relations: pl.DataFrame,
    name: Callable[[str], str] = str,
    related_only: bool = False,
) -> NetworkChart:
    """The drawing of the most present actors and the strongest relations between them.

    `name` gives what an actor is called; with `related_only` who has no relation is left out.
    """
    inside = [*relations["a"], *relations["b"]]
    shown = nodes.filter(pl.col("code").is_in(inside)) if related_only else nodes
    shown = shown.head(MOST_NODES)
    codes = shown["code"].to_list()
    drawn = relations.filter(pl.col("a").is_in(codes), pl.col("b").is_in(codes)).head(MOST_LINES)
    radii = dict(_radii(shown))
    rows = drawn.select("a", "b", "net", "strength").rows()
    places = layout(codes, rows, radii, _SHEET)
    placed = tuple(_nodes(shown, places, radii, name))
    return NetworkChart(title, placed, tuple(_lines(drawn, places)), nodes.height - shown.height)


def _radii(shown: pl.DataFrame) -> Iterator[tuple[str, float]]:
    acts = (shown["acts_out"] + shown["acts_in"]).to_list()
    most = max(acts, default=1.0) or 1.0
    for code, many in zip(shown["code"], acts, strict=True):
        yield code, round(max(_SMALLEST, _LARGEST * sqrt(many / most)), 1)


def _nodes(
    shown: pl.DataFrame, places: Mapping[str, Point], radii: Mapping[str, float],
    name: Callable[[str], str],
) -> Iterator[Node]:  # fmt: skip
    codes = shown["code"].to_list()
    circles = [Circle(_short(name(code)), *places[code], radii[code]) for code in codes]
    boxes = labels(circles, WIDTH, HEIGHT)
    for row, one, box in zip(shown.iter_rows(named=True), circles, boxes, strict=True):
        label = (box.left, round(box.top + LINE - 3, 1)) if box else None
        code = row["code"]
        yield Node(code, name(code), one.name, one.x, one.y, one.r, row["bloc"], label)


def _short(name: str) -> str:
    return name if len(name) <= _LETTERS else f"{name[: _LETTERS - 1].rstrip()}…"


def _lines(drawn: pl.DataFrame, places: Mapping[str, Point]) -> Iterator[Line]:
    most = float(drawn["strength"][0]) if drawn.height else 1.0
    for row in drawn.iter_rows(named=True):
        css = "kind-line" if row["net"] > 0 else "hard-line"
        width = round(max(0.8, _WIDEST * sqrt(row["strength"] / most)), 1)
        ends = (*places[row["a"]], *places[row["b"]])
        yield Line(row["a"], row["b"], *ends, width, css, f"{row['net']:+.1f}")
