"""Answers that need no record: refusals, and the page that goes on after a token was given."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from starlette.responses import HTMLResponse, JSONResponse, Response

from dragoman.web.render import render


def refusal(
    path: str, status: int, line: str, headers: Mapping[str, str] | None = None
) -> Response:
    """One line that says what was asked, what was expected and what to do.

    A page for people; JSON where data was asked for.
    """
    if wants_data(path):
        return JSONResponse({"error": line}, status, dict(headers or {}))
    title = HTTPStatus(status).phrase
    page = render("refusal.html", title=title, line=line, status=status)
    return HTMLResponse(page, status, dict(headers or {}))


def onward(address: str, headers: Mapping[str, str]) -> Response:
    """A page that goes on to `address` by itself."""
    return HTMLResponse(render("onward.html", address=address), 200, dict(headers))


def wants_data(path: str) -> bool:
    """True for the addresses that answer with data and not with a page."""
    return path.startswith("/api/") or path.endswith((".json", ".csv"))
