"""Names of any script in Latin letters: tables for five scripts, a library for the others."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from anyascii import anyascii

from dragoman.language.folding import fold
from dragoman.model.tables import Column, read_table

# Scripts that as a rule leave vowels out, by the first word of their letters' Unicode names.
_ABJADS = ("ARABIC", "HEBREW")
# A Chinese or Korean name comes from the library as XiJinPing: family name, then the other.
_SYLLABIC = ("CJK", "HANGUL")
_SYLLABLES = re.compile(r"[A-Z][a-z]*")
_NOTHING = "_"
# The Arabic article is written as one word with the noun.
_ARTICLE = re.compile(r"\b(ال)(?=\w{3})")


@dataclass(frozen=True, slots=True)
class Romanised:
    """A name in Latin letters; `abjad` where its script left vowels out."""

    text: str
    abjad: bool


def romanise(text: str) -> Romanised:
    """`text` in plain Latin letters, of whichever script; blanks and hyphens stay."""
    if text.isascii():
        return Romanised(text, False)
    scripts = {unicodedata.name(c, "").split(" ")[0] for c in text if c.isalpha()}
    if any(script.startswith(_SYLLABIC) for script in scripts):
        return Romanised(_syllables(text), False)
    parted = _ARTICLE.sub(r"\1-", unicodedata.normalize("NFC", text))
    spelt = _letters().sub(_latin, parted)
    return Romanised(anyascii(_plain(spelt)), not scripts.isdisjoint(_ABJADS))


def _plain(text: str) -> str:
    """Latin letters without their marks, as names are looked up elsewhere; others as they are."""
    return "".join(_kept_case(c) if "LATIN" in unicodedata.name(c, "") else c for c in text)


def _kept_case(letter: str) -> str:
    plain = fold(letter)
    return plain.capitalize() if letter.isupper() else plain


def _syllables(text: str) -> str:
    words = []
    for word in text.replace("·", " ").split():
        first, *rest = _SYLLABLES.findall(anyascii(word)) or [anyascii(word)]
        words += [first, "".join(rest).capitalize()] if rest else [first]
    return " ".join(words)


@cache
def _table() -> dict[str, str]:
    scripts = ("Cyrillic", "Arabic", "Hebrew", "Armenian", "Georgian")
    columns = (Column("letters"), Column("latin"), Column("script", choices=scripts))
    rows = read_table("names/letters.tsv", columns)
    return {r["letters"]: "" if r["latin"] == _NOTHING else r["latin"] for r in rows}


@cache
def _letters() -> re.Pattern[str]:
    longest_first = sorted(_table(), key=lambda letters: (-len(letters), letters))
    return re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE)


def _latin(found: re.Match[str]) -> str:
    letters = found[0]
    # A variant that a pattern without regard to case takes for the letter is none of the table.
    latin = _table().get(letters.lower(), letters)
    return latin.capitalize() if letters[0].isupper() else latin
