"""`rule` and `rulings`: what people decide about rows, and taking it back."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer

from dragoman.cli.options import (
    DEFAULT_RECORD,
    Format,
    FormatOption,
    OutputOption,
    RecordOption,
)
from dragoman.cli.say import note
from dragoman.model.errors import UsageError

WhyOption = Annotated[str, typer.Option("--why", help="The reason, in words.")]
WhoOption = Annotated[
    str | None,
    typer.Option(
        "--who", envvar="DRAGOMAN_WHO", help="Who rules; if not given, the name of your login."
    ),
]
rule = typer.Typer(
    help="Rule on what the program told: nothing is overwritten, and a ruling can be undone.",
    no_args_is_help=True,
)


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    rule.command("actor")(actor)
    rule.command("undo")(undo)
    app.add_typer(rule, name="rule")
    app.command()(rulings)


def actor(  # noqa: PLR0913, PLR0917  # one parameter an option: that is how typer works
    a: Annotated[str, typer.Argument(help="A name, or a key of `actors --merged`.")],
    b: Annotated[str, typer.Argument(help="The other.")],
    why: WhyOption,
    same: Annotated[bool, typer.Option("--same", help="They mean one actor.")] = False,
    different: Annotated[bool, typer.Option("--different", help="They mean two.")] = False,
    unsure: Annotated[bool, typer.Option("--unsure", help="Keep them apart, as a doubt.")] = False,
    who: WhoOption = None,
    record: RecordOption = DEFAULT_RECORD,
) -> None:
    """Rule that two names mean the same actor, two different ones, or that it is unsure."""
    from dragoman.record import open_record

    answers = {"same": same, "different": different, "unsure": unsure}
    given = [answer for answer, asked in answers.items() if asked]
    if len(given) != 1:
        raise UsageError("give one of --same, --different, --unsure")
    with open_record(record) as kept:
        made = kept.rule_actors(a, b, given[0], _who(who), why)  # type: ignore[arg-type]  # one of them
    ruled = f"{made['a']} / {made['b']}: {made['answer']}"
    note(f"{ruled}; undo with: dragoman rule undo {made['id'][:8]} --why REASON")


def undo(
    ruling: Annotated[str, typer.Argument(metavar="ID", help="An id, or how it begins.")],
    why: WhyOption,
    who: WhoOption = None,
    record: RecordOption = DEFAULT_RECORD,
) -> None:
    """Take a ruling back; both stay in the record."""
    from dragoman.record import open_record

    with open_record(record) as kept:
        made = kept.undo_ruling(ruling, _who(who), why)
    note(f"{made['a']} / {made['b']}: the ruling is taken back")


def rulings(
    record: RecordOption = DEFAULT_RECORD,
    form: FormatOption = Format.table,
    output: OutputOption = None,
) -> None:
    """List what people ruled, who, when and why, and what was taken back."""
    from dragoman.cli.output import write
    from dragoman.record import open_record

    with open_record(record) as kept:
        write("rulings", iter(kept.rulings()), form, output)


def _who(given: str | None) -> str:
    if given:
        return given
    try:
        return getpass.getuser()
    except (OSError, KeyError) as nobody:
        raise UsageError("nobody is logged in by name; give --who") from nobody
