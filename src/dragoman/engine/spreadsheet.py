"""Rows as CSV that is safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from dragoman.engine.flat import columns, flat
from dragoman.model.rows import Json

# A cell that begins so is a formula to a spreadsheet (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_lines(kind: str, rows: Iterable[Json]) -> Iterator[str]:
    """A header, then a line a row (a cell may hold line breaks); RFC 4180, lists parted by "; "."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(columns(kind))
    yield _taken(buffer)
    for row in rows:
        writer.writerow(cell(value) for value in flat(kind, row).values())
        yield _taken(buffer)


def cell(value: Any) -> Any:
    """A value as a cell: lists in words, text that would be a formula behind an apostrophe."""
    if isinstance(value, list):
        value = "; ".join(value)
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return value


def _taken(buffer: io.StringIO) -> str:
    line = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return line
