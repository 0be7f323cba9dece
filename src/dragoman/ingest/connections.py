"""Connections for fetching: to allowed addresses only, and none that outlasts its deadline."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import httpcore
import httpx

from dragoman.ingest.limits import ANSWER_SECONDS
from dragoman.model.errors import InputError, RefusedInputError


class Transport(httpx.BaseTransport):
    """httpx over connections that are opened to checked addresses and end at a deadline."""

    def __init__(self, allowed: Callable[[str], bool], deadline: float) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=ssl.create_default_context(), network_backend=_Backend(allowed, deadline)
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        response = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
                ),
                headers=request.headers.raw,
                content=request.stream,
            )
        )
        return httpx.Response(
            status_code=response.status, headers=response.headers, stream=_Body(response)
        )

    def close(self) -> None:
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Any:
        return self._response.iter_stream()

    def close(self) -> None:
        self._response.close()


@dataclass
class _Backend(httpcore.NetworkBackend):
    """Opens connections to allowed addresses only."""

    allowed: Callable[[str], bool]
    deadline: float
    inner: httpcore.NetworkBackend = field(default_factory=httpcore.SyncBackend)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        address = self._address(host, port)
        seconds = _left(self.deadline)
        stream = self.inner.connect_tcp(address, port, seconds, local_address, socket_options)
        return _Stream(stream, self.deadline)

    def _address(self, host: str, port: int) -> str:
        """An address of `host`; refuses the host when any of its addresses is not allowed."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise InputError(
                f"cannot be fetched: no address is known for {host!r} ({error})"
            ) from None
        addresses = [str(f[4][0]) for f in found]
        if bad := next((a for a in addresses if not self.allowed(a)), None):
            raise RefusedInputError(
                f"leads to {host!r} at the private or reserved address {bad}, which is never read"
            )
        return addresses[0]


class _Stream(httpcore.NetworkStream):
    """A connection on which no wait outlasts the deadline, however slowly bytes come."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: float) -> None:
        self._inner, self._deadline = inner, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, _left(self._deadline))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, _left(self._deadline))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        secured = self._inner.start_tls(ssl_context, server_hostname, _left(self._deadline))
        return _Stream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


def _left(deadline: float) -> float:
    """Seconds that may be waited now. Raises when the time is up."""
    left = min(ANSWER_SECONDS, deadline - time.monotonic())
    if left <= 0:
        raise httpcore.ReadTimeout("the time is up")
    return left
