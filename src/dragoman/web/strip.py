"""The strip of months: cooperation above the line, conflict below, words beside deeds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date
from math import ceil

from dragoman.engine.whens import month_name
from dragoman.model.rows import Json

# Pixels of the drawing, as wide as the column of the chronology on a large screen.
WIDTH, HALF, MARGIN = 800, 46, 18
# More bars than this would be hair; years are drawn instead.
MOST_MONTHS = 96
_WIDEST_BAR = 26
# Slots this wide have room for the name of each month.
_ROOM_FOR_MONTHS = 34


@dataclass(frozen=True, slots=True)
class Bar:
    """A piece of a bar: a QuadClass in a month."""

    quad: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Slot:
    """A month or a year: its counts by QuadClass, its bars, and the range that it stands for."""

    label: str
    since: date
    until: date
    counts: dict[int, int]
    x: float
    width: float
    bars: tuple[Bar, ...]
    tick: str

    @property
    def total(self) -> int:
        """All events of the slot."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Strip:
    """The drawing and what it could not draw."""

    slots: tuple[Slot, ...]
    vague: int
    most: int
    unit: str
    width: int = WIDTH
    height: int = 2 * HALF + MARGIN
    middle: int = HALF


def strip(months: Sequence[Json]) -> Strip:
    """A strip of the record's counts by month; `vague` counts those known less closely."""
    vague = sum(m["count"] for m in months if not _drawable(m))
    counted: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for row in months:
        if _drawable(row):
            year, month = map(int, row["month"].split("-"))
            counted[year * 12 + month - 1][row["quad_class"]] = row["count"]
    if not counted:
        return Strip((), vague, 0, "month")
    by_year = max(counted) - min(counted) >= MOST_MONTHS
    slots = _by_year(counted) if by_year else dict(counted)
    most = max(max(_up(c), _down(c)) for c in slots.values())
    drawn = _drawn(slots, most, by_year)
    width = max(120, ceil(drawn[-1].x + drawn[-1].width))
    return Strip(drawn, vague, most, "year" if by_year else "month", width)


def _drawable(row: Json) -> bool:
    # The last year that a date can have has no first day after it.
    return bool(row["month"]) and int(row["month"][:4]) < MAXYEAR


def _by_year(counted: dict[int, dict[int, int]]) -> dict[int, dict[int, int]]:
    years: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for index, counts in counted.items():
        for quad, n in counts.items():
            years[index // 12][quad] = years[index // 12].get(quad, 0) + n
    return dict(years)


def _drawn(slots: dict[int, dict[int, int]], most: int, by_year: bool) -> tuple[Slot, ...]:
    first, last = min(slots), max(slots)
    step = min(WIDTH / (last - first + 1), _WIDEST_BAR * 2)
    drawn = []
    for n in range(first, last + 1):
        since, until = _year(n) if by_year else _month(n)
        x, counts = round((n - first) * step, 2), slots.get(n, {})
        slot = Slot(
            label=str(n) if by_year else month_name(since.year, since.month),
            since=since,
            until=until,
            counts=counts,
            x=x,
            width=round(step, 2),
            bars=_bars(counts, x, step, most),
            tick=_tick(since, by_year, n == first, step),
        )
        drawn.append(slot)
    return tuple(drawn)


def _tick(since: date, by_year: bool, first: bool, step: float) -> str:
    """What stands under a slot: the year where one begins, the month where there is room."""
    if by_year:
        return str(since.year) if first or since.year % 10 == 0 else ""
    if step < _ROOM_FOR_MONTHS:
        return str(since.year) if first or since.month == 1 else ""
    return f"{since:%b}" + (f" {since.year}" if since.month == 1 else "")


def _year(n: int) -> tuple[date, date]:
    return date(n, 1, 1), date(n + 1, 1, 1)


def _month(n: int) -> tuple[date, date]:
    year, month = n // 12, n % 12 + 1
    return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)


def _bars(counts: dict[int, int], x: float, step: float, most: int) -> tuple[Bar, ...]:
    """Deeds lie at the line and words beyond them, on either side."""
    width = round(min(step * 0.72, _WIDEST_BAR), 2)
    left, scale, bars = round(x + (step - width) / 2, 2), (HALF - 4) / most, []
    for quads, sign in (((2, 1), -1), ((4, 3), 1)):
        at = float(HALF)
        for quad in quads:
            height = round(counts.get(quad, 0) * scale, 2)
            if height:
                bars.append(Bar(quad, left, round(min(at, at + sign * height), 2), width, height))
            at += sign * height
    return tuple(bars)


def _up(counts: dict[int, int]) -> int:
    return counts.get(1, 0) + counts.get(2, 0)


def _down(counts: dict[int, int]) -> int:
    return counts.get(3, 0) + counts.get(4, 0)
