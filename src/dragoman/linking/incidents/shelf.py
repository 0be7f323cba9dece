"""What a linker keeps of the events that it has seen, in memory; a record may keep it instead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set

from dragoman.linking.incidents.tellings import Telling

# A key under which events are compared: what is shared, and the time in which.
Key = tuple[str, str, str]


class Shelf:
    """Events by id, the keys that each is under, and the likely pairs (edges) between them."""

    def __init__(self) -> None:
        self._tellings: dict[str, Telling] = {}
        self._keys: dict[str, tuple[Key, ...]] = {}
        self._held: defaultdict[Key, dict[str, bool]] = defaultdict(dict)
        self._edges: dict[str, set[str]] = {}

    def has(self, name: str) -> bool:
        """True where the event is on the shelf."""
        return name in self._keys

    def names(self) -> list[str]:
        """The ids of all events, in order."""
        return sorted(self._keys)

    def want(self, names: Iterable[str]) -> None:
        """Says which events will be asked for, where reading many at once is cheaper."""

    def telling(self, name: str) -> Telling:
        """An event; KeyError where it is not there."""
        return self._tellings[name]

    def keys(self, name: str) -> tuple[Key, ...]:
        """The keys that an event is under."""
        return self._keys[name]

    def held(self, key: Key) -> Mapping[str, bool]:
        """The events under a key, each with whether it leads there."""
        return self._held.get(key) or {}

    def edges(self, name: str) -> Set[str]:
        """The events that are likely to be one with an event."""
        return self._edges[name]

    def put(self, telling: Telling, keys: Mapping[Key, bool]) -> None:
        """Keep an event under its keys, without edges."""
        self._tellings[telling.id] = telling
        self._keys[telling.id] = tuple(keys)
        self._edges[telling.id] = set()
        for key, leads in keys.items():
            self._held[key][telling.id] = leads

    def drop(self, name: str) -> None:
        """Forget an event, its keys and its edges."""
        for other in tuple(self.edges(name)):
            self.part(name, other)
        for key in self._keys.pop(name):
            held = self._held[key]
            del held[name]
            if not held:
                del self._held[key]
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
