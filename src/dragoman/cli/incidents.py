"""`incidents` and `disputes`: what happened once though several tell it, and what they contest."""

from __future__ import annotations

from inspect import Parameter
from pathlib import Path
from typing import Annotated, Any

import typer

from dragoman.cli.listing import options_of, with_options
from dragoman.cli.options import Format
from dragoman.cli.say import note

SeveralOption = Annotated[bool, typer.Option("--several", help="Told by more than one report.")]
DisputedOption = Annotated[bool, typer.Option("--disputed", help="With a dispute.")]
OneOriginOption = Annotated[
    bool, typer.Option("--one-origin", help="Told by several reports that rest on one origin.")
]
_CHOICE = {"several": SeveralOption, "disputed": DisputedOption, "one_origin": OneOriginOption}


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    record, *rest = options_of("incidents")
    own = [
        Parameter(name, Parameter.KEYWORD_ONLY, annotation=option, default=False)
        for name, option in _CHOICE.items()
    ]
    about = "List what happened, each incident once, with its reports, origins and disputes."
    app.command("incidents", help=about)(with_options(_incidents, [record, *own, *rest]))
    about = "List what reports contest: the positions, who holds them, on how many origins."
    app.command("disputes", help=about)(with_options(_disputes, options_of("disputes")))
    about = "List reports that correct or withdraw an earlier one, and what rests on that."
    app.command("corrections", help=about)(with_options(_corrections, options_of("reports")))


def _incidents(
    *, record: str, form: Format, output: Path | None, type_: list[str] | None, **asked: Any
) -> None:
    from dragoman.cli.output import write
    from dragoman.engine.choosing import Choice
    from dragoman.engine.incidents import incidents_listed
    from dragoman.record import open_record, parse_filters

    choice = Choice(**{name: asked.pop(name) for name in _CHOICE})
    filters = parse_filters(type=type_, **asked)
    filters.refuse("incidents")
    with open_record(record) as kept:
        write("incidents", iter(incidents_listed(kept, filters, choice)), form, output)
        for line in kept.notes(filters):
            note(line)


def _disputes(
    *, record: str, form: Format, output: Path | None, type_: list[str] | None, **asked: Any
) -> None:
    from dragoman.cli.output import write
    from dragoman.engine.incidents import disputes_listed
    from dragoman.record import open_record, parse_filters

    filters = parse_filters(type=type_, **asked)
    filters.refuse("disputes")
    with open_record(record) as kept:
        write("disputes", iter(disputes_listed(kept, filters)), form, output)
        for line in kept.notes(filters):
            note(line)


def _corrections(
    *, record: str, form: Format, output: Path | None, type_: list[str] | None, **asked: Any
) -> None:
    from dragoman.cli.output import write
    from dragoman.engine.corrected import corrections_listed
    from dragoman.record import open_record, parse_filters

    filters = parse_filters(type=type_, **asked)
    with open_record(record) as kept:
        write("corrections", iter(corrections_listed(kept, filters)), form, output)
        for line in kept.notes(filters):
            note(line)
