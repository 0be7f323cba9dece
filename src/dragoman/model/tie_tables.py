"""A table of ties as it is told: what it is, and how its columns become ties.

The words are those of a mapping file; `docs/guide/tie-tables.md` says what each does.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

# How a side's cells are to be read: numbers of COW or of Gleditsch and Ward, ISO 3166-1 alpha-3,
# names of states and organisations, or actor codes as they are.
System = Literal["cow", "gw", "iso3", "name", "code"]
# Whether a table's `until` is the last day (or year) that counts, or the first that does not.
UntilIs = Literal["last", "after"]
Values = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One side: a column and how its cells are read, or one `code` for all rows."""

    column: str | None = None
    system: System = "code"
    code: str | None = None
    sector: str = ""
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Times:
    """The column of the year, or those of the first and the last day.

    `open` are values of columns with which a tie has no known end; `ends` is the table's last day,
    on which what goes on is cut.
    """

    year: str | None = None
    plus: int = 0
    since: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    until_is: UntilIs = "last"
    ends: date | None = None
    open: dict[str, Values] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TieShape:
    """One tie that each row tells: its kind, which side is which, and what more it says.

    `terms` are words, each with the column that must be 1 for it to hold; without any, the row
    tells no tie unless `terms_needed` is false. `missing` are numbers that stand for none.
    """

    kind: str
    a: str = "a"
    b: str | None = "b"
    terms: dict[str, str] = field(default_factory=dict)
    terms_needed: bool = True
    what: dict[str, str] = field(default_factory=dict)
    quantity: str | None = None
    unit: str | None = None
    missing: tuple[float, ...] = ()
    above: float | None = None
    where: dict[str, Values] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TableMap:
    """A mapping: which table, and what its columns mean. `text` is the mapping as it stands."""

    table: str
    version: str | None
    title: str
    citation: str
    url: str | None
    times: Times
    sides: dict[str, Side]
    ties: tuple[TieShape, ...]
    text: str

    def columns(self) -> tuple[str, ...]:
        """The columns that a file must have, each once, in the order in which they are told."""
        return tuple(dict.fromkeys(name for name in self._named() if name))

    def _named(self) -> list[str | None]:
        times = self.times
        found = [times.year, *times.since, *times.until, *times.open]
        for side in self.sides.values():
            found += [side.column, side.name]
        for shape in self.ties:
            found += [*shape.terms.values(), shape.what.get("column"), shape.quantity, *shape.where]
        return found


@dataclass(frozen=True, slots=True)
class TableSource:
    """A file that was imported: which table and version, and what identifies it.

    `digest` is the SHA-256 of its bytes, `mapping` the text that it was read with, and `known` the
    day since which it counts as known.
    """

    id: str
    table: str
    version: str
    title: str
    citation: str
    url: str | None
    file: str
    digest: str
    mapping: str
    known: date


@dataclass(frozen=True, slots=True)
class TableTie:
    """A tie from a table; `rows` are the numbers of the rows that it rests on ("3-7, 12").

    `cut` says which end is the table's own and not the tie's: "since", "until", "both" or none.
    """

    kind: str
    a: str
    b: str | None
    a_name: str | None
    b_name: str | None
    terms: tuple[str, ...]
    what: str | None
    quantity: float | None
    unit: str | None
    since: date | None
    until: date | None
    cut: str | None
    rows: str
    row_count: int
