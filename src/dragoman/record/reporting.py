"""Questions about the reports themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Select, and_, exists, func, select

from dragoman.model.report import Report
from dragoman.model.rows import Json
from dragoman.record.asking import has_events
from dragoman.record.beginnings import refuse_several
from dragoman.record.conditions import begins, newest, of_reports, published_within
from dragoman.record.database import Database
from dragoman.record.decode import report_from
from dragoman.record.filters import Filters
from dragoman.record.schema import ROW_TABLES, codings, events, report_inputs, reports


def reports_found(database: Database, filters: Filters) -> Iterator[Json]:
    """Reports in the order of publication, the undated last.

    `since` and `until` are about publication; what is asked of events asks for reports that have
    such an event. `coder` is None, and `events` 0, for a report that is kept but not coded.
    """
    filters.refuse("reports")
    counted = select(func.count()).where(events.c.coding == codings.c.number).scalar_subquery()
    statement = _with_coding(filters, database.sqlite).add_columns(
        reports.c.data.label("about"),
        reports.c.added_at,
        codings.c.coder,
        counted.label("events"),
    )
    published = reports.c.published_start
    statement = statement.order_by(published.is_(None), published, reports.c.number)
    if filters.limit is not None:
        statement = statement.limit(filters.limit)
    if filters.offset:
        statement = statement.offset(filters.offset)
    return (_listed(row) for row in database.stream(statement))


def count_reports(database: Database, filters: Filters) -> int:
    """How many reports match, whatever the page."""
    filters.refuse("reports")
    statement = _with_coding(filters, database.sqlite).add_columns(func.count().label("n"))
    return int(database.rows(statement)[0]["n"])


def left_out(database: Database, filters: Filters, when: ColumnElement[bool]) -> list[Json]:
    """The reports asked for, whatever `as_of` and the days, whose publication is as `when` says."""
    asked = replace(filters, as_of=None, since=None, until=None)
    statement = _with_coding(asked, database.sqlite).where(when).order_by(reports.c.number)
    return [
        row["about"] for row in database.rows(statement.add_columns(reports.c.data.label("about")))
    ]


def report_found(database: Database, report_id: str, coder: str | None) -> Json | None:
    """A report by its id, or how one begins, with its text and all rows of one coding.

    Beside CONTRACT's fields: `coder` (None where it is not coded), `coders` (all that coded it,
    the newest last) and `inputs` (each way it came in).
    """
    refuse_several(database, reports.c.id, report_id.lower())
    with database.reading() as connection:
        start = begins(reports.c.id, report_id.lower())
        wanted = select(reports.c.number, reports.c.data, reports.c.text, reports.c.added_at)
        about = (
            connection.execute(wanted.where(start).order_by(reports.c.number)).mappings().first()
        )
        if about is None:
            return None
        made = select(codings.c.number, codings.c.coder).where(codings.c.report == about["number"])
        all_made = connection.execute(made.order_by(codings.c.number)).mappings().all()
        coding = next((c for c in reversed(all_made) if coder in (None, c["coder"])), None)
        rows = {
            kind: _rows_of(connection.execute(_coded(kind, coding["number"])).mappings().all())
            if coding
            else []
            for kind in ROW_TABLES
        }
        came = select(report_inputs.c.input, report_inputs.c.seen_at, report_inputs.c.data)
        came = came.where(report_inputs.c.report == about["number"])
        inputs = connection.execute(came.order_by(report_inputs.c.seen_at, report_inputs.c.id))
        return {
            **about["data"],
            "text": about["text"],
            **rows,
            "coder": coding["coder"] if coding else None,
            "coders": [c["coder"] for c in all_made],
            "added_at": about["added_at"],
            "inputs": [
                {"input": i["input"], "seen_at": i["seen_at"], "outlet": i["data"]["outlet"],
                 "title": i["data"]["title"], "date": i["data"]["date"], "url": i["data"]["url"]}
                for i in inputs.mappings()
            ],
        }  # fmt: skip


def uncoded_reports(database: Database, coder: str) -> Iterator[Report]:
    """Reports that `coder` has not coded; which they are is settled at the start."""
    made = select(codings.c.id).where(
        codings.c.report == reports.c.number, codings.c.coder == coder
    )
    wanted = select(reports.c.number).where(~exists(made.correlate(reports)))
    numbers = [row["number"] for row in database.rows(wanted.order_by(reports.c.number))]
    for number in numbers:
        one = select(reports.c.data, reports.c.text).where(reports.c.number == number)
        for row in database.rows(one):
            yield report_from(row["data"], row["text"])


def _coded(kind: str, coding: int) -> Select[Any]:
    table = ROW_TABLES[kind]
    return select(table.c.id, table.c.data).where(table.c.coding == coding).order_by(table.c.seq)


def _rows_of(rows: Any) -> list[Json]:
    return [{"id": row["id"], **row["data"]} for row in rows]


def _listed(row: RowMapping) -> Json:
    return {
        **row["about"],
        "added_at": row["added_at"],
        "coder": row["coder"],
        "events": row["events"],
    }


def _with_coding(filters: Filters, sqlite: bool) -> Select[Any]:
    """Reports with the coding asked for, where they have one."""
    same = and_(codings.c.report == reports.c.number, newest(filters))
    statement = select().select_from(reports).outerjoin(codings, same)
    statement = statement.where(*of_reports(filters, sqlite), *published_within(filters))
    asked = replace(filters, since=None, until=None)
    return statement.where(has_events(asked)) if asked.about_events else statement
