"""How sure an event is: the share of such events that are right in the corpus's dev part.

The encoder is surer of a type than it should be, and frames only have ranks; both are set against
annotated texts (`python -m training.confidence --write`), so that of events told with 0.8 about
eight in ten are acts of that type.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from dragoman.model.event import Event
from dragoman.model.tables import Column, read_table

TABLE = "frames/confidence.tsv"
BASES = ("encoder", "frame")
COLUMNS = (
    Column("basis", choices=BASES),
    Column("told"),
    Column("right"),
    Column("events"),
)
DIGITS = 3


class Point(NamedTuple):
    """What is told with `told` is right with `right`."""

    told: float
    right: float


@cache
def _points() -> dict[str, tuple[Point, ...]]:
    rows = read_table(TABLE, COLUMNS)
    return {
        basis: tuple(
            Point(float(r["told"]), float(r["right"])) for r in rows if r["basis"] == basis
        )
        for basis in BASES
    }


def share_right(basis: str, told: float) -> float:
    """The share of events that are right, of those told so; between two points on their line."""
    points = _points()[basis]
    for low, high in pairwise(points):
        if low.told <= told <= high.told:
            part = (told - low.told) / (high.told - low.told)
            return round(low.right + part * (high.right - low.right), DIGITS)
    return points[0].right if told < points[0].told else points[-1].right


def measured(event: Event, by_encoder: bool) -> Event:
    """The event with the share of its like that are right as its confidence."""
    return replace(
        event, confidence=share_right("encoder" if by_encoder else "frame", event.confidence)
    )
