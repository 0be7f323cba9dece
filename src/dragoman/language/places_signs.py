"""Signs that a name is used as a place: prepositions, nouns for places, datelines."""

from __future__ import annotations

import re

from dragoman.language.places_match import Match, is_ordinary
from dragoman.language.places_reader import Reader
from dragoman.language.places_words import Word, is_kind

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_DATELINE = re.compile(r"(?:, [A-Z][\w. ]{1,20})?(?: \([^)\n]{2,40}\))? ?(?:[—–]|-{1,2} )")
_SEPARATORS = frozenset({",", ", ", " and ", ", and ", " or ", "/", "-", "–", " – ", " to "})


def after_preposition(reader: Reader, match: Match) -> bool:
    """True after a preposition of place, whatever article or direction comes between."""
    before = reader.before_any(match)
    while before is not None and (is_kind(before, "direction") or before.lower == "the"):
        before = _previous(reader, before)
    return is_kind(before, "locative")


def opens_dateline(reader: Reader, match: Match) -> bool:
    """True for 'BEIRUT (Reuters) -' and 'KYIV, Ukraine —' at the start of a paragraph."""
    start, end = match.gram.start, match.gram.end
    while start and reader.text[start - 1] in " \t":
        start -= 1
    if start and reader.text[start - 1] != "\n":
        return False
    return _DATELINE.match(reader.text, end) is not None


def has_sign(reader: Reader, match: Match) -> bool:
    """A preposition of place before, a noun for places beside, or the model's own label."""
    after = reader.after(match)
    if after_preposition(reader, match) or is_named_place(reader, match):
        return True
    beside = is_kind(after, "generic") or is_kind(after, "role") or opens_dateline(reader, match)
    if beside and not is_ordinary(match):
        return True
    tokens = reader.tokens(match)
    return any(t.ent_type_ in PLACE_LABELS for t in tokens) and not is_ordinary(match)


def _previous(reader: Reader, word: Word) -> Word | None:
    at = next((i for i, w in enumerate(reader.found) if w.start == word.start), 0)
    return reader.found[at - 1] if at else None


def is_named_place(reader: Reader, match: Match) -> bool:
    """'the city of X', 'X district', 'X, Country' is left to others."""
    if noun := reader.noun_of(match):
        return is_kind(noun, "generic")
    before = reader.before(match)
    return before is not None and is_kind(before, "generic") and not before.capital


def follows_its_container(reader: Reader, match: Match, matched: dict[int, Match]) -> bool:
    """'X, Y' where Y is a country or region that holds an X, or a list of places."""
    other = matched.get(match.gram.last)
    if other is None or reader.text[match.gram.end : other.gram.start] != ", ":
        return False
    homes = {e.country for e in match.entries}
    larger = [e for e in other.entries if e.precision in {"country", "region"}]
    return any(e.country in homes for e in larger)


def lies_in_next(reader: Reader, match: Match, matched: dict[int, Match]) -> bool:
    """'Norman, Oklahoma': the province that follows holds a town of the name."""
    other = matched.get(match.gram.last)
    if other is None or reader.text[match.gram.end : other.gram.start] != ", ":
        return False
    held = {e.admin for e in match.entries if e.admin and e.precision == "city"}
    return any(e.precision == "region" and e.admin in held for e in other.entries)


def listed_with(reader: Reader, one: Match, other: Match) -> bool:
    """True when only a comma, a hyphen or 'and' parts two matches."""
    return reader.text[one.gram.end : other.gram.start] in _SEPARATORS
