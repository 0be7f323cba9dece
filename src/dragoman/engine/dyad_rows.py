"""A dyad as plain rows: its periods, its breaks, its acts; what commands print and pages show."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from dragoman.analysis.breaks import Break
from dragoman.analysis.periods import after
from dragoman.analysis.series import QUADS
from dragoman.analysis.sizes import size_of
from dragoman.engine.dyad_ties import standing
from dragoman.engine.dyads import Direction, Dyad
from dragoman.model.rows import Json

# So many incidents are named as those that made a break.
_NAMED = 5


def dyad_rows(found: Dyad) -> Iterator[Json]:
    """A row a direction and period, in that order: counts, intensities, lines, coverage, ties."""
    cover = list(found.coverage.iter_rows(named=True))
    for one in found.directions:
        marked = {found.starts[b.at] for b in one.breaks}
        held = standing(found, one)
        rows = zip(found.starts, _plain(one.series), cover, held, strict=True)
        for start, row, told, ties in rows:
            yield {
                "actor": one.actor,
                "recipient": one.recipient,
                **row,
                "reports": round(told["reports"], 4),
                "outlets": told["outlets"],
                "thin": told["thin"],
                "break": start in marked,
                "ties": list(ties.sure),
                "ties_open": list(ties.open),
            }


def break_rows(found: Dyad) -> Iterator[Json]:
    """A row a direction and break, in that order."""
    for one in found.directions:
        for each in one.breaks:
            yield break_row(found, one, each)


def break_row(found: Dyad, one: Direction, each: Break) -> Json:
    """A break: its date and the days that bound it, what changed, and the incidents it rests on.

    `known` is the day on which it could first be told: the last of the period that told it.
    """
    size, quad = size_of(each), each.quad
    starts, last = found.starts, len(found.starts) - 1
    return {
        "actor": one.actor,
        "recipient": one.recipient,
        "date": starts[each.at].isoformat(),
        "low": starts[each.low].isoformat(),
        "high": starts[min(each.high, last)].isoformat(),
        "known": after(starts[min(each.known, last)], found.ask.period).isoformat(),
        "kind": each.kind,
        "quad_class": quad,
        "before": round(each.before[quad - 1], 4),
        "after": round(each.after[quad - 1], 4),
        "ratio": round(size.ratio, 4),
        "ratio_low": round(size.low, 4),
        "ratio_high": round(size.high, 4),
        "mix_before": _shares(each.before),
        "mix_after": _shares(each.after),
        "incidents": makers(found, one, each),
    }


def makers(found: Dyad, one: Direction, each: Break) -> list[str]:
    """The strongest incidents after a break of the class that rose, or before it of one that fell.

    Of those told of the segment; acts of files have no incidents of their own.
    """
    rose = each.after[each.quad - 1] > each.before[each.quad - 1]
    first, end = (each.at, each.until) if rose else (each.since, each.at)
    begins, ends = found.starts[first], after(found.starts[end - 1], found.ask.period)
    own = one.acts.filter(
        pl.col("quad") == each.quad, pl.col("start") < ends, pl.col("end") > begins
    )
    strongest = own.drop_nulls("incident").sort(pl.col("score").abs(), descending=True)
    return strongest["incident"].head(_NAMED).to_list()


def act_rows(one: Direction) -> Iterator[Json]:
    """The acts of a direction that incidents tell, in the order of time; those of files are rows
    of their own."""
    yield from _plain(one.acts.drop_nulls("incident"))


def _shares(rates: tuple[float, ...]) -> dict[str, float]:
    """The share of each class; of nothing there are none."""
    total = sum(rates)
    return {q: round(r / total, 4) for q, r in zip(QUADS, rates, strict=True)} if total else {}


def _plain(frame: pl.DataFrame) -> Iterator[Json]:
    """Rows with days as text, and numbers no longer than they are known."""
    told = frame.with_columns(pl.col(pl.Date).dt.to_string("iso"), pl.col(pl.Float64).round(4))
    return told.iter_rows(named=True)
