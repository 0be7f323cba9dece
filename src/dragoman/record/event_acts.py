"""Acts of imported event files: what one state did to another of one kind on one day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, tuple_

from dragoman.language.actor_tables import state_codes
from dragoman.model.rows import Json
from dragoman.record.conditions import begins
from dragoman.record.database import Database
from dragoman.record.schema import event_tables, table_acts, table_events

Row = tuple[Any, ...]
_STATE = 3
# Pairs that are asked for at a time.
_PAIRS = 300


def acts_by_pair(database: Database, since: date, until: date, as_of: date | None) -> list[Row]:
    """`(a, b, code, acts, reports)` of all pairs within some days."""
    t = table_acts.c
    within = [t.day >= since, t.day < until, *([t.published <= as_of] if as_of else ())]
    day_acts = select(t.a, t.b, t.day, t.code, func.sum(t.reports).label("reports"))
    told = day_acts.where(*within).group_by(t.a, t.b, t.day, t.code).subquery()
    several = database.rows(select(func.count().label("n")).select_from(event_tables))[0]["n"] > 1
    counted = told.c if several else t
    found = select(counted.a, counted.b, counted.code, func.count(), func.sum(counted.reports))
    if not several:
        found = found.where(*within)
    return _plain(database, found.group_by(counted.a, counted.b, counted.code))


def acts_by_day(
    database: Database, pair: tuple[str, str], since: date, until: date, as_of: date | None
) -> list[Row]:
    """`(a, b, day, code, published, reports)` of the two within some days, in order."""
    told = _told(*pair, as_of)
    c = told.c
    found = select(c.a, c.b, c.day, c.code, c.published, c.reports)
    found = found.where(c.day >= since, c.day < until).order_by(c.day, c.a, c.code)
    return _fetched(database, found)


def acts_of_pairs(
    database: Database, pairs: Sequence[tuple[str, str]], since: date, until: date,
    as_of: date | None,
) -> list[Row]:  # fmt: skip
    """`(a, b, day, code, published, reports)` of some directed pairs of states within some days."""
    t = table_acts.c
    within = [t.day >= since, t.day < until, *([t.published <= as_of] if as_of else ())]
    told = select(t.a, t.b, t.day, t.code, func.min(t.published), func.sum(t.reports))
    told = told.where(*within).group_by(t.a, t.b, t.day, t.code).order_by(t.a, t.b, t.day, t.code)
    parts = (pairs[n : n + _PAIRS] for n in range(0, len(pairs), _PAIRS))
    return [
        row for part in parts for row in _fetched(database, told.where(tuple_(t.a, t.b).in_(part)))
    ]


def acts_towards(
    database: Database, pair: tuple[str, str], since: date, until: date, as_of: date | None
) -> list[Row]:
    """`(a, b, day, code, published, reports)` of all on the two within some days."""
    t = table_acts.c
    within = [t.day >= since, t.day < until, t.b.in_(pair)]
    known = [t.published <= as_of] if as_of else []
    found = select(t.a, t.b, t.day, t.code, func.min(t.published), func.sum(t.reports))
    found = found.where(*within, *known).group_by(t.a, t.b, t.day, t.code).order_by(t.day, t.a)
    return _fetched(database, found)


def days_told(
    database: Database, pair: tuple[str, str], as_of: date | None
) -> tuple[date, date] | None:
    """The first and the last day of an act between the two; None where there is none."""
    t = table_acts.c
    a, b = (code[:_STATE] if is_body(code) else code for code in pair)
    known = [t.published <= as_of] if as_of else []
    ends: list[date] = []
    for one, other in ((a, b), (b, a)):
        for order in (t.day, t.day.desc()):
            between = (_is(t.a, one), _is(t.b, other), *known)
            found = select(t.day).where(*between).order_by(order).limit(1)
            ends += [row["day"] for row in database.rows(found)]
    return (min(ends), max(ends)) if ends else None


def rows_found(  # noqa: PLR0913, PLR0917  # whom, when, which page
    database: Database, actor: str, recipient: str, since: date, until: date,
    as_of: date | None, limit: int, offset: int = 0,
) -> Iterator[Json]:  # fmt: skip
    """The rows of files of one towards the other within some days, in order, with their files."""
    t = table_events.c
    found = (
        select(table_events, event_tables.c.name, event_tables.c.file)
        .join(event_tables, event_tables.c.number == t.source)
        .where(*_of(t.a, t.actor, actor), *_of(t.b, t.recipient, recipient))
        .where(t.day >= since, t.day < until, *([t.published <= as_of] if as_of else ()))
        .order_by(t.day, t.source, t.seq).limit(limit).offset(offset)
    )  # fmt: skip
    for row in database.rows(found):
        plain = {name: row[name] for name in _SHOWN}
        days = {name: row[name].isoformat() for name in ("day", "published")}
        yield {**plain, **days, "table": row["name"], "file": row["file"]}


# What is the record's own, and not the file's.
_OWN = ("source", "seq", "a", "b")
_SHOWN = tuple(c.name for c in table_events.columns if c.name not in _OWN)


def _told(a: str, b: str, as_of: date | None) -> Any:
    """Each act between the two once: its pair, day and code, when it was first told, reports."""
    bodies = is_body(a) or is_body(b)
    t = (table_events if bodies else table_acts).c
    known = [t.published <= as_of] if as_of else []
    ways = or_(and_(*pair_asked(t, a, b, bodies)), and_(*pair_asked(t, b, a, bodies)))
    key = [t.actor, t.recipient] if bodies else [t.a, t.b]
    return (
        select(t.a, t.b, t.day, t.code, func.min(t.published).label("published"),
               func.sum(t.reports).label("reports"))
        .where(ways, *known)
        .group_by(t.a, t.b, t.day, t.code, *(key if bodies else ()))
        .subquery()
    )  # fmt: skip


def is_body(code: str) -> bool:
    """True for a part of a state, whose acts are told apart in the rows alone."""
    return len(code) > _STATE and code[:_STATE] in state_codes()


def pair_asked(t: Any, a: str, b: str, bodies: bool) -> list[ColumnElement[bool]]:
    """The rows of one towards the other; of bodies those of the events themselves."""
    if not bodies:
        return [_is(t.a, a), _is(t.b, b)]
    return [*_of(t.a, t.actor, a), *_of(t.b, t.recipient, b)]


def _of(
    state: ColumnElement[str], body: ColumnElement[str], code: str
) -> list[ColumnElement[bool]]:
    """A state with all that are its own, those of its bodies that begin so, or one that is none."""
    if is_body(code):
        return [state == code[:_STATE], begins(body, code)]
    return [_is(state, code)]


def _is(state: ColumnElement[str], code: str) -> ColumnElement[bool]:
    return state == code if code in state_codes() else begins(state, code)


def _fetched(database: Database, found: Select[Any]) -> list[Row]:
    with database.reading() as connection:
        return [tuple(row) for row in connection.execute(found)]


def _plain(database: Database, found: Select[Any]) -> list[Row]:
    """Rows of texts and whole numbers alone, as the driver gives them: twice as fast."""
    with database.reading() as connection:
        cursor = connection.execute(found).cursor
        return list(cursor.fetchall()) if cursor is not None else []
