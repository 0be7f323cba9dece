"""The application: addresses, and how their answers go out."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Iterable
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, PlainTextResponse

from dragoman.model.errors import DragomanError, RecordError, UsageError
from dragoman.record import Record
from dragoman.version import __version__
from dragoman.web import api
from dragoman.web.answers import Answer
from dragoman.web.asks import Ask, Form, NotFoundError, ask_of
from dragoman.web.guard import LOOPBACK_NAMES, Guard
from dragoman.web.links import twin
from dragoman.web.receiving import receive
from dragoman.web.refusals import refusal
from dragoman.web.render import render, static_file
from dragoman.web.rulings import PATH
from dragoman.web.tables import csv_text
from dragoman.web.views.about import about
from dragoman.web.views.actors import actor, actors
from dragoman.web.views.addresses import addresses
from dragoman.web.views.chronology import chronology
from dragoman.web.views.comparing import compare
from dragoman.web.views.corrections import corrections
from dragoman.web.views.desk import desk
from dragoman.web.views.disputes import dispute, disputes
from dragoman.web.views.dyads import acts, dyad, dyads
from dragoman.web.views.events import event
from dragoman.web.views.incidents import incident, incidents
from dragoman.web.views.ladders import ladder
from dragoman.web.views.networks import network
from dragoman.web.views.reports import report, reports
from dragoman.web.views.rulings import identities, rulings
from dragoman.web.views.said import attributions, judgements, quotes, silences, ties
from dragoman.web.views.search import search
from dragoman.web.views.voices import authors, speakers

View = Callable[..., Answer]

# Each page's address, its view, and the name of the part of the address that says which one.
PAGES: tuple[tuple[str, View, str | None], ...] = (
    ("/desk", desk, None),
    ("/chronology", chronology, None),
    ("/incidents", incidents, None),
    ("/incidents/{key}", incident, "key"),
    ("/disputes", disputes, None),
    ("/disputes/{key}", dispute, "key"),
    ("/dyads", dyads, None),
    ("/dyads/{key}/acts", acts, "key"),
    ("/dyads/{key}/ladder", ladder, "key"),
    ("/dyads/{key}", dyad, "key"),
    ("/network", network, None),
    ("/compare", compare, None),
    ("/reports", reports, None),
    ("/reports/{key}", report, "key"),
    ("/events/{key}", event, "key"),
    ("/actors", actors, None),
    ("/actors/{key}", actor, "key"),
    ("/attributions", attributions, None),
    ("/quotes", quotes, None),
    ("/speakers", speakers, None),
    ("/judgements", judgements, None),
    ("/authors", authors, None),
    ("/silences", silences, None),
    ("/ties", ties, None),
    ("/corrections", corrections, None),
    ("/identities", identities, None),
    ("/rulings", rulings, None),
    ("/search", search, None),
    ("/about", about, None),
)
# Data first: "/reports/{key}" would take the suffix for a part of the key.
_FORMS: tuple[tuple[Form, str], ...] = (("json", ".json"), ("csv", ".csv"), ("page", ""))
_STATIC = {
    "app.js": "text/javascript; charset=utf-8",
    "theme.js": "text/javascript; charset=utf-8",
    "app.css": "text/css; charset=utf-8",
    "icon.svg": "image/svg+xml",
}
# 256 bits, more than can be guessed.
_SECRET_BYTES = 32
_log = logging.getLogger("dragoman.web")


def create_app(
    record: Record,
    token: str | None = None,
    hosts: Iterable[str] | None = LOOPBACK_NAMES,
) -> FastAPI:
    """The pages and REST addresses of `record`.

    `hosts` are the names that the Host header may have, None for any; with `token`, nothing is
    answered without it.
    """
    app = FastAPI(
        title="Dragoman",
        version=__version__,
        description="What the pages show, as data. Only reads.",
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    app.state.record = record
    # in every form of a page; nobody else can know it
    app.state.secret = secrets.token_urlsafe(_SECRET_BYTES)
    app.include_router(api.router)
    app.add_api_route("/", _page_of(desk, "page"), include_in_schema=False)
    for path, view, key in PAGES:
        for form, suffix in _FORMS:
            call = _keyed(view, form) if key else _page_of(view, form)
            app.add_api_route(f"{path}{suffix}", call, include_in_schema=False)
    app.add_api_route(PATH, receive, methods=["POST"], include_in_schema=False)
    app.add_api_route("/api", _addresses, include_in_schema=False)
    app.add_api_route("/static/{name}", _static, include_in_schema=False)
    _add_errors(app)
    app.add_middleware(Guard, hosts=hosts, token=token)
    return app


def _page_of(view: View, form: Form) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        ask = ask_of(request, form)
        return respond(view(ask), ask, request.app.state.secret)

    return answer


def _keyed(view: View, form: Form) -> Callable[[Request, str], Response]:
    def answer(request: Request, key: str) -> Response:
        ask = ask_of(request, form)
        return respond(view(ask, key), ask, request.app.state.secret)

    return answer


def respond(answer: Answer, ask: Ask, secret: str) -> Response:
    """An answer in the form that was asked for; `secret` goes into the forms of a page."""
    if ask.form == "json":
        return JSONResponse(answer.data, headers=_more(answer))
    if ask.form == "csv":
        name = ask.path.strip("/").replace("/", "-")
        headers = {"Content-Disposition": f'inline; filename="{name}.csv"', **_more(answer)}
        return PlainTextResponse(
            csv_text(answer.table), headers=headers, media_type="text/csv; charset=utf-8"
        )
    twins = {form: twin(ask.path, ask.params, form) for form in ("json", "csv")}
    values: dict[str, Any] = {**answer.data, **answer.page()}
    values |= {"title": answer.title, "path": ask.path, "params": ask.params, "twins": twins}
    values["secret"] = secret
    return HTMLResponse(render(answer.template, **values))


def _more(answer: Answer) -> dict[str, str]:
    following = answer.data.get("next")
    return {"Link": f'<{following}>; rel="next"'} if following else {}


def _addresses(request: Request) -> Response:
    found = list(addresses(request.app.openapi()))
    return HTMLResponse(render("api.html", title="Addresses", path="/api", addresses=found))


def _static(name: str) -> Response:
    if name not in _STATIC:
        raise NotFoundError(f"no file {name}")
    # The address holds the file's hash, so what is kept never goes stale.
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(static_file(name), headers=headers, media_type=_STATIC[name])


def _add_errors(app: FastAPI) -> None:
    def answering(status: int) -> Callable[[Request, Exception], Response]:
        return lambda request, error: refusal(request.url.path, status, _line(error))

    app.add_exception_handler(UsageError, answering(400))
    app.add_exception_handler(RequestValidationError, answering(400))
    app.add_exception_handler(NotFoundError, answering(404))
    app.add_exception_handler(RecordError, answering(503))
    app.add_exception_handler(DragomanError, answering(500))
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(Exception, _broken)


def _line(error: Exception) -> str:
    return " ".join(str(error).split())


def _http_error(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    line = f"nothing is at {request.url.path[:200]}" if status == 404 else _line(error)
    return refusal(request.url.path, status, line)


def _broken(request: Request, error: Exception) -> Response:
    _log.error("%s could not be answered", request.url.path, exc_info=error)
    line = "this page could not be made; what went wrong is written where the server was started"
    return refusal(request.url.path, 500, line)
