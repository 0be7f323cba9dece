"""Ties: what a text tells to hold between two over time.

A word that may tell of one is found (by a table, or proposed by somebody else), then filled step by
step: its sides, whether it holds, its quantities, its interval, its way. Of the rows that a table
has for a word the first that tells of a tie counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.coding.attribution_spans import trimmed
from dragoman.coding.participants import Cast
from dragoman.coding.tie_amounts import amounts
from dragoman.coding.tie_holding import holding
from dragoman.coding.tie_intervals import dated, interval
from dragoman.coding.tie_sides import sides
from dragoman.coding.tie_ways import via, what
from dragoman.coding.tie_words import Found, find
from dragoman.language.analysis import Analysis
from dragoman.model.judgement import Side, Tie
from dragoman.model.span import Span


def ties(analysis: Analysis, cast: Cast) -> tuple[Tie, ...]:
    """Every tie of the text that the tables tell, in text order, each once a sentence."""
    return filled(find(analysis.doc), analysis, cast)


def filled(found: Iterable[Found], analysis: Analysis, cast: Cast) -> tuple[Tie, ...]:
    """The ties that words tell; a word whose sides are not told tells none."""
    once: dict[tuple[object, ...], Tie] = {}
    told: set[int] = set()
    for each in found:
        if each.token.i in told:
            continue
        for tie in fill(each, analysis, cast):
            told.add(each.token.i)
            once.setdefault((tie.kind, *_ends(tie), tie.span), tie)
    return tuple(sorted(once.values(), key=_place))


def fill(found: Found, analysis: Analysis, cast: Cast) -> Iterator[Tie]:
    """The ties of one word, one for each pair of its sides."""
    pairs = sides(found, analysis, cast)
    if not pairs:
        return
    told = amounts(found, analysis)
    held = holding(found, told, dated(found, analysis))
    if not held.told:
        return
    token, first = found.token, told[0] if told else None
    sentence = Span(token.sent.start_char, token.sent.end_char)
    for a, b in pairs:
        yield Tie(
            kind=found.word.kind,
            a=a.code,
            b=b.code,
            span=trimmed(analysis.report.text, sentence, ""),
            quantity=first.value if first else None,
            unit=first.unit if first else None,
            interval=interval(found, held, told, analysis),
            via=via(found),
            sides=(a, b),
            words=Span(token.idx, token.idx + len(token.text)),
            what=what(found, analysis),
            quantities=told,
            ended=held.ended,
        )


def _ends(tie: Tie) -> tuple[object, ...]:
    """The two sides, by code or else by words."""
    return tuple(_end(side) for side in tie.sides or ())


def _end(side: Side) -> object:
    return side.code or side.span


def _place(tie: Tie) -> tuple[object, ...]:
    return tie.span, tie.kind, tie.a or "", tie.b or "", tie.words or tie.span
