"""Lines that name the author."""

from __future__ import annotations

import re

from dragoman.ingest.calendar import find_date
from dragoman.ingest.date_words import words
from dragoman.ingest.debris import debris

# A byline names a few people; a longer line is a sentence.
LONGEST = 140
_PARTS = re.compile(r"\s*[,;&]\s*")
_NAME = re.compile(r"[^\W\d_][\w'’.-]*(?: [\w'’.-]+){0,11}")
# "and", "und", "van", "bin": what stands in lower case between names has few letters.
_LINK = 3
_AFTER_NAME = re.compile(r"\s*(?:\||·|•|—|–| - |\(|/|@).*$")


def author_in(line: str) -> str | None:
    """The author that a byline names ("By Jane Doe and John Roe"), or None for other lines."""
    if len(line) > LONGEST:
        return None
    match = debris().fits("byline", line)
    if match is None:
        return None
    named = match["author"]
    if date := find_date(named):
        named = named[: date.start]
    named = _AFTER_NAME.sub("", named).strip(" ,.")
    return named if named and _are_names(named) else None


def _are_names(text: str) -> bool:
    """True for one name or several, each of capitalised words; days and months are no names."""
    parts = [p for p in _PARTS.split(text) if p]
    return bool(parts) and len(parts) <= 8 and all(_is_name(p) for p in parts)


def _is_name(text: str) -> bool:
    if not _NAME.fullmatch(text):
        return False
    known = words().of
    tokens = text.split()
    if tokens[0].casefold() in known["weekday"] or tokens[0].casefold() in known["month"]:
        return False
    linked = all(t[:1].isupper() or len(t) <= _LINK for t in tokens)
    return linked and tokens[0][:1].isupper() and tokens[-1][:1].isupper()
