"""The commands that list rows of a record, all with the same filters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from inspect import Parameter, Signature
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from dragoman.cli.options import (
    DEFAULT_RECORD,
    FILTERS,
    Format,
    FormatOption,
    MergedOption,
    OutputOption,
    RecordOption,
    hidden,
)
from dragoman.cli.say import note
from dragoman.model.questions import askable

if TYPE_CHECKING:
    from dragoman.model.rows import Json
    from dragoman.record import Filters, Record

Ask = Callable[["Record", "Filters"], "Iterator[Json]"]
Command = Callable[..., None]
_BY_NAME = Parameter.KEYWORD_ONLY


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    for kind, about, ask in (
        ("reports", "List reports, in the order of publication.", _reports),
        ("events", "List events of every factuality, in the order of time.", _events),
        ("chronology", "Tell what happened, in order, each with its sentence.", _chronology),
        ("actors", "List actors: codes, names, and how often they are named and act.", _actors),
        ("attributions", "List who said what.", _statements("attributions")),
        ("quotes", "List words given as somebody's own.", _statements("quotes")),
        ("speakers", "List who is quoted: how often, by which outlets, when.", _speakers),
        (
            "judgements",
            "List what was judged to be or to come, with its probability.",
            _statements("judgements"),
        ),
        ("authors", "List who judges: how often, of which kinds, when.", _authors),
        (
            "silences",
            "List who was asked, or expected to speak, and said nothing.",
            _statements("silences"),
        ),
    ):
        _add(app, kind, about, ask)


def _reports(record: Record, filters: Filters) -> Iterator[Json]:
    return record.iter_reports(filters)


def _events(record: Record, filters: Filters) -> Iterator[Json]:
    from dragoman.engine.listed import events_listed

    return events_listed(record, filters)


def _chronology(record: Record, filters: Filters) -> Iterator[Json]:
    from dragoman.engine.listed import chronology_listed

    return chronology_listed(record, filters)


def _actors(record: Record, filters: Filters) -> Iterator[Json]:
    return iter(record.actors(filters))


def _speakers(record: Record, filters: Filters) -> Iterator[Json]:
    return iter(record.speakers(filters))


def _authors(record: Record, filters: Filters) -> Iterator[Json]:
    return iter(record.authors(filters))


def _statements(kind: str) -> Ask:
    def ask(record: Record, filters: Filters) -> Iterator[Json]:
        return record.statements(kind, filters)

    return ask


def _add(app: typer.Typer, kind: str, about: str, ask: Ask) -> None:
    """Add the command that lists rows of `kind`."""

    def command(
        *, record: str, form: Format, output: Path | None, type_: list[str] | None, **asked: Any
    ) -> None:
        from dragoman.cli.output import write
        from dragoman.record import open_record, parse_filters

        merged = asked.pop("merged", False)
        filters = parse_filters(type=type_, **asked)
        with open_record(record) as kept:
            if merged:
                write("identities", iter(kept.identities(filters)), form, output)
            else:
                write(kind, ask(kept, filters), form, output)
            for line in (*kept.notes(filters), *_notes(kind, kept, filters)):
                note(line)

    app.command(kind, help=about)(with_options(command, options_of(kind)))


def _notes(kind: str, record: Record, filters: Filters) -> list[str]:
    if kind not in ("events", "chronology"):
        return []
    from dragoman.engine.listed import notes

    return notes(record, filters)


def with_options(command: Command, options: list[Parameter]) -> Command:
    """`command` with these options: Typer reads them off a function's parameters."""
    command.__annotations__ = {option.name: option.annotation for option in options}
    vars(command)["__signature__"] = Signature(options)
    return command


def options_of(kind: str) -> list[Parameter]:
    """The options of a list; the help leaves out filters that its rows do not answer to."""
    known = askable(kind)
    shown = {
        name: option if name.removesuffix("_") in known else hidden(option)
        for name, option in FILTERS.items()
    }
    given = [Parameter("record", _BY_NAME, annotation=RecordOption, default=DEFAULT_RECORD)]
    given += [Parameter(name, _BY_NAME, annotation=o, default=None) for name, o in shown.items()]
    if kind == "actors":
        given += [Parameter("merged", _BY_NAME, annotation=MergedOption, default=False)]
    given += [Parameter("form", _BY_NAME, annotation=FormatOption, default=Format.table)]
    return [*given, Parameter("output", _BY_NAME, annotation=OutputOption, default=None)]
