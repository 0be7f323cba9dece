"""What a denial denies that was told before it: "Moscow denied the accusation"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dragoman.language.analysis import Analysis
from dragoman.language.stance_tables import CLAIM, PART, denied_nouns
from dragoman.model.attribution import Attribution
from dragoman.model.event import Event
from dragoman.model.span import Span

# Whoever says so of what did not happen denies it.
NOT_SO = frozenset({"denied", "negated"})
# How many sentences back "denied it" may reach.
REACH = 2


def is_of(code: str | None, codes: Sequence[str]) -> bool:
    """True where one of `codes` is of the same state or organisation as `code`."""
    return code is not None and any(c[:3] == code[:3] for c in codes)


def _denied_head(row: Attribution, events: Sequence[Event], analysis: Analysis) -> Token | None:
    """The word for what is denied, where the act is told before: "denied it", "the claim"."""
    if row.stance != "denies" or any(row.content.contains(e.event_span) for e in events):
        return None
    words = analysis.doc.char_span(row.content.start, row.content.end, alignment_mode="expand")
    if words is None:
        return None
    head: Token = words.root
    pronoun = head.tag_ in ("PRP", "DT", "WDT", "WP")
    return head if pronoun or head.lemma_.lower() in denied_nouns() else None


def denied_before(
    row: Attribution, events: Sequence[Event], said: Sequence[Attribution], analysis: Analysis
) -> Iterator[int]:
    """The events of the nearest sentence before a denial that tells any, by somebody else."""
    head = _denied_head(row, events, analysis)
    if head is None:
        return
    kind = denied_nouns().get(head.lemma_.lower())
    part = kind == PART
    ends = [s.end_char for s in analysis.doc.sents]
    here = bisect_right(ends, row.cue.start)
    told = [
        (bisect_right(ends, e.event_span.start), n)
        for n, e in enumerate(events)
        if e.event_span.end <= row.cue.start
        and e.factuality not in NOT_SO
        and row.source not in e.source
        and not any(a.cue.overlaps(e.event_span) for a in said)
        and not (part and e.actor and not is_of(row.source.actor, e.actor))
    ]
    nearest = max((sentence for sentence, _ in told), default=-1)
    if told and kind == CLAIM and _is_of_words(row, events[told[-1][1]], said):
        return
    if told and nearest >= here - REACH and _are_near(row, events[told[-1][1]], analysis):
        yield from (n for sentence, n in told if sentence == nearest)


def _is_of_words(row: Attribution, event: Event, said: Sequence[Attribution]) -> bool:
    """True where somebody else says something between an act and its denial, which is of that:
    "the plane fell. Oslo blamed birds. Pilots dispute this account"."""
    return any(
        event.span.end <= other.span.start
        and other.span.end <= row.span.start
        and other.source != row.source
        for other in said
    )


def _are_near(row: Attribution, event: Event, analysis: Analysis) -> bool:
    """False where more than one paragraph ends between an act and its denial."""
    gap = Span(event.event_span.end, row.cue.start).of(analysis.report.text)
    return gap.count("\n\n") < REACH
