"""Words as linking compares them: stems, and how much it says that two texts share one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from math import log, sqrt

from dragoman.language.folding import fold
from dragoman.model.errors import TableError
from dragoman.model.tables import Column, read_table

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+(?:[.,]\d+)*")
# Endings of English that are cut, each with what is put in its stead; the first that fits.
_ENDINGS = (("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("ly", ""))
# A stem keeps at least so many letters.
SHORTEST = 3
# A word that this share of the corpus's texts has, or a larger one, tells nothing.
COMMON = 0.03
# Words at least this rare name things rather than describe them.
RARE = 0.55
TOTAL = "(texts)"


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A folded word without its ending, roughly: "bombings" and "bombed" are "bomb"."""
    word = word.removesuffix("'s")
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            word = word[: -len(ending)] + instead
            break
    if len(word) > SHORTEST and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > SHORTEST else word


def stems(text: str) -> list[str]:
    """The stems of a text's words and its numbers, in order."""
    return [stem(word) for word in _WORD.findall(fold(text))]


@cache
def _counts() -> dict[str, int]:
    columns = (Column("stem"), Column("texts", check=_whole))
    return {row["stem"]: int(row["texts"]) for row in read_table("incidents/words.tsv", columns)}


def _whole(value: str) -> str | None:
    return None if value.isdigit() else "expected a whole number"


@cache
def _most() -> int:
    counts = _counts()
    if TOTAL not in counts:
        raise TableError(f"incidents/words.tsv: has no row {TOTAL!r}, the number of texts")
    return counts[TOTAL]


@lru_cache(maxsize=65536)
def rarity(word: str) -> float:
    """How much a stem tells: 1 where no text of the corpus has it, 0 where too many have.

    The logarithm of the inverse document frequency (Spaerck Jones 1972), as a share of the
    largest. The counts are a table, so that a word weighs alike whatever else the record holds.
    """
    total, held = _most(), _counts().get(word, 0)
    if held > COMMON * total:
        return 0.0
    return log((total + 1) / (held + 1)) / log(total + 1)


class Bag(dict[str, float]):
    """Each telling word with its rarity; `norm` is the root of the sum of their squares."""

    __slots__ = ("norm",)

    def __init__(self, words: Iterable[tuple[str, float]] = ()) -> None:
        super().__init__(words)
        self.norm = sqrt(sum(weight * weight for weight in self.values()))


def bag(words: Iterable[str]) -> Bag:
    """The telling words of these, in order."""
    weighed = ((word, rarity(word)) for word in set(words))
    return Bag((word, weight) for word, weight in sorted(weighed) if weight > 0)


def cosine(one: Bag, other: Bag) -> float:
    """How alike two bags are, 0 to 1."""
    common = one.keys() & other.keys()
    if not common:
        return 0.0
    # sorted, so that the sum is the same whatever the order of a set
    return sum(one[word] * other[word] for word in sorted(common)) / (one.norm * other.norm)
