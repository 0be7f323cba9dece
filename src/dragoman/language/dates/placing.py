"""The year of a date that leaves it out, as far as the text gives it.

It comes from the weekday beside the date, from a year that opens the same sentence, or, where
publication is unknown, from the last explicit date before it, on the assumption that a narrative
goes forward.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from dragoman.language.dates.calendar import (
    Interval,
    months_on,
)
from dragoman.language.dates.context import Context, Reading

# Within a paragraph, a narrative's next date lies at most this many months before the last one, or
# it is a year later; over more paragraphs it must follow within the months of the second.
_BACKWARD_MONTHS = 3
_FORWARD_MONTHS = 4
_ANCHORS = 30  # dates before a yearless one that must agree about its year
_NEAR_YEARS = 2  # years around those mentioned that a weekday may choose from
ByYear = Callable[[int], Interval]


def placed_year(in_year: ByYear, at: tuple[int, int], ctx: Context) -> int | None:
    """The year that the text itself gives a yearless date, or None."""
    opening = [r for r in ctx.in_sentence(*at) if r.start < at[0] and r.kind == "year"]
    if opening and opening[-1].value.when.start:
        return opening[-1].value.when.start.year if _opens(opening[-1], ctx) else None
    if ctx.reference.start and ctx.reference.end:
        return None  # of a publication known by one end alone the narrative tells more
    return _by_narrative(in_year, at, ctx)


def _opens(reading: Reading, ctx: Context) -> bool:
    """True for a year at the head of its sentence ('In 2008, ...'), or with no date to doubt it."""
    before = ctx.text[max(0, reading.start - 40) : reading.start].rstrip()
    head = before.rpartition(" ")[2]
    return not ctx.reference.known or (head[:1].isupper() and head.isalpha())


def by_weekday(month: int, day: int, weekday: int, ctx: Context) -> date | None:
    years = {d.year for d in (ctx.reference.start, ctx.reference.end) if d}
    if not years:
        years = ctx.years
    near = {y + n for y in years for n in range(-_NEAR_YEARS, _NEAR_YEARS + 1) if 0 < y + n < 9999}
    fit = [d for y in sorted(near) if (d := _day(y, month, day)) and d.isoweekday() == weekday]
    return fit[0] if len(fit) == 1 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _by_narrative(in_year: ByYear, at: tuple[int, int], ctx: Context) -> int | None:
    """The year that continues the dates before; None where anchors of other paragraphs differ."""
    anchors = [r for r in ctx.explicit_before(at[0], _ANCHORS) if _fine(r)]
    if not anchors:
        return None
    near, far = anchors[-1], {_continued(in_year, r, 0, _FORWARD_MONTHS) for r in anchors}
    if ctx.same_paragraph(near, at[0]):
        return _continued(in_year, near, _BACKWARD_MONTHS, 12 - _BACKWARD_MONTHS)
    return far.pop() if len(far) == 1 else None


def _fine(reading: Reading) -> bool:
    return reading.value.when.precision in ("day", "week", "month")


def _continued(in_year: ByYear, anchor: Reading, back: int, on: int) -> int | None:
    """The year in which the turn lies up to `back` months before the anchor's and `on` after."""
    start = anchor.value.when.start
    if start is None:
        return None
    first, last = (months_on(start.replace(day=1), n) for n in (-back, on))
    turns = [in_year(y) for y in range(first.year, last.year + 1)]
    return next((t[0].year for t in turns if first <= t[0] < last), None)
