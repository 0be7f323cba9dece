"""The parts of a mapping file, each checked: an error says where, and what was expected."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, cast, get_args

from dragoman.model.errors import InputError
from dragoman.model.tie_kinds import tie_kinds
from dragoman.model.tie_tables import Side, System, TieShape, Times, UntilIs, Values

Types = Mapping[str, type[Any] | tuple[type[Any], ...]]

_TIMES: Types = {"year": str, "plus": int, "since": (str, list), "until": (str, list),
                 "until_is": str, "ends": date, "open": dict}  # fmt: skip
_SIDE: Types = {"column": str, "as": str, "code": str, "sector": str, "name": str}
_TIE: Types = {"kind": str, "a": str, "b": str, "terms": dict, "terms_needed": bool, "what": dict,
        "quantity": str, "unit": str, "missing": list, "above": (int, float),
        "where": dict}  # fmt: skip
_WHAT: Types = {"column": str, "before": str, "text": str}
# What may stand behind a state's code, and a whole code.
_SECTOR, _CODE = re.compile(r"(?:[A-Z]{3})*"), re.compile(r"[A-Z]{3}[A-Z0-9]*")
# Sessions are counted from a year of which a table can tell.
_MOST_YEARS = 10_000
# A day is told in one column, or in three: year, month and day.
_DAY_COLUMNS = (0, 1, 3)


def checked(given: Any, known: Types, place: str) -> dict[str, Any]:
    """`given`, where it is a table whose keys are known and of the right type."""
    if not isinstance(given, dict):
        raise InputError(f"{place} is {_type(given)}; expected a table with {', '.join(known)}")
    for key, value in given.items():
        if key not in known:
            raise InputError(f"{place} has {key!r}; there are: {', '.join(known)}")
        # True is a whole number to Python, and a day with a time is a day.
        fits = isinstance(value, known[key]) and not isinstance(value, datetime)
        if not fits or (isinstance(value, bool) and known[key] is not bool):
            raise InputError(f"{place}: {key} is {_type(value)}; expected {_types(known[key])}")
    return given


def side_of(given: Any, place: str) -> Side:
    """A side from its table."""
    side = checked(given, _SIDE, place)
    if ("column" in side) == ("code" in side):
        raise InputError(f"{place} needs either column or code, and not both")
    _written(side.get("code"), _CODE, "an actor code such as RUS or RUSMIL", f"{place}: code")
    _written(side.get("sector"), _SECTOR, "parts of codes such as GOV", f"{place}: sector")
    system = _choice(side.get("as", "code"), get_args(System), f"{place}: as")
    return Side(
        side.get("column"),
        cast(System, system),
        side.get("code"),
        side.get("sector", ""),
        side.get("name"),
    )


def times_of(given: Any, place: str) -> Times:
    """The times from their table."""
    times = checked(given, _TIMES, place)
    since, until = (_columns(times.get(k, []), f"{place}: {k}") for k in ("since", "until"))
    if bool(times.get("year")) == bool(since or until):
        raise InputError(f"{place} needs either year, or since and until")
    if abs(times.get("plus", 0)) > _MOST_YEARS:
        raise InputError(f"{place}: plus is {times['plus']}; expected at most {_MOST_YEARS} years")
    until_is = _choice(times.get("until_is", "last"), get_args(UntilIs), f"{place}: until_is")
    return Times(
        times.get("year"),
        times.get("plus", 0),
        since,
        until,
        cast(UntilIs, until_is),
        times.get("ends"),
        _conditions(times.get("open", {}), f"{place}: open"),
    )


def shape_of(given: Any, sides: Mapping[str, Side], place: str) -> TieShape:
    """A kind of tie from its table."""
    tie = checked(given, _TIE, place)
    kind = _choice(tie.get("kind", ""), tuple(tie_kinds()), f"{place}: kind")
    alone = tie_kinds()[kind].sides == "one"
    a, b = tie.get("a", "a"), None if alone else tie.get("b", "b")
    for side in (a, b):
        if side is not None:
            _choice(side, tuple(sides), f"{place}: side")
    return TieShape(
        kind=kind,
        a=a,
        b=b,
        terms=_texts(tie.get("terms", {}), f"{place}: terms"),
        terms_needed=tie.get("terms_needed", True),
        what=checked(tie.get("what", {}), _WHAT, f"{place}: what"),
        quantity=tie.get("quantity"),
        unit=tie.get("unit"),
        missing=_numbers(tie.get("missing", []), f"{place}: missing"),
        above=_numbers([tie["above"]], f"{place}: above")[0] if "above" in tie else None,
        where=_conditions(tie.get("where", {}), f"{place}: where"),
    )


def _choice(value: str, choices: tuple[str, ...], place: str) -> str:
    if value not in choices:
        raise InputError(f"{place} is {value!r}; there are: {', '.join(choices)}")
    return value


def _columns(value: Any, place: str) -> tuple[str, ...]:
    names = (value,) if isinstance(value, str) else tuple(value)
    if len(names) not in _DAY_COLUMNS or not all(isinstance(n, str) for n in names):
        raise InputError(
            f"{place} has {names!r}; expected one column, or those of year, month, day"
        )
    return names


def _texts(given: dict[str, Any], place: str) -> dict[str, str]:
    if wrong := [k for k, v in given.items() if not isinstance(v, str)]:
        raise InputError(f"{place}: {wrong[0]} is {_type(given[wrong[0]])}; expected a column")
    return given


def _conditions(given: dict[str, Any], place: str) -> dict[str, Values]:
    for column, values in given.items():
        if not isinstance(values, list) or not all(isinstance(v, str) for v in values):
            raise InputError(f'{place}: {column} needs a list of texts, such as ["1"]')
    return {column: tuple(values) for column, values in given.items()}


def _numbers(given: list[Any], place: str) -> tuple[float, ...]:
    try:
        found = tuple(math.nan if isinstance(v, bool) else float(v) for v in given)
    except (TypeError, ValueError, OverflowError):
        found = (math.nan,)
    if not all(map(math.isfinite, found)):
        raise InputError(f"{place} has {str(given)[:80]}; expected numbers")
    return found


def _written(value: str | None, pattern: re.Pattern[str], what: str, place: str) -> None:
    if value is not None and not pattern.fullmatch(value):
        raise InputError(f"{place} is {value[:40]!r}; expected {what}")


def _type(value: Any) -> str:
    return f"{type(value).__name__} {str(value)[:40]!r}"


def _types(known: type[Any] | tuple[type[Any], ...]) -> str:
    return " or ".join(t.__name__ for t in (known if isinstance(known, tuple) else (known,)))
