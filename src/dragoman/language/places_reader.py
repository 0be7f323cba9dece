"""The text around names: words before and after, and what the parse says of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dragoman.language.places_match import Match
from dragoman.language.places_tables import adjectives
from dragoman.language.places_words import Word, joined
from dragoman.model.span import Span


@dataclass(slots=True)
class Reader:
    """The text around matches: its words, its parse and where the caller saw somebody else."""

    doc: Doc
    text: str
    found: Sequence[Word]
    skip: Sequence[Span]
    bodies: Sequence[Span]
    surnames: frozenset[str]
    given: frozenset[str]
    countries: frozenset[str | None]

    def before(self, match: Match) -> Word | None:
        """The word before, where nothing but a blank or a hyphen parts them."""
        first = match.gram.first
        while first < match.gram.last and self.found[first].start < match.gram.start:
            first += 1
        word = self.found[first - 1] if first else None
        if word is None or not joined(self.text, word, self.found[first]):
            return None
        return word

    def before_any(self, match: Match) -> Word | None:
        """The word before, a possessive among them."""
        first = match.gram.first
        return self.found[first - 1] if first else None

    def noun_of(self, match: Match) -> Word | None:
        """The noun in 'the city of X'."""
        first = match.gram.first
        if first < 2 or self.found[first - 1].lower != "of":
            return None
        return self.found[first - 2]

    def after(self, match: Match) -> Word | None:
        """The word after, where nothing but a blank or a hyphen parts them."""
        return self.joined_to(match.gram.last)

    def joined_to(self, at: int) -> Word | None:
        """The word `at`, where nothing but a blank or a hyphen parts it from the one before."""
        if not 0 < at < len(self.found):
            return None
        return self.found[at] if joined(self.text, self.found[at - 1], self.found[at]) else None

    def words_between(self, start: int, end: int) -> Sequence[Word]:
        """The words that start at `start` or later and end before `end`."""
        first = bisect_left(self.found, start, key=lambda w: w.start)
        return self.found[first : bisect_left(self.found, end, key=lambda w: w.start)]

    def token(self, word: Word) -> Token | None:
        """The parse's token at a word's start."""
        span = self.doc.char_span(word.start, word.end, alignment_mode="expand")
        return span[0] if span is not None and len(span) else None

    def tokens(self, match: Match) -> list[Token]:
        """The parse's tokens of a match."""
        gram = match.gram
        span = self.doc.char_span(gram.start, gram.end, alignment_mode="expand")
        return list(span) if span is not None else []


def surnames_of(doc: Doc) -> frozenset[str]:
    """Last words of the persons' full names in the text: 'Houston' after 'Marla Houston'."""
    return frozenset(
        e[-1].lower_ for e in doc.ents if e.label_ == "PERSON" and len(e) > 1 and e[-1].is_alpha
    )


def given_names_of(doc: Doc) -> frozenset[str]:
    """First words of the persons' full names in the text."""
    return frozenset(e[0].lower_ for e in doc.ents if e.label_ == "PERSON" and len(e) > 1)


def countries_in(found: Sequence[Word], matches: Sequence[Match]) -> frozenset[str | None]:
    """Countries that a text names, by themselves or by a province, or whose adjective it uses."""
    named = {e.country for m in matches for e in m.entries if e.precision == "country"}
    for match in matches:
        homes = {e.country for e in match.entries}
        if len(homes) == 1 and not match.only_towns:
            named |= homes
    return frozenset(named | {adjectives().get(w.key) for w in found if w.capital} - {None})
