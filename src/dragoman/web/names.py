"""What pages call an actor code: "Russia (intelligence)" for RUSSPY."""

from __future__ import annotations

from functools import cache

from dragoman.language.actor_tables import named, sectors, states


def actor_name(code: str) -> str:
    """The name of an actor code; the code itself where the tables have no name for it.

    A state's body is called by the state and its sectors, since several bodies share a code.
    """
    return _organisations().get(code) or _of_state(code) or _of_kind(code) or code


def state_of(code: str) -> str | None:
    """The code of the state that an actor code begins with."""
    return code[:3] if code[:3] in _states() else None


@cache
def _states() -> dict[str, str]:
    return {s.code: s.name for s in states()}


@cache
def _organisations() -> dict[str, str]:
    """Names of codes that begin with no state and stand for one body only."""
    found: dict[str, list[str]] = {}
    for body in named():
        if body.code[:3] not in _states():
            found.setdefault(body.code, []).append(body.name)
    return {code: names[0] for code, names in found.items() if len(set(names)) == 1}


def _of_state(code: str) -> str | None:
    name = _states().get(code[:3])
    rest = _sector_names(code[3:])
    return f"{name} ({rest})" if name and rest else name


def _of_kind(code: str) -> str | None:
    """An organisation's prefix and whose it is: "non-governmental organisation (Russia)"."""
    first = sectors().get(code[:3])
    if not first:
        return None
    rest = _of_state(code[3:]) or _sector_names(code[3:])
    return f"{first.name} ({rest})" if rest else first.name


def _sector_names(codes: str) -> str:
    parts = [codes[n : n + 3] for n in range(0, len(codes), 3)]
    return ", ".join(sectors()[p].name if p in sectors() else p for p in parts)
