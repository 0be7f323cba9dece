"""Finding reports by their words, with the passage where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, and_, select

from dragoman.model.rows import Json
from dragoman.record.conditions import of_reports, published_within
from dragoman.record.database import Database
from dragoman.record.filters import Filters
from dragoman.record.fulltext import Term, fold, hits, terms
from dragoman.record.schema import reports

# Characters of a report that are shown, enough for two or three lines.
_PASSAGE = 240
_WORD = re.compile(r"\w+")


def search_found(database: Database, query: str, limit: int, filters: Filters) -> list[Json]:
    """Reports that hold the words of `query`, the best first, each with a `snippet`.

    A snippet is `text`, the passage; `span`, where it stands in the report's text; and `marks`,
    the found words as ranges of the passage.
    """
    statement = _statement(query, filters, database.sqlite).limit(limit).offset(filters.offset)
    asked = [t for t in terms(query) if t.wanted]
    return [
        {**row["about"], "rank": round(row["rank"], 4), "snippet": snippet(row["text"], asked)}
        for row in database.rows(statement)
    ]


def _statement(query: str, filters: Filters, sqlite: bool) -> Select[Any]:
    found = hits(query, sqlite).subquery()
    return (
        select(reports.c.data.label("about"), reports.c.text, found.c.rank)
        .join(found, and_(found.c.number == reports.c.number))
        .where(*of_reports(filters, sqlite), *published_within(filters))
        .order_by(found.c.rank, reports.c.number)
    )


def snippet(text: str, asked: Sequence[Term]) -> Json:
    """The passage of `text` that holds most of the words asked for; its start when none do."""
    wanted = [(w, t.begins) for t in asked for w in t.words]
    found = [m.span() for m in _WORD.finditer(text) if _is_one_of(fold(m.group()), wanted)]
    start = _best(found)
    start = text.rfind(" ", 0, start) + 1 if start else 0
    end = min(len(text), start + _PASSAGE)
    if end < len(text):
        end = max(text.rfind(" ", start, end), start + _PASSAGE // 2)
    marks = [[s - start, e - start] for s, e in found if start <= s and e <= end]
    return {"text": text[start:end], "span": [start, end], "marks": marks}


def _best(found: Sequence[tuple[int, int]]) -> int:
    """Where to begin so that the passage holds most finds, with some words before the first."""
    most, best, last = 0, 0, 0
    for first, (start, _) in enumerate(found):
        last = max(last, first)
        while last < len(found) and found[last][1] <= start + _PASSAGE - 40:
            last += 1
        if last - first > most:
            most, best = last - first, start
    return max(0, best - 40)


def _is_one_of(word: str, wanted: Sequence[tuple[str, bool]]) -> bool:
    return any(word.startswith(w) if begins else _alike(word, w) for w, begins in wanted)


def _alike(word: str, other: str) -> bool:
    """Forms of one word, near enough to mark: they differ only in short endings."""
    shared = 0
    for a, b in zip(word, other, strict=False):
        if a != b:
            break
        shared += 1
    ending = max(len(word), len(other)) - shared
    return ending == 0 or (shared >= 4 and ending <= 3)
