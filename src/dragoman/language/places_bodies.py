"""Places inside the name of a local body: 'Leeds Crown Court', 'Fisheries Canada', 'US Army'.

They are toponyms of a text and say where it is at home, but nothing happens at them. The names of
newspapers, companies and teams ('Washington Post') name no place at all.
"""

from __future__ import annotations

from collections.abc import Container

from dragoman.language.places_longer import ends_longer_name
from dragoman.language.places_match import Match, is_ordinary
from dragoman.language.places_reader import Reader
from dragoman.language.places_signs import after_preposition
from dragoman.language.places_tables import short_forms
from dragoman.language.places_words import is_kind
from dragoman.model.span import Span

# A town of this many people gives its name to bodies that are written about.
KNOWN = 20_000
# "Leeds Central Youth Library": at most so many words from the place on.
_LONGEST = 5


def in_body(reader: Reader, match: Match, named: Container[str]) -> bool:
    """True when `match` stands in a body's name; `named` are keys of places named elsewhere."""
    span = Span(match.gram.start, match.gram.end)
    if is_ordinary(match) or span.of(reader.text) in short_forms():
        return False
    if any(span.overlaps(s) and not span.contains(s) for s in reader.skip):
        return False
    if any(s.start == span.start and s.contains(span) for s in reader.bodies):
        return not match.only_towns
    if _is_country(match) and ends_longer_name(reader, match):
        return True
    known = match.key in named or match.largest >= KNOWN or not match.only_towns
    known = known or after_preposition(reader, match)
    return known and not ends_longer_name(reader, match) and _names_body(reader, match)


def _is_country(match: Match) -> bool:
    return any(e.precision == "country" for e in match.entries)


def _names_body(reader: Reader, match: Match) -> bool:
    """True when the capitals that follow end with a noun for a local body."""
    for at in range(match.gram.last, match.gram.last + _LONGEST):
        word = reader.joined_to(at)
        if word is None or not word.capital:
            return False
        if is_kind(word, "local"):
            return True
    return False
