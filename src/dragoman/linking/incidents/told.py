"""A value as one report tells it, before those that are the same are put together."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.account import ATTRIBUTES, Attribute, Holding
from dragoman.model.event import Place
from dragoman.model.span import Span
from dragoman.model.when import UNKNOWN, When


@dataclass(frozen=True, slots=True)
class Act:
    """What is told to have taken place or not: the event, its word, and whose acts it is of."""

    event: str
    trigger: str
    actor: frozenset[str]
    recipient: frozenset[str]


@dataclass(frozen=True, slots=True)
class Told:
    """One value as one report tells it; `place`, `homes` and `act` are for telling two apart.

    `happened` is False for the circumstances of what is only planned, possible or denied.
    """

    attribute: Attribute
    key: str
    text: str
    holding: Holding
    low: float | None = None
    high: float | None = None
    when: When = UNKNOWN
    place: Place | None = None
    homes: frozenset[str] = frozenset()
    act: Act | None = None
    happened: bool = True


def in_order(value: Told) -> tuple[int, str, str, Span]:
    """The key by which values are put in order: by attribute, then by when they were told."""
    held = value.holding
    since = held.since.isoformat() if held.since else "9999"
    return ATTRIBUTES.index(value.attribute), since, held.report, held.span
