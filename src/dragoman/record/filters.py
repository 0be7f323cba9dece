"""What a question to the record is limited to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeVar, get_args

from dragoman.model.errors import UsageError
from dragoman.model.ontology import EVENT_TYPES, FACTUALITIES, event_modes
from dragoman.record.naming import actor_code, actor_pair, pair_words, stands_for_more

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

FilterName = Literal[
    "actor", "recipient", "dyad", "type", "mode", "since", "until", "outlet", "factuality",
    "report", "place", "text", "as_of", "coder", "limit", "offset",
]  # fmt: skip
_NAMES: tuple[str, ...] = get_args(FilterName)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Filters:
    """Every filter is optional, and all that are given must hold.

    `actor` and `recipient` match codes that begin with them: AZE matches AZE, AZEGOV and AZEMIL.
    `dyad` matches events of the one towards the other, either way, and those of both together.
    `since` (the first day) and `until` (the first day after) are about an event's own time, and
    about the publication of a report or of what is said in it; an interval matches when it
    overlaps. `place` is a name or a country's code; `text` is looked for in the report's words.
    `as_of` leaves only what is known to have been published by that day. `report` is an id or how
    one begins. `coder` asks for the rows of that coder, not for those of the newest coding.
    `called` holds names that were given and the codes they are read as, which others share.
    """

    actor: str | None = None
    recipient: str | None = None
    dyad: tuple[str, str] | None = None
    types: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    outlets: tuple[str, ...] = ()
    factuality: tuple[str, ...] = ()
    report: str | None = None
    place: str | None = None
    text: str | None = None
    as_of: date | None = None
    coder: str | None = None
    limit: int | None = None
    offset: int = 0
    called: tuple[tuple[str, str], ...] = field(default=(), compare=False)

    @property
    def about_events(self) -> bool:
        """True when a filter asks something of events, not of reports alone."""
        return any(
            (
                self.actor,
                self.recipient,
                self.dyad,
                self.types,
                self.modes,
                self.factuality,
                self.place,
            )
        )

    def refuse(self, kind: str, names: Sequence[str]) -> None:
        """Raise UsageError when one of the filters `names` is set: `kind` has nothing of it."""
        given = {_FIELDS.get(name, name): name for name in names}
        if wrong := [name for field_name, name in given.items() if getattr(self, field_name)]:
            rest = ", ".join(n.replace("_", "-") for n in _NAMES if n not in names)
            raise UsageError(f"{kind} cannot be asked for by {wrong[0]}; there are: {rest}")


# What is known of events alone.
OF_EVENTS = ("recipient", "dyad", "type", "mode", "factuality", "place")
_FIELDS = {"type": "types", "mode": "modes"}

Given = str | int | Sequence[str] | None


def parse_filters(given: Mapping[str, Given] | None = None, /, **more: Given) -> Filters:
    """Filters from words, as a command line or an address gives them, in a mapping or by keyword.

    Keys: actor, recipient, dyad ("AZE-RUS"), type, mode, since, until, outlet, factuality, report,
    place, text, as_of, coder, limit, offset. Actors are codes or names. `type`, `mode`, `outlet`
    and `factuality` may hold several; commas part all but outlets. Raises UsageError, naming the
    choices, when one is wrong.
    """
    given = {**(given or {}), **more}
    if unknown := sorted(set(given) - set(_NAMES)):
        raise UsageError(f"no such filter {unknown[0]!r}; there are: {', '.join(_NAMES)}")
    one = {key: _single(value) for key, value in given.items()}
    since, until = _maybe(one, "since", parse_day), _maybe(one, "until", parse_day)
    if since and until and since >= until:
        raise UsageError(f"since {since} until {until} leaves no day; until is the first day after")
    return Filters(
        actor=_maybe(one, "actor", actor_code),
        recipient=_maybe(one, "recipient", actor_code),
        dyad=_maybe(one, "dyad", actor_pair),
        types=_choices("type", [v.upper() for v in _several(given.get("type"))], EVENT_TYPES),
        modes=_choices("mode", [v.lower() for v in _several(given.get("mode"))], event_modes()),
        since=since,
        until=until,
        outlets=_strings(given.get("outlet")),
        factuality=_choices("factuality", _several(given.get("factuality")), FACTUALITIES),
        report=one.get("report"),
        place=one.get("place"),
        text=one.get("text"),
        as_of=_maybe(one, "as_of", parse_day),
        coder=one.get("coder"),
        limit=_maybe(one, "limit", parse_count),
        offset=_maybe(one, "offset", parse_count) or 0,
        called=tuple(_called(one)),
    )


def parse_day(value: str, name: str = "date") -> date:
    """A day from "2025-06-27"."""
    try:
        if _DAY.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise UsageError(f"{name} {value!r} is no date; expected YYYY-MM-DD, such as 2025-06-27")


def parse_count(value: str, name: str = "limit") -> int:
    """A whole number, zero or more, that any database can count to."""
    if value.isascii() and value.isdigit() and len(value) < 10:
        return int(value)
    raise UsageError(f"{name} {value!r} is no count; expected a whole number, 0 or more")


def _called(one: Mapping[str, str | None]) -> Iterator[tuple[str, str]]:
    """The names given whose codes stand for others too, with the codes."""
    dyad = one.get("dyad")
    given = (one.get("actor"), one.get("recipient"), *(pair_words(dyad) if dyad else ()))
    for value in given:
        if value and stands_for_more(value, code := actor_code(value)):
            yield value, code


def _maybe(one: Mapping[str, str | None], name: str, parse: Callable[[str, str], T]) -> T | None:
    value = one.get(name)
    return None if value is None else parse(value, name.replace("_", "-"))


def _single(value: Given) -> str | None:
    if isinstance(value, int):
        return str(value)
    if value is not None and not isinstance(value, str):
        value = value[-1] if value else None
    return _clean(value) or None if value else None


def _strings(value: Given) -> tuple[str, ...]:
    if value is None:
        return ()
    values = [str(value)] if isinstance(value, str | int) else value
    return tuple(dict.fromkeys(clean for v in values if (clean := _clean(v))))


def _clean(value: str) -> str:
    if "\0" in value:
        raise UsageError(f"{value!r} holds a NUL character; expected plain text")
    return value.strip()


def _several(value: Given) -> list[str]:
    return [part.strip() for v in _strings(value) for part in v.split(",") if part.strip()]


def _choices(name: str, values: Sequence[str], choices: Sequence[str]) -> tuple[str, ...]:
    for value in values:
        if value not in choices:
            raise UsageError(f"no such {name} {value!r}; there are: {', '.join(choices)}")
    return tuple(dict.fromkeys(values))
