"""What a report's own words tell about the day it was published on.

A clue is a set of alternatives, each an interval of days that the publication may lie in. Clues
come from full dates told as past or as coming, from known events named, from relative words
beside such an event ('which it will host next month'), and, once a year is settled, from dates
without a year. Words inside quotation marks are somebody's at some other time: of them only what
they know of counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from dragoman.language.dates import find_dates
from dragoman.language.dates.tense import Cue, Tense, nearest_cue
from dragoman.language.known_events import OFFICE, KnownEvent, Named
from dragoman.model.event import DateMention
from dragoman.model.span import Span
from dragoman.model.tables import Column, read_table
from dragoman.model.when import UNKNOWN, day

Days = tuple[date | None, date | None]

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WORD = re.compile(r"['’]?[^\W\d_]+(?:['’][^\W\d_]+)*")
_SIDES = ("left", "inside", "right", "date", "before")
_LEFT, _RIGHT = 4, 7  # words around an event that tell on which side of it the report stands
_NEAR_CUE = 8  # words between a date and the verb whose time it tells
_GAP = 8  # words between an event and the relative date that belongs to it
_REACH = 420  # days around an event in which a relative date can meet it: 'next year', 'last year'
# A date without its year, told as past, is this many days old at most; an older one has its year.
OLDEST_YEARLESS = 335


@dataclass(frozen=True, slots=True)
class Page:
    """A text with what its clues are read from."""

    text: str
    sentences: list[Span]
    quotes: list[Span]
    dates: tuple[DateMention, ...]

    def quoted(self, span: Span) -> bool:
        """True inside quotation marks."""
        return any(q.contains(span) for q in self.quotes)

    def sentence(self, span: Span) -> Span:
        """The sentence in which `span` starts."""
        return next((s for s in self.sentences if s.start <= span.start < s.end), span)


def from_date(mention: DateMention, page: Page) -> Days | None:
    """A date that gives its year: told as past, the report is no older; as coming, no younger."""
    when = mention.when
    if not _YEAR.search(mention.text) or not when.start or not when.end:
        return None
    cue = nearest_cue(page.text, mention.span)
    if cue is None or cue.distance > _NEAR_CUE or when.precision == "decade":
        return None
    placed = _senses(
        _words(page.text[max(0, mention.span.start - 20) : mention.span.start])[-1:], "before"
    )
    if cue.tense == "past" and "behind" in placed:
        return None if _reported(cue, mention) else (when.start, None)
    ahead = "ahead" in _senses([cue.word], "date") and "ahead" in placed
    if ahead and not page.quoted(mention.span) and not _told_of_past(mention, page):
        return None, when.end
    return None


def _reported(cue: Cue, mention: DateMention) -> bool:
    """True where the past verb is one of saying, and the date need not be when it was said."""
    says = "says" in _senses([cue.word], "date")
    return says and (cue.distance > 1 or mention.when.precision == "year")


def _told_of_past(mention: DateMention, page: Page) -> bool:
    """True where another date of the sentence is past: 'said in 2015 that it will by 2020'."""
    sentence = page.sentence(mention.span)
    others = (d for d in page.dates if sentence.contains(d.span) and d is not mention)
    return any(_YEAR.search(d.text) for d in others)


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
    """ "ahead", "behind", "void", or None where the words around do not say or disagree."""
    sentence = page.sentence(named.span)
    text = page.text
    left = _words(text[sentence.start : named.span.start])[-_LEFT:]
    inside = _words(named.span.of(text))
    right = _words(text[named.span.end : max(sentence.end, named.span.end)])[:_RIGHT]
    senses = _senses(left, "left") | _senses(inside, "inside") | _senses(right, "right")
    if "void" in senses:
        return "void"
    if "weak" in senses and "ahead" not in senses:
        cue = nearest_cue(text, named.span)
        senses |= {"behind"} if cue and cue.tense == "past" else set()
    told = senses & {"ahead", "behind"}
    return told.pop() if len(told) == 1 else None


def beside_event(named: Named, page: Page) -> list[list[Days]]:
    """Relative dates that belong to a known event: each gives the days from which it meets it."""
    sentence = page.sentence(named.span)
    near = [d for d in page.dates if sentence.contains(d.span)]
    if named.events[0].kind == OFFICE or event_sense(named, page) == "void":
        return []
    if page.quoted(named.span) or any(_YEAR.search(d.text) for d in near):
        return []
    sense = event_sense(named, page)
    tense: Tense = "future" if sense == "ahead" else "past"
    return [
        fitting
        for mention in near
        if _relative(mention) and _belongs(mention.span, named.span, page.text)
        if (fitting := _fitting(mention.text, tense, named.events))
    ]


def _relative(mention: DateMention) -> bool:
    return not mention.when.known and not mention.timex.startswith("P") and "X" in mention.timex


def _belongs(mention: Span, event: Span, text: str) -> bool:
    """True where only names and linking words part the two."""
    if event.overlaps(mention):
        gap = f"{text[event.start : mention.start]} {text[mention.end : event.end]}"
    else:
        gap = text[min(mention.end, event.end) : max(mention.start, event.start)]
    words = _WORD.findall(gap)
    if len(words) > _GAP or re.search(r"[;:.!?]\s", gap):
        return False
    return all(w[:1].isupper() or w.lower().replace("’", "'").strip("'") in _links() for w in words)


def _fitting(said: str, tense: Tense, events: tuple[KnownEvent, ...]) -> list[Days]:
    """The runs of days on which `said`, read as of that day, meets one of the events."""
    runs: list[Days] = []
    for event in events:
        first = event.start - timedelta(days=_REACH)
        days = (event.end - first).days + _REACH
        fit = [d for n in range(days) if _meets(said, d := first + timedelta(days=n), tense, event)]
        if fit and (fit[-1] - fit[0]).days == len(fit) - 1:
            runs.append((fit[0], fit[-1] + timedelta(days=1)))
    return runs


def _meets(said: str, publication: date, tense: Tense, event: KnownEvent) -> bool:
    found = find_dates(said, day(publication), lambda _text, _span: tense)
    when = found[0].when if len(found) == 1 else UNKNOWN
    if not when.start or not when.end or not (when.start < event.end and event.start < when.end):
        return False
    return event.start > publication if tense == "future" else event.start <= publication


def from_yearless(mention: DateMention, page: Page, years: range) -> list[Days]:
    """A date without its year, told as past: the report is of that day or the months after."""
    match = re.fullmatch(r"XXXX-(\d\d)(?:-(\d\d))?", mention.timex)
    cue = nearest_cue(page.text, mention.span)
    if not match or page.quoted(mention.span) or cue is None or cue.tense != "past":
        return []
    result: list[Days] = []
    for year in years:
        try:
            told = date(year, int(match[1]), int(match[2] or 1))
        except ValueError:
            continue
        result.append((told, told + timedelta(days=OLDEST_YEARLESS)))
    return result


def _words(text: str) -> list[str]:
    return [w.lower().replace("’", "'") for w in _WORD.findall(text)]


def _senses(words: list[str], side: str) -> set[str]:
    """What the cues among the words on a side tell."""
    said = f" {' '.join(words)} "
    return {sense for cue, sense in _cues()[side] if f" {cue} " in said}


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


@cache
def _links() -> frozenset[str]:
    return frozenset(r["word"] for r in read_table("time/event_links.tsv", (Column("word"),)))
