"""Filters as conditions of SQL; every value is bound, none is written into a statement."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Select, Table, and_, exists, false, func, or_, select

from dragoman.record.filters import Filters
from dragoman.record.fulltext import matching_reports
from dragoman.record.naming import state_named
from dragoman.record.schema import codings, event_actor, events, reports

Condition = ColumnElement[bool]


def of_reports(filters: Filters, sqlite: bool) -> Iterator[Condition]:
    """What is asked of the report: outlet, id, words, and publication by `as_of`."""
    if filters.outlets:
        names = [func.lower(name) for name in filters.outlets]
        yield func.lower(reports.c.outlet).in_(names)
    if filters.report:
        yield begins(reports.c.id, filters.report.lower())
    if filters.text:
        yield reports.c.number.in_(matching_reports(filters.text, sqlite))
    if filters.as_of:
        yield published_by(filters.as_of)


def published_by(day: date) -> Condition:
    """Published on `day` or before, for certain; an undated report never is."""
    return reports.c.published_end <= _after(day)


def perhaps_published_by(day: date) -> Condition:
    """May have been published on `day` or before, and may not: an end of its interval is open."""
    start, end = reports.c.published_start, reports.c.published_end
    after = _after(day)
    early, late = or_(start < after, start.is_(None)), or_(end > after, end.is_(None))
    return and_(early, late, ~undated())


def _after(day: date) -> date:
    """The day after; the calendar's last day has none, and nothing ends behind it."""
    return min(day, date.max - timedelta(days=1)) + timedelta(days=1)


def undated() -> Condition:
    """Nothing is known of when it was published."""
    return and_(reports.c.published_start.is_(None), reports.c.published_end.is_(None))


def published_within(filters: Filters) -> Iterator[Condition]:
    """`since` and `until` asked of the publication."""
    return overlap(reports.c.published_start, reports.c.published_end, filters)


def overlap(
    start: ColumnElement[date], end: ColumnElement[date], filters: Filters
) -> Iterator[Condition]:
    """The half-open interval shares a day with the filters'; an open end reaches any day."""
    if not (filters.since or filters.until):
        return
    yield or_(start.is_not(None), end.is_not(None))
    if filters.since:
        yield or_(end > filters.since, end.is_(None))
    if filters.until:
        yield or_(start < filters.until, start.is_(None))


def of_events(filters: Filters) -> Iterator[Condition]:
    """What is asked of an event itself."""
    if filters.actor:
        yield takes_part(filters.actor, "actor")
    if filters.recipient:
        yield takes_part(filters.recipient, "recipient")
    if filters.dyad:
        yield between(*filters.dyad)
    if filters.types:
        yield events.c.type.in_(filters.types)
    if filters.modes:
        yield events.c.mode.in_(filters.modes)
    if filters.factuality:
        yield events.c.factuality.in_(filters.factuality)
    if filters.place:
        yield at_place(filters.place)
    yield from overlap(events.c.when_start, events.c.when_end, filters)


def at_place(place: str) -> Condition:
    """At a place of that name, or in the country with that code or name."""
    name = func.lower(events.c.place) == func.lower(place)
    return or_(name, events.c.country == (state_named(place) or place.upper()))


def takes_part(code: str | None, role: str) -> Condition:
    """An actor whose code begins with `code`, or any, has that role in the event."""
    found = select(event_actor.c.coding, event_actor.c.seq).where(event_actor.c.role == role)
    if code is not None:
        found = found.where(begins(event_actor.c.code, code))
    return exists(
        found.where(
            event_actor.c.coding == events.c.coding, event_actor.c.seq == events.c.seq
        ).correlate(events)
    )


def between(a: str, b: str) -> Condition:
    """Of one towards the other, or of both together towards nobody."""
    return or_(
        and_(takes_part(a, "actor"), takes_part(b, "recipient")),
        and_(takes_part(b, "actor"), takes_part(a, "recipient")),
        and_(takes_part(a, "actor"), takes_part(b, "actor"), ~takes_part(None, "recipient")),
    )


def begins(column: ColumnElement[str], start: str) -> Condition:
    """`column` begins with `start`, as a range, so that an index answers it.

    Codes and ids are made of letters and digits of ASCII; nothing begins with anything else.
    """
    if not (start.isascii() and start.isalnum()):
        return false()
    return and_(column >= start, column < start[:-1] + chr(ord(start[-1]) + 1))


def newest(filters: Filters) -> Condition:
    """The coding asked for: of one coder's when named, else the last made of its report."""
    if filters.coder:
        return codings.c.coder == filters.coder
    later = codings.alias("later")
    return ~exists(
        select(later.c.number)
        .where(later.c.report == codings.c.report, later.c.number > codings.c.number)
        .correlate(codings)
    )


def joined(table: Table, filters: Filters, sqlite: bool) -> Select[tuple[object]]:
    """Rows of `table` from the codings and reports asked for; columns are to be added."""
    return (
        select()
        .select_from(table)
        .join(codings, codings.c.number == table.c.coding)
        .join(reports, reports.c.number == codings.c.report)
        .where(newest(filters), *of_reports(filters, sqlite))
    )
