"""Ties from a table, step by step: the file, its mapping, its rows as ties, the record."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import polars as pl

from dragoman.engine.tie_faults import fault_lines
from dragoman.ingest.table_files import TableFile
from dragoman.ingest.table_maps import map_for, read_map
from dragoman.linking.state_numbers import version as numbers_version
from dragoman.linking.table_shapes import TERMS_PARTED_BY
from dragoman.linking.table_ties import Fault, table_ties
from dragoman.model.errors import UsageError
from dragoman.model.ids import content_id
from dragoman.model.tie_tables import TableMap, TableSource, TableTie
from dragoman.record import Record
from dragoman.record.tie_sources import CHUNK

# A version that a mapping does not tell is the file's own: the beginning of its hash.
_VERSION_LENGTH = 12
# How rows become ties; a change that gives other ties from the same file has the next number.
_READER = 1

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file: the table it is, how many rows it has, how many ties they came to.

    `added` are the ties that the record did not have; `new` is false where the same file was there
    already. `lines` say what gave no tie and why, one line each kind; `quiet` what gives none by
    the table's own account. `redated` is true when only the day since which it is known changed.
    """

    source: TableSource
    rows: int
    ties: int
    added: int
    new: bool
    redated: bool
    lines: tuple[str, ...]
    quiet: tuple[str, ...]

    def line(self) -> str:
        """All of it in one line."""
        what = f"{self.source.table} {self.source.version}"
        if not self.new:
            known = f"; it now counts as known since {self.source.known}" if self.redated else ""
            return f"{what} from this file is there already, with {self.ties:,} ties{known}"
        same = self.ties - self.added
        had = f", {same:,} of them told by another file already" if same else ""
        return (
            f"{self.rows:,} rows of {what} came to {self.ties:,} ties{had}; "
            f"known since {self.source.known}"
        )


def import_ties(  # noqa: PLR0913  # a path and what is said about it
    record: Record,
    path: str | Path,
    mapping: str | Path | None = None,
    *,
    known: datetime.date | None = None,
    version: str | None = None,
    progress: Progress | None = None,
) -> Imported:
    """Keep the ties of a CSV, TSV or Parquet file in the record.

    `mapping` is the name of one that ships, or a file; without it, the one that ships whose
    columns the file has. `known` is the day since which the table counts as known, today when not
    given: before it, as-of questions do not see it. Rows that give no tie are told and lose no
    others. Raises InputError for a file or mapping that cannot be read, UsageError when no mapping
    fits or the day is to come.
    """
    file = TableFile(Path(path))
    told = read_map(mapping) if mapping else map_for(frozenset(file.columns), str(path))[1]
    source = _source(file, told, _day(known), version)
    there = record.has_tie_table(source.id)
    if there is not None:
        redated = known is not None and record.say_known(source.id, source.known)
        return Imported(source, 0, there, 0, False, redated, (), ())
    found = table_ties(file.read(told.columns()), told)
    lines, quiet = (
        tuple(fault_lines(f for f in found.faults if f.quiet is q)) for q in (False, True)
    )
    about = {"rows": found.rows, "ties": found.ties.height, "left_out": _left_out(found.faults)}
    new, added = record.add_tie_table(source, _chunks(found.ties, progress), about)
    return Imported(source, found.rows, found.ties.height, added, new, False, lines, quiet)


def _day(known: datetime.date | None) -> datetime.date:
    today = datetime.datetime.now(datetime.UTC).date()
    if known and known > today:
        raise UsageError(f"known {known} is to come; expected a day up to today, {today}")
    return known or today


def _source(
    file: TableFile, told: TableMap, known: datetime.date, version: str | None
) -> TableSource:
    digest = file.digest()
    version = version or told.version or digest[:_VERSION_LENGTH]
    named = replace(told, version=version)
    return TableSource(
        id=content_id("tie table", named.table, version, digest, told.text, numbers_version(),
                      _READER),
        table=named.table.lower(),
        version=version,
        title=named.title,
        citation=named.citation,
        url=named.url,
        file=file.path.name,
        digest=digest,
        mapping=told.text,
        known=known,
    )  # fmt: skip


def _left_out(faults: tuple[Fault, ...]) -> list[dict[str, object]]:
    return [
        {"why": f.what, "value": f.value, "rows": f.rows, "first": f.first, "quiet": f.quiet}
        for f in faults
    ]


def _chunks(ties: pl.DataFrame, progress: Progress | None) -> Iterator[list[TableTie]]:
    for chunk in ties.iter_slices(CHUNK):
        yield [_tie(row) for row in chunk.iter_rows(named=True)]
        if progress:
            progress("")


def _tie(row: dict[str, object]) -> TableTie:
    values = dict(row)
    terms = values.pop("terms")
    values |= {"a_name": values.pop("a_called"), "b_name": values.pop("b_called")}
    parted = tuple(str(terms).split(TERMS_PARTED_BY)) if terms else ()
    return TableTie(terms=parted, **values)  # type: ignore[arg-type]  # the frame's own columns
