"""What people have decided about pairs of events; it stands above every score."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.model.errors import UsageError

Pair = tuple[str, str]


def pair(one: str, other: str) -> Pair:
    """Two ids, the smaller first."""
    return (one, other) if one <= other else (other, one)


@dataclass(frozen=True, slots=True)
class Rulings:
    """Pairs of event ids that are one incident, and pairs that are not.

    Raises UsageError where the pairs that are one leave a pair that is not no way to be apart.
    """

    same: frozenset[Pair] = field(default_factory=frozenset)
    different: frozenset[Pair] = field(default_factory=frozenset)

    def __post_init__(self) -> None:
        joined = groups(self.same)
        for one, other in sorted(self.different):
            if one == other or joined.get(one, one) == joined.get(other, other):
                raise UsageError(
                    f"rulings contradict each other: {one} and {other} are ruled different, and "
                    "others rule them the same; undo one of these"
                )


def ruled(same: Iterable[Pair] = (), different: Iterable[Pair] = ()) -> Rulings:
    """Rulings from pairs in any order."""
    return Rulings(frozenset(pair(*p) for p in same), frozenset(pair(*p) for p in different))


def groups(same: Iterable[Pair]) -> dict[str, str]:
    """For each id in the pairs the first of all that they join it with."""
    first: dict[str, str] = {}

    def root(name: str) -> str:
        while first.setdefault(name, name) != name:
            name = first[name]
        return name

    for one, other in sorted(same):
        low, high = sorted((root(one), root(other)))
        first[high] = low
    return {name: root(name) for name in sorted(first)}


NO_RULINGS = Rulings()
