"""Expressions that count from publication: 'last month', 'earlier this year', 'three years ago'.

Without a publication date the TIMEX3 value is left underspecified and the interval unknown.
"""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.language.dates.amounts import length
from dragoman.language.dates.calendar import (
    BLANKS,
    Interval,
    holding,
    moved,
    one_day,
    part_of,
    season_from,
    value_of,
)
from dragoman.language.dates.context import Context, Reading, Value, hull
from dragoman.language.dates.grammar import Found
from dragoman.language.dates.narrative import beside, same
from dragoman.language.dates.picking import (
    MONTHS,
    SEASONS,
    WEEKDAYS,
    part_said,
    pick,
    quantity,
    reading,
    unit_of,
)
from dragoman.language.dates.units import calendar_unit, direction
from dragoman.model.when import When

_CLOCK_UNITS = ("TS", "TM", "TH")


def unit_value(found: Found, ctx: Context) -> list[Reading]:
    """'last month', 'this week', 'earlier this year', 'late last year', 'the end of the year'."""
    run = found.runs[0]
    unit, step = calendar_unit(run), direction(run)
    if unit in _CLOCK_UNITS:
        return []
    if unit in ("DE", "C") and step and not part_said(run) and not pick(run, "last", "previous"):
        return around(found, ctx)
    if pick(run, "following") or (unit == "D" and step):
        return [beside(run, unit, step, ctx)]
    if pick(run, "that"):
        return [same(run, unit, ctx)]
    part, cut = part_said(run), pick(run, "earlier", "later")
    if not (part or cut or pick(run, "this", "last", "past", "next", "coming", "previous")):
        return []  # 'the year' alone says nothing

    def read(d: date) -> tuple[str, Interval]:
        there = moved(d, unit, step)
        whole = holding(there, unit)
        if part:
            whole = part_of(whole, part)
        elif cut:
            whole = _cut(whole, d, cut.kind)
        return value_of(there, unit), whole

    return [reading(run, ctx.against_reference(BLANKS[unit], read))]


def _cut(whole: Interval, d: date, word: str) -> Interval:
    """'Earlier this year' ends with the day of publication; 'later' starts with it."""
    start, end = whole
    if not start <= d < end:
        return whole
    return (start, one_day(d)[1]) if word == "earlier" else (d, end)


def name_value(found: Found, ctx: Context) -> list[Reading]:
    """'last June', 'next Friday', 'this summer', 'late last July'."""
    run = found.runs[0]
    name, step, part = pick(run, *MONTHS, *WEEKDAYS, *SEASONS), direction(run), part_said(run)
    if name is None:
        return []
    if name.kind in WEEKDAYS:
        return [reading(run, _named_weekday(int(name.value), step, ctx))]
    code, first = name.value.split() if name.kind in SEASONS else ("M", name.value)

    def read(d: date) -> tuple[str, Interval]:
        whole = _named_turn(code, int(first), step, d)
        value = value_of(whole[0], "M") if code == "M" else f"{whole[0].year:04}-{code}"
        return value, part_of(whole, part) if part else whole

    blank = f"XXXX-{int(first):02}" if code == "M" else f"XXXX-{code}"
    return [reading(run, ctx.against_reference(blank, read))]


def _named_turn(code: str, first: int, step: int, d: date) -> Interval:
    """The last whole month or season before `d`, the first that starts after it, or this year's."""
    turns = [
        holding(date(y, first, 1), "M") if code == "M" else season_from(y, first)
        for y in range(d.year - 2, d.year + 3)
    ]
    if step < 0:
        return [t for t in turns if t[1] <= d][-1]
    if step > 0:
        return next(t for t in turns if t[0] > d)
    return next((t for t in turns if t[0] <= d < t[1]), turns[2])


def _named_weekday(weekday: int, step: int, ctx: Context) -> Value:
    def read(d: date) -> tuple[str, Interval]:
        back = (d.isoweekday() - weekday) % 7 or 7
        ahead = (weekday - d.isoweekday()) % 7 or 7
        days = -back if step < 0 else ahead if step > 0 else weekday - d.isoweekday()
        there = d + timedelta(days=days)
        return there.isoformat(), one_day(there)

    return ctx.against_reference(f"XXXX-WXX-{weekday}", read)


def weekday_of_week(found: Found, ctx: Context) -> list[Reading]:
    """'Friday last week'."""
    run = found.runs[0]
    name, step = pick(run, *WEEKDAYS), direction(run)
    if name is None or calendar_unit(run) != "W":
        return []

    def read(d: date) -> tuple[str, Interval]:
        monday = holding(moved(d, "W", step), "W")[0]
        there = monday + timedelta(days=int(name.value) - 1)
        return there.isoformat(), one_day(there)

    return [reading(run, ctx.against_reference(f"XXXX-WXX-{name.value}", read))]


def shift(found: Found, ctx: Context) -> list[Reading]:
    """'three years ago' from publication; 'two days later', 'a day earlier' from the last date."""
    run = found.runs[0]
    count, (unit, size) = quantity(run), unit_of(run)
    ahead = pick(run, "later", "hence", "after", "ref") is not None
    told = pick(run, "later", "earlier", "before", "after") is not None
    if count is None or count != int(count):
        return [reading(run, Value("FUTURE_REF" if ahead else "PAST_REF"))]
    if unit in _CLOCK_UNITS:
        unit, count, size = "D", 0, 1
    steps = int(count) * size * (1 if ahead else -1)
    if told:
        return [beside(run, unit, steps, ctx)]

    def read(d: date) -> tuple[str, Interval]:
        there = moved(d, unit, steps)
        return value_of(there, unit), holding(there, unit)

    return [reading(run, ctx.against_reference(BLANKS[unit], read))]


def around(found: Found, ctx: Context) -> list[Reading]:
    """'the past two years', 'the next few months', 'recent weeks': a length, and where publication
    is known the time between it and there."""
    run = found.runs[0]
    count, (unit, size) = quantity(run), unit_of(run)
    if count is None and run[-1].kind != "units":
        count = 1.0
    ahead = pick(run, "next", "coming", "following") is not None
    timex = length(count, unit, size)
    if count is None or unit in _CLOCK_UNITS or pick(run, "following") or count != int(count):
        return [reading(run, Value(timex))]
    steps = int(count) * size * (1 if ahead else -1)
    whole = hull(_moved_reference(ctx, unit, 0), _moved_reference(ctx, unit, steps))
    return [reading(run, Value(timex, whole))]


def _moved_reference(ctx: Context, unit: str, steps: int) -> When:
    return ctx.against_reference("", lambda d: ("", one_day(moved(d, unit, steps)))).when
