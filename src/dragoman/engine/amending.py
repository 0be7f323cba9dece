"""An event as a person sets it right: one field, one value in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from dragoman.model.errors import UsageError
from dragoman.model.event import Event, Figure
from dragoman.model.ontology import (
    EVENT_TYPES,
    FACTUALITIES,
    Factuality,
    event_modes,
    facts_of,
    type_facts,
)
from dragoman.model.when import UNKNOWN, When, day, month, year
from dragoman.record.naming import known_code
from dragoman.record.parsing import parse_count, parse_day

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_YEAR = re.compile(r"[12]\d{3}")
UNTOLD = "unknown"


def amended(event: Event, field: str, value: str) -> Event:
    """The event with `field` as `value` says; UsageError, with the choices, for what cannot be."""
    change = _FIELDS.get(field)
    if change is None:
        raise UsageError(f"no field {field!r} to amend; there are: {', '.join(_FIELDS)}")
    return change(event, field, value.strip())


def _type(event: Event, _: str, value: str) -> Event:
    kind = _choice("type", value.upper(), EVENT_TYPES)
    return _as(event, kind, event.mode if (kind, event.mode) in type_facts() else None)


def _mode(event: Event, _: str, value: str) -> Event:
    if value == UNTOLD:
        return _as(event, event.type, None)
    mode = _choice("mode", value.lower(), event_modes())
    if (event.type, mode) not in type_facts():
        raise UsageError(f"{event.type} has no mode {mode!r}; amend its type first")
    return _as(event, event.type, mode)


def _as(event: Event, kind: str, mode: str | None) -> Event:
    facts = facts_of(kind, mode)
    return replace(
        event,
        type=facts.type,
        mode=mode,
        cameo=facts.cameo,
        quad_class=facts.quad_class,
        goldstein=facts.goldstein,
    )


def _side(event: Event, field: str, value: str) -> Event:
    names = [] if value == UNTOLD else [part.strip() for part in value.split(",")]
    codes = tuple(dict.fromkeys(known_code(name, field) for name in names))
    return replace(event, actor=codes) if field == "actor" else replace(event, recipient=codes)


def _factuality(event: Event, _: str, value: str) -> Event:
    choice = _choice("factuality", value.lower(), FACTUALITIES)
    told: Factuality = next(f for f in FACTUALITIES if f == choice)
    return replace(event, factuality=told)


def _when(event: Event, _: str, value: str) -> Event:
    return replace(event, when=_interval(value))


def _interval(value: str) -> When:
    """ "2025-06-27", "2025-06", "2025", first and last day with a slash between, or "unknown"."""
    first, slash, last = value.partition("/")
    if value == UNTOLD:
        return UNKNOWN
    if slash:
        start, end = parse_day(first, "when"), parse_day(last, "when")
        if end < start:
            raise UsageError(f"when {value!r} ends before it begins")
        after = min(end, date.max - timedelta(days=1)) + timedelta(days=1)
        return When(start, after, "day" if start == end else "week", "given")
    if found := _MONTH.fullmatch(value):
        return month(int(found[1]), int(found[2]), "given")
    if _YEAR.fullmatch(value):
        return year(int(value), "given")
    return day(parse_day(value, "when"), "given")


def _figure(event: Event, field: str, value: str) -> Event:
    others = tuple(f for f in event.figures if f.what != field)
    if value == UNTOLD:
        return replace(event, figures=others)
    number = float(parse_count(value, field))
    span = next((f.span for f in event.figures if f.what == field), event.event_span)
    return replace(event, figures=(*others, Figure(field, number, number, span)))


def _choice(name: str, value: str, choices: tuple[str, ...]) -> str:
    if value not in choices:
        raise UsageError(f"no such {name} {value!r}; there are: {', '.join(choices)}")
    return value


_FIELDS: dict[str, Callable[[Event, str, str], Event]] = {
    "type": _type,
    "mode": _mode,
    "actor": _side,
    "recipient": _side,
    "factuality": _factuality,
    "when": _when,
    "killed": _figure,
    "injured": _figure,
    "detained": _figure,
}

# The fields that can be set right, in order.
AMENDABLE: tuple[str, ...] = tuple(_FIELDS)
