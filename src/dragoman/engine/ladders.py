"""Action and reaction of two: chains of acts and answers, and how each side answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date

import polars as pl

from dragoman.analysis.ladders import WINDOW, Step, ladder_acts, steps
from dragoman.analysis.reciprocity import Reciprocity, reciprocity
from dragoman.analysis.together import with_filed
from dragoman.engine.acts import acts_between, incidents_between
from dragoman.engine.dyads import DyadAsk
from dragoman.engine.table_acts import day_acts
from dragoman.model.errors import UsageError
from dragoman.model.rows import Json
from dragoman.record import Record

# Of longer histories the last acts are looked at.
MOST_ACTS = 20_000
_LONGEST_WINDOW = 366


@dataclass(frozen=True, slots=True)
class Ladder:
    """The acts in the order of time, the chains that they form, and the figures of both sides.

    `together` counts the acts that both reports and files tell, which are counted once.
    """

    ask: DyadAsk
    window: int
    acts: pl.DataFrame
    steps: tuple[Step, ...]
    figures: tuple[Reciprocity, ...]
    together: int = 0


def ladder(record: Record, ask: DyadAsk, window: int = WINDOW) -> Ladder:
    """The ladder of a dyad; raises UsageError for a window that is none."""
    if not 1 <= window <= _LONGEST_WINDOW:
        raise UsageError(f"window {window} cannot be; expected 1 to {_LONGEST_WINDOW} days")
    between = incidents_between(record, ask.filters, ask.pair)
    acts, together = acts_between(between, ask.pair, ask.scale), 0
    since, until = ask.since or date.min, ask.until or date.max
    if (days := record.table_days(ask.pair, ask.as_of)) is not None:
        first = max(since, days[0])
        told = acts.clear() if ask.apart else acts
        filed, matched = day_acts(record, ask.pair, first, until, ask.as_of, ask.scale, told)
        acts, together = (
            pl.concat([with_filed(acts, matched).select(filed.columns), filed]),
            matched.height,
        )
    inside = (pl.col("start") >= since) & (pl.col("start") < until)
    found = ladder_acts(acts.filter(inside), window).tail(MOST_ACTS)
    chains = tuple(steps(found, window))
    figures = tuple(reciprocity(found, chains, ask.pair, window))
    return Ladder(ask, window, found, chains, figures, together)


def step_rows(found: Ladder) -> Iterator[Json]:
    """A row a step, chain by chain, in the order of time."""
    acts = found.acts.rows(named=True)
    for step in found.steps:
        act = acts[step.act]
        yield {
            "chain": step.chain + 1,
            "step": step.place + 1,
            "day": act["start"].isoformat(),
            "actor": act["actor"],
            "recipient": act["recipient"],
            "type": act["type"],
            "mode": act["mode"],
            "quad_class": act["quad"],
            "score": act["score"],
            "answers": acts[step.to]["start"].isoformat() if step.to is not None else None,
            "rule": step.rule,
            "words": act["answers"],
            "delay": step.delay,
            "harder": step.harder,
            "reports": act["reports"],
            "incident": act["incident"],
            "event": act["events"][0] if act["events"] else None,
        }


def figure_rows(found: Ladder) -> Iterator[Json]:
    """A row a side and sign: who answers, how often beside chance, how fast, how hard."""
    yield from map(asdict, found.figures)
