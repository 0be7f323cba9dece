"""The tables of quantities: what makes a number approximate, parts of a whole, rates."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dragoman.model.tables import Column, read_table


class Bounds(NamedTuple):
    """Factors of the number told; None leaves that side open."""

    low: float | None
    high: float | None


class Share(NamedTuple):
    """A part of a whole in percent; `value` is None where the word gives only bounds."""

    value: float | None
    low: float
    high: float


def _number(text: str) -> str | None:
    return None if text.replace(".", "", 1).isdigit() else "expected a number"


@cache
def approximations(side: str) -> tuple[tuple[str, Bounds], ...]:
    """Phrases that stand "before" or "after" a number with their bounds, the longest first."""
    rows = read_table(
        "figures/approximations.tsv",
        (
            Column("phrase"),
            Column("side", choices=("before", "after")),
            Column("low", optional=True, check=_number),
            Column("high", optional=True, check=_number),
        ),
    )
    found = [
        (r["phrase"], Bounds(_of(r["low"]), _of(r["high"]))) for r in rows if r["side"] == side
    ]
    return tuple(sorted(found, key=lambda row: (-len(row[0]), row[0])))


@cache
def shares() -> dict[str, Share]:
    """Words for parts of a whole, lower-case."""
    rows = read_table(
        "figures/shares.tsv",
        (
            Column("word"),
            Column("value", optional=True, check=_number),
            Column("low", check=_number),
            Column("high", check=_number),
        ),
    )
    return {r["word"]: Share(_of(r["value"]), float(r["low"]), float(r["high"])) for r in rows}


def _of(text: str) -> float | None:
    return float(text) if text else None


@cache
def rates() -> dict[str, str]:
    """Adverbs of rates and the time that they count by: "annually" by the year."""
    rows = read_table("figures/rates.tsv", (Column("word"), Column("unit")))
    return {r["word"]: r["unit"] for r in rows}
