"""Expressions that count from another time: the publication date, or the last date told.

'last month', 'earlier this year' and 'three years ago' count from publication; 'the next day',
'two days later' and 'that month' from the narrative's last date. Without that other time the
TIMEX3 value is left underspecified and the interval unknown.
"""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.language.dates.amounts import length
from dragoman.language.dates.calendar import (
    BLANKS,
    Interval,
    as_when,
    holding,
    moved,
    one_day,
    part_of,
    season_from,
    value_of,
)
from dragoman.language.dates.context import Context, Reading, Value, hull
from dragoman.language.dates.grammar import Found
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
from dragoman.language.dates.tokens import Piece
from dragoman.model.when import When

_COARSE = {"Y": {10: "DE", 100: "C", 1000: "C"}}
_DIRECTION = {
    "last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1, "following": 1,
}  # fmt: skip
_CLOCK_UNITS = ("TS", "TM", "TH")
_LONGEST_DAYS = {"D": 1, "WE": 2, "W": 7, "M": 31, "Q": 92, "Y": 366, "DE": 3653, "C": 36525}


def calendar_unit(run: tuple[Piece, ...]) -> str:
    """The calendar unit named; a decade and a century are units of their own."""
    unit, size = unit_of(run)
    return _COARSE.get(unit, {}).get(size, unit)


def direction(run: tuple[Piece, ...]) -> int:
    """-1 for 'last', 0 for 'this', 1 for 'next'; 'this past' and 'this coming' as the second."""
    signs = [_DIRECTION[p.kind] for p in run if p.kind in _DIRECTION]
    return next((s for s in signs if s), 0)


def unit_value(found: Found, ctx: Context) -> list[Reading]:
    """'last month', 'this week', 'earlier this year', 'late last year', 'the end of the year'."""
    run = found.runs[0]
    unit, step = calendar_unit(run), direction(run)
    if unit in _CLOCK_UNITS:
        return []
    if unit in ("DE", "C") and step and not part_said(run) and not pick(run, "last", "previous"):
        return around(found, ctx)
    if pick(run, "following") or (unit == "D" and step):
        return [_beside(run, unit, step, ctx)]
    if pick(run, "that"):
        return [_same(run, unit, ctx)]
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
        return [_beside(run, unit, steps, ctx)]

    def read(d: date) -> tuple[str, Interval]:
        there = moved(d, unit, steps)
        return value_of(there, unit), holding(there, unit)

    return [reading(run, ctx.against_reference(BLANKS[unit], read))]


def day_beside(found: Found, ctx: Context) -> list[Reading]:
    """'the day before', 'the year after', at the end of a clause."""
    run = found.runs[0]
    step = 1 if pick(run, "after") else -1
    return [_beside(run, calendar_unit(run), step, ctx)]


def _beside(run: tuple[Piece, ...], unit: str, steps: int, ctx: Context) -> Reading:
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


def same_unit(found: Found, ctx: Context) -> list[Reading]:
    """'that month', 'the same day'."""
    run = found.runs[0]
    return [_same(run, calendar_unit(run), ctx)]


def _same(run: tuple[Piece, ...], unit: str, ctx: Context) -> Reading:
    return _beside(run, unit, 0, ctx)


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
