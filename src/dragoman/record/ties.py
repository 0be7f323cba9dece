"""Questions about ties: those that reports tell of and those from tables, in one list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Any

from sqlalchemy import Select, and_, func, or_

from dragoman.model.rows import Json
from dragoman.record.asking import rows_found
from dragoman.record.beside import with_beside
from dragoman.record.conditions import overlap, published_within
from dragoman.record.database import Database
from dragoman.record.filters import Filters
from dragoman.record.schema import reports, table_ties, ties
from dragoman.record.statements import statements_asked
from dragoman.record.tables_asking import (
    asked_of,
    by_column,
    count_in_tables,
    in_tables,
    one_in_tables,
)
from dragoman.record.tie_shapes import of_report
from dragoman.record.tie_sources import sources_found


def ties_found(database: Database, filters: Filters) -> Iterator[Json]:
    """Ties that reports tell of, in the order of publication, then those from tables by time.

    `since` and `until` are about the time of the tie, and about the publication where a report
    tells none. Raises UsageError for an unknown kind and for what only events have.
    """
    filters.refuse("ties")
    told = _in_reports(database, filters)
    rest = filters
    if filters.limit is not None or filters.offset:
        rest = _rest(filters, _count_in_reports(database, filters))
    return with_beside(database, filters, chain(told, in_tables(database, rest)))


def count_ties(database: Database, filters: Filters) -> int:
    """How many they are, whatever the page."""
    filters.refuse("ties")
    return _count_in_reports(database, filters) + count_in_tables(database, filters)


def tie_facets_found(database: Database, filters: Filters) -> dict[str, list[Json]]:
    """`kinds` and `tables`, each `{"value", "count"}`, with all filters but its own."""
    filters.refuse("ties")
    free = replace(filters, kinds=(), limit=None, offset=0)
    kinds = Counter(by_column(database, free, table_ties.c.kind))
    if not free.tables:
        counted = _asked(database, free).add_columns(ties.c.kind, func.count().label("n"))
        told = database.rows(counted.group_by(ties.c.kind))
        kinds.update({row["kind"]: row["n"] for row in told})
    free = replace(filters, tables=(), limit=None, offset=0)
    names = asked_of(database, free)
    tables: Counter[str] = Counter()
    for number, n in by_column(database, free, table_ties.c.source).items():
        tables[names[number]["name"]] += n
    return {"kinds": _counts(kinds), "tables": _counts(tables)}


def table_tie_found(database: Database, tie_id: str) -> Json | None:
    """A tie from a table by its id, or how one begins; None when there is none."""
    found = one_in_tables(database, tie_id)
    return next(with_beside(database, Filters(), [found]), None) if found else None


def tie_notes(database: Database, filters: Filters) -> Iterator[str]:
    """What a reader of a list must know of tables: which are left out, which are not there."""
    have = sources_found(database)
    for name in filters.tables:
        if name not in {row["table"] for row in have}:
            known = ", ".join(sorted({row["table"] for row in have})) or "none"
            yield f"no table in the record is called {name}; it has: {known}"
    if filters.as_of:
        late = {f"{r['table']} {r['version']} (since {r['known']})" for r in have
                if r["known"] > filters.as_of.isoformat()}  # fmt: skip
        if late:
            yield f"left out since they count as known only later: {', '.join(sorted(late))}"


def _rest(filters: Filters, passed: int) -> Filters:
    """What of the page is left after `passed` rows of all."""
    shown = max(0, passed - filters.offset)
    limit = None if filters.limit is None else max(0, filters.limit - shown)
    return replace(filters, limit=limit, offset=max(0, filters.offset - passed))


def _in_reports(database: Database, filters: Filters) -> Iterator[Json]:
    if filters.tables:
        return iter(())
    published = reports.c.published_start
    order = [published.is_(None), published, reports.c.number, ties.c.coding, ties.c.seq]
    found = rows_found(database, ties, _asked(database, filters), order, filters)
    return (of_report(row) for row in found)


def _count_in_reports(database: Database, filters: Filters) -> int:
    if filters.tables:
        return 0
    counted = _asked(database, filters).add_columns(func.count().label("n"))
    return int(database.rows(counted)[0]["n"])


def _asked(database: Database, filters: Filters) -> Select[Any]:
    """Ties of reports; by their own time, or by the publication where they tell none."""
    found = statements_asked(database, "ties", replace(filters, since=None, until=None))
    if not (filters.since or filters.until):
        return found
    unknown = and_(ties.c.since.is_(None), ties.c.until.is_(None))
    own = and_(*overlap(ties.c.since, ties.c.until, filters))
    return found.where(or_(own, and_(unknown, *published_within(filters))))


def _counts(found: Counter[str]) -> list[Json]:
    rows = [{"value": value, "count": n} for value, n in found.items() if n]
    return sorted(rows, key=lambda r: (-r["count"], r["value"]))
