"""Dates that leave the year to the reader: 'June 27', 'in August', 'Friday', 'the third quarter'.

The year is what the text gives (see `placing`), else what publication and the clause's tense say;
without these it stays unknown.
"""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.language.dates.absolute import of_unit
from dragoman.language.dates.calendar import (
    BLANKS,
    Interval,
    as_when,
    holding,
    one_day,
    part_of,
    season_from,
    value_of,
)
from dragoman.language.dates.context import Context, Value
from dragoman.language.dates.placing import ByYear, by_weekday, placed_year

# Without a cue of tense, a date this many days ahead of publication is taken as announced.
_ANNOUNCED_AHEAD = 45


def day_value(
    said: tuple[int, int], weekday: int | None, at: tuple[int, int], ctx: Context
) -> Value:
    """'June 27' at the characters `at`, with the weekday beside it, if any: `said` is
    month and day."""
    month, day = said
    blank = f"XXXX-{month:02}-{day:02}"
    date(2000, month, day)  # a day that no year has is no date: ValueError

    def in_year(year: int) -> Interval:
        return one_day(date(year, month, day))

    if weekday and (found := by_weekday(month, day, weekday, ctx)):
        return of_unit(found, "D")
    return turn_value(in_year, "D", blank, at, ctx)


def month_value(month: int, part: str | None, at: tuple[int, int], ctx: Context) -> Value:
    """'in August', 'late July'."""

    def in_year(year: int) -> Interval:
        whole = holding(date(year, month, 1), "M")
        return part_of(whole, part) if part else whole

    return turn_value(in_year, "M", f"XXXX-{month:02}", at, ctx)


def season_value(
    code: str, first: int, part: str | None, at: tuple[int, int], ctx: Context
) -> Value:
    """'in the summer'."""

    def in_year(year: int) -> Interval:
        whole = season_from(year, first)
        return part_of(whole, part) if part else whole

    return turn_value(in_year, code, f"XXXX-{code}", at, ctx)


def quarter_value(number: int, at: tuple[int, int], ctx: Context) -> Value:
    """'the third quarter'."""

    def in_year(year: int) -> Interval:
        return holding(date(year, number * 3, 1), "Q")

    return turn_value(in_year, "Q", f"XXXX-Q{number}", at, ctx)


def turn_value(in_year: ByYear, unit: str, blank: str, at: tuple[int, int], ctx: Context) -> Value:
    """The turn of something yearly that is meant at the characters `at`: `in_year` gives its days
    in a year, `unit` names its TIMEX3 value (a unit of the calendar, or a season's code)."""
    year = placed_year(in_year, at, ctx)
    if year is not None:
        days = in_year(year)
        return Value(_named(days[0], unit), as_when(days))
    tense = ctx.tense(*at)

    def read(d: date) -> tuple[str, Interval]:
        found = _nearest(in_year, d, tense)
        return _named(found[0], unit), found

    return ctx.against_reference(blank, read)


def turn_beside(in_year: ByYear, step: int, ctx: Context) -> Value:
    """'last Easter' (`step` -1), 'next Easter' (1): the turn before or after publication."""

    def read(d: date) -> tuple[str, Interval]:
        turns = _turns(in_year, d)
        before, after = [t for t in turns if t[1] <= d], [t for t in turns if t[0] > d]
        beside = before[-1:] if step < 0 else after[:1]
        if not beside:
            raise ValueError("no such turn: the calendar ends before it")
        found = beside[0]
        return found[0].isoformat(), found

    return ctx.against_reference(BLANKS["D"], read)


def _named(start: date, unit: str) -> str:
    return value_of(start, unit) if unit in BLANKS else f"{start.year:04}-{unit}"


def weekday_value(weekday: int, at: tuple[int, int], ctx: Context) -> Value:
    """'on Friday': the last one up to publication, or the next one where the clause looks ahead."""
    ahead = ctx.tense(*at) == "future"

    def read(d: date) -> tuple[str, Interval]:
        back = timedelta(days=(d.isoweekday() - weekday) % 7)
        on = timedelta(days=(weekday - d.isoweekday()) % 7)
        found = d + on if ahead else d - back
        return found.isoformat(), one_day(found)

    return ctx.against_reference(f"XXXX-WXX-{weekday}", read)


def _nearest(in_year: ByYear, d: date, tense: str | None) -> Interval:
    """Past: the last that has begun by `d`; future: the first not over; else the announced or
    the past one."""
    known = _turns(in_year, d)
    begun = [t for t in known if t[0] <= d]
    ahead = [t for t in known if t[1] > d]
    if not begun or not ahead:
        raise ValueError("no such day near the publication date")
    if tense == "future":
        return ahead[0]
    if tense is None and (ahead[0][0] - d).days <= _ANNOUNCED_AHEAD:
        return ahead[0]
    return begun[-1]


def _turns(in_year: ByYear, d: date) -> list[Interval]:
    """The turns of the years around `d` that have one: five on both sides, for leap days."""
    return [t for n in range(-5, 6) if (t := _safe(in_year, d.year + n))]


def _safe(in_year: ByYear, year: int) -> Interval | None:
    try:
        return in_year(year)
    except ValueError:
        return None
