"""Reciprocity and escalation: who answers, how often, how fast, how hard, beside chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from statistics import median

import polars as pl

from dragoman.analysis.ladders import Step


@dataclass(frozen=True, slots=True)
class Reciprocity:
    """How one side answers the acts of a sign of the other.

    `share` of `acts` are answered within the window; `chance` would be, did the side act as often
    as it does without regard to the other. `told` of the answers say themselves that they are.
    `delay` is the median in days; `harder` the mean of what answers have in intensity beyond the
    acts that they answer. All None where nothing can be said.
    """

    actor: str
    sign: str
    acts: int
    answered: int
    told: int
    share: float | None
    chance: float | None
    delay: float | None
    harder: float | None


def reciprocity(
    acts: pl.DataFrame, steps: Sequence[Step], pair: tuple[str, str], window: int
) -> list[Reciprocity]:
    """The figures of each side and sign, of acts in the order of `ladder_acts`."""
    return [
        _of(acts, steps, actor, other, sign, window)
        for actor, other in (pair, pair[::-1])
        for sign in ("conflict", "cooperation")
    ]


def _of(  # noqa: PLR0913, PLR0917  # who answers whom in what
    acts: pl.DataFrame, steps: Sequence[Step], actor: str, other: str, sign: str, window: int
) -> Reciprocity:
    of_sign = (pl.col("quad") <= 2) == (sign == "cooperation")
    numbered = acts.with_row_index("place").filter(of_sign)
    mine = set(numbered.filter(pl.col("actor") == actor)["place"].to_list())
    theirs = numbered.filter(pl.col("actor") == other).height
    answers = [step for step in steps if step.to is not None and step.act in mine]
    answered = len({step.to for step in answers})
    return Reciprocity(
        actor=actor,
        sign=sign,
        acts=theirs,
        answered=answered,
        told=sum(step.rule == "told" for step in answers),
        share=answered / theirs if theirs else None,
        chance=_chance(acts, len(mine), window) if theirs else None,
        delay=median(s.delay for s in answers if s.delay is not None) if answers else None,
        harder=sum(s.harder or 0.0 for s in answers) / len(answers) if answers else None,
    )


def _chance(acts: pl.DataFrame, mine: int, window: int) -> float:
    """The chance that one who acts at a steady rate acts at least once within the window."""
    days = acts.select((pl.col("start").max() - pl.col("start").min()).dt.total_days()).item()
    return 1 - exp(-mine / max(days, window) * window)
