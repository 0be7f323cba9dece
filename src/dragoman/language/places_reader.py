"""The text around names: words before and after, and what the parse says of them."""

from __future__ import annotations

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
    surnames: frozenset[str]
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

    def after(self, match: Match) -> Word | None:
        """The word after, where nothing but a blank or a hyphen parts them."""
        last = match.gram.last
        if last >= len(self.found) or not joined(self.text, self.found[last - 1], self.found[last]):
            return None
        return self.found[last]

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


def countries_in(found: Sequence[Word], matches: Sequence[Match]) -> frozenset[str | None]:
    """Countries that a text names, or whose adjective it uses."""
    named = {e.country for m in matches for e in m.entries if e.precision == "country"}
    return frozenset(named | {adjectives().get(w.key) for w in found if w.capital} - {None})
