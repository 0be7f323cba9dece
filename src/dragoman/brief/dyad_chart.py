"""A direction of a dyad drawn: words, deeds below, breaks across, coverage and ties under it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

import numpy as np

from dragoman.analysis.breaks import Break
from dragoman.analysis.held import Held
from dragoman.analysis.periods import Period
from dragoman.analysis.series import QUADS
from dragoman.brief.axes import WIDTH, Slot, hits, scale, slots
from dragoman.brief.tie_lanes import TieLanes, tie_lanes

# Pixels: half of a panel of words or of deeds, the panel of coverage, and what is between them.
HALF, COVER, GAP, FOOT = 54, 34, 26, 18
_SHARE = 0.72
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Bars:
    """All bars of a QuadClass ("q1"), or of reports ("reports"), as one path."""

    css: str
    path: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring slots taken together."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A break: its line, the dates that bound it, and what is said of it."""

    x: float
    low: float
    high: float
    label: str


@dataclass(frozen=True, slots=True)
class Panel:
    """Words, deeds or coverage: its name, its axis, and what its tallest bar stands for.

    `bands` are the bands of the net line and `net` the line itself, as paths.
    """

    name: str
    title: str
    top: float
    axis: float
    bottom: float
    most: float
    bars: tuple[Bars, ...]
    bands: str = ""
    net: str = ""


@dataclass(frozen=True, slots=True)
class DyadChart:
    """The whole drawing; `hits` can be clicked; of `thin` stretches too little was reported."""

    title: str
    ticks: tuple[Slot, ...]
    hits: tuple[Slot, ...]
    thin: tuple[Stretch, ...]
    panels: tuple[Panel, ...]
    marks: tuple[Mark, ...]
    ties: TieLanes | None
    height: int
    width: int = WIDTH

    @property
    def bottom(self) -> float:
        """Where the last panel ends."""
        return self.ties.bottom if self.ties else self.panels[-1].bottom


def dyad_chart(  # noqa: PLR0913, PLR0917  # all that is drawn on one axis
    title: str,
    starts: Sequence[date],
    period: Period,
    rows: Sequence[Row],
    breaks: Sequence[Break],
    ties: Sequence[Held] = (),
) -> DyadChart:
    """The drawing of the rows of one direction, a row a period, in order, and of its ties."""
    placed = slots(starts, period)
    words = _panel("words", placed, rows, (QUADS[0], QUADS[2]), ("q1", "q3"), GAP)
    deeds = _panel("deeds", placed, rows, (QUADS[1], QUADS[3]), ("q2", "q4"), words.bottom + GAP)
    cover = _coverage(placed, rows, deeds.bottom + GAP)
    lanes = tie_lanes(ties, placed, cover.bottom + GAP + 4)
    return DyadChart(
        title=title,
        ticks=tuple(slot for slot in placed if slot.tick),
        hits=hits(placed),
        thin=tuple(_stretches(placed, rows)),
        panels=(words, deeds, cover),
        marks=tuple(_marks(placed, breaks)),
        ties=lanes,
        height=int((lanes.bottom if lanes else cover.bottom) + FOOT),
    )


def _panel(  # noqa: PLR0913, PLR0917  # what is drawn, and where
    name: str, placed: Sequence[Slot], rows: Sequence[Row], classes: tuple[str, str],
    css: tuple[str, str], top: float,
) -> Panel:  # fmt: skip
    up, down = ([row[f"{quad}_intensity"] for row in rows] for quad in classes)
    unit = scale([*up, *down], HALF - 2)
    axis = top + HALF
    bands, net = _lines(name, placed, rows, axis, unit, top)
    return Panel(
        name=name,
        title=name.capitalize(),
        top=top,
        axis=axis,
        bottom=top + 2 * HALF,
        most=max([*up, *down], default=0.0),
        bars=(
            Bars(css[0], _rectangles(placed, up, unit, axis, -1)),
            Bars(css[1], _rectangles(placed, down, unit, axis, 1)),
        ),
        bands=bands,
        net=net,
    )


def _rectangles(  # what is drawn, how tall, and to which side
    placed: Sequence[Slot], values: Sequence[float], unit: float, axis: float, sign: int
) -> str:
    if not placed:
        return ""
    width = placed[0].width * _SHARE
    inset = (placed[0].width - width) / 2
    heights = np.round(np.asarray(values) * unit, 1).tolist()
    close = f"h{width:.1f}V{axis:.1f}z"
    return "".join(
        f"M{slot.x + inset:.1f} {axis:.1f}v{sign * height}{close}"
        for slot, height in zip(placed, heights, strict=True)
        if height
    )


def _stretches(placed: Sequence[Slot], rows: Sequence[Row]) -> Iterator[Stretch]:
    """The thin slots, neighbours put together."""
    pairs = zip(placed, rows, strict=True)
    for thin, group in groupby(pairs, key=lambda pair: bool(pair[1]["thin"])):
        slots_ = [slot for slot, _ in group]
        if thin:
            end = slots_[-1].x + slots_[-1].width
            yield Stretch(slots_[0].x, round(end - slots_[0].x, 2))


def _lines(  # noqa: PLR0913, PLR0917  # what is drawn, and where
    name: str, placed: Sequence[Slot], rows: Sequence[Row], axis: float, unit: float, top: float
) -> tuple[str, str]:
    """The bands of the net line, and the line as dots, kept within the panel."""

    def at(column: str) -> list[float]:
        values = np.array([row[column] for row in rows], dtype=np.float64)
        placed_at: list[float] = (
            np.clip(axis - values * unit, top, top + 2 * HALF).round(1).tolist()
        )
        return placed_at

    bands, net = [], []
    lines = zip(placed, rows, at(f"{name}_low"), at(f"{name}_high"), at(name), strict=True)
    for slot, row, low, high, value in lines:
        # Where there is no band, or none but at zero, nothing was done.
        if row[f"{name}_low"] or row[f"{name}_high"]:
            middle = f"M{slot.x + slot.width / 2:.1f} "
            bands.append(f"{middle}{high}V{low}")
            # A line without length and with round ends is a dot.
            net.append(f"{middle}{value}h0")
    return "".join(bands), "".join(net)


def _coverage(placed: Sequence[Slot], rows: Sequence[Row], top: float) -> Panel:
    many = [row["reports"] for row in rows]
    axis = top + COVER
    bars = Bars("reports", _rectangles(placed, many, scale(many, COVER - 2), axis, -1))
    return Panel(
        "coverage", "Reports that spoke of the two", top, axis, axis, max(many, default=0.0),
        (bars,),
    )  # fmt: skip


def _marks(placed: Sequence[Slot], breaks: Sequence[Break]) -> Iterator[Mark]:
    last = len(placed) - 1
    for one in breaks:
        low, high = placed[one.low], placed[min(one.high, last)]
        at = placed[one.at]
        label = f"break of {one.kind}, {at.label}; between {low.label} and {high.label}"
        yield Mark(at.x, low.x, high.x + (0 if one.high > one.at else 1), label)
