"""Adjectives that name a place: the 'Turkish' of 'Turkish troops', the 'European' of its markets.

They are toponyms of a text, but nothing happens at them: the coder never takes one for where. A
language ('she speaks French') and a people ('the Turks') are none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from spacy.tokens import Token

from dragoman.language.actor_tables import states
from dragoman.language.places_entry import Entry, name_key
from dragoman.language.places_reader import Reader
from dragoman.language.places_tables import own_places
from dragoman.language.places_words import Word, joined
from dragoman.model.span import Span
from dragoman.model.tables import Column, read_table

# "South West African" has three words.
_LONGEST = 3
_BEFORE_NOUN = frozenset({"amod", "compound", "nmod", "npadvmod", "poss"})
_HYPHENS = frozenset({"-", "‐", "‑", "–"})


@cache
def adjective_places() -> dict[str, Entry | None]:
    """What each adjective names, by its key; None for those of two words that name no place."""
    countries = _countries()
    found: dict[str, Entry | None] = {
        name_key(word): countries[state.code]
        for state in states()
        if state.code in countries
        for word in state.adjectives
    }
    columns = Column("adjective"), Column("place", optional=True)
    for row in read_table("places/adjectives.tsv", columns):
        found[name_key(row["adjective"])] = _place(row["place"]) if row["place"] else None
    return found


def _place(name: str) -> Entry:
    """Our region of that name, else the largest division or state."""
    entries = own_places()[name_key(name)]
    return max(entries, key=lambda e: (not e.admin, e.population))


def _countries() -> dict[str, Entry]:
    every = (e for entries in own_places().values() for e in entries)
    return {e.country: e for e in every if e.precision == "country" and e.country}


def find_adjectives(reader: Reader, taken: Iterable[Span]) -> list[tuple[Span, Entry]]:
    """Spans of adjectives with what they name, in text order; none that overlaps one `taken`."""
    held = {at for s in taken for at in range(s.start, s.end)}
    return [
        (Span(words[0].start, words[-1].end), entry)
        for words, entry in _named(reader.text, reader.found)
        if held.isdisjoint((words[0].start, words[-1].end - 1)) and _qualifies(reader, words)
    ]


def _named(text: str, found: Sequence[Word]) -> Iterator[tuple[Sequence[Word], Entry]]:
    """The longest runs of words that are an adjective of the tables."""
    at = 0
    while at < len(found):
        length = _length(text, found, at) if found[at].capital else 0
        words = found[at : at + length]
        entry = adjective_places().get(_key(words)) if words else None
        if entry is not None:
            yield words, entry
        at += length or 1


def _length(text: str, found: Sequence[Word], at: int) -> int:
    for length in range(min(_LONGEST, len(found) - at), 0, -1):
        words = found[at : at + length]
        whole = all(joined(text, a, b) for a, b in pairwise(words))
        if whole and _key(words) in adjective_places():
            return length
    return 0


def _key(words: Sequence[Word]) -> str:
    return " ".join(w.full_key for w in words)


def _qualifies(reader: Reader, words: Sequence[Word]) -> bool:
    """True where the adjective belongs to a noun, or to another adjective that does."""
    if reader.text[words[-1].end : words[-1].end + 1] in _HYPHENS:
        return True
    token = reader.token(words[-1])
    return token is not None and (_before_noun(token) or _beside_another(token))


def _before_noun(token: Token) -> bool:
    return token.dep_ in _BEFORE_NOUN and token.head.i > token.i


def _beside_another(token: Token) -> bool:
    """'both the Russian and Turkish governments', 'U.S. and European officials'."""
    first = token.head
    if token.dep_ != "conj" or first.pos_ not in {"ADJ", "PROPN"} or not _before_noun(first):
        return False
    return bool(first.head.i > token.i)
