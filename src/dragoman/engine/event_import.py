"""Event files into a record: those of ICEWS, GDELT, POLECAT and the like."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from dragoman.ingest.event_maps import columns_of, event_map, plain_name
from dragoman.ingest.table_files import TableFile
from dragoman.linking.table_events import FAULTS, TableEvents, table_events
from dragoman.model.event_tables import EventMap, EventSource
from dragoman.model.ids import content_id
from dragoman.record import Record

# Changes when the same file comes to other rows.
_READER = "1"
_ENDINGS = (".tsv", ".tab", ".txt", ".csv", ".parquet")


@dataclass(frozen=True, slots=True)
class ImportedEvents:
    """What became of a file: how many rows it has, and how many events and acts are kept of it.

    `lines` say which rows gave none, and why.
    """

    source: EventSource
    rows: int
    events: int
    acts: int
    new: bool
    lines: tuple[str, ...]

    def line(self) -> str:
        """All of it in one line."""
        what = f"{self.source.file} as {self.source.table}"
        if not self.new:
            return f"{what} is there already"
        days = f", {self.source.first} to {self.source.last}" if self.source.first else ""
        return (
            f"{self.rows:,} rows of {what} came to {self.events:,} events and "
            f"{self.acts:,} acts between two on a day{days}"
        )


def event_files(path: Path) -> Iterator[Path]:
    """The file, or those of a folder by name."""
    if not path.is_dir():
        yield path
        return
    yield from sorted(p for p in path.iterdir() if p.suffix.lower() in _ENDINGS and p.is_file())


def import_events(record: Record, path: str | Path, form: str) -> ImportedEvents:
    """Keep the events of a file; `form` is "icews", "gdelt", "polecat" or "plover".

    A row counts as known since it was published, as the file tells it, else since its day. Rows
    that give no event are told and lose no others; the same file twice adds nothing. Raises
    InputError for a file that cannot be read, UsageError for an unknown form.
    """
    told = event_map(form)
    file = TableFile(Path(path), told.header, plain=True)
    found = table_events(_rows(file, told), told)
    source = _source(file, told, found.events)
    about = {"rows": _height(found), "left_out": [list(fault) for fault in found.faults]}
    kept = record.add_event_table(source, found.events, about)
    lines = tuple(_lines(found)) if kept.new else ()
    return ImportedEvents(source, _height(found), kept.events, kept.acts, kept.new, lines)


def _rows(file: TableFile, told: EventMap) -> pl.DataFrame:
    names = columns_of(told, file.columns, str(file.path))
    read = file.read(names.values())
    return read.rename({own: plain_name(own) for own in names.values()})


def _height(found: TableEvents) -> int:
    return int(found.events["row"].n_unique()) + sum(rows for _, rows, _ in found.faults)


def _source(file: TableFile, told: EventMap, events: pl.DataFrame) -> EventSource:
    digest = file.digest()
    first, last = events["day"].min(), events["day"].max()
    return EventSource(
        id=content_id("event table", told.table, digest, told.text, _READER),
        table=told.table,
        title=told.title,
        citation=told.citation,
        url=told.url,
        file=file.path.name,
        digest=digest,
        mapping=told.text,
        first=first if isinstance(first, date) else None,
        last=last if isinstance(last, date) else None,
    )


def _lines(found: TableEvents) -> Iterator[str]:
    for why, rows, first in found.faults:
        many = "1 row" if rows == 1 else f"{rows:,} rows"
        yield f"{many} (first {first}) {FAULTS[why]}"
