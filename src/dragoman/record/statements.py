"""Questions about what is said: attributions, quotations, judgements, silences, ties."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, exists, func, or_, select, true

from dragoman.model.rows import Json
from dragoman.record.asking import rows_found
from dragoman.record.conditions import begins, joined, published_within
from dragoman.record.database import Database
from dragoman.record.filters import Filters
from dragoman.record.receiving import receives
from dragoman.record.schema import ROW_TABLES, codings, judgement_actor, judgements, reports
from dragoman.record.spoken_of import said_between, spoken_of

Condition = ColumnElement[bool]


def statements_found(database: Database, kind: str, filters: Filters) -> Iterator[Json]:
    """Rows of a kind other than events, in the order of publication, the undated last.

    `filters.actor` is the source, the speaker, the silent one, or one of those concerned. Where
    it is asked what falls due, what falls due first comes first. Raises UsageError for what rows
    of the kind have nothing of.
    """
    asked = statements_asked(database, kind, filters)
    return rows_found(database, ROW_TABLES[kind], asked, _order(ROW_TABLES[kind], filters), filters)


def count_statements(database: Database, kind: str, filters: Filters) -> int:
    """How many of them match, whatever the page."""
    statement = statements_asked(database, kind, filters)
    return int(database.rows(statement.add_columns(func.count().label("n")))[0]["n"])


def statements_asked(database: Database, kind: str, filters: Filters) -> Select[Any]:
    """The rows asked for; columns are to be added."""
    filters.refuse(kind)
    table = ROW_TABLES[kind]
    statement = joined(table, filters, database.sqlite)
    return statement.where(*published_within(filters), *_of_statements(table, filters))


def told(table: Table, *path: str) -> ColumnElement[str]:
    """A field of a row that is not a column of its table: told(attributions, "cue", "text")."""
    field: ColumnElement[str] = table.c.data[path].as_string()
    return field


def _order(table: Table, filters: Filters) -> list[ColumnElement[Any]]:
    published = reports.c.published_start
    order = [published.is_(None), published, reports.c.number, codings.c.number, table.c.seq]
    due = filters.due_since or filters.due_until
    return [judgements.c.horizon_end, *order] if due else order


def _of_statements(table: Table, filters: Filters) -> Iterator[Condition]:
    """What is asked of a row itself. What it has nothing of has been refused."""
    yield from _by_sides(table, filters)
    if filters.types:
        yield type_of(table).in_(filters.types)
    if filters.stances:
        yield table.c.stance.in_(filters.stances)
    if filters.source:
        yield told(table, "source", "text").icontains(filters.source, autoescape=True)
    if filters.cue:
        yield told(table, "cue", "text").icontains(filters.cue, autoescape=True)
    if filters.source_kinds:
        kind = told(table, "author", "kind") if "author" in table.c else table.c.source_kind
        yield kind.in_(filters.source_kinds)
    for name in ("speaker", "author"):
        if asked := getattr(filters, name):
            yield func.lower(table.c[name]) == func.lower(asked)
    if filters.kinds:
        yield kind_of(table).in_(filters.kinds)
    yield from _falling_due(filters)


def _by_sides(table: Table, filters: Filters) -> Iterator[Condition]:
    """Who says it, is concerned or holds it, towards whom, and between which two."""
    if filters.actor:
        yield concerns(table, filters.actor)
    if filters.recipient:
        yield _towards(table, filters.recipient)
    if filters.dyad and "actor" in table.c:
        yield said_between(table, *filters.dyad)
    elif filters.dyad:
        yield and_(*(concerns(table, code) for code in filters.dyad))


def _falling_due(filters: Filters) -> Iterator[Condition]:
    """A horizon that a date gives, not words such as "in the near term", and that ends between."""
    if not (filters.due_since or filters.due_until):
        return
    end = judgements.c.horizon_end
    yield end.is_not(None)
    yield told(judgements, "horizon", "precision") != "unknown"
    if filters.due_since:
        yield end > filters.due_since
    if filters.due_until:
        yield end <= filters.due_until


def kind_of(table: Table) -> ColumnElement[str]:
    """The kind of a tie or of a judgement."""
    return table.c.kind if "kind" in table.c else told(table, "kind")


def type_of(table: Table) -> ColumnElement[str]:
    """What stands for a type: an attribution's stance, else the kind."""
    return table.c.stance if "stance" in table.c else kind_of(table)


def _towards(table: Table, code: str) -> Condition:
    return receives(table, code) if table.name == "ties" else spoken_of(table, code)


def concerns(table: Table, code: str) -> Condition:
    """A row of which an actor whose code begins with `code` is the source, or which is about it."""
    if "actor" in table.c:
        return begins(table.c.actor, code)
    if table.name == "ties":
        return or_(begins(table.c.a, code), begins(table.c.b, code))
    if table.name != "judgements":
        return true()
    link = judgement_actor.c
    same = and_(link.coding == table.c.coding, link.seq == table.c.seq)
    return exists(select(link.code).where(same, begins(link.code, code)).correlate(table))
