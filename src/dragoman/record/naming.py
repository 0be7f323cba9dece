"""Actors as people call them: the code that a code or a name given in a question stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache

from dragoman.language.actor_tables import named, people, sectors, state_codes, states
from dragoman.model.errors import UsageError

_CODE = re.compile(r"[A-Z][A-Z0-9]*")
# Codes are made of parts of three letters: whose, then which of its bodies.
_PART = 3
_GOVERNMENT = "GOV"
# Comparing takes time with the square of the length; no name is longer.
_LONGEST_NAME = 80


def actor_code(value: str, name: str = "actor") -> str:
    """The code for `value`: a code, how codes begin, or a name of the actor tables in any case.

    Raises UsageError with near choices for what can be neither, and with the codes for a name
    of several.
    """
    code = value.upper()
    if code in _codes():
        return code
    meant = _names().get(value.casefold(), ())
    if len(meant) > 1:
        # Somebody who has governed is asked for as that more often than as what came after.
        meant = tuple(c for c in meant if c[_PART:] == _GOVERNMENT) or meant
    if len(meant) > 1:
        raise UsageError(f"{name} {value!r} has several codes; give one of: {', '.join(meant)}")
    if meant:
        return meant[0]
    if _may_be_code(code):
        return code
    raise UsageError(f"{name} {value!r} is no actor code or name; {_nearest(value)}")


def known_code(value: str, name: str = "actor") -> str:
    """As `actor_code`, of an actor whose state, sector or own code the tables have.

    A question may ask for codes that only a record's imported tables use; what a person writes
    into a row must mean something. Raises UsageError.
    """
    code = actor_code(value, name)
    if code[:_PART] in state_codes() or code[:_PART] in sectors() or code in _codes():
        return code
    raise UsageError(f"{name} {value!r} is no code of an actor; {_nearest(value)}")


def actor_pair(value: str, name: str = "dyad") -> tuple[str, str]:
    """Two codes from "AZE-RUS" or "Azerbaijan-Russia"; names may have hyphens of their own."""
    a, b = pair_words(value, name)
    return actor_code(a, name), actor_code(b, name)


def pair_words(value: str, name: str = "dyad") -> tuple[str, str]:
    """The two parts of a pair as they are written; parted so that both are actors, if can be."""
    parts = value.split("-")
    splits = [("-".join(parts[:n]), "-".join(parts[n:])) for n in range(1, len(parts))]
    splits = [(a.strip(), b.strip()) for a, b in splits if a.strip() and b.strip()]
    if not splits:
        raise UsageError(f"{name} {value!r} is no pair; expected two actor codes, such as AZE-RUS")
    return next((pair for pair in splits if all(map(_is_actor, pair))), splits[0])


def stands_for_more(value: str, code: str) -> bool:
    """True for the name of a person, or of a state's body, that shares its code with others."""
    if value.upper() == code or len(code) == _PART:
        return False
    persons = {n.casefold() for p in people() for n in (p.name, *p.aliases)}
    return code[:_PART] in state_codes() or value.casefold() in persons


def state_named(value: str) -> str | None:
    """The code of the state with that name; None when no state has it."""
    folded = value.casefold()
    return next((s.code for s in states() if folded in _called(s.name, s.aliases)), None)


def _is_actor(value: str) -> bool:
    try:
        actor_code(value)
    except UsageError:
        return False
    return True


def _may_be_code(code: str) -> bool:
    """How codes begin, or one part of three letters, with sectors or states behind it."""
    if not _CODE.fullmatch(code):
        return False
    if len(code) <= _PART or any(c.startswith(code) for c in _codes()):
        return True
    known = state_codes() | set(sectors())
    return known.issuperset(code[n : n + _PART] for n in range(_PART, len(code), _PART))


def _nearest(value: str) -> str:
    spelled = {folded: spelling for folded, spelling, _ in _calls()}
    near = get_close_matches(value[:_LONGEST_NAME].casefold(), spelled, 3)
    if not near:
        return "expected a code such as AZE or RUSMIL, or a name such as Azerbaijan"
    return "near it are: " + ", ".join(f"{spelled[n]} ({'/'.join(_names()[n])})" for n in near)


@cache
def _codes() -> frozenset[str]:
    """All codes that the tables have, and each state with each sector."""
    whole = state_codes()
    own = {p.actor for p in people()} | {n.code for n in named()}
    return frozenset({*whole, *own, *(state + sector for state in whole for sector in sectors())})


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """The codes of each name in small letters; a state's name is the state's and no other's."""
    found: dict[str, list[str]] = {}
    for folded, _, code in _calls():
        found.setdefault(folded, []).append(code)
    own = {folded for s in states() for folded in _called(s.name, s.aliases)}
    return {n: tuple(dict.fromkeys(c[:1] if n in own else c)) for n, c in found.items()}


def _calls() -> Iterator[tuple[str, str, str]]:
    """Each name in small letters, as it is spelled, and a code that it stands for."""
    for s in states():
        yield from ((n.casefold(), n, s.code) for n in (s.name, *s.aliases, *s.adjectives))
        if s.until is None:
            # A capital stands for its government when it acts, as reports have it.
            yield s.capital.casefold(), s.capital, s.code + _GOVERNMENT
    for body in named():
        yield from ((n.casefold(), n, body.code) for n in (body.name, *body.aliases))
    for person in people():
        yield from ((n.casefold(), n, person.actor) for n in (person.name, *person.aliases))


def _called(name: str, aliases: tuple[str, ...]) -> set[str]:
    return {n.casefold() for n in (name, *aliases)}
