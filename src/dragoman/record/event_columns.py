"""Whole columns of event files at a time, for what is counted outside of the database."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
from sqlalchemy import ColumnElement, Select, Text, cast, func, select

from dragoman.record.database import Database
from dragoman.record.event_acts import is_body, pair_asked
from dragoman.record.schema import event_tables, table_acts, table_events

# Between values of a column; no file has it in a cell.
_PARTED = "\x1f"
_ISO = "YYYY-MM-DD"


def acts_told(database: Database, actor: str, recipient: str, as_of: date | None) -> pl.DataFrame:
    """`day`, `code` and `reports` of one towards the other, days as text.

    The rows as they lie, several of one act where several files or days told it. A code of more
    than a state is asked of the events themselves, and each act then has its sides before it.
    """
    bodies = is_body(actor) or is_body(recipient)
    t = (table_events if bodies else table_acts).c
    code = (t.actor + " " + t.recipient + " " + t.code) if bodies else t.code
    told = select(_day(database, t.day).label("day"), code.label("code"), t.reports)
    known = [t.published <= as_of] if as_of else []
    found = _columns(database, told.where(*pair_asked(t, actor, recipient, bodies), *known))
    return found.with_columns(pl.col("reports").cast(pl.Int64))


def outlets_told(
    database: Database, actor: str, recipient: str, as_of: date | None
) -> pl.DataFrame:
    """`day` and `outlet` of the rows of one towards the other, in no order.

    Where a row names no outlet, the title of its table stands for it.
    """
    t = table_events.c
    bodies = is_body(actor) or is_body(recipient)
    known = [t.published <= as_of] if as_of else []
    publisher = func.replace(func.coalesce(t.publisher, ""), _PARTED, " ")
    source = cast(t.source, Text).label("source")
    told = select(_day(database, t.day).label("day"), publisher.label("outlet"), source)
    found = _columns(database, told.where(*pair_asked(t, actor, recipient, bodies), *known))
    numbers = select(event_tables.c.number, event_tables.c.title)
    titles = {str(row["number"]): row["title"] for row in database.rows(numbers)}
    named = pl.col("source").replace_strict(titles, default=None, return_dtype=pl.String)
    outlet = pl.when(pl.col("outlet") == "").then(named).otherwise(pl.col("outlet"))
    return found.select("day", outlet.alias("outlet"))


def _day(database: Database, day: ColumnElement[date]) -> ColumnElement[str]:
    return cast(day, Text) if database.sqlite else func.to_char(day, _ISO)


def _columns(database: Database, told: Select[Any]) -> pl.DataFrame:
    """The rows as columns of text; one text a column is read eight times as fast as rows."""
    inner = told.subquery().c
    whole = select(*(func.aggregate_strings(cast(c, Text), _PARTED).label(c.name) for c in inner))
    found = database.rows(whole)[0]
    texts = {c.name: [found[c.name]] for c in inner}
    if None in (text for column in texts.values() for text in column):
        return pl.DataFrame(schema={c.name: pl.String for c in inner})
    parted = pl.DataFrame(texts).select(pl.all().str.split(_PARTED))
    return parted.explode(parted.columns)
