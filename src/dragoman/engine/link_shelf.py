"""A linker's shelf in the record: what is asked for is read, what changes is written at the end."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set

from dragoman.linking.incidents.blocking import FULL, keys
from dragoman.linking.incidents.rulings import pair
from dragoman.linking.incidents.shelf import Shelf
from dragoman.linking.incidents.tellings import Telling
from dragoman.record.link_rows import LinkRows

# A key under which more events lie than this stays full, whatever one report takes away.
CROWD = 2 * FULL
# So many events are kept in memory between two batches.
KEPT = 40_000
Load = Callable[[Iterable[int]], Mapping[int, Collection[Telling]]]


class RecordShelf(Shelf):
    """Events, keys and likely pairs of a linking of a record.

    `load` gives the tellings of codings; `fresh` says that the linking is empty, so that what is
    not in memory is nowhere.
    """

    def __init__(self, rows: LinkRows, load: Load, fresh: bool) -> None:
        super().__init__()
        self.rows = rows
        self._load = load
        self._fresh = fresh
        self._coding: dict[str, int] = {}
        self._crowds: set[int] = set()
        self._read: set[int] = set()
        self._new_events: dict[str, int] = {}
        self._new_keys: list[tuple[int, str, bool]] = []
        self._old_keys: list[tuple[int, str]] = []
        self._pairs: dict[tuple[str, str], bool] = {}

    def coming(self, coding: int, events: Iterable[str]) -> None:
        """Says of which coding events are that are about to be put here."""
        self._coding.update(dict.fromkeys(events, coding))

    def has(self, name: str) -> bool:
        """True where the event is on the shelf."""
        return name in self._edges or (not self._fresh and bool(self.rows.codings_of([name])))

    def want(self, names: Iterable[str]) -> None:
        """Read these events at once."""
        missing = [name for name in names if name not in self._tellings]
        if missing:
            self._coding.update(self.rows.codings_of(n for n in missing if n not in self._coding))
            codings = dict.fromkeys(self._coding[name] for name in missing)
            for coding, told in self._load(codings).items():
                self._tellings.update((t.id, t) for t in told)
                self._coding.update((t.id, coding) for t in told)

    def telling(self, name: str) -> Telling:
        """An event; KeyError where it is not there."""
        self.want([name])
        return self._tellings[name]

    def keys(self, name: str) -> Sequence[int]:
        """The keys that an event is under."""
        if name not in self._keys:
            self._keys[name] = array("q", dict(keys(self.telling(name))))
        return self._keys[name]

    def leaders(self, key: int) -> Collection[str]:
        """The events that lead under a key; none are told of one that is full by far."""
        self.look((key,))
        return super().leaders(key)

    def others(self, key: int) -> Collection[str]:
        """The events that do not lead under a key; none are told of one that is full by far."""
        self.look((key,))
        return super().others(key)

    def size(self, key: int) -> int:
        """How many events are under a key; more than any number where it is full by far."""
        self.look((key,))
        return sys.maxsize if key in self._crowds else super().size(key)

    def look(self, keys: Iterable[int]) -> None:
        """Read the keys that were not read yet, at once."""
        if self._fresh:
            return
        unread = [key for key in keys if key not in self._read]
        if not unread:
            return
        self._read.update(unread)
        for key, found in self.rows.held(unread, CROWD + 1).items():
            if len(found) > CROWD:
                self._crowds.add(key)
                continue
            for name, leads in found.items():
                (self._leaders if leads else self._others).add(key, name)

    def edges(self, name: str) -> Set[str]:
        """The events that are likely to be one with an event."""
        if name not in self._edges:
            self._edges[name] = set() if self._fresh else self.rows.pairs(name)
        return self._edges[name]

    def put(self, telling: Telling, keys: Mapping[int, bool]) -> None:
        """Keep an event under its keys, each with whether it leads there; without edges."""
        self.look(keys)
        super().put(telling, keys)
        self._new_events[telling.id] = self._coding[telling.id]
        self._new_keys.extend((key, telling.id, leads) for key, leads in keys.items())

    def drop(self, name: str) -> None:
        """Forget an event, its keys and its edges."""
        for other in tuple(self.edges(name)):
            self.part(name, other)
        self.look(self.keys(name))
        self._old_keys.extend((key, name) for key in self.keys(name))
        super().drop(name)
        self._coding.pop(name, None)

    def join(self, one: str, other: str) -> None:
        """Keep that two events are likely to be one."""
        self._note(one, other, there=True)
        super().join(one, other)

    def part(self, one: str, other: str) -> None:
        """Forget it."""
        self._note(one, other, there=False)
        super().part(one, other)

    def _note(self, one: str, other: str, there: bool) -> None:
        """What is undone within a batch need not be written."""
        self.edges(one)
        self.edges(other)
        key = pair(one, other)
        if self._pairs.get(key, there) != there:
            del self._pairs[key]
        else:
            self._pairs[key] = there

    def flush(self) -> None:
        """Write what changed."""
        self.rows.add_events(self._new_events)
        self.rows.drop_keys(self._old_keys)
        self.rows.add_keys(self._new_keys)
        self.rows.drop_pairs(p for p, there in self._pairs.items() if not there)
        self.rows.add_pairs(p for p, there in self._pairs.items() if there)
        for done in (self._new_events, self._old_keys, self._new_keys, self._pairs):
            done.clear()

    def settle(self) -> None:
        """Write what changed, and count anew what lies under keys that were full by far."""
        self.flush()
        self._read -= self._crowds
        self._crowds.clear()

    def forget(self) -> None:
        """Read all anew from now on."""
        self._fresh = False
        for kept in (self._tellings, self._keys, self._edges, self._coding, self._leaders,
                     self._others, self._crowds, self._read):  # fmt: skip
            kept.clear()

    def codings(self, names: Iterable[str]) -> list[int]:
        """The codings that events are of, each once."""
        return list(dict.fromkeys(self._coding[name] for name in names))

    @property
    def large(self) -> bool:
        """True where more is kept in memory than should be."""
        return len(self._tellings) > KEPT
