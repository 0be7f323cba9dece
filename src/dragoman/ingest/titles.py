"""The title of an article, where its first line is one."""

from __future__ import annotations

from functools import cache

from dragoman.ingest.calendar import date_line
from dragoman.ingest.debris import debris
from dragoman.ingest.shapes import (
    ends_sentence,
    has_name,
    is_heading,
    is_prose,
    is_title_like,
    same,
)  # fmt: skip
from dragoman.model.tables import Column, read_table

# Headings of sections that could be mistaken for titles have up to so many words.
HEADING_WORDS = 6


@cache
def _headings() -> frozenset[str]:
    rows = read_table("ingest/headings.tsv", (Column("heading"),))
    return frozenset(r["heading"] for r in rows)


def split_title(lines: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    """The title in the first line, or None, and the lines of the text without it."""
    first = next((i for i, line in enumerate(lines) if line), None)
    if first is None or not _is_title(lines, first):
        return None, lines
    return lines[first], lines[first + 1 :]


def without_title(lines: tuple[str, ...], title: str | None) -> tuple[str, ...]:
    """The lines without a first line that repeats the known title."""
    first = next((i for i, line in enumerate(lines) if line), None)
    if title is None or first is None or not _repeats(lines[first], title):
        return lines
    return lines[first + 1 :]


def is_section_heading(line: str) -> bool:
    """True for a heading of the table, such as papers and newsletters have."""
    return line.casefold().strip(" .:!?") in _headings()


def _repeats(line: str, title: str) -> bool:
    """True for the title itself, also where one of the two has the outlet's name behind it."""
    if same(line, title):
        return True
    short, long = sorted((line, title), key=len)
    return (
        len(short) >= 15 and long.startswith(short) and long[len(short) :].lstrip()[:1] in "|-–—:·"
    )


def _is_title(lines: tuple[str, ...], first: int) -> bool:
    line = lines[first]
    following = [text for text in lines[first + 1 :] if text]
    if not is_title_like(line) or not following or is_section_heading(line) or date_line(line):
        return False
    if debris().is_menu(line) or (is_prose(line) and not line.rstrip("\"'”’").endswith("?")):
        return False
    if not any(is_prose(text) or ends_sentence(text) for text in following[:4]):
        return False
    return not _heads_a_section(line, following)


def _heads_a_section(line: str, following: list[str]) -> bool:
    """True when a nameless short line is the first of several headings of its kind."""
    if len(line.split()) > HEADING_WORDS or has_name(line):
        return False
    others = [t for t in following if is_heading(t) and len(t.split()) <= HEADING_WORDS]
    return any(not has_name(t) for t in others)
