"""Expressions that count from the last date told: 'the next day', 'two days later', 'that month'.

Without such a date the TIMEX3 value is left underspecified and the interval unknown.
"""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.language.dates.calendar import (
    BLANKS,
    as_when,
    holding,
    moved,
    value_of,
)
from dragoman.language.dates.context import Context, Reading, Value
from dragoman.language.dates.grammar import Found
from dragoman.language.dates.picking import (
    pick,
    reading,
)
from dragoman.language.dates.tokens import Piece
from dragoman.language.dates.units import calendar_unit

_LONGEST_DAYS = {"D": 1, "WE": 2, "W": 7, "M": 31, "Q": 92, "Y": 366, "DE": 3653, "C": 36525}


def day_beside(found: Found, ctx: Context) -> list[Reading]:
    """'the day before', 'the year after', at the end of a clause."""
    run = found.runs[0]
    step = 1 if pick(run, "after") else -1
    return [beside(run, calendar_unit(run), step, ctx)]


def same_unit(found: Found, ctx: Context) -> list[Reading]:
    """'that month', 'the same day'."""
    run = found.runs[0]
    return [same(run, calendar_unit(run), ctx)]


def same(run: tuple[Piece, ...], unit: str, ctx: Context) -> Reading:
    return beside(run, unit, 0, ctx)


def beside(run: tuple[Piece, ...], unit: str, steps: int, ctx: Context) -> Reading:
    """`steps` units from the last date told that is no coarser than the unit."""
    anchor = ctx.anchor(run[0].start, _LONGEST_DAYS.get(unit, 1))
    if anchor is None:
        return reading(run, Value(BLANKS[unit]))
    when = anchor.value.when
    if not when.start or not when.end:
        return reading(run, _yearless_beside(anchor.value.timex, unit, steps))
    first, last = when.start, when.end - timedelta(days=1)
    low, high = (holding(moved(d, unit, steps), unit) for d in (first, last))
    timex = value_of(moved(first, unit, steps), unit)
    return reading(run, Value(timex if low == high else BLANKS[unit], as_when((low[0], high[1]))))


def _yearless_beside(timex: str, unit: str, steps: int) -> Value:
    """'the next day' after an 'October 3' of an unknown year: 'XXXX-10-04'."""
    if unit != "D" or not timex.startswith("XXXX-") or len(timex) != 10 or "X" in timex[5:]:
        return Value(BLANKS[unit])
    there = moved(date(2001, int(timex[5:7]), int(timex[8:])), unit, steps)
    return Value(f"XXXX-{there.month:02}-{there.day:02}")
