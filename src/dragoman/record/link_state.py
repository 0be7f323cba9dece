"""How far each linking has come: which codings are in it, and which are still to come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from dragoman.model.ids import content_id
from dragoman.model.rows import Json
from dragoman.record.database import Database
from dragoman.record.filters import Filters
from dragoman.record.found import codings_asked
from dragoman.record.schema import codings, reports, rulings
from dragoman.record.schema_links import LINKED, linked_codings, linkings

# So many linkings are kept, as of different dates; those used least recently go.
KEPT = 12


class Marks(NamedTuple):
    """What a record holds, in two numbers that only grow: its last coding and its last ruling."""

    coding: int
    ruling: int


class State(NamedTuple):
    """A linking: its number, how often it was brought up to date, what it has seen, and what it
    remembers: `data` as it was left."""

    number: int
    steps: int
    seen: Marks
    data: Json


class Coming(NamedTuple):
    """A coding that a linking should hold, with the id of its report."""

    coding: int
    report: str


def marks(database: Database) -> Marks:
    """The marks of a record as it is."""
    last = select(
        select(func.coalesce(func.max(codings.c.number), 0)).scalar_subquery().label("coding"),
        select(func.coalesce(func.max(rulings.c.number), 0)).scalar_subquery().label("ruling"),
    )
    [row] = database.rows(last)
    return Marks(row["coding"], row["ruling"])


def codings_after(database: Database, number: int) -> int:
    """How many codings were made after the one of that number."""
    wanted = select(func.count().label("n")).where(codings.c.number > number)
    return int(database.rows(wanted)[0]["n"])


def linking_id(filters: Filters, linker: str) -> str:
    """What a linking is known by: the date, the coder asked for, and the version of linking."""
    return content_id("linking", str(filters.as_of), filters.coder or "", linker)


def state_found(database: Database, filters: Filters, linker: str) -> State | None:
    """A linking, or None where it was never begun."""
    wanted = select(linkings).where(linkings.c.id == linking_id(filters, linker))
    found = database.rows(wanted)
    return _state(found[0]) if found else None


def begin(connection: Connection, filters: Filters, linker: str) -> State:
    """A linking, begun where there is none; held until the transaction ends.

    Those of other versions of linking go, and those used least where there are many.
    """
    key = linking_id(filters, linker)
    started: dict[str, Any] = {
        "id": key, "as_of": filters.as_of, "coder": filters.coder, "linker": linker,
        "steps": 0, "codings_seen": -1, "rulings_seen": -1, "data": {},
    }  # fmt: skip
    make = (sqlite if connection.dialect.name == "sqlite" else postgresql).insert(linkings)
    connection.execute(make.values(started).on_conflict_do_nothing(index_elements=["id"]))
    mine = select(linkings).where(linkings.c.id == key).with_for_update()
    state = _state(connection.execute(mine).mappings().one())
    if state.steps == 0:
        _make_room(connection, state.number, linker)
    return state


def _make_room(connection: Connection, number: int, linker: str) -> None:
    rows = connection.execute(
        select(linkings.c.number, linkings.c.linker, linkings.c.as_of)
        .where(linkings.c.number != number)
        .order_by(linkings.c.number.desc())
    ).all()
    same = [row.number for row in rows if row.linker == linker and row.as_of is not None]
    gone = [row.number for row in rows if row.linker != linker] + same[KEPT:]
    for table in LINKED:
        connection.execute(delete(table).where(table.c.linking.in_(gone)))
    connection.execute(delete(linkings).where(linkings.c.number.in_(gone)))


def step(connection: Connection, state: State, seen: Marks, data: Json) -> State:
    """Note that a linking has come further."""
    connection.execute(
        update(linkings)
        .where(linkings.c.number == state.number)
        .values(
            steps=state.steps + 1, codings_seen=seen.coding, rulings_seen=seen.ruling, data=data
        )
    )
    return State(state.number, state.steps + 1, seen, data)


def wanted_codings(database: Database, filters: Filters) -> list[Coming]:
    """The codings of all reports that had come out by the date of `filters`."""
    numbers = set(codings_asked(database, Filters(as_of=filters.as_of, coder=filters.coder)))
    found = select(codings.c.number, reports.c.id).join(
        reports, reports.c.number == codings.c.report
    )
    rows = database.rows(found.order_by(codings.c.number))
    return [Coming(row["number"], row["id"]) for row in rows if row["number"] in numbers]


def held_codings(connection: Connection, number: int) -> dict[int, tuple[str, str]]:
    """The codings in a linking: of which report, and as changed by which rulings."""
    rows = connection.execute(
        select(linked_codings.c.coding, linked_codings.c.report, linked_codings.c.revision).where(
            linked_codings.c.linking == number
        )
    )
    return {row.coding: (row.report, row.revision) for row in rows}


def hold_codings(connection: Connection, number: int, rows: Iterable[Json]) -> None:
    """Note codings as being in a linking: "coding", "report", "revision" and "notice" of each."""
    values = [{"linking": number, **row} for row in rows]
    if values:
        connection.execute(insert(linked_codings), values)


def release_codings(connection: Connection, number: int, gone: Sequence[int]) -> None:
    """Note that codings are no longer in it."""
    connection.execute(
        delete(linked_codings).where(
            linked_codings.c.linking == number, linked_codings.c.coding.in_(gone)
        )
    )


def _state(row: Any) -> State:
    seen = Marks(row["codings_seen"], row["rulings_seen"])
    return State(row["number"], row["steps"], seen, row["data"])
