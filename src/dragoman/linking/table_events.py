"""Rows of event files as events: days, codes of acts, actors, and what was wrong with others."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from dragoman.language.actor_tables import state_codes
from dragoman.linking.event_actors import with_codes
from dragoman.model.cameo import cameo_facts, cameo_of
from dragoman.model.event_tables import EventMap
from dragoman.model.ontology import type_facts

ROW = "#row"
_STATE = 3
# Why a row gave no event, each with the sentence that is said of it.
FAULTS = {
    "day": "left out: no day from 1900 to 2199",
    "code": "left out: no code of an act that CAMEO or PLOVER has",
    "actor": "left out: no state or organisation of our tables acts",
    "recipient": "left out: no state or organisation of our tables is acted on",
    "key": "left out: another row of the file has the same id",
}
_COLUMNS = ("key", "day", "published", "a", "b", "actor", "recipient", "actor_name",
            "recipient_name", "code", "reports", "outlets", "publisher", "link",
            "place")  # fmt: skip


@dataclass(frozen=True, slots=True)
class TableEvents:
    """`events` has a row an event and pair of actors; `faults` how many rows gave none, and why.

    `first` is the number of the first such row.
    """

    events: pl.DataFrame
    faults: tuple[tuple[str, int, int], ...]


def table_events(rows: pl.DataFrame, told: EventMap) -> TableEvents:
    """Events of rows whose columns have the mapping's names, and `#row`, their numbers."""
    found = rows.with_columns(
        _day(told.day).alias("day"),
        (_day(told.published) if told.published else pl.lit(None, pl.Date)).alias("published"),
        pl.col(told.key).alias("key"),
    )
    found = _with_code(found, told)
    for role, side in (("actor", told.actor), ("recipient", told.recipient)):
        found = with_codes(found, role, side)
    found = found.with_columns(_fault().alias("fault"))
    faults = found.drop_nulls("fault").group_by("fault").agg(pl.len(), pl.col(ROW).min().alias("f"))
    good = found.filter(pl.col("fault").is_null()).explode("actor").explode("recipient")
    return TableEvents(_shaped(good, told), tuple(sorted(faults.iter_rows())))


def _day(column: str) -> pl.Expr:
    """From "2018-06-01", "20180601" or "20180601123000"."""
    digits = pl.col(column).str.replace_all(r"\D", "").str.slice(0, 8)
    day = digits.str.to_date("%Y%m%d", strict=False)
    return pl.when(day.dt.year().is_between(1900, 2199)).then(day)


def _with_code(frame: pl.DataFrame, told: EventMap) -> pl.DataFrame:
    columns = [c for c in (told.cameo, told.type, told.mode) if c]
    cells = frame.select(columns).unique()
    codes = [_code(*row) if told.type else _cameo(row[0]) for row in cells.iter_rows()]
    table = cells.with_columns(pl.Series("code", codes, dtype=pl.String))
    return frame.join(table, on=columns, how="left", nulls_equal=True, maintain_order="left")


def _cameo(cell: str | None) -> str | None:
    """CAMEO's code; files that passed through a spreadsheet have lost the leading zero."""
    code = (cell or "").strip()
    if cameo_of(code) and code.isdigit():
        return code
    return f"0{code}" if f"0{code}" in cameo_facts() else None


def _code(kind: str | None, mode: str | None = None) -> str | None:
    """PLOVER's type and mode in one; the mode is left out where our table has none such."""
    name, how = (kind or "").strip().upper(), (mode or "").strip().lower()
    if (name, None) not in type_facts():
        return None
    return f"{name} {how}" if (name, how) in type_facts() else name


def _fault() -> pl.Expr:
    wrong = {
        "day": pl.col("day").is_null(),
        "code": pl.col("code").is_null(),
        "actor": pl.col("actor").list.len().fill_null(0) == 0,
        "recipient": pl.col("recipient").list.len().fill_null(0) == 0,
        "key": pl.col("key").is_null() | ~pl.col("key").is_first_distinct(),
    }
    return pl.coalesce(*(pl.when(what).then(pl.lit(name)) for name, what in wrong.items()))


def _shaped(good: pl.DataFrame, told: EventMap) -> pl.DataFrame:
    def count(column: str | None) -> pl.Expr:
        number = pl.col(column).cast(pl.Int64, strict=False) if column else pl.lit(1)
        return number.fill_null(1).clip(1)

    def text(column: str | None) -> pl.Expr:
        return pl.col(column) if column else pl.lit(None, pl.String)

    def state(role: str) -> pl.Expr:
        first = pl.col(role).str.slice(0, _STATE)
        return pl.when(first.is_in(list(state_codes()))).then(first).otherwise(pl.col(role))

    day = pl.col("day")
    shaped = good.with_columns(
        pl.max_horizontal(pl.col("published").fill_null(day), day).alias("published"),
        state("actor").alias("a"),
        state("recipient").alias("b"),
        count(told.reports).alias("reports"),
        count(told.outlets).alias("outlets"),
        text(told.publisher).alias("publisher"),
        text(told.link).alias("link"),
        text(told.place).alias("place"),
    )
    return shaped.select(pl.col(ROW).alias("row"), *_COLUMNS)
