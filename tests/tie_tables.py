"""Small tables of ties, written as CSV or Parquet, and mappings for them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import polars as pl

from dragoman.ingest.table_maps import parse_map
from dragoman.linking.table_ties import TableTies, table_ties
from dragoman.model.tie_tables import TableMap

PACTS = """
table = "pacts"
version = "1"
title = "Invented pacts"

[time]
year = "year"

[sides.a]
column = "one"
as = "cow"

[sides.b]
column = "two"
as = "cow"

[[ties]]
kind = "ally"

[ties.terms]
defence = "def"
nonaggression = "non"
"""
FEUDS = """
table = "feuds"
version = "1"
title = "Invented feuds"

[time]
since = "from"
until = "to"
ends = 2020-12-31

[sides.a]
column = "one"
as = "cow"

[sides.b]
column = "two"
as = "cow"

[[ties]]
kind = "rivalry"
what = { column = "name" }
"""
LOANS = """
table = "loans"
title = "Invented loans"

[time]
year = "year"

[sides.a]
column = "lender"
as = "name"

[sides.b]
column = "to"
as = "iso3"

[[ties]]
kind = "supply"
quantity = "sum"
unit = "million USD"
missing = [-9]
above = 0
"""
HEADER = ("one", "two", "year", "def", "non")

Cells = Sequence[object]


def mapped(text: str = PACTS) -> TableMap:
    """A mapping from its text."""
    return parse_map(text, "map.toml")


def ties_of(rows: Sequence[Cells], text: str = PACTS, header: Cells = HEADER) -> TableTies:
    """What rows come to, without a file; cells are read as text, None is empty."""
    columns: dict[str, list[object]] = {"#row": list(range(1, len(rows) + 1))}
    for n, name in enumerate(header):
        columns[str(name)] = [None if r[n] is None else str(r[n]) for r in rows]
    texts = {str(name): pl.String for name in header}
    frame = pl.DataFrame(columns, schema={"#row": pl.Int64, **texts})
    return table_ties(frame, mapped(text))


def write_csv(path: Path, rows: Sequence[Cells], header: Cells = HEADER, sep: str = ",") -> Path:
    """A file of rows as they are."""
    lines = [sep.join("" if c is None else str(c) for c in row) for row in (header, *rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def write_map(path: Path, text: str = PACTS) -> Path:
    """A mapping's file."""
    path.write_text(text, encoding="utf-8")
    return path
