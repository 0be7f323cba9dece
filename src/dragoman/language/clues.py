"""What a report's own words tell about the day it was published on: what all clues share.

A clue is a set of alternatives, each an interval of days that the publication may lie in. Clues
come from dates told as past or as coming (`date_clues`) and from known events (`event_clues`).
Words inside quotation marks are somebody's at some other time: of them only what they know of
counts.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cache

from dragoman.model.event import DateMention
from dragoman.model.span import Span
from dragoman.model.tables import Column, read_table

Days = tuple[date | None, date | None]
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
WORD = re.compile(r"['’]?[^\W\d_]+(?:['’][^\W\d_]+)*")
_MOST_DATES = 40  # dates of one sentence that are looked at; a longer list is a table
_SIDES = ("left", "inside", "right", "date", "before")


@dataclass(frozen=True, slots=True)
class Page:
    """A text with what its clues are read from."""

    text: str
    sentences: list[Span]
    quotes: list[Span]
    dates: tuple[DateMention, ...]

    def quoted(self, span: Span) -> bool:
        """True inside quotation marks."""
        at = bisect_right(self.quotes, span.start, key=lambda q: q.start) - 1
        return at >= 0 and self.quotes[at].contains(span)

    def dates_in(self, span: Span) -> list[DateMention]:
        """The dates that start in the span."""
        low, high = (
            bisect_left(self.dates, at, key=lambda d: d.span.start) for at in (span.start, span.end)
        )
        return list(self.dates[low : min(high, low + _MOST_DATES)])

    def sentence(self, span: Span) -> Span:
        """The sentence in which `span` starts."""
        at = bisect_right(self.sentences, span.start, key=lambda s: s.start) - 1
        return self.sentences[at] if at >= 0 else span


def words(text: str) -> list[str]:
    """The words of `text` in lower case, with straight apostrophes."""
    return [w.lower().replace("’", "'") for w in WORD.findall(text)]


def senses(said: list[str], side: str) -> set[str]:
    """What the cues among the words on a side tell."""
    text = f" {' '.join(said)} "
    return {sense for cue, sense in _cues()[side] if f" {cue} " in text}


@cache
def _cues() -> dict[str, tuple[tuple[str, str], ...]]:
    columns = (
        Column("words"),
        Column("side", choices=_SIDES),
        Column("sense", choices=("ahead", "behind", "weak", "void", "says")),
    )
    rows = read_table("time/event_cues.tsv", columns)
    return {
        side: tuple((r["words"], r["sense"]) for r in rows if r["side"] == side) for side in _SIDES
    }
