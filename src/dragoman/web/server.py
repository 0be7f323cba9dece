"""Serving a record's pages until it is told to stop."""

from __future__ import annotations

import ipaddress
import secrets

import uvicorn

from dragoman.record import open_record
from dragoman.web.app import create_app
from dragoman.web.guard import LOOPBACK_NAMES

# 256 bits, more than can be guessed.
_TOKEN_BYTES = 32


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


def serve(record_url: str, host: str, port: int, token: str | None) -> None:
    """Serve the pages of a record until interrupted.

    Without a token only a loopback host is served; elsewhere a caller makes one with `new_token`
    and tells it to whom it may concern. Raises RecordError when there is no such record, and
    ValueError for a host that others reach without a token.
    """
    if token is None and not is_loopback(host):
        raise ValueError(f"{host} is reached by other machines; expected a token with it")
    hosts = (*LOOPBACK_NAMES, _name(host)) if is_loopback(host) else None
    with open_record(record_url) as record:
        # No access log: an address can hold a token.
        uvicorn.run(
            create_app(record, token=token, hosts=hosts),
            host=host.strip("[]"),
            port=port,
            log_level="warning",
            access_log=False,
            server_header=False,
        )


def _name(host: str) -> str:
    return f"[{host.strip('[]')}]" if ":" in host else host
