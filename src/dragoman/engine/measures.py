"""What `import dragoman` offers of measures: series, breaks and the like as data frames."""

from __future__ import annotations

from typing import TypeVar, get_args

import polars as pl

from dragoman.analysis.acts import Weight
from dragoman.analysis.ladders import WINDOW
from dragoman.analysis.periods import PERIODS
from dragoman.analysis.scales import SCALES
from dragoman.engine.dyad_rows import break_rows, dyad_rows
from dragoman.engine.dyads import DyadAsk
from dragoman.engine.dyads import dyad as measured
from dragoman.engine.frames import frame
from dragoman.engine.ladders import figure_rows, step_rows
from dragoman.engine.ladders import ladder as measured_ladder
from dragoman.model.errors import UsageError
from dragoman.record import Record, parse_filters
from dragoman.record.naming import actor_code


def dyad(record: Record, actor: str, recipient: str, **how: object) -> pl.DataFrame:
    """Words and deeds of two on each other: a row a direction and period.

    `how` is any of `period` ("day", "week", "month"), `since`, `until`, `as_of`, `scores`
    ("plover", "goldstein"), `weigh` (of "origins", "denied") and `coder`. Raises UsageError.
    """
    return frame("dyad", dyad_rows(measured(record, dyad_ask(actor, recipient, **how))))


def breaks(record: Record, actor: str, recipient: str, **how: object) -> pl.DataFrame:
    """The breaks of both directions, with sizes and incidents; `how` as for `dyad`."""
    return frame("breaks", break_rows(measured(record, dyad_ask(actor, recipient, **how))))


def ladder(
    record: Record, actor: str, recipient: str, window: int = WINDOW, **how: object
) -> pl.DataFrame:
    """Acts and answers of two, chain by chain; `window` in days, `how` as for `dyad`."""
    found = measured_ladder(record, dyad_ask(actor, recipient, **how), window)
    return frame("ladder", step_rows(found))


def reciprocity(
    record: Record, actor: str, recipient: str, window: int = WINDOW, **how: object
) -> pl.DataFrame:
    """How each side answers, beside what chance gives; options as for `ladder`."""
    found = measured_ladder(record, dyad_ask(actor, recipient, **how), window)
    return frame("reciprocity", figure_rows(found))


def dyad_ask(actor: str, recipient: str, **how: object) -> DyadAsk:
    """What is asked of a dyad, from words; raises UsageError, naming the choices."""
    known = ("period", "since", "until", "as_of", "scores", "weigh", "coder")
    if unknown := sorted(set(how) - set(known)):
        raise UsageError(f"no such option {unknown[0]!r}; there are: {', '.join(known)}")
    days = {name: str(how[name]) for name in ("since", "until", "as_of") if how.get(name)}
    found = parse_filters(days)
    return DyadAsk(
        pair=(actor_code(actor), actor_code(recipient, "recipient")),
        period=_one("period", how.get("period") or "month", PERIODS),
        since=found.since,
        until=found.until,
        as_of=found.as_of,
        scale=_one("scores", how.get("scores") or "plover", SCALES),
        weights=_weights(how.get("weigh")),
        coder=str(how["coder"]) if how.get("coder") else None,
    )


def _weights(given: object) -> tuple[Weight, ...]:
    """Of one name, or several."""
    names = given if isinstance(given, list | tuple) else (given,)
    return tuple(_one("weight", name, get_args(Weight)) for name in names if name)


T = TypeVar("T", bound=str)


def _one(name: str, value: object, choices: tuple[T, ...]) -> T:
    for choice in choices:
        if choice == value:
            return choice
    raise UsageError(f"no such {name} {value!r}; there are: {', '.join(choices)}")
