"""What the rows of what is said can be narrowed to: outlets, actors, kinds, stances."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, and_, func

from dragoman.model.rows import Json
from dragoman.record.database import Database
from dragoman.record.filters import Filters
from dragoman.record.schema import ROW_TABLES, judgement_actor, judgements, reports
from dragoman.record.statements import kind_of, statements_asked, told

# Values that are offered; the rest are found by typing.
_MOST = 60


def choices_found(database: Database, kind: str, filters: Filters) -> dict[str, list[Json]]:
    """`outlets`, `actors`, and what rows of `kind` have besides, each `{"value", "count"}`.

    Each is counted with all filters but its own, so that a choice shows its alternatives.
    """
    return {name: found[:_MOST] for name, found in _counted(database, kind, filters)}


def _counted(database: Database, kind: str, filters: Filters) -> Iterator[tuple[str, list[Json]]]:
    table = ROW_TABLES[kind]
    yield "outlets", _by(database, kind, replace(filters, outlets=()), reports.c.outlet)
    yield "actors", _actors(database, kind, replace(filters, actor=None, dyad=None))
    if "stance" in table.c:
        yield "stances", _by(database, kind, replace(filters, stances=()), table.c.stance)
    if kind in ("judgements", "ties"):
        yield "kinds", _by(database, kind, replace(filters, kinds=()), kind_of(table))
    if kind in ("judgements", "attributions"):
        freed = replace(filters, source_kinds=())
        told_by = table.c.source_kind if kind != "judgements" else told(table, "author", "kind")
        yield "source_kinds", _by(database, kind, freed, told_by)


def _actors(database: Database, kind: str, filters: Filters) -> list[Json]:
    table = ROW_TABLES[kind]
    if kind == "ties":
        ends = (_by(database, kind, filters, table.c[end]) for end in ("a", "b"))
        return _merged(row for rows in ends for row in rows)
    if kind != "judgements":
        return _by(database, kind, filters, table.c.actor)
    link, own = judgement_actor.c, judgements.c
    same = and_(link.coding == own.coding, link.seq == own.seq)
    asked = statements_asked(database, kind, filters).join(judgement_actor, same)
    return _rows(database, asked, link.code)


def _by(database: Database, kind: str, filters: Filters, column: ColumnElement[str]) -> list[Json]:
    return _rows(database, statements_asked(database, kind, filters), column)


def _rows(database: Database, asked: Any, column: ColumnElement[str]) -> list[Json]:
    value, count = column.label("value"), func.count().label("count")
    found = asked.where(column.is_not(None)).add_columns(value, count).group_by(value)
    return _merged(dict(row) for row in database.rows(found))


def _merged(rows: Iterator[Json]) -> list[Json]:
    counts: dict[str, int] = {}
    for row in rows:
        counts[row["value"]] = counts.get(row["value"], 0) + row["count"]
    found = [{"value": value, "count": count} for value, count in counts.items()]
    return sorted(found, key=lambda r: (-r["count"], r["value"]))
