"""What the structure does meanwhile: the ties of two against the time of their series."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.analysis.held import Held, held, stretches
from dragoman.analysis.periods import after
from dragoman.engine.dyads import Direction, Dyad
from dragoman.engine.measure_fields import ENDS
from dragoman.engine.tie_words import held_words
from dragoman.model.rows import Json
from dragoman.model.tie_kinds import tie_kinds


@dataclass(frozen=True, slots=True)
class Standing:
    """The kinds of ties that held in a period for sure, and those that only may have."""

    sure: tuple[str, ...]
    open: tuple[str, ...]


def ties_of(found: Dyad, one: Direction) -> list[Held]:
    """The ties of a direction: those without one, and those of its first towards its second."""
    return [tie for tie in held(found.ties) if _towards(tie, one)]


def standing(found: Dyad, one: Direction) -> list[Standing]:
    """For each period, what held in it."""
    if not found.ties or not found.starts:
        return [Standing((), ())] * len(found.starts)
    ends = [after(start, found.ask.period) for start in found.starts]
    sure, maybe = ([set[str]() for _ in ends] for _ in range(2))
    for tie in ties_of(found, one):
        for stretch in stretches(tie, found.starts[0], ends[-1]):
            kinds = sure if stretch.certainty == "sure" else maybe
            for n in _meeting(found.starts, ends, stretch.start, stretch.end):
                kinds[n].add(tie.kind)
    return [
        Standing(tuple(sorted(s)), tuple(sorted(m - s))) for s, m in zip(sure, maybe, strict=True)
    ]


def tie_rows(found: Dyad) -> Iterator[Json]:
    """A row a tie, by its beginning: when it began and ended as closely as known, who tells it."""
    rows = {row["id"]: row for row in found.ties}
    for one in held(found.ties):
        row = rows[one.ids[0]]
        yield {
            "kind": one.kind,
            "a": one.a,
            "b": one.b,
            **{name: _iso(getattr(one, name)) for name in ENDS},
            "ended": one.ended,
            "held": held_words(row),
            "what": row["what"],
            "tellings": len(one.ids),
            "table": one.table,
            "reports": sorted({rows[name]["report"] for name in one.ids if not one.table}),
            "outlets": sorted({rows[name]["outlet"] or "" for name in one.ids} - {""}),
            "sentence": row["sentence"],
            "ties": list(one.ids),
        }


def _towards(tie: Held, one: Direction) -> bool:
    facts = tie_kinds().get(tie.kind)
    if facts is None or facts.sides != "directed":
        return True
    return (tie.a or "").startswith(one.actor)


def _meeting(starts: Sequence[date], ends: Sequence[date], start: date, end: date) -> Iterator[int]:
    """The places of the periods that half-open days meet."""
    return (n for n, (s, e) in enumerate(zip(starts, ends, strict=True)) if s < end and start < e)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
