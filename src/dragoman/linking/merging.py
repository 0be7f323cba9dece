"""Rows that say the same of the same two, one after the other, as one tie with an interval."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import polars as pl

# What must be the same for two rows to be one tie.
KEYS = ("kind", "a", "b", "a_called", "b_called", "terms", "what", "quantity", "unit")
# Days that stand for an open end while intervals are compared.
_EARLIEST, _LATEST = date.min, date.max
# More days than the calendar has, and how many it had before that from which Polars counts.
_DAYS, _BEFORE = 4_000_000, date(1970, 1, 1).toordinal()
# Stretches of rows that a tie names; more are counted.
_STRETCHES = 20


def merged(rows: pl.DataFrame) -> pl.DataFrame:
    """One row a tie: the intervals of rows with the same `KEYS` that meet or overlap are joined.

    Adds `rows` (their numbers in words: "3-7, 12"), `row_count` and `cut`. The same whatever the
    order of the rows, but for the numbers themselves.
    """
    keys = list(KEYS)
    opened = rows.select(
        *keys,
        "#row",
        "cut_start",
        "cut_end",
        pl.col("start").fill_null(_EARLIEST),
        pl.col("end").fill_null(_LATEST),
    ).sort([*keys, "start", "end", "#row"], nulls_last=True)
    # Sorted, so a tie's rows stand together. Numbering the groups and counting days in one number
    # finds with one running maximum how far each group has reached.
    group = pl.any_horizontal(pl.col(k).ne_missing(pl.col(k).shift(1)) for k in keys).cum_sum()
    numbered = opened.with_columns(group.fill_null(0).cast(pl.Int64).alias("group"))
    reached = _counted("end").cum_max().shift(1)
    new = (reached.is_null() | (_counted("start") > reached)).cast(pl.Int64)
    grouped = numbered.with_columns(new.cum_sum().alias("stretch"))
    # The latest end, and whether it is the table's: one number, so that one maximum finds both.
    latest = pl.col("end").to_physical().cast(pl.Int64) * 2 + pl.col("cut_end").cast(pl.Int64)
    found = (
        grouped.with_columns(latest=latest)
        .group_by("stretch", maintain_order=True)
        .agg(
            *(pl.col(k).first() for k in keys),
            pl.col("cut_start").first(),
            pl.col("start").first(),
            pl.col("latest").max(),
            pl.col("#row").alias("numbers"),
        )
        .with_columns(
            pl.col("numbers").list.unique().list.sort(),
            cut_end=pl.col("latest") % 2 == 1,
            end=(pl.col("latest") // 2).cast(pl.Int32).cast(pl.Date),
        )
    )
    return found.select(
        *keys,
        pl.when(pl.col("start") != _EARLIEST).then(pl.col("start")).alias("since"),
        pl.when(pl.col("end") != _LATEST).then(pl.col("end")).alias("until"),
        _cut().alias("cut"),
        _rows(found.get_column("numbers")),
        pl.col("numbers").list.len().cast(pl.Int64).alias("row_count"),
    )


def _counted(day: str) -> pl.Expr:
    """Days since the beginning of the calendar, those of each group above those of the last."""
    return pl.col("group") * _DAYS + pl.col(day).to_physical().cast(pl.Int64) + _BEFORE


def _cut() -> pl.Expr:
    both = pl.col("cut_start") & pl.col("cut_end")
    return (
        pl.when(both)
        .then(pl.lit("both"))
        .when(pl.col("cut_start"))
        .then(pl.lit("since"))
        .when(pl.col("cut_end"))
        .then(pl.lit("until"))
    )


def _rows(numbers: pl.Series) -> pl.Series:
    """The numbers in words; most are one stretch, which needs no look at each."""
    first, last = numbers.list.min(), numbers.list.max()
    frame = pl.DataFrame(
        {"first": first, "last": last, "one": last - first + 1 == numbers.list.len()}
    )
    same = pl.col("first") == pl.col("last")
    stretch = pl.format("{}-{}", "first", "last")
    words = frame.select(pl.when(same).then(pl.col("first").cast(pl.String)).otherwise(stretch))
    found = words.to_series().to_list()
    for place in (~frame.get_column("one")).arg_true():
        found[place] = _stretches(numbers[place].to_list())
    return pl.Series("rows", found, dtype=pl.String)


def _stretches(numbers: list[int]) -> str:
    found = [*_runs(numbers)]
    more = f" and {len(found) - _STRETCHES} more" if len(found) > _STRETCHES else ""
    return ", ".join(found[:_STRETCHES]) + more


def _runs(numbers: list[int]) -> Iterator[str]:
    start = previous = numbers[0]
    for number in [*numbers[1:], 0]:
        if number != previous + 1:
            yield str(start) if start == previous else f"{start}-{previous}"
            start = number
        previous = number
