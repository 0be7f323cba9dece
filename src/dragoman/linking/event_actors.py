"""The sides of event files as actor codes: codes of CAMEO, countries with sectors, names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import polars as pl

from dragoman.language.actor_tables import sectors, state_codes
from dragoman.linking.table_actors import code_of
from dragoman.model.event_tables import EventSide
from dragoman.model.tables import Column, read_table

_PART = 3


def with_codes(frame: pl.DataFrame, role: str, side: EventSide) -> pl.DataFrame:
    """`frame` with `role` (a list of actor codes, empty where nobody is known) and `role_name`.

    Each different combination of cells is looked up once.
    """
    columns = list(side.columns())
    told = frame.select(columns).unique()
    codes = [list(_codes(row, side)) for row in told.iter_rows(named=True)]
    table = told.with_columns(pl.Series(role, codes, dtype=pl.List(pl.String)))
    name = pl.col(side.name) if side.name else pl.lit(None, pl.String)
    return frame.join(
        table, on=columns, how="left", nulls_equal=True, maintain_order="left"
    ).with_columns(name.alias(f"{role}_name"))


def _codes(row: dict[str, str | None], side: EventSide) -> Iterator[str]:
    if side.code:
        if code := cameo_code(row[side.code] or ""):
            yield code
        return
    names, countries, kinds = (
        _cells(row[column], side.parted_by) if column else []
        for column in (side.name, side.country, side.sectors)
    )
    seen: set[str] = set()
    for n in range(max(len(names), len(countries), 1)):
        name, country = _at(names, n), _at(countries, n)
        told = kinds if side.parted_by is None else [_at(kinds, n)]
        code = _named(name, country, told)
        if code and code not in seen:
            seen.add(code)
            yield code


def cameo_code(given: str) -> str | None:
    """An actor code of CAMEO in ours: a state, then sectors; parts that we do not have end it."""
    code = given.strip().upper()
    parts = [code[n : n + _PART] for n in range(0, len(code), _PART)]
    if not parts:
        return None
    parts[0] = _countries().get(parts[0], parts[0])
    known = sectors()
    if parts[0] not in state_codes() and parts[0] not in known:
        return code_of("name", given) or code_of("code", given)
    kept = parts[:1]
    for part in parts[1:]:
        if part not in known:
            break
        kept.append(part)
    return "".join(kept[:2] if parts[0] in state_codes() else kept)


def _named(name: str, country: str, kinds: list[str]) -> str | None:
    """A state with its sector; an organisation by its name where there is no country."""
    state = code_of("iso3", country) or code_of("name", country) if country else None
    if state and state in state_codes():
        bare = not any(kinds) or (name and code_of("name", name) == state)
        return state if bare else state + _sector(kinds)
    return code_of("name", name) if name else None


def _sector(kinds: list[str]) -> str:
    """The code of the sector that stands first in the table; none where no sector is known."""
    order = _sectors()
    told = [kind.strip().casefold() for cell in kinds for kind in cell.split(",")]
    found = min((order[k] for k in told if k in order), default=None)
    return found[1] if found else ""


@cache
def _sectors() -> dict[str, tuple[int, str]]:
    columns = (Column("name"), Column("code", choices=tuple(sectors())))
    rows = read_table("events/sectors.tsv", columns)
    own = {code.casefold(): (len(rows), code) for code in sectors()}
    return own | {r["name"].casefold(): (n, r["code"]) for n, r in enumerate(rows)}


@cache
def _countries() -> dict[str, str]:
    rows = read_table("events/country_codes.tsv", (Column("cameo"), Column("iso3")))
    return {r["cameo"]: r["iso3"] for r in rows}


def _cells(value: str | None, parted_by: str | None) -> list[str]:
    if value is None or value in ("None", "NA"):
        return []
    return [part.strip() for part in value.split(parted_by)] if parted_by else [value]


def _at(cells: list[str], n: int) -> str:
    """The n-th; where fewer are told, the last stands for all that follow."""
    return cells[min(n, len(cells) - 1)] if cells else ""
