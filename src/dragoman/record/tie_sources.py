"""Tables of ties in the record: putting one in, and which of them answer a question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, RowMapping, func, select
from sqlalchemy.dialects import postgresql, sqlite

from dragoman.model.ids import content_id
from dragoman.model.rows import Json
from dragoman.model.tie_tables import TableSource, TableTie
from dragoman.record.database import Database
from dragoman.record.encode import now
from dragoman.record.filters import Filters
from dragoman.record.schema import table_ties, tie_table_days, tie_tables

# Ties that go to the database at a time.
CHUNK = 2_000
TERMS_PARTED_BY = "|"


@dataclass(frozen=True, slots=True)
class Kept:
    """What was done with an import: whether the record did not have it, and how many ties."""

    new: bool
    ties: int


def source_kept(database: Database, source_id: str) -> int | None:
    """How many ties an import that is there already has; None where it is not."""
    mine = select(tie_tables.c.number).where(tie_tables.c.id == source_id)
    if not database.rows(mine):
        return None
    counted = select(func.count().label("n")).where(table_ties.c.source.in_(mine))
    return int(database.rows(counted)[0]["n"])


def say_known(database: Database, source_id: str, known: date) -> bool:
    """Note since when an import counts as known; False where that was said last already."""
    with database.writing() as connection:
        mine = select(tie_tables.c.number).where(tie_tables.c.id == source_id)
        number = connection.scalars(mine).one()
        if _known(connection).get(number) == known:
            return False
        _say(connection, number, known)
        return True


def write_source(
    connection: Connection, source: TableSource, ties: Iterable[Sequence[TableTie]], about: Json
) -> Kept:
    """Put an import with all its ties in; one that is there is left as it is.

    A tie that another file of the same version of the table has told already is not told again.
    """
    values = {
        "id": source.id,
        "name": source.table,
        "version": source.version,
        "title": source.title,
        "citation": source.citation,
        "url": source.url,
        "file": source.file,
        "digest": source.digest,
        "mapping": source.mapping,
        "imported_at": now(),
        "data": about,
    }
    made = (sqlite if connection.dialect.name == "sqlite" else postgresql).insert(tie_tables)
    made = made.values(values).on_conflict_do_nothing(index_elements=["id"])
    number = connection.execute(made.returning(tie_tables.c.number)).scalar()
    if number is None:
        return Kept(False, 0)
    _say(connection, number, source.known)
    others = _others(connection, source)
    kept = 0
    for chunk in ties:
        found = [(_tie_id(source, tie), tie) for tie in chunk]
        there = _there(connection, others, [key for key, _ in found])
        rows = [
            {**_values(tie), "id": key, "source": number, "seq": kept + n}
            for n, (key, tie) in enumerate(f for f in found if f[0] not in there)
        ]
        if rows:
            connection.execute(table_ties.insert(), rows)
        kept += len(rows)
    return Kept(True, kept)


def sources_asked(database: Database, filters: Filters) -> dict[int, Json]:
    """The imports that answer: of each table the newest version that was known by `as_of`.

    Files of that version answer together; one that was imported again with another mapping
    answers as it was read last. Keys are the imports' numbers.
    """
    found: dict[int, Json] = {}
    for row in reversed(_all(database)):
        if filters.as_of and row["known"] > filters.as_of:
            continue
        if filters.tables and row["name"] not in filters.tables:
            continue
        newer = [f for f in found.values() if f["name"] == row["name"]]
        if any(f["version"] != row["version"] or f["digest"] == row["digest"] for f in newer):
            continue
        found[row["number"]] = dict(row)
    return found


def sources_found(database: Database) -> list[Json]:
    """Every import with what it is, when it came and since when it counts as known."""
    current = sources_asked(database, Filters())
    return [
        {
            "id": row["id"],
            "table": row["name"],
            "version": row["version"],
            "title": row["title"],
            "citation": row["citation"],
            "url": row["url"],
            "file": row["file"],
            "known": row["known"].isoformat(),
            "imported_at": row["imported_at"],
            "answers": row["number"] in current,
            **row["data"],
        }
        for row in _all(database)
    ]


def _all(database: Database) -> list[Json]:
    with database.reading() as connection:
        known = _known(connection)
        rows: Sequence[RowMapping] = (
            connection.execute(select(tie_tables).order_by(tie_tables.c.number)).mappings().all()
        )
    return [{**row, "known": known[row["number"]]} for row in rows]


def _known(connection: Connection) -> dict[int, date]:
    """Since when each import counts as known, as was said last."""
    said = select(tie_table_days.c.source, tie_table_days.c.known).order_by(tie_table_days.c.number)
    return {row.source: row.known for row in connection.execute(said)}


def _say(connection: Connection, number: int, known: date) -> None:
    connection.execute(tie_table_days.insert().values(source=number, known=known, said_at=now()))


def _others(connection: Connection, source: TableSource) -> list[int]:
    """Imports of other files of this version that were known no later."""
    same = (tie_tables.c.name == source.table, tie_tables.c.version == source.version)
    others = select(tie_tables.c.number).where(*same, tie_tables.c.digest != source.digest)
    known = _known(connection)
    return [n for n in connection.scalars(others) if known[n] <= source.known]


def _there(connection: Connection, others: list[int], ids: list[str]) -> set[str]:
    if not others:
        return set()
    found = select(table_ties.c.id).where(table_ties.c.source.in_(others), table_ties.c.id.in_(ids))
    return set(connection.scalars(found))


def _tie_id(source: TableSource, tie: TableTie) -> str:
    """Of what the tie says and which table says it, not of the rows' places in a file."""
    said = (tie.kind, tie.a, tie.b, tie.a_name, tie.b_name, tie.terms, tie.what)
    much = (tie.quantity, tie.unit, tie.since, tie.until)
    return content_id("tie", source.table, source.version, repr((*said, *map(str, much))))


def _values(tie: TableTie) -> dict[str, Any]:
    return {
        "kind": tie.kind,
        "a": tie.a,
        "b": tie.b,
        "a_name": tie.a_name,
        "b_name": tie.b_name,
        "terms": TERMS_PARTED_BY.join(tie.terms) or None,
        "what": tie.what,
        "quantity": tie.quantity,
        "unit": tie.unit,
        "since": tie.since,
        "until": tie.until,
        "cut": tie.cut,
        "rows": tie.rows,
        "row_count": tie.row_count,
    }
