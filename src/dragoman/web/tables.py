"""Rows as the tables that CSV twins hold; the columns are the exports' own."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.engine.flat import columns, flat
from dragoman.engine.spreadsheet import cell
from dragoman.model.rows import Json


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under their columns' names."""

    columns: Sequence[str]
    rows: Iterable[Sequence[Any]]


def table_of(kind: str, rows: Iterable[Json]) -> Table:
    """Rows of a kind that the exports know: events, reports, actors, search."""
    return Table(columns(kind), (list(flat(kind, row).values()) for row in rows))


def plain_table(names: Sequence[str], rows: Iterable[Json]) -> Table:
    """Rows that are flat already."""
    return Table(names, ([row.get(name) for name in names] for row in rows))


def csv_text(table: Table) -> str:
    """RFC 4180; cells that a spreadsheet would run as formulas are made plain text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([cell(value) for value in row] for row in table.rows)
    return out.getvalue()
