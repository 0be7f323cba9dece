"""Keys under which names are looked for: two spellings of one name share at least one.

The blocking of record linkage (Newcombe 1959): only names under a common key are compared, so that
the work grows with the names and not with their square.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice, product

from dragoman.linking.names.chinese import mandarin
from dragoman.linking.names.given_names import groups_of
from dragoman.linking.names.person_names import PersonName
from dragoman.model.tables import Column, read_table

# Sounds that count, and ways of reading a word that are followed.
_SOUNDS, _WAYS = 4, 16
_NONE = "_"


def name_keys(name: PersonName) -> frozenset[str]:
    """The keys of a person's name: of each word's sound, and of forms of given names."""
    return frozenset(key for word in name.words for key in word_keys(word))


@lru_cache(maxsize=100_000)
def word_keys(word: str) -> frozenset[str]:
    """The keys of one word, plain and small: its consonants by class, read in each way."""
    parts = [_classes()[found] for found in _letters().findall(word)]
    ways = islice(product(*parts), _WAYS)
    keys = {_key(way) or word for way in ways}
    keys |= {f"pinyin {reading}" for reading in mandarin(word)}
    keys |= {f"form {group}" for group in groups_of(word)}
    return frozenset(keys)


def _key(way: tuple[str, ...]) -> str:
    sounds = "".join(s for s in way if s != _NONE)
    return re.sub(r"(.)\1+", r"\1", sounds)[:_SOUNDS]


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    columns = (Column("letters"), Column("sounds", many=True))
    rows = read_table("names/sounds.tsv", columns)
    return {r["letters"]: r.many("sounds") for r in rows}


@cache
def _letters() -> re.Pattern[str]:
    longest_first = sorted(_classes(), key=lambda letters: (-len(letters), letters))
    return re.compile("|".join(longest_first))
