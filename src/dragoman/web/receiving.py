"""Taking a ruling in: the form is read and checked, the ruling kept, and the reader led back."""

from __future__ import annotations

from fastapi import Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse

from dragoman.model.errors import UsageError
from dragoman.web.refusals import refusal
from dragoman.web.rulings import (
    LONGEST_FORM,
    PATH,
    TYPE,
    ForgedError,
    back_to,
    check_sent,
    form_of,
    rule,
)


async def receive(request: Request) -> Response:
    """Answer a form: 303 to the page it came from, or one line that says what is wrong."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != TYPE:
        return refusal(PATH, 415, f"expected a form ({TYPE})")
    form = form_of(await _body(request))
    try:
        check_sent(form, request.app.state.secret, request.headers.get("sec-fetch-site"))
    except ForgedError as wrong:
        return refusal(PATH, 403, str(wrong))
    await run_in_threadpool(rule, request.app.state.record, form)
    return RedirectResponse(back_to(form), status_code=303)


async def _body(request: Request) -> bytes:
    """The body, read no further than a form may be long."""
    found = b""
    async for part in request.stream():
        found += part
        if len(found) > LONGEST_FORM:
            raise UsageError(f"the form is longer than {LONGEST_FORM} bytes")
    return found
