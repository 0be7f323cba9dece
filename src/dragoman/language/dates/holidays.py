"""Holidays and days of remembrance: the days that a rule of the table gives in a year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from dragoman.language.dates.calendar import Interval, one_day

_ISLAMIC_EPOCH = 227015  # ordinal day of 1 Muharram 1, civil epoch: 19 July 622 Gregorian


def holiday(rule: str, year: int) -> Interval:
    """The days of `rule` in `year`; raises ValueError where there are none."""
    name, *rest = rule.split()
    numbers = [int(n) for n in rest]
    if name in _RULES:
        return _RULES[name](year, numbers)
    day, _, more = name.partition("+")
    month, number = (int(n) for n in day.split("-"))
    start = date(year, month, number)
    return start, start + timedelta(days=1 + int(more or 0))


def _easter(year: int, numbers: list[int]) -> Interval:
    """Gregorian Easter by the Anonymous Gregorian algorithm (Meeus, Jones, Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return one_day(date(year, month, day + 1) + timedelta(days=numbers[0]))


def _orthodox(year: int, numbers: list[int]) -> Interval:
    """Julian Easter (Meeus), told in the Gregorian calendar of 1900-2099: 13 days on."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return one_day(date(year, month, day + 1) + timedelta(days=13 + numbers[0]))


def _nth(year: int, numbers: list[int]) -> Interval:
    """The Kth ISO weekday of a month, and days after it."""
    month, weekday, turn, *after = numbers
    first = date(year, month, 1)
    days = [first + timedelta(days=n) for n in range(31)]
    fit = [d for d in days if d.month == month and d.isoweekday() == weekday]
    return one_day(fit[turn - 1 if turn > 0 else turn] + timedelta(days=sum(after)))


def _islamic(year: int, numbers: list[int]) -> Interval:
    """Days of the tabular Hijri calendar whose first lies in `year`, a day wider on both sides."""
    month, day, days = numbers
    about = int((year - 622) * 33 / 32)
    for hijri in range(about - 1, about + 3):
        start = date.fromordinal(_hijri_ordinal(hijri, month, day))
        if start.year == year:
            return start - timedelta(days=1), start + timedelta(days=days + 1)
    raise ValueError(f"no such Hijri day starts in {year}")


def _hijri_ordinal(year: int, month: int, day: int) -> int:
    past = (year - 1) * 354 + (3 + 11 * year) // 30
    return _ISLAMIC_EPOCH + past + (59 * (month - 1) + 1) // 2 + day - 1


_RULES: dict[str, Callable[[int, list[int]], Interval]] = {
    "easter": _easter,
    "orthodox": _orthodox,
    "nth": _nth,
    "islamic": _islamic,
}
