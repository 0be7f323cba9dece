"""Yearless expressions, and lists of days that share a month: from a rule's pieces to readings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dragoman.language.dates import absolute, yearless, years
from dragoman.language.dates.calendar import Interval
from dragoman.language.dates.context import Context, Reading, Value
from dragoman.language.dates.grammar import Found
from dragoman.language.dates.holidays import holiday as holiday_days
from dragoman.language.dates.picking import (
    DAYS,
    MONTHS,
    SEASONS,
    digits,
    month_of,
    part_said,
    pick,
    pick_all,
    reading,
    weekday_of,
    year_of,
)
from dragoman.language.dates.tokens import Piece
from dragoman.language.dates.units import calendar_unit, direction

_JOINS = ("dash", "hyphen", "to", "and", "until")


def at(run: Sequence[Piece]) -> tuple[int, int]:
    """The characters that a run covers."""
    return run[0].start, run[-1].end


def day_list(found: Found, ctx: Context) -> list[Reading]:
    """'August 6 and 8', '3 to 7 May 2024': one reading a day, the month with one."""
    run = found.runs[0]
    month, year = month_of(run), year_of(run)
    days = pick_all(run, *DAYS)
    if month is None:
        return []
    leads = run[0] is not days[0]
    last = len(days) - 1
    result = []
    for i, piece in enumerate(days):
        start = run[0].start if leads and i == 0 else piece.start
        end = run[-1].end if i == last else piece.end
        if year:
            value = absolute.of_unit(date(year, month, digits(piece)), "D")
        else:
            weekday = weekday_of(run) if i == 0 else None
            value = yearless.day_value((month, digits(piece)), weekday, at(run), ctx)
        result.append(Reading(start, end, value, year is not None))
    return result


def cross_days(found: Found, _: Context) -> list[Reading]:
    """'July 28 to August 2, 2023': the year is the second's; December before January is earlier."""
    run = found.runs[0]
    year = year_of(run)
    split = _split(run)
    if year is None or split is None:
        return []
    sides = run[:split], run[split + 1 :]
    (m1, d1), (m2, d2) = ((month_of(s), pick(s, *DAYS)) for s in sides)
    if not (m1 and d1 and m2 and d2):
        return []
    first = absolute.of_unit(date(year - (m1 > m2), m1, digits(d1)), "D")
    second = absolute.of_unit(date(year, m2, digits(d2)), "D")
    return [reading(sides[0], first, True), reading(sides[1], second, True)]


def _split(run: Sequence[Piece]) -> int | None:
    months = [i for i, p in enumerate(run) if p.kind in MONTHS]
    joins = [i for i, p in enumerate(run) if p.kind in _JOINS and months[0] - 2 < i]
    return next((i for i in joins if i < months[1]), None)


def year_day(found: Found, ctx: Context) -> list[Reading]:
    """'June 27', 'Saturday, August 9', '27 June'."""
    run = found.runs[0]
    month, day = month_of(run), pick(run, *DAYS)
    if not (month and day):
        return []
    return [reading(run, yearless.day_value((month, digits(day)), weekday_of(run), at(run), ctx))]


def month(found: Found, ctx: Context) -> list[Reading]:
    """'in August', 'late July', 'the end of March'."""
    run = found.runs[0]
    number = month_of(run)
    if number is None:
        return []
    return [reading(run, yearless.month_value(number, part_said(run), at(run), ctx))]


def weekday(found: Found, ctx: Context) -> list[Reading]:
    """'Friday'."""
    run = found.runs[0]
    number = weekday_of(run)
    return [reading(run, yearless.weekday_value(number, at(run), ctx))] if number else []


def season(found: Found, ctx: Context) -> list[Reading]:
    """'the summer', with or without its year."""
    run = found.runs[0]
    piece = pick(run, *SEASONS)
    if year_of(run) or piece is None:
        return years.season(found, ctx)
    code, first = piece.value.split()
    if len(run) == 1:  # 'in winter': any
        return [reading(run, Value(f"XXXX-{code}"))]
    value = yearless.season_value(code, int(first), part_said(run), at(run), ctx)
    return [reading(run, value)]


def quarter(found: Found, ctx: Context) -> list[Reading]:
    """'the third quarter of 2024', 'Q3', 'third-quarter'."""
    run = found.runs[0]
    name, year = pick(run, "quarter_name", "ordword", "nth"), year_of(run)
    number = int("".join(c for c in name.value if c.isdecimal())) if name else 0
    if not 1 <= number <= 4:
        return []
    if year:
        return [reading(run, years.quarter_value(year, number), True)]
    return [reading(run, yearless.quarter_value(number, at(run), ctx))]


def relative_half(found: Found, ctx: Context) -> list[Reading]:
    """'the first half of this year', 'the second half of the year'."""
    run = found.runs[0]
    name = pick(run, "ordword", "nth")
    number = int("".join(c for c in name.value if c.isdecimal())) if name else 0
    if number not in (1, 2) or calendar_unit(run) != "Y":
        return []

    def read(d: date) -> tuple[str, Interval]:
        value = years.half_value(d.year + direction(run), number)
        assert value.when.start and value.when.end  # noqa: S101  # a half has both ends
        return value.timex, (value.when.start, value.when.end)

    return [reading(run, ctx.against_reference(f"XXXX-H{number}", read))]


def holiday(found: Found, ctx: Context) -> list[Reading]:
    """'Christmas', 'Nowruz 2024', 'last Victory Day'."""
    run = found.runs[0]
    piece, year = pick(run, "holiday"), year_of(run)
    if piece is None:
        return []
    rule = piece.value

    def in_year(number: int) -> Interval:
        return holiday_days(rule, number)

    if year:
        days = in_year(year)
        return [reading(run, absolute.valued(_holiday_timex(days), days), True)]
    if pick(run, "last", "next"):
        return [reading(run, yearless.turn_beside(in_year, direction(run), ctx))]
    return [reading(run, yearless.turn_value(in_year, "D", "XXXX-XX-XX", at(run), ctx))]


def _holiday_timex(days: Interval) -> str:
    single = (days[1] - days[0]).days == 1
    return days[0].isoformat() if single else f"{days[0].isoformat()}/{days[1].isoformat()}"
