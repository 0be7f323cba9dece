"""The days of a horizon, counted from the day of the report."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dragoman.model.when import When

# Days in a unit of ISO 8601 durations; a horizon of months is no more exact than this.
_UNIT_DAYS = {"D": 1.0, "W": 7.0, "M": 30.44, "Y": 365.25, "TH": 1 / 24}
# TIMEX3's seasons (ISO 8601 extended) by their first month on the northern half of the earth.
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "AU": 9, "WI": 12}
_SEASON = re.compile(r"(\d{4}|XXXX)-([A-Z]{2})")
_LONG = 365 * 200


def lasting(number: str, unit: str, published: date | None) -> When | None:
    """From the report's day as long as "two years" lasts; None without a day, or past counting."""
    days = round(int(number) * _UNIT_DAYS.get(unit, 0))
    if published is None or not 0 < days < _LONG:
        return None
    return When(published, published + timedelta(days=days), "unknown", "report")


def seasonal(timex: str, published: date | None) -> When | None:
    """The next season of that name that has not ended: "by spring" looks ahead."""
    match = _SEASON.fullmatch(timex)
    if match is None or match[2] not in _SEASONS or published is None:
        return None
    month = _SEASONS[match[2]]
    years = [int(match[1])] if match[1] != "XXXX" else []
    for year in (*years, published.year - 1, published.year, published.year + 1):
        end = date(year + (month + 3 > 12), (month + 2) % 12 + 1, 1)
        if end > published:
            return When(date(year, month, 1), end, "season", "text")
    return None


def bounded(when: When, side: str, published: date | None) -> When | None:
    """The days on one side of a date; None where they are unknown or wholly past."""
    if not when.known or (published is not None and when.end is not None and when.end <= published):
        return None
    start, end = when.start, when.end
    if side == "until_end":
        start = published
    elif side == "until_start":
        # until a time that has begun is until it ends
        begun = published is not None and start is not None and start <= published
        start, end = published, end if begun or start is None else start
    elif side == "after":
        start, end = end, None
    elif side == "from":
        end = None
    elif published is not None and start is not None and start < published:
        start = published
    if start is None and end is None:
        return None
    return When(start, end, when.precision, when.basis)
