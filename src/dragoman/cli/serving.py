"""`serve`: the record as pages in a browser."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.options import DEFAULT_RECORD, RecordOption
from dragoman.cli.say import note


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command()(serve)


def serve(
    record: RecordOption = DEFAULT_RECORD,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes a free one.")] = 8765,
    token: Annotated[
        str | None,
        typer.Option(envvar="DRAGOMAN_TOKEN", help="What readers must give to see the pages."),
    ] = None,
) -> None:
    """Show the record in a browser, until stopped.

    A host that other machines reach gets a token when none is given; the address has it in it.
    """
    from dragoman import web

    if token is None and not web.is_loopback(host):
        token = web.new_token()
    web.serve(record, host, port, token, ready=_tell)


def _tell(address: str) -> None:
    note(f"the pages are at {address} (stop with Ctrl-C)")
