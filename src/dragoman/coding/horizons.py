"""By when a judgement is to come true: a date ahead, a length of time, or words for either."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from spacy.tokens import Token

from dragoman.coding.horizon_days import bounded, lasting, seasonal
from dragoman.language.analysis import Analysis
from dragoman.model.event import DateMention
from dragoman.model.span import Span
from dragoman.model.tables import Column, read_table
from dragoman.model.when import When

_COLUMNS = (Column("words"), Column("first"), Column("last", optional=True))
_SIDES = ("until_end", "until_start", "after", "from", "over", "in", "past")
_LINKS = (Column("words"), Column("side", choices=_SIDES), Column("event", True, ("yes",)))
_DURATION = re.compile(r"P(T?)(\d+)([HDWMY])")


class Horizon(NamedTuple):
    """The days, counted from the report's where they must be, and the words that tell them."""

    when: When | None = None
    span: Span | None = None


class _Phrase(NamedTuple):
    words: tuple[str, ...]
    first: int
    last: int | None


@cache
def _phrases() -> tuple[_Phrase, ...]:
    rows = read_table("judgements/horizons.tsv", _COLUMNS)
    found = [
        _Phrase(tuple(r["words"].split()), int(r["first"]), int(r["last"]) if r["last"] else None)
        for r in rows
    ]
    return tuple(sorted(found, key=lambda row: (-len(row.words), row.words)))


@cache
def _links() -> dict[str, tuple[str, bool]]:
    rows = read_table("judgements/horizon_links.tsv", _LINKS)
    return {r["words"]: (r["side"], bool(r["event"])) for r in rows}


def horizon(words: Sequence[Token], analysis: Analysis) -> Horizon:
    """When what `words` foretell is to be: a date among them that lies ahead, else words for one.

    An undated report has no days from words that count from its date, but keeps the words.
    """
    published = analysis.report.date.start
    vague = _vague(words, published)
    dated = next(_dated(words, analysis, published), None)
    if dated is not None and (dated.when is not None or vague is None):
        return dated
    return vague or _until_event(words) or Horizon()


def _dated(words: Sequence[Token], analysis: Analysis, published: date | None) -> Iterator[Horizon]:
    if not words:
        return
    start, end = words[0].idx, words[-1].idx + len(words[-1])
    for mention in analysis.dates:
        if not start <= mention.span.start < end:
            continue
        link = _link(mention, words)
        side = _links()[link.lower_][0] if link is not None else "in"
        when = _days(mention, side, published, link is not None)
        opens = link.idx if link is not None else mention.span.start
        if when is not None or (published is None and _ahead(mention, side)):
            yield Horizon(when, Span(opens, mention.span.end))


def _ahead(mention: DateMention, side: str) -> bool:
    """True for what an undated report tells to lie ahead: "by spring", "within two years"."""
    return side in ("until_end", "until_start", "after") or (
        side == "over" and bool(_DURATION.fullmatch(mention.timex or ""))
    )


def _link(mention: DateMention, words: Sequence[Token]) -> Token | None:
    """The preposition before a date, an article or an adverb between them at most."""
    before = [t for t in words if t.idx < mention.span.start][-2:]
    return next((t for t in reversed(before) if t.lower_ in _links()), None)


def _days(mention: DateMention, side: str, published: date | None, linked: bool) -> When | None:
    """The days of a date or a length of time, on its side; None where they are past or unknown."""
    length = _DURATION.fullmatch(mention.timex or "")
    words = set(mention.text.lower().split())
    if length and any(end == "past" and word in words for word, (end, _) in _links().items()):
        return None
    if length and not mention.when.known:
        counted = linked and side in ("over", "in")
        return lasting(length[2], length[1] + length[3], published) if counted else None
    when = seasonal(mention.timex or "", published) or mention.when
    return bounded(when, side, published)


def _vague(words: Sequence[Token], published: date | None) -> Horizon | None:
    lower = [t.lower_ for t in words]
    for phrase in _phrases():
        width = len(phrase.words)
        for i in range(len(lower) - width + 1):
            if tuple(lower[i : i + width]) != phrase.words:
                continue
            held = words[i : i + width]
            span = Span(held[0].idx, held[-1].idx + len(held[-1]))
            if published is None:
                return Horizon(None, span)
            last = published + timedelta(days=phrase.last) if phrase.last is not None else None
            first = published + timedelta(days=phrase.first)
            return Horizon(When(first, last, "unknown", "report"), span)
    return None


def _until_event(words: Sequence[Token]) -> Horizon | None:
    """ "Before the vote": words for a time that no calendar gives."""
    inside = {t.i for t in words}
    for token in words:
        side = _links().get(token.lower_)
        if side is None or not side[1] or token.dep_ not in ("prep", "mark"):
            continue
        held = [t for t in token.subtree if t.i in inside and t.i >= token.i]
        if len(held) > 1:
            return Horizon(None, Span(held[0].idx, held[-1].idx + len(held[-1])))
    return None
