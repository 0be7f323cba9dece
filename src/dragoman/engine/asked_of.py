"""Whether an event that a person set right is what is asked for."""

from __future__ import annotations

from dragoman.model.event import Event
from dragoman.model.when import When, meet
from dragoman.record import Filters
from dragoman.record.naming import state_named


def asked_of(event: Event, filters: Filters) -> bool:
    """True where the event has all that `filters` ask of events, as the record asks it."""
    asked = When(filters.since, filters.until)
    return all(
        (
            not filters.actor or _begins(event.actor, filters.actor),
            not filters.recipient or _begins(event.recipient, filters.recipient),
            not filters.dyad or _between(event, *filters.dyad),
            not filters.types or event.type in filters.types,
            not filters.modes or event.mode in filters.modes,
            not filters.factuality or event.factuality in filters.factuality,
            not filters.place or _at(event, filters.place),
            not asked.known or (event.when.known and meet(event.when, asked)),
        )
    )


def _begins(codes: tuple[str, ...], start: str) -> bool:
    return any(code.startswith(start) for code in codes)


def _between(event: Event, a: str, b: str) -> bool:
    who, whom = event.actor, event.recipient
    across = (_begins(who, a) and _begins(whom, b)) or (_begins(who, b) and _begins(whom, a))
    return across or (not whom and _begins(who, a) and _begins(who, b))


def _at(event: Event, place: str) -> bool:
    where = event.where
    if where is None:
        return False
    country = state_named(place) or place.upper()
    return where.name.lower() == place.lower() or where.country == country
