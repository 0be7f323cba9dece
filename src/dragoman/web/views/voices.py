"""Those whose words the record holds: speakers with counts, authors with counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pydantic import BaseModel

from dragoman.model.rows import Json
from dragoman.record import Filters
from dragoman.web.answers import Answer
from dragoman.web.asks import Ask
from dragoman.web.said_schemas import JudgementFilters, QuoteFilters
from dragoman.web.tables import table_of
from dragoman.web.views.asked import actor_choices
from dragoman.web.views.paging import paged

Count = Callable[[Filters], list[Json]]


def speakers(ask: Ask) -> Answer:
    """Who is quoted, the most quoted first."""
    return _counted(ask, "speakers", "quotes", QuoteFilters, ask.record.speakers)


def authors(ask: Ask) -> Answer:
    """Who judges, those with most judgements first."""
    return _counted(ask, "authors", "judgements", JudgementFilters, ask.record.authors)


def _counted(ask: Ask, kind: str, of: str, known: type[BaseModel], count: Count) -> Answer:
    asked = ask.filters(known)
    everyone = count(replace(asked, limit=None, offset=0))
    rows = everyone[asked.offset : asked.offset + (asked.limit or 0)]
    notes = ask.record.notes(asked)
    return Answer(
        title=kind.capitalize(),
        template=f"{kind}.html",
        data={**paged(ask, asked, len(everyone), len(rows)), "notes": notes, "rows": rows},
        table=table_of(kind, rows),
        page=lambda: _page(ask, of, asked, everyone),
    )


def _page(ask: Ask, of: str, asked: Filters, everyone: Sequence[Json]) -> Json:
    choices = ask.record.choices(of, asked)
    return {
        "asked": asked,
        "choices": choices,
        "actors": actor_choices([c["value"] for c in choices["actors"]], asked),
        "all": sum(row[of] for row in everyone),
    }
