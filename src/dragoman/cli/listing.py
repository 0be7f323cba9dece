"""The commands that list rows of a record, all with the same filters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import typer

from dragoman.cli.options import (
    DEFAULT_RECORD,
    ActorOption,
    AsOfOption,
    CoderOption,
    DyadOption,
    FactualityOption,
    Format,
    FormatOption,
    LimitOption,
    ModeOption,
    OffsetOption,
    OutletOption,
    OutputOption,
    PlaceOption,
    RecipientOption,
    RecordOption,
    ReportOption,
    SinceOption,
    TextOption,
    TypeOption,
    UntilOption,
)
from dragoman.cli.say import note

if TYPE_CHECKING:
    from dragoman.model.rows import Json
    from dragoman.record import Filters, Record

Ask = Callable[["Record", "Filters"], "Iterator[Json]"]


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    for kind, about, ask in (
        ("reports", "List reports, in the order of publication.", _reports),
        ("events", "List events of every factuality, in the order of time.", _events),
        ("chronology", "Tell what happened, in order, each with its sentence.", _chronology),
        ("actors", "List actors: codes, names, and how often they are named and act.", _actors),
        ("attributions", "List who said what.", _statements("attributions")),
        ("quotes", "List words given as somebody's own.", _statements("quotes")),
        (
            "judgements",
            "List what was judged to be or to come, with its probability.",
            _statements("judgements"),
        ),
        (
            "silences",
            "List who was asked, or expected to speak, and said nothing.",
            _statements("silences"),
        ),
        ("ties", "List what holds between two over time.", _statements("ties")),
    ):
        _add(app, kind, about, ask)


def _reports(record: Record, filters: Filters) -> Iterator[Json]:
    return record.iter_reports(filters)


def _events(record: Record, filters: Filters) -> Iterator[Json]:
    return record.iter_events(filters)


def _chronology(record: Record, filters: Filters) -> Iterator[Json]:
    return record.iter_chronology(filters)


def _actors(record: Record, filters: Filters) -> Iterator[Json]:
    return iter(record.actors(filters))


def _statements(kind: str) -> Ask:
    def ask(record: Record, filters: Filters) -> Iterator[Json]:
        return record.statements(kind, filters)

    return ask


def _add(app: typer.Typer, kind: str, about: str, ask: Ask) -> None:
    """Add the command that lists rows of `kind`."""

    @app.command(kind, help=about)
    def command(  # noqa: PLR0913, PLR0917  # one parameter an option: that is how typer works
        record: RecordOption = DEFAULT_RECORD,
        actor: ActorOption = None,
        recipient: RecipientOption = None,
        dyad: DyadOption = None,
        type_: TypeOption = None,
        mode: ModeOption = None,
        since: SinceOption = None,
        until: UntilOption = None,
        outlet: OutletOption = None,
        factuality: FactualityOption = None,
        report: ReportOption = None,
        place: PlaceOption = None,
        text: TextOption = None,
        as_of: AsOfOption = None,
        coder: CoderOption = None,
        limit: LimitOption = None,
        offset: OffsetOption = None,
        form: FormatOption = Format.table,
        output: OutputOption = None,
    ) -> None:
        from dragoman.cli.output import write
        from dragoman.record import open_record, parse_filters

        filters = parse_filters(
            actor=actor,
            recipient=recipient,
            dyad=dyad,
            type=type_,
            mode=mode,
            since=since,
            until=until,
            outlet=outlet,
            factuality=factuality,
            report=report,
            place=place,
            text=text,
            as_of=as_of,
            coder=coder,
            limit=limit,
            offset=offset,
        )
        with open_record(record) as kept:
            write(kind, ask(kept, filters), form, output)
            for line in kept.notes(filters):
                note(line)
