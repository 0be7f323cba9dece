"""Finding all temporal expressions of a text, and what each stands for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dragoman.language.dates import absolute, amounts, clock, listed, relative
from dragoman.language.dates.context import Context, Reading, hull
from dragoman.language.dates.grammar import Found, find
from dragoman.language.dates.tense import TenseHint, clause_tense
from dragoman.language.dates.tokens import pieces
from dragoman.model.event import DateMention
from dragoman.model.span import Span
from dragoman.model.when import UNKNOWN, When

Reader = Callable[[Found, Context], list[Reading]]

EXPLICIT: dict[str, Reader] = {
    "iso": absolute.iso,
    "isomonth": absolute.iso_month,
    "slashed": absolute.slashed,
    "crossdays": listed.cross_days,
    "fullday": absolute.full_day,
    "fullmonth": absolute.full_month,
    "months": absolute.months,
    "half": absolute.half,
    "century": absolute.century,
    "decade": absolute.decade,
    "years": absolute.years,
    "partyear": absolute.part_of_year,
    "year": absolute.single_year,
    "fiscal": absolute.fiscal,
}
RESOLVED: dict[str, Reader] = {
    "daylist": listed.day_list,
    "yearday": listed.year_day,
    "month": listed.month,
    "weekday": listed.weekday,
    "season": listed.season,
    "quarter": listed.quarter,
    "relhalf": listed.relative_half,
    "holiday": listed.holiday,
    "relunit": relative.unit_value,
    "relname": relative.name_value,
    "wdweek": relative.weekday_of_week,
    "thatunit": relative.same_unit,
    "dayshift": relative.day_beside,
    "shift": relative.shift,
    "relspan": relative.around,
    "span": amounts.span,
    "pair": amounts.pair,
    "setof": amounts.every,
    "set": amounts.fixed_set,
    "today": clock.today,
    "tonight": clock.tonight,
    "overnight": clock.overnight,
    "ref": clock.reference,
    "clock": clock.clock,
    "daytime": clock.daytime,
}
_GLUE = 14  # characters between a day and its time: ", at the"
_TIME_REACH = 200  # characters from a day to a time that is still of that day
_TIME_GLUE = frozenset(("comma", "at", "on", "in", "the", "zone", "local"))
_RANGE_JOINS = frozenset(("dash", "hyphen", "slash", "to", "until"))


def find_dates(
    text: str, reference: When, tense: TenseHint | None = None
) -> tuple[DateMention, ...]:
    """The temporal expressions of `text` in order, each with TIMEX3 value and interval.

    `reference` is the publication date as far as it is known: relative expressions resolve
    against it alone, to an interval where it is one, and to UNKNOWN where it is not known; never
    against today. Durations and repeated times have a value and no interval. `tense` may tell
    whether the clause at a span looks back or ahead; without it a cheap reading of the clause
    does. Linear in the length of the text.
    """
    context = Context(text, reference, tense or clause_tense)
    found = list(find(pieces(text)))
    context.explicit = [
        r for f in found if f.kind != "none" for r in _read(f, context, early=True) if r.explicit
    ]
    for each in found:
        context.history.extend(_read(each, context))
    return _mentions(_with_times(context.history, text), text)


def _read(found: Found, context: Context, early: bool = False) -> list[Reading]:
    """A rule's readings; none where its figures are no date (31 February, the year 12000)."""
    reader = EXPLICIT.get(found.kind)
    if reader is None and early:
        return _listed_early(found, context)
    reader = reader or RESOLVED.get(found.kind)
    try:
        return reader(found, context) if reader else []
    except (ValueError, OverflowError):
        return []


def _listed_early(found: Found, context: Context) -> list[Reading]:
    """Lists, seasons, quarters and holidays that give their year count as explicit, too."""
    if found.kind not in ("daylist", "season", "quarter", "holiday"):
        return []
    if not any(piece.kind == "year" for run in found.runs for piece in run):
        return []
    try:
        return RESOLVED[found.kind](found, context)
    except (ValueError, OverflowError):
        return []


def _with_times(readings: list[Reading], text: str) -> list[Reading]:
    """Times joined to the day beside them, put on the day of their paragraph, or left alone."""
    result: list[Reading] = []
    for current in readings:
        before = result[-1] if result else None
        if before and _joins(before, current, text):
            time, day = sorted((before, current), key=lambda r: not _is_time(r))
            result[-1] = clock.joined(day, time)
            continue
        result.append(current)
    kept = [r for r in result if r.kind != clock.DAYTIME_KIND]
    return [_placed(r, kept, i) if r.kind == clock.CLOCK_KIND else r for i, r in enumerate(kept)]


def _is_time(reading: Reading) -> bool:
    return reading.kind in (clock.CLOCK_KIND, clock.DAYTIME_KIND)


def _is_day(reading: Reading) -> bool:
    value = reading.value.timex
    return (len(value) == 10 and value.count("-") == 2) or value.startswith("XXXX-WXX-")


def _joins(before: Reading, current: Reading, text: str) -> bool:
    if _is_time(before) == _is_time(current):
        return False
    day, time = (current, before) if _is_time(before) else (before, current)
    if not _is_day(day) or (time is before and time.kind == clock.DAYTIME_KIND):
        return False
    gap = text[before.end : current.start]
    return len(gap) <= _GLUE and all(p.kind in _TIME_GLUE for p in pieces(gap))


def _placed(time: Reading, kept: list[Reading], at: int) -> Reading:
    """A clock time alone, on the last day told just before it."""
    day = next((r for r in reversed(kept[max(0, at - 3) : at]) if r.value.when.single_day), None)
    return clock.on_day(time, day.value) if day and time.start - day.end < _TIME_REACH else time


def _mentions(readings: list[Reading], text: str) -> tuple[DateMention, ...]:
    made = [
        DateMention(text[r.start : r.end], Span(r.start, r.end), r.value.timex, r.value.when)
        for r in readings
    ]
    for i in range(len(made) - 1):
        whole = _range(made[i], made[i + 1], text)
        if whole.known:
            made[i], made[i + 1] = (replace(m, within=whole) for m in (made[i], made[i + 1]))
    return tuple(made)


def _range(first: DateMention, second: DateMention, text: str) -> When:
    """The whole of 'from A to B', 'A-B' or 'between A and B'; UNKNOWN where there is no range."""
    gap = text[first.span.end : second.span.start]
    if len(gap) > _GLUE or not _in_order(first.when, second.when):
        return UNKNOWN
    joins = [p.kind for p in pieces(gap)]
    head = pieces(text[max(0, first.span.start - _GLUE) : first.span.start])
    led = head[-1].kind if head else ""
    if joins == ["and"] and led != "between":
        return UNKNOWN
    if joins == ["to"] and led != "from" and first.timex[:4] != second.timex[:4]:
        return UNKNOWN
    whole = len(joins) == 1 and joins[0] in (*_RANGE_JOINS, "and")
    return hull(first.when, second.when) if whole else UNKNOWN


def _in_order(first: When, second: When) -> bool:
    return bool(first.start and second.start and second.end and first.start < second.start)
