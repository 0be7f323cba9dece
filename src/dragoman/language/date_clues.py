"""Clues from dates: no report is older than what it tells as past."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dragoman.language.clues import YEAR, Days, Page, senses, words
from dragoman.language.dates.tense import Cue, nearest_cue
from dragoman.model.event import DateMention
from dragoman.model.span import Span

_NEAR_CUE = 8  # words between a date and the verb whose time it tells
# Characters that may stand beside a date on its line: "June 28, 2025:", "— Tuesday, July 1 —".
AROUND = " \t:–—-*#•.,()[]"
# A date without its year, told as past, is this many days old at most; an older one has its year.
OLDEST_YEARLESS = 335


def from_date(mention: DateMention, page: Page) -> Days | None:
    """A date that gives its year: told as past, the report is no older; as coming, no younger."""
    when = mention.when
    if not YEAR.search(mention.text) or not when.start or not when.end:
        return None
    cue = nearest_cue(page.text, mention.span)
    if cue is None or cue.distance > _NEAR_CUE or when.precision == "decade":
        return None
    placed = senses(
        words(page.text[max(0, mention.span.start - 20) : mention.span.start])[-1:], "before"
    )
    if cue.tense == "past" and "behind" in placed:
        return None if _reported(cue, mention) else (when.start, None)
    ahead = "ahead" in senses([cue.word], "date") and "ahead" in placed
    if ahead and not page.quoted(mention.span) and not _told_of_past(mention, page):
        return None, when.end
    return None


def from_heading(mention: DateMention, page: Page) -> Days | None:
    """A date with its year on a line of its own, above what is not told as coming: the report is
    no older."""
    text, when = page.text, mention.when
    start = text.rfind("\n", 0, mention.span.start) + 1
    end = text.find("\n", mention.span.end)
    beside = text[start : mention.span.start] + text[mention.span.end : end]
    if end < 0 or beside.strip(AROUND) or not YEAR.search(mention.text) or not when.start:
        return None
    below = text[end:].lstrip().partition("\n")[0]
    told = nearest_cue(below, Span(0, 0))
    return None if told is not None and told.tense == "future" else (when.start, None)


def _reported(cue: Cue, mention: DateMention) -> bool:
    """True where the past verb is one of saying, and the date need not be when it was said."""
    says = "says" in senses([cue.word], "date")
    return says and (cue.distance > 1 or mention.when.precision == "year")


def _told_of_past(mention: DateMention, page: Page) -> bool:
    """True where another date of the sentence is past: 'said in 2015 that it will by 2020'."""
    sentence = page.sentence(mention.span)
    others = (d for d in page.dates_in(sentence) if d is not mention)
    return any(YEAR.search(d.text) for d in others)


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
