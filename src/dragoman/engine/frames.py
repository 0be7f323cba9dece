"""Rows as Polars data frames, with the same columns whether there are rows or none."""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

from dragoman.engine.flat import FIELDS, flat
from dragoman.model.rows import Json

_TYPES: dict[str, pl.DataType] = {
    "text": pl.String(),
    "number": pl.Float64(),
    "whole": pl.Int64(),
    "day": pl.Date(),
    "list": pl.List(pl.String()),
    "flag": pl.Boolean(),
}


def schema(kind: str) -> dict[str, pl.DataType]:
    """The types of the columns of a kind of row."""
    return {field.name: _TYPES[field.kind] for field in FIELDS[kind]}


def frame(kind: str, rows: Iterable[Json]) -> pl.DataFrame:
    """The rows as a data frame."""
    return pl.DataFrame([flat(kind, row) for row in rows], schema=schema(kind), orient="row")
