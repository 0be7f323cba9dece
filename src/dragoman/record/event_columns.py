"""Whole columns of event files at a time, for what is counted outside of the database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import polars as pl
from sqlalchemy import ColumnElement, Connection, Select, Text, cast, func, select

from dragoman.record.event_acts import is_body, pair_asked
from dragoman.record.schema import event_tables, table_acts, table_events

# Between values of a column; no file has it in a cell.
PARTED = "\x1f"
_ISO = "YYYY-MM-DD"
# Half-open days; an end that is None is open.
Days = tuple[date | None, date | None]
ALL_DAYS: Days = (None, None)


def acts_told(
    connection: Connection, actor: str, recipient: str, as_of: date | None, days: Days = ALL_DAYS
) -> pl.DataFrame:
    """`day`, `code`, `published` and `reports` of one towards the other, days as text.

    The rows as they lie, several of one act where several files or days told it. A code of more
    than a state is asked of the events themselves, and each act then has its sides before it.
    """
    bodies = is_body(actor) or is_body(recipient)
    t = (table_events if bodies else table_acts).c
    code = (t.actor + " " + t.recipient + " " + t.code) if bodies else t.code
    day, published = (_text(connection, c).label(c.name) for c in (t.day, t.published))
    told = select(day, code.label("code"), published, t.reports)
    known = _known(t, as_of, days)
    found = columns(connection, told.where(*pair_asked(t, actor, recipient, bodies), *known))
    return found.with_columns(pl.col("reports").cast(pl.Int64))


def outlets_told(
    connection: Connection, actor: str, recipient: str, as_of: date | None, days: Days = ALL_DAYS
) -> pl.DataFrame:
    """`day` and `outlet` of the rows of one towards the other, in no order.

    Where a row names no outlet, the title of its table stands for it.
    """
    t = table_events.c
    bodies = is_body(actor) or is_body(recipient)
    publisher = func.replace(func.coalesce(t.publisher, ""), PARTED, " ")
    source = cast(t.source, Text).label("source")
    told = select(_text(connection, t.day).label("day"), publisher.label("outlet"), source)
    known = _known(t, as_of, days)
    found = columns(connection, told.where(*pair_asked(t, actor, recipient, bodies), *known))
    numbers = connection.execute(select(event_tables.c.number, event_tables.c.title))
    titles = {str(number): title for number, title in numbers}
    named = pl.col("source").replace_strict(titles, default=None, return_dtype=pl.String)
    outlet = pl.when(pl.col("outlet") == "").then(named).otherwise(pl.col("outlet"))
    return found.select("day", outlet.alias("outlet"))


def columns(connection: Connection, told: Select[Any]) -> pl.DataFrame:
    """The rows as columns of text; one text a column is read eight times as fast as rows."""
    inner = told.subquery().c
    whole = select(*(func.aggregate_strings(cast(c, Text), PARTED).label(c.name) for c in inner))
    found = connection.execute(whole).one()._mapping
    if any(found[c.name] is None for c in inner):
        return pl.DataFrame(schema={c.name: pl.String for c in inner})
    parted = pl.DataFrame({c.name: [found[c.name]] for c in inner})
    return parted.select(pl.all().str.split(PARTED)).explode(parted.columns)


def _known(t: Any, as_of: date | None, days: Days) -> Iterator[ColumnElement[bool]]:
    since, until = days
    if since:
        yield t.day >= since
    if until:
        yield t.day < until
    if as_of:
        yield t.published <= as_of


def _text(connection: Connection, day: ColumnElement[date]) -> ColumnElement[str]:
    """A day as text; in SQLite it is one."""
    return cast(day, Text) if connection.dialect.name == "sqlite" else func.to_char(day, _ISO)
