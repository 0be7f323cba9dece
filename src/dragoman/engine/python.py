"""What `import dragoman` offers: reading and coding reports, and a record's rows as data frames."""

from __future__ import annotations

import datetime
from pathlib import Path

import polars as pl

from dragoman.engine.coder import code_report
from dragoman.engine.frames import frame
from dragoman.engine.incidents import disputes_listed, incidents_listed
from dragoman.engine.listed import chronology_listed, events_listed
from dragoman.engine.pipeline import Inputs, read_all
from dragoman.engine.tie_import import Imported
from dragoman.engine.tie_import import import_ties as import_table
from dragoman.ingest import Given, Refusal
from dragoman.model.errors import InputError
from dragoman.model.findings import Findings
from dragoman.model.report import Report, report_id
from dragoman.model.when import UNKNOWN, day
from dragoman.record import Filters, Record, parse_filters
from dragoman.record.parsing import parse_day

Day = str | datetime.date | None
Asked = str | int | datetime.date | list[str] | tuple[str, ...] | None


def read(source: str | Path, *, date: Day = None, outlet: str | None = None) -> list[Report]:
    """The reports in a file, a folder or at a URL, as `dragoman add` reads them.

    `date` and `outlet` are for reports that do not tell their own. Raises InputError when
    nothing could be read; what was refused beside reports that were read is left out.
    """
    when = day(parse_day(str(date)), "given") if date else UNKNOWN
    found = list(read_all(Inputs((str(source),), Given(when, outlet))))
    reports = [r for r in found if isinstance(r, Report)]
    refused = [r for r in found if isinstance(r, Refusal)]
    if refused and not reports:
        raise InputError(refused[0].message)
    return reports


def code(report: Report | str, *, date: Day = None) -> Findings:
    """All that is found in a report, or in an English text published on `date`."""
    if isinstance(report, str):
        when = day(parse_day(str(date)), "given") if date else UNKNOWN
        report = Report(report_id(report), report, date=when, language="en")
    return code_report(report)


def reports(record: Record, **filters: Asked) -> pl.DataFrame:
    """Reports, in the order of publication; filters as the commands take them (`outlet="..."`)."""
    return frame("reports", record.iter_reports(asked(filters)))


def events(record: Record, **filters: Asked) -> pl.DataFrame:
    """Events of every factuality, in the order of time: `events(record, actor="AZE")`."""
    return frame("events", events_listed(record, asked(filters)))


def chronology(record: Record, **filters: Asked) -> pl.DataFrame:
    """Events that happened, in order, the undated last."""
    return frame("chronology", chronology_listed(record, asked(filters)))


def incidents(record: Record, **filters: Asked) -> pl.DataFrame:
    """What happened, each incident once: reports, independent origins, disputes.

    `dragoman.engine.incidents` gives them in full, with accounts and evidence.
    """
    return frame("incidents", incidents_listed(record, asked(filters)))


def disputes(record: Record, **filters: Asked) -> pl.DataFrame:
    """What reports contest, with the positions, who holds each, and on how many origins."""
    return frame("disputes", disputes_listed(record, asked(filters)))


def actors(record: Record, **filters: Asked) -> pl.DataFrame:
    """Actors with their names and counts, the most present first."""
    return frame("actors", record.actors(asked(filters)))


def identities(record: Record, **filters: Asked) -> pl.DataFrame:
    """Who is who: names across spellings put together to actors, with the reasons."""
    return frame("identities", record.identities(asked(filters)))


def attributions(record: Record, **filters: Asked) -> pl.DataFrame:
    """Who said what."""
    return frame("attributions", record.statements("attributions", asked(filters)))


def quotes(record: Record, **filters: Asked) -> pl.DataFrame:
    """Words given as somebody's own."""
    return frame("quotes", record.statements("quotes", asked(filters)))


def speakers(record: Record, **filters: Asked) -> pl.DataFrame:
    """Who is quoted, with counts, the most quoted first."""
    return frame("speakers", record.speakers(asked(filters)))


def judgements(record: Record, **filters: Asked) -> pl.DataFrame:
    """What was judged to be or to come, with its probability."""
    return frame("judgements", record.statements("judgements", asked(filters)))


def authors(record: Record, **filters: Asked) -> pl.DataFrame:
    """Who judges, with counts by kind, most first: `authors(record, actor="AZE")`."""
    return frame("authors", record.authors(asked(filters)))


def silences(record: Record, **filters: Asked) -> pl.DataFrame:
    """Who was asked, or expected to speak, and said nothing."""
    return frame("silences", record.statements("silences", asked(filters)))


def ties(record: Record, **filters: Asked) -> pl.DataFrame:
    """What holds between two over time, as reports and imported tables tell it."""
    return frame("ties", record.iter_ties(asked(filters)))


def tie_tables(record: Record) -> pl.DataFrame:
    """The tables of ties that were imported, with what they are and since when they are known."""
    return frame("tie_tables", record.tie_tables())


def import_ties(
    record: Record,
    path: str | Path,
    mapping: str | Path | None = None,
    *,
    known: Day = None,
    version: str | None = None,
) -> Imported:
    """Keep the ties of a CSV, TSV or Parquet table, as `dragoman ties import` does.

    `mapping` is the name of one that ships or a file; `known` the day since which the table counts
    as known, today when not given. What gave no tie stands in `lines` of what is returned. Raises
    InputError and UsageError.
    """
    day_known = parse_day(str(known), "known") if known else None
    return import_table(record, path, mapping, known=day_known, version=version)


def asked(filters: dict[str, Asked]) -> Filters:
    """Filters from keywords; days may be dates. Raises UsageError for a filter that is none."""
    return parse_filters(
        {k: str(v) if isinstance(v, datetime.date) else v for k, v in filters.items()}
    )
