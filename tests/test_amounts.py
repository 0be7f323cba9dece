"""Figures as people read them."""

from __future__ import annotations

import pytest

from dragoman.engine.amounts import own_words, phrase
from dragoman.model.rows import Json


def figure(what: str, low: float | None, high: float | None, unit: str | None = None) -> Json:
    return {"what": what, "low": low, "high": high, "unit": unit, "span": [14, 21]}


@pytest.mark.parametrize(
    ("row", "words", "said"),
    [
        (figure("detained", 50, 50), "fifty", "detained: 50"),
        (figure("detained", 50, None), "50", "detained: at least 50"),
        (figure("killed", None, 1200), "", "killed: at most 1,200"),
        (figure("percent", 10, 10, "percent"), "10", "10 %"),
        (figure("detained", 3, 9), "several", "detained: 3 to 9 (“several”)"),
        (figure("killed", 10, 12), "10 to 12", "killed: 10 to 12"),
        (figure("loan", 2e6, None, "USD"), "", "loan: at least 2,000,000 USD"),
        (figure("loan", None, None), "", "loan: a number not given"),
    ],
)
def test_amounts(row: Json, words: str, said: str) -> None:
    assert phrase(row, words=words) == said


def test_the_words_are_those_of_the_sentence() -> None:
    row = {"span": [9, 30], "sentence": "They seized several men."}
    assert own_words({"span": [21, 28]}, row) == "several"
    assert own_words({"span": [2, 5]}, row) == ""
