"""The chronology: events in the order of time, and the filters that led to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.engine.counted import facets_counted, months_counted
from dragoman.engine.listed import event_counted, events_listed
from dragoman.model.ontology import FACTUALITIES, event_modes
from dragoman.model.rows import Json
from dragoman.record import Filters
from dragoman.web.answers import Answer
from dragoman.web.asks import Ask
from dragoman.web.links import address
from dragoman.web.strip import strip
from dragoman.web.tables import plain_table, table_of
from dragoman.web.telling import told
from dragoman.web.views.asked import actor_choices, chips
from dragoman.web.views.paging import paged
from dragoman.web.views.timeline import by_year
from dragoman.web.words import types_by_quad

_HAPPENED = ("happened",)


def chronology(ask: Ask) -> Answer:
    """Events that happened, or of the factuality asked for, a page at a time."""
    return _listed(ask, _HAPPENED)


def events(ask: Ask) -> Answer:
    """The same of any factuality."""
    return _listed(ask, ())


def facets(ask: Ask) -> Answer:
    """How many events there are of each type, factuality, outlet and actor."""
    found = facets_counted(ask.record, ask.filters())
    rows = ({"facet": name, **row} for name, values in found.items() for row in values)
    table = plain_table(("facet", "value", "count"), rows)
    return Answer("Facets", "chronology.html", dict(found), table)


def _listed(ask: Ask, default: tuple[str, ...]) -> Answer:
    asked = ask.filters()
    shown = replace(asked, factuality=asked.factuality or default)
    rows = list(events_listed(ask.record, shown))
    total = event_counted(ask.record, shown)
    data = {**paged(ask, asked, total, len(rows)), "notes": ask.record.notes(asked), "rows": rows}
    return Answer(
        title="Chronology",
        template="chronology.html",
        data=data,
        table=table_of("events", rows),
        page=lambda: _page(ask, asked, shown, rows),
    )


def _page(ask: Ask, asked: Filters, shown: Filters, rows: Sequence[Json]) -> Json:
    facets = facets_counted(ask.record, shown)
    return {
        "asked": asked,
        "years": list(by_year(rows, told, "when")),
        "facets": {name: {f["value"]: f["count"] for f in found} for name, found in facets.items()},
        "actors": actor_choices([f["value"] for f in facets["actors"]], asked),
        "pair": asked.dyad or (asked.actor or "", asked.recipient or ""),
        "all_asked": asked.factuality == FACTUALITIES,
        "others": _others(facets["factuality"]) if not asked.factuality else 0,
        "chips": list(chips(ask, asked)),
        "quads": types_by_quad(),
        "modes": event_modes(),
        "strip": strip(months_counted(ask.record, replace(shown, limit=None, offset=0))),
        "everything": address(ask.path, ask.params, factuality="all", offset=None),
    }


def _others(factualities: Sequence[Json]) -> int:
    return sum(f["count"] for f in factualities if f["value"] != "happened")
