"""A person's name taken apart: its words in plain letters, and what each of them is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, get_args

from dragoman.language.actor_tables import titles
from dragoman.language.folding import fold
from dragoman.linking.names.scripts import romanise
from dragoman.model.tables import Column, read_table

Mark = Literal[
    "article", "particle", "joined", "and", "father_next", "father_before", "father_ending",
    "suffix", "honorific",
]  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*'?|'[^\W\d_]+(?:'[^\W\d_]+)*", re.UNICODE)
_CONSONANTS = re.compile(r"[B-DF-HJ-NP-TV-XZ]{2}")
# A name has at most so many words; what is longer is no name, and costs time.
_LONGEST = 12
# A middle name is told as the father's only where a given name and a surname stand around it.
_WITH_FATHER = 3


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name's words in plain small letters, in the order of given name and surname.

    `words` are given names and surnames, `initials` single letters, `fathers` names of the father
    (Heydar oglu, bin Salman, Vladimirovich), `suffix` "jr" and the like, `title` the office in
    front. `abjad` tells that the script left vowels out.
    """

    written: str
    words: tuple[str, ...]
    initials: tuple[str, ...] = ()
    fathers: tuple[str, ...] = ()
    suffix: str = ""
    title: str = ""
    abjad: bool = False

    @property
    def alone(self) -> bool:
        """True for a single word: most often a surname."""
        return len(self.words) + len(self.initials) + len(self.fathers) + bool(self.suffix) == 1


@lru_cache(maxsize=50_000)
def parse_name(written: str) -> PersonName:
    """The name taken apart. Nothing is raised: what is no name has no words."""
    latin = romanise(_turned(written))
    title, rest = _titled(latin.text)
    kept = _words(rest)[:_LONGEST]
    kept, suffix = _without_suffix(kept)
    kept, fathers = _without_fathers(_joined(kept))
    words = [w for w in kept if not _is_initial(w)]
    initials = tuple(letter for w in kept if _is_initial(w) for letter in w.strip("'").lower())
    plain = [_plain(w) if latin.abjad else _plain(w).replace("'", "") for w in words]
    plain, endings = _without_endings([w for w in plain if w])
    return PersonName(
        written, tuple(plain), initials, (*fathers, *endings), suffix, title, latin.abjad
    )


def _turned(written: str) -> str:
    """ "Aliyev, Ilham" in the order of speech; "Trump, Jr." stays."""
    before, comma, after = written.partition(",")
    if not comma or not after.strip() or marks().get(fold(after.strip(" ."))) == "suffix":
        return written.replace(",", " ")
    return f"{after.replace(',', ' ')} {before}"


def _titled(text: str) -> tuple[str, str]:
    """The office in front of a name and the rest; no office where nothing would be left."""
    words = text.split()
    for n in range(min(len(words) - 1, 6), 0, -1):
        if (title := " ".join(words[:n]).lower()) in titles():
            more, rest = _titled(" ".join(words[n:]))
            return f"{title} {more}".strip(), rest
    return "", text


def _words(text: str) -> list[str]:
    """The words, hyphens parted, articles and the like left out."""
    parts = _WORD.findall(text.replace("`", "'").replace("’", "'").replace("ʼ", "'"))
    kept: list[str] = []
    for n, part in enumerate(parts):
        mark = marks().get(fold(part))
        last, first = n == len(parts) - 1, n == 0
        hyphened = text[text.find(part) + len(part) :][:1] == "-" or part[:1].islower()
        if mark == "article" and not last and (not first or hyphened):
            continue
        if mark == "particle" and not last:
            continue
        if mark == "and" and part.islower() and not last and not first:
            continue
        if mark == "honorific" and not last and not kept:
            continue
        kept.append(part)
    return kept


def _joined(words: list[str]) -> list[str]:
    """ "Abd" and "Rahman" as one word."""
    kept: list[str] = []
    for n, word in enumerate(words):
        if n and marks().get(fold(words[n - 1])) == "joined":
            kept[-1] += word
        else:
            kept.append(word)
    return kept


def _without_suffix(words: list[str]) -> tuple[list[str], str]:
    last = fold(words[-1]) if len(words) > 1 else ""
    return (words[:-1], last) if marks().get(last) == "suffix" else (words, "")


def _without_fathers(words: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """Fathers' names that a word beside them tells: "Heydar oglu", "bin Salman"."""
    kept: list[str] = []
    fathers: list[str] = []
    behind = False
    for word in words:
        mark = marks().get(fold(word))
        if mark == "father_next" and kept:
            behind = True
        elif mark == "father_before" and len(kept) > 1:
            fathers.append(_plain(kept.pop()))
        elif behind:
            fathers.append(_plain(word))
            behind = False
        else:
            kept.append(word)
    return kept, tuple(fathers)


def _without_endings(words: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """Fathers' names that their endings tell, where enough is left without them."""
    if len(words) < _WITH_FATHER:
        return words, ()
    found = [w for w in words[1:] if w.endswith(_endings()) and words[0] != w][:1]
    return [w for w in words if w not in found], tuple(found)


def _plain(word: str) -> str:
    plain = fold(word).strip("-")
    return plain if plain.strip("'") else ""


def _is_initial(word: str) -> bool:
    """A single letter, or two capitals without a vowel between them (JD)."""
    return len(word.strip("'")) == 1 or bool(_CONSONANTS.fullmatch(word))


@cache
def marks() -> dict[str, str]:
    """What small words of names tell, by the word in plain letters."""
    columns = (Column("word"), Column("marks", choices=get_args(Mark)), Column("custom"))
    rows = read_table("names/name_markers.tsv", columns)
    return {r["word"]: r["marks"] for r in rows if r["marks"] != "father_ending"}


@cache
def _endings() -> tuple[str, ...]:
    columns = (Column("word"), Column("marks", choices=get_args(Mark)), Column("custom"))
    rows = read_table("names/name_markers.tsv", columns)
    return tuple(r["word"] for r in rows if r["marks"] == "father_ending")
