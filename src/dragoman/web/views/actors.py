"""The actors: all of them in a table, and one with what it did and with whom."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from dragoman.engine.counted import months_counted
from dragoman.model.ontology import facts_of
from dragoman.model.rows import Json
from dragoman.record import Filters
from dragoman.record.naming import actor_code
from dragoman.web.answers import Answer
from dragoman.web.asks import Ask, NotFoundError
from dragoman.web.names import actor_name, state_of
from dragoman.web.schemas import ActorFilters, Paging
from dragoman.web.strip import strip
from dragoman.web.tables import table_of
from dragoman.web.views.latest import latest
from dragoman.web.views.paging import paged

_HAPPENED = ("happened",)
_SAID = ("attributions", "quotes", "judgements", "silences", "ties")


def actors(ask: Ask) -> Answer:
    """Actors by code, the most present first."""
    filters = ask.filters(ActorFilters)
    everyone = ask.record.actors(replace(filters, limit=None, offset=0))
    rows = everyone[filters.offset : filters.offset + (filters.limit or 0)]
    notes = ask.record.notes(filters)
    data = {**paged(ask, filters, len(everyone), len(rows)), "notes": notes, "rows": rows}
    return Answer(
        "Actors", "actors.html", data, table_of("actors", rows), lambda: {"asked": filters}
    )


def actor(ask: Ask, code: str) -> Answer:
    """One actor and all whose codes begin with its code."""
    filters = ask.filters(Paging)
    wanted = actor_code(code)
    own = ask.record.actors(replace(filters, actor=wanted, limit=None))
    statements = _statements(ask, replace(filters, actor=wanted))
    # Somebody may speak, or be spoken of, whom no mention has under that code.
    if not own and not any(statements.values()):
        raise NotFoundError(f"no actor {wanted}")
    happened = replace(filters, factuality=_HAPPENED, limit=None)
    as_actor = replace(happened, actor=wanted)
    as_recipient = replace(happened, recipient=wanted)
    data = {
        "code": wanted,
        "name": actor_name(wanted),
        "members": own,
        "acts": _types(ask, as_actor),
        "receives": _types(ask, as_recipient),
        "counterparts": counterparts(ask, wanted, happened),
        "statements": statements,
    }
    return Answer(
        title=actor_name(wanted),
        template="actor.html",
        data=data,
        table=table_of("actors", own),
        page=lambda: {
            "state": state_of(wanted),
            "strip": strip(months_counted(ask.record, as_actor)),
            "latest": latest(ask.record, as_actor, 8),
            "quad_of": lambda name: facts_of(name, None).quad_class,
        },
    )


def _types(ask: Ask, filters: Filters) -> list[Json]:
    return ask.record.facets(filters)["types"]


def _statements(ask: Ask, filters: Filters) -> Json:
    """How much it says, is said to hold back, is judged of, and is tied."""
    return {kind: ask.record.count_statements(kind, filters) for kind in _SAID}


def counterparts(ask: Ask, code: str, filters: Filters) -> list[Json]:
    """`{"code", "name", "to", "from"}`: events towards each other actor, and back, most first."""
    to, back = Counter[str](), Counter[str]()
    for row in ask.record.events_by_dyad(replace(filters, actor=code), limit=100):
        to[row["recipient"]] += row["count"]
    for row in ask.record.events_by_dyad(replace(filters, recipient=code), limit=100):
        back[row["actor"]] += row["count"]
    own = state_of(code) or code
    others = sorted({*to, *back} - {own}, key=lambda c: (-to[c] - back[c], c))
    return [{"code": c, "name": actor_name(c), "to": to[c], "from": back[c]} for c in others[:24]]
