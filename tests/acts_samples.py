"""Acts by hand: for measures that are tested on what was planted."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from dragoman.analysis.acts import frame_of
from dragoman.model.ontology import facts_of


def act(start: date, kind: str = "ACCUSE", days: int = 1, **about: Any) -> dict[str, Any]:
    """An act of A towards B that began on a day and is known to within so many."""
    facts = facts_of(kind, about.get("mode"))
    end = start + timedelta(days=days)
    return {
        "incident": f"{kind} {start} {days}",
        "actor": "AZE",
        "recipient": "RUS",
        "type": kind,
        "mode": None,
        "quad": facts.quad_class,
        "score": facts.goldstein,
        "start": start,
        "end": end,
        "known": end,
        "n": 1.0,
        "reports": 1,
        "origins": 1,
        "denied": False,
        "answers": None,
        "events": [],
        **about,
    }


def acts(*rows: dict[str, Any]) -> pl.DataFrame:
    """Acts as a frame."""
    return frame_of(rows)


def counts(
    random: np.random.Generator, *stretches: tuple[int, tuple[float, ...]]
) -> npt.NDArray[np.float64]:
    """Poisson counts by period and QuadClass: so many periods at these rates, and so on."""
    drawn = [random.poisson(rates, (length, 4)) for length, rates in stretches]
    return np.vstack(drawn).astype(np.float64)
