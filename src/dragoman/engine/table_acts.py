"""The acts of imported event files, in the columns that all acts have."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import polars as pl

from dragoman.analysis.acts import ACT_SCHEMA
from dragoman.analysis.scales import ScaleName, scored
from dragoman.analysis.together import together, without
from dragoman.record import Record
from dragoman.record.event_acts import is_body

Row = tuple[Any, ...]
Pair = tuple[str, str]


def matches(told: pl.DataFrame, filed: pl.DataFrame, scale: ScaleName) -> pl.DataFrame:
    """Which acts of reports and of files (with `day` and `code`) are one."""
    if told.is_empty() or filed.is_empty():
        return together(told, filed)
    types = told["type"].unique().to_list()
    kinds = _scored(filed["code"].unique(), scale).filter(pl.col("type").is_in(types))
    return together(told, filed.join(kinds.select("code", "type", "mode"), on="code"))


def day_acts(  # noqa: PLR0913, PLR0917  # whom, when, how scored
    record: Record, pair: Pair, since: date, until: date, as_of: date | None, scale: ScaleName,
    told: pl.DataFrame,
) -> tuple[pl.DataFrame, pl.DataFrame]:  # fmt: skip
    """Acts of files within some days, one row an act, and those that acts of reports stand for."""
    rows = record.table_acts_by_day(pair, since, until, as_of)
    return _apart(_sides(rows_of(rows), pair), told, scale)


def towards_acts(  # noqa: PLR0913, PLR0917  # on whom, when, how scored
    record: Record, pair: Pair, since: date, until: date, as_of: date | None, scale: ScaleName,
    told: pl.DataFrame,
) -> tuple[pl.DataFrame, pl.DataFrame]:  # fmt: skip
    """The same of all on the two."""
    return _apart(rows_of(record.table_acts_towards(pair, since, until, as_of)), told, scale)


def pair_acts(  # noqa: PLR0913, PLR0917  # when, how scored
    record: Record, since: date, until: date, as_of: date | None, scale: ScaleName,
    told: pl.DataFrame,
) -> tuple[pl.DataFrame, pl.DataFrame]:  # fmt: skip
    """Acts of all files within some days by pair and code, each on the first of the days.

    And those that acts of reports stand for, which are not counted.
    """
    rows = record.table_acts_by_pair(since, until, as_of)
    counted = pl.DataFrame(
        [(a, b, since, code, float(n), many) for a, b, code, n, many in rows],
        {"actor": pl.String, "recipient": pl.String, "start": pl.Date, "code": pl.String,
         "n": pl.Float64, "reports": pl.Int64}, orient="row",
    )  # fmt: skip
    pairs = sorted(set(told.select("actor", "recipient").iter_rows())) if rows else []
    matched = matches(told, rows_of(record.table_acts_of_pairs(pairs, since, until, as_of)), scale)
    if not matched.is_empty():
        key = ["actor", "recipient", "code"]
        counted = counted.join(matched.group_by(key).len("taken"), on=key, how="left")
        counted = counted.with_columns(pl.col("n") - pl.col("taken").fill_null(0))
        counted = counted.filter(pl.col("n") > 0)
    return shaped(counted, scale), matched


def _apart(
    filed: pl.DataFrame, told: pl.DataFrame, scale: ScaleName
) -> tuple[pl.DataFrame, pl.DataFrame]:
    matched = matches(told, filed, scale)
    rest = without(filed, matched).rename({"day": "start"})
    return shaped(rest.with_columns(pl.lit(1.0).alias("n")), scale), matched


def rows_of(rows: Iterable[Row]) -> pl.DataFrame:
    """From `(a, b, day, code, published, reports)`."""
    schema = {"actor": pl.String, "recipient": pl.String, "day": pl.Date, "code": pl.String,
              "known": pl.Date, "reports": pl.Int64}  # fmt: skip
    return pl.DataFrame(list(rows), schema=schema, orient="row")


def shaped(told: pl.DataFrame, scale: ScaleName) -> pl.DataFrame:
    """Rows with a code in the columns that all acts have."""
    kinds = _scored(told["code"].unique(), scale)
    found = told.join(kinds, on="code", maintain_order="left").with_columns(
        end=pl.col("start") + pl.duration(days=1), denied=pl.lit(False), origins=pl.lit(1, pl.Int64)
    )
    return found.select(
        pl.col(name).cast(kind) if name in found.columns else pl.lit(None, kind).alias(name)
        for name, kind in ACT_SCHEMA.items()
    )


def _scored(codes: Iterable[str], scale: ScaleName) -> pl.DataFrame:
    rows = [(c, s.type, s.mode, s.quad, s.score) for c in codes if (s := scored(scale, c))]
    schema: dict[str, pl.DataType] = {
        "code": pl.String(),
        **{n: ACT_SCHEMA[n] for n in ("type", "mode", "quad", "score")},
    }
    return pl.DataFrame(rows, schema=schema, orient="row")


def _sides(acts: pl.DataFrame, pair: Pair) -> pl.DataFrame:
    """The sides as they were asked for: a body's acts are stored under its state."""
    codes = {code[:3] if is_body(code) else code: code for code in pair}
    return acts.with_columns(pl.col("actor", "recipient").replace(codes))
