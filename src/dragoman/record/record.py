"""The record: reports, their codings, and answers to questions about them."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from types import TracebackType

import polars as pl
from sqlalchemy import select

from dragoman.model.event_tables import EventSource
from dragoman.model.findings import Findings
from dragoman.model.identity import Answer
from dragoman.model.report import Report
from dragoman.model.rows import Json
from dragoman.model.tie_tables import TableSource, TableTie
from dragoman.record import (
    asking,
    choices,
    counting,
    coverage,
    event_acts,
    event_columns,
    event_months,
    event_tables,
    facets,
    found,
    identifying,
    in_force,
    link_answers,
    link_session,
    link_state,
    noting,
    reporting,
    ruling,
    searching,
    statements,
    tie_sources,
    ties,
    voices,
    who,
    writing,
)
from dragoman.record.database import Database
from dragoman.record.encode import coding_id
from dragoman.record.filters import Filters
from dragoman.record.link_state import Coming, Marks, State
from dragoman.record.location import record_url
from dragoman.record.schema import codings, reports
from dragoman.record.upgrade import prepare
from dragoman.version import CODER

ALL = Filters()


def open_record(where: str | Path, create: bool = False) -> Record:
    """The record at a path or URL; with `create`, made when there is none.

    Raises RecordError when there is none, when it is something else, when a newer program made
    it, or when its server does not answer.
    """
    database = Database(record_url(where))
    try:
        prepare(database, create)
    except BaseException:
        database.close()
        raise
    return Record(database)


class Record:
    """An open record; a context manager that closes it.

    Answers are rows as `docs/reference/rows.md` tells; those of events, statements and reports
    come as a list, or a row at a time from the `iter_` of the same name. Every method raises
    RecordError when the database fails.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def where(self) -> str:
        """The path or URL, without a password."""
        return self._database.label

    @property
    def files(self) -> frozenset[Path]:
        """The files that SQLite keeps the record in; none on a server."""
        if not self._database.sqlite:
            return frozenset()
        path = str(Path(str(self._database.url.database)).absolute())
        return frozenset(Path(path + end) for end in ("", "-wal", "-shm", "-journal"))

    @property
    def writable(self) -> bool:
        """False for a file that may only be read."""
        return not self._database.sqlite or os.access(str(self._database.url.database), os.W_OK)

    def add_report(self, report: Report) -> bool:
        """Keep a report, uncoded; True when the record did not have it."""
        with self._database.writing() as connection:
            return writing.write_report(connection, report)[1]

    def add_findings(self, findings: Findings, coder: str = CODER) -> bool:
        """Keep a report and all its rows in one transaction; True when `coder`'s are new.

        What is there already is left as it is.
        """
        with self._database.writing() as connection:
            return writing.write_findings(connection, findings, coder)

    def is_coded(self, report_id: str, coder: str = CODER) -> bool:
        """True when the record has all that `coder` found in the report."""
        made = select(codings.c.id).where(codings.c.id == coding_id(report_id, coder))
        return bool(self._database.rows(made))

    def has_report(self, report_id: str) -> bool:
        """True when the record keeps the report, coded or not."""
        return bool(self._database.rows(select(reports.c.id).where(reports.c.id == report_id)))

    def codings(self, filters: Filters = ALL) -> list[int]:
        """The numbers of the codings of the reports asked for; what one holds never changes."""
        return found.codings_asked(self._database, filters)

    def findings(self, codings: Sequence[int]) -> Iterator[tuple[int, Findings]]:
        """What these codings found, with their numbers, as far as linking compares it.

        Silences, judgements and ties are left out. What no row keeps comes back as its default:
        the head of a mention, the cue of a quotation.
        """
        return found.findings_of(self._database, codings)

    def event_ids(self, filters: Filters = ALL) -> set[str]:
        """The ids of all events that match, whatever the limit."""
        return found.event_ids(self._database, filters)

    def reports_naming(self, names: Collection[str]) -> set[str]:
        """The ids of reports that name an actor so."""
        return found.reports_naming(self._database, names)

    def texts(self) -> Iterator[tuple[int, str]]:
        """The letters and digits of each coded report, in small, with the coding's number."""
        return found.plain_texts(self._database)

    def outlets(self, filters: Filters = ALL) -> list[str]:
        """The outlets of the reports that had come out by `as_of`, in order."""
        return found.outlets_known(self._database, filters)

    def marks(self) -> Marks:
        """What the record holds, as two numbers that only grow."""
        return link_state.marks(self._database)

    def codings_after(self, number: int) -> int:
        """How many codings were made after the one of that number."""
        return link_state.codings_after(self._database, number)

    def wanted_codings(self, filters: Filters = ALL) -> list[Coming]:
        """The codings of the reports that had come out by `as_of`, with the reports' ids."""
        return link_state.wanted_codings(self._database, filters)

    def link_state(self, filters: Filters, linker: str) -> State | None:
        """How far a linking has come; None where it was never begun."""
        return link_state.state_found(self._database, filters, linker)

    def linking(
        self, filters: Filters, linker: str
    ) -> AbstractContextManager[link_session.LinkSession]:
        """A linking to go on with, in one transaction; begun where there is none."""
        return link_session.session(self._database, filters, linker)

    @property
    def links(self) -> link_answers.LinkAnswers:
        """What linking left: incidents and disputes as rows."""
        return link_answers.LinkAnswers(self._database)

    def uncoded(self, coder: str = CODER) -> Iterator[Report]:
        """Reports that `coder` has not coded, as they were when the question was put."""
        return reporting.uncoded_reports(self._database, coder)

    def reports(self, filters: Filters = ALL) -> list[Json]:
        """Reports without their texts, in the order of publication, the undated last."""
        return list(self.iter_reports(filters))

    def iter_reports(self, filters: Filters = ALL) -> Iterator[Json]:
        """The same, a row at a time."""
        return reporting.reports_found(self._database, filters)

    def report(self, report_id: str, coder: str | None = None) -> Json | None:
        """One report in full, with its text and its rows; None when there is none."""
        return reporting.report_found(self._database, report_id, coder)

    def events(self, filters: Filters = ALL) -> list[Json]:
        """Events with their sentences and reports, in the order of time, the undated last."""
        return list(self.iter_events(filters))

    def iter_events(self, filters: Filters = ALL) -> Iterator[Json]:
        """The same, a row at a time."""
        return asking.events_found(self._database, filters)

    def event(self, event_id: str, coder: str | None = None) -> Json | None:
        """One event; None when there is none."""
        return self.row("events", event_id, coder)

    def row(self, kind: str, row_id: str, coder: str | None = None) -> Json | None:
        """One row of any kind, by the name of its table; None when there is none."""
        return asking.row_found(self._database, kind, row_id, coder)

    def chronology(self, filters: Filters = ALL) -> list[Json]:
        """Events that happened, in order, the undated last; or those of the factuality asked."""
        return list(self.iter_chronology(filters))

    def iter_chronology(self, filters: Filters = ALL) -> Iterator[Json]:
        """The same, a row at a time."""
        return asking.chronology_found(self._database, filters)

    def count_events(self, filters: Filters = ALL) -> int:
        """How many events match, whatever the limit."""
        return asking.count_events(self._database, filters)

    def count_reports(self, filters: Filters = ALL) -> int:
        """How many reports match, whatever the limit."""
        return reporting.count_reports(self._database, filters)

    def actors(self, filters: Filters = ALL) -> list[Json]:
        """Actors' codes with names, kinds and counts, the most present first."""
        return who.actors_found(self._database, filters)

    def identities(self, filters: Filters = ALL) -> list[Json]:
        """Who is who: the names of actors put together, the most mentioned first."""
        return identifying.identities_found(self._database, filters)

    def rule_actors(
        self, a: str, b: str, answer: Answer, who: str, why: str
    ) -> Json:  # what a ruling consists of
        """Keep a person's ruling that two names mean the same actor, two, or that it is unsure.

        Names are those of `identities`, or its keys. Raises UsageError for a ruling that is none,
        and for a name that no report has.
        """
        for name in (a, b):
            identifying.check_called(self._database, name)
        with self._database.writing() as connection:
            return ruling.rule_actors(connection, a, b, answer, who, why)

    def rule(self, draft: ruling.Draft, who: str, why: str) -> Json:
        """Keep a person's ruling on an incident, a dispute or an event; the row that was added.

        `dragoman.engine.ruling` makes drafts and checks them. Raises UsageError without a reason.
        """
        with self._database.writing() as connection:
            return ruling.add(connection, draft, who, why)

    def standing_rulings(self, as_of: date | None = None) -> list[Json]:
        """The rulings that nobody took back, in the order made; those of the end of `as_of`."""
        return ruling.standing_rows(self._database, as_of)

    def undo_ruling(self, ruling_id: str, who: str, why: str) -> Json:
        """Take a ruling back, by its id or how that begins; UsageError where there is none."""
        with self._database.writing() as connection:
            return ruling.undo(connection, ruling_id, who, why)

    def rulings(self) -> list[Json]:
        """People's rulings in the order they were made; those taken back say by whom."""
        return ruling.rulings_found(self._database)

    def attributions(self, filters: Filters = ALL) -> list[Json]:
        """Who said what: source, cue and content, with the sentence."""
        return list(self.statements("attributions", filters))

    def quotes(self, filters: Filters = ALL) -> list[Json]:
        """Words given as somebody's own."""
        return list(self.statements("quotes", filters))

    def statements(self, kind: str, filters: Filters = ALL) -> Iterator[Json]:
        """Rows of any kind but events, by the name of their table, a row at a time."""
        if kind == "ties":
            return self.iter_ties(filters)
        return statements.statements_found(self._database, kind, filters)

    def count_statements(self, kind: str, filters: Filters = ALL) -> int:
        """How many of them match, whatever the limit."""
        if kind == "ties":
            return self.count_ties(filters)
        return statements.count_statements(self._database, kind, filters)

    def choices(self, kind: str, filters: Filters = ALL) -> dict[str, list[Json]]:
        """What such rows can be narrowed to, with counts: outlets, actors, kinds, stances."""
        return choices.choices_found(self._database, kind, filters)

    def speakers(self, filters: Filters = ALL) -> list[Json]:
        """Who is quoted, with counts, the most quoted first; a page of them as for any rows."""
        return _part(voices.speakers_found(self._database, filters), filters)

    def authors(self, filters: Filters = ALL) -> list[Json]:
        """Who judges, with counts by kind, most first."""
        return _part(voices.authors_found(self._database, filters), filters)

    def ties(self, filters: Filters = ALL) -> list[Json]:
        """What holds between two over time: what reports tell, then what tables do."""
        return list(self.iter_ties(filters))

    def iter_ties(self, filters: Filters = ALL) -> Iterator[Json]:
        """The same, a row at a time."""
        return ties.ties_found(self._database, filters)

    def count_ties(self, filters: Filters = ALL) -> int:
        """How many ties match, whatever the limit."""
        return ties.count_ties(self._database, filters)

    def tie(self, tie_id: str) -> Json | None:
        """One tie from a table by its id, or how that begins; None when there is none."""
        return ties.table_tie_found(self._database, tie_id)

    def tie_facets(self, filters: Filters = ALL) -> dict[str, list[Json]]:
        """Counts of ties by kind and by table."""
        return ties.tie_facets_found(self._database, filters)

    def tie_notes(self, filters: Filters = ALL) -> list[str]:
        """What a reader of a list of ties must know, beside `notes`, of the tables."""
        return [*self.notes(filters), *ties.tie_notes(self._database, filters)]

    def tie_tables(self) -> list[Json]:
        """The tables that were imported, in the order in which they came."""
        return tie_sources.sources_found(self._database)

    def has_tie_table(self, source_id: str) -> int | None:
        """How many ties an import has, by its id; None where it is not there."""
        return tie_sources.source_kept(self._database, source_id)

    def add_tie_table(
        self, source: TableSource, rows: Iterable[Sequence[TableTie]], about: Json
    ) -> tuple[bool, int]:
        """Keep an import with all its ties in one transaction: whether it is new, how many ties."""
        with self._database.writing() as connection:
            kept = tie_sources.write_source(connection, source, rows, about)
        return kept.new, kept.ties

    def say_known(self, source_id: str, known: date) -> bool:
        """Note since when an import counts as known; False where that is how it stands."""
        return tie_sources.say_known(self._database, source_id, known)

    def add_event_table(
        self, source: EventSource, events: pl.DataFrame, about: Json
    ) -> event_tables.KeptEvents:
        """Keep an event file with all its rows in one transaction; one that is there is left."""
        with self._database.writing() as connection:
            return event_tables.write_events(connection, source, events, about)

    def event_tables(self) -> list[Json]:
        """The event files that were imported, in the order in which they came."""
        return event_tables.event_tables_found(self._database)

    def table_acts_told(
        self, actor: str, recipient: str, as_of: date | None = None,
        days: event_columns.Days = event_columns.ALL_DAYS,
    ) -> pl.DataFrame:  # fmt: skip
        """Acts of files of one towards the other: `day` (text), `code`, `reports`, uncounted."""
        with self._database.reading() as connection:
            return event_columns.acts_told(connection, actor, recipient, as_of, days)

    def table_outlets_told(
        self, actor: str, recipient: str, as_of: date | None = None,
        days: event_columns.Days = event_columns.ALL_DAYS,
    ) -> pl.DataFrame:  # fmt: skip
        """The outlets of the rows of files on the two: `day` (text) and `outlet`, uncounted."""
        with self._database.reading() as connection:
            return event_columns.outlets_told(connection, actor, recipient, as_of, days)

    def table_months(self, actor: str, recipient: str) -> Sequence[event_months.Row]:
        """Acts of files of one towards the other by month, where they are many; see there."""
        with self._database.reading() as connection:
            return event_months.months_told(connection, actor, recipient)

    def table_acts_of_pairs(
        self, pairs: Sequence[tuple[str, str]], since: date, until: date, as_of: date | None = None
    ) -> list[event_acts.Row]:
        """Acts of files of directed pairs: `(a, b, day, code, published, reports)`, one by one."""
        return event_acts.acts_of_pairs(self._database, pairs, since, until, as_of)

    def table_acts_by_day(
        self, pair: tuple[str, str], since: date, until: date, as_of: date | None = None
    ) -> list[event_acts.Row]:
        """The same one by one: `(a, b, day, code, published, reports)`."""
        return event_acts.acts_by_day(self._database, pair, since, until, as_of)

    def table_acts_by_pair(
        self, since: date, until: date, as_of: date | None = None
    ) -> list[event_acts.Row]:
        """Acts of files within some days: `(a, b, code, acts, reports)` of all pairs."""
        return event_acts.acts_by_pair(self._database, since, until, as_of)

    def table_acts_towards(
        self, pair: tuple[str, str], since: date, until: date, as_of: date | None = None
    ) -> list[event_acts.Row]:
        """The same of all on the two, one by one."""
        return event_acts.acts_towards(self._database, pair, since, until, as_of)

    def ties_in_force(self, day: date, filters: Filters = ALL) -> dict[tuple[str, str], set[str]]:
        """The kinds of ties of each pair of states, in order, that hold on a day."""
        return in_force.ties_in_force(self._database, day, filters)

    def table_days(
        self, pair: tuple[str, str], as_of: date | None = None
    ) -> tuple[date, date] | None:
        """The first and the last day of an act of files between two; None for none."""
        return event_acts.days_told(self._database, pair, as_of)

    def table_event_rows(  # noqa: PLR0913, PLR0917  # whom, when, which page
        self, actor: str, recipient: str, since: date, until: date, as_of: date | None = None,
        limit: int = 1000, offset: int = 0,
    ) -> list[Json]:  # fmt: skip
        """Rows of event files of one towards the other within some days, in order."""
        asked = (actor, recipient, since, until, as_of, limit, offset)
        return list(event_acts.rows_found(self._database, *asked))

    def search(self, query: str, limit: int = 20, filters: Filters = ALL) -> list[Json]:
        """Reports that hold the words, the best first, each with a snippet."""
        return searching.search_found(self._database, query, limit, filters)

    def facets(self, filters: Filters = ALL) -> dict[str, list[Json]]:
        """Counts of events by type, factuality, outlet and actor."""
        return facets.facets_found(self._database, filters)

    def reports_naming_both(self, a: str, b: str, filters: Filters = ALL) -> list[Json]:
        """The reports that name both actors, with outlet and publication as half-open days."""
        return coverage.reports_naming_both(self._database, a, b, filters)

    def events_by_month(self, filters: Filters = ALL) -> list[Json]:
        """Counts of events by month and QuadClass; those known less closely under month None."""
        return counting.events_by_month(self._database, filters)

    def events_by_dyad(self, filters: Filters = ALL, limit: int = 12) -> list[Json]:
        """Counts of events by directed pair of states or bodies, most first."""
        return counting.events_by_dyad(self._database, filters, limit)

    def reports_by_month(self, filters: Filters = ALL) -> list[Json]:
        """Counts of reports by month of publication; the undated under month None."""
        return counting.reports_by_month(self._database, filters)

    def reports_by_outlet(self, filters: Filters = ALL) -> list[Json]:
        """Counts of reports by outlet, with the first and last day of publication."""
        return counting.reports_by_outlet(self._database, filters)

    def versions(self) -> list[Json]:
        """The coders whose rows are kept, with how much and when."""
        return facets.versions_found(self._database)

    def notes(self, filters: Filters = ALL) -> list[str]:
        """What a reader of an answer must know: what was left out, and what the record lacks."""
        return [
            *noting.as_of_notes(self._database, filters),
            *noting.lacking(self._database, filters),
        ]

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def __enter__(self) -> Record:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _part(rows: list[Json], filters: Filters) -> list[Json]:
    stop = None if filters.limit is None else filters.offset + filters.limit
    return rows[filters.offset : stop]
