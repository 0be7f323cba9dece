"""Plain calendar arithmetic on half-open intervals of days.

Conventions, the same everywhere:

- Parts of a month are its days 1-10, 11-20 and 21 to the end ("early", "mid", "late"; "the end
  of March" is late March). Parts of a year are four months each, of a decade the years 0-3, 4-6
  and 7-9, of a season or quarter a month each, of a week Monday-Tuesday, Wednesday-Thursday and
  Friday-Sunday, of a century 33, 33 and 34 years.
- A precision is the smallest class that holds an interval's length: a day; a week, up to the
  eleven days of a month's third; a month, up to 31; a season, up to the 123 days of a year's
  third; a year, 366; a decade, 3653; beyond that "unknown", although both ends are kept.
- Weeks are ISO 8601 weeks, Monday first. A winter runs from December into the next year.
- The twentieth century is 1900-1999, as the TIMEX3 value "19" says it.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from dragoman.model.when import Basis, Precision, When

Interval = tuple[date, date]

_LENGTHS: tuple[tuple[int, Precision], ...] = (
    (1, "day"),
    (11, "week"),
    (31, "month"),
    (123, "season"),
    (366, "year"),
    (3653, "decade"),
)
_YEARS = {"Y": 1, "DE": 10, "C": 100}
_MONTHS = {"M": 1, "Q": 3}


def precision_of(start: date, end: date) -> Precision:
    """The smallest class that holds the days from `start` up to, not including, `end`."""
    days = (end - start).days
    return next((name for most, name in _LENGTHS if days <= most), "unknown")


def as_when(interval: Interval, basis: Basis = "text") -> When:
    """The interval with the precision of its length."""
    return When(*interval, precision_of(*interval), basis)


def one_day(d: date) -> Interval:
    """The day itself."""
    return d, d + timedelta(days=1)


def months_on(d: date, months: int) -> date:
    """`d` moved by whole months, cut to the last day of a shorter month."""
    index = d.year * 12 + d.month - 1 + months
    year, number = divmod(index, 12)
    _, last = monthrange(year, number + 1)
    return date(year, number + 1, min(d.day, last))


def moved(d: date, unit: str, count: int) -> date:
    """`d` moved by `count` units (D, W, WE, M, Q, Y, DE, C); raises ValueError or OverflowError
    beyond the calendar's years."""
    if unit in _YEARS:
        return months_on(d, 12 * _YEARS[unit] * count)
    if unit in _MONTHS:
        return months_on(d, _MONTHS[unit] * count)
    return d + timedelta(days=count if unit == "D" else 7 * count)


def holding(d: date, unit: str) -> Interval:
    """The calendar unit that holds `d`: its day, ISO week, weekend, month, quarter, year ..."""
    if unit == "D":
        return one_day(d)
    if unit in ("W", "WE"):
        monday = d - timedelta(days=d.weekday())
        return (monday + timedelta(days=5 if unit == "WE" else 0)), monday + timedelta(days=7)
    if unit in _MONTHS:
        size = _MONTHS[unit]
        start = date(d.year, (d.month - 1) // size * size + 1, 1)
        return start, months_on(start, size)
    size = _YEARS[unit]
    start = date(max(d.year // size * size, 1), 1, 1)
    return start, date(d.year // size * size + size, 1, 1)


def part_of(interval: Interval, part: str) -> Interval:
    """The "early", "mid" or "late" part of an interval, by the conventions above."""
    start, end = interval
    first, second = _cuts(start, end)
    return {"early": (start, first), "mid": (first, second), "late": (second, end)}[part]


def _cuts(start: date, end: date) -> tuple[date, date]:
    days = (end - start).days
    if days < 3:
        return end, end
    if days <= 7:
        return start + timedelta(days=2), start + timedelta(days=4)
    if days <= 31:
        return start + timedelta(days=10), start + timedelta(days=20)
    months = (end.year - start.year) * 12 + end.month - start.month
    if months <= 12:
        return months_on(start, months // 3), months_on(start, months * 2 // 3)
    if months == 120:
        return months_on(start, 48), months_on(start, 84)
    years = months // 12
    return months_on(start, years // 3 * 12), months_on(start, years * 2 // 3 * 12)


def value_of(d: date, unit: str) -> str:
    """The TIMEX3 value of the unit that holds `d`: "2025-03-07", "2025-W10", "2025-Q1", "202"."""
    iso = d.isocalendar()
    return {
        "D": d.isoformat(),
        "W": f"{iso.year:04}-W{iso.week:02}",
        "WE": f"{iso.year:04}-W{iso.week:02}-WE",
        "M": f"{d.year:04}-{d.month:02}",
        "Q": f"{d.year:04}-Q{(d.month + 2) // 3}",
        "Y": f"{d.year:04}",
        "DE": f"{d.year // 10:03}",
        "C": f"{d.year // 100:02}",
    }[unit]


BLANKS = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "DE": "XXX",
    "C": "XX",
}


def season_from(year: int, first_month: int) -> Interval:
    """The three months from `first_month` of `year` on."""
    start = date(year, first_month, 1)
    return start, months_on(start, 3)
