"""Whether the figures of two tellings can be those of one act.

A vague number is a floor alone: "several" and "about 50" can both be said of fifty.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from math import log, log1p

from dragoman.model.event import Figure
from dragoman.model.tables import Column, read_table

# A figure that is this many times another is as far from it as can be.
FAR = 10.0


@cache
def _words(kind: str) -> frozenset[str]:
    columns = (Column("word"), Column("low"), Column("high"), Column("kind"))
    rows = read_table("figures/numbers.tsv", columns)
    return frozenset(row["word"] for row in rows if row["kind"] == kind)


def loose(figure: Figure, text: str) -> Figure:
    """The figure as it can be compared: a vague one, by its words in `text`, without an upper
    bound."""
    words = figure.span.of(text).lower()
    if figure.low != figure.high and any(words.startswith(vague) for vague in _words("vague")):
        return replace(figure, high=None)
    return figure


def at_least(figure: Figure, text: str) -> Figure:
    """The figure as others can contradict it: "another" in `text` does not say that it is all."""
    if figure.span.of(text).lower() in _words("article"):
        return replace(figure, high=None)
    return figure


def meets(one: Figure, other: Figure) -> bool:
    """True where the two bounds share a value; an open end is without bound."""
    low = max(_low(one), _low(other))
    high = min(_high(one), _high(other))
    return low <= high


def _low(figure: Figure) -> float:
    return figure.low if figure.low is not None else float("-inf")


def _high(figure: Figure) -> float:
    return figure.high if figure.high is not None else float("inf")


def exact(figure: Figure) -> float | None:
    """The number, where the text tells one."""
    return figure.low if figure.low is not None and figure.low == figure.high else None


def figures(one: Sequence[Figure], other: Sequence[Figure]) -> Iterator[tuple[str, float]]:
    """Features of figures that count the same thing: how telling is agreement, how far apart."""
    agree, apart, met = 0.0, 0.0, False
    for first in one:
        for second in other:
            if first.what != second.what or first.unit != second.unit:
                continue
            if not meets(first, second):
                apart = max(apart, _apart(first, second))
                continue
            met = True
            number = exact(first)
            if number is not None and number == exact(second):
                agree = max(agree, min(1.0, log1p(number) / log1p(100)))
    yield "figures_agree", agree
    yield "figures_meet", float(met)
    yield "figures_apart", apart if not met else 0.0


def _apart(one: Figure, other: Figure) -> float:
    lower, upper = sorted((one, other), key=_low)
    top, bottom = _high(lower), max(1.0, _low(upper))
    ratio = bottom / max(top, 0.5)
    return max(0.1, min(1.0, log(max(ratio, 1.0)) / log(FAR)))
