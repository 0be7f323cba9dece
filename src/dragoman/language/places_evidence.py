"""Whether a run of words that bears a place's name is used as one.

Capitals, surrounding names and the parse decide: 'Washington Post', 'Mr. Sydney' and 'Reading the
letter' are no places, 'a village near Reading' is one. Small towns need some sign of place.
"""

from __future__ import annotations

from dragoman.language.places_longer import in_longer_name, is_only_kinds
from dragoman.language.places_match import Match, is_ordinary
from dragoman.language.places_reader import Reader
from dragoman.language.places_signs import (
    after_preposition,
    follows_its_container,
    has_sign,
    is_named_place,
    lies_in_next,
    opens_dateline,
)
from dragoman.language.places_tables import adjectives, seats, short_forms, words
from dragoman.language.places_words import is_kind
from dragoman.model.span import Span

# A town of this many people is known enough to stand without a sign of place beside it.
PROMINENT = 100_000
# Below this many people, a given name or surname is more likely meant than the town.
NAMESAKE = 200_000


def is_place(reader: Reader, match: Match, matched: dict[int, Match], signed: bool = False) -> bool:
    """True when `match` is used as a place; `matched` has matches by the word they start with.

    `signed` says that a sign of place was seen elsewhere (a list of places, an earlier mention).
    """
    span = Span(match.gram.start, match.gram.end)
    if is_held(reader, match, span) or _is_pronoun(reader, match):
        return False
    if span.of(reader.text) in short_forms():
        return _short_form(reader, match, matched)
    if in_longer_name(reader, match, matched) or _only_kinds(reader, match):
        return False
    return lies_in_next(reader, match, matched) or _is_used(reader, match, matched, signed)


def _is_used(reader: Reader, match: Match, matched: dict[int, Match], signed: bool) -> bool:
    """Whether the signs are enough for a name of this kind."""
    contained = follows_its_container(reader, match, matched)
    if match.minor:
        return contained or is_named_place(reader, match) or _is_quarter(reader, match)
    if match.key in seats() or _is_somebody(reader, match):
        return after_preposition(reader, match)
    if match.key in words("stop"):
        return contained
    return _stands(reader, match, signed or contained or has_sign(reader, match))


def _is_quarter(reader: Reader, match: Match) -> bool:
    """True for 'X district'."""
    after = reader.after(match)
    return is_kind(after, "quarter") and after is not None and not after.capital


def _is_somebody(reader: Reader, match: Match) -> bool:
    """True for the 'Georgia' of a text about Georgia Miller, which has nothing Georgian."""
    if match.key not in words("given") or match.key not in reader.given:
        return False
    homes = {e.country for e in match.entries if e.precision == "country"}
    return homes.isdisjoint(adjectives().get(w.key) for w in reader.found if w.capital)


def is_held(reader: Reader, match: Match, span: Span) -> bool:
    """True inside the name of somebody else, unless the place's name is the longer one."""
    after = reader.after(match)
    longer = is_kind(after, "generic") and after is not None and after.capital
    return any(
        s.overlaps(span) and not longer and (s == span or not span.contains(s))
        for s in (*reader.skip, *reader.bodies)
    )


def _stands(reader: Reader, match: Match, sign: bool) -> bool:
    """Whether a name that no longer one holds is a place, with or without a sign of it."""
    if not match.only_towns:
        return sign or not (_only_a_word(reader, match) or is_ordinary(match))
    if match.key in words("person") or match.key in reader.surnames:
        return sign and (match.largest >= NAMESAKE or is_named_place(reader, match))
    return (sign or match.largest >= PROMINENT) and not _only_a_word(reader, match)


def _is_pronoun(reader: Reader, match: Match) -> bool:
    """True for "I'll", which an apostrophe makes look like a name."""
    return any(t.pos_ == "PRON" for t in reader.tokens(match)[:1])


def _short_form(reader: Reader, match: Match, matched: dict[int, Match]) -> bool:
    """'Ky.' only after a town and a comma; 'B.C.' also alone, but not after a year."""
    gram = match.gram
    if reader.text[gram.start - 2 : gram.start] == ", " and reader.found[gram.first - 1].capital:
        return True
    dotted = reader.text[gram.start : gram.end].count(".") > 1
    return dotted and not (gram.first and reader.found[gram.first - 1].text[-1].isdigit())


def _only_kinds(reader: Reader, match: Match) -> bool:
    """True for 'Far North' or 'Upper River' where their country is not spoken of."""
    if any(not e.admin for e in match.entries):  # in our own tables, where it is meant to be found
        return False
    if not is_only_kinds(reader, match):
        return False
    return not any(e.country in reader.countries or e.country is None for e in match.entries)


def _only_a_word(reader: Reader, match: Match) -> bool:
    """True for a single word that the tagger does not take for a name."""
    tokens = reader.tokens(match)
    if is_kind(reader.after(match), "generic") or opens_dateline(reader, match):
        return False
    if len(tokens) != 1 or tokens[0].pos_ in {"PROPN", "X"} or tokens[0].ent_type_:
        return False
    return tokens[0].pos_ != "NOUN" or match.largest < PROMINENT
