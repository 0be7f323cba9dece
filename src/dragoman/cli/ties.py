"""`ties`: what holds between two over time, and bringing in tables that tell of it."""

from __future__ import annotations

from inspect import Parameter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.listing import options_of, with_options
from dragoman.cli.options import (
    DEFAULT_RECORD,
    Format,
    FormatOption,
    OutputOption,
    RecordOption,
)
from dragoman.cli.say import complain, note, plain, progress
from dragoman.model.errors import UsageError

if TYPE_CHECKING:
    from datetime import date

_ABOUT = "List what holds between two over time, or import tables that tell of it."


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    ties = typer.Typer(help=_ABOUT, invoke_without_command=True)
    context = Parameter("context", Parameter.KEYWORD_ONLY, annotation=typer.Context)
    ties.callback()(with_options(_listed, [context, *options_of("ties")]))
    ties.command("import")(import_)
    ties.command()(tables)
    ties.command()(mappings)
    app.add_typer(ties, name="ties")


def _listed(
    *,
    context: typer.Context,
    record: str,
    form: Format,
    output: Path | None,
    type_: list[str] | None,
    **asked: Any,
) -> None:
    if context.invoked_subcommand is not None:
        _refuse_before(context)
        return
    from dragoman.cli.output import write
    from dragoman.record import open_record, parse_filters

    filters = parse_filters(type=type_, **asked)
    with open_record(record) as kept:
        write("ties", kept.iter_ties(filters), form, output)
        for line in kept.tie_notes(filters):
            note(line)


def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A table: CSV, TSV or Parquet.")],
    record: RecordOption = DEFAULT_RECORD,
    mapping: Annotated[
        str | None,
        typer.Option("--map", metavar="NAME|FILE", help="How to read it; see: ties mappings."),
    ] = None,
    known: Annotated[
        str | None,
        typer.Option(help="Since when it counts as known, YYYY-MM-DD; today if not given."),
    ] = None,
    version: Annotated[
        str | None, typer.Option("--table-version", help="Its version, when not the mapping's.")
    ] = None,
) -> None:
    """Keep the ties of a table in the record.

    Rows that give no tie are counted and told, a line each kind; they lose no others. The same
    file twice adds nothing.
    """
    from dragoman.engine.tie_import import import_ties
    from dragoman.record import open_record

    day = _day(known)
    with open_record(record, create=True) as kept, progress("thousands of ties:") as tell:
        found = import_ties(kept, file, mapping, known=day, version=version, progress=tell)
    for line in found.lines:
        complain(line)
    for line in found.quiet:
        note(line)
    typer.echo(plain(found.line()))
    raise typer.Exit(1 if found.lines else 0)


def tables(
    record: RecordOption = DEFAULT_RECORD,
    form: FormatOption = Format.table,
    output: OutputOption = None,
) -> None:
    """List the tables that were imported, in the order in which they came."""
    from dragoman.cli.output import write
    from dragoman.record import open_record

    with open_record(record) as kept:
        write("tie_tables", iter(kept.tie_tables()), form, output)


def mappings(
    name: Annotated[str | None, typer.Argument(help="Print this one, to begin from.")] = None,
) -> None:
    """List the mappings that ship, or print one."""
    from dragoman.ingest.table_maps import read_map, shipped_maps

    shipped = shipped_maps()
    if name is None:
        for key in shipped:
            told = read_map(key)
            typer.echo(f"{key}\t{told.title} {told.version or ''}\t{', '.join(told.columns())}")
    elif name in shipped:
        typer.echo(shipped[name], nl=False)
    else:
        raise UsageError(f"no mapping {name!r}; there are: {', '.join(shipped)}")


def _day(known: str | None) -> date | None:
    from dragoman.record.parsing import parse_day

    return parse_day(known, "known") if known else None


def _refuse_before(context: typer.Context) -> None:
    """An option before the name of a subcommand would be left unread."""
    given = [
        name
        for name in context.params
        if getattr(context.get_parameter_source(name), "name", "") == "COMMANDLINE"
    ]
    if given:
        raise UsageError(
            f"--{given[0].replace('_', '-')} stands before {context.invoked_subcommand}; "
            f"put it behind, as in: dragoman ties {context.invoked_subcommand} --record FILE"
        )
