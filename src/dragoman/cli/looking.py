"""`search` and `show`: finding a report by its words, and one row in full."""

from __future__ import annotations

from typing import Annotated

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
    coder: CoderOption = None,
) -> None:
    """Print a report with its text and rows, or a row with its evidence, as JSON."""
    from dragoman.cli.output import encode
    from dragoman.record import open_record

    with open_record(record) as kept:
        rows = (kept.row(kind, row_id, coder) for kind in SHOWN)
        found = kept.report(row_id, coder) or next(filter(None, rows), None) or kept.tie(row_id)
        if found is None:
            raise RecordError(
                f"no report or row has the id {row_id!r} in {kept.where}; "
                "list ids with: dragoman reports, or dragoman events"
            )
        typer.echo(encode(found, indent=2))
