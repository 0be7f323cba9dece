"""When the articles of one page were published, as far as the page itself tells."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache

from dragoman.ingest.articles import Piece
from dragoman.ingest.calendar import (
    Found,
    days_around,
    find_date,
    in_year,
    interval,
    words,
)  # fmt: skip
from dragoman.ingest.draft import Age, Draft
from dragoman.ingest.outlets import known_outlet
from dragoman.model.when import UNKNOWN, When

# Datelines and "as of" stand within so many characters of a text's beginning.
OPENING = 260
DATELINE = 130
_DATELINE = re.compile(r"^[A-Z][^—–]{1,110}?\s*(?:—|–|--|(?<=[ )])-(?= ))\s*")
_PARENTHESIS = re.compile(r"\(([A-Z][^()]{1,50})\)")


def date_pieces(pieces: list[Piece]) -> list[Draft]:
    """The drafts of one page with their dates: the page's own, the text's, or by their ages.

    What has a date keeps it. A weekday without a year is placed beside a date of the same page, and
    an age ("3 hours ago") is counted from when the page was fetched, which the articles that have
    both a date and an age bound; without such bounds it stays unknown.
    """
    drafts = [_dated(p) for p in pieces]
    anchor = next((d.date for d in drafts if d.date.start), UNKNOWN)
    drafts = [_by_weekday(p, d, anchor) for p, d in zip(pieces, drafts, strict=True)]
    fetched = _fetched(drafts)
    return [_by_age(d, fetched, drafts[:i]) for i, d in enumerate(drafts)] if fetched else drafts


def _dated(piece: Piece) -> Draft:
    """A piece's draft with the date of its metadata, its head or its opening."""
    draft = _with_wire(piece.draft)
    if draft.date.known:
        return draft
    if piece.found and piece.found.when.known:
        return replace(draft, date=piece.found.when)
    found = opening_date(draft)
    return replace(draft, date=found.when) if found and found.when.known else draft


def opening_date(draft: Draft) -> Found | None:
    """The date of a dateline, or behind words such as "as of" in the title or the opening."""
    first = next((x for x in draft.lines if x), "")
    line = dateline(first)
    if line and (found := find_date(line, basis="text")):
        return found
    opening = "\n".join([draft.title or "", first[:OPENING]])
    for match in _asof().finditer(opening):
        found = find_date(opening[match.end() : match.end() + 60], basis="text")
        if found and found.start <= 2:
            return found
    return None


def dateline(paragraph: str) -> str | None:
    """The dateline with which a wire story begins ("BAKU, July 1 (Sample Wire) - "), or None.

    It names a place in capitals, or has a date or an agency in parentheses, before a dash.
    """
    match = _DATELINE.match(paragraph[:DATELINE])
    if match is None:
        return None
    line = match[0]
    place = re.match(r"[^\W\d_][^\W\d_.' -]+", line)
    shouted = bool(place and place[0].isupper() and len(place[0]) > 2)
    agency, dated = _PARENTHESIS.search(line), find_date(line)
    if len(line.split()) > 14 or not line[:1].isupper():
        return None
    return line if (shouted and (agency or dated or len(line) < 50)) or (agency and dated) else None


@cache
def _asof() -> re.Pattern[str]:
    return re.compile(rf"\b{words().pattern('asof')}\s*[:,]?\s*", re.IGNORECASE)


def _with_wire(draft: Draft) -> Draft:
    """The draft with the agency of its dateline as outlet, where no other is known."""
    first = next((x for x in draft.lines if x), "")
    line = None if draft.outlet else dateline(first)
    agency = _PARENTHESIS.search(line) if line else None
    if agency is None:
        return draft
    known = known_outlet(agency[1])
    return replace(draft, outlet=known.name if known else agency[1])


def _by_weekday(piece: Piece, draft: Draft, anchor: When) -> Draft:
    if draft.date.known or not anchor.start:
        return draft
    for found, basis in ((piece.found, "page"), (opening_date(draft), "text")):
        if found and (when := in_year(found, anchor)).known:
            return replace(draft, date=when.on("page" if basis == "page" else "text"))
    return draft


def _fetched(drafts: list[Draft]) -> tuple[date, date, Age] | None:
    """The days and the age of an article that has both: they bound when the page was read."""
    for draft in drafts:
        if draft.age and draft.date.start and draft.date.end:
            return draft.date.start, draft.date.end, draft.age
    return None


def _by_age(draft: Draft, fetched: tuple[date, date, Age], before: list[Draft]) -> Draft:
    """The draft dated by its age: `fetched` tells how long ago a dated article was."""
    if draft.date.known or draft.age is None:
        return draft
    start, end, age = fetched
    first, last = days_around(start, age.low - draft.age.high, end, age.high - draft.age.low)
    # Lists of articles run from the newest to the oldest, so one below is not the younger.
    for other in before:
        if other.age == draft.age and other.date.end and other.date.precision == "day":
            last = min(last, other.date.end)
    return replace(draft, date=interval(first, last, "page")) if first < last else draft
