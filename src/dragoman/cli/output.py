"""Rows to standard output, or a file, in the format asked for."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from dragoman.cli.options import Format
from dragoman.model.errors import InputError, UsageError
from dragoman.model.rows import Json


def encode(row: Json, indent: int | None = None) -> str:
    """A row as JSON, its letters as they are."""
    return json.dumps(row, ensure_ascii=False, indent=indent)


def write(kind: str, rows: Iterator[Json], form: Format, path: Path | None) -> None:
    """Print `rows` of `kind`; tables are for people, the other formats for programs."""
    if form is Format.parquet:
        _parquet(kind, rows, path)
        return
    with _text(path) as out:
        if form is Format.table:
            from dragoman.cli.tables import print_table

            print_table(kind, rows, out)
        elif form is Format.csv:
            from dragoman.engine.spreadsheet import csv_lines

            out.writelines(csv_lines(kind, rows))
        elif form is Format.jsonl:
            out.writelines(lines(rows))
        else:
            out.writelines(array(rows))


def lines(rows: Iterator[Json]) -> Iterator[str]:
    """JSON Lines, a row a line."""
    return (encode(row) + "\n" for row in rows)


def array(rows: Iterator[Json]) -> Iterator[str]:
    """A JSON array, a row a line, without holding all of it."""
    yield "["
    for number, row in enumerate(rows):
        yield ("," if number else "") + "\n" + encode(row)
    yield "\n]\n"


def _parquet(kind: str, rows: Iterator[Json], path: Path | None) -> None:
    from dragoman.engine.frames import frame

    if path is None and sys.stdout.isatty():
        raise UsageError("parquet is not for a terminal; give --output FILE, or a pipe")
    made = frame(kind, rows)
    with _binary(path) as out:
        made.write_parquet(out)


@contextmanager
def _text(path: Path | None) -> Iterator[TextIO]:
    if path is None:
        yield sys.stdout
        return
    with _file(path) as binary:
        from io import TextIOWrapper

        with TextIOWrapper(binary, encoding="utf-8", newline="") as out:
            yield out


@contextmanager
def _binary(path: Path | None) -> Iterator[BinaryIO]:
    if path is None:
        yield sys.stdout.buffer
        return
    with _file(path) as out:
        yield out


@contextmanager
def _file(path: Path) -> Iterator[BinaryIO]:
    try:
        out = path.open("wb")
    except OSError as wrong:
        raise InputError(
            f"{path} cannot be written: {wrong.strerror}; expected a file in a folder that exists"
        ) from wrong
    with out:
        yield out
