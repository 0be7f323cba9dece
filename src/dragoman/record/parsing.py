"""Filters from words, as a command line or an address gives them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

from dragoman.model.attribution import STANCES
from dragoman.model.errors import UsageError
from dragoman.model.ontology import EVENT_TYPES, FACTUALITIES, event_modes
from dragoman.model.questions import NAMES
from dragoman.record.filters import Filters, kinds_of
from dragoman.record.naming import actor_code, actor_pair, pair_words, stands_for_more

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# Who says or judges: the author or outlet of the report, or somebody cited.
SOURCE_KINDS = ("author", "outlet", "named", "unnamed")

T = TypeVar("T")

Given = str | int | Sequence[str] | None


def parse_filters(given: Mapping[str, Given] | None = None, /, **more: Given) -> Filters:
    """Filters from words, as a command line or an address gives them, in a mapping or by keyword.

    Keys are `NAMES`. Actors are codes or names, a `dyad` two of them ("AZE-RUS"). `type`, `mode`,
    `outlet`, `factuality`, `stance`, `kind`, `source_kind` and `table` may hold several; commas
    part all but outlets. Raises UsageError, naming the choices, when one is wrong.
    """
    given = {**(given or {}), **more}
    if unknown := sorted(set(given) - set(NAMES)):
        raise UsageError(f"no such filter {unknown[0]!r}; there are: {', '.join(NAMES)}")
    one = {key: _single(value) for key, value in given.items()}
    since, until = _days(one, "since", "until")
    due_since, due_until = _days(one, "due_since", "due_until")
    return Filters(
        actor=_maybe(one, "actor", actor_code),
        recipient=_maybe(one, "recipient", actor_code),
        dyad=_maybe(one, "dyad", actor_pair),
        types=_types(_several(given.get("type"))),
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
        source=one.get("source"),
        source_kinds=_choices("source kind", _several(given.get("source_kind")), SOURCE_KINDS),
        stances=tuple(v.lower() for v in _several(given.get("stance"))),
        cue=one.get("cue"),
        speaker=one.get("speaker"),
        author=one.get("author"),
        kinds=_choices("kind", _several(given.get("kind")), _all_kinds()),
        due_since=due_since,
        due_until=due_until,
        tables=tuple(dict.fromkeys(v.lower() for v in _several(given.get("table")))),
        limit=_maybe(one, "limit", parse_count),
        offset=_maybe(one, "offset", parse_count) or 0,
        called=tuple(_called(one)),
    )


def _types(values: Sequence[str]) -> tuple[str, ...]:
    """PLOVER types, or what other rows have as one: a stance, a kind of judgement or of tie."""
    own = (*STANCES, *_all_kinds())
    found = [value.lower() if value.lower() in own else value.upper() for value in values]
    _choices("type", [value for value in found if value not in own], EVENT_TYPES)
    return tuple(dict.fromkeys(found))


def _all_kinds() -> tuple[str, ...]:
    return (*kinds_of("judgements"), *kinds_of("ties"))


def _days(one: Mapping[str, str | None], first: str, end: str) -> tuple[date | None, date | None]:
    """The days of an interval; raises UsageError when none is left between them."""
    since, until = _maybe(one, first, parse_day), _maybe(one, end, parse_day)
    if since and until and since >= until:
        raise UsageError(f"since {since} until {until} leaves no day; until is the first day after")
    return since, until


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
