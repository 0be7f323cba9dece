"""When the rows of a table hold: a year, or a first and a last day, as half-open intervals."""

from __future__ import annotations

from datetime import date

import polars as pl

from dragoman.model.tie_tables import Times

# Years of which a table of relations between states can tell; PostgreSQL and Python know them all.
FIRST_YEAR, LAST_YEAR = 1000, 2199
TIME_FAULT = "time"
_WHOLE = r"^[+-]?\d{1,9}(\.0+)?$"


def with_times(frame: pl.DataFrame, times: Times) -> pl.DataFrame:
    """`frame` with `start` and `end`, `cut_start` and `cut_end`, and `fault` where there is none.

    `cut_...` is true where the table begins or ends there, so that the tie may go on. An interval
    that ends before it starts is a fault, as is a year or day that cannot be.
    """
    return _yearly(frame, times) if times.year else _from_to(frame, times)


def _yearly(frame: pl.DataFrame, times: Times) -> pl.DataFrame:
    year = whole_number(pl.col(str(times.year))) + times.plus
    sane = pl.when(year.is_between(FIRST_YEAR, LAST_YEAR)).then(year)
    found = frame.with_columns(year=sane).with_columns(
        start=pl.date(pl.col("year"), 1, 1), end=pl.date(pl.col("year") + 1, 1, 1)
    )
    year = pl.col("year")
    return found.with_columns(
        cut_start=(year == year.min()).fill_null(False),
        cut_end=(year == year.max()).fill_null(False),
        fault=pl.when(year.is_null()).then(pl.lit(TIME_FAULT)),
    ).drop("year")


def _from_to(frame: pl.DataFrame, times: Times) -> pl.DataFrame:
    (start, start_wrong), (end, end_wrong) = _first(times.since), _last(times)
    found = frame.with_columns(
        start=start, end=end, wrong=start_wrong | end_wrong, cut_start=pl.lit(False)
    )
    # Who came and went on one day was there on that day; where the last day counts, it is one.
    same = (pl.col("start") == pl.col("end")) & (times.until_is == "after")
    found = found.with_columns(
        end=pl.when(same).then(pl.col("end").dt.offset_by("1d")).otherwise(pl.col("end"))
    )
    last = date.max if times.ends is None else times.ends
    cut = _holds(times) | (pl.col("end") > last)
    return found.with_columns(
        cut_end=cut.fill_null(False),
        fault=pl.when(pl.col("wrong") | (pl.col("start") >= pl.col("end")).fill_null(False)).then(
            pl.lit(TIME_FAULT)
        ),
    ).drop("wrong")


def _holds(times: Times) -> pl.Expr:
    """A row says that no end is known."""
    said = [pl.col(column).is_in(values) for column, values in times.open.items()]
    return pl.any_horizontal(said) if said else pl.lit(False)


def _first(columns: tuple[str, ...]) -> tuple[pl.Expr, pl.Expr]:
    """The first day that is told, and whether something is told that is no day."""
    if not columns:
        return pl.lit(None, pl.Date), pl.lit(False)
    if len(columns) == 1:
        text = pl.col(columns[0])
        day = pl.coalesce(_day(text), _date(whole_number(text), pl.lit(1), pl.lit(1)))
        return day, text.is_not_null() & day.is_null()
    year, month, day_of = (whole_number(pl.col(c)) for c in columns)
    day = _date(year, month, day_of)
    return day, pl.col(columns[0]).is_not_null() & day.is_null()


def _last(times: Times) -> tuple[pl.Expr, pl.Expr]:
    """The first day after, and whether something is told that is no day."""
    day, wrong = _first(times.until)
    if times.until_is == "after":
        return day, wrong
    after = day.dt.offset_by("1d")
    if len(times.until) == 1:
        years = pl.col(times.until[0]).str.contains(_WHOLE)
        after = pl.when(years).then(day.dt.offset_by("1y")).otherwise(after)
    return after, wrong


def _day(text: pl.Expr) -> pl.Expr:
    """A day from "2014-03-18", whatever time of day stands behind it."""
    day = text.str.slice(0, 10).str.to_date("%Y-%m-%d", strict=False)
    return pl.when(day.dt.year().is_between(FIRST_YEAR, LAST_YEAR)).then(day)


def _date(year: pl.Expr, month: pl.Expr, day: pl.Expr) -> pl.Expr:
    """A day from its numbers; null where there is none such."""
    sane = year.is_between(FIRST_YEAR, LAST_YEAR) & month.is_between(1, 12) & day.is_between(1, 31)
    written = pl.format(
        "{}-{}-{}",
        year.cast(pl.String),
        month.cast(pl.String).str.zfill(2),
        day.cast(pl.String).str.zfill(2),
    )
    return pl.when(sane).then(written).str.to_date("%Y-%m-%d", strict=False)


def whole_number(text: pl.Expr) -> pl.Expr:
    """A whole number, also where a program wrote it as "1991.0"."""
    written = pl.when(text.str.contains(_WHOLE)).then(text.str.replace(r"\.0+$", ""))
    return written.cast(pl.Int64, strict=False)
