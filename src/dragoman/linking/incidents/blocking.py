"""Which events are compared at all: those that share a telling thing at about the same time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from dragoman.linking.incidents.kinds import families
from dragoman.linking.incidents.parties import states
from dragoman.linking.incidents.tellings import Telling
from dragoman.linking.incidents.timing import interval, width

# A key: what is shared, and the time in which.
Key = tuple[str, str, str]
# The rarest words of a sentence, and of its passage, that are looked at.
WORDS, AROUND = 6, 4
# What more events share than this tells nothing of any two of them.
FULL = 80
# Acts that may have been on any day of so many are compared by years.
WIDE = 45
WEEK = 7
# Of more states than this not every two are a key.
MANY = 4
# Acts of one report are compared where they stand within so many characters.
NEIGHBOURS = 600


class Index:
    """The events by key; it holds the same whatever the order in which they came."""

    def __init__(self) -> None:
        self._keys: dict[str, tuple[Key, ...]] = {}
        self._held: defaultdict[Key, dict[str, bool]] = defaultdict(dict)

    def add(self, telling: Telling) -> None:
        """Adds an event."""
        leads = dict(keys(telling))
        self._keys[telling.id] = tuple(leads)
        for key, lead in leads.items():
            self._held[key][telling.id] = lead

    def beside(self, name: str) -> set[str]:
        """The ids of the events that an event is compared with."""
        found: set[str] = set()
        for key in self._keys[name]:
            held = self._held[key]
            if 1 < len(held) <= FULL:
                found.update(o for o, lead in held.items() if lead or held[name])
        found.discard(name)
        return found

    def touched(self, names: Iterable[str]) -> set[str]:
        """The ids of all whose comparisons the coming of these events changes, beside gaining
        these: they share a key that these have filled."""
        fresh = set(names)
        found = set(fresh)
        for key in {key for name in fresh for key in self._keys[name]}:
            held = self._held[key]
            if len(held) > FULL >= len(held) - len(fresh & held.keys()):
                found.update(held)
        return found


def keys(telling: Telling) -> Iterator[tuple[Key, bool]]:
    """All keys of an event, each with whether it leads there.

    Two events are compared where they share a key that is not full and in which one leads: acts
    of known weeks lead in these, vague ones in their years, undated ones everywhere.
    """
    buckets = tuple(_buckets(telling))
    for kind, thing in _things(telling):
        for bucket, leads in buckets:
            yield (kind, thing, bucket), leads


def _things(telling: Telling) -> Iterator[tuple[str, str]]:
    for word in (*_rarest(telling.words, WORDS), *_rarest(telling.passage, AROUND)):
        yield "word", word
    yield from (("name", name) for name in sorted(telling.names))
    yield from (("place", place) for place in sorted(telling.places))
    lands = sorted({*states(telling), *telling.lands})
    for family in families(telling.kind):
        yield from ((family, land) for land in lands)
        yield from ((family, f"{one}-{other}") for one, other in combinations(lands[:MANY], 2))
    yield "report", f"{telling.report.id} {telling.event.event_span.start // NEIGHBOURS}"
    yield "report", f"{telling.report.id} {telling.event.event_span.start // NEIGHBOURS + 1}"


def _rarest(words: Mapping[str, float], count: int) -> list[str]:
    return sorted(words, key=lambda word: (-words[word], word))[:count]


def _buckets(telling: Telling) -> Iterator[tuple[str, bool]]:
    when = interval(telling)
    first, last = when.start or when.end, when.end or when.start
    yield "any", first is None
    if first is None or last is None:
        return
    wide = (width(when) or WIDE + 1) > WIDE
    for year in range(first.year, last.year + 1):
        yield f"year {year}", wide
    if not wide:
        for week in range(first.toordinal() // WEEK, last.toordinal() // WEEK + 1):
            yield f"week {week}", True


def pairs(known: Mapping[str, Telling]) -> Iterator[tuple[str, str]]:
    """The pairs of events that are compared, by ids, the smaller first; in order."""
    index = Index()
    for telling in known.values():
        index.add(telling)
    for name in sorted(known):
        yield from ((name, other) for other in sorted(index.beside(name)) if name < other)


def all_pairs(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Every pair of these ids, the smaller first."""
    yield from combinations(sorted(names), 2)
