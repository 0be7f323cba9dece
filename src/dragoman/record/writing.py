"""Putting reports and what was found in them into the record: whole, or not at all."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Table, select
from sqlalchemy.dialects import postgresql, sqlite

from dragoman.model.findings import Findings
from dragoman.model.report import Report
from dragoman.record.encode import coding_id, input_values, now, report_values, table_values
from dragoman.record.schema import codings, metadata, report_inputs, reports


def write_report(connection: Connection, report: Report) -> tuple[int, bool]:
    """Add a report, and the way it came in: its number, and whether the record did not have it."""
    new = _add_once(connection, reports, report_values(report))
    number = connection.scalars(select(reports.c.number).where(reports.c.id == report.id)).one()
    _add_once(connection, report_inputs, input_values(report, number))
    return number, new


def write_findings(connection: Connection, found: Findings, coder: str) -> bool:
    """Add a report and a coding with all its rows; False when that coding is there already."""
    number, _ = write_report(connection, found.report)
    coding = {
        "id": coding_id(found.report.id, coder),
        "report": number,
        "coder": coder,
        "made_at": now(),
    }
    if not _add_once(connection, codings, coding):
        return False
    mine = select(codings.c.number).where(codings.c.id == coding["id"])
    for name, rows in table_values(found, coder, connection.scalars(mine).one()):
        if rows:
            connection.execute(metadata.tables[name].insert(), rows)
    return True


def _add_once(connection: Connection, table: Table, values: dict[str, Any]) -> bool:
    """Add a row unless one with its id is there; True when it was added.

    Where another program is adding the same, this waits until it is done.
    """
    insert = (sqlite if connection.dialect.name == "sqlite" else postgresql).insert(table)
    statement = insert.values(values).on_conflict_do_nothing(index_elements=["id"])
    return connection.execute(statement.returning(table.c.id)).first() is not None
