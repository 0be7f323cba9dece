"""Places that no table lists: 'the village of Brezovka in Kherson region', 'Cairo's Amal district'.

The words say that it is a place, and another place beside it where it is: the point given is that
of the town or province around it, with its precision.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence

from dragoman.language.places_reader import Reader
from dragoman.language.places_tables import adjectives, is_common
from dragoman.language.places_words import Word, is_kind, is_town_noun
from dragoman.model.event import Place
from dragoman.model.span import Span

# A name has at most so many words, and what is around it stands within so many characters.
_LONGEST = 3
_NEAR = 60
_LINKS = frozenset({"and", "of", "the"})


def find_unlisted(reader: Reader, named: Sequence[Place], held: Container[int]) -> list[Place]:
    """Places that words for towns and districts make known; `named` are those of the tables.

    `held` has the characters of names that are somebody's or somewhere's already.
    """
    starts = [p.span.start for p in named]
    found = []
    for words in _called(reader):
        span = Span(words[0].start, words[-1].end)
        if not any(at in held for at in (span.start, span.end - 1)):
            around = _around(reader, span, named, starts)
            found.append(_place(span.of(reader.text), span, around))
    return found


def _called(reader: Reader) -> Iterator[Sequence[Word]]:
    """Capitals after 'the village of' (and 'of A and B'), and before 'district'."""
    found = reader.found
    for at, word in enumerate(found):
        if is_town_noun(word) and at + 1 < len(found) and found[at + 1].lower == "of":
            yield from _listed(reader, at + 2)
        elif is_kind(word, "quarter") and not word.capital:
            words = _run_before(reader, at)
            if words and words[-1].end + 1 == word.start:
                yield words


def _listed(reader: Reader, at: int) -> Iterator[Sequence[Word]]:
    found = reader.found
    words = _run_from(reader, at)
    while words:
        yield words
        at += len(words)
        if at + 1 >= len(found) or found[at].lower != "and":
            return
        words = _run_from(reader, at + 1)
        at += 1


def _run_from(reader: Reader, at: int) -> Sequence[Word]:
    found, end = reader.found, at
    while end < len(found) and end - at < _LONGEST and _is_name(found[end]):
        if end > at and not _adjoin(reader, found[end - 1], found[end]):
            break
        end += 1
    return found[at:end]


def _run_before(reader: Reader, at: int) -> Sequence[Word]:
    found, start = reader.found, at
    while start > 0 and at - start < _LONGEST and _is_name(found[start - 1]):
        if start < at and not _adjoin(reader, found[start - 1], found[start]):
            break
        start -= 1
    return found[start:at]


def _adjoin(reader: Reader, one: Word, other: Word) -> bool:
    return not one.possessive and reader.text[one.end : other.start] in {" ", "-"}


def _is_name(word: Word) -> bool:
    return word.capital and word.key not in adjectives() and not is_common(word.text)


def _around(
    reader: Reader, span: Span, named: Sequence[Place], starts: Sequence[int]
) -> Place | None:
    """The next place of the sentence, or the one right before ("Cairo's X")."""
    at = bisect_left(starts, span.start)
    before = named[at - 1] if at else None
    if before and reader.text[before.span.end : span.start] in {"'s ", "’s "}:
        return before
    after = named[at] if at < len(named) else None
    if after is None or after.span.start > span.end + _NEAR or after.use != "name":
        return None
    between = reader.words_between(span.end, after.span.start)
    return after if between and all(_may_link(w) for w in between) else None


def _may_link(word: Word) -> bool:
    """True for the words of 'X and Y in the northern district of Z'."""
    if word.capital or word.lower in _LINKS:
        return True
    return any(is_kind(word, kind) for kind in ("locative", "direction", "generic"))


def _place(words: str, span: Span, around: Place | None) -> Place:
    if around is None:
        return Place(words, span, words)
    if around.precision not in {"city", "region"}:
        return Place(words, span, words, around.country)
    return Place(
        words, span, words, around.country, around.lat, around.lon, precision=around.precision
    )
