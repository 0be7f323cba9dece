"""Chances told by their size: "the chances of a deal are slim", "the risk remains high"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from spacy.tokens import Span as Words

from dragoman.coding.odds import Odds, odds_words
from dragoman.coding.syntax import children
from dragoman.model.tables import Column, read_table

_COLUMNS = (Column("words"), Column("low"), Column("high"), Column("of", optional=True))
_BEING = frozenset({"be", "remain", "look", "seem", "become", "appear"})


@cache
def _sizes() -> Mapping[str, tuple[float, float]]:
    rows = read_table("judgements/odds_sizes.tsv", _COLUMNS)
    return {r["words"]: (float(r["low"]), float(r["high"])) for r in rows}


def sized_odds(sentence: Words) -> Iterator[Odds]:
    """Every chance of the sentence whose size stands behind a form of "be", in text order."""
    for noun in sentence:
        if noun.dep_ != "nsubj" or noun.lower_ not in odds_words("noun"):
            continue
        if noun.head.lemma_ not in _BEING:
            continue
        for size in children(noun.head, "acomp"):
            if size.lower_ in _sizes():
                yield Odds((size,), *_sizes()[size.lower_])
