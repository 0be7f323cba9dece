"""`search` and `show`: finding a report by its words, and one row in full."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import (
    DEFAULT_RECORD,
    AsOfOption,
    CoderOption,
    CountOption,
    Format,
    FormatOption,
    LongOutputOption,
    OutletOption,
    RecordOption,
)
from dragoman.cli.say import note
from dragoman.model.errors import RecordError, UsageError

if TYPE_CHECKING:
    from dragoman.model.rows import Json
    from dragoman.record import Filters, Record


class Shown(StrEnum):
    """How one row is shown."""

    text = "text"
    json = "json"


ShownOption = Annotated[
    Shown | None,
    typer.Option(
        "--format",
        metavar="FORM",
        help="text (incidents and disputes, if not given) or json (everything else).",
    ),
]


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    # A word may begin with a dash (-without), so only what search itself offers is an option; -h
    # and -o would take "-hospital" and "-oil" for themselves.
    words = {"ignore_unknown_options": True, "help_option_names": ["--help"]}
    app.command(context_settings=words)(search)
    app.command()(show)


def search(  # noqa: PLR0913, PLR0917  # one parameter an option: that is how typer works
    query: Annotated[list[str], typer.Argument(help='Words, "a phrase", -without, begin*.')],
    record: RecordOption = DEFAULT_RECORD,
    outlet: OutletOption = None,
    as_of: AsOfOption = None,
    limit: CountOption = 20,
    form: FormatOption = Format.table,
    output: LongOutputOption = None,
) -> None:
    """Find reports by their words, the best first."""
    from dragoman.cli.output import write
    from dragoman.record import open_record, parse_filters

    if wrong := next((word for word in query if word.startswith("--")), None):
        raise UsageError(f"no such option: {wrong} (see --help); a word to leave out has one dash")
    filters = parse_filters(outlet=outlet, as_of=as_of, limit=limit)
    with open_record(record) as kept:
        found = kept.search(" ".join(query), limit, filters)
        write("search", iter(found), form, output)
        for line in kept.notes(filters):
            note(line)


# The kinds of row that have an id and evidence of their own.
SHOWN = ("events", "attributions", "quotes", "judgements", "silences", "ties")


def show(
    row_id: Annotated[str, typer.Argument(metavar="ID", help="An id, or how it begins.")],
    record: RecordOption = DEFAULT_RECORD,
    as_of: AsOfOption = None,
    coder: CoderOption = None,
    form: ShownOption = None,
) -> None:
    """Print a report with its rows, a row with its evidence, an incident or a dispute."""
    from dragoman.cli.output import encode
    from dragoman.record import open_record, parse_filters

    filters = parse_filters(as_of=as_of, coder=coder)
    with open_record(record) as kept:
        found = _row(kept, row_id, coder)
        if found is not None:
            if form is Shown.text:
                raise UsageError("only incidents and disputes are shown as text")
            typer.echo(encode(found, indent=2))
            return
        _show_incident(kept, row_id, filters, form)


def _row(kept: Record, row_id: str, coder: str | None) -> Json | None:
    rows = (kept.row(kind, row_id, coder) for kind in SHOWN)
    return kept.report(row_id, coder) or next(filter(None, rows), None) or kept.tie(row_id)


def _show_incident(kept: Record, row_id: str, filters: Filters, form: Shown | None) -> None:
    from dragoman.cli.incident import print_dispute, print_incident
    from dragoman.cli.output import encode
    from dragoman.engine.incident_answers import shown

    told = shown(kept, row_id, filters)
    if told is None:
        raise RecordError(
            f"no report, row, incident or dispute has the id {row_id!r} in {kept.where}; "
            "list ids with: dragoman reports, dragoman events or dragoman incidents"
        )
    kind, row = told
    if form is Shown.json:
        typer.echo(encode(row, indent=2))
    else:
        (print_incident if kind == "incident" else print_dispute)(row, sys.stdout)
    for line in kept.notes(filters):
        note(line)
