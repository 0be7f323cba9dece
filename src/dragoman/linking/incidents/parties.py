"""Whether the sides of two acts can be the same parties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from dragoman.language.actor_tables import sectors
from dragoman.linking.incidents.kinds import relation
from dragoman.linking.incidents.tellings import Telling
from dragoman.linking.incidents.words import cosine

# The length of a state's code, and of a body's that stands for no state ("IGOEUU").
STATE, BODY = 3, 6
# Acts that either side may be told to have done.
MUTUAL = frozenset({"meeting", "call"})


def home(code: str) -> str | None:
    """The state or organisation that a code is of; None for a trade or troops of nobody knows."""
    if code[:STATE] not in sectors():
        return code[:STATE]
    return code[:BODY] if len(code) >= BODY and code[STATE:] not in sectors() else None


@lru_cache(maxsize=65536)
def homes(codes: tuple[str, ...]) -> frozenset[str]:
    """The states and organisations of codes."""
    return frozenset(found for code in codes if (found := home(code)))


def states(telling: Telling) -> frozenset[str]:
    """The states and organisations that an act is between."""
    return homes(telling.event.actor) | homes(telling.event.recipient)


def parties(one: Telling, other: Telling) -> Iterator[tuple[str, float]]:
    """The features of who acts and who is acted on."""
    straight = (
        *_side("actor", one.event.actor, other.event.actor),
        *_side("recipient", one.event.recipient, other.event.recipient),
    )
    crossed = (
        *_side("actor", one.event.actor, other.event.recipient),
        *_side("recipient", one.event.recipient, other.event.actor),
    )
    mutual = relation(one.kind, other.kind) == "same" and one.kind in MUTUAL
    yield from max(straight, crossed, key=_fit) if mutual else straight
    first, second = states(one), states(other)
    if first and second:
        yield "states_shared", len(first & second) / min(len(first), len(second))
        yield "states_none_shared", float(not first & second)
        if not mutual and _fit(crossed) > _fit(straight):
            yield "sides_swapped", 1.0
    yield "party_words", cosine(one.party, other.party)


def _fit(side: Iterable[tuple[str, float]]) -> int:
    return sum(-1 if name.endswith("_other") else 1 for name, _ in side)


def _side(name: str, one: tuple[str, ...], other: tuple[str, ...]) -> Iterator[tuple[str, float]]:
    """What the codes of a side say; nothing where either is untold."""
    if not one or not other:
        return
    if set(one) & set(other):
        yield f"{name}_same", 1.0
        return
    first, second = homes(one), homes(other)
    if first & second:
        yield f"{name}_state", 1.0
    elif first and second:
        yield f"{name}_other", 1.0
    elif {c[-STATE:] for c in one} & {c[-STATE:] for c in other}:
        yield f"{name}_trade", 1.0
