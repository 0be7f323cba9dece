"""Readings put together: times with their days, the ends of a range, and mentions of them all."""

from __future__ import annotations

from dataclasses import replace

from dragoman.language.dates import clock
from dragoman.language.dates.context import Reading, hull
from dragoman.language.dates.tokens import pieces
from dragoman.model.event import DateMention
from dragoman.model.span import Span
from dragoman.model.when import UNKNOWN, When

_GLUE = 14  # characters between a day and its time: ", at the"
_TIME_REACH = 200  # characters from a day to a time that is still of that day
_TIME_GLUE = frozenset(("comma", "at", "on", "in", "the", "zone", "local"))
_RANGE_JOINS = frozenset(("dash", "hyphen", "slash", "to", "until"))


def with_times(readings: list[Reading], text: str) -> list[Reading]:
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


def mentions(readings: list[Reading], text: str) -> tuple[DateMention, ...]:
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
