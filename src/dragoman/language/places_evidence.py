"""Whether a run of words that bears a place's name is used as one.

Capitals, surrounding names and the parse decide: 'Washington Post', 'Mr. Sydney' and 'Reading the
letter' are no places, 'a village near Reading' is one. Small towns need some sign of place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dragoman.language.places_match import Match, is_ordinary
from dragoman.language.places_tables import adjectives, is_common, seats, short_forms, words
from dragoman.language.places_words import Word, is_kind, joined
from dragoman.model.span import Span

# A town of this many people is known enough to stand without a sign of place beside it.
PROMINENT = 100_000
# Below this many people, a given name or surname is more likely meant than the town.
NAMESAKE = 200_000
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_DATELINE = re.compile(r"(?:, [A-Z][\w. ]{1,20})?(?: \([^)\n]{2,40}\))? ?(?:[—–]|-{1,2} )")
_SEPARATORS = frozenset({",", ", ", " and ", ", and ", " or ", "/", "-", "–", " – ", " to "})


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


def is_place(reader: Reader, match: Match, matched: dict[int, Match], signed: bool = False) -> bool:
    """True when `match` is used as a place; `matched` has matches by the word they start with.

    `signed` says that a sign of place was seen elsewhere (a list of places, an earlier mention).
    """
    span = Span(match.gram.start, match.gram.end)
    if any(span.overlaps(s) for s in reader.skip) or _is_pronoun(reader, match):
        return False
    if span.of(reader.text) in short_forms():
        return _short_form(reader, match, matched)
    if _in_longer_name(reader, match, matched) or _only_kinds(reader, match):
        return False
    sign = signed or _has_sign(reader, match) or _follows_its_container(reader, match, matched)
    if match.key in seats():
        return _after_preposition(reader, match)
    if match.key in words("stop"):
        return _follows_its_container(reader, match, matched)
    return _stands(reader, match, sign)


def _stands(reader: Reader, match: Match, sign: bool) -> bool:
    """Whether a name that no longer one holds is a place, with or without a sign of it."""
    if not match.only_towns:
        return sign or not (_only_a_word(reader, match) or is_ordinary(match))
    if match.key in words("person") or match.key in reader.surnames:
        return sign and (match.largest >= NAMESAKE or _named_place(reader, match))
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
    gram = match.gram
    if any(not e.admin for e in match.entries):  # in our own tables, where it is meant to be found
        return False
    if not all(is_common(w.text) for w in reader.found[gram.first : gram.last]):
        return False
    return not any(e.country in reader.countries or e.country is None for e in match.entries)


def _only_a_word(reader: Reader, match: Match) -> bool:
    """True for a single word that the tagger does not take for a name."""
    tokens = reader.tokens(match)
    if len(tokens) != 1 or tokens[0].pos_ in {"PROPN", "X"} or tokens[0].ent_type_:
        return False
    return tokens[0].pos_ != "NOUN" or match.largest < PROMINENT


def _in_longer_name(reader: Reader, match: Match, matched: dict[int, Match]) -> bool:
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


def _after_preposition(reader: Reader, match: Match) -> bool:
    """True after a preposition of place, whatever article or direction comes between."""
    before = reader.before_any(match)
    while before is not None and (is_kind(before, "direction") or before.lower == "the"):
        before = _previous(reader, before)
    return is_kind(before, "locative")


def _opens_dateline(reader: Reader, match: Match) -> bool:
    """True for 'BEIRUT (Reuters) -' and 'KYIV, Ukraine —' at the start of a paragraph."""
    start, end = match.gram.start, match.gram.end
    if start and reader.text[start - 1] not in "\n":
        return False
    return _DATELINE.match(reader.text, end) is not None


def _has_sign(reader: Reader, match: Match) -> bool:
    """A preposition of place before, a noun for places beside, or the model's own label."""
    after = reader.after(match)
    if _after_preposition(reader, match) or _named_place(reader, match):
        return True
    beside = is_kind(after, "generic") or is_kind(after, "role") or _opens_dateline(reader, match)
    if beside and not is_ordinary(match):
        return True
    tokens = reader.tokens(match)
    return any(t.ent_type_ in PLACE_LABELS for t in tokens) and not is_ordinary(match)


def _previous(reader: Reader, word: Word) -> Word | None:
    at = next((i for i, w in enumerate(reader.found) if w.start == word.start), 0)
    return reader.found[at - 1] if at else None


def _named_place(reader: Reader, match: Match) -> bool:
    """'the city of X', 'X district', 'X, Country' is left to others."""
    first = match.gram.first
    if first >= 2 and reader.found[first - 1].lower == "of":
        return is_kind(reader.found[first - 2], "generic")
    before = reader.before(match)
    return before is not None and is_kind(before, "generic") and not before.capital


def _follows_its_container(reader: Reader, match: Match, matched: dict[int, Match]) -> bool:
    """'X, Y' where Y is a country or region that holds an X, or a list of places."""
    other = matched.get(match.gram.last)
    if other is None or reader.text[match.gram.end : other.gram.start] != ", ":
        return False
    homes = {e.country for e in match.entries}
    larger = [e for e in other.entries if e.precision in {"country", "region"}]
    return any(e.country in homes for e in larger)


def listed_with(reader: Reader, one: Match, other: Match) -> bool:
    """True when only a comma, a hyphen or 'and' parts two matches."""
    return reader.text[one.gram.end : other.gram.start] in _SEPARATORS
