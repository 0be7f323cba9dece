"""Who reacts to a quarrel of two others, and on whose side."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta

import polars as pl

# Days after an act of conflict between the two in which an act towards one of them is a reaction.
WINDOW = 14
_SCHEMA: dict[str, pl.DataType] = {
    "code": pl.String(),
    "reactions": pl.Float64(),
    "expected": pl.Float64(),
    "to_a": pl.Float64(),
    "to_b": pl.Float64(),
    "side": pl.Float64(),
}


def third_parties(
    acts: pl.DataFrame, pair: tuple[str, str], since: date, until: date, window: int = WINDOW
) -> pl.DataFrame:
    """A row a third party: its acts on the two soon after their quarrel, and for whom they speak.

    Comes in: dated acts of all on the two. `reactions` are its acts within `window` days after an
    act of conflict between them, `expected` how many there would be at its own rate. `to_a` and
    `to_b` are the net intensities of these acts; `side` is their difference over their sum of
    sizes: 1 for a and against b, -1 the other way. The most beyond what is expected come first.
    """
    between = pl.col("actor").is_in(pair) & pl.col("recipient").is_in(pair)
    quarrel = acts.filter(between & (pl.col("quad") >= 3))["start"].unique().sort().to_list()
    hot = _hot_days(quarrel, since, until, window)
    others = acts.filter(~pl.col("actor").is_in(pair) & pl.col("recipient").is_in(pair))
    near = [_is_near(day, quarrel, window) for day in others["start"].to_list()]
    told = others.with_columns(pl.Series("near", near, dtype=pl.Boolean))
    share = hot / max((until - since).days, 1)
    signed = pl.when(pl.col("quad") <= 2).then(pl.col("score").abs()).otherwise(
        -pl.col("score").abs()
    ) * pl.col("n")
    to_a, to_b = (signed.filter(pl.col("near"), pl.col("recipient") == x).sum() for x in pair)
    found = told.group_by(pl.col("actor").alias("code")).agg(
        pl.col("n").filter(pl.col("near")).sum().alias("reactions"),
        (pl.col("n").sum() * share).alias("expected"),
        to_a.alias("to_a"),
        to_b.alias("to_b"),
    )
    size = pl.col("to_a").abs() + pl.col("to_b").abs()
    side = pl.when(size > 0).then((pl.col("to_a") - pl.col("to_b")) / size)
    return (
        found.filter(pl.col("reactions") > 0)
        .with_columns(side.alias("side"))
        .select(pl.col(name).cast(kind) for name, kind in _SCHEMA.items())
        .sort(pl.col("reactions") - pl.col("expected"), "code", descending=[True, False])
    )


def _hot_days(quarrel: list[date], since: date, until: date, window: int) -> int:
    """How many of the days lie within the window after an act of conflict."""
    days = {day + timedelta(days=n) for day in quarrel for n in range(window + 1)}
    return sum(since <= day < until for day in days)


def _is_near(day: date, quarrel: list[date], window: int) -> bool:
    at = bisect_left(quarrel, day - timedelta(days=window))
    return at < len(quarrel) and quarrel[at] <= day
