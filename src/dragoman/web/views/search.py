"""Search: reports that hold the words, and events whose reports do."""

from __future__ import annotations

from dataclasses import replace

from dragoman.model.rows import Json
from dragoman.record import Filters
from dragoman.web.answers import Answer
from dragoman.web.asks import Ask
from dragoman.web.links import address
from dragoman.web.marks import Mark, Segment, segments
from dragoman.web.passages import first_words
from dragoman.web.schemas import SearchFilters
from dragoman.web.tables import table_of
from dragoman.web.telling import told

_EVENTS = 12


def search(ask: Ask) -> Answer:
    """Reports, the best first, each with the passage where the words stand."""
    filters = ask.filters(SearchFilters)
    query = ask.one("q") or ""
    limit = min(filters.limit or 20, 200)
    rows = ask.record.search(query, limit, filters) if query else []
    return Answer(
        title=f"Search: {query}" if query else "Search",
        template="search.html",
        data={"query": query, "notes": ask.record.notes(filters), "rows": rows},
        table=table_of("search", rows),
        page=lambda: _page(ask, query, rows),
    )


def _page(ask: Ask, query: str, rows: list[Json]) -> Json:
    holding = Filters(text=query, factuality=("happened",))
    found = _events(ask, holding, rows) if query else []
    return {
        "found": [{"row": r, "title": r["title"] or first_words(r["snippet"]["text"]),
                   "passage": passage(r["snippet"])} for r in rows],
        "events": [told(e) for e in found],
        "all_events": address("/chronology", {"text": [query]}),
    }  # fmt: skip


def _events(ask: Ask, holding: Filters, rows: list[Json]) -> list[Json]:
    """Events of the reports found whose own sentence holds one of the words found."""
    words = {_word(r["snippet"], m) for r in rows for m in r["snippet"]["marks"]}
    candidates = ask.record.events(replace(holding, limit=500))
    return [e for e in candidates if _holds(e["sentence"], words)][:_EVENTS]


def _holds(sentence: str, words: set[str]) -> bool:
    small = sentence.lower()
    return any(w in small for w in words)


def _word(snippet: Json, mark: list[int]) -> str:
    return str(snippet["text"][slice(*mark)]).lower()


def passage(snippet: Json) -> list[Segment]:
    """The passage with the words found marked."""
    marks = [Mark(start, end, "m-found") for start, end in snippet["marks"]]
    return segments(snippet["text"], 0, len(snippet["text"]), marks)
