"""Dating a report from inside: the days on which it can have been published.

Used where neither the user, the metadata nor the page gives a date. Each clue (see
`dragoman.language.clues`) leaves some days possible; what all of them leave is the answer. Clues
that contradict each other leave nothing, and the date stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dragoman.language.clues import Days, Page
from dragoman.language.date_clues import from_date, from_heading, from_yearless
from dragoman.language.dates import find_dates
from dragoman.language.dates.calendar import precision_of
from dragoman.language.dates.context import SENTENCE_END
from dragoman.language.event_clues import beside_event, from_event
from dragoman.language.known_events import named_events
from dragoman.model.report import Report
from dragoman.model.span import Span
from dragoman.model.when import UNKNOWN, When

_QUOTED = re.compile(  # up to the paragraph's end at most
    r"“(?:[^“”\n]|\n(?!\s*\n)){1,2000}”"
    r"|\"(?:[^\"\n]|\n(?!\s*\n)){1,2000}\""
    r"|(?<!\w)‘(?:[^‘\n]|\n(?!\s*\n)){1,2000}?’(?!\w)"
)
_LONGEST_TEXT = 200_000  # characters; the clues of a longer text's head are enough
_MOST_ALTERNATIVES = 64


def date_from_inside(report: Report) -> Report:
    """The report with a date bounded by its own words, where it had none.

    The date is an interval with the precision of its length, basis "text"; with one end open when
    only one is known; unchanged when the words say nothing, or contradict each other.
    """
    if report.date.known:
        return report
    found = publication_bounds(f"{report.title or ''}\n\n{report.text}")
    return replace(report, date=found) if found.known else report


def publication_bounds(text: str) -> When:
    """The days on which `text` can have been published, as far as it tells."""
    page = _page(text[:_LONGEST_TEXT])
    possible: list[Days] = [(None, None)]
    for alternatives in _clues(page):
        possible = _both(possible, alternatives)
    possible = _with_yearless(possible, page)
    return _as_when(possible)


def _page(text: str) -> Page:
    ends = [m.end() for m in SENTENCE_END.finditer(text)]
    starts = [0, *ends]
    sentences = [Span(a, b) for a, b in zip(starts, [*ends, len(text)], strict=True) if a < b]
    quotes = [Span(*m.span()) for m in _QUOTED.finditer(text)]
    return Page(text, sentences, quotes, find_dates(text, UNKNOWN))


def _clues(page: Page) -> list[list[Days]]:
    """All clues that stand on a year of their own, each with its alternatives."""
    clues = [
        [days]
        for mention in page.dates
        if (days := from_date(mention, page) or from_heading(mention, page))
    ]
    for named in named_events(page.text, page.sentences):
        clues.extend([days] for days in from_event(named, page))
        clues.extend(beside_event(named, page))
    return clues


def _with_yearless(possible: list[Days], page: Page) -> list[Days]:
    """Dates without a year, where the possible days settle which year is meant."""
    for mention in page.dates:
        whole = _as_when(possible)
        if not whole.start or not whole.end:
            return possible
        years = range(whole.start.year - 1, whole.end.year + 1)
        fitting = _both(possible, from_yearless(mention, page, years))
        if fitting and len({d[0].year for d in fitting if d[0]}) == 1:
            possible = fitting
    return possible


def _both(first: Sequence[Days], second: Sequence[Days]) -> list[Days]:
    """The days that both sets of alternatives leave possible."""
    met = {_meet(a, b) for a in first for b in second}
    kept = [m for m in met if m is not None]
    return sorted(kept, key=lambda d: (d[0] or date.min, d[1] or date.max))[:_MOST_ALTERNATIVES]


def _meet(a: Days, b: Days) -> Days | None:
    start = max((d for d in (a[0], b[0]) if d), default=None)
    end = min((d for d in (a[1], b[1]) if d), default=None)
    return None if start and end and start >= end else (start, end)


def _as_when(possible: list[Days]) -> When:
    """The hull of what is left; UNKNOWN where nothing is."""
    if not possible:
        return UNKNOWN
    starts, ends = [d[0] for d in possible], [d[1] for d in possible]
    start = min((s for s in starts if s), default=None) if all(starts) else None
    end = max((e for e in ends if e), default=None) if all(ends) else None
    if start and end:
        return When(start, end, precision_of(start, end), "text")
    return When(start, end, "unknown", "text") if start or end else UNKNOWN
