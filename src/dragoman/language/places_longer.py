"""Names that are part of a longer one: 'Paris Hilton', 'Washington Post', 'Mr. Sydney'."""

from __future__ import annotations

from dragoman.language.places_match import Match
from dragoman.language.places_reader import Reader
from dragoman.language.places_tables import adjectives, words
from dragoman.language.places_words import is_kind


def in_longer_name(reader: Reader, match: Match, matched: dict[int, Match]) -> bool:
    """True when the words around make a longer name: of a person, a body, a newspaper."""
    return _name_goes_on(reader, match, matched) or _name_came_before(reader, match)


def _name_goes_on(reader: Reader, match: Match, matched: dict[int, Match]) -> bool:
    after = reader.after(match)
    if after is None or not after.capital:
        return False
    between = reader.text[match.gram.end : after.start]
    if is_kind(after, "generic") or after.key in adjectives() or "." in between:
        return False
    if is_kind(after, "tail"):
        return True
    following = matched.get(match.gram.last)
    person = match.key in words("person")
    if following and not ((following.only_towns or person) and between == " "):
        return False
    if is_kind(after, "role") or is_kind(after, "title"):
        return False
    token = reader.token(after)
    longer = match.only_towns or match.key in words("person")
    return token is not None and token.pos_ == "PROPN" and longer


def _name_came_before(reader: Reader, match: Match) -> bool:
    before = reader.before(match)
    if before is None or not before.capital:
        return before is not None and is_kind(before, "title") and match.only_towns
    if is_kind(before, "title"):
        return match.only_towns or not is_kind(before, "role")
    for kind in ("direction", "generic", "locative", "role", "stop"):
        if is_kind(before, kind):
            return False
    if before.key in adjectives() or reader.text[before.end : match.gram.start] in {"-", "–"}:
        return False
    token = reader.token(before)
    return token is not None and token.pos_ == "PROPN" and not before.text.isupper()
