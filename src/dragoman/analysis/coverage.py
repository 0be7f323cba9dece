"""Coverage: how many reports, of which outlets, spoke of a dyad in each period."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import polars as pl

from dragoman.analysis.acts import LONGEST_DAYS
from dragoman.analysis.periods import EVERY, Period, spread

# With fewer reports than this a period says nothing, and is called thin rather than calm. It is
# the least at which one report more or less does not halve or double what is known.
THIN_REPORTS = 3
_SCHEMA: dict[str, pl.DataType] = {
    "outlet": pl.String(),
    "start": pl.Date(),
    "end": pl.Date(),
}


def coverage(
    told: Iterable[Mapping[str, Any]],
    starts: Sequence[date],
    period: Period,
    filed: pl.DataFrame | None = None,
) -> pl.DataFrame:
    """`period`, `reports`, `outlets` (names) and `thin` for each period.

    Comes in: `{"outlet", "start", "end"}` of reports, half-open publication; and of files the
    `day`, how many `reports` (a number) and the `outlet`, which may be none. A vague date is
    spread over its periods, as those of acts are; what is vaguer than a year is left out.
    """
    frame = pl.DataFrame(
        [{name: row[name] for name in _SCHEMA} for row in told], schema=_SCHEMA, orient="row"
    )
    days = (pl.col("end") - pl.col("start")).dt.total_days()
    each = spread(frame.filter((days > 0) & (days <= LONGEST_DAYS)), period).select(
        "period", pl.col("share").alias("reports"), "outlet"
    )
    if filed is not None:
        start = pl.col("day").dt.truncate(EVERY[period]).alias("period")
        each = pl.concat([each, filed.select(start, "reports", "outlet")])
    counted = each.group_by("period").agg(
        pl.col("reports").sum(), pl.col("outlet").drop_nulls().unique().sort().alias("outlets")
    )
    found = pl.DataFrame({"period": list(starts)}, schema={"period": pl.Date}).join(
        counted, on="period", how="left", maintain_order="left"
    )
    return found.with_columns(
        pl.col("reports").fill_null(0.0),
        pl.col("outlets").fill_null(pl.lit([], pl.List(pl.String))),
    ).with_columns((pl.col("reports") < THIN_REPORTS).alias("thin"))
