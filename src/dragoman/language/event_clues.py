"""Clues from known events, and from relative dates beside them ('which it hosts next month')."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache, lru_cache

from dragoman.language.clues import WORD, YEAR, Days, Page, senses, words
from dragoman.language.dates import find_dates
from dragoman.language.dates.tense import Tense, nearest_cue
from dragoman.language.known_events import OFFICE, KnownEvent, Named
from dragoman.model.event import DateMention
from dragoman.model.span import Span
from dragoman.model.tables import Column, read_table
from dragoman.model.when import UNKNOWN, day

_LEFT, _RIGHT = 4, 7  # words around an event that tell on which side of it the report stands
_WINDOW = 160  # characters that hold those words
_GAP = 8  # words between an event and the relative date that belongs to it
_REACH = 420  # days around an event in which a relative date can meet it: 'next year', 'last year'


def from_event(named: Named, page: Page) -> list[Days]:
    """A known event: known of, so begun; or, where it was planned, ahead or behind by its words."""
    sense = event_sense(named, page)
    if sense == "void":
        return []
    first = min(e.start for e in named.events)
    if not all(e.kind == "scheduled" for e in named.events) or sense == "behind":
        return [(first, None)]
    if sense == "ahead" and not page.quoted(named.span) and len(named.events) == 1:
        return [(None, named.events[0].start)]
    return []


def event_sense(named: Named, page: Page) -> str | None:
    """Whether the words around place the event "ahead" or "behind", or leave it "void" (only
    imagined); None where they do not say or disagree."""
    sentence, start, end = page.sentence(named.span), named.span.start, named.span.end
    text = page.text
    left = words(text[max(sentence.start, start - _WINDOW) : start])[-_LEFT:]
    inside = words(named.span.of(text))
    right = words(text[end : max(end, min(sentence.end, end + _WINDOW))])[:_RIGHT]
    told = senses(left, "left") | senses(inside, "inside") | senses(right, "right")
    if "void" in told:
        return "void"
    if "weak" in told and "ahead" not in told:
        cue = nearest_cue(text, named.span)
        told |= {"behind"} if cue and cue.tense == "past" else set()
    placed = told & {"ahead", "behind"}
    return placed.pop() if len(placed) == 1 else None


def beside_event(named: Named, page: Page) -> list[list[Days]]:
    """Relative dates that belong to a known event: each gives the days from which it meets it."""
    sentence = page.sentence(named.span)
    near = page.dates_in(sentence)
    if named.events[0].kind == OFFICE or event_sense(named, page) == "void":
        return []
    if page.quoted(named.span) or any(YEAR.search(d.text) for d in near):
        return []
    sense = event_sense(named, page)
    tense: Tense = "future" if sense == "ahead" else "past"
    return [
        list(fitting)
        for mention in near
        if _relative(mention) and _belongs(mention.span, named.span, page.text)
        if (fitting := _fitting(mention.text, tense, named.events))
    ]


def _relative(mention: DateMention) -> bool:
    return not mention.when.known and not mention.timex.startswith("P") and "X" in mention.timex


def _belongs(mention: Span, event: Span, text: str) -> bool:
    """True where only names and linking words part the two."""
    if max(mention.start - event.end, event.start - mention.end) > _WINDOW:
        return False
    if event.overlaps(mention):
        gap = f"{text[event.start : mention.start]} {text[mention.end : event.end]}"
    else:
        gap = text[min(mention.end, event.end) : max(mention.start, event.start)]
    words = WORD.findall(gap)
    if len(words) > _GAP or re.search(r"[;:.!?]\s", gap):
        return False
    return all(w[:1].isupper() or w.lower().replace("’", "'").strip("'") in _links() for w in words)


@lru_cache(maxsize=512)
def _fitting(said: str, tense: Tense, events: tuple[KnownEvent, ...]) -> tuple[Days, ...]:
    """The runs of days on which `said`, read as of that day, meets one of the events."""
    runs: list[Days] = []
    for event in events:
        first = event.start - timedelta(days=_REACH)
        days = (event.end - first).days + _REACH
        fit = [d for n in range(days) if _meets(said, d := first + timedelta(days=n), tense, event)]
        if fit and (fit[-1] - fit[0]).days == len(fit) - 1:
            runs.append((fit[0], fit[-1] + timedelta(days=1)))
    return tuple(runs)


def _meets(said: str, publication: date, tense: Tense, event: KnownEvent) -> bool:
    found = find_dates(said, day(publication), lambda _text, _span: tense)
    when = found[0].when if len(found) == 1 else UNKNOWN
    if not when.start or not when.end or not (when.start < event.end and event.start < when.end):
        return False
    return event.start > publication if tense == "future" else event.start <= publication


@cache
def _links() -> frozenset[str]:
    return frozenset(r["word"] for r in read_table("time/event_links.tsv", (Column("word"),)))
