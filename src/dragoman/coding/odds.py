"""Figures that are told as the probability of something: "a 70 percent chance", "one in three"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span as Words
from spacy.tokens import Token

from dragoman.language.figures_numbers import Number, find_numbers
from dragoman.model.tables import Column, read_table

_COLUMNS = (Column("words"), Column("use", choices=("noun", "percent", "sure", "puts")))
# How many words may stand between a figure and its noun ("70 percent or better chance").
_NEAR = 3
# A figure stands for all that rounds to it: tens for five points either way.
_ROUNDED = ((0.1, 0.05), (0.05, 0.025), (0.01, 0.005))
_LEAST, _MOST = 0.001, 0.999


@dataclass(frozen=True, slots=True)
class Odds:
    """The words that give a figure, and the bounds of the probability, 0 to 1."""

    words: tuple[Token, ...]
    low: float
    high: float


@cache
def odds_words(use: str) -> frozenset[str]:
    """The words of `data/judgements/odds.tsv` in one use."""
    return frozenset(
        r["words"] for r in read_table("judgements/odds.tsv", _COLUMNS) if r["use"] == use
    )


def odds(sentence: Words) -> Iterator[Odds]:
    """Every figure of the sentence that is a probability, in text order."""
    numbers = find_numbers(sentence.text)
    tokens = list(sentence)
    end = -1
    for n, number in enumerate(numbers):
        held = _held(tokens, sentence.start_char, number)
        if not held or held[0].i <= end:
            continue
        other = numbers[n + 1] if n + 1 < len(numbers) else None
        found = _ratio(tokens, held, number, other, sentence) or _percent(tokens, held, number)
        if found is not None:
            end = found.words[-1].i
            yield found


def _held(tokens: Sequence[Token], start: int, number: Number) -> list[Token]:
    """The tokens in which a number stands."""
    first, last = start + number.start, start + number.end
    return [t for t in tokens if t.idx < last and t.idx + len(t) > first]


def _percent(tokens: Sequence[Token], held: Sequence[Token], number: Number) -> Odds | None:
    """ "A 70 percent chance", "70% confident", "puts the risk at 40 per cent"."""
    after = [t for t in tokens if t.i > held[-1].i]
    width = _unit(after)
    if not width or number.low is None or number.high is None or number.high > 100:
        return None
    unit, rest = after[:width], after[width : width + _NEAR]
    bounds = _around(number.low / 100, number.high / 100)
    for n, token in enumerate(rest):
        if token.lower_ in odds_words("noun") or token.lower_ in odds_words("sure"):
            return Odds((*held, *unit, *rest[: n + 1]), *bounds)
    return Odds((*held, *unit), *bounds) if _put_at(tokens, held[0], False) else None


def _unit(after: Sequence[Token]) -> int:
    """How many of the words that follow are the unit; 0 where there is none."""
    for width in (2, 1):
        if " ".join(t.lower_ for t in after[:width]).strip("- ") in odds_words("percent"):
            return width
    return 2 if [t.text for t in after[:1]] == ["-"] and _unit(after[1:2]) else 0


def _ratio(
    tokens: Sequence[Token],
    held: Sequence[Token],
    number: Number,
    other: Number | None,
    sentence: Words,
) -> Odds | None:
    """ "A one-in-three chance", "puts the odds at one in five"."""
    if other is None or number.low is None or other.low is None or not 0 < number.low < other.low:
        return None
    if sentence.text[number.end : other.start].strip("- ").lower() != "in":
        return None
    second = _held(tokens, sentence.start_char, other)
    words = [t for t in tokens if held[0].i <= t.i <= second[-1].i]
    after = [t for t in tokens if second[-1].i < t.i <= second[-1].i + _NEAR]
    nouns = [n for n, t in enumerate(after) if t.lower_ in odds_words("noun")]
    if not nouns and not _put_at(tokens, held[0], True):
        return None
    share = number.low / other.low
    told = [*words, *after[: nouns[0] + 1]] if nouns else words
    return Odds(tuple(told), *_around(share, share))


def _put_at(tokens: Sequence[Token], first: Token, ratio: bool) -> bool:
    """True where a figure is put to what has odds: "puts the odds of a deal at", "the risk is"."""
    before = [t for t in tokens if t.i < first.i]
    named = any(t.lower_ in odds_words("noun") for t in before)
    at = any(t.lower_ == "at" for t in before[-_NEAR:])
    puts = any(t.lemma_.lower() in odds_words("puts") for t in before)
    return (at and (named or (ratio and puts))) or (
        named and any(t.lemma_ == "be" for t in before[-2:])
    )


def _around(low: float, high: float) -> tuple[float, float]:
    """A share as bounds; one figure is widened to all that rounds to it."""
    if high > low:
        return max(low, _LEAST), min(high, _MOST)
    near = next((by for step, by in _ROUNDED if abs(low / step - round(low / step)) < 1e-6), 0.005)
    return round(max(low - near, _LEAST), 4), round(min(high + near, _MOST), 4)
