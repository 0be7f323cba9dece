"""Lengths of time and repeated times: 'three weeks' (P3W), 'every Tuesday' (XXXX-WXX-2)."""

from __future__ import annotations

from dragoman.language.dates.calendar import BLANKS
from dragoman.language.dates.context import Context, Reading, Value
from dragoman.language.dates.grammar import Found
from dragoman.language.dates.picking import (
    SEASONS,
    UNITS,
    VAGUE,
    WEEKDAYS,
    pick,
    quantity,
    reading,
    unit_of,
)
from dragoman.language.dates.tokens import Piece


def length(count: float | None, unit: str, size: int) -> str:
    """A TIMEX3 length: "P3W", "PT30M", "PXM" where the count is vague."""
    clock = "T" if unit.startswith("T") else ""
    number = VAGUE if count is None else f"{count * size:.10g}"
    if clock and count == 0.5 and unit == "TH":
        return "PT30M"
    if count == 0.5 and unit == "Y" and size == 1:
        return "P6M"
    return f"P{clock}{number}{unit.removeprefix('T')}"


def span(found: Found, _: Context) -> list[Reading]:
    """'five years', 'the 35-year', 'several weeks', 'days'."""
    run = found.runs[0]
    return [reading(run, Value(length(quantity(run), *unit_of(run))))]


def pair(found: Found, _: Context) -> list[Reading]:
    """'12 to 18 months': two lengths of one unit."""
    first, second = found.runs
    unit = unit_of(second)
    return [
        reading(first, Value(length(quantity(first), *unit))),
        reading(second, Value(length(quantity(second), *unit))),
    ]


def every(found: Found, _: Context) -> list[Reading]:
    """'every year' (P1Y), 'every two weeks' (P2W), 'every Tuesday', 'twice a month'."""
    run = found.runs[0]
    part = pick(run, "daytime")
    day = pick(run, *WEEKDAYS, "weekdays")
    season = pick(run, *SEASONS)
    if day:
        timex = f"XXXX-WXX-{day.value}" + (f"T{part.value.lstrip('T')}" if part else "")
    elif season:
        timex = f"XXXX-{season.value.split()[0]}"
    elif part:
        timex = f"{BLANKS['D']}T{part.value.lstrip('T')}"
    else:
        timex = _repeated(run)
    return [reading(run, Value(timex))]


def _repeated(run: tuple[Piece, ...]) -> str:
    """'Twice a month' has its length after 'a'; 'every other year' counts two."""
    unit, size = unit_of(run)
    if pick(run, "times"):
        return length(1, unit, size)
    counted = tuple(p for p in run if p.kind not in ("ordword",))
    count = quantity(counted)
    if pick(run, "ordword"):
        count = float(next(p.value for p in run if p.kind == "ordword"))
    elif any(p.text.lower() == "other" for p in run if p.kind not in UNITS):
        count = 2
    return length(count or 1, unit, size)


def fixed_set(found: Found, _: Context) -> list[Reading]:
    """'weekly', 'annually': the table's value."""
    return [reading(found.runs[0], Value(found.runs[0][0].value))]
