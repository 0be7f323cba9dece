"""Series of a directed dyad: counts and intensities by QuadClass, words, deeds, and their gap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import numpy as np
import numpy.typing as npt
import polars as pl

from dragoman.analysis.acts import Weight, dated, weighed
from dragoman.analysis.bands import HIGH, LOW, draws, percentiles
from dragoman.analysis.periods import Period, after, spread

Array = npt.NDArray[np.float64]
# The QuadClasses by name, in the order of their numbers.
QUADS = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
LINES = ("words", "deeds", "gap")


def table_of(
    acts: pl.DataFrame, starts: Sequence[date], period: Period, weights: Iterable[Weight] = ()
) -> tuple[Array, pl.DataFrame]:
    """Counts by period and QuadClass (periods x 4), and the spread acts that they are made of.

    The acts have `at`, the place of their period in `starts`, and `strength`, what each adds to
    the intensity of its class there; `parts` is what it adds to the count.
    """
    lifted = pl.when(pl.col("quad") <= 2).then(pl.col("score")).otherwise(-pl.col("score"))
    parts = pl.col("n") * pl.col("weight") * pl.col("share")
    place = pl.DataFrame(
        {"period": list(starts), "at": range(len(starts))},
        schema={"period": pl.Date, "at": pl.Int64},
    )
    found = (
        spread(weighed(dated(acts), weights), period)
        .lazy()
        .join(place.lazy(), on="period", maintain_order="left")
        .with_columns(parts.alias("parts"), lifted.clip(lower_bound=0).alias("height"))
        .with_columns((pl.col("parts") * pl.col("height")).alias("strength"))
        .collect()
    )
    return summed(found, "parts", len(starts)), found


def summed(spread_acts: pl.DataFrame, column: str, length: int) -> Array:
    """The sums of a column by period and QuadClass: periods x 4."""
    cell = (spread_acts["at"] * 4 + spread_acts["quad"] - 1).to_numpy()
    values = spread_acts[column].to_numpy()
    found: Array = np.bincount(cell, values, minlength=length * 4).astype(np.float64)
    return found.reshape(length, 4)


def lines(strengths: Array) -> dict[str, Array]:
    """Words, deeds and their gap from intensities (... x periods x 4).

    Words are verbal cooperation less verbal conflict, deeds the same of material. The balance of
    either is their difference over their sum, from -1 to 1; the gap is the balance of words less
    that of deeds, and NaN where there are no words or no deeds.
    """
    kind, firm, harsh, hard = (strengths[..., n] for n in range(4))
    with np.errstate(divide="ignore", invalid="ignore"):
        gap = (kind - harsh) / (kind + harsh) - (firm - hard) / (firm + hard)
    return {"words": kind - harsh, "deeds": firm - hard, "gap": gap}


def series(
    acts: pl.DataFrame, starts: Sequence[date], period: Period, weights: Iterable[Weight] = ()
) -> pl.DataFrame:
    """A row a period: counts, intensities, words, deeds and gap, each line with its 90 % band.

    Comes in: acts of one directed dyad. Bands are bootstrapped over incidents; a period without
    any has none, for nothing was resampled.
    """
    return series_of(*table_of(acts, starts, period, weights), starts, period)


def series_of(
    counts: Array, found: pl.DataFrame, starts: Sequence[date], period: Period
) -> pl.DataFrame:
    """The same from what `table_of` gives."""
    strengths = summed(found, "strength", len(starts))
    shown: dict[str, object] = {
        "period": list(starts),
        "until": [after(start, period) for start in starts],
    }
    shown |= {name: counts[:, n] for n, name in enumerate(QUADS)}
    shown |= {f"{name}_intensity": strengths[:, n] for n, name in enumerate(QUADS)}
    schema = {"period": pl.Date(), "until": pl.Date()}
    made = pl.DataFrame(shown, schema_overrides=schema)
    drawn = lines(draws(found, len(starts)))
    empty = counts.sum(axis=1) == 0
    return made.with_columns(
        column for name, values in lines(strengths).items()
        for column in _banded(name, values, drawn[name], empty)
    )  # fmt: skip


def _banded(
    name: str, values: Array, drawn: Array, empty: npt.NDArray[np.bool_]
) -> Iterable[pl.Series]:
    """A line with the ends of its band; null where there is none."""
    known = ~(empty | np.isnan(values))
    low, high = np.full(len(values), np.nan), np.full(len(values), np.nan)
    if known.any():
        low[known], high[known] = percentiles(drawn[:, known], (LOW, HIGH))
    for label, column in ((name, values), (f"{name}_low", low), (f"{name}_high", high)):
        yield pl.Series(label, column, dtype=pl.Float64, nan_to_null=True)
