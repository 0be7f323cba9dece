"""CSV and TSV, a row at a time, so that one that is broken does not take the next with it."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TextIO

import polars as pl

from dragoman.ingest.limits import MAX_TABLE_CELL_LINES, MAX_TABLE_LINE, MAX_TABLE_ROWS
from dragoman.model.errors import EmptyInputError, RefusedInputError

_PARTED_BY = "\t,;|"
# How many rows are turned into columns at a time.
_CHUNK = 100_000
_SNIFFED = 1024 * 1024


def header_of(path: Path) -> list[str]:
    """The names of the columns; raises EmptyInputError when there is no line."""
    with _opened(path) as file:
        records = _records(file)
        first = next((r for r in records if r.strip()), None)
        if first is None:
            raise EmptyInputError(f"{path} is empty; expected a header and rows")
        return [name.strip() for name in _cells(first, _parted_by(first))]


def read_columns(
    path: Path, names: Sequence[str], header: Sequence[str] = (), plain: bool = False
) -> pl.DataFrame:
    """The columns `names`, as text; a row that is short has nulls. Blank lines are no rows.

    With `header` the first line is a row as the others are. With `plain` a line is a row, and a
    quotation mark within a cell is a letter like others, where tabs part the cells.
    """
    with _opened(path) as file:
        records: Iterator[str] = (r for r in (_lines if plain else _records)(file) if r.strip())
        first = next(records)
        parted_by = _parted_by(first)
        if header:
            records = chain((first,), records)
        header = header or [name.strip() for name in _cells(first, parted_by)]
        places = tuple(header.index(name) for name in names)
        split = _tabbed if plain and parted_by == "\t" else partial(_cells, parted_by=parted_by)
        frames = list(_frames(path, records, split, places, names))
    schema = dict.fromkeys(names, pl.String)
    return pl.concat(frames) if frames else pl.DataFrame(schema=schema)


def _frames(
    path: Path,
    records: Iterator[str],
    split: Callable[[str], list[str]],
    places: tuple[int, ...],
    names: Sequence[str],
) -> Iterator[pl.DataFrame]:
    schema = dict.fromkeys(names, pl.String)
    rows: list[list[str | None]] = []
    for number, record in enumerate(records, 1):
        if number > MAX_TABLE_ROWS:
            raise RefusedInputError(
                f"{path} has more than {MAX_TABLE_ROWS:,} rows; part it into several"
            )
        cells = split(record)
        rows.append([cells[p] if p < len(cells) else None for p in places])
        if len(rows) == _CHUNK:
            yield pl.DataFrame(rows, schema=schema, orient="row")
            rows = []
    if rows:
        yield pl.DataFrame(rows, schema=schema, orient="row")


def _opened(path: Path) -> TextIO:
    """The file as text: UTF-8, UTF-16 with its mark, else what Windows writes in the West."""
    with path.open("rb") as file:
        start = file.read(_SNIFFED)
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return path.open(encoding="utf-16", errors="replace", newline="")
    try:
        # The last character may be cut in two.
        start[: start.rfind(b"\n") + 1 or None].decode("utf-8")
    except UnicodeDecodeError:
        return path.open(encoding="cp1252", errors="replace", newline="")
    return path.open(encoding="utf-8-sig", errors="replace", newline="")


def _records(file: TextIO) -> Iterator[str]:
    """Lines, joined while a cell in quotation marks goes on.

    A mark that nothing closes within some lines belongs to its line alone.
    """
    ahead: deque[str] = deque()
    lines = _lines(file)
    while first := ahead.popleft() if ahead else next(lines, ""):
        joined, marks, more = [first], first.count('"'), 0
        while marks % 2 and more < MAX_TABLE_CELL_LINES:
            line = ahead[more] if more < len(ahead) else next(lines, "")
            if not line:
                break
            if more == len(ahead):
                ahead.append(line)
            joined.append(line)
            marks += line.count('"')
            more += 1
        if marks % 2:
            yield first
        else:
            for _ in range(more):
                ahead.popleft()
            yield "".join(joined)


def _lines(file: TextIO) -> Iterator[str]:
    while line := file.readline(MAX_TABLE_LINE):
        yield line


def _parted_by(header: str) -> str:
    return max(_PARTED_BY, key=header.count)


def _tabbed(record: str) -> list[str]:
    """The cells between tabs; marks that stand around a whole cell are taken off."""
    cells = record.rstrip("\r\n").split("\t")
    return [c[1:-1] if len(c) > 1 and c[0] == c[-1] == '"' else c for c in cells]


def _cells(record: str, parted_by: str) -> list[str]:
    try:
        return next(csv.reader([record], delimiter=parted_by), [])
    except csv.Error:  # a cell of more than 128 KB
        return []
