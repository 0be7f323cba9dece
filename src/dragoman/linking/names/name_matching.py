"""Which words of two persons' names are the same words, and which are left over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from dragoman.linking.names.chinese import mandarin
from dragoman.linking.names.given_names import are_two, form_of
from dragoman.linking.names.person_names import PersonName
from dragoman.linking.names.spelling import align

Likeness = Literal["same", "variant", "near", "form", "short", "initial"]

# Shares of the longer word's letters: up to the first, romanisations alone make the difference;
# beyond the second, two words are two. Chosen by looking at the training half of the pairs.
VARIANT, NEAR = 0.09, 0.15
# In short words one letter changes more of what is heard: Kim and Kin, Ali and Eli.
_SHORT, _SHORT_COST = 4, 0.3
_FORM_COST = 0.1
# K. may be Carl's, but J. is not Cyrus'.
_INITIAL = 0.05
_Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two words that are taken for one: where they stand, how alike, and at what cost."""

    i: int
    j: int
    a: str
    b: str
    likeness: Likeness
    cost: float


@dataclass(frozen=True, slots=True)
class Match:
    """The words of two names set against each other; `left_a` and `left_b` found no partner.

    `a` and `b` are the words as they were compared: two may have been joined to one.
    """

    a: _Words
    b: _Words
    pairs: tuple[Pair, ...]
    left_a: _Words
    left_b: _Words
    initials: int = 0
    initials_apart: int = 0
    joined: bool = False

    @property
    def cost(self) -> float:
        """What the spellings differ in, summed over the pairs."""
        return sum(pair.cost for pair in self.pairs)


def match_words(a: PersonName, b: PersonName) -> Match:
    """The best way to set the names' words against each other, joining two words where it helps."""
    abjad = a.abjad or b.abjad
    chinese = all(mandarin(w) for w in (*a.words, *b.words))
    ways = [
        replace(
            _match(of_a, of_b, a.initials, b.initials, abjad, chinese),
            joined=of_a != a.words or of_b != b.words,
        )
        for of_a in _joinings(a.words)
        for of_b in _joinings(b.words)
    ]
    for of_a, of_b in _with_fathers(a, b):
        match = _match(of_a, of_b, a.initials, b.initials, abjad, chinese)
        # A son and his father share a word too; of one man the first words agree as well.
        if match.pairs and (match.pairs[0].i, match.pairs[0].j) == (0, 0):
            ways.append(match)
    return min(filter(_is_fair, ways), key=_worth, default=ways[0])


def _is_fair(match: Match) -> bool:
    """False where two words were joined and the result is only nearly alike."""
    return not match.joined or all(p.likeness != "near" for p in match.pairs)


def _with_fathers(a: PersonName, b: PersonName) -> Iterator[tuple[_Words, _Words]]:
    """The words with a father's name among them, where the other name may have it as a word."""
    if a.fathers and not b.fathers and len(b.words) > 1:
        yield (a.words[0], *a.fathers, *a.words[1:]), b.words
    if b.fathers and not a.fathers and len(a.words) > 1:
        yield a.words, (b.words[0], *b.fathers, *b.words[1:])


def _worth(match: Match) -> tuple[float, ...]:
    """Least first: words left over on both sides, then on one, then what spellings cost."""
    both = min(len(match.left_a), len(match.left_b))
    return (
        both + match.initials_apart,
        abs(len(match.left_a) - len(match.left_b)),
        -len(match.pairs),
        match.cost,
    )


def _joinings(words: _Words) -> Iterator[_Words]:
    yield words
    for n in range(len(words) - 1):
        yield (*words[:n], words[n] + words[n + 1], *words[n + 2 :])


def _match(  # noqa: PLR0913, PLR0917  # the two names, part by part
    a: _Words, b: _Words, initials_a: _Words, initials_b: _Words, abjad: bool, chinese: bool
) -> Match:
    found = [
        Pair(i, j, of_a, of_b, *alike)
        for i, of_a in enumerate(a)
        for j, of_b in enumerate(b)
        if (alike := word_likeness(of_a, of_b, abjad, chinese))
    ]
    # Counted from the end, where the surname stands in most names.
    found.sort(key=lambda p: (p.cost, abs((len(a) - p.i) - (len(b) - p.j)), p.i + p.j, p.i))
    taken: list[Pair] = []
    for pair in found:
        if all(pair.i != t.i and pair.j != t.j for t in taken):
            taken.append(pair)
    left_a = tuple(w for i, w in enumerate(a) if all(i != t.i for t in taken))
    left_b = tuple(w for j, w in enumerate(b) if all(j != t.j for t in taken))
    return _with_initials(
        Match(a, b, tuple(sorted(taken, key=lambda p: p.i)), left_a, left_b),
        initials_a,
        initials_b,
    )


def _with_initials(match: Match, of_a: _Words, of_b: _Words) -> Match:
    """Initials set against each other, and against words left over that begin so."""
    left_a, left_b = list(match.left_a), list(match.left_b)
    alone_a, alone_b = list(of_a), list(of_b)
    agreed = 0
    for letter in of_a:
        if letter in alone_b:
            alone_a.remove(letter)
            alone_b.remove(letter)
    agreed += _take(alone_a, left_b) + _take(alone_b, left_a)
    apart = min(len(alone_a), len(alone_b) + len(left_b)) or min(len(alone_b), len(left_a))
    if of_a and of_b and (alone_a or alone_b) and not left_a and not left_b:
        apart = 1  # H. W. and W.: both tell their initials, and one has more
    return replace(
        match,
        left_a=tuple(left_a),
        left_b=tuple(left_b),
        initials=agreed,
        initials_apart=apart,
    )


def _take(letters: list[str], words: list[str]) -> int:
    taken = 0
    for letter in tuple(letters):
        if word := next((w for w in words if _begins(w, letter)), None):
            letters.remove(letter)
            words.remove(word)
            taken += 1
    return taken


def _begins(word: str, letter: str) -> bool:
    return word[0] == letter or align(word[0], letter).cost <= _INITIAL


@lru_cache(maxsize=200_000)
def word_likeness(
    a: str, b: str, abjad: bool = False, chinese: bool = False
) -> tuple[Likeness, float] | None:
    """How alike two words are, and the cost as a share of the word; None for two words."""
    if a == b:
        return "same", 0.0
    if chinese:
        return ("variant", _FORM_COST) if not mandarin(a).isdisjoint(mandarin(b)) else None
    aligned = align(a, b, abjad)
    share = aligned.share(a, b)
    if min(len(a), len(b)) <= _SHORT and not abjad and aligned.cost > _SHORT_COST:
        share = 1.0
    if share <= VARIANT:
        return "variant", share
    if form := form_of(a, b):
        return ("short" if form == "short" else "form"), _FORM_COST
    return ("near", share) if share <= NEAR and not are_two(a, b) else None
