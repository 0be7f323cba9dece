"""Quantities in the unit by which those of one kind are compared, converted by pint."""

from __future__ import annotations

from functools import cache

import pint

from dragoman.language.figures_tables import things
from dragoman.model.quantity import Measured
from dragoman.model.tables import Column, read_table

# Rates are compared by the year: gas is told by the year, oil by the day.
BY = "year"
DIGITS = 6


@cache
def _units() -> dict[str, tuple[str, str]]:
    columns = (Column("unit"), Column("pint"), Column("normal"))
    rows = read_table("figures/units.tsv", columns)
    return {r["unit"]: (r["pint"], r["normal"]) for r in rows}


@cache
def _registry() -> pint.UnitRegistry[float]:
    # No cache on disk: the registry is read from the installed package each time.
    return pint.UnitRegistry(cache_folder=None)


@cache
def _factor(unit: str) -> tuple[float, str] | None:
    """What to multiply by, and the unit that gives; None for a unit that nothing compares with."""
    whole, _, by = unit.partition("/")
    per = 1.0
    if by:
        if by not in _units() or _units()[by][1] != BY:
            return None
        per = 1 / _ratio(by)
    name = f"{{}}/{BY}" if by else "{}"
    if whole in _plain():
        return per, name.format(whole)
    if whole not in _units():
        return None
    return _ratio(whole) * per, name.format(_units()[whole][1])


def _ratio(unit: str) -> float:
    told, normal = _units()[unit]
    quantity = _registry().Quantity(1, _registry().parse_units(normal_of(normal)))
    # "1e9 * meter ** 3" is a quantity, not a unit, for the library
    one = _registry().parse_expression(told)
    return float(one.to(quantity.units).magnitude)


def normal_of(unit: str) -> str:
    """How the library calls a unit of comparison."""
    return _units()[unit][0]


@cache
def _plain() -> frozenset[str]:
    """Units that are compared as they are: currencies and percent."""
    currencies = {t.unit for t in things("currency").values() if t.unit}
    return frozenset({*currencies, "percent"})


def measured(
    unit: str | None, value: float | None, low: float | None, high: float | None
) -> Measured | None:
    """The same in the unit of comparison; None for what has no unit that compares."""
    factor = _factor(unit) if unit else None
    if factor is None:
        return None
    times, name = factor
    return Measured(_times(value, times), _times(low, times), _times(high, times), name)


def _times(value: float | None, factor: float) -> float | None:
    return None if value is None else float(f"{value * factor:.{DIGITS + 3}g}")
