"""Reading the tables of what the reader knows: tab-separated, commented, checked by a schema.

A table is UTF-8 text under `dragoman/data/`. Lines that start with `#` are its header: who reads
it, what its columns mean, where its facts are from. The first other line names the columns.
A folder in `$DRAGOMAN_TABLES` may hold tables under the same names; their rows are read after
ours, so they can add to them and, where a later row wins, correct them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from dragoman.model.errors import TableError

USER_TABLES = "DRAGOMAN_TABLES"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, whether it may be empty, its choices, and a further check.

    `check` returns what is wrong with a value, or None when nothing is.
    """

    name: str
    optional: bool = False
    choices: tuple[str, ...] = ()
    many: bool = False
    check: Callable[[str], str | None] | None = None

    def fault(self, value: str) -> str | None:
        """What is wrong with `value`, or None; `many` columns hold values parted by `|`."""
        if not value:
            return None if self.optional else "is empty"
        for part in value.split("|") if self.many else [value]:
            if self.choices and part not in self.choices:
                return f"has {part!r}; expected one of: {', '.join(self.choices)}"
            if self.check and (wrong := self.check(part)):
                return f"has {part!r}: {wrong}"
        return None


class Row(dict[str, str]):
    """A table's row by column name, with the file and line it stands on."""

    place: str = ""

    def many(self, name: str) -> tuple[str, ...]:
        """The values of a column that holds several, parted by `|`."""
        return tuple(p for p in self[name].split("|") if p)


def read_table(name: str, columns: Sequence[Column]) -> list[Row]:
    """All rows of table `name` (ours, then the user's), checked against `columns`.

    Raises TableError with the file, the line and the choices when a row does not fit.
    """
    rows: list[Row] = []
    for place, text in _sources(name):
        rows.extend(parse_table(text, place, columns))
    return rows


def parse_table(text: str, place: str, columns: Sequence[Column]) -> Iterator[Row]:
    """The rows of one table's `text`; `place` names it in errors."""
    wanted = [c.name for c in columns]
    header: list[str] | None = None
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [c.strip() for c in line.split("\t")]
        if header is None:
            header = cells
            if header != wanted:
                raise TableError(
                    f"{place}:{number}: columns are {', '.join(header)}; "
                    f"expected {', '.join(wanted)}, parted by tabs"
                )
            continue
        yield _row(cells, f"{place}:{number}", columns)


def _row(cells: list[str], place: str, columns: Sequence[Column]) -> Row:
    if len(cells) > len(columns):
        raise TableError(f"{place}: has {len(cells)} cells; expected {len(columns)}")
    cells = cells + [""] * (len(columns) - len(cells))
    row = Row()
    row.place = place
    for column, cell in zip(columns, cells, strict=True):
        if wrong := column.fault(cell):
            raise TableError(f"{place}: column {column.name!r} {wrong}")
        row[column.name] = cell
    return row


def _sources(name: str) -> Iterator[tuple[str, str]]:
    yield name, (files("dragoman") / "data" / name).read_text(encoding="utf-8")
    folder = os.environ.get(USER_TABLES)
    if folder and (path := Path(folder) / name).is_file():
        yield str(path), path.read_text(encoding="utf-8")
