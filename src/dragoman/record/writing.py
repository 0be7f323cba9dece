"""Putting reports and what was found in them into the record: whole, or not at all."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Table, func, select
from sqlalchemy.dialects import postgresql, sqlite

from dragoman.model.findings import Findings
from dragoman.model.report import Report
from dragoman.record.encode import coding_id, input_values, now, report_values, table_values
from dragoman.record.schema import codings, metadata, report_inputs, reports


def write_report(connection: Connection, report: Report) -> bool:
    """Add a report, and the way it came in; True when the record did not have it."""
    new = _add_once(connection, reports, report_values(report))
    _add_once(connection, report_inputs, input_values(report))
    return new


def write_findings(connection: Connection, found: Findings, coder: str) -> bool:
    """Add a coding with all its rows; False, and nothing is added, when it is there already."""
    report = found.report.id
    # Two programs that code one report at once take turns here (on SQLite, at BEGIN).
    connection.execute(select(reports.c.number).where(reports.c.id == report).with_for_update())
    last = connection.scalar(select(func.max(codings.c.number)).where(codings.c.report == report))
    coding = {
        "id": coding_id(report, coder),
        "report": report,
        "coder": coder,
        "number": (last or 0) + 1,
        "made_at": now(),
    }
    if not _add_once(connection, codings, coding):
        return False
    for name, rows in table_values(found, coder):
        if rows:
            connection.execute(metadata.tables[name].insert(), rows)
    return True


def _add_once(connection: Connection, table: Table, values: dict[str, Any]) -> bool:
    """Add a row unless one with its id is there; True when it was added."""
    insert = (sqlite if connection.dialect.name == "sqlite" else postgresql).insert(table)
    statement = insert.values(values).on_conflict_do_nothing(index_elements=["id"])
    return connection.execute(statement.returning(table.c.id)).first() is not None
