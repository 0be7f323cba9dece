"""Days, weeks and months, and what a vague date gives to each."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal, get_args

import polars as pl

from dragoman.model.errors import UsageError

Period = Literal["day", "week", "month"]
PERIODS: tuple[Period, ...] = get_args(Period)
# How the periods are called where days are cut to them.
EVERY: dict[Period, str] = {"day": "1d", "week": "1w", "month": "1mo"}
# More points than this are no chart that can be read, nor a series that can be cut in time.
MOST_PERIODS = 6_000


def first_day(day: date, period: Period) -> date:
    """The first day of the period that `day` is in; weeks begin on Monday."""
    if period == "day":
        return day
    return day - timedelta(days=day.weekday()) if period == "week" else day.replace(day=1)


def after(day: date, period: Period) -> date:
    """The first day of the next period."""
    if period != "month":
        return first_day(day, period) + timedelta(days=1 if period == "day" else 7)
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def periods(since: date, until: date, period: Period) -> list[date]:
    """The first days of all periods that share a day with the half-open interval.

    Raises UsageError for more than `MOST_PERIODS`.
    """
    if since >= until:
        return []
    first = first_day(since, period)
    found = pl.date_range(first, until - timedelta(days=1), EVERY[period], eager=True).to_list()
    if len(found) > MOST_PERIODS:
        raise UsageError(
            f"{len(found):,} {period}s from {since} to {until} are too many; "
            f"expected {MOST_PERIODS:,} at most: ask with since and until, or by longer periods"
        )
    return found


def spread(acts: pl.DataFrame, period: Period) -> pl.DataFrame:
    """A row for each act and period with `period` and `share`, the shares of an act adding to 1.

    Each day of an act's interval has the same share; `acts` must be dated.
    """
    one_day = (pl.col("end") - pl.col("start")) == pl.duration(days=1)
    day = pl.col("start").dt.truncate(EVERY[period])
    alone = (day.alias("period"), pl.lit(1.0).alias("share"))
    sharp = acts.lazy().filter(one_day).with_columns(*alone).collect()
    if sharp.height == acts.height:
        return sharp
    vague = acts.filter(~one_day).with_row_index("act")
    days = pl.date_ranges("start", "end", closed="left")
    each = vague.with_columns(days.alias("day"), (1 / days.list.len()).alias("share"))
    each = each.explode("day").with_columns(
        pl.col("day").dt.truncate(EVERY[period]).alias("period")
    )
    kept = [c for c in acts.columns if c != "act"]
    parts = each.group_by("act", "period", maintain_order=True).agg(
        *(pl.col(c).first() for c in kept), pl.col("share").sum()
    )
    return pl.concat([sharp, parts.select(sharp.columns)])
