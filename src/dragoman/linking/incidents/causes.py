"""What a passage tells as the cause of something, or as who is to blame for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from dragoman.model.span import Span
from dragoman.model.tables import Column, read_table

Told = Literal["cause", "blame"]

CAUSE_COLUMNS = (
    Column("attribute", choices=("cause", "blame")),
    Column("words"),
    Column("side", choices=("after", "before", "word")),
    Column("example"),
)
# What is brought in has no more words than this.
LONGEST = 8
# Where what is brought in ends, and where it may begin.
_ENDS: dict[Told, re.Pattern[str]] = {
    "cause": re.compile(r"[.,;:!?—()\"“”]|\s(?:but|said|says|in|on|at|after|when)\s|\s-\s"),
    "blame": re.compile(r"[.,;:!?—()\"“”]|\s(?:for|of|but|said|says|in|on|after|when)\s|\s-\s"),
}
_BEGIN = re.compile(r"[.,;:!?—()\"“”]\s*|\s(?:that|and|but)\s")
_ARTICLE = re.compile(r"^(?:the|a|an|its|their|his|her)\s+", re.IGNORECASE)


class Cue(NamedTuple):
    """A row of the table, ready to be looked for."""

    attribute: Told
    pattern: re.Pattern[str]
    side: str


class Cause(NamedTuple):
    """What is told, and where in the text."""

    attribute: Told
    words: str
    span: Span


@cache
def _cues() -> tuple[Cue, ...]:
    """The cues, the longest first, so that "was due to" is not read as "due to"."""
    rows = read_table("incidents/causes.tsv", CAUSE_COLUMNS)
    rows.sort(key=lambda row: -len(row["words"]))
    return tuple(
        Cue(
            "cause" if row["attribute"] == "cause" else "blame",
            re.compile(rf"\b{re.escape(row['words'])}\b", re.IGNORECASE),
            row["side"],
        )
        for row in rows
    )


def causes(text: str, within: Span) -> Iterator[Cause]:
    """Causes and blame that `within` tells, in the order of the text, each place once."""
    found: list[Cause] = []
    taken: list[Span] = []
    for cue in _cues():
        for match in cue.pattern.finditer(text, within.start, within.end):
            here = Span(*match.span())
            if any(here.overlaps(span) for span in taken):
                continue
            taken.append(here)
            if cue.side == "after":
                span = _after(text, here, within, _ENDS[cue.attribute])
            else:
                span = _before(text, here, within, one_word=cue.side == "word")
            if span is not None:
                found.append(Cause(cue.attribute, span.of(text), span))
    yield from sorted(found, key=lambda cause: cause.span)


def _after(text: str, cue: Span, within: Span, ends: re.Pattern[str]) -> Span | None:
    start = cue.end + 1
    if start >= within.end:
        return None
    start += _article(text[start : within.end])
    end = ends.search(text, start, within.end)
    return _kept(text, start, end.start() if end else within.end)


def _before(text: str, cue: Span, within: Span, one_word: bool) -> Span | None:
    if one_word:
        start = text.rfind(" ", within.start, max(within.start, cue.start - 1)) + 1
        return _kept(text, max(start, within.start), cue.start)
    starts = [
        m.end() for m in _BEGIN.finditer(text, within.start, max(within.start, cue.start - 1))
    ]
    start = starts[-1] if starts else within.start
    return _kept(text, start + _article(text[start : cue.start]), cue.start)


def _article(text: str) -> int:
    article = _ARTICLE.match(text)
    return article.end() if article else 0


def _kept(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    end -= len(words) - len(words.rstrip())
    return Span(start, end) if 0 < len(words.split()) <= LONGEST and end > start else None
