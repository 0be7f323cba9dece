"""The acts of imported event files, in the columns that all acts have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import polars as pl

from dragoman.analysis.acts import ACT_SCHEMA
from dragoman.analysis.periods import EVERY, Period, after
from dragoman.analysis.scales import ScaleName, scored
from dragoman.model.rows import Json
from dragoman.record import Record
from dragoman.record.event_acts import is_body

Row = tuple[Any, ...]


def period_acts(
    record: Record, pair: tuple[str, str], period: Period, as_of: date | None, scale: ScaleName
) -> tuple[pl.DataFrame, list[Json]]:
    """Acts of files by period and code, and the reports that told them, by period.

    A row stands for `n` acts and lies on the first day of its period. What PLOVER has no type for
    (comments, appeals) is no act.
    """
    told = pl.concat(
        _counted(record, one, other, period, as_of) for one, other in (pair, pair[::-1])
    )
    many = told.group_by("start").agg(pl.col("reports").sum()).sort("start")
    return _shaped(told, scale), list(_told(many, period))


def _counted(
    record: Record, actor: str, recipient: str, period: Period, as_of: date | None
) -> pl.DataFrame:
    """Acts of one towards the other by period and code; a day and code told twice is one act."""
    rows = record.table_acts_told(actor, recipient, as_of)
    schema = {"day": pl.String, "code": pl.String, "published": pl.String, "reports": pl.Int64}
    found = pl.DataFrame(rows, schema=schema, orient="row").lazy()
    start = pl.col("day").str.to_date("%Y-%m-%d").dt.truncate(EVERY[period]).alias("start")
    # Of a body the code begins with who and whom, so that two bodies' acts are two.
    acts = found.group_by("day", "code").agg(pl.col("reports").sum())
    code = pl.col("code").str.split(" ").list
    bodies = is_body(actor) or is_body(recipient)
    plain = code.slice(2).list.join(" ") if bodies else pl.col("code")
    return (
        acts.with_columns(start, plain.alias("code"))
        .group_by("start", "code")
        .agg(pl.len().cast(pl.Float64).alias("n"), pl.col("reports").sum())
        .select(pl.lit(actor).alias("actor"), pl.lit(recipient).alias("recipient"),
                "start", "code", "n", "reports")
        .sort("start", "code")
        .collect()
    )  # fmt: skip


def day_acts(  # noqa: PLR0913, PLR0917  # whom, when, how scored
    record: Record, pair: tuple[str, str], since: date, until: date, as_of: date | None,
    scale: ScaleName,
) -> pl.DataFrame:  # fmt: skip
    """Acts of files within some days, one row an act."""
    rows = record.table_acts_by_day(pair, since, until, as_of)
    acts = ((a, b, day, known, code, 1, many) for a, b, day, code, known, many in rows)
    return _sides(_frame(acts, scale), pair)


def towards_acts(  # noqa: PLR0913, PLR0917  # on whom, when, how scored
    record: Record, pair: tuple[str, str], since: date, until: date, as_of: date | None,
    scale: ScaleName,
) -> pl.DataFrame:  # fmt: skip
    """Acts of files of all on the two within some days, one row an act."""
    rows = record.table_acts_towards(pair, since, until, as_of)
    acts = ((a, b, day, known, code, 1, many) for a, b, day, code, known, many in rows)
    return _frame(acts, scale)


def pair_acts(
    record: Record, since: date, until: date, as_of: date | None, scale: ScaleName
) -> pl.DataFrame:
    """Acts of all files within some days by pair and code, each on the first of the days."""
    rows = record.table_acts_by_pair(since, until, as_of)
    return _frame(((a, b, since, None, code, n, many) for a, b, code, n, many in rows), scale)


def _frame(rows: Iterable[Row], scale: ScaleName) -> pl.DataFrame:
    names = ("actor", "recipient", "start", "known", "code", "n", "reports")
    types = (pl.String, pl.String, pl.Date, pl.Date, pl.String, pl.Float64, pl.Int64)
    schema = dict(zip(names, types, strict=True))
    return _shaped(pl.DataFrame(list(rows), schema=schema, orient="row"), scale)


def _shaped(told: pl.DataFrame, scale: ScaleName) -> pl.DataFrame:
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


def _sides(acts: pl.DataFrame, pair: tuple[str, str]) -> pl.DataFrame:
    """The sides as they were asked for: a body's acts are stored under its state."""
    codes = {code[:3] if is_body(code) else code: code for code in pair}
    return acts.with_columns(pl.col("actor", "recipient").replace(codes))


def _told(many: pl.DataFrame, period: Period) -> Iterator[Json]:
    for start, reports in many.iter_rows():
        end = after(start, period)
        yield {"report": None, "outlet": None, "start": start, "end": end, "n": float(reports)}
