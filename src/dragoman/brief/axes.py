"""Where the periods of a chart lie, what stands under them, and how tall a bar is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import groupby

from dragoman.analysis.periods import Period, after

# Pixels of a drawing, as wide as the column of text on a large screen.
WIDTH, LEFT = 860, 4
# No bar is wider; a few periods do not fill the whole width.
_WIDEST = 40.0
_ROOM_FOR_A_LABEL = 46.0
_MOST_HITS = 200


@dataclass(frozen=True, slots=True)
class Slot:
    """A period: where it lies, what it is called, and the interval that it stands for."""

    x: float
    width: float
    label: str
    since: str
    until: str
    tick: str


def hits(placed: Sequence[Slot]) -> tuple[Slot, ...]:
    """What can be clicked: the slots, or their years where slots are too narrow to be hit."""
    if len(placed) <= _MOST_HITS:
        return tuple(placed)
    found = []
    for year, group in groupby(placed, key=lambda slot: slot.since[:4]):
        own = list(group)
        width = round(own[-1].x + own[-1].width - own[0].x, 2)
        found.append(replace(own[0], width=width, label=year, until=own[-1].until, tick=""))
    return tuple(found)


def slots(starts: Sequence[date], period: Period) -> tuple[Slot, ...]:
    """The periods side by side."""
    return _slots(tuple(starts), period) if starts else ()


@lru_cache(maxsize=8)
def _slots(starts: tuple[date, ...], period: Period) -> tuple[Slot, ...]:
    """Both directions of a dyad have the same."""
    step = min((WIDTH - 2 * LEFT) / len(starts), _WIDEST)
    found, free = [], 0.0
    for n, start in enumerate(starts):
        x = LEFT + n * step
        tick = _tick(start, starts[n - 1] if n else None, step) if x >= free else ""
        if tick:
            free = x + max(_ROOM_FOR_A_LABEL, 6.5 * len(tick))
        until = after(start, period).isoformat()
        label = f"{start:%Y-%m}" if period == "month" else start.isoformat()
        found.append(Slot(round(x, 2), round(step, 2), label, start.isoformat(), until, tick))
    return tuple(found)


def _tick(start: date, before: date | None, step: float) -> str:
    """The year where one begins; months too where there is room for them."""
    if before is None:
        return f"{start:%b %Y}" if start.month != 1 else str(start.year)
    if start.year != before.year:
        return str(start.year)
    return f"{start:%b}" if step * 4 > _ROOM_FOR_A_LABEL and start.month != before.month else ""


def scale(values: Sequence[float], height: float) -> float:
    """Pixels for one unit, so that the largest value fills the height."""
    most = max((abs(v) for v in values), default=0.0)
    return height / most if most else 0.0
