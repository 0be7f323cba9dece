"""`code`: rows on standard output, without any record."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from dragoman.cli.adding import DateOption, given
from dragoman.cli.options import Format, FormatOption
from dragoman.cli.say import complain
from dragoman.model.errors import UsageError


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command()(code)


def code(
    inputs: Annotated[
        list[str] | None, typer.Argument(metavar="[PATH|-]...", help="Files, or - (the default).")
    ] = None,
    date: DateOption = None,
    form: FormatOption = Format.jsonl,
) -> None:
    """Code reports and print them with all their rows, one JSON object a line; keeps nothing.

    Takes what `add` takes; JSON Lines of {"id", "text", "date"} are coded as they stand.
    """
    from dragoman.cli.output import encode
    from dragoman.engine.pipeline import Inputs, code_stream
    from dragoman.model.findings import Findings
    from dragoman.model.rows import findings_row

    if form is not Format.jsonl:
        raise UsageError(f"code prints jsonl, not {form.value}; a record's rows: dragoman events")
    refused = False
    asked = Inputs(tuple(inputs or ["-"]), given(date), sys.stdin.buffer)
    for found in code_stream(asked):
        if isinstance(found, Findings):
            sys.stdout.write(encode(findings_row(found)) + "\n")
            sys.stdout.flush()
        else:
            complain(found.message)
            refused = True
    raise typer.Exit(1 if refused else 0)
