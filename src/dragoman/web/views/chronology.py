"""The chronology: events in the order of time, and the filters that led to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby

from dragoman.engine.whens import day_label, interval
from dragoman.model.ontology import FACTUALITIES, event_modes
from dragoman.model.rows import Json
from dragoman.record import Filters
from dragoman.web.answers import Answer
from dragoman.web.asks import Ask
from dragoman.web.links import address, without
from dragoman.web.names import actor_name, state_of
from dragoman.web.strip import strip
from dragoman.web.tables import plain_table, table_of
from dragoman.web.telling import told
from dragoman.web.views.paging import paged
from dragoman.web.words import types_by_quad

_HAPPENED = ("happened",)
# What together makes a pair of actors, either way.
_PAIR = {"actor", "recipient", "both", "dyad"}
_CHIP_NAMES = {"actor": "who", "recipient": "towards", "as_of": "as of", "until": "before"}


def chronology(ask: Ask) -> Answer:
    """Events that happened, or of the factuality asked for, a page at a time."""
    return _listed(ask, _HAPPENED)


def events(ask: Ask) -> Answer:
    """The same of any factuality."""
    return _listed(ask, ())


def facets(ask: Ask) -> Answer:
    """How many events there are of each type, factuality, outlet and actor."""
    found = ask.record.facets(ask.filters())
    rows = ({"facet": name, **row} for name, values in found.items() for row in values)
    table = plain_table(("facet", "value", "count"), rows)
    return Answer("Facets", "chronology.html", dict(found), table)


def _listed(ask: Ask, default: tuple[str, ...]) -> Answer:
    asked = ask.filters()
    shown = replace(asked, factuality=asked.factuality or default)
    rows = ask.record.events(shown)
    total = ask.record.count_events(shown)
    data = {**paged(ask, asked, total, len(rows)), "notes": ask.record.notes(asked), "rows": rows}
    return Answer(
        title="Chronology",
        template="chronology.html",
        data=data,
        table=table_of("events", rows),
        page=lambda: _page(ask, asked, shown, rows),
    )


def _page(ask: Ask, asked: Filters, shown: Filters, rows: Sequence[Json]) -> Json:
    facets = ask.record.facets(shown)
    return {
        "asked": asked,
        "years": list(by_year(rows)),
        "facets": {name: {f["value"]: f["count"] for f in found} for name, found in facets.items()},
        "actors": actor_choices([f["value"] for f in facets["actors"]], asked),
        "pair": asked.dyad or (asked.actor or "", asked.recipient or ""),
        "all_asked": asked.factuality == FACTUALITIES,
        "others": _others(facets["factuality"]) if not asked.factuality else 0,
        "chips": list(chips(ask, asked)),
        "quads": types_by_quad(),
        "modes": event_modes(),
        "strip": strip(ask.record.events_by_month(replace(shown, limit=None, offset=0))),
        "everything": address(ask.path, ask.params, factuality="all", offset=None),
    }


def by_year(rows: Sequence[Json]) -> Iterator[Json]:
    """`{"label", "days": [{"label", "events"}]}`; what has no date stands last, by itself."""
    for year, of_year in groupby(rows, _year):
        days = [
            {"label": label, "events": [told(r) for r in of_day]}
            for label, of_day in groupby(of_year, partial(_day, year))
        ]
        yield {"label": str(year) if year else "Without a date", "dated": bool(year), "days": days}


def _day(year: int | None, row: Json) -> str:
    return day_label(row["when"], year)


def _year(row: Json) -> int | None:
    start, end = interval(row["when"])
    known = start or end
    return known.year if known else None


def _others(factualities: Sequence[Json]) -> int:
    return sum(f["count"] for f in factualities if f["value"] != "happened")


def actor_choices(codes: Sequence[str], asked: Filters) -> list[Json]:
    """Actors to choose from: each state as a whole, then those of its bodies that occur."""
    chosen = [c for c in (asked.actor, asked.recipient, *(asked.dyad or ())) if c]
    states: dict[str, list[str]] = {}
    for code in [*codes, *chosen]:
        states.setdefault(state_of(code) or "", []).append(code)
    found = [_choice(s, [s, *sorted({*own} - {s})]) for s, own in states.items() if s]
    found.sort(key=lambda g: str(g["label"]))
    if others := states.get(""):
        found.append(_choice("", list(dict.fromkeys(others))))
    return found


def _choice(state: str, codes: Sequence[str]) -> Json:
    names = [{"code": c, "name": actor_name(c)} for c in codes]
    return {"label": actor_name(state) if state else "Others", "codes": names}


def chips(ask: Ask, asked: Filters) -> Iterator[Json]:
    """The filters that are set, each with the address of the page without it."""
    hidden = {"limit", "offset", "both"}
    if asked.dyad:
        hidden |= _PAIR
        away = {name: values for name, values in ask.params.items() if name not in _PAIR}
        pair = " and ".join(actor_name(code) for code in asked.dyad)
        yield {"name": "between", "value": pair, "href": address(ask.path, away, offset=None)}
    for name, values in ask.params.items():
        for value in values if name not in hidden else ():
            if value.strip():
                href = without(ask.path, ask.params, name, value)
                yield {
                    "name": _CHIP_NAMES.get(name, name),
                    "value": _chip(name, value, asked),
                    "href": href,
                }


def _chip(name: str, value: str, asked: Filters) -> str:
    code = {"actor": asked.actor, "recipient": asked.recipient}.get(name)
    return actor_name(code) if code else value
