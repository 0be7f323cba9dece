"""The words of dates and ages: the table of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dragoman.model.tables import Column, read_table

KINDS = ("month", "weekday", "number", "unit", "day", "label", "asof", "filler")
_COLUMNS = (Column("kind", choices=KINDS), Column("word"), Column("value", optional=True))


@dataclass(frozen=True, slots=True)
class Words:
    """The table's words by kind."""

    of: dict[str, dict[str, str]]

    def pattern(self, kind: str) -> str:
        """An alternation of the kind's words, longest first."""
        words = sorted(self.of[kind], key=len, reverse=True)
        return "(?:" + "|".join(re.escape(w) for w in words) + ")"


@cache
def words() -> Words:
    """The table, read once."""
    of: dict[str, dict[str, str]] = {k: {} for k in KINDS}
    for row in read_table("ingest/dates.tsv", _COLUMNS):
        of[row["kind"]][row["word"]] = row["value"]
    return Words(of)
