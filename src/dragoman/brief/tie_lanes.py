"""Ties of two as bars over the time that they held, on the axis of the series above them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.analysis.held import Certainty, Held, stretches
from dragoman.brief.axes import Slot
from dragoman.model.tie_kinds import tie_kinds

# Pixels of a lane: its words above, its bar below.
LANE, _BAR_TOP, _BAR = 24, 14.0, 7.0
# More lanes than these push the page apart; the table has all ties.
MOST_LANES = 12
# What is a day on an axis of years is still seen.
_NARROWEST = 2.5


@dataclass(frozen=True, slots=True)
class TieBar:
    """A stretch: `css` says whether it held for sure, may have begun or ended, or is open."""

    x: float
    width: float
    css: str


@dataclass(frozen=True, slots=True)
class TieLane:
    """A tie in a row of its own, or several of one kind that followed each other."""

    label: str
    top: float
    axis: float
    ids: tuple[str, ...]
    bars: tuple[TieBar, ...]


@dataclass(frozen=True, slots=True)
class TieLanes:
    """The panel; `left_out` counts ties that are not drawn, for want of room or of these days."""

    top: float
    bottom: float
    lanes: tuple[TieLane, ...]
    left_out: int
    bar: float = _BAR


def tie_lanes(ties: Sequence[Held], placed: Sequence[Slot], top: float) -> TieLanes | None:
    """The panel below `top`; None where no tie is told of, or there is no axis."""
    if not ties or not placed:
        return None
    first, end = date.fromisoformat(placed[0].since), date.fromisoformat(placed[-1].until)
    shown = [one for one in ties if stretches(one, first, end)]
    groups = list(_grouped(shown))[:MOST_LANES]
    at = _axis(placed)
    lanes = tuple(_lane(g, at, (first, end), top + n * LANE) for n, g in enumerate(groups))
    drawn = sum(len(g) for g in groups)
    return TieLanes(top, top + len(lanes) * LANE, lanes, len(ties) - drawn)


def tie_name(one: Held) -> str:
    """What it is: "border", "arms, RUS to AZE"; and the table that tells it."""
    facts = tie_kinds().get(one.kind)
    name = facts.name if facts else one.kind
    directed = facts is not None and facts.sides == "directed" and one.a and one.b
    said = f"{name}, {one.a} to {one.b}" if directed else name
    return f"{said} ({one.table})" if one.table else said


def _grouped(ties: Sequence[Held]) -> Iterator[list[Held]]:
    """Ties of one name in one lane as long as they do not meet in time."""
    lanes: list[list[Held]] = []
    for one in ties:
        fits = (
            lane for lane in lanes
            if tie_name(lane[0]) == tie_name(one)
            and (ended := lane[-1].ended_by) and one.began_from and ended <= one.began_from
        )  # fmt: skip
        if lane := next(fits, None):
            lane.append(one)
        else:
            lanes.append([one])
    yield from lanes


def _lane(
    ties: Sequence[Held], at: Callable[[date], float], days: tuple[date, date], top: float
) -> TieLane:
    bars = tuple(
        _bar(s.certainty, at(s.start), at(s.end)) for one in ties for s in stretches(one, *days)
    )
    ids = tuple(name for one in ties for name in one.ids)
    return TieLane(tie_name(ties[0]), top, top + _BAR_TOP, ids, bars)


def _bar(certainty: Certainty, start: float, end: float) -> TieBar:
    least = _NARROWEST if certainty == "sure" else 0.0
    return TieBar(round(start, 1), round(max(end - start, least), 1), f"tie-{certainty}")


def _axis(placed: Sequence[Slot]) -> Callable[[date], float]:
    """Where a day lies: its place within its period."""
    starts = [date.fromisoformat(slot.since) for slot in placed]
    last = date.fromisoformat(placed[-1].until)

    def at(day: date) -> float:
        n = max(0, bisect_right(starts, day) - 1)
        until = starts[n + 1] if n + 1 < len(starts) else last
        share = (day - starts[n]).days / (until - starts[n]).days
        return placed[n].x + min(max(share, 0.0), 1.0) * placed[n].width

    return at
