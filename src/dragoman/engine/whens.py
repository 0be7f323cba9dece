"""A date in words, with no more precision than is known."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from dragoman.model.rows import Json

UNKNOWN = "unknown date"
_DAY = timedelta(days=1)


def when_label(when: Json | None) -> str:
    """As in "27 June 2025", "8–9 August 2025", "June 2025", "before 2022", "unknown date"."""
    start, end = interval(when)
    if start and end:
        return _between(start, end)
    if end:
        return f"before {_at(end)}"
    if start:
        return f"{_at(start)} or later"
    return UNKNOWN


def day_label(when: Json | None, year: int | None) -> str:
    """The same under a heading that gives the year already: "27 June", "June–August"."""
    start, end = interval(when)
    label = when_label(when)
    if not (start and end and year) or (start.year, (end - _DAY).year) != (year, year):
        return label
    return label.removesuffix(f" {year}") if label != str(year) else f"in {year}"


def interval(when: Json | None) -> tuple[date | None, date | None]:
    """The first day, and the first day after, as days."""
    if not when:
        return None, None
    return _day(when.get("start")), _day(when.get("end"))


def when_short(when: Json | None) -> str:
    """The same in the form of ISO 8601, for tables: "2025-06-27", "2025-06", "2025-06-21/30"."""
    start, end = interval(when)
    if not (start and end):
        return when_label(when) if start or end else "unknown"
    last = end - _DAY
    if start == last:
        return start.isoformat()
    if _whole_years(start, end) == 1:
        return f"{start.year:04}"
    if _whole_months(start, end) == 1:
        return f"{start:%Y-%m}"
    return f"{start.isoformat()}/{last.isoformat()}"


def fineness(when: Json) -> str:
    """The precision; "days" for a stretch that is called a week and is shorter than one."""
    start, end = interval(when)
    if when["precision"] == "week" and start and end and end - start < timedelta(days=7):
        return "days"
    return str(when["precision"])


def holding(since: str | None, until: str | None) -> str | None:
    """From when to when something holds, `until` the first day after; None where none is told."""
    start, end = _day(since), _day(until)
    if start and end:
        return _between(start, end)
    if start:
        return f"since {_at(start)}"
    return f"until {_said(end - _DAY, True, True, True)}" if end else None


def month_name(year: int, month: int) -> str:
    """As in "June 2025"."""
    return f"{calendar.month_name[month]} {year}"


def _between(start: date, end: date) -> str:
    last = end - _DAY
    if years := _whole_years(start, end):
        return str(start.year) if years == 1 else f"{start.year}–{last.year}"
    if _whole_months(start, end):
        return _range(start, last, days=False)
    return _range(start, last, days=True)


def _range(start: date, last: date, days: bool) -> str:
    """The part that both ends share is said once."""
    if start == last or (not days and (start.year, start.month) == (last.year, last.month)):
        return _said(last, days, True, True)
    same_year = start.year == last.year
    same_month = same_year and start.month == last.month
    first = str(start.day) if days and same_month else _said(start, days, True, not same_year)
    dash = "–" if first.isdigit() or not (days or not same_year) else " – "
    return f"{first}{dash}{_said(last, days, True, True)}"


def _said(d: date, day: bool, month: bool, year: bool) -> str:
    parts = (str(d.day) if day else "", calendar.month_name[d.month] if month else "")
    return " ".join(p for p in (*parts, str(d.year) if year else "") if p)


def _at(d: date) -> str:
    if (d.month, d.day) == (1, 1):
        return str(d.year)
    return _said(d, d.day != 1, True, True)


def _whole_years(start: date, end: date) -> int:
    whole = (start.month, start.day) == (1, 1) == (end.month, end.day)
    return end.year - start.year if whole else 0


def _whole_months(start: date, end: date) -> int:
    whole = start.day == 1 == end.day
    return (end.year - start.year) * 12 + end.month - start.month if whole else 0


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
