"""Names that are part of a longer one: 'Paris Hilton', 'Washington Post', 'Mr. Sydney'."""

from __future__ import annotations

from dragoman.language.places_adjectives import adjective_places
from dragoman.language.places_match import Match
from dragoman.language.places_reader import Reader
from dragoman.language.places_tables import adjectives, is_common, words
from dragoman.language.places_words import Word, is_kind


def in_longer_name(reader: Reader, match: Match, matched: dict[int, Match]) -> bool:
    """True when the words around make a longer name: of a person, a body, a newspaper."""
    if is_part_of_place(reader, match, matched) or ends_longer_name(reader, match):
        return True
    return _name_goes_on(reader, match, matched)


def _name_goes_on(reader: Reader, match: Match, matched: dict[int, Match]) -> bool:
    after = reader.after(match)
    if after is None or not after.capital or _is_date(reader, after):
        return False
    between = reader.text[match.gram.end : after.start]
    if is_kind(after, "generic") or after.key in adjectives() or "." in between:
        return False
    if is_kind(after, "tail"):
        return True
    person = match.key in words("person")
    following = matched.get(match.gram.last)
    if following and not ((following.only_towns or person) and between == " "):
        return False
    if is_kind(after, "role") or is_kind(after, "title"):
        return False
    token = reader.token(after)
    return token is not None and token.pos_ == "PROPN" and (match.only_towns or person)


def _is_date(reader: Reader, word: Word) -> bool:
    """True for the day in 'flew to Denver Sunday'."""
    token = reader.token(word)
    return token is not None and token.ent_type_ in {"DATE", "TIME"}


def is_part_of_place(reader: Reader, match: Match, matched: dict[int, Match]) -> bool:
    """True for 'Upper West' in 'Upper West Bavaria' and 'North' in 'North African'."""
    after, following = reader.after(match), matched.get(match.gram.last)
    if after is None or not after.capital or not is_only_kinds(reader, match):
        return False
    if after.key in adjective_places():
        return True
    return following is not None and not following.only_towns


def is_only_kinds(reader: Reader, match: Match) -> bool:
    """True for 'Far North' and 'Upper River': kinds and directions alone."""
    return all(is_common(w.text) for w in reader.found[match.gram.first : match.gram.last])


def ends_longer_name(reader: Reader, match: Match) -> bool:
    """True when a title or another name stands right before: 'Mr. Sydney', 'Paris Hilton'."""
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
