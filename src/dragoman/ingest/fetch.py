"""Fetching a page: from public addresses only, within limits of size and time.

The address that is checked is the one that is connected to, at every hop, so that a name that
resolves differently the second time gains nothing. Host and certificate stay those of the name.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import httpcore
import httpx

from dragoman.ingest.addresses import is_public
from dragoman.ingest.connections import Transport
from dragoman.ingest.limits import FETCH_SECONDS, MAX_FILE, MAX_REDIRECTS, MEBIBYTE
from dragoman.model.errors import InputError, RefusedInputError
from dragoman.version import __version__

# What the web is served on; other ports belong to other services, which a link must not reach.
PORTS = frozenset({80, 443, 8000, 8080, 8443})
_HEADERS = {
    "User-Agent": f"dragoman/{__version__}",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
_ENCODINGS = ("identity", "gzip", "deflate")


@dataclass(frozen=True, slots=True)
class Page:
    """What a URL gave: its bytes, their media type, and where the redirects led."""

    content: bytes
    media_type: str
    url: str


@dataclass(frozen=True, slots=True)
class Rules:
    """What may be fetched; tests put others in their place to reach a server of their own."""

    allowed: Callable[[str], bool] = is_public
    ports: frozenset[int] | None = PORTS
    seconds: float = FETCH_SECONDS
    most: int = MAX_FILE
    redirects: int = MAX_REDIRECTS


RULES = Rules()


def fetch(url: str, rules: Rules = RULES) -> Page:
    """The page at `url`. Raises InputError or RefusedInputError, with the reason in one line."""
    deadline = time.monotonic() + rules.seconds
    transport = Transport(rules.allowed, deadline)
    try:
        with httpx.Client(transport=transport, headers=_HEADERS, trust_env=False) as client:
            return _follow(client, url, rules, deadline)
    except (httpx.TimeoutException, httpcore.TimeoutException):
        raise InputError(f"gave no answer within {rules.seconds:g} s") from None
    except (
        httpx.HTTPError,
        httpx.InvalidURL,
        httpcore.NetworkError,
        httpcore.ProtocolError,
    ) as error:
        raise InputError(f"cannot be fetched ({error or type(error).__name__})") from None


def _follow(client: httpx.Client, url: str, rules: Rules, deadline: float) -> Page:
    """The page after its redirects, each of which is checked like the first address."""
    for _ in range(rules.redirects + 1):
        target = _checked(url, rules)
        with client.stream("GET", target, follow_redirects=False) as response:
            if response.next_request is not None:
                url = str(response.next_request.url)
                continue
            if response.status_code != httpx.codes.OK:
                raise InputError(f"answered {response.status_code} {response.reason_phrase}")
            content = _content(response, rules, deadline)
            media_type = response.headers.get("content-type", "").partition(";")[0].strip()
            return Page(content, media_type, str(target))
    raise RefusedInputError(f"redirects more than {rules.redirects} times")


def _checked(url: str, rules: Rules) -> httpx.URL:
    """The URL, if its scheme, host and port may be fetched."""
    target = httpx.URL(url)
    if target.scheme not in ("http", "https") or not target.host:
        raise RefusedInputError(f"leads to {url[:200]!r}; expected http:// or https:// and a host")
    port = target.port or (443 if target.scheme == "https" else 80)
    if rules.ports is not None and port not in rules.ports:
        raise RefusedInputError(
            f"leads to port {port}; pages are fetched from {sorted(rules.ports)}"
        )
    # Names and passwords in a URL are for somebody else's site; they are not sent.
    return target.copy_with(username=None, password=None, fragment=None)


def _content(response: httpx.Response, rules: Rules, deadline: float) -> bytes:
    """The body, up to the limits; a page that goes on is refused."""
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in _ENCODINGS:
        # Each piece is unpacked whole, so one packed twice may come to gigabytes at once.
        raise RefusedInputError(
            f"is packed as {encoding[:60]!r}; expected one of {', '.join(_ENCODINGS)}, and once"
        )
    content = bytearray()
    for chunk in response.iter_bytes():
        content += chunk
        if len(content) > rules.most:
            raise RefusedInputError(
                f"streams more than {rules.most / MEBIBYTE:.0f} MB, the most that is read"
            )
        if time.monotonic() > deadline:
            raise InputError(f"was still streaming after {rules.seconds:g} s")
    return bytes(content)
