"""`code`: rows on standard output, without any record."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import nullcontext
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.adding import DateOption, given
from dragoman.cli.options import JobsOption, Objects, ObjectsOption
from dragoman.cli.say import complain, progress

if TYPE_CHECKING:
    from dragoman.engine.pipeline import Inputs
    from dragoman.ingest import Refusal
    from dragoman.model.rows import Json


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command()(code)


def code(
    inputs: Annotated[
        list[str] | None, typer.Argument(metavar="[PATH|-]...", help="Files, or - (the default).")
    ] = None,
    date: DateOption = None,
    form: ObjectsOption = Objects.jsonl,
    jobs: JobsOption = None,
) -> None:
    """Code reports and print them with all their rows, a JSON object each; keeps nothing.

    Takes what `add` takes; JSON Lines of {"id", "text", "date"} are coded as they stand.
    """
    from dragoman.cli.output import array, lines
    from dragoman.engine.pipeline import Inputs

    refused: list[Refusal] = []
    asked = Inputs(tuple(inputs or ["-"]), given(date), sys.stdin.buffer)
    rows = _rows(asked, jobs, refused)
    for printed in lines(rows) if form is Objects.jsonl else array(rows):
        sys.stdout.write(printed)
        sys.stdout.flush()
    raise typer.Exit(1 if refused else 0)


def _rows(asked: Inputs, jobs: int | None, refused: list[Refusal]) -> Iterator[Json]:
    """The rows of each report; what is refused is said, and put into `refused`."""
    from dragoman.engine.crew import cores
    from dragoman.engine.pipeline import code_stream
    from dragoman.model.findings import Findings
    from dragoman.model.rows import findings_row

    # On a terminal the rows themselves show how far it is.
    bar = nullcontext() if sys.stdout.isatty() else progress("reports")
    with bar as tell:
        for found in code_stream(asked, jobs=jobs or cores()):
            if isinstance(found, Findings):
                yield findings_row(found)
            else:
                complain(found.message)
                refused.append(found)
            if tell:
                tell("")
