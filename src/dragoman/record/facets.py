"""How many events there are of each type, outlet, factuality and actor: what a page can offer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from dragoman.model.rows import Json
from dragoman.record.conditions import joined, of_events
from dragoman.record.database import Database
from dragoman.record.filters import Filters
from dragoman.record.schema import codings, event_actor, events, reports

# Codes that are offered; the rest are found by typing.
_ACTORS = 50


def facets_found(database: Database, filters: Filters) -> dict[str, list[Json]]:
    """`types`, `factuality`, `outlets` and `actors`, each `{"value", "count"}`, most first.

    Each is counted with all filters but its own, so that a choice shows its alternatives.
    """
    found = {
        "types": _counted(database, replace(filters, types=()), events.c.type),
        "factuality": _counted(database, replace(filters, factuality=()), events.c.factuality),
        "outlets": _counted(database, replace(filters, outlets=()), reports.c.outlet),
    }
    freed = replace(filters, actor=None, recipient=None, dyad=None)
    return {**found, "actors": _shaped(database, _by_actor(freed, database.sqlite))[:_ACTORS]}


def versions_found(database: Database) -> list[Json]:
    """Each coder whose rows the record keeps: how many reports it coded, first and last when."""
    statement: Select[Any] = (
        select(
            codings.c.coder,
            func.count().label("reports"),
            func.min(codings.c.made_at).label("first"),
            func.max(codings.c.made_at).label("last"),
        )
        .group_by(codings.c.coder)
        .order_by(func.max(codings.c.made_at), codings.c.coder)
    )
    return [dict(row) for row in database.rows(statement)]


def _counted(database: Database, filters: Filters, column: ColumnElement[str]) -> list[Json]:
    found = joined(events, filters, database.sqlite).where(*of_events(filters))
    found = found.where(column.is_not(None)).add_columns(column.label("value"))
    return _shaped(database, found.add_columns(func.count().label("count")).group_by(column))


def _by_actor(filters: Filters, sqlite: bool) -> Select[Any]:
    """Events by code, whichever role it has; an event counts once for a code."""
    link = event_actor.c
    same = and_(link.coding == events.c.coding, link.seq == events.c.seq)
    found = joined(events, filters, sqlite).join(event_actor, same).where(*of_events(filters))
    also = event_actor.alias("also")
    acts_too = exists(
        select(also.c.code)
        .where(
            also.c.coding == link.coding,
            also.c.seq == link.seq,
            also.c.code == link.code,
            also.c.role == "actor",
        )
        .correlate(event_actor)
    )
    found = found.where(or_(link.role == "actor", ~acts_too))
    return found.add_columns(link.code.label("value"), func.count().label("count")).group_by(
        link.code
    )


def _shaped(database: Database, statement: Select[Any]) -> list[Json]:
    rows = [{"value": r["value"], "count": r["count"]} for r in database.rows(statement)]
    return sorted(rows, key=lambda r: (-r["count"], r["value"]))
