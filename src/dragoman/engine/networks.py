"""The network of a record as of a date: edges, actors, blocs, triads, third parties, changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import polars as pl

from dragoman.analysis.acts import Weight, dated, days_of, weighed
from dragoman.analysis.network import Triad, changes, edges, nodes, relations, triads
from dragoman.analysis.scales import ScaleName
from dragoman.analysis.third_parties import third_parties
from dragoman.engine.acts import all_acts
from dragoman.engine.table_acts import pair_acts, towards_acts
from dragoman.language.actor_tables import sectors, state_codes
from dragoman.model.errors import UsageError
from dragoman.model.rows import Json
from dragoman.record import Filters, Record

# The days before the date asked about that count, when nothing else is asked.
DAYS = 365
_LONGEST = 40_000
# Prefixes of those who act across states; other bare sectors ("police") are nobody in particular.
_ACROSS = ("IGO", "NGO", "MNC", "IMG", "INT")
_STATE = 3


@dataclass(frozen=True, slots=True)
class NetworkAsk:
    """What is asked: the days up to `until`, as of a date, around one actor where one is named.

    Relations of less than `least` (intensities of both directions together) are left out of edges
    and drawings; blocs, brokerage and triads rest on all. With `apart`, acts that reports and files
    both tell count once for either.
    """

    until: date | None = None
    days: int = DAYS
    as_of: date | None = None
    around: str | None = None
    scale: ScaleName = "plover"
    weights: tuple[Weight, ...] = ()
    coder: str | None = None
    apart: bool = False
    least: float = 0.0

    def __post_init__(self) -> None:
        if not 1 <= self.days <= _LONGEST:
            raise UsageError(f"days {self.days} cannot be; expected 1 to {_LONGEST:,}")

    @property
    def filters(self) -> Filters:
        """What is asked of the record's reports."""
        return Filters(as_of=self.as_of, coder=self.coder)


@dataclass(frozen=True, slots=True)
class Network:
    """Edges, relations and actors of the days from `since` to before `until`."""

    ask: NetworkAsk
    since: date
    until: date
    edges: pl.DataFrame
    relations: pl.DataFrame
    nodes: pl.DataFrame
    triads: tuple[Triad, ...]
    ties: dict[tuple[str, str], set[str]]
    together: int = 0


def network(record: Record, ask: NetworkAsk) -> Network:
    """The network; of a record without a date, an empty one."""
    since, until = _window(record, ask)
    acts, together = _acts(record, ask, since, until)
    found = edges(acts)
    if ask.around:
        around = ask.around
        near = {around, *found.filter(pl.col("actor") == around)["recipient"],
                *found.filter(pl.col("recipient") == around)["actor"]}  # fmt: skip
        found = found.filter(pl.col("actor").is_in(near), pl.col("recipient").is_in(near))
    related = relations(found)
    strong = related.filter(pl.col("strength") >= ask.least)
    return Network(
        ask=ask,
        since=since,
        until=until,
        edges=_within(found, strong) if ask.least else found,
        relations=strong,
        nodes=nodes(found, related),
        triads=tuple(triads(related)),
        ties=record.ties_in_force(until - timedelta(days=1), ask.filters),
        together=together,
    )


def _within(found: pl.DataFrame, strong: pl.DataFrame) -> pl.DataFrame:
    """The edges of some relations."""
    a, b = pl.min_horizontal("actor", "recipient"), pl.max_horizontal("actor", "recipient")
    pairs = strong.select("a", "b")
    kept = found.with_columns(a.alias("a"), b.alias("b")).join(
        pairs, on=["a", "b"], how="semi", maintain_order="left"
    )
    return kept.drop("a", "b")


def network_changes(record: Record, ask: NetworkAsk, before: date) -> pl.DataFrame:
    """How relations changed from the days up to `before` to those asked about."""
    ask = replace(ask, least=0.0)
    now = network(record, ask)
    asked = replace(
        ask, until=before, as_of=min(before, ask.as_of or before) if ask.as_of else None
    )
    return changes(network(record, asked).relations, now.relations)


def drawn_in(record: Record, pair: tuple[str, str], ask: NetworkAsk) -> pl.DataFrame:
    """The third parties that reacted to the quarrel of two, within the days asked about."""
    since, until = _window(record, ask)
    told = dated(all_acts(record, ask.filters, ask.scale))
    told = told.filter(pl.col("recipient").is_in(pair))
    filed, _ = towards_acts(record, pair, since, until, ask.as_of, ask.scale, _counted(told, ask))
    acts = pl.concat([told.select(filed.columns), filed])
    inside = (pl.col("start") >= since) & (pl.col("start") < until)
    return third_parties(acts.filter(inside & _somebody("actor")), pair, since, until)


def edge_rows(found: Network) -> Iterator[Json]:
    """A row an edge, the strongest first, with the kinds of ties that held at the end."""
    for row in found.edges.iter_rows(named=True):
        both = tuple(sorted((row["actor"], row["recipient"])))
        ties = sorted(found.ties.get((both[0], both[1]), ()))
        yield {**_rounded(row), "ties": ties}


def node_rows(found: Network) -> Iterator[Json]:
    """A row an actor, the most present first."""
    yield from map(_rounded, found.nodes.iter_rows(named=True))


def triad_rows(found: Network) -> Iterator[Json]:
    """A row a triad, the strongest first; signs are those of ab, ac and bc."""
    for one in found.triads:
        a, b, c = one.members
        yield {"a": a, "b": b, "c": c, "signs": one.signs, "balanced": one.balanced,
               "strength": round(one.strength, 4)}  # fmt: skip


def frame_rows(found: pl.DataFrame) -> Iterator[Json]:
    """The rows of changes or third parties."""
    yield from map(_rounded, found.iter_rows(named=True))


def _rounded(row: Json) -> Json:
    return {k: round(v, 4) if isinstance(v, float) else v for k, v in row.items()}


def _window(record: Record, ask: NetworkAsk) -> tuple[date, date]:
    """The days that count: up to the day asked about, else the last on which anything happened."""
    until = ask.until or (ask.as_of + timedelta(days=1) if ask.as_of else None)
    if until is None:
        told = days_of(all_acts(record, ask.filters, ask.scale))
        ends = [told[1]] if told else []
        ends += [date.fromisoformat(t["last"]) + timedelta(days=1) for t in record.event_tables()
                 if t["last"]]  # fmt: skip
        until = max(ends, default=datetime.now(UTC).date())
    return until - timedelta(days=ask.days), until


def _counted(told: pl.DataFrame, ask: NetworkAsk) -> pl.DataFrame:
    """The acts of reports that may stand for those of files."""
    return told.clear() if ask.apart else told


def _acts(record: Record, ask: NetworkAsk, since: date, until: date) -> tuple[pl.DataFrame, int]:
    """All acts of the days, those of a vague date with the share of them that lies within.

    And how many of them both reports and files tell.
    """
    told = weighed(dated(all_acts(record, ask.filters, ask.scale)), ask.weights)
    told = told.filter((pl.col("start") < until) & (pl.col("end") > since))
    whole = (pl.col("end") - pl.col("start")).dt.total_days()
    inside = (
        pl.min_horizontal("end", pl.lit(until)) - pl.max_horizontal("start", pl.lit(since))
    ).dt.total_days()
    told = told.with_columns((pl.col("weight") * inside / whole).alias("weight"))
    rest, matched = pair_acts(record, since, until, ask.as_of, ask.scale, _counted(told, ask))
    acts = pl.concat([told, weighed(rest, ask.weights).select(told.columns)])
    return acts.filter(_somebody("actor"), _somebody("recipient")), matched.height


def _somebody(column: str) -> pl.Expr:
    """A state, or who acts across states: not a sector without a state, such as CVL."""
    code = pl.col(column)
    first = code.str.slice(0, _STATE)
    known = first.is_in(list(state_codes()))
    across = first.is_in(_ACROSS) & (code.str.len_chars() > _STATE)
    return known | across | ~first.is_in(list(sectors()))
