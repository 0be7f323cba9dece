"""Drafts into Reports: cut to size, told their language and genre, given what the user said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from dragoman.ingest.articles import split_articles
from dragoman.ingest.characters import lines_of, one_line, uniform
from dragoman.ingest.dating import date_pieces
from dragoman.ingest.draft import Draft
from dragoman.ingest.genre import genre_of
from dragoman.ingest.given import Given, Refusal
from dragoman.ingest.limits import MAX_REPORT_CHARACTERS, MAX_REPORT_PIECES
from dragoman.ingest.outlets import known_outlet, outlet_of_url
from dragoman.ingest.tongue import language_of
from dragoman.model.report import Report, report_id

_PIECE = re.compile(r"\w+|[^\w\s]")
PARAGRAPH_BREAK = "\n\n"


def reports_of(draft: Draft, given: Given, source: str | None) -> Iterator[Report | Refusal]:
    """The reports in one draft as read from a file: split, cleaned, dated.

    A report that is cut gives a Refusal as well, which says where.
    """
    pieces = split_articles(with_given(draft, given))
    for number, piece in enumerate(date_pieces(pieces)):
        yield from finished(_filled(piece, given, number == 0), source)


def finished(draft: Draft, source: str | None) -> Iterator[Report | Refusal]:
    """The report of a clean draft, and a Refusal if it had to be cut."""
    lines = [line for line in draft.lines if line]
    kept, whole = _cut(lines)
    if not kept:
        return
    if not whole:
        yield Refusal(
            source or "text",
            f"cut after {sum(map(len, kept)):,} of {draft.size:,} characters; one report may have "
            f"{MAX_REPORT_CHARACTERS:,} and {MAX_REPORT_PIECES:,} words and marks; "
            "split it to have all of it",
        )
    yield report_of(replace(draft, lines=tuple(kept)), PARAGRAPH_BREAK.join(kept), source)


def report_of(draft: Draft, text: str, source: str | None, known_id: str | None = None) -> Report:
    """The report with this text and what the draft knows of it."""
    known = known_outlet(draft.outlet) or outlet_of_url(draft.url)
    return Report(
        id=known_id if known_id is not None else report_id(text),
        text=text,
        title=one_line(draft.title),
        outlet=one_line(draft.outlet) or (known.name if known else None),
        author=one_line(draft.author),
        url=draft.url,
        date=draft.date,
        language=draft.language or language_of(text),
        genre=genre_of(draft),
        notes=draft.notes,
        input=source,
    )


def draft_of_text(text: str) -> Draft:
    """A draft of raw text, its characters made uniform."""
    return Draft(tuple(lines_of(uniform(text))))


def with_given(draft: Draft, given: Given) -> Draft:
    """The draft with what the user said, which stands above its metadata and its page."""
    return replace(
        draft,
        date=given.date.on("given") if given.date.known else draft.date,
        outlet=given.outlet or draft.outlet,
        title=given.title or draft.title,
        url=given.url or draft.url,
        author=given.author or draft.author,
    )


def _filled(draft: Draft, given: Given, first: bool) -> Draft:
    """A page's further article with the user's date and outlet where it has none of its own."""
    if first:
        return draft
    date = draft.date if draft.date.known or not given.date.known else given.date.on("given")
    return replace(draft, date=date, outlet=draft.outlet or given.outlet)


def _cut(lines: list[str]) -> tuple[list[str], bool]:
    """As many paragraphs as one report may have, the last one cut after a blank; True if all."""
    kept: list[str] = []
    room, pieces = MAX_REPORT_CHARACTERS, 0
    for whole in lines:
        line, pieces = _first_pieces(whole, MAX_REPORT_PIECES - pieces), pieces + _count(whole)
        if pieces > MAX_REPORT_PIECES:
            return [k for k in (*kept, line[: max(room, 0)]) if k.strip()], False
        if len(line) > room:
            part = line[:room]
            kept.append(part[: part.rfind(" ", room - 200) if " " in part[room - 200 :] else room])
            return [k for k in kept if k.strip()], False
        kept.append(line)
        room -= len(line) + len(PARAGRAPH_BREAK)
        if room <= 200:
            return kept, len(kept) == len(lines)
    return kept, True


def _count(line: str) -> int:
    """About how many tokens the parser would make of a line: its words and its marks."""
    return sum(1 for _ in _PIECE.finditer(line))


def _first_pieces(line: str, most: int) -> str:
    """The line, up to its first `most` words and marks."""
    beyond = next(islice(_PIECE.finditer(line), max(most, 0), None), None)
    return line[: beyond.start()].rstrip() if beyond else line
