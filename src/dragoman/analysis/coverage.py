"""Coverage: how many reports, of which outlets, spoke of a dyad in each period."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import polars as pl

from dragoman.analysis.acts import LONGEST_DAYS
from dragoman.analysis.periods import Period, spread

# With fewer reports than this a period says nothing, and is called thin rather than calm. It is
# the least at which one report more or less does not halve or double what is known.
THIN_REPORTS = 3
_SCHEMA: dict[str, pl.DataType] = {
    "report": pl.String(),
    "outlet": pl.String(),
    "start": pl.Date(),
    "end": pl.Date(),
    "n": pl.Float64(),
}


def coverage(
    told: Iterable[Mapping[str, Any]], starts: Sequence[date], period: Period
) -> pl.DataFrame:
    """`period`, `reports`, `outlets` (names) and `thin` for each period.

    Comes in: `{"report", "outlet", "start", "end"}`, half-open publication, and `n` where a row
    stands for several reports. A vague date is spread over its periods, as those of acts are;
    what is vaguer than a year is left out.
    """
    rows = [{"n": 1.0, **row} for row in told]
    frame = pl.DataFrame(rows, schema=_SCHEMA, orient="row", strict=False)
    days = (pl.col("end") - pl.col("start")).dt.total_days()
    frame = frame.filter((days > 0) & (days <= LONGEST_DAYS))
    each = (
        spread(frame, period)
        .group_by("period")
        .agg(
            (pl.col("share") * pl.col("n")).sum().alias("reports"),
            pl.col("outlet").drop_nulls().unique().sort().alias("outlets"),
        )
    )
    found = pl.DataFrame({"period": list(starts)}, schema={"period": pl.Date}).join(
        each, on="period", how="left", maintain_order="left"
    )
    return found.with_columns(
        pl.col("reports").fill_null(0.0),
        pl.col("outlets").fill_null(pl.lit([], pl.List(pl.String))),
    ).with_columns((pl.col("reports") < THIN_REPORTS).alias("thin"))
