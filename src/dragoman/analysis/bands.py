"""Bands: what the intensities might have been, had other incidents been told of."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import polars as pl

Array = npt.NDArray[np.float64]
# How often incidents are drawn again, and the ends of a band of 90 %.
DRAWS = 250
LOW, HIGH = 5.0, 95.0
# Fixed, so that the same record gives the same band.
_SEED = 20250627
# Above so many rows the sums are drawn and not their parts: they are as good as normal then.
_MOST_ROWS = 2_000
# What is as good as normal needs fewer draws.
_FEWER = 100


def draws(spread_acts: pl.DataFrame, length: int) -> Array:
    """Intensities drawn again: draws (fewer of many rows) x periods x QuadClasses.

    A Poisson bootstrap over incidents (Hanley and MacGibbon 2006): each counts as often as a
    Poisson number with mean 1 says, in all periods over which a vague date spreads it.
    """
    random = np.random.default_rng(_SEED)
    cells = length * 4
    if spread_acts.is_empty():
        return np.zeros((DRAWS, length, 4))
    cell = (spread_acts["at"] * 4 + spread_acts["quad"] - 1).to_numpy()
    if len(cell) > _MOST_ROWS:
        return _by_moments(spread_acts, cell, cells, random).reshape(_FEWER, length, 4)
    # Rows of the same incident share a number; acts told together are `n` of them.
    _, whose = np.unique(_names(spread_acts), return_inverse=True)
    many = np.zeros(whose.max() + 1)
    many[whose] = spread_acts["n"].to_numpy()
    times = random.poisson(many, (DRAWS, len(many))) / np.maximum(many, 1)
    order = np.argsort(cell, kind="stable")
    added = times[:, whose[order]] * spread_acts["strength"].to_numpy()[order]
    where, first = np.unique(cell[order], return_index=True)
    found = np.zeros((DRAWS, cells))
    found[:, where] = np.add.reduceat(added, first, axis=1)
    return found.reshape(DRAWS, length, 4)


def percentiles(drawn: Array, wanted: tuple[float, ...]) -> list[Array]:
    """Percentiles of the draws of each column, those that are NaN left out; all columns at once."""
    # Each column's draws next to each other, which sorts three times as fast.
    whole = np.ascontiguousarray(drawn.T)
    last = np.maximum((~np.isnan(whole)).sum(axis=1) - 1, 0)
    ordered = _ordered(whole, last, wanted)
    columns = np.arange(len(ordered))
    found = []
    for percent in wanted:
        at = last * percent / 100
        low = np.floor(at).astype(np.int64)
        high = np.minimum(low + 1, last)
        below, above = ordered[columns, low], ordered[columns, high]
        found.append(below + (above - below) * (at - low))
    return found


def _ordered(whole: Array, last: npt.NDArray[np.int64], wanted: tuple[float, ...]) -> Array:
    """The draws in order, as far as it is asked for; those that are NaN come last."""
    most = whole.shape[1] - 1
    if most < 1 or not whole.size or last.min() < most:
        return np.sort(whole, axis=1)
    low = [int(most * percent / 100) for percent in wanted]
    return np.partition(whole, sorted({*low, *(min(n + 1, most) for n in low)}), axis=1)


def _names(spread_acts: pl.DataFrame) -> npt.NDArray[np.str_]:
    rows = pl.int_range(pl.len()).cast(pl.String)
    told = spread_acts.select(pl.col("incident").fill_null("#" + rows))
    return told["incident"].to_numpy().astype(str)


def _by_moments(
    spread_acts: pl.DataFrame, cell: npt.NDArray[np.int64], cells: int, random: np.random.Generator
) -> Array:
    """The same drawn from the mean and the variance that the bootstrap has."""
    strength, many = spread_acts["strength"].to_numpy(), spread_acts["n"].to_numpy()
    mean = np.bincount(cell, strength, minlength=cells)
    spread = np.sqrt(np.bincount(cell, strength**2 / many, minlength=cells))
    return np.maximum(mean + spread * random.standard_normal((_FEWER, cells), dtype=np.float32), 0)
