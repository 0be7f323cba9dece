"""Event files in the record: putting one in, and which there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl
from sqlalchemy import Connection, Table, func, select
from sqlalchemy.dialects import postgresql, sqlite

from dragoman.model.event_tables import EventSource
from dragoman.model.rows import Json
from dragoman.record.database import Database
from dragoman.record.encode import now
from dragoman.record.event_months import sum_months
from dragoman.record.schema import event_tables, table_acts, table_events

# Rows that go to the database at a time, and ids that are asked for at a time.
CHUNK, ASKED = 20_000, 500
# Memory for the pages of SQLite's indexes while millions of rows go in, 256 MB.
_CACHE = "PRAGMA cache_size = -262144"
_ACT = ("a", "b", "day", "code", "published")


@dataclass(frozen=True, slots=True)
class KeptEvents:
    """What was done with an import: whether the record did not have it, how many rows and acts."""

    new: bool
    events: int
    acts: int


def write_events(
    connection: Connection, source: EventSource, events: pl.DataFrame, about: Json
) -> KeptEvents:
    """Put an import with all its rows in; one that is there is left as it is.

    A row whose id another file of the same table has told already is not told again. `events` has
    the columns of `table_events` but `source` and `seq`.
    """
    number = _started(connection, source, about)
    if number is None:
        return KeptEvents(False, 0, 0)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(_CACHE)
    # In the order of the index, which is then written from one end to the other.
    ordered = events.sort("a", "b", "day", "row", "key")
    fresh = ordered.filter(~pl.col("key").is_in(_there(connection, source, events)))
    rows = fresh.select(
        pl.lit(number).alias("source"),
        pl.int_range(pl.len()).alias("seq"),
        *(c.name for c in table_events.columns if c.name not in ("source", "seq")),
    )
    _insert(connection, table_events, rows)
    acts = fresh.group_by(_ACT).agg(pl.col("reports", "outlets").sum()).sort(_ACT)
    acts = acts.with_columns(pl.lit(number).alias("source"))
    _insert(connection, table_acts, acts.select(c.name for c in table_acts.columns))
    sum_months(connection, acts)
    return KeptEvents(True, rows.height, acts.height)


def event_tables_found(database: Database) -> list[Json]:
    """Every import with what it is, how much it holds and when it came, in order."""
    return [
        {
            "id": row["id"],
            "table": row["name"],
            "title": row["title"],
            "citation": row["citation"],
            "url": row["url"],
            "file": row["file"],
            "first": row["first"].isoformat() if row["first"] else None,
            "last": row["last"].isoformat() if row["last"] else None,
            "imported_at": row["imported_at"],
            **row["data"],
        }
        for row in database.rows(select(event_tables).order_by(event_tables.c.number))
    ]


def has_event_tables(database: Database) -> int:
    """How many imports there are."""
    return int(database.rows(select(func.count().label("n")).select_from(event_tables))[0]["n"])


def _started(connection: Connection, source: EventSource, about: Json) -> int | None:
    """The number of a new import; None where it is there."""
    values: dict[str, Any] = {
        "id": source.id,
        "name": source.table,
        "title": source.title,
        "citation": source.citation,
        "url": source.url,
        "file": source.file,
        "digest": source.digest,
        "mapping": source.mapping,
        "first": source.first,
        "last": source.last,
        "imported_at": now(),
        "data": about,
    }
    made = (sqlite if connection.dialect.name == "sqlite" else postgresql).insert(event_tables)
    made = made.values(values).on_conflict_do_nothing(index_elements=["id"])
    found: int | None = connection.execute(made.returning(event_tables.c.number)).scalar()
    return found


def _there(connection: Connection, source: EventSource, events: pl.DataFrame) -> list[str]:
    """The ids of rows that files of the same table, whose days overlap, have told already."""
    t = event_tables.c
    others = select(t.number).where(
        t.name == source.table, t.id != source.id, t.first <= source.last, t.last >= source.first
    )
    numbers = list(connection.scalars(others))
    if not numbers:
        return []
    keys = events["key"].unique().sort().to_list()
    key = table_events.c.key
    theirs = select(key).where(table_events.c.source.in_(numbers))
    # Ids mostly count up, so that most files have none between the first and the last of another.
    if not list(connection.scalars(theirs.where(key >= keys[0], key <= keys[-1]).limit(1))):
        return []
    return [k for part in _parts(keys) for k in connection.scalars(theirs.where(key.in_(part)))]


def _parts(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(keys), ASKED):
        yield keys[start : start + ASKED]


def _insert(connection: Connection, table: Table, rows: pl.DataFrame) -> None:
    """The driver's own way where it is SQLite's: four times as fast for millions of rows."""
    if connection.dialect.name != "sqlite":
        for part in rows.iter_slices(CHUNK):
            connection.execute(table.insert(), part.to_dicts())
        return
    texts = rows.with_columns(pl.col(pl.Date).dt.to_string("iso"))
    names = ", ".join(f'"{name}"' for name in rows.columns)
    marks = ", ".join("?" * rows.width)
    statement = f"INSERT INTO {table.name} ({names}) VALUES ({marks})"  # noqa: S608  # our names
    for part in texts.iter_slices(CHUNK):
        connection.exec_driver_sql(statement, part.rows())
