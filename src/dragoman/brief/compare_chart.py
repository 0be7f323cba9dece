"""Crises side by side, drawn: words above, deeds below, a line a case, aligned on the breaks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.brief.axes import LEFT, WIDTH, scale

HALF, GAP, FOOT = 80, 30, 20
# Room for the names of cases at the right end.
_NAMES = 160
# Patterns of dashes that are told apart without colour.
DASHES = ("", "7 3", "2 3", "9 3 2 3", "12 5", "4 2")
Case = tuple[str, Sequence[Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class Curve:
    """A case in a panel: its points, its dashes, and its name where it ends."""

    points: str
    dashes: str
    name: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class CurvePanel:
    """Words or deeds of all cases."""

    title: str
    top: float
    axis: float
    most: float
    curves: tuple[Curve, ...]


@dataclass(frozen=True, slots=True)
class CompareChart:
    """The whole drawing; `x` is where the breaks are; `ticks` are offsets in periods."""

    title: str
    panels: tuple[CurvePanel, ...]
    x: float
    ticks: tuple[tuple[float, str], ...]
    height: int
    width: int = WIDTH


def compare_chart(title: str, cases: Sequence[Case], period: str) -> CompareChart:
    """The drawing of cases, each a name and rows with `offset`, `words` and `deeds`."""
    offsets = [row["offset"] for _, rows in cases for row in rows]
    first, last = min(offsets, default=0), max(offsets, default=1)
    step = (WIDTH - LEFT - _NAMES) / max(last - first, 1)

    def at(offset: int) -> float:
        return round(LEFT + (offset - first) * step, 1)

    panels = tuple(
        _panel(line, cases, at, GAP + n * (2 * HALF + GAP)) for n, line in enumerate(LINES)
    )
    every = max(1, (last - first) // 10)
    ticks = tuple((at(n), f"{n:+d} {period}s" if n else "break") for n in range(first, last + 1)
                  if n % every == 0)  # fmt: skip
    height = int(GAP + 2 * (2 * HALF + GAP) - GAP + FOOT)
    return CompareChart(title, panels, at(0), ticks, height)


LINES = ("words", "deeds")


def _panel(line: str, cases: Sequence[Case], at: Any, top: float) -> CurvePanel:
    values = [row[line] for _, rows in cases for row in rows if row[line] is not None]
    unit, axis = scale(values, HALF - 4), top + HALF
    most = max((abs(v) for v in values), default=0.0)
    curves = tuple(_curves(line, cases, at, axis, unit))
    return CurvePanel(line.capitalize(), top, axis, most, curves)


def _curves(line: str, cases: Sequence[Case], at: Any, axis: float, unit: float) -> Iterator[Curve]:
    for n, (name, rows) in enumerate(cases):
        points = [(at(r["offset"]), round(axis - r[line] * unit, 1)) for r in rows
                  if r[line] is not None]  # fmt: skip
        if points:
            path = " ".join(f"{x},{y}" for x, y in points)
            x, y = points[-1]
            yield Curve(path, DASHES[n % len(DASHES)], name, x, y)
