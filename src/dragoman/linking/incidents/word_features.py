"""Features of the words of two events: of their sentences, of what stands around, and of people."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.linking.incidents.tellings import Telling
from dragoman.linking.incidents.words import Bag, cosine

# Sharing so many rare words says all that sharing any can.
MANY = 4
# Words at least this rare name things rather than describe them.
RARE = 0.55
# More than rounding can add to a value.
SLACK = 1e-4


def words(one: Telling, other: Telling) -> Iterator[tuple[str, float]]:
    """The features, without the encoder's."""
    yield "words", cosine(one.words, other.words)
    yield "passage", cosine(one.passage, other.passage)
    yield "proper", cosine(one.proper, other.proper)
    around = cosine(one.around, other.around)
    yield "around", around
    if one.report.id != other.report.id:
        story = cosine(one.story, other.story)
        yield "story", story
        if one.kind == other.kind:
            yield "story_same_kind", story
            yield "around_same_kind", around
    yield "rare_shared", min(1.0, _rare(one.words, other.words) / MANY)
    yield "rare_passage", min(1.0, _rare(one.passage, other.passage) / (2 * MANY))
    yield from _people(one, other)


def bounds(one: Telling, other: Telling) -> Iterator[tuple[str, float]]:
    """The same, and each that speaks for one incident is not lower: by the number of words in
    common, which is found in a fraction of the time."""
    in_words, in_passage = _common(one.words, other.words), _common(one.passage, other.passage)
    yield "words", _most(one.words, other.words, in_words)
    yield "passage", _most(one.passage, other.passage, in_passage)
    yield "proper", _most(one.proper, other.proper, _common(one.proper, other.proper))
    around = _most(one.around, other.around, _common(one.around, other.around))
    yield "around", around
    if one.report.id != other.report.id:
        story = _most(one.story, other.story, _common(one.story, other.story))
        yield "story", story
        if one.kind == other.kind:
            yield "story_same_kind", story
            yield "around_same_kind", around
    yield "rare_shared", min(1.0, in_words / MANY)
    yield "rare_passage", min(1.0, in_passage / (2 * MANY))
    yield from _people(one, other)


def _common(one: Bag, other: Bag) -> int:
    return len(one.keys() & other.keys())


def _most(one: Bag, other: Bag, common: int) -> float:
    """A cosine is not above this, since no word weighs more than 1."""
    return min(1.0, common / (one.norm * other.norm)) + SLACK if common else 0.0


def _rare(one: Bag, other: Bag) -> int:
    return sum(one[word] > RARE for word in one.keys() & other.keys())


def _people(one: Telling, other: Telling) -> Iterator[tuple[str, float]]:
    if one.people and other.people:
        both = one.people & other.people
        yield "people_shared", len(both) / min(len(one.people), len(other.people))
        yield "people_none_shared", float(not both)
    if one.names and other.names:
        yield "names_shared" if one.names & other.names else "names_other", 1.0
