"""Questions about events, and how a row of any kind is read whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    select,
)

from dragoman.model.rows import Json
from dragoman.model.when import PRECISIONS
from dragoman.record.beginnings import refuse_several
from dragoman.record.conditions import begins, joined, of_events
from dragoman.record.database import Database
from dragoman.record.filters import Filters
from dragoman.record.schema import ROW_TABLES, codings, events, reports

Found = Select[Any]


def events_found(database: Database, filters: Filters) -> Iterator[Json]:
    """Events in the order of time: the earlier first, the more precise first, undated last."""
    filters.refuse("events")
    asked = joined(events, filters, database.sqlite).where(*of_events(filters))
    return rows_found(database, events, asked, _in_time(), filters)


def chronology_found(database: Database, filters: Filters) -> Iterator[Json]:
    """Events that happened, or of the factuality that is asked for."""
    return events_found(database, replace(filters, factuality=filters.factuality or ("happened",)))


def count_events(database: Database, filters: Filters) -> int:
    """How many events match, whatever the page."""
    filters.refuse("events")
    statement = joined(events, filters, database.sqlite).where(*of_events(filters))
    return int(database.rows(statement.add_columns(func.count().label("n")))[0]["n"])


def rows_found(
    database: Database,
    table: Table,
    asked: Found,
    order: Sequence[ColumnElement[Any]],
    filters: Filters,
) -> Iterator[Json]:
    """The rows of `table` that `asked` leaves, in an order, as many as the filters want."""
    if filters.limit is None:
        found = _page(asked.add_columns(*_columns(table)).order_by(*order), filters)
    else:
        # Only the page's own rows are read whole: sorting all of them with their texts is slow.
        keys = _page(asked.add_columns(table.c.coding, table.c.seq).order_by(*order), filters)
        page = keys.subquery()
        same = and_(page.c.coding == table.c.coding, page.c.seq == table.c.seq)
        found = _whole(table).join(page, same).order_by(*order)
    return (_shape(row) for row in database.stream(found))


def row_found(database: Database, kind: str, row_id: str, coder: str | None) -> Json | None:
    """A row of a kind by its id, or how one begins, of the newest coding that has it.

    Raises UsageError where several begin so.
    """
    table = ROW_TABLES[kind]
    refuse_several(database, table.c.id, row_id.lower())
    everything = _whole(table).where(begins(table.c.id, row_id.lower()))
    if coder:
        everything = everything.where(codings.c.coder == coder)
    newest = everything.order_by(codings.c.number.desc(), table.c.seq).limit(1)
    return next((_shape(row) for row in database.rows(newest)), None)


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
