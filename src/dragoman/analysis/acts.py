"""Acts: what one did to another, each incident once. All measures are made of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Literal

import polars as pl

# One row an act: an incident counts once in each QuadClass on a directed dyad. Acts of a day that
# were told alike may be one row with their count in `n`.
ACT_SCHEMA: dict[str, pl.DataType] = {
    "incident": pl.String(),
    "actor": pl.String(),
    "recipient": pl.String(),
    "type": pl.String(),
    "mode": pl.String(),
    "quad": pl.Int8(),
    "score": pl.Float64(),
    "start": pl.Date(),
    "end": pl.Date(),
    "known": pl.Date(),
    "n": pl.Float64(),
    "reports": pl.Int64(),
    "origins": pl.Int64(),
    "denied": pl.Boolean(),
    "answers": pl.String(),
    "events": pl.List(pl.String()),
    # The day and code of the act of a file that this one stands for.
    "filed": pl.String(),
}

Weight = Literal["origins", "denied"]
# What each weight does, in a sentence that a reader can check.
WEIGHTS: dict[Weight, str] = {
    "origins": "an incident told by k independent origins counts 1 - 0.5^k",
    "denied": "an incident that somebody denies counts one half",
}
# Longer intervals say too little of when: they stand in no series.
LONGEST_DAYS = 366
_HALF = 0.5


def frame_of(rows: Iterable[Mapping[str, Any]]) -> pl.DataFrame:
    """Acts as a frame; columns are those of `ACT_SCHEMA`."""
    return pl.DataFrame(list(rows), schema=ACT_SCHEMA, orient="row")


def between(acts: pl.DataFrame, actor: str, recipient: str) -> pl.DataFrame:
    """The acts of one towards the other."""
    return acts.filter(pl.col("actor") == actor, pl.col("recipient") == recipient)


def weighed(acts: pl.DataFrame, weights: Iterable[Weight] = ()) -> pl.DataFrame:
    """The acts with a column `weight`: 1, or what the weights that are asked for make of it."""
    weight = pl.lit(1.0)
    for name in weights:
        if name == "origins":
            known = pl.col("origins").clip(lower_bound=1).fill_null(1)
            weight = weight * (1 - pl.lit(_HALF).pow(known))
        else:
            weight = weight * pl.when(pl.col("denied").fill_null(False)).then(_HALF).otherwise(1.0)
    return acts.with_columns(weight.alias("weight"))


def dated(acts: pl.DataFrame) -> pl.DataFrame:
    """The acts with a time close enough to stand in a series, cut to the day they were told by.

    What had happened when it was told had begun by then: the interval of a vague date does not
    reach beyond the day on which the act became known.
    """
    told = pl.col("known") + pl.duration(days=1)
    cut = pl.when((told > pl.col("start")) & (told < pl.col("end"))).then(told)
    found = acts.lazy().with_columns(cut.otherwise(pl.col("end")).alias("end"))
    days = (pl.col("end") - pl.col("start")).dt.total_days()
    return found.filter(days.is_not_null() & (days <= LONGEST_DAYS) & (days > 0)).collect()


def undated(acts: pl.DataFrame) -> int:
    """How many acts have no time, or one too vague for a series."""
    return int(float(acts["n"].sum()) - float(dated(acts)["n"].sum()))


def days_of(acts: pl.DataFrame) -> tuple[date, date] | None:
    """The first day on which an act may have begun, and the day after the last."""
    found = dated(acts)
    if found.is_empty():
        return None
    first, last = found["start"].min(), found["end"].max()
    assert isinstance(first, date) and isinstance(last, date)  # noqa: S101  # dated acts have both
    return first, last
