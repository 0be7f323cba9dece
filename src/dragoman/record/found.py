"""What was found in reports, as it was before it was kept: for linking, which knows no rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import RowMapping, Select, select

from dragoman.ingest.shapes import key
from dragoman.language.folding import plain_marks
from dragoman.model.findings import Findings
from dragoman.model.rows import Json
from dragoman.record.conditions import joined, newest, of_events, of_reports, published_by
from dragoman.record.database import Database
from dragoman.record.decode import report_from
from dragoman.record.decode_rows import FROM_ROW
from dragoman.record.filters import Filters
from dragoman.record.schema import ROW_TABLES, codings, events, mentions, reports

# How many reports are read at a time; databases take no more than so many values in a statement.
_AT_ONCE = 200


def codings_asked(database: Database, filters: Filters) -> list[int]:
    """The numbers of the codings of the reports asked for, in order.

    What a coding holds never changes, so that a number stands for it.
    """
    found = (
        select(codings.c.number)
        .join(reports, reports.c.number == codings.c.report)
        .where(newest(filters), *of_reports(filters, database.sqlite))
    )
    return [row["number"] for row in database.rows(found.order_by(codings.c.number))]


def findings_of(database: Database, numbers: Sequence[int]) -> Iterator[tuple[int, Findings]]:
    """What linking compares of the findings of codings, with the number of each."""
    for start in range(0, len(numbers), _AT_ONCE):
        part = numbers[start : start + _AT_ONCE]
        rows = {kind: _rows(database, kind, part) for kind in FROM_ROW}
        wanted = (
            select(codings.c.number, reports.c.data, reports.c.text)
            .join(reports, reports.c.number == codings.c.report)
            .where(codings.c.number.in_(part))
            .order_by(codings.c.number)
        )
        for row in database.rows(wanted):
            yield row["number"], _findings(row, {k: r[row["number"]] for k, r in rows.items()})


def event_ids(database: Database, filters: Filters) -> set[str]:
    """The ids of the events asked for, whatever the page."""
    asked = joined(events, filters, database.sqlite).where(*of_events(filters))
    return {row["id"] for row in database.rows(asked.add_columns(events.c.id))}


def outlets_known(database: Database, filters: Filters) -> list[str]:
    """The outlets of the reports that had come out by `as_of`, in order."""
    wanted = select(reports.c.outlet).where(reports.c.outlet.is_not(None)).distinct()
    if filters.as_of:
        wanted = wanted.where(published_by(filters.as_of))
    return sorted(row["outlet"] for row in database.rows(wanted))


def reports_naming(database: Database, names: Collection[str]) -> set[str]:
    """The ids of reports that name an actor by one of `names`."""
    wanted = (
        select(reports.c.id)
        .join(codings, codings.c.report == reports.c.number)
        .join(mentions, mentions.c.coding == codings.c.number)
        .where(mentions.c.name.in_(sorted(names)))
        .distinct()
    )
    return {row["id"] for row in database.rows(wanted)} if names else set()


def plain_texts(database: Database) -> Iterator[tuple[int, str]]:
    """The letters and digits of each coded report, in small, with the coding's number."""
    wanted = select(codings.c.number, reports.c.text).join(
        reports, reports.c.number == codings.c.report
    )
    for row in database.stream(wanted):
        yield row["number"], key(plain_marks(row["text"]))


def _rows(database: Database, kind: str, numbers: Sequence[int]) -> defaultdict[int, list[Json]]:
    table = ROW_TABLES[kind]
    wanted: Select[Any] = (
        select(table.c.coding, table.c.id, table.c.data)
        .where(table.c.coding.in_(numbers))
        .order_by(table.c.coding, table.c.seq)
    )
    found: defaultdict[int, list[Json]] = defaultdict(list)
    for row in database.rows(wanted):
        found[row["coding"]].append({"id": row["id"], **row["data"]})
    return found


def _findings(row: RowMapping, rows: dict[str, list[Json]]) -> Findings:
    report = report_from(row["data"], row["text"])
    made = {k: tuple(FROM_ROW[k](one, report.text) for one in rows[k]) for k in FROM_ROW}
    return Findings(report, **made)
