"""Estimative words in a sentence, and the probability that they mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span as Words
from spacy.tokens import Token

from dragoman.model.tables import Column, read_table

SOURCES = ("icd203", "survey", "near", "ours")
# What estimates: "may" the month does not.
_ESTIMATING = frozenset({"AUX", "ADV", "VERB", "PART", "SCONJ", "ADP"})
# What a noun that estimates is followed by: "a chance that", "a risk of".
_TELLS = frozenset({"acl", "prep", "ccomp", "relcl"})
_CLAUSES = frozenset({"ccomp", "xcomp"})


@dataclass(frozen=True, slots=True)
class Estimate:
    """Words that estimate, and the bounds of the probability that they mean, 0 to 1."""

    words: tuple[Token, ...]
    low: float
    high: float

    @property
    def modal(self) -> bool:
        """True for a bare "will", "may", "is going to", which a more telling word outweighs."""
        return all(t.tag_ == "MD" or t.pos_ in ("AUX", "PART") for t in self.words) or (
            self.words[-1].tag_ == "TO" and self.words[-2].tag_ == "VBG"
        )

    @property
    def opposite(self) -> Estimate:
        """The estimate that the contrary has."""
        return Estimate(self.words, round(1 - self.high, 3), round(1 - self.low, 3))


@cache
def lexicon() -> dict[str, list[tuple[tuple[str, ...], float, float]]]:
    """(words, low, high) of every expression by its first word, the longest first."""
    columns = (
        Column("words"),
        Column("low"),
        Column("high"),
        Column("source", choices=SOURCES),
        Column("of", optional=True),
    )
    found = defaultdict(list)
    for row in read_table("judgements/estimates.tsv", columns):
        words = tuple(row["words"].split())
        found[words[0]].append((words, float(row["low"]), float(row["high"])))
    for rows in found.values():
        rows.sort(key=lambda row: (-len(row[0]), row[0]))
    return dict(found)


def estimates(sentence: Words) -> Iterator[Estimate]:
    """The estimative words of a sentence, the longest at each place, in text order."""
    i = 0
    tokens = list(sentence)
    while i < len(tokens):
        found = _at(tokens, i)
        if found is not None:
            yield found
            i += len(found.words)
        else:
            i += 1


def _at(tokens: Sequence[Token], i: int) -> Estimate | None:
    keys = dict.fromkeys((tokens[i].lower_, _be(tokens[i])))
    for key in keys:
        for words, low, high in lexicon().get(key, ()):
            here = tokens[i : i + len(words)]
            if len(here) == len(words) and all(_is(t, w) for t, w in zip(here, words, strict=True)):
                if not _estimates(here[-1]):
                    continue
                return Estimate(tuple(here), low, high)
    return None


def _estimates(last: Token) -> bool:
    """False for a name, and for words that only describe a thing: "a possible visit", "a risk"."""
    if last.pos_ == "NOUN":
        return last.dep_ in ("attr", "dobj", "pobj") and any(c.dep_ in _TELLS for c in last.rights)
    if last.pos_ == "VERB" and last.tag_ not in ("MD", "VBN"):  # "expects that", "fears that"
        return any(c.dep_ in _CLAUSES for c in last.rights)
    if last.pos_ == "ADV" and last.head.pos_ in ("ADJ", "NOUN"):
        return last.head.dep_ not in ("amod", "compound")  # "a potentially habitable planet"
    if last.pos_ == "ADJ":
        return last.dep_ != "amod"
    return last.pos_ in _ESTIMATING


def _is(token: Token, word: str) -> bool:
    return word in (token.lower_, _be(token))


def _be(token: Token) -> str:
    """Any form of "be" as "is"; "'ll" and "wo" as "will"; the lemma of what is no auxiliary."""
    if token.lemma_ == "be":
        return "is"
    if token.tag_ == "MD":
        return token.lemma_.lower()
    return token.lower_
