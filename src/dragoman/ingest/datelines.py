"""Datelines of wire stories, and words such as "as of", with which a text dates itself."""

from __future__ import annotations

import re
from functools import cache

from dragoman.ingest.calendar import Found, find_date
from dragoman.ingest.date_words import words
from dragoman.ingest.draft import Draft

# Datelines and "as of" stand within so many characters of a text's beginning.
OPENING = 260
DATELINE = 130
DATELINE_WORDS = 14
_DATELINE = re.compile(r"^[A-Z][^—–]{1,110}?\s*(?:—|–|--|(?<=[ )])-(?= ))\s*")
# As TASS and its neighbours write: "MOSCOW, July 8. /TASS/. "
_SLASHED = re.compile(r"^[A-Z][^/\n]{2,60}/(?P<agency>[A-Z][\w .-]{1,30})/\.?\s*")
_PLACE = re.compile(r"[^\W\d_][^\W\d_.' -]+")
_PARENTHESIS = re.compile(r"\(([A-Z][^()]{1,50})\)")


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
    if slashed := _SLASHED.match(paragraph[:DATELINE]):
        return slashed[0] if find_date(slashed[0]) else None
    match = _DATELINE.match(paragraph[:DATELINE])
    if match is None or len(match[0].split()) > DATELINE_WORDS:
        return None
    line = match[0]
    place = _PLACE.match(line)
    shouted = bool(place and place[0].isupper() and len(place[0]) > 2)
    agency, dated = agency_of(line), find_date(line)
    return line if (shouted and (agency or dated or len(line) < 50)) or (agency and dated) else None


def agency_of(line: str) -> str | None:
    """The agency that a dateline names in parentheses or between slashes."""
    found = _SLASHED.match(line) or _PARENTHESIS.search(line)
    return found[1] if found else None


@cache
def _asof() -> re.Pattern[str]:
    return re.compile(rf"\b{words().pattern('asof')}\s*[:,]?\s*", re.IGNORECASE)
