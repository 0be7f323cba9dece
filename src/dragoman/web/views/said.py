"""Quotations, attributions, judgements, silences and ties: a page of rows, with filters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pydantic import BaseModel

from dragoman.model.rows import Json
from dragoman.record import Filters
from dragoman.web import said_schemas as schemas
from dragoman.web import saying
from dragoman.web.answers import Answer
from dragoman.web.asks import Ask
from dragoman.web.tables import table_of
from dragoman.web.views.asked import actor_choices, chips
from dragoman.web.views.paging import paged
from dragoman.web.views.timeline import by_year


@dataclass(frozen=True, slots=True)
class Listing:
    """A kind of rows: what its page is called, what can be asked, and how a row is told."""

    kind: str
    title: str
    known: type[BaseModel]
    tell: Callable[[Json], Json]


QUOTES = Listing("quotes", "Quotations", schemas.QuoteFilters, saying.quote)
ATTRIBUTIONS = Listing("attributions", "Who says what", schemas.AttributionFilters, saying.saying)
JUDGEMENTS = Listing("judgements", "Judgements", schemas.JudgementFilters, saying.judgement)
SILENCES = Listing("silences", "Silences", schemas.SaidFilters, saying.silence)
TIES = Listing("ties", "Ties", schemas.TieFilters, saying.tie)


def quotes(ask: Ask) -> Answer:
    """Quotations; of one speaker, where one is asked for, with what is known of him or her."""
    return _listed(ask, QUOTES)


def attributions(ask: Ask) -> Answer:
    """Who says, thinks or wants what; by source, stance and cue."""
    return _listed(ask, ATTRIBUTIONS)


def judgements(ask: Ask) -> Answer:
    """Who foretold or judged what; of one author, where one is asked for."""
    return _listed(ask, JUDGEMENTS)


def silences(ask: Ask) -> Answer:
    """Who was asked, or expected to speak, and said nothing."""
    return _listed(ask, SILENCES)


def ties(ask: Ask) -> Answer:
    """What holds between two over time."""
    return _listed(ask, TIES)


def _listed(ask: Ask, listing: Listing) -> Answer:
    asked = ask.filters(listing.known)
    rows = list(ask.record.statements(listing.kind, asked))
    total = ask.record.count_statements(listing.kind, asked)
    whose = asked.speaker or asked.author
    notes = ask.record.tie_notes(asked) if listing is TIES else ask.record.notes(asked)
    return Answer(
        title=f"{listing.title}: {whose}" if whose else listing.title,
        template=f"{listing.kind}.html",
        data={
            **paged(ask, asked, total, len(rows)),
            "notes": notes,
            "rows": rows,
        },
        table=table_of(listing.kind, rows),
        page=lambda: _page(ask, listing, asked, rows),
    )


def _page(ask: Ask, listing: Listing, asked: Filters, rows: Sequence[Json]) -> Json:
    choices = _choices(ask, listing, asked)
    due = bool(asked.due_since or asked.due_until)
    return {
        "asked": asked,
        "years": list(by_year(rows, listing.tell, "horizon" if due else "published", due)),
        "due": due,
        "choices": choices,
        "actors": actor_choices([c["value"] for c in choices["actors"]], asked),
        "chips": list(chips(ask, asked)),
        "voice": _voice(ask, asked),
    }


def _choices(ask: Ask, listing: Listing, asked: Filters) -> Json:
    """What the rows can be narrowed to; ties are counted with those from tables."""
    found: Json = {**ask.record.choices(listing.kind, replace(asked, tables=()))}
    return found | ask.record.tie_facets(asked) if listing is TIES else found


def _voice(ask: Ask, asked: Filters) -> Json | None:
    """The one speaker or author whose rows are asked for, counted in all of the record."""
    record, known = ask.record, Filters(as_of=asked.as_of)
    if asked.speaker:
        found = record.speakers(replace(known, speaker=asked.speaker))
    else:
        found = record.authors(replace(known, author=asked.author)) if asked.author else []
    if not found:
        return None
    name = asked.speaker or asked.author
    others = {
        "attributions": replace(known, source=name),
        "quotes": replace(known, speaker=name),
        "judgements": replace(known, author=name),
    }
    also = {kind: record.count_statements(kind, filters) for kind, filters in others.items()}
    return {**found[0], "also": also}
