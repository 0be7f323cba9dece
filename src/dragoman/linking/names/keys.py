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
_FIRST_SOUNDS = 2
_NONE = "_"


def name_keys(name: PersonName) -> frozenset[str]:
    """The keys of a person's name: of each word's sound, and of forms of given names."""
    return frozenset(key for word in name.words for key in word_keys(word))


def plainly_apart(a: PersonName, b: PersonName) -> bool:
    """True where each name has words that begin like none of the other: no need to compare them.

    Never for names with initials or a father's name, which can stand for a word, for those whose
    script leaves vowels out, and for two Chinese ones, whose syllables may be joined or not.
    """
    if a.initials or b.initials or a.fathers or b.fathers or a.abjad or b.abjad:
        return False
    left_a, left_b = _left(a.words, b.words), _left(b.words, a.words)
    if not left_a or not left_b or all(mandarin(w) for w in (*a.words, *b.words)):
        return False
    return _starts("".join(left_a)).isdisjoint(_starts("".join(left_b)))


def _left(words: tuple[str, ...], others: tuple[str, ...]) -> list[str]:
    heard = frozenset(start for word in others for start in _starts(word))
    return [word for word in words if _starts(word).isdisjoint(heard)]


@lru_cache(maxsize=100_000)
def _starts(word: str) -> frozenset[str]:
    """The keys of a word with no more than its first sounds."""
    return frozenset(key if " " in key else key[:_FIRST_SOUNDS] for key in word_keys(word))


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
