"""Which words of a sentence are estimative, and the probability that they mean.

This step says nothing yet of what is judged, by whom and until when: `judgements` fills that in,
whoever it was that found the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Words
from spacy.tokens import Token

from dragoman.coding.estimate_table import Expression, lexicon
from dragoman.coding.estimating import estimates_here
from dragoman.coding.odds import odds
from dragoman.coding.sized_odds import sized_odds
from dragoman.model.judgement import JudgementKind


@dataclass(frozen=True, slots=True)
class Estimate:
    """Words that estimate, the bounds of the probability that they mean, and a kind they make."""

    words: tuple[Token, ...]
    low: float
    high: float
    kind: JudgementKind | None = None

    @property
    def modal(self) -> bool:
        """True for a bare "will", "may", "is going to", which a more telling word outweighs."""
        if self.kind is not None:
            return False
        return all(t.tag_ == "MD" or t.pos_ in ("AUX", "PART") for t in self.words) or (
            self.words[-1].tag_ == "TO" and self.words[-2].tag_ == "VBG"
        )

    @property
    def opposite(self) -> Estimate:
        """The estimate that the contrary has."""
        low, high = round(1 - self.high, 3), round(1 - self.low, 3)
        return Estimate(self.words, low, high, self.kind)


def estimates(sentence: Words) -> Iterator[Estimate]:
    """The estimative words of a sentence, the longest at each place, in text order.

    A figure ("a 70 percent chance") goes before the words that it is told with.
    """
    told = (*odds(sentence), *sized_odds(sentence))
    counted = [Estimate(o.words, o.low, o.high, "forecast") for o in told]
    taken = {t.i for e in counted for t in e.words}
    worded = [e for e in _worded(list(sentence)) if not taken & {t.i for t in e.words}]
    yield from sorted([*counted, *worded], key=lambda e: e.words[0].i)


def _worded(tokens: Sequence[Token]) -> Iterator[Estimate]:
    i = 0
    while i < len(tokens):
        found = _at(tokens, i)
        if found is not None:
            yield found
            i += len(found.words)
        else:
            i += 1


def _at(tokens: Sequence[Token], i: int) -> Estimate | None:
    for key in dict.fromkeys((tokens[i].lower_, _form(tokens[i]))):
        for expression in lexicon().get(key, ()):
            here = tokens[i : i + len(expression.words)]
            if len(here) == len(expression.words) and _fits(here, expression):
                return Estimate(tuple(here), *expression[1:])
    return None


def _fits(here: Sequence[Token], expression: Expression) -> bool:
    if not all(w in (t.lower_, _form(t)) for t, w in zip(here, expression.words, strict=True)):
        return False
    last = here[-1]
    if expression.words[-1] == "to" and last.tag_ != "TO":  # "bound to the Union"
        return False
    after = last.nbor(1) if last.i + 1 < len(last.doc) else None
    if here[0].tag_ == "VBD" and here[-2:][0].tag_ == "VBG":  # "was going to"
        return False
    if last.tag_ == "MD" and after is not None and after.text == "-":  # "would-be"
        return False
    return estimates_here(here)


def _form(token: Token) -> str:
    """Any form of "be" as "is"; "n't" as "not"; "'ll" and "wo" as "will"; else the word."""
    if token.lemma_ == "be":
        return "is"
    if token.dep_ == "neg" and token.lower_ in ("n't", "n’t"):
        return "not"
    if token.tag_ == "MD":
        return token.lemma_.lower()
    return token.lower_
