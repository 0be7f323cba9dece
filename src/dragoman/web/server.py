"""Serving a record's pages until it is told to stop."""

from __future__ import annotations

import ipaddress
import secrets
import socket
from collections.abc import Callable, Iterable
from contextlib import suppress
from urllib.parse import quote

import uvicorn

from dragoman.model.errors import UsageError
from dragoman.record import Record, open_record
from dragoman.web.app import create_app
from dragoman.web.guard import LOOPBACK_NAMES

# 256 bits, more than can be guessed.
_TOKEN_BYTES = 32

Ready = Callable[[str], None]
"""Called with the address of the pages, its token in it, once they can be asked for."""


def is_loopback(host: str) -> bool:
    """True for a host that only this machine reaches."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def new_token() -> str:
    """A token nobody can guess, for a server that other machines reach."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


def serve(
    record_url: str, host: str, port: int, token: str | None, ready: Ready | None = None
) -> None:
    """Serve the pages of a record until interrupted; port 0 takes a free one.

    Without a token only a loopback host is served; for another, make one with `new_token`. Raises
    RecordError when there is no such record, UsageError for a host that others reach without a
    token and for a host or port that cannot be had.
    """
    if token is None and not is_loopback(host):
        raise UsageError(f"host {host} is reached by other machines; expected a token with it")
    with open_record(record_url) as record, _listening(host, port) as listener:
        if ready:
            ready(_address(host, listener.getsockname()[1], token))
        _run(record, host, token, [listener])


def _run(record: Record, host: str, token: str | None, sockets: Iterable[socket.socket]) -> None:
    hosts = (*LOOPBACK_NAMES, _bracketed(host)) if is_loopback(host) else None
    app = create_app(record, token=token, hosts=hosts)
    # No access log: an address can hold a token.
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, ws="none", lifespan="off"
    )
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=list(sockets))


def _listening(host: str, port: int) -> socket.socket:
    bare = host.strip("[]")
    family = socket.AF_INET6 if ":" in bare else socket.AF_INET
    try:
        return socket.create_server((bare, port), family=family, backlog=128)
    except (OSError, OverflowError) as wrong:
        why = getattr(wrong, "strerror", None) or str(wrong)
        raise UsageError(
            f"cannot listen on {_bracketed(bare)}:{port} ({why}); choose another host or port"
        ) from wrong


def _address(host: str, port: int, token: str | None) -> str:
    """Where readers find the pages; an unspecified host is called by this machine's name."""
    bare = host.strip("[]")
    name = socket.gethostname() if bare in ("0.0.0.0", "::") else _bracketed(bare)  # noqa: S104  # compared, not bound
    query = f"?token={quote(token, safe='')}" if token else ""
    return f"http://{name}:{port}/{query}"


def _bracketed(host: str) -> str:
    bare = host.strip("[]")
    return f"[{bare}]" if ":" in bare else bare
