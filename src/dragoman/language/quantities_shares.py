"""Shares of a whole: 'a third of', 'two thirds', 'half its gas', 'most of'; and numbers as told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from dragoman.language.figures_tables import number_words
from dragoman.language.quantities_tables import shares
from dragoman.model.letters import table_word

# A share is of no more than everything; the slack is for the dust of a third.
WHOLE, DUST = 100.0, 0.01


class Told(NamedTuple):
    """A number with the unit that stands beside it; `end` is where the unit ends."""

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    unit: str | None


@cache
def _share_words() -> re.Pattern[str]:
    units = "|".join(w.word for w in number_words().values() if w.kind == "unit")
    words = "|".join(sorted(map(re.escape, shares()), key=lambda w: (-len(w), w)))
    return re.compile(
        rf"\b(?:(?P<count>an?|{units}|\d)[\s-])?(?P<word>{words})\b(?P<rest>\s+(?:of|the|its|their|his|her)\b)?",
        re.IGNORECASE,
    )


def find_shares(text: str, first: int) -> Iterator[Told]:
    """The shares in `text` that start from character `first` on, in order."""
    for match in _share_words().finditer(text, first):
        word, count = table_word(match.group("word")), table_word(match.group("count") or "")
        times = _count(count)
        share = shares()[word]
        if not _is_share(word, times, bool(match.group("rest")), bool(count)):
            continue
        if share.value is None or times is None:
            yield Told(
                match.start("word"), match.end("word"), None, share.low, share.high, "percent"
            )
        elif share.value * times <= WHOLE + DUST:
            value = round(share.value * times, 2)
            yield Told(match.start(), match.end("word"), value, value, value, "percent")


def _is_share(word: str, times: float | None, followed: bool, counted: bool) -> bool:
    """An ordinal is no share: 'the third patron', 'a second base'."""
    many = times is not None and times > 1
    if many:
        return word.endswith("s")
    if word == "half" or shares()[word].value is None:
        return followed
    return followed and (counted or word == "all")


def _count(word: str) -> float | None:
    if not word or word in ("a", "an"):
        return 1.0
    if word.isdigit():
        return float(word)
    known = number_words().get(word)
    return known.low if known else None
