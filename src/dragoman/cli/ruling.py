"""`rule` and `rulings`: what people decide about rows, and taking it back."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Annotated

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

if TYPE_CHECKING:
    from dragoman.model.rows import Json

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
    rule.command("incident")(incident)
    rule.command("dispute")(dispute)
    rule.command("event")(event)
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

    given = _one(same=same, different=different, unsure=unsure)
    with open_record(record) as kept:
        made = kept.rule_actors(a, b, given, _who(who), why)  # type: ignore[arg-type]  # one of them
    _ruled(made, f"{made['a']} / {made['b']}: {made['answer']}")


def incident(  # noqa: PLR0913, PLR0917  # one parameter an option: that is how typer works
    a: Annotated[
        str, typer.Argument(metavar="EVENT", help="An id of an event, or of an incident.")
    ],
    b: Annotated[str, typer.Argument(metavar="EVENT", help="The other.")],
    why: WhyOption,
    same: Annotated[bool, typer.Option("--same", help="They are one incident.")] = False,
    different: Annotated[bool, typer.Option("--different", help="They are two.")] = False,
    unsure: Annotated[bool, typer.Option("--unsure", help="Leave it to the program.")] = False,
    who: WhoOption = None,
    record: RecordOption = DEFAULT_RECORD,
) -> None:
    """Rule that two events are one incident, two different ones, or that it is unsure."""
    from dragoman.engine.ruling import rule_incident
    from dragoman.record import open_record

    given = _one(same=same, different=different, unsure=unsure)
    with open_record(record) as kept:
        made = rule_incident(kept, a, b, given, _who(who), why)  # type: ignore[arg-type]  # one of them
    _ruled(made, f"{made['a'][:8]} / {made['b'][:8]}: {made['answer']}")


def dispute(
    dispute_id: Annotated[str, typer.Argument(metavar="ID", help="The id of a dispute.")],
    settle: Annotated[str, typer.Option("--settle", metavar="POSITION", help="Which is right.")],
    why: WhyOption,
    who: WhoOption = None,
    record: RecordOption = DEFAULT_RECORD,
) -> None:
    """Settle a dispute: say which position is right, in its words or by its number from 1."""
    from dragoman.engine.ruling import rule_dispute
    from dragoman.record import open_record

    with open_record(record) as kept:
        made = rule_dispute(kept, dispute_id, settle, _who(who), why)
    _ruled(made, f"{made['data']['detail']} of {made['a'][:8]} is settled: {made['b']}")


def event(  # noqa: PLR0913, PLR0917  # one parameter an option: that is how typer works
    event_id: Annotated[str, typer.Argument(metavar="ID", help="The id of an event.")],
    why: WhyOption,
    accept: Annotated[bool, typer.Option("--accept", help="The row is right.")] = False,
    reject: Annotated[bool, typer.Option("--reject", help="The row is no event.")] = False,
    amend: Annotated[
        str | None, typer.Option("--amend", metavar="FIELD=VALUE", help="What a field should be.")
    ] = None,
    who: WhoOption = None,
    record: RecordOption = DEFAULT_RECORD,
) -> None:
    """Accept an event, reject it, or set a field of it right, for incidents and disputes."""
    from dragoman.engine.ruling import rule_event
    from dragoman.record import open_record

    given = _one(accept=accept, reject=reject, amend=amend is not None)
    with open_record(record) as kept:
        made = rule_event(kept, event_id, given, amend, _who(who), why)  # type: ignore[arg-type]  # one of them
    _ruled(made, f"event {made['a'][:8]}: {amend or made['answer']}")


def _one(**options: bool) -> str:
    """The one that was given; UsageError for none or several."""
    given = [name for name, asked in options.items() if asked]
    if len(given) != 1:
        raise UsageError(f"give one of {', '.join(f'--{name}' for name in options)}")
    return given[0]


def _ruled(made: Json, said: str) -> None:
    note(f"{said}; undo with: dragoman rule undo {made['id'][:8]} --why REASON")


def undo(
    ruling: Annotated[str, typer.Argument(metavar="ID", help="An id, or how it begins.")],
    why: WhyOption,
    who: WhoOption = None,
    record: RecordOption = DEFAULT_RECORD,
) -> None:
    """Take a ruling back; both stay in the record."""
    from dragoman.engine.ruling import undo as take_back
    from dragoman.record import open_record

    with open_record(record) as kept:
        made = take_back(kept, ruling, _who(who), why)
    about = " / ".join(filter(None, (made["a"], made["b"])))
    note(f"{about}: the ruling is taken back")


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
