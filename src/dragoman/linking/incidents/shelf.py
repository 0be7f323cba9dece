"""What a linker keeps of the events that it has seen, in memory; a record may keep it instead."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set

from dragoman.linking.incidents.piles import Piles
from dragoman.linking.incidents.tellings import Telling


class Shelf:
    """Events by id, the keys that each is under, and the likely pairs (edges) between them."""

    def __init__(self) -> None:
        self._tellings: dict[str, Telling] = {}
        self._keys: dict[str, Sequence[int]] = {}
        self._leaders, self._others = Piles(), Piles()
        self._edges: dict[str, set[str]] = {}

    def has(self, name: str) -> bool:
        """True where the event is on the shelf."""
        return name in self._keys

    def names(self) -> list[str]:
        """The ids of all events, in order."""
        return sorted(self._keys)

    def want(self, names: Iterable[str]) -> None:
        """Says which events will be asked for, where reading many at once is cheaper."""

    def look(self, keys: Iterable[int]) -> None:
        """Says which keys will be asked for."""

    def settle(self) -> None:
        """Says that more may be taken away than one key tells of."""

    def telling(self, name: str) -> Telling:
        """An event; KeyError where it is not there."""
        return self._tellings[name]

    def keys(self, name: str) -> Sequence[int]:
        """The keys that an event is under."""
        return self._keys[name]

    def leaders(self, key: int) -> Collection[str]:
        """The events that lead under a key: they are compared with all there."""
        return self._leaders.under(key)

    def others(self, key: int) -> Collection[str]:
        """The events under a key that are compared with those that lead there alone."""
        return self._others.under(key)

    def size(self, key: int) -> int:
        """How many events are under a key."""
        return len(self.leaders(key)) + len(self.others(key))

    def edges(self, name: str) -> Set[str]:
        """The events that are likely to be one with an event."""
        return self._edges[name]

    def put(self, telling: Telling, keys: Mapping[int, bool]) -> None:
        """Keep an event under its keys, each with whether it leads there; without edges."""
        self._tellings[telling.id] = telling
        self._keys[telling.id] = array("q", keys)
        self._edges[telling.id] = set()
        for key, leads in keys.items():
            (self._leaders if leads else self._others).add(key, telling.id)

    def drop(self, name: str) -> None:
        """Forget an event, its keys and its edges."""
        for other in tuple(self.edges(name)):
            self.part(name, other)
        for key in self._keys.pop(name):
            self._leaders.take(key, name)
            self._others.take(key, name)
        del self._edges[name]
        self._tellings.pop(name, None)

    def join(self, one: str, other: str) -> None:
        """Keep that two events are likely to be one."""
        self._edges[one].add(other)
        self._edges[other].add(one)

    def part(self, one: str, other: str) -> None:
        """Forget it."""
        self._edges[one].discard(other)
        self._edges[other].discard(one)

    def __iter__(self) -> Iterator[str]:
        return iter(self.names())
