"""Ladders: an act, the other side's answer, the answer to that; paired by rules that are shown.

Of two on each other. An act of the one may answer acts of the other of the same sign (conflict
conflict, cooperation cooperation) that began at most `window` days before it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

import polars as pl

from dragoman.analysis.acts import dated

Rule = Literal["told", "kind", "sign"]
# What each rule says of a pair, the most explicit first.
RULES: dict[Rule, str] = {
    "told": "the sentence says that it answers; paired with the last act of the other before it",
    "kind": "the other did the same kind of act before; the last of them",
    "sign": "the other's last act of the same sign before it; nothing says that it answers",
}
# Days within which an act may be answered, when nothing else is asked.
WINDOW = 14


@dataclass(frozen=True, slots=True)
class Step:
    """An act in a chain: which row of the acts, what it answers and by which rule.

    `to` is the row of the act that it answers, None for the first of a chain; `delay` is in days;
    `harder` is its intensity less that of the act that it answers.
    """

    act: int
    chain: int
    place: int
    to: int | None = None
    rule: Rule | None = None
    delay: int | None = None
    harder: float | None = None


@dataclass(frozen=True, slots=True)
class _Act:
    row: int
    actor: str
    day: date
    sign: bool
    kind: str
    strength: float
    told: bool


def ladder_acts(acts: pl.DataFrame, window: int = WINDOW) -> pl.DataFrame:
    """The acts that can stand in a ladder, in the order of time: known closer than the window."""
    found = dated(acts).filter((pl.col("end") - pl.col("start")) <= pl.duration(days=window))
    return found.sort("start", "end", "actor", "quad", "type", "incident")


def steps(acts: pl.DataFrame, window: int = WINDOW) -> list[Step]:
    """The chains of acts in the order of `ladder_acts`; acts that nothing answers are left out."""
    known = [_act(n, row) for n, row in enumerate(acts.iter_rows(named=True))]
    answered = dict(_answers(known, window))
    roots = _roots(answered)
    inside = sorted({*answered, *(to for to, _ in answered.values())})
    chains = {root: n for n, root in enumerate(sorted({roots.get(n, n) for n in inside}))}
    places: dict[int, int] = {}
    found = []
    for n in inside:
        to, rule = answered.get(n, (None, None))
        places[n] = 0 if to is None else places[to] + 1
        chain = chains[roots.get(n, n)]
        if to is None:
            found.append(Step(n, chain, 0))
        else:
            delay = (known[n].day - known[to].day).days
            harder = known[n].strength - known[to].strength
            found.append(Step(n, chain, places[n], to, rule, delay, harder))
    return sorted(found, key=lambda s: (s.chain, s.act))


def _act(row: int, told: dict[str, Any]) -> _Act:
    kind = " ".join(filter(None, (told["type"], told["mode"])))
    return _Act(
        row, told["actor"], told["start"], told["quad"] <= 2, kind, abs(told["score"]),
        told["answers"] is not None,
    )  # fmt: skip


def _answers(known: Sequence[_Act], window: int) -> Iterator[tuple[int, tuple[int, Rule]]]:
    """Each act that answers one before it, with that and the rule."""
    days = [one.day for one in known]
    for one in known:
        first = bisect_left(days, one.day - timedelta(days=window))
        before = [
            other
            for other in known[first : one.row]
            if other.actor != one.actor
            and other.sign == one.sign
            # Which of two acts of one day came first is not known, unless the words say it.
            and (other.day < one.day or one.told)
        ]
        if found := _pair(one, before):
            yield one.row, found


def _pair(one: _Act, before: Sequence[_Act]) -> tuple[int, Rule] | None:
    same = [other for other in before if other.kind == one.kind]
    if one.told and before:
        return before[-1].row, "told"
    if same:
        return same[-1].row, "kind"
    return (before[-1].row, "sign") if before else None


def _roots(answered: dict[int, tuple[int, Rule]]) -> dict[int, int]:
    """The first act of the chain of each that answers one; what is answered comes before it."""
    found: dict[int, int] = {}
    for n in sorted(answered):
        to = answered[n][0]
        found[n] = found.get(to, to)
    return found
