"""Which events are compared at all: those that share a telling thing at about the same time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from hashlib import blake2b
from itertools import combinations, product

from dragoman.linking.incidents.kinds import families
from dragoman.linking.incidents.parties import states
from dragoman.linking.incidents.shelf import Shelf
from dragoman.linking.incidents.tellings import Telling
from dragoman.linking.incidents.timing import width

# The rarest words of a sentence, and of its passage, that are looked at.
WORDS, AROUND = 6, 4
# What more events share than this tells nothing of any two of them: of those at about the same
# time, and of those that may have been years apart.
FULL, SELDOM = 80, 20
# Acts that may have been on any day of so many are compared by years; of so many years, as those
# without a date.
WIDE, LONG = 45, 10
WEEK = 7
# Of more states than this not every two are a key.
MANY = 4
# Acts of one report are compared where they stand within so many characters.
NEIGHBOURS = 600


def beside(shelf: Shelf, name: str) -> set[str]:
    """The ids of the events that an event is compared with."""
    found: set[str] = set()
    for key in shelf.keys(name):
        if 1 < shelf.size(key) <= most(key):
            leaders = shelf.leaders(key)
            found.update(leaders)
            if name in leaders:
                found.update(shelf.others(key))
    found.discard(name)
    return found


def compared(shelf: Shelf, one: str, other: str) -> bool:
    """True where two events are compared with each other."""
    return any(
        shelf.size(key) <= most(key) and not {one, other}.isdisjoint(shelf.leaders(key))
        for key in set(shelf.keys(one)).intersection(shelf.keys(other))
    )


def crowded(shelf: Shelf, names: Collection[str]) -> list[tuple[list[str], list[str]]]:
    """For each key that is full with these events, and would not be without them, all others
    there: those that lead, and those that do not. A key where nobody leads is left out, since it
    pairs none anyway. These are on the shelf."""
    found = []
    mine = Counter(key for name in names for key in shelf.keys(name))
    shelf.look(mine)
    for key, count in sorted(mine.items()):
        size = shelf.size(key)
        if size > most(key) >= size - count:
            leaders = [name for name in shelf.leaders(key) if name not in names]
            others = [name for name in shelf.others(key) if name not in names]
            if leaders:
                found.append((leaders, others))
    return found


def most(key: int) -> int:
    """How many events a key pairs; its last bit says whether time narrows it."""
    return FULL if key & 1 else min(FULL, SELDOM)


def keys(telling: Telling) -> Iterator[tuple[int, bool]]:
    """All keys of an event, each with whether it leads there.

    Two events are compared where they share a key that is not full and in which one leads. Acts
    of known weeks share these, vague ones their years, undated ones their want of a date; an act
    of a known week meets a vague one, and either an undated one, only where few share a thing.
    """
    buckets = tuple(_buckets(telling))
    for bucket, leads, narrow in buckets:
        for kind, thing in _things(telling):
            yield _number(narrow, kind, thing, bucket), leads
        if narrow:
            for family, land in product(families(telling.kind), _lands(telling)):
                yield _number(narrow, family, land, bucket), leads
    place = telling.event.event_span.start // NEIGHBOURS
    for part in (place, place + 1):
        yield _number(True, "report", telling.report.id, str(part)), True


def _number(narrow: bool, *parts: str) -> int:
    """A key as a number of 64 bits, which takes little memory; two that should share one would
    only be compared too."""
    digest = blake2b("\t".join(parts).encode(), digest_size=8).digest()
    return int.from_bytes(digest, signed=True) & ~1 | narrow


def _things(telling: Telling) -> Iterator[tuple[str, str]]:
    for word in (*_rarest(telling.words, WORDS), *_rarest(telling.passage, AROUND)):
        yield "word", word
    yield from (("name", name) for name in sorted(telling.names))
    yield from (("place", place) for place in sorted(telling.places))
    two = combinations(_lands(telling)[:MANY], 2)
    for family, (one, other) in product(families(telling.kind), two):
        yield family, f"{one}-{other}"


def _lands(telling: Telling) -> list[str]:
    return sorted({*states(telling), *telling.lands})


def _rarest(words: Mapping[str, float], count: int) -> list[str]:
    return sorted(words, key=lambda word: (-words[word], word))[:count]


def _buckets(telling: Telling) -> Iterator[tuple[str, bool, bool]]:
    """Times in which an event is compared, each with whether it leads there, and whether those
    that meet there are of about the same time."""
    when = telling.when
    first, last = when.start or when.end, when.end or when.start
    undated = first is None or last is None or last.year - first.year > LONG
    yield "any", undated, False
    if undated or first is None or last is None:
        yield "undated", True, True
        return
    wide = (width(when) or WIDE + 1) > WIDE
    for year in range(first.year, last.year + 1):
        yield f"year {year}", wide, False
        if wide:
            yield f"vague {year}", True, True
    if not wide:
        for week in range(first.toordinal() // WEEK, last.toordinal() // WEEK + 1):
            yield f"week {week}", True, True


def pairs(known: Mapping[str, Telling]) -> Iterator[tuple[str, str]]:
    """The pairs of events that are compared, by ids, the smaller first; in order."""
    shelf = Shelf()
    for telling in known.values():
        shelf.put(telling, dict(keys(telling)))
    for name in sorted(known):
        yield from ((name, other) for other in sorted(beside(shelf, name)) if name < other)
