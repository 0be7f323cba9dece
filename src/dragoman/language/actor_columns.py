"""How the actor tables write codes, names and days, and what is wrong when they do not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from dragoman.model.tables import Column

# A name that starts with this could mean another actor too.
DOUBT = "?"
# A code that begins so stands for an actor of no one state; sectors.tsv says what each means.
PREFIXES = ("IGO", "NGO", "MNC", "IMG", "INT")

_DAY = re.compile(r"\d{4}(-\d\d){0,2}")


def sure(names: Iterable[str]) -> tuple[str, ...]:
    """The names that are not marked as doubtful, each once."""
    return tuple(dict.fromkeys(n for n in names if not n.startswith(DOUBT)))


def doubtful(names: Iterable[str]) -> tuple[str, ...]:
    """The names that are marked as doubtful, each once, without their mark."""
    return tuple(dict.fromkeys(n[len(DOUBT) :] for n in names if n.startswith(DOUBT)))


def first_day(text: str) -> date | None:
    """The first day of YYYY-MM-DD, YYYY-MM or YYYY; None for none; raises ValueError."""
    if not text:
        return None
    if not _DAY.fullmatch(text):
        raise ValueError(f"{text!r} is no day, month or year")
    year, month, day = (*(int(p) for p in text.split("-")), 1, 1)[:3]
    return date(year, month, day)


def day_after(text: str) -> date | None:
    """The first day after YYYY-MM-DD, YYYY-MM or YYYY; None for none; raises ValueError."""
    first = first_day(text)
    if first is None:
        return None
    if len(text) == len("YYYY"):
        return first.replace(year=first.year + 1)
    if len(text) == len("YYYY-MM"):
        return (first + timedelta(days=31)).replace(day=1)
    return first + timedelta(days=1)


def names(column: str) -> Column:
    """A column of names parted by `|`, which may be empty."""
    return Column(column, optional=True, many=True)


def days() -> tuple[Column, Column]:
    """The columns `since` and `until`."""
    return (
        Column("since", optional=True, check=_day_fault),
        Column("until", optional=True, check=_day_fault),
    )


def number(column: str, *, optional: bool = False) -> Column:
    """A column that holds a number."""
    return Column(column, optional=optional, check=_number_fault)


def holder_code(states: frozenset[str]) -> Column:
    """The code of whom a person serves: a state's three letters, or an organisation's six."""

    def fault(code: str) -> str | None:
        if code in states or (len(code) == 6 and code[:3] in PREFIXES):
            return None
        return f"expected a code of states.tsv, or {'/'.join(PREFIXES)} and three letters"

    return Column("code", check=fault)


def actor_code(states: frozenset[str], sectors: frozenset[str]) -> Column:
    """A six-letter actor code: a state and a sector, or a prefix and three letters."""
    return Column("code", check=_actor_fault(states, sectors))


def _actor_fault(states: frozenset[str], sectors: frozenset[str]) -> Callable[[str], str | None]:
    def fault(code: str) -> str | None:
        head, tail = code[:3], code[3:]
        if not (len(code) == 6 and code.isalpha() and code.isupper()):
            return "expected six capital letters"
        if head in PREFIXES or (head in states and tail in sectors):
            return None
        return "expected a code of states.tsv and a code of sectors.tsv, joined"

    return fault


def _day_fault(value: str) -> str | None:
    try:
        first_day(value)
    except ValueError:
        return "expected YYYY-MM-DD, YYYY-MM or YYYY"
    return None


def _number_fault(value: str) -> str | None:
    try:
        float(value)
    except ValueError:
        return "expected a number"
    return None
