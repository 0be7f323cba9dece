"""Acts of files summed by month, for pairs that have many: derived, and made anew by imports."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import polars as pl
from sqlalchemy import Connection, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite

from dragoman.language.actor_tables import state_codes
from dragoman.record.event_columns import PARTED, acts_told, outlets_told
from dragoman.record.schema import table_months, table_pairs

# Pairs with so many acts are summed; those with fewer are read as they lie in a few milliseconds.
BUSY = 2_000
# Between the codes of a month; between a code and its numbers stands a comma.
_CODES = ";"
Row = tuple[date, str, int, str, date]


def sum_months(connection: Connection, acts: pl.DataFrame) -> None:
    """Count the acts of a new import (`a`, `b`, `day`), and sum the months of busy pairs anew."""
    added = acts.group_by("a", "b").agg(
        pl.len().alias("acts"), pl.col("day").min().alias("first"), pl.col("day").max().alias("end")
    )
    if added.is_empty():
        return
    kind = sqlite if connection.dialect.name == "sqlite" else postgresql
    counted = kind.insert(table_pairs)
    more = {"acts": table_pairs.c.acts + counted.excluded.acts}
    connection.execute(
        counted.on_conflict_do_update(index_elements=["a", "b"], set_=more),
        added.select("a", "b", "acts").to_dicts(),
    )
    busy = {(a, b) for a, b in connection.execute(
        select(table_pairs.c.a, table_pairs.c.b).where(table_pairs.c.acts >= BUSY))}  # fmt: skip
    for a, b, _, first, end in added.sort("a", "b").iter_rows():
        if (a, b) in busy and {a, b} <= state_codes():
            _sum_pair(connection, a, b, first, end)


def months_told(connection: Connection, a: str, b: str) -> Sequence[Row]:
    """`(month, codes, reports, outlets, published)` of a pair that is summed, in order.

    `codes` and `outlets` are as `codes_of` and `outlets_of` read them; `published` is the last
    day on which a row of the month came out.
    """
    t = table_months.c
    found = select(t.month, t.codes, t.reports, t.outlets, t.published)
    rows = connection.execute(found.where(t.a == a, t.b == b).order_by(t.month))
    return [tuple(row) for row in rows]


def codes_of(months: pl.DataFrame) -> pl.DataFrame:
    """Months with `codes`, a row a month and code: `code` and `n` in place of `codes`."""
    each = months.with_columns(pl.col("codes").str.split(_CODES)).explode("codes")
    parted = pl.col("codes").str.splitn(",", 2).struct
    code, many = parted.field("field_0"), parted.field("field_1")
    return each.select(pl.exclude("codes"), code.alias("code"), many.cast(pl.Float64).alias("n"))


def outlets_of(outlets: str) -> pl.Expr:
    """The outlets of a month as a list."""
    return pl.col(outlets).str.split(PARTED)


def _sum_pair(connection: Connection, a: str, b: str, first: date, last: date) -> None:
    """The months that a file touched; all of a pair that was not summed before."""
    t = table_months.c
    mine = (t.a == a, t.b == b)
    there = connection.scalar(select(func.count()).select_from(table_months).where(*mine))
    since, until = (first.replace(day=1), _next(last)) if there else (None, None)
    touched = (t.month >= since, t.month < until) if since else ()
    connection.execute(delete(table_months).where(*mine, *touched))
    told = acts_told(connection, a, b, None, (since, until))
    outlets = outlets_told(connection, a, b, None, (since, until))
    rows = _summed(told, outlets).with_columns(pl.lit(a).alias("a"), pl.lit(b).alias("b"))
    connection.execute(table_months.insert(), rows.to_dicts())


def _summed(told: pl.DataFrame, outlets: pl.DataFrame) -> pl.DataFrame:
    """A row a month; a day and code told twice is one act."""
    month = (pl.col("day").str.slice(0, 7) + "-01").str.to_date("%Y-%m-%d").alias("month")
    each = told.with_columns(month)
    codes = (
        each.group_by("month", "code").agg(pl.col("day").n_unique().alias("n"))
        .sort("month", "code")
        .group_by("month", maintain_order=True)
        .agg(pl.format("{},{}", "code", "n").str.join(_CODES).alias("codes"))
    )  # fmt: skip
    reports = each.group_by("month").agg(
        pl.col("reports").sum(), pl.col("published").max().str.to_date("%Y-%m-%d")
    )
    named = outlets.with_columns(month).select("month", "outlet").unique().sort("month", "outlet")
    joined = named.group_by("month").agg(pl.col("outlet").str.join(PARTED).alias("outlets"))
    return codes.join(reports, on="month").join(joined, on="month").sort("month")


def _next(day: date) -> date:
    """The first day of the next month."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
