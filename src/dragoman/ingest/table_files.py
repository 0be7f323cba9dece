"""Tables as files: the columns that are wanted, as text, whatever the file's form and types."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

import polars as pl
import polars.selectors as cs
from polars.exceptions import PolarsError

from dragoman.ingest.limits import MAX_TABLE_BYTES, MAX_TABLE_CELL, MAX_TABLE_ROWS, MEBIBYTE
from dragoman.ingest.table_text import header_of, read_columns
from dragoman.model.errors import EmptyInputError, InputError, RefusedInputError

# The column that holds a row's number in the file, the first row after the header being 1.
ROW = "#row"
_PARQUET = b"PAR1"
_LISTED = 12
# Of a cell so much is looked at, in case blanks stand before it.
_LONG_CELL = 20 * MAX_TABLE_CELL


class TableFile:
    """A CSV, TSV or Parquet file; raises InputError when it cannot be read as one.

    `header` are the columns of files that may come without a header line; in `plain` files each
    line is a row, and quotation marks are letters where tabs part the cells.
    """

    def __init__(self, path: Path, header: Sequence[str] = (), plain: bool = False) -> None:
        self.path = path
        self._plain = plain
        self._header: Sequence[str] = ()
        try:
            size = path.stat().st_size
            if path.is_dir() or size == 0:
                raise EmptyInputError(f"{path} is empty; expected a table as CSV, TSV or Parquet")
            if size > MAX_TABLE_BYTES:
                raise RefusedInputError(
                    f"{path} has {size // MEBIBYTE} MB; a table may have "
                    f"{MAX_TABLE_BYTES // MEBIBYTE}; part it, or keep the columns that are needed"
                )
            with path.open("rb") as file:
                self.parquet = file.read(len(_PARQUET)) == _PARQUET
        except OSError as wrong:
            raise InputError(
                f"{path} cannot be read ({wrong.strerror}); expected a table as CSV, TSV or Parquet"
            ) from wrong
        if header and not self.parquet and _is_a_row(path, header):
            self._header = header
        self.columns: tuple[str, ...] = tuple(self._header) or self._columns()

    def digest(self) -> str:
        """The SHA-256 of the file's bytes."""
        with self.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def read(self, wanted: Iterable[str]) -> pl.DataFrame:
        """The wanted columns as text, blanks taken off and empty cells null, and `#row`."""
        names = list(dict.fromkeys(wanted))
        if missing := [n for n in names if n not in self.columns]:
            raise InputError(
                f"{self.path} has no column {missing[0]!r}; it has: {_listed(self.columns)}"
            )
        found = (
            self._parquet(names)
            if self.parquet
            else read_columns(self.path, names, self._header, self._plain)
        )
        found = found.with_columns(_cut(pl.col(pl.String).str.strip_chars(), MAX_TABLE_CELL))
        found = found.with_columns(pl.when(pl.col(pl.String) != "").then(pl.col(pl.String)))
        return found.select(
            pl.int_range(1, pl.len() + 1, dtype=pl.Int64).alias(ROW), *map(cs.by_name, names)
        )

    def _columns(self) -> tuple[str, ...]:
        try:
            names = pl.read_parquet_schema(self.path) if self.parquet else header_of(self.path)
        except (PolarsError, OSError, ValueError) as wrong:
            raise self._broken(wrong) from wrong
        if len(set(names)) != len(tuple(names)):
            raise InputError(f"{self.path} has a column twice: {_listed(sorted(names))}")
        return tuple(names)

    def _parquet(self, names: list[str]) -> pl.DataFrame:
        """Read whole columns: what a file of this many rows holds is bounded by them."""
        try:
            file = pl.scan_parquet(self.path)
            rows = file.select(pl.len()).collect().item()
            if rows > MAX_TABLE_ROWS:
                raise too_many(self.path)
            kinds = file.collect_schema()
            if nested := [n for n in names if kinds[n].is_nested() or kinds[n] == pl.Binary]:
                raise InputError(
                    f"{self.path}: column {nested[0]!r} holds {kinds[nested[0]]}; "
                    "expected numbers, days or text"
                )
            # Cut at once: a long cell that many rows share is one in the file, and in memory only
            # until it is copied for each.
            texts = (_cut(cs.by_name(n).cast(pl.String), _LONG_CELL) for n in names)
            return file.select(texts).collect()
        # A damaged file can make the reader panic, which is no Exception.
        except (PolarsError, OSError, ValueError, pl.exceptions.PanicException) as wrong:
            raise self._broken(wrong) from wrong

    def _broken(self, wrong: BaseException) -> InputError:
        why = " ".join(str(wrong).split())[:120]
        return InputError(f"{self.path} cannot be read as a table ({why})")


def _is_a_row(path: Path, header: Sequence[str]) -> bool:
    """True where the first line has as many cells as the header, and is none itself."""
    first = header_of(path)
    return len(first) == len(header) and not set(map(str.casefold, first)) >= set(header[:2])


def _cut(text: pl.Expr, longest: int) -> pl.Expr:
    """With "…" at its end where it was longer, so that a number that was cut is none."""
    short = text.str.len_chars() <= longest
    return pl.when(short).then(text).otherwise(text.str.slice(0, longest - 1) + "…")


def too_many(path: Path) -> RefusedInputError:
    """The refusal of a table with more rows than are read."""
    return RefusedInputError(f"{path} has more than {MAX_TABLE_ROWS:,} rows; part it into several")


def _listed(names: Iterable[str]) -> str:
    found = list(names)
    more = f" and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
    return ", ".join(" ".join(n[:40].split()) for n in found[:_LISTED]) + more
