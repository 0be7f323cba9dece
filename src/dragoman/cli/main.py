"""The `dragoman` command: which commands there are, and how one ends."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from typing import Annotated

import typer
from typer.exceptions import TyperException

from dragoman.cli import (
    adding,
    coding,
    comparing,
    dyads,
    evaluating,
    explaining,
    importing,
    incidents,
    listing,
    looking,
    networks,
    ruling,
    serving,
    ties,
)
from dragoman.cli.say import complain
from dragoman.model.errors import DragomanError, UsageError
from dragoman.version import OFF, SWITCH, __version__

DONE, FAILED, WRONG = 0, 1, 2
# What typer returns when somebody pressed Ctrl-C.
_INTERRUPTED = 130

app = typer.Typer(
    name="dragoman",
    help="Read reports about the relations between states into a sourced, dated record.",
    epilog="The record is --record, else $DRAGOMAN_RECORD, else dragoman.db in this folder.",
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"dragoman {__version__}")
        raise typer.Exit


@app.callback()
def dragoman(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version.")
    ] = False,
    encoder: Annotated[
        bool, typer.Option("--encoder/--no-encoder", help="Read with the encoder, or tables alone.")
    ] = True,
) -> None:
    """Read reports about the relations between states into a sourced, dated record."""
    if not encoder:
        os.environ[SWITCH] = OFF
    if context.invoked_subcommand is None:
        print(context.get_help(), end="")  # noqa: T201  # typer prints it itself where it is in colour
        raise typer.Exit(WRONG)


for module in (
    adding,
    coding,
    explaining,
    evaluating,
    listing,
    incidents,
    dyads,
    networks,
    comparing,
    looking,
    ties,
    importing,
    ruling,
    serving,
):
    module.register(app)


def main() -> None:
    """Run the command line; exits 0 when done, 1 when something could not be, 2 on wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # The rows are UTF-8 wherever they go; a terminal shows what it cannot as an escape.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = _run()
        sys.stdout.flush()
    except (BrokenPipeError, SystemExit) as ended:
        # Typer makes the one into the other.
        if not isinstance(ended.__context__ or ended, BrokenPipeError):
            raise
        # Who read our output has had enough. Python must not try to write the rest at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = DONE
    sys.exit(code)


def _run() -> int:
    try:
        code = app(standalone_mode=False) or DONE
    except UsageError as wrong:
        complain(str(wrong))
        return WRONG
    except DragomanError as wrong:
        complain(str(wrong))
        return FAILED
    except TyperException as wrong:
        complain(f"{wrong.format_message()} (see --help)")
        return WRONG
    if code == _INTERRUPTED:
        complain("stopped; what was done is kept")
        return FAILED
    return int(code)
