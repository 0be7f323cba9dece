"""Whether an event is a war as a whole, which is no single act in it: "Russia's invasion"."""

from __future__ import annotations

from functools import cache

from dragoman.language.folding import fold
from dragoman.linking.incidents.timing import width
from dragoman.linking.incidents.words import stem
from dragoman.model.event import Event
from dragoman.model.tables import Column, read_table

# The act that opens a war is told with its day, or with the month: that is no whole.
A_MONTH = 31
COLUMNS = (Column("word"), Column("example"))


@cache
def _words() -> frozenset[str]:
    return frozenset(row["word"] for row in read_table("incidents/wholes.tsv", COLUMNS))


@cache
def _stems() -> frozenset[str]:
    return frozenset(stem(word) for word in _words())


def is_whole(event: Event, words: str) -> bool:
    """True for an event that `words` name as a war as a whole, with no day or month of its own."""
    days = None if event.when.basis == "report" else width(event.when)
    return fold(words) in _words() and (days is None or days > A_MONTH)


def part_of_other(whole: bool, trigger: str) -> bool:
    """True for an act that is not named by a word for a war, whether a whole or its beginning."""
    return not whole and trigger not in _stems()
