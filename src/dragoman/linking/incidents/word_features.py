"""Features of the words of two events: of their sentences, of what stands around, and of people."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dragoman.linking.incidents.statements import bare
from dragoman.linking.incidents.tellings import Telling
from dragoman.linking.incidents.words import RARE, Bag, cosine

# Sharing so many rare words says all that sharing any can.
MANY = 4
# More than rounding can add to a value.
SLACK = 1e-4
# How alike two bags are, 0 to 1.
_Alike = Callable[[Bag, Bag], float]
# How many rare words two bags have in common.
_Rare = Callable[[Bag, Bag], int]


def words(one: Telling, other: Telling) -> Iterator[tuple[str, float]]:
    """The features, without the encoder's."""
    return _features(one, other, cosine, _rare)


def bounds(one: Telling, other: Telling) -> Iterator[tuple[str, float]]:
    """The same, and each that speaks for one incident is not lower: by the number of words in
    common, which is found in a fraction of the time."""
    return _features(one, other, _most, _common)


def _features(
    one: Telling, other: Telling, alike: _Alike, rare: _Rare
) -> Iterator[tuple[str, float]]:
    yield "words", alike(one.words, other.words)
    yield "proper", alike(one.proper, other.proper)
    yield "rare_shared", min(1.0, rare(one.words, other.words) / MANY)
    if one.names and other.names:
        yield "names_shared" if one.names & other.names else "names_other", 1.0
    here = one.report.id == other.report.id
    if here and bare(one, other):
        return  # what stands around both is the same text, and they have nothing else in common
    around = alike(one.around, other.around)
    yield "around", around
    yield "passage", alike(one.passage, other.passage)
    yield "rare_passage", min(1.0, rare(one.passage, other.passage) / (2 * MANY))
    if one.people and other.people:
        both = one.people & other.people
        yield "people_shared", len(both) / min(len(one.people), len(other.people))
        yield "people_none_shared", float(not both)
    if not here:
        story = alike(one.story, other.story)
        yield "story", story
        if one.kind == other.kind:
            yield "around_same_kind", around
            yield "story_same_kind", story


def _common(one: Bag, other: Bag) -> int:
    return len(one.keys() & other.keys())


def _most(one: Bag, other: Bag) -> float:
    """A cosine is not above this, since no word weighs more than 1."""
    common = _common(one, other)
    return min(1.0, common / (one.norm * other.norm)) + SLACK if common else 0.0


def _rare(one: Bag, other: Bag) -> int:
    return sum(one[word] > RARE for word in one.keys() & other.keys())
