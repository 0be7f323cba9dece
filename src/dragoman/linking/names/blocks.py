"""Which bearers are compared at all: those that share a key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from dragoman.linking.names.body_names import body_words
from dragoman.linking.names.keys import name_keys, word_keys
from dragoman.linking.names.person_names import parse_name
from dragoman.linking.names.place_names import names_of_place
from dragoman.model.identity import Bearer

# A key that more bearers share is parted by a second key of the same name, and by country; what
# still shares more is compared with its nearest in the alphabet alone, so that no key costs a
# square.
MOST = 60


def keys_of(bearer: Bearer) -> frozenset[str]:
    """The keys of a bearer, which begin with its kind."""
    return frozenset(f"{bearer.kind} {key}" for key in _keys(bearer))


def _keys(bearer: Bearer) -> Iterable[str]:
    if bearer.kind in {"state", "people"}:
        return bearer.codes
    if bearer.kind == "person":
        return name_keys(parse_name(bearer.name))
    words = body_words(bearer.name)
    if bearer.kind == "place":
        listed = {f"place {n.place}" for n in names_of_place(bearer.name)}
        return {" ".join(words), *listed}
    initials = "".join(w[0] for w in words)
    own = {initials, bearer.name.replace(".", "").lower()}
    return own.union(*(word_keys(w) for w in words))


def candidates(bearers: Sequence[Bearer]) -> Iterator[tuple[int, int]]:
    """Places of pairs to compare, each once and in order; the same for any order of keys."""
    blocks: dict[str, list[int]] = {}
    keys = [keys_of(b) for b in bearers]
    for place, mine in enumerate(keys):
        for key in mine:
            blocks.setdefault(key, []).append(place)
    found = {
        pair
        for key, members in blocks.items()
        for small in _parted(key, members, keys, bearers)
        for pair in _pairs(small)
    }
    yield from sorted(found)


def _parted(
    key: str, members: list[int], keys: Sequence[frozenset[str]], bearers: Sequence[Bearer]
) -> Iterator[list[int]]:
    """The block itself, or where it is too large, its members by each further key."""
    if len(members) <= MOST:
        yield members
        return
    further: dict[str, list[int]] = {}
    for place in members:
        for other in (*(keys[place] - {key}), f"country {bearers[place].country}"):
            further.setdefault(other, []).append(place)
    yield from further.values()


def _pairs(members: list[int]) -> Iterator[tuple[int, int]]:
    if len(members) <= MOST:
        yield from combinations(members, 2)
        return
    for n, place in enumerate(members):
        yield from ((place, other) for other in members[n + 1 : n + 1 + MOST])
