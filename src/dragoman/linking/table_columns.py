"""Names of a file's columns and of a mapping's sides, kept apart from those used on the way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import polars as pl

from dragoman.model.tie_tables import Side, TableMap, TieShape, Times


def kept_apart(frame: pl.DataFrame, mapping: TableMap) -> tuple[pl.DataFrame, TableMap]:
    """Both with names of their own: a file may well have columns `a`, `start` and `kind`.

    A column that only stood beside a computed one of its name would be read in its place. `#row`
    stays as it is.
    """
    renamed = frame.rename({c: _column(c) for c in frame.columns if c != "#row"})
    names = {name: f"side {n}" for n, name in enumerate(mapping.sides, 1)}
    return renamed, replace(
        mapping,
        times=_times(mapping.times),
        sides={names[name]: _side(side) for name, side in mapping.sides.items()},
        ties=tuple(_shape(shape, names) for shape in mapping.ties),
    )


def _column(name: str) -> str:
    # Polars takes a name from ^ to $ for a pattern; behind a word it is none.
    return f"column {name}"


def _or_none(name: str | None) -> str | None:
    return None if name is None else _column(name)


def _keyed(given: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {_column(name): values for name, values in given.items()}


def _all(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(_column(name) for name in names)


def _times(times: Times) -> Times:
    return replace(
        times,
        year=_or_none(times.year),
        since=_all(times.since),
        until=_all(times.until),
        open=_keyed(times.open),
    )


def _side(side: Side) -> Side:
    return replace(side, column=_or_none(side.column), name=_or_none(side.name))


def _shape(shape: TieShape, names: dict[str, str]) -> TieShape:
    what = {k: _column(v) if k == "column" else v for k, v in shape.what.items()}
    return replace(
        shape,
        a=names[shape.a],
        b=None if shape.b is None else names[shape.b],
        terms={word: _column(name) for word, name in shape.terms.items()},
        what=what,
        quantity=_or_none(shape.quantity),
        where=_keyed(shape.where),
    )
