"""Rulings that readers send from the pages: a form in, a row of the record out.

A form carries a secret that only our own pages can read (the synchroniser token pattern), so that
a page elsewhere cannot rule in a reader's name; where the browser says from where a form was sent,
it must be from here. Where a token guards the pages, the guard has asked for it before.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Mapping
from typing import cast
from urllib.parse import parse_qsl

from dragoman.engine.ruling import rule_dispute, rule_event, rule_incident, undo
from dragoman.model.errors import UsageError
from dragoman.model.identity import Answer
from dragoman.model.rows import Json
from dragoman.model.ruling import Decision
from dragoman.record import Record

PATH = "/rulings"
TYPE = "application/x-www-form-urlencoded"
# Bytes of a form, fields of it, and characters of one: far more than a ruling needs.
LONGEST_FORM, MOST_FIELDS, LONGEST_FIELD = 16_384, 20, 2_000
Form = Mapping[str, str]


class ForgedError(Exception):
    """A form that none of our pages made; the message says what to do."""


def form_of(body: bytes) -> dict[str, str]:
    """The fields of a form; UsageError for what is none, or is too long."""
    if len(body) > LONGEST_FORM:
        raise UsageError(f"the form is longer than {LONGEST_FORM} bytes")
    try:
        pairs = parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True,
            max_num_fields=MOST_FIELDS,
            errors="strict",
        )
    except ValueError as wrong:
        raise UsageError("that is no form: expected fields, URL-encoded UTF-8") from wrong
    for name, value in pairs:
        if len(value) > LONGEST_FIELD:
            raise UsageError(f"{name[:40]} is longer than {LONGEST_FIELD} characters")
    return dict(pairs)


def check_sent(form: Form, secret: str, site: str | None) -> None:
    """Raise ForgedError for a form that a page elsewhere sent; `site` is Sec-Fetch-Site."""
    ours = hmac.compare_digest(form.get("secret", "").encode(), secret.encode())
    if not ours or site not in (None, "same-origin"):
        raise ForgedError(
            "the form did not come from a page of this server as it runs now; open the page again "
            "and send it from there"
        )


def rule(record: Record, form: Form) -> Json:
    """Keep what a form rules; the row that was added. Raises UsageError for what is no ruling."""
    ruled = _MATTERS.get(form.get("matter", ""))
    if ruled is None:
        raise UsageError(f"nothing to rule on; there are: {', '.join(_MATTERS)}")
    return ruled(record, form)


def back_to(form: Form) -> str:
    """The page to go back to: one of ours, else the list of rulings."""
    path = form.get("back", "")
    plain = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return path if plain else PATH


def _incident(record: Record, form: Form) -> Json:
    answer = cast("Answer", _field(form, "answer"))
    pair = _field(form, "a"), _field(form, "b")
    return rule_incident(record, *pair, answer, *_by(form))


def _dispute(record: Record, form: Form) -> Json:
    return rule_dispute(record, _field(form, "a"), _field(form, "position"), *_by(form))


def _event(record: Record, form: Form) -> Json:
    decision = cast("Decision", _field(form, "answer"))
    change = f"{form.get('field', '')}={form.get('value', '')}" if decision == "amend" else None
    return rule_event(record, _field(form, "a"), decision, change, *_by(form))


def _actor(record: Record, form: Form) -> Json:
    answer = cast("Answer", _field(form, "answer"))
    return record.rule_actors(_field(form, "a"), _field(form, "b"), answer, *_by(form))


def _undo(record: Record, form: Form) -> Json:
    return undo(record, _field(form, "a"), *_by(form))


_MATTERS: dict[str, Callable[[Record, Form], Json]] = {
    "incident": _incident,
    "dispute": _dispute,
    "event": _event,
    "actor": _actor,
    "undo": _undo,
}


def _field(form: Form, name: str) -> str:
    value = form.get(name, "").strip()
    if not value:
        raise UsageError(f"the form lacks {name}; go back and fill it in")
    return value


def _by(form: Form) -> tuple[str, str]:
    return _field(form, "who"), _field(form, "why")
