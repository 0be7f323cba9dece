"""Which ties hold between whom on a day, by kind: the standing relations under a network."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select

from dragoman.record.beside import pair
from dragoman.record.conditions import joined
from dragoman.record.database import Database
from dragoman.record.filters import Filters
from dragoman.record.schema import table_ties, ties
from dragoman.record.tie_sources import sources_asked


def ties_in_force(
    database: Database, day: date, filters: Filters
) -> dict[tuple[str, str], set[str]]:
    """The kinds of ties of each pair of states (in order) that hold on `day`.

    Ties of reports hold where they tell no end before it.
    """
    told = joined(ties, filters, database.sqlite).where(*_holds(ties, day))
    sources = list(sources_asked(database, filters))
    filed: Select[Any] = select(table_ties.c.a, table_ties.c.b, table_ties.c.kind).where(
        table_ties.c.source.in_(sources), table_ties.c.b.is_not(None), *_holds(table_ties, day)
    )
    rows = chain(
        database.rows(told.add_columns(ties.c.a, ties.c.b, ties.c.kind).distinct()),
        database.rows(filed.distinct()) if sources else (),
    )
    found: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        if row["a"] and row["b"]:
            found.setdefault(pair(row["a"], row["b"]), set()).add(row["kind"])
    return found


def _holds(table: Any, day: date) -> Iterator[ColumnElement[bool]]:
    after = day + timedelta(days=1)
    yield or_(table.c.since.is_(None), table.c.since < after)
    yield or_(table.c.until.is_(None), table.c.until > day)
