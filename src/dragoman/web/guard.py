"""Who may ask, and what every answer carries: the pages' security in one place.

Pages only read, so only GET and HEAD are answered, but for the one address that takes rulings in
(`rulings.py` says what it asks for). On a loopback address the Host header must
name this machine, which keeps a page elsewhere from reaching us by a name that it makes point
here (DNS rebinding). On any other address a token is asked for: once as `?token=`, which leaves a
cookie, or as `Authorization: Bearer`.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, quote, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.web.refusals import onward, refusal

COOKIE = "dragoman"
LOOPBACK_NAMES = ("127.0.0.1", "localhost", "[::1]")
# Longer than any address that the pages make, shorter than what makes parsing slow.
LONGEST_QUERY = 4000
# A year, in seconds; the cookie is worth nothing once the server has another token.
_AGE = 365 * 24 * 3600
_ONLY_READ = "these pages only read: ask with GET"
_OTHER_NAME = "this server does not answer to the name it was asked by; ask it by one of these"
_STRANGE = "that token is not this server's; it was printed where the server was started"
_NONE_GIVEN = "a token is needed: open the address that was printed where the server was started"
_ASK_TOKEN = {"WWW-Authenticate": "Bearer"}

# What may be sent besides questions, and where.
RULING = ("POST", "/rulings")

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """ASGI middleware around the whole application.

    `hosts` are the names that the Host header may have, whatever the port; None allows any.
    `token` None asks for none.
    """

    def __init__(self, app: ASGIApp, hosts: Iterable[str] | None, token: str | None) -> None:
        self._app = app
        self._hosts = None if hosts is None else frozenset(h.lower() for h in hosts)
        self._token = token
        self._cookie = _cookie_value(token) if token else ""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, pass on or refuse one request."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        app = self._refused(scope) or self._app
        sending = _with_headers(send)
        if scope["method"] == "HEAD":
            scope, sending = {**scope, "method": "GET"}, _without_body(sending)
        await app(scope, receive, sending)

    def _refused(self, scope: Scope) -> ASGIApp | None:
        """What answers instead of the pages, or None where they may."""
        headers, path = Headers(scope=scope), str(scope["path"])
        if scope["method"] not in ("GET", "HEAD") and (scope["method"], path) != RULING:
            return refusal(path, 405, _ONLY_READ, {"Allow": "GET, HEAD"})
        if self._hosts is not None and _host(headers) not in self._hosts:
            return refusal(path, 421, f"{_OTHER_NAME}: {', '.join(sorted(self._hosts))}")
        if len(scope["query_string"]) > LONGEST_QUERY:
            return refusal(path, 414, f"the address is longer than {LONGEST_QUERY} characters")
        return self._without_token(scope, headers) if self._token else None

    def _without_token(self, scope: Scope, headers: Headers) -> ASGIApp | None:
        path, token = str(scope["path"]), self._token or ""
        query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        given = [value for name, value in query if name == "token"]
        if given and _same(given[-1], token):
            return self._let_in(path, [(n, v) for n, v in query if n != "token"])
        if given:
            return refusal(path, 401, _STRANGE, _ASK_TOKEN)
        if _same(_bearer(headers), token) or _same(_sent(headers), self._cookie):
            return None
        return refusal(path, 401, _NONE_GIVEN, _ASK_TOKEN)

    def _let_in(self, path: str, query: list[tuple[str, str]]) -> ASGIApp:
        """Leave the cookie, and go on to the address without the token in it.

        A redirect would still count as coming from the page that held the link, and a strict
        cookie would not be sent on it; a page that goes on by itself is ours.
        """
        cookie = f"{COOKIE}={self._cookie}; Path=/; HttpOnly; SameSite=Strict; Max-Age={_AGE}"
        local = "/" + quote(path.lstrip("/\\"))
        return onward(f"{local}?{urlencode(query)}" if query else local, {"Set-Cookie": cookie})


def _cookie_value(token: str) -> str:
    """What the cookie holds: proof of the token, not the token itself."""
    return hmac.new(token.encode(), b"dragoman pages", hashlib.sha256).hexdigest()


def _same(given: str, expected: str) -> bool:
    return bool(expected) and hmac.compare_digest(given.encode(), expected.encode())


def _bearer(headers: Headers) -> str:
    kind, _, value = headers.get("authorization", "").partition(" ")
    return value.strip() if kind.lower() == "bearer" else ""


def _sent(headers: Headers) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""


def _host(headers: Headers) -> str:
    host = headers.get("host", "").strip().lower()
    name, colon, port = host.rpartition(":")
    return name if colon and port.isdigit() else host


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            headers.setdefault("Cache-Control", "no-cache")
        await send(message)

    return sending


def _without_body(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return sending
