"""`import`: events that others coded, from files of ICEWS, GDELT, POLECAT and the like."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.options import DEFAULT_RECORD, RecordOption
from dragoman.cli.say import complain, note, plain, progress


class Forms(StrEnum):
    """What a file is."""

    icews = "icews"
    gdelt = "gdelt"
    polecat = "polecat"
    plover = "plover"


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("import")(import_)


def import_(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files, or folders.")],
    form: Annotated[Forms, typer.Option("--as", help="What the files are.")],
    record: RecordOption = DEFAULT_RECORD,
) -> None:
    """Keep the events of files that others coded, to be measured beside those of reports.

    Rows that give no event are counted and told; they lose no others. The same file twice adds
    nothing.
    """
    from dragoman.engine.event_import import event_files, import_events
    from dragoman.model.errors import InputError
    from dragoman.record import open_record

    failed = False
    with open_record(record, create=True) as kept, progress("files:") as tell:
        for path in (file for given in paths for file in event_files(given)):
            try:
                found = import_events(kept, path, form.value)
            except InputError as wrong:
                complain(str(wrong))
                failed = True
                continue
            for line in found.lines:
                note(line)
            typer.echo(plain(found.line()))
            if tell:
                tell(path.name)
    raise typer.Exit(1 if failed else 0)
