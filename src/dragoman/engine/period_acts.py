"""Acts of imported event files by period: read as they lie, or from the sums of busy pairs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import polars as pl

from dragoman.analysis.periods import EVERY, Period
from dragoman.analysis.scales import ScaleName
from dragoman.engine.table_acts import matches, shaped
from dragoman.record import Record
from dragoman.record.event_acts import is_body
from dragoman.record.event_columns import ALL_DAYS, Days
from dragoman.record.event_months import Row, codes_of, outlets_of

Pair = tuple[str, str]
_DAY = timedelta(days=1)
_COVER = ("day", "reports", "outlet")


@dataclass(frozen=True, slots=True)
class PeriodActs:
    """What files tell of two: `counted` are acts by `actor`, `recipient`, `start` and `code`, `n`.

    `cover` has how many `reports` told them and which `outlet`, each by `day`, the first of its
    period.
    """

    counted: pl.DataFrame
    cover: pl.DataFrame


def period_acts(record: Record, pair: Pair, period: Period, as_of: date | None) -> PeriodActs:
    """Acts of the two on each other, either way; what was done of one code on one day is one."""
    both = [_told(record, a, b, period, as_of) for a, b in (pair, pair[::-1])]
    return PeriodActs(pl.concat(one.counted for one in both), pl.concat(one.cover for one in both))


def without(found: PeriodActs, matched: pl.DataFrame, period: Period) -> pl.DataFrame:
    """The counts less the acts that acts of reports stand for."""
    if matched.is_empty():
        return found.counted
    key = ["actor", "recipient", "start", "code"]
    start = pl.col("day").dt.truncate(EVERY[period]).alias("start")
    taken = matched.with_columns(start).group_by(key).len("taken")
    less = pl.col("n") - pl.col("taken").fill_null(0)
    joined = found.counted.join(taken, on=key, how="left", maintain_order="left")
    return joined.with_columns(less.alias("n")).filter(pl.col("n") > 0).drop("taken")


def met(
    record: Record, pair: Pair, as_of: date | None, told: pl.DataFrame, scale: ScaleName
) -> pl.DataFrame:
    """Which acts of files those of reports stand for; of the days of these alone they are read."""
    first, last = told.select(pl.col("start").min(), pl.col("end").max()).row(0)
    if first is None or last is None:
        return matches(told.clear(), told.clear(), scale)
    days = (first, last + _DAY)
    each = [_each(record, a, b, as_of, days) for a, b in (pair, pair[::-1])]
    return matches(told, pl.concat(each), scale)


def period_shaped(counted: pl.DataFrame, scale: ScaleName) -> pl.DataFrame:
    """Counts in the columns that all acts have; a row stands for `n` acts of its period.

    What PLOVER has no type for (comments, appeals) is no act.
    """
    return shaped(counted, scale)


def _told(
    record: Record, actor: str, recipient: str, period: Period, as_of: date | None
) -> PeriodActs:
    months = record.table_months(actor, recipient) if period == "month" else ()
    # From the first month on of which a row came out later, the rows themselves are asked.
    late = next((row[0] for row in months if as_of and row[4] > as_of), None)
    summed = [row for row in months if late is None or row[0] < late]
    if months and late is None:
        return _of_months(summed, actor, recipient)
    days = (late, None) if months else ALL_DAYS
    rest = _of_days(record, actor, recipient, period, as_of, days)
    if not summed:
        return rest
    before = _of_months(summed, actor, recipient)
    return PeriodActs(
        pl.concat([before.counted, rest.counted]), pl.concat([before.cover, rest.cover])
    )


def _of_months(rows: list[Row], actor: str, recipient: str) -> PeriodActs:
    frame = pl.DataFrame(
        rows,
        {"start": pl.Date, "codes": pl.String, "reports": pl.Float64, "outlets": pl.String,
         "published": pl.Date}, orient="row",
    )  # fmt: skip
    codes = codes_of(frame.select("start", "codes"))
    many = frame.select(pl.col("start").alias("day"), "reports", outlet=pl.lit(None, pl.String))
    named = frame.select(pl.col("start").alias("day"), outlets_of("outlets").alias("outlet"))
    return PeriodActs(
        _sided(codes, actor, recipient),
        _cover(many.lazy(), named.explode("outlet").lazy()),
    )


def _of_days(  # noqa: PLR0913, PLR0917  # whom, when
    record: Record, actor: str, recipient: str, period: Period, as_of: date | None, days: Days
) -> PeriodActs:
    each = _each(record, actor, recipient, as_of, days).lazy()
    start = pl.col("day").dt.truncate(EVERY[period])
    counted = (
        each.group_by(start.alias("start"), "code").agg(pl.len().cast(pl.Float64).alias("n"))
        .sort("start", "code").collect()
    )  # fmt: skip
    many = each.group_by(start).agg(pl.col("reports").sum().cast(pl.Float64))
    many = many.with_columns(outlet=pl.lit(None, pl.String))
    day = pl.col("day").str.to_date("%Y-%m-%d").dt.truncate(EVERY[period])
    named = record.table_outlets_told(actor, recipient, as_of, days).lazy().unique()
    outlets = named.select(day, "outlet").unique()
    return PeriodActs(_sided(counted, actor, recipient), _cover(many, outlets))


def _each(
    record: Record, actor: str, recipient: str, as_of: date | None, days: Days
) -> pl.DataFrame:
    """`actor`, `recipient`, `day`, `code` and `reports` of each act once."""
    told = record.table_acts_told(actor, recipient, as_of, days).lazy()
    # Of a body the code begins with who and whom, so that two bodies' acts are two.
    bodies = is_body(actor) or is_body(recipient)
    code = pl.col("code").str.split(" ").list.slice(2).list.join(" ") if bodies else pl.col("code")
    return (
        told.group_by("day", "code", maintain_order=True).agg(pl.col("reports").sum())
        .select(pl.lit(actor).alias("actor"), pl.lit(recipient).alias("recipient"),
                pl.col("day").str.to_date("%Y-%m-%d"), code.alias("code"), "reports")
        .collect()
    )  # fmt: skip


def _sided(counted: pl.DataFrame, actor: str, recipient: str) -> pl.DataFrame:
    sides = (pl.lit(actor).alias("actor"), pl.lit(recipient).alias("recipient"))
    return counted.select(*sides, "start", "code", "n")


def _cover(many: pl.LazyFrame, named: pl.LazyFrame) -> pl.DataFrame:
    told = named.select("day", pl.lit(0.0).alias("reports"), "outlet")
    return pl.concat([many.select(*_COVER), told]).collect()
