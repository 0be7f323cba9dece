"""A direction of a dyad drawn: words above, deeds below, breaks across, coverage under it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dragoman.analysis.breaks import Break
from dragoman.analysis.periods import Period
from dragoman.analysis.series import QUADS
from dragoman.brief.axes import WIDTH, Slot, scale, slots

# Pixels: half of a panel of words or of deeds, the panel of coverage, and what is between them.
HALF, COVER, GAP, FOOT = 54, 34, 26, 18
_SHARE = 0.72
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle: of a QuadClass ("q1") or of reports ("reports")."""

    css: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Whisker:
    """The band of a line in a period, and the line itself at `y`."""

    x: float
    y: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A break: its line, the dates that bound it, and what is said of it."""

    x: float
    low: float
    high: float
    label: str


@dataclass(frozen=True, slots=True)
class Panel:
    """Words, deeds or coverage: its name, its axis, and what its tallest bar stands for."""

    name: str
    title: str
    top: float
    axis: float
    bottom: float
    most: float
    bars: tuple[Bar, ...]
    whiskers: tuple[Whisker, ...] = ()


@dataclass(frozen=True, slots=True)
class DyadChart:
    """The whole drawing; `thin` are the slots of which too little was reported."""

    title: str
    slots: tuple[Slot, ...]
    thin: tuple[Slot, ...]
    panels: tuple[Panel, ...]
    marks: tuple[Mark, ...]
    height: int
    width: int = WIDTH


def dyad_chart(
    title: str,
    starts: Sequence[date],
    period: Period,
    rows: Sequence[Row],
    breaks: Sequence[Break],
) -> DyadChart:
    """The drawing of the rows of one direction, a row a period, in order."""
    placed = slots(starts, period)
    words = _panel("words", placed, rows, (QUADS[0], QUADS[2]), ("q1", "q3"), GAP)
    deeds = _panel("deeds", placed, rows, (QUADS[1], QUADS[3]), ("q2", "q4"), words.bottom + GAP)
    cover = _coverage(placed, rows, deeds.bottom + GAP)
    return DyadChart(
        title=title,
        slots=placed,
        thin=tuple(s for s, row in zip(placed, rows, strict=True) if row["thin"]),
        panels=(words, deeds, cover),
        marks=tuple(_marks(placed, breaks)),
        height=int(cover.bottom + FOOT),
    )


def _panel(  # noqa: PLR0913, PLR0917  # what is drawn, and where
    name: str, placed: Sequence[Slot], rows: Sequence[Row], classes: tuple[str, str],
    css: tuple[str, str], top: float,
) -> Panel:  # fmt: skip
    up, down = ([row[f"{quad}_intensity"] for row in rows] for quad in classes)
    unit = scale([*up, *down], HALF - 2)
    axis = top + HALF
    bars: list[Bar] = []
    for slot, above, below in zip(placed, up, down, strict=True):
        for value, kind, sign in ((above, css[0], -1), (below, css[1], 1)):
            height = round(value * unit, 2)
            if height:
                y = round(axis - height if sign < 0 else axis, 2)
                x, width = _across(slot)
                bars.append(Bar(kind, x, y, width, height))
    return Panel(
        name=name,
        title=name.capitalize(),
        top=top,
        axis=axis,
        bottom=top + 2 * HALF,
        most=max([*up, *down], default=0.0),
        bars=tuple(bars),
        whiskers=tuple(_whiskers(name, placed, rows, axis, unit, top)),
    )


def _across(slot: Slot) -> tuple[float, float]:
    """Where a bar begins in its slot, and how wide it is."""
    width = round(slot.width * _SHARE, 2)
    return round(slot.x + (slot.width - width) / 2, 2), width


def _whiskers(  # noqa: PLR0913, PLR0917  # what is drawn, and where
    name: str, placed: Sequence[Slot], rows: Sequence[Row], axis: float, unit: float, top: float
) -> Iterator[Whisker]:
    """The net line with its band, kept within the panel."""

    def at(value: float) -> float:
        return round(min(max(axis - value * unit, top), top + 2 * HALF), 2)

    for slot, row in zip(placed, rows, strict=True):
        low, high = row[f"{name}_low"], row[f"{name}_high"]
        if low is not None and (low or high):
            middle = round(slot.x + slot.width / 2, 2)
            yield Whisker(middle, at(row[name]), at(high), at(low))


def _coverage(placed: Sequence[Slot], rows: Sequence[Row], top: float) -> Panel:
    many = [row["reports"] for row in rows]
    unit, axis = scale(many, COVER - 2), top + COVER
    bars: list[Bar] = []
    for slot, reports in zip(placed, many, strict=True):
        if height := round(reports * unit, 2):
            x, width = _across(slot)
            bars.append(Bar("reports", x, round(axis - height, 2), width, height))
    return Panel(
        "coverage", "Reports that spoke of the two", top, axis, axis, max(many, default=0.0),
        tuple(bars),
    )  # fmt: skip


def _marks(placed: Sequence[Slot], breaks: Sequence[Break]) -> Iterator[Mark]:
    last = len(placed) - 1
    for one in breaks:
        low, high = placed[one.low], placed[min(one.high, last)]
        at = placed[one.at]
        label = f"break of {one.kind}, {at.label}; between {low.label} and {high.label}"
        yield Mark(at.x, low.x, high.x + (0 if one.high > one.at else 1), label)
