"""When the articles of one page were published, as far as the page itself tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.ingest.articles import Piece
from dragoman.ingest.calendar import Found, find_dates, in_year, interval
from dragoman.ingest.datelines import agency_of, dateline, opening_date
from dragoman.ingest.draft import Draft
from dragoman.ingest.outlets import known_outlet
from dragoman.model.when import UNKNOWN, When

# A report names days of the weeks before it, seldom of those after: so many days before a date
# speak for it.
RECENT_DAYS = 45
# So much of a text is searched for days that it names.
SAMPLE = 6_000

Hours = tuple[float, float]


def date_pieces(pieces: list[Piece]) -> list[Draft]:
    """The drafts of one page with their dates: the page's own, the text's, or by their ages.

    What has a date keeps it. A day without a year is placed beside a date of the same page, and
    an age ("3 hours ago") is counted from when the page was fetched, which the articles that have
    both a date and an age bound; without such bounds it stays unknown.
    """
    drafts = [_dated(p) for p in pieces]
    anchor = next((d.date for d in drafts if d.date.start), UNKNOWN)
    drafts = [_without_year(p, d, anchor) for p, d in zip(pieces, drafts, strict=True)]
    fetched = _fetched(drafts)
    return [_by_age(d, fetched, drafts[:i]) for i, d in enumerate(drafts)] if fetched else drafts


def _dated(piece: Piece) -> Draft:
    """A piece's draft with the date of its metadata, its head or its opening."""
    draft = _with_wire(piece.draft)
    if draft.date.known:
        return draft
    if piece.found and piece.found.when.known:
        return replace(draft, date=_one_reading(piece.found, draft))
    found = opening_date(draft)
    return replace(draft, date=found.when) if found and found.when.known else draft


def _one_reading(found: Found, draft: Draft) -> When:
    """The reading of a date's numbers that the days named in the text speak for.

    Else it is read as its outlet writes. 03-07-2025 is July 3 above a text that tells of June 27:
    a report of March would not.
    """
    named = find_dates("\n".join([draft.title or "", *draft.lines])[:SAMPLE])
    fitting = [r for r in found.readings if any(_is_recent(n, r) for n in named)]
    return fitting[0] if len(fitting) == 1 else found.when


def _is_recent(named: Found, reading: When) -> bool:
    """True when a day that the text names lies shortly before one reading of its date."""
    told = named.when if named.when.known else in_year(named, reading)
    day = told.single_day
    return bool(day and reading.start and 0 <= (reading.start - day).days <= RECENT_DAYS)


def _with_wire(draft: Draft) -> Draft:
    """The draft with the agency of its dateline as outlet, where no other is known."""
    first = next((x for x in draft.lines if x), "")
    line = None if draft.outlet else dateline(first)
    agency = agency_of(line) if line else None
    if agency is None:
        return draft
    known = known_outlet(agency)
    return replace(draft, outlet=known.name if known else agency)


def _without_year(piece: Piece, draft: Draft, anchor: When) -> Draft:
    """The draft dated by a day without a year in its head or opening, near the page's date."""
    if draft.date.known or not anchor.start:
        return draft
    if piece.found and (when := in_year(piece.found, anchor, "page")).known:
        return replace(draft, date=when)
    found = opening_date(draft)
    return replace(draft, date=in_year(found, anchor)) if found else draft


def _fetched(drafts: list[Draft]) -> Hours | None:
    """When the page was fetched, in hours since day 0: from the articles with date and age.

    It was fetched after all that is dated on it. None where nothing bounds it, or in contradiction.
    """
    low, high = 0.0, float("inf")
    for draft in drafts:
        start, end = draft.date.start, draft.date.end
        if start is None or end is None:
            continue
        low = max(low, _hours(start) + (draft.age.low if draft.age else 0))
        if draft.age:
            high = min(high, _hours(end) + draft.age.high)
    return (low, high) if low < high < float("inf") else None


def _by_age(draft: Draft, fetched: Hours, before: list[Draft]) -> Draft:
    """The draft dated by its age, which counts from when the page was fetched."""
    if draft.date.known or draft.age is None:
        return draft
    first = _day_of(fetched[0] - draft.age.high)
    last = _day_of(fetched[1] - draft.age.low, after=True)
    # Lists of articles run from the newest to the oldest, so one below is not the younger.
    for other in before:
        if other.age == draft.age and other.date.end and other.date.precision == "day":
            last = min(last, other.date.end)
    return replace(draft, date=interval(first, last, "page")) if first < last else draft


def _hours(day: date) -> float:
    return day.toordinal() * 24.0


def _day_of(hours: float, after: bool = False) -> date:
    """The day in which an hour lies; the first day after it if `after`."""
    return date.fromordinal(int(-(-hours // 24)) if after else int(hours // 24))
