"""The sides of a table's rows as actor codes: numbers of states by time, ISO codes, and names."""

from __future__ import annotations

import re
from functools import cache

import polars as pl

from dragoman.language.actor_tables import named, sectors, state_codes, states
from dragoman.linking.state_numbers import spells
from dragoman.linking.table_times import whole_number
from dragoman.model.tie_tables import Side, System, Times

ACTOR_FAULT = "actor"
_NUMBERED = ("cow", "gw")
_CODE = re.compile(r"[A-Z]{3}[A-Z0-9]*")


def with_side(frame: pl.DataFrame, name: str, side: Side, times: Times) -> pl.DataFrame:
    """`frame` with `name` (the code), `name_called` and `name_as`, what stood there.

    The code is null where nothing has that number, code or name. A number that stood for two
    states while a row holds gives a row for each, cut to its time; a row of one year counts as the
    state's that it was in the middle of the year.
    """
    if side.code is not None:
        return frame.with_columns(
            pl.lit(side.code).alias(name),
            pl.lit(None, pl.String).alias(f"{name}_called"),
            pl.lit(side.code).alias(f"{name}_as"),
        )
    found = frame.with_columns(pl.col(str(side.column)).alias(f"{name}_as"))
    if side.system in _NUMBERED:
        found = _numbered(found, name, side.system, yearly=times.year is not None)
    else:
        found = _looked_up(found, name, side.system)
    if side.sector:
        found = found.with_columns(pl.col(name) + side.sector)
    if side.name:
        found = found.with_columns(pl.col(side.name).alias(f"{name}_called"))
    return found


def _numbered(frame: pl.DataFrame, name: str, system: System, yearly: bool) -> pl.DataFrame:
    numbered = frame.with_columns(whole_number(pl.col(f"{name}_as")).alias("number"))
    joined = numbered.join(_spells(system), on="number", how="left")
    if yearly:
        middle = pl.col("start").dt.offset_by("6mo")
        here = _before(pl.col("since"), middle) & _after(pl.col("before"), middle)
        joined = joined.filter(here.fill_null(True))
    else:
        end = pl.min_horizontal("end", "before")
        joined = joined.with_columns(
            start=pl.max_horizontal("start", "since"),
            end=end,
            # Where the state ended before the table did, that is the end.
            cut_end=pl.col("cut_end") & (end == pl.col("end")).fill_null(True),
        )
        empty = (pl.col("start") >= pl.col("end")).fill_null(False)
        joined = joined.filter(~empty | pl.col("fault").is_not_null())
    return joined.rename({"code": name, "called": f"{name}_called"}).drop(
        "number", "since", "before"
    )


def _before(since: pl.Expr, day: pl.Expr) -> pl.Expr:
    return since.is_null() | (since <= day)


def _after(before: pl.Expr, day: pl.Expr) -> pl.Expr:
    return before.is_null() | (before > day)


@cache
def _spells(system: str) -> pl.DataFrame:
    known = {s.code for s in states()}
    return pl.DataFrame(
        [
            (s.number, s.code, None if s.code in known else s.name, s.since, s.until)
            for s in spells()
            if s.system == system
        ],
        schema={
            "number": pl.Int64,
            "code": pl.String,
            "called": pl.String,
            "since": pl.Date,
            "before": pl.Date,
        },
        orient="row",
    )


def _looked_up(frame: pl.DataFrame, name: str, system: System) -> pl.DataFrame:
    """Codes of the different values that occur, by a table of them."""
    values = frame.get_column(f"{name}_as").drop_nulls().unique().to_list()
    codes = {v: code for v in values if (code := code_of(system, v))}
    table = pl.DataFrame(
        {f"{name}_as": list(codes), name: list(codes.values())},
        schema={f"{name}_as": pl.String, name: pl.String},
    )
    joined = frame.join(table, on=f"{name}_as", how="left")
    return joined.with_columns(pl.lit(None, pl.String).alias(f"{name}_called"))


def code_of(system: System, value: str) -> str | None:
    """The actor code of a cell: an ISO code, a name or a code as it is; None for none."""
    if system == "name":
        return _names().get(value.casefold())
    code = value.upper()
    if system == "iso3":
        return code if code in state_codes() else None
    return code if _may_be_actor(code) else None


def _may_be_actor(code: str) -> bool:
    """A state or a prefix, with nothing or parts of three letters behind it."""
    known = state_codes() | set(sectors())
    if not _CODE.fullmatch(code) or code[:3] not in known:
        return False
    return code in _named_codes() or all(code[n : n + 3] in known for n in range(3, len(code), 3))


@cache
def _named_codes() -> frozenset[str]:
    return frozenset(n.code for n in named())


@cache
def _names() -> dict[str, str]:
    """Codes by name in small letters: states before others, and no name that several have."""
    found: dict[str, set[str]] = {}
    for body in named():
        for called in (body.name, *body.aliases):
            found.setdefault(called.casefold(), set()).add(body.code)
    own = {n: next(iter(codes)) for n, codes in found.items() if len(codes) == 1}
    for state in states():
        own |= {called.casefold(): state.code for called in (state.name, *state.aliases)}
    return own
