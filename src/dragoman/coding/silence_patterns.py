"""The table of words that tell of a silence, by verb or noun."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dragoman.model.tables import Column, read_table

_COLUMNS = (
    Column("verb"),
    Column("negated", choices=("yes", "no")),
    Column("link"),
    Column("words", optional=True, many=True),
)


class Pattern(NamedTuple):
    """A row of the table: whether the verb is negated, and what stands under it."""

    negated: bool
    link: str
    words: frozenset[str]


@cache
def patterns() -> dict[str, tuple[Pattern, ...]]:
    """Rows of the table by their verb, in its order."""
    found: dict[str, tuple[Pattern, ...]] = {}
    for row in read_table("frames/silences.tsv", _COLUMNS):
        words = frozenset(row.many("words")) - {""}
        pattern = Pattern(row["negated"] == "yes", row["link"], words)
        found[row["verb"]] = (*found.get(row["verb"], ()), pattern)
    return found
