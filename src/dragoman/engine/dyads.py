"""A dyad measured: words and deeds of the two on each other, their breaks, and the coverage.

from dragoman.engine.dyads import DyadAsk, dyad
from dragoman.record import open_record

with open_record("dragoman.db") as record:
    found = dyad(record, DyadAsk(("AZE", "RUS"), period="month"))
    print(found.directions[0].series, found.directions[0].breaks)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import polars as pl

from dragoman.analysis.acts import Weight, between, days_of, undated
from dragoman.analysis.breaks import Break, breaks
from dragoman.analysis.coverage import coverage
from dragoman.analysis.periods import Period, after, first_day, periods
from dragoman.analysis.scales import ScaleName
from dragoman.analysis.series import series_of, table_of
from dragoman.analysis.together import together_words, with_filed
from dragoman.engine.acts import Pair, acts_between, incidents_between, origins_behind
from dragoman.engine.period_acts import met, period_acts, period_shaped, without
from dragoman.model.errors import UsageError
from dragoman.model.rows import Json
from dragoman.model.sourced import SourcedIncident
from dragoman.record import Filters, Record

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DyadAsk:
    """What is asked: two actors, periods, and what is counted how.

    `since` and `until` cut the series, and no more than what is shown rests on them: breaks are
    found in what is within. `as_of` leaves what had been published by then. With `apart`, acts
    that reports and files both tell count once for either.
    """

    pair: Pair
    period: Period = "month"
    since: date | None = None
    until: date | None = None
    as_of: date | None = None
    scale: ScaleName = "plover"
    weights: tuple[Weight, ...] = ()
    coder: str | None = None
    apart: bool = False

    def __post_init__(self) -> None:
        a, b = self.pair
        if a.startswith(b) or b.startswith(a):
            raise UsageError(f"{a} and {b} are no two actors; expected two of which neither is part"
                             " of the other, such as AZE RUS")  # fmt: skip

    @property
    def filters(self) -> Filters:
        """What is asked of the record's reports."""
        return Filters(as_of=self.as_of, coder=self.coder)


@dataclass(frozen=True, slots=True)
class Direction:
    """One towards the other: the acts within the time asked for, their series and breaks.

    `undated` counts acts with no time, or one vaguer than a year, which stand in no series;
    `origins` how many independent origins the dated acts rest on together.
    """

    actor: str
    recipient: str
    acts: pl.DataFrame
    series: pl.DataFrame
    breaks: tuple[Break, ...]
    undated: int
    origins: int


@dataclass(frozen=True, slots=True)
class Dyad:
    """Both directions, the one asked for first; `starts` are the first days of the periods.

    `ties` are what held between the two, as the record tells it; `together` counts the acts that
    both reports and files tell, which are counted once.
    """

    ask: DyadAsk
    starts: tuple[date, ...]
    directions: tuple[Direction, Direction]
    coverage: pl.DataFrame
    ties: tuple[Json, ...]
    notes: tuple[str, ...]
    together: int = 0


def dyad(record: Record, ask: DyadAsk) -> Dyad:
    """The dyad measured; raises UsageError for too many periods."""
    found = incidents_between(record, ask.filters, ask.pair)
    own = acts_between(found, ask.pair, ask.scale)
    files = period_acts(record, ask.pair, ask.period, ask.as_of)
    matchable = own.clear() if ask.apart or files.counted.is_empty() else own
    matched = met(record, ask.pair, ask.as_of, matchable, ask.scale)
    filed = period_shaped(without(files, matched, ask.period), ask.scale)
    acts = pl.concat([with_filed(own, matched).select(filed.columns), filed])
    told = record.reports_naming_both(*ask.pair, ask.filters)
    starts = periods(*_window(ask, acts, told, files.cover), ask.period)
    cover = coverage(told, starts, ask.period, files.cover)
    a, b = ask.pair
    ties = record.ties(Filters(dyad=ask.pair, as_of=ask.as_of, coder=ask.coder))
    return Dyad(
        ask=ask,
        starts=tuple(starts),
        directions=(
            _direction(found, ask, acts, starts, (a, b)),
            _direction(found, ask, acts, starts, (b, a)),
        ),
        coverage=cover,
        ties=tuple(ties),
        notes=tuple(_notes(record, ask, filed, matched.height)),
        together=matched.height,
    )


def _notes(record: Record, ask: DyadAsk, filed: pl.DataFrame, together: int) -> Iterator[str]:
    """Of acts that files alone have, the record's own notes would say that it has nothing."""
    if together:
        yield together_words(together)
    if filed.is_empty():
        yield from record.notes(replace(ask.filters, dyad=ask.pair))
        return
    yield from record.notes(ask.filters)
    tables = ", ".join(dict.fromkeys(row["table"] for row in record.event_tables()))
    yield f"{int(filed['n'].sum()):,} acts are from imported files ({tables}), a day and code each"


def _window(
    ask: DyadAsk, acts: pl.DataFrame, told: Sequence[Json], filed: pl.DataFrame
) -> tuple[date, date]:
    """From the first act, or the first report, to the day asked about or the last of either."""
    spans = [(row["start"], row["end"]) for row in told if row["start"] and row["end"]]
    if not filed.is_empty():
        first, last = filed.select(pl.col("day").min(), pl.col("day").max().alias("last")).row(0)
        spans.append((first_day(first, ask.period), after(first_day(last, ask.period), ask.period)))
    if found := days_of(acts):
        spans.append(found)
    if not spans:
        return date.min, date.min
    last = ask.as_of + _DAY if ask.as_of else max(end for _, end in spans)
    first = min(start for start, _ in spans)
    return max(first, ask.since or first), min(last, ask.until or last)


def _direction(
    found: Sequence[SourcedIncident],
    ask: DyadAsk,
    acts: pl.DataFrame,
    starts: Sequence[date],
    pair: Pair,
) -> Direction:
    own = between(acts, *pair)
    counts, spread = table_of(own, starts, ask.period, ask.weights)
    inside = _inside(own, starts, ask.period)
    return Direction(
        actor=pair[0],
        recipient=pair[1],
        acts=inside,
        series=series_of(counts, spread, starts, ask.period),
        breaks=tuple(breaks(counts)),
        undated=undated(own),
        origins=origins_behind(found, inside),
    )


def _inside(acts: pl.DataFrame, starts: Sequence[date], period: Period) -> pl.DataFrame:
    """The acts of which a part lies within the periods, in the order of time."""
    if not starts:
        return acts.clear()
    first, end = starts[0], after(starts[-1], period)
    known = pl.col("start").is_not_null() & pl.col("end").is_not_null()
    within = (pl.col("start") < end) & (pl.col("end") > first)
    return acts.filter(known & within).sort("start", "end", "quad", "incident")
