"""How far apart two spellings of a word are, counting what romanisations write for one another.

The distance is the cheapest alignment (Wagner and Fischer 1974) with the table's exchanges beside
those of single letters: "kh" for "x" costs a tenth of a letter, "k" for "m" a whole one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import permutations

from dragoman.model.tables import Column, read_table

_VOWELS = frozenset("aeiouy'")
# In letters. Vowels are what languages change first; a doubled letter is a habit of spelling.
_EXCHANGE, _EXCHANGE_VOWEL = 1.0, 0.8
_LEFT_OUT, _LEFT_OUT_VOWEL, _DOUBLED = 1.0, 0.8, 0.05
_NOTHING = "_"
_PLACES = ("any", "start", "end", "abjad")

Costs = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Aligned:
    """The cost in letters, and what was exchanged for what: ("kh", "x")."""

    cost: float
    changes: tuple[tuple[str, str], ...]

    def share(self, a: str, b: str) -> float:
        """The cost as a share of the longer word."""
        return self.cost / max(len(a), len(b), 1)


@lru_cache(maxsize=200_000)
def align(a: str, b: str, abjad: bool = False) -> Aligned:
    """The cheapest way from `a` to `b`, both plain small letters; the same cost from `b` to `a`.

    With `abjad`, vowels that only one of the two writes cost next to nothing.
    """
    if a == b:
        return Aligned(0.0, ())
    best: dict[tuple[int, int], Aligned] = {(0, 0): Aligned(0.0, ())}
    for i in range(len(a) + 1):
        for j in range(len(b) + 1):
            here = best.get((i, j))
            ways = _ways(a, b, i, j, abjad) if here else []
            for of_a, of_b, cost in ways:
                _go_on(best, (i, j), of_a, of_b, cost)
    return best[len(a), len(b)]


def _go_on(
    best: dict[tuple[int, int], Aligned], at: tuple[int, int], of_a: str, of_b: str, cost: float
) -> None:
    """Keeps the way on from `at`, where it is the cheapest to where it leads."""
    place = (at[0] + len(of_a), at[1] + len(of_b))
    total = best[at].cost + cost
    known = best.get(place)
    if known is None or total < known.cost - 1e-9:
        change = ((of_a, of_b),) if of_a != of_b else ()
        best[place] = Aligned(total, best[at].changes + change)


def _ways(a: str, b: str, i: int, j: int, abjad: bool) -> list[tuple[str, str, float]]:
    ways = _plain_ways(a, b, i, j)
    for place in _PLACES:
        if (place == "start" and (i or j)) or (place == "abjad" and not abjad):
            continue
        costs = _exchanges(place)
        for of_a in _pieces(a, i, place):
            for of_b, cost in costs.get(of_a, {}).items():
                ends = i + len(of_a) == len(a) and j + len(of_b) == len(b)
                if b.startswith(of_b, j) and (place != "end" or ends):
                    ways.append((of_a, of_b, cost))
    return ways


def _plain_ways(a: str, b: str, i: int, j: int) -> list[tuple[str, str, float]]:
    ways = []
    if i < len(a):
        ways.append((a[i], "", _left_out(a, i)))
    if j < len(b):
        ways.append(("", b[j], _left_out(b, j)))
    if i < len(a) and j < len(b):
        vowels = a[i] in _VOWELS and b[j] in _VOWELS
        cost = 0.0 if a[i] == b[j] else _EXCHANGE_VOWEL if vowels else _EXCHANGE
        ways.append((a[i], b[j], cost))
    return ways


def _left_out(word: str, at: int) -> float:
    if at and word[at] == word[at - 1]:
        return _DOUBLED
    return _LEFT_OUT_VOWEL if word[at] in _VOWELS else _LEFT_OUT


@lru_cache(maxsize=50_000)
def _pieces(word: str, at: int, place: str) -> tuple[str, ...]:
    """The spellings of the table that begin at a place of the word."""
    return tuple(piece for piece in _exchanges(place) if word.startswith(piece, at))


@cache
def _exchanges(place: str) -> Costs:
    """What each spelling may stand for at a place, and the least that this costs."""
    columns = (
        Column("spellings", many=True),
        Column("cost", check=_no_cost),
        Column("where", choices=_PLACES),
        Column("custom"),
    )
    found: Costs = {}
    for row in read_table("names/spelling_variants.tsv", columns):
        if row["where"] != place:
            continue
        spellings = dict.fromkeys("" if s == _NOTHING else s for s in row.many("spellings"))
        for a, b in permutations(spellings, 2):
            costs = found.setdefault(a, {})
            costs[b] = min(float(row["cost"]), costs.get(b, 1.0))
    return found


def _no_cost(value: str) -> str | None:
    try:
        return None if 0 <= float(value) <= 1 else "expected a number from 0 to 1"
    except ValueError:
        return "expected a number from 0 to 1"
