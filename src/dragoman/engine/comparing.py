"""Crises side by side: series of one or several dyads, laid over one another at their breaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dragoman.analysis.breaks import Break
from dragoman.analysis.periods import first_day
from dragoman.analysis.together import together_words
from dragoman.engine.dyad_rows import dyad_rows
from dragoman.engine.dyads import Direction, Dyad, DyadAsk, dyad
from dragoman.model.errors import UsageError
from dragoman.model.rows import Json
from dragoman.record import Record
from dragoman.record.naming import actor_pair
from dragoman.record.parsing import parse_day

# Periods before and after the break that are laid side by side, when nothing else is asked.
BEFORE, AFTER = 6, 12
_MOST = 520


@dataclass(frozen=True, slots=True)
class Case:
    """A dyad, and the day at which its crisis is laid over the others; None for its breaks."""

    pair: tuple[str, str]
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """A case with its series: rows have `offset`, the periods after the one of `day`.

    `together` counts the acts of the whole pair that both reports and files tell.
    """

    name: str
    day: date
    rows: tuple[Json, ...]
    together: int = 0


def case_of(given: str) -> Case:
    """From "RUS-AZE", or "RUS-AZE@2025-06-27"; raises UsageError."""
    words, _, day = given.partition("@")
    return Case(actor_pair(words), parse_day(day) if day else None)


def compare(
    record: Record, cases: Sequence[Case], ask: DyadAsk, before: int = BEFORE, after: int = AFTER
) -> list[Compared]:
    """The cases, each aligned on its day, else on its largest break; a lone one on all its breaks.

    Of `ask` all counts but the pair. Raises UsageError where a case has no break, naming what to
    do, and for stretches that are none.
    """
    if before < 0 or after < 1 or before + after > _MOST:
        raise UsageError(f"{before} before and {after} after cannot be; {_MOST} periods at most")
    found: list[Compared] = []
    for case in cases:
        measured = dyad(record, replace(ask, pair=case.pair))
        for at in _places(measured, case, alone=len(cases) == 1):
            found.append(_aligned(measured, at, before, after))
    return found


def compared_notes(found: Sequence[Compared]) -> list[str]:
    """Of which pairs acts were put together, a line each."""
    many = {one.name.rpartition(" ")[0]: one.together for one in found}
    return [f"{pair}: {together_words(n)}" for pair, n in many.items() if n]


def compared_rows(found: Sequence[Compared]) -> Iterator[Json]:
    """A row a case and offset, in that order."""
    for one in found:
        yield from ({"case": one.name, **row} for row in one.rows)


def _places(measured: Dyad, case: Case, alone: bool) -> list[int]:
    """The places of the periods on which a case is aligned."""
    one = measured.directions[0]
    if case.day:
        start = first_day(case.day, measured.ask.period)
        if start not in measured.starts:
            raise UsageError(
                f"{case.day} is outside of what is told of {'-'.join(case.pair)}; "
                f"expected a day from {_ends(measured)}"
            )
        return [measured.starts.index(start)]
    if not one.breaks:
        raise UsageError(
            f"{'-'.join(case.pair)} has no break to align on; give a day, "
            f"as in {'-'.join(case.pair)}@2025-06-27"
        )
    return [each.at for each in one.breaks] if alone else [_largest(one).at]


def _ends(measured: Dyad) -> str:
    starts = measured.starts
    return f"{starts[0]} to {starts[-1]}" if starts else "a record that tells of the two"


def _largest(one: Direction) -> Break:
    return max(one.breaks, key=lambda each: sum(each.gains))


def _aligned(measured: Dyad, at: int, before: int, after: int) -> Compared:
    size = len(measured.starts)
    rows = list(dyad_rows(measured))[:size]
    first = max(0, at - before)
    shown = tuple({"offset": n - at, **rows[n]} for n in range(first, min(size, at + after + 1)))
    day = measured.starts[at]
    name = f"{'-'.join(measured.ask.pair)} {day}"
    return Compared(name, day, shown, measured.together)
