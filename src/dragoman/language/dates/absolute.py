"""Days and months that give their own year: '7 October 2023', '2023-10-07', 'late July 2024'."""

from __future__ import annotations

import re
from datetime import date

from dragoman.language.dates.calendar import (
    Interval,
    as_when,
    holding,
    one_day,
    part_of,
    value_of,
)
from dragoman.language.dates.context import Context, Reading, Value
from dragoman.language.dates.grammar import Found
from dragoman.language.dates.picking import (
    DAYS,
    MONTHS,
    digits,
    month_of,
    part_said,
    pick,
    reading,
    year_of,
)
from dragoman.language.dates.tokens import Piece

_CENTURY_SPLIT = 70  # '69 is 2069 and '70 is 1970, as POSIX reads two-digit years


def valued(timex: str, interval: Interval, part: str | None = None) -> Value:
    """A value over the interval, or over an early, mid or late part of it."""
    return Value(timex, as_when(part_of(interval, part) if part else interval))


def of_unit(d: date, unit: str, part: str | None = None) -> Value:
    """The calendar unit that holds `d`."""
    return valued(value_of(d, unit), holding(d, unit), part)


def full_day(found: Found, _: Context) -> list[Reading]:
    """'August 9, 2025', '7 October 2023'."""
    run = found.runs[0]
    day, month, year = pick(run, *DAYS), month_of(run), year_of(run)
    if not (day and month and year):
        return []
    return [reading(run, of_unit(date(year, month, digits(day)), "D"), True)]


def iso(found: Found, _: Context) -> list[Reading]:
    """'2023-10-07', with or without a time after it."""
    (piece,) = found.runs[0]
    value = of_unit(date.fromisoformat(piece.text[:10]), "D")
    return [reading(found.runs[0], Value(piece.text.rstrip("Z"), value.when), True)]


def iso_month(found: Found, _: Context) -> list[Reading]:
    """'2023-10'; but '2009-10' is a range of two years that follow each other."""
    (piece,) = found.runs[0]
    first, second = int(piece.text[:4]), int(piece.text[5:])
    if (first + 1) % 100 == second:
        return _two_years(piece, first, first + 1)
    return [reading(found.runs[0], of_unit(date(first, second, 1), "M"), True)]


def _two_years(piece: Piece, first: int, second: int) -> list[Reading]:
    one, two = (of_unit(date(y, 1, 1), "Y") for y in (first, second))
    return [
        Reading(piece.start, piece.start + 4, one, True),
        Reading(piece.start + 5, piece.end, two, True),
    ]


def slashed(found: Found, _: Context) -> list[Reading]:
    """'07.10.2023' (day first), '10/07/2023' (either: an interval over both readings)."""
    (piece,) = found.runs[0]
    a, b, c = (int(n) for n in re.split(r"[./-]", piece.text))
    if a > 31:
        days = _dates((a, b, c))
    else:
        year = c if c > 99 else c + (1900 if c >= _CENTURY_SPLIT else 2000)
        orders = [(year, b, a)] if "." in piece.text else [(year, b, a), (year, a, b)]
        days = _dates(*orders)
    if not days:
        return []
    if len(set(days)) == 1:
        return [reading(found.runs[0], of_unit(days[0], "D"), True)]
    span = (min(days), one_day(max(days))[1])
    return [reading(found.runs[0], valued(f"{days[0].year:04}-XX-XX", span), True)]


def _dates(*orders: tuple[int, int, int]) -> list[date]:
    return [date(y, m, d) for y, m, d in orders if 1 <= m <= 12 and 1 <= d <= 31]


def full_month(found: Found, _: Context) -> list[Reading]:
    """'October 2023', 'late July 2024', 'the end of March 2025'."""
    run = found.runs[0]
    year = year_of(run)
    month = month_of(run)
    if not (year and month):
        return []
    return [reading(run, of_unit(date(year, month, 1), "M", part_said(run)), True)]


def months(found: Found, _: Context) -> list[Reading]:
    """'March-April 2022': two months of one year (a first month after the second is the year
    before's)."""
    run = found.runs[0]
    at = [i for i, p in enumerate(run) if p.kind in MONTHS]
    year = year_of(run)
    if not year:
        return []
    first, second = (int(run[i].value) for i in at)
    join = next(
        i for i in range(at[0], at[1]) if run[i].kind in ("dash", "hyphen", "to", "and", "until")
    )
    starts = date(year - (first > second), first, 1), date(year, second, 1)
    halves = run[:join], run[join + 1 :]
    return [
        reading(half, of_unit(start, "M", part_said(half)), True)
        for half, start in zip(halves, starts, strict=True)
    ]
