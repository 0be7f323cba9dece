"""Questions about the ties that were imported from tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from dragoman.model.rows import Json
from dragoman.record.conditions import begins, overlap
from dragoman.record.database import Database
from dragoman.record.filters import Filters
from dragoman.record.receiving import receives
from dragoman.record.schema import table_ties
from dragoman.record.tie_shapes import of_table
from dragoman.record.tie_sources import sources_asked

# A tie from a table has no report: these ask for what reports tell.
_OF_REPORTS = ("outlets", "report", "text", "coder")


def in_tables(database: Database, filters: Filters) -> Iterator[Json]:
    """Ties from tables by time, those without a beginning last."""
    sources = asked_of(database, filters)
    if not sources or filters.limit == 0:
        return iter(())
    since, kind, a = table_ties.c.since, table_ties.c.kind, table_ties.c.a
    order = (since.is_(None), since, kind, a, table_ties.c.source, table_ties.c.seq)
    asked = select(table_ties).where(*_wanted(filters, sources)).order_by(*order)
    if filters.limit is not None:
        asked = asked.limit(filters.limit)
    if filters.offset:
        asked = asked.offset(filters.offset)
    return (of_table(row, sources[row["source"]]) for row in database.stream(asked))


def count_in_tables(database: Database, filters: Filters) -> int:
    """How many they are, whatever the page."""
    return sum(by_column(database, filters, table_ties.c.source).values())


def by_column(database: Database, filters: Filters, column: ColumnElement[Any]) -> dict[Any, int]:
    """How many they are for each value of a column."""
    sources = asked_of(database, filters)
    if not sources:
        return {}
    counted: Select[Any] = select(column.label("value"), func.count().label("n"))
    counted = counted.where(*_wanted(filters, sources)).group_by(column)
    return {row["value"]: row["n"] for row in database.rows(counted)}


def one_in_tables(database: Database, tie_id: str) -> Json | None:
    """The tie with that id, or one that begins so, of the newest import that has it."""
    sources = sources_asked(database, Filters())
    found = select(table_ties).where(begins(table_ties.c.id, tie_id.lower()))
    found = found.where(table_ties.c.source.in_(sources))
    rows = database.rows(found.order_by(table_ties.c.source.desc(), table_ties.c.seq).limit(1))
    return next((of_table(row, sources[row["source"]]) for row in rows), None)


def asked_of(database: Database, filters: Filters) -> dict[int, Json]:
    """The imports that answer; none where something is asked that only reports have."""
    if any(getattr(filters, name) for name in _OF_REPORTS):
        return {}
    return sources_asked(database, filters)


def _wanted(filters: Filters, sources: dict[int, Json]) -> list[ColumnElement[bool]]:
    asked = [table_ties.c.source.in_(sources), *_sides(filters)]
    for kinds in (filters.kinds, filters.types):
        if kinds:
            asked.append(table_ties.c.kind.in_(kinds))
    return [*asked, *overlap(table_ties.c.since, table_ties.c.until, filters)]


def _sides(filters: Filters) -> Iterator[ColumnElement[bool]]:
    a, b = table_ties.c.a, table_ties.c.b
    if filters.actor:
        yield or_(begins(a, filters.actor), begins(b, filters.actor))
    if filters.recipient:
        yield receives(table_ties, filters.recipient)
    if filters.dyad:
        one, other = filters.dyad
        yield or_(and_(begins(a, one), begins(b, other)), and_(begins(a, other), begins(b, one)))
