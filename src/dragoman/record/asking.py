"""Questions about the rows of reports: events, attributions, quotations and the like."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import (
    ColumnElement,
    RowMapping,
    Select,
    Table,
    and_,
    case,
    exists,
    func,
    literal,
    or_,
    select,
)

from dragoman.model.rows import Json
from dragoman.model.when import PRECISIONS
from dragoman.record.conditions import begins, joined, of_events, published_within
from dragoman.record.database import Database
from dragoman.record.filters import OF_EVENTS, Filters
from dragoman.record.schema import ROW_TABLES, codings, events, judgement_actor, reports

Found = Select[Any]


def events_found(database: Database, filters: Filters) -> Iterator[Json]:
    """Events in the order of time: the earlier first, the more precise first, undated last."""
    asked = joined(events, filters, database.sqlite).where(*of_events(filters))
    if filters.limit is None:
        found = _page(asked.add_columns(*_columns(events)).order_by(*_in_time()), filters)
    else:
        # Only the page's own rows are read whole: sorting all of them with their texts is slow.
        keys = _page(
            asked.add_columns(events.c.coding, events.c.seq).order_by(*_in_time()), filters
        )
        page = keys.subquery()
        same = and_(page.c.coding == events.c.coding, page.c.seq == events.c.seq)
        found = _whole(events).join(page, same).order_by(*_in_time())
    return _shaped(database, found)


def chronology_found(database: Database, filters: Filters) -> Iterator[Json]:
    """Events that happened, or of the factuality that is asked for."""
    return events_found(database, replace(filters, factuality=filters.factuality or ("happened",)))


def count_events(database: Database, filters: Filters) -> int:
    """How many events match, whatever the page."""
    statement = joined(events, filters, database.sqlite).where(*of_events(filters))
    return int(database.rows(statement.add_columns(func.count().label("n")))[0]["n"])


def row_found(database: Database, kind: str, row_id: str, coder: str | None) -> Json | None:
    """A row of a kind by its id, or how one begins, of the newest coding that has it."""
    table = ROW_TABLES[kind]
    everything = _whole(table).where(begins(table.c.id, row_id.lower()))
    if coder:
        everything = everything.where(codings.c.coder == coder)
    newest = everything.order_by(codings.c.number.desc(), table.c.seq).limit(1)
    return next((_shape(row) for row in database.rows(newest)), None)


def statements_found(database: Database, kind: str, filters: Filters) -> Iterator[Json]:
    """Rows of a kind other than events, in the order of their reports and texts.

    `filters.actor` is the source, the speaker, the silent one, or one of those concerned. Raises
    UsageError for what is asked of events alone (recipient, dyad, type, factuality, place).
    """
    filters.refuse(kind, OF_EVENTS)
    table = ROW_TABLES[kind]
    statement = _rows(table, filters, database.sqlite).where(*published_within(filters))
    if filters.actor:
        statement = statement.where(_concerns(table, filters.actor))
    return _shaped(database, _page(statement.order_by(reports.c.number, table.c.seq), filters))


def has_events(filters: Filters) -> ColumnElement[bool]:
    """The coding has an event that matches."""
    found = select(literal(1)).where(events.c.coding == codings.c.number, *of_events(filters))
    return exists(found.correlate(codings))


def _in_time() -> list[ColumnElement[Any]]:
    start = func.coalesce(events.c.when_start, events.c.when_end)
    fineness = case(
        {p: n for n, p in enumerate(PRECISIONS)}, value=events.c.when_precision, else_=99
    )
    return [start.is_(None), start, fineness, codings.c.report, events.c.coding, events.c.seq]


def _whole(table: Table) -> Found:
    return (
        select(*_columns(table))
        .select_from(table)
        .join(codings, codings.c.number == table.c.coding)
        .join(reports, reports.c.number == codings.c.report)
    )


def _concerns(table: Table, code: str) -> ColumnElement[bool]:
    if "actor" in table.c:
        return begins(table.c.actor, code)
    if table.name == "ties":
        return or_(begins(table.c.a, code), begins(table.c.b, code))
    if table.name == "judgements":
        link = judgement_actor.c
        same = and_(link.coding == table.c.coding, link.seq == table.c.seq)
        return exists(select(link.code).where(same, begins(link.code, code)).correlate(table))
    return literal(True)


def _rows(table: Table, filters: Filters, sqlite: bool) -> Found:
    return joined(table, filters, sqlite).add_columns(*_columns(table))


def _columns(table: Table) -> list[ColumnElement[Any]]:
    length = table.c.span_end - table.c.span_start
    return [
        table.c.id.label("row_id"),
        table.c.data.label("row"),
        table.c.coder.label("row_coder"),
        table.c.span_start,
        func.substr(reports.c.text, table.c.span_start + 1, length).label("sentence"),
        reports.c.data.label("about"),
    ]


def _page(statement: Found, filters: Filters) -> Found:
    if filters.limit is not None:
        statement = statement.limit(filters.limit)
    return statement.offset(filters.offset) if filters.offset else statement


def _shaped(database: Database, statement: Found) -> Iterator[Json]:
    return (_shape(row) for row in database.stream(statement))


def _shape(row: RowMapping) -> Json:
    """The row as it was coded, with its report's id, title, outlet and date, and its sentence."""
    about = row["about"]
    shaped: Json = {
        "id": row["row_id"],
        **row["row"],
        "coder": row["row_coder"],
        "report": about["id"],
        "title": about["title"],
        "outlet": about["outlet"],
        "url": about["url"],
        "published": about["date"],
        "sentence": row["sentence"],
    }
    if "content" in shaped:
        start, end = (offset - row["span_start"] for offset in shaped["content"]["span"])
        inside = 0 <= start <= end <= len(row["sentence"])
        shaped["content"] = {
            **shaped["content"],
            "text": row["sentence"][start:end] if inside else None,
        }
    return shaped
