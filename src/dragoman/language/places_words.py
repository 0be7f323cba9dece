"""The words of a text, and the runs of them that could be a place's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.language.folding import fold
from dragoman.language.places_tables import short_forms, words

# The longest names of the tables have seven words.
LONGEST = 7

_WORD = re.compile(r"[^\W_]+(?:['’ʼ‘ʻ][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
# What may stand between two words of one name: a blank, a hyphen, the stop of an abbreviation.
_JOIN = re.compile(r"(?: |\u00a0|[-‐‑]|\. ?|, (?=[A-Z]\.))")
_ARTICLE = "the"


@dataclass(frozen=True, slots=True)
class Word:
    """A word at `start` to `end`, without a possessive 's, which `possessive` notes."""

    text: str
    start: int
    end: int
    key: str
    full_key: str
    possessive: bool

    @property
    def lower(self) -> str:
        """As tables of words have it."""
        return self.text.lower()

    @property
    def capital(self) -> bool:
        """True when it starts as names do, with a capital or a digit."""
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Gram:
    """Words `first` up to, not including, `last`, which stand at `start` to `end` of the text."""

    first: int
    last: int
    start: int
    end: int
    keys: tuple[str, ...]


def text_words(text: str) -> list[Word]:
    """The words of `text` in order."""
    return [_word(m) for m in _WORD.finditer(text)]


def _word(match: re.Match[str]) -> Word:
    whole = match.group()
    bare = _POSSESSIVE.sub("", whole)
    full_key = fold(whole).replace("'", "")
    key = full_key if bare == whole else fold(bare).replace("'", "")
    end = match.start() + len(bare)
    return Word(bare, match.start(), end, key, full_key, bare != whole)


def grams(text: str, found: Sequence[Word]) -> Iterator[Gram]:
    """Runs of words that could be a name: they start and end with a capital."""
    for first in range(len(found)):
        if _can_start(text, found, first):
            yield from _grams_from(text, found, first)


def _grams_from(text: str, found: Sequence[Word], first: int) -> Iterator[Gram]:
    keys: list[str] = []
    for at in range(first, min(first + LONGEST, len(found))):
        word = found[at]
        if at > first and not joined(text, found[at - 1], word):
            return
        if at > first and not word.capital and len(word.text) > 3:
            return
        if word.capital:
            ends = dict.fromkeys((word.key, word.full_key))
            variants = [" ".join((*keys, end)) for end in ends]
            if found[first].lower == _ARTICLE and at > first:
                variants += [" ".join((*keys[1:], end)) for end in ends]
            end = _end(text, found, first, at)
            yield Gram(first, at + 1, _start(found, first, at), end, tuple(variants))
        keys.append(word.full_key)


def _start(found: Sequence[Word], first: int, at: int) -> int:
    """Where the name starts: an article is no part of it."""
    if at > first and found[first].lower == _ARTICLE:
        return found[first + 1].start
    return found[first].start


def _end(text: str, found: Sequence[Word], first: int, at: int) -> int:
    """Where the name ends: an abbreviation's last stop belongs to it ("U.S.", "Ky.")."""
    end = found[at].end
    if text[end : end + 1] != ".":
        return end
    stopped = text[found[first].start : end + 1]
    return end + 1 if stopped in short_forms() or (at > first and len(found[at].text) == 1) else end


def _can_start(text: str, found: Sequence[Word], first: int) -> bool:
    word = found[first]
    if word.capital:
        return True
    if first + 1 >= len(found) or not found[first + 1].capital:
        return False
    return word.lower == _ARTICLE or (
        len(word.text) <= 3 and text[word.end : found[first + 1].start] in {"-", "‐", "‑"}
    )


def joined(text: str, before: Word, after: Word) -> bool:
    """True when nothing but a blank, a hyphen or an abbreviation's stop parts the two."""
    return not before.possessive and _JOIN.fullmatch(text[before.end : after.start]) is not None


def is_admin_noun(word: Word | None) -> bool:
    """True for what follows the name of a province or a feature: 'district', 'Governor'."""
    return is_kind(word, "provincial") or (is_kind(word, "generic") and not is_town_noun(word))


def is_town_noun(word: Word | None) -> bool:
    """True for 'city', 'village' and the like."""
    return is_kind(word, "town")


def is_kind(word: Word | None, kind: str) -> bool:
    """True when the table of words has `word` as `kind`."""
    return word is not None and (word.lower in words(kind))
