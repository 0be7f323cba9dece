"""`add` and `recode`: what puts reports and rows into a record."""

from __future__ import annotations

import sys
from datetime import date as Day  # noqa: N812  (an option has its name)
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

import typer

from dragoman.cli.options import DEFAULT_RECORD, JobsOption, RecordOption
from dragoman.cli.say import complain, plain, progress
from dragoman.model.errors import UsageError

if TYPE_CHECKING:
    from dragoman.engine.summary import Summary
    from dragoman.ingest import Given

DateOption = Annotated[
    str | None, typer.Option("--date", help="When it was published, YYYY-MM-DD.")
]


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command()(add)
    app.command()(recode)


def given(
    date: str | None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
) -> Given:
    """What the user said about the inputs; raises UsageError for a date or URL that is none."""
    from dragoman.ingest import Given
    from dragoman.model.when import UNKNOWN, day
    from dragoman.record.parsing import parse_day

    if url and not _is_address(url):
        raise UsageError(f"url {url!r} is no address; expected one such as https://example.org/a")
    when = day(_sane(parse_day(date)), "given") if date else UNKNOWN
    return Given(when, outlet, title, url)


def _is_address(url: str) -> bool:
    try:
        found = urlsplit(url)
    except ValueError:
        return False
    return (
        found.scheme in ("http", "https") and bool(found.hostname) and not set(url) & set(" \t\n")
    )


def _sane(day: Day) -> Day:
    """`day`, if a report that names it itself would be believed."""
    from dragoman.ingest.calendar import FIRST_YEAR, LAST_YEAR

    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise UsageError(
            f"date {str(day)!r} is none of a report; expected a day from {FIRST_YEAR} to "
            f"{LAST_YEAR}"
        )
    return day


def add(  # noqa: PLR0913, PLR0917  # one parameter an option: that is how typer works
    inputs: Annotated[
        list[str], typer.Argument(metavar="PATH|URL|-...", help="Files, folders, URLs, or -.")
    ],
    record: RecordOption = DEFAULT_RECORD,
    date: DateOption = None,
    outlet: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    title: Annotated[
        str | None,
        typer.Option(help="Its title; of a page with several articles, the first one's."),
    ] = None,
    url: Annotated[str | None, typer.Option(help="Where it was published.")] = None,
    jobs: JobsOption = None,
) -> None:
    """Read reports, code them and keep them in the record.

    Text, Markdown, HTML, PDF, DOCX, JSON Lines, a folder of them, an address, or - for standard
    input. A bad input is refused with a line that says why, and the rest goes on.
    """
    from dragoman.engine.crew import cores
    from dragoman.engine.pipeline import Inputs
    from dragoman.engine.pipeline import add as add_all
    from dragoman.record import open_record

    asked = Inputs(tuple(inputs), given(date, outlet, title, url), sys.stdin.buffer)
    with open_record(record, create=True) as kept, progress("reports") as tell:
        summary = add_all(kept, asked, progress=tell, jobs=jobs or cores())
    _report(summary)


def recode(record: RecordOption = DEFAULT_RECORD, jobs: JobsOption = None) -> None:
    """Code all reports of the record that this version has not coded; older rows are kept."""
    from dragoman.engine.crew import cores
    from dragoman.engine.pipeline import recode as recode_all
    from dragoman.record import open_record
    from dragoman.version import coder_name

    with open_record(record) as kept, progress("reports") as tell:
        summary = recode_all(kept, progress=tell, jobs=jobs or cores())
    _complain(summary)
    typer.echo(
        f"coded {summary.completed} reports with {summary.events} events as {coder_name()}; "
        f"{len(summary.refused)} refused"
    )
    raise typer.Exit(1 if summary.refused else 0)


def _report(summary: Summary) -> None:
    _complain(summary)
    typer.echo(plain(summary.line()))
    raise typer.Exit(1 if summary.refused else 0)


def _complain(summary: Summary) -> None:
    for refusal in summary.refused:
        complain(refusal.message)
