"""How much there is: events by month and by pair, reports by month and by outlet."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Date, Select, and_, case, extract, func, select

from dragoman.language.actor_tables import sectors
from dragoman.model.rows import Json
from dragoman.record.conditions import joined, of_events, of_reports, published_within
from dragoman.record.database import Database
from dragoman.record.filters import Filters
from dragoman.record.schema import event_actor, events, reports

# An interval of this precision lies within a month often enough to be counted in its first day's.
_WITHIN_A_MONTH = ("day", "week", "month")
# More rows of a kind than any report has: a coding and a place in it make one number.
_MOST_ROWS = 10_000_000


def events_by_month(database: Database, filters: Filters) -> list[Json]:
    """`{"month": "2025-06", "quad_class", "count"}` in order; None when known less closely."""
    close = and_(
        events.c.when_precision.in_(_WITHIN_A_MONTH),
        events.c.when_start.is_not(None),
        events.c.when_end.is_not(None),
    )
    year = case((close, extract("year", events.c.when_start)))
    month = case((close, extract("month", events.c.when_start)))
    found = joined(events, filters, database.sqlite).where(*of_events(filters))
    found = found.add_columns(
        year.label("year"), month.label("month"), events.c.quad_class, func.count().label("n")
    ).group_by(year, month, events.c.quad_class)
    shaped = [
        {"month": _month(r), "quad_class": r["quad_class"], "count": r["n"]}
        for r in database.rows(found)
    ]
    return sorted(shaped, key=lambda r: (r["month"] is None, r["month"] or "", r["quad_class"]))


def reports_by_month(database: Database, filters: Filters) -> list[Json]:
    """`{"month", "count"}` of publication, in order; month None for what has no known date."""
    year = extract("year", reports.c.published_start)
    month = extract("month", reports.c.published_start)
    found = _of_reports(database, filters).add_columns(
        year.label("year"), month.label("month"), func.count().label("n")
    )
    rows = database.rows(found.group_by(year, month))
    shaped = [{"month": _month(r), "count": r["n"]} for r in rows]
    return sorted(shaped, key=lambda r: (r["month"] is None, r["month"] or ""))


def reports_by_outlet(database: Database, filters: Filters) -> list[Json]:
    """`{"outlet", "reports", "first", "last"}`, most first; the days are of publication."""
    found = _of_reports(database, filters).add_columns(
        reports.c.outlet,
        func.count().label("reports"),
        func.min(reports.c.published_start, type_=Date).label("first"),
        func.max(reports.c.published_start, type_=Date).label("last"),
    )
    rows = [dict(r) for r in database.rows(found.group_by(reports.c.outlet))]
    for row in rows:
        row["first"], row["last"] = (d and d.isoformat() for d in (row["first"], row["last"]))
    return sorted(rows, key=lambda r: (-r["reports"], r["outlet"] or ""))


def events_by_dyad(database: Database, filters: Filters, limit: int = 12) -> list[Json]:
    """`{"actor", "recipient", "count"}` between different states or bodies, most first.

    The codes of a state's own bodies count as the state: AZEGOV and AZEMIL are both AZE.
    """
    a, b = event_actor.alias("a"), event_actor.alias("b")
    one, two = _whose(a.c.code), _whose(b.c.code)
    once = func.count(func.distinct(a.c.coding * _MOST_ROWS + a.c.seq))
    found = (
        joined(events, filters, database.sqlite)
        .join(a, and_(a.c.coding == events.c.coding, a.c.seq == events.c.seq, a.c.role == "actor"))
        .join(
            b,
            and_(b.c.coding == events.c.coding, b.c.seq == events.c.seq, b.c.role == "recipient"),
        )
        .where(*of_events(filters), one != two)
        .add_columns(one.label("actor"), two.label("recipient"), once.label("count"))
        .group_by(one, two)
        .order_by(once.desc(), one, two)
        .limit(limit)
    )
    return [dict(r) for r in database.rows(found)]


def _of_reports(database: Database, filters: Filters) -> Select[Any]:
    conditions = of_reports(filters, database.sqlite)
    return select().select_from(reports).where(*conditions, *published_within(filters))


def _whose(code: ColumnElement[str]) -> ColumnElement[str]:
    # A code that begins with a sector (IGONAT) says what it is first, and whose only with the rest.
    first = func.substr(code, 1, 3)
    return case((first.in_(tuple(sectors())), code), else_=first)


def _month(row: Any) -> str | None:
    return f"{int(row['year']):04}-{int(row['month']):02}" if row["year"] else None
