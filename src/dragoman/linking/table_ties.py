"""The rows of a table as ties, and what its rows tell that is none, each with the reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import polars as pl

from dragoman.linking.merging import merged
from dragoman.linking.table_actors import ACTOR_FAULT, with_side
from dragoman.linking.table_columns import kept_apart
from dragoman.linking.table_shapes import shaped
from dragoman.linking.table_times import TIME_FAULT, with_times
from dragoman.model.tie_tables import Side, TableMap

# Different values of one fault that are told by name; the rest are counted.
NAMED_FAULTS = 20


@dataclass(frozen=True, slots=True)
class Fault:
    """Why rows gave no tie: what for, the value, how many rows, and the first of them.

    `quiet` faults are no mistakes: the table says that nothing holds, or that it is not known.
    """

    what: str
    value: str | None
    rows: int
    first: int
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class TableTies:
    """What a table comes to: its ties as a frame, how many rows it had, and what was left out."""

    ties: pl.DataFrame
    rows: int
    faults: tuple[Fault, ...]


def table_ties(frame: pl.DataFrame, mapping: TableMap) -> TableTies:
    """All ties of `frame`, the mapping's columns as text and `#row`; merged, in a fixed order."""
    rows = frame.height
    frame, mapping = kept_apart(frame, mapping)
    timed = with_times(frame, mapping.times)
    for name, side in mapping.sides.items():
        timed = with_side(timed, name, side, mapping.times)
    faults = [*_faults(timed.filter(pl.col("fault") == TIME_FAULT), TIME_FAULT, None, False)]
    timed = timed.filter(pl.col("fault").is_null())
    good = []
    for shape in mapping.ties:
        found = shaped(timed, shape)
        for what, quiet in (("missing", True), ("nothing", True), ("quantity", False)):
            faults += _faults(found.filter(pl.col("fault") == what), what, "quantity_as", quiet)
        good.append(found.filter(pl.col("fault").is_null()))
    for name, side in _used(mapping):
        unknown = timed.filter(pl.col(name).is_null())
        faults += _faults(unknown, _actor_fault(side), f"{name}_as", False)
    told = pl.concat(g.filter(pl.col("a").is_not_null() & pl.col("whole")) for g in good)
    faults += _faults(told.filter(pl.col("a") == pl.col("b")), "same", "a", False)
    told = told.filter((pl.col("a") != pl.col("b")).fill_null(True) | pl.col("own"))
    return TableTies(merged(told), rows, tuple(_summed(faults)))


def _used(mapping: TableMap) -> Iterator[tuple[str, Side]]:
    used = {side for shape in mapping.ties for side in (shape.a, shape.b)}
    return ((name, side) for name, side in mapping.sides.items() if name in used)


def _actor_fault(side: Side) -> str:
    return f"{ACTOR_FAULT} {side.system}"


def _faults(found: pl.DataFrame, what: str, value: str | None, quiet: bool) -> Iterator[Fault]:
    """The rows counted by value, the most frequent first; the quiet ones all together."""
    if found.is_empty():
        return
    told = pl.lit(None, pl.String) if quiet or value is None else pl.col(value)
    by_value = (
        found.group_by(told.alias("value"))
        .agg(pl.col("#row").n_unique().alias("rows"), pl.col("#row").min().alias("first"))
        .sort(["rows", "first"], descending=[True, False])
    )
    for row in by_value.head(NAMED_FAULTS).iter_rows(named=True):
        yield Fault(what, row["value"], row["rows"], row["first"], quiet)
    rest = by_value.slice(NAMED_FAULTS)
    if rest.height:
        more = f"and {rest.height:,} others"
        first = rest.get_column("first").min()
        yield Fault(what, more, int(rest.get_column("rows").sum()), int(str(first)), quiet)


def _summed(faults: Sequence[Fault]) -> Iterator[Fault]:
    """Faults of one kind and value as one: either side may have the same unknown number."""
    found: dict[tuple[str, str | None], Fault] = {}
    for fault in faults:
        key = fault.what, fault.value
        had = found.get(key)
        found[key] = (
            Fault(*key, had.rows + fault.rows, min(had.first, fault.first), fault.quiet)
            if had
            else fault
        )
    yield from found.values()
