"""Incidents and disputes of a record: what happened once, who tells it how, and on whose word.

from dragoman.engine.incidents import disputes, incidents
from dragoman.record import open_record, parse_filters

with open_record("dragoman.db") as record:
    for one in incidents(record, parse_filters(dyad="AZE-RUS", as_of="2025-08-01")):
        print(one.incident.when, len(one.reports), len(one.origins), one.disputes)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.engine.asked_of import asked_of
from dragoman.engine.choosing import ANY, Choice
from dragoman.engine.linked import Linked, linked
from dragoman.engine.questions import questions_listed
from dragoman.model.rows import Json
from dragoman.model.sourced import SourcedDispute, SourcedIncident
from dragoman.record import Filters, Record
from dragoman.record.link_answers import Sought

ALL = Filters()


def incidents_listed(record: Record, filters: Filters = ALL, choice: Choice = ANY) -> list[Json]:
    """Rows of the incidents with an event that matches, in the order of time, the undated last.

    An incident is told by all reports that had come out by `as_of`; the other filters choose
    among incidents and change none. Raises UsageError for what events cannot be asked for.
    """
    state = linked(record, filters)
    return state.record.links.incidents(_sought(state, filters, choice))


def incidents(
    record: Record, filters: Filters = ALL, choice: Choice = ANY
) -> list[SourcedIncident]:
    """The same in full, but for why the events of each are one, and for corrections."""
    state = linked(record, filters)
    rows = state.record.links.incidents(_sought(state, filters, choice))
    return state.sourced([row["id"] for row in rows], whole=False)


def incidents_called(
    record: Record, ids: Sequence[str], filters: Filters = ALL
) -> list[SourcedIncident]:
    """Incidents by their ids, as of the date of `filters`, as `incidents` gives them."""
    return linked(record, filters).sourced(ids, whole=False)


def count_incidents(record: Record, filters: Filters = ALL, choice: Choice = ANY) -> int:
    """How many incidents match, whatever the page."""
    state = linked(record, filters)
    return state.record.links.count(_sought(state, filters, choice))


def incident(record: Record, incident_id: str, filters: Filters = ALL) -> SourcedIncident | None:
    """One incident by its id, or how that begins, or by the id of one of its events."""
    state = linked(record, filters)
    found = state.record.links.called(state.number, incident_id.lower())
    return state.sourced([found])[0] if found else None


def disputes_listed(record: Record, filters: Filters = ALL) -> list[Json]:
    """Rows of the disputes in which an event that matches holds a position, by when they began.

    Those of which no day is known come last. Opposite assessments of the ties between two states
    are among them; their `incident` is None.
    """
    state = linked(record, filters)
    asked = questions_listed(state.record, filters)
    if not asked:
        return state.record.links.disputes(_sought(state, filters, ANY))
    whole = _sought(state, replace(filters, limit=None, offset=0), ANY)
    rows = [*state.record.links.disputes(whole), *asked]
    rows.sort(key=lambda row: (row["since"] or "9999", row["id"]))
    return rows[filters.offset : None if filters.limit is None else filters.offset + filters.limit]


def question(record: Record, dispute_id: str, filters: Filters = ALL) -> Json | None:
    """The row of opposite assessments of one question, by its id or how that begins."""
    start = dispute_id.lower()
    asked = Filters(as_of=filters.as_of, coder=filters.coder)
    rows = questions_listed(record, asked)
    return next((row for row in rows if row["id"].startswith(start)), None)


def disputes(record: Record, filters: Filters = ALL) -> list[SourcedDispute]:
    """The same in full."""
    state = linked(record, filters)
    rows = state.record.links.disputes(_sought(state, filters, ANY))
    return _disputes(state, rows)


def dispute(record: Record, dispute_id: str, filters: Filters = ALL) -> SourcedDispute | None:
    """One dispute by its id, or how that begins; None where there is none."""
    state = linked(record, filters)
    row = state.record.links.dispute(state.number, dispute_id.lower())
    return next(iter(_disputes(state, [row])), None) if row else None


def incidents_of(record: Record, events: Iterable[str], filters: Filters = ALL) -> dict[str, Json]:
    """By event the row of its incident, as of the date and for the coder of `filters`."""
    state = linked(record, filters)
    return state.record.links.of_events(state.number, events)


def _disputes(state: Linked, rows: list[Json]) -> list[SourcedDispute]:
    whole = state.sourced(list(dict.fromkeys(row["incident"] for row in rows)), whole=False)
    found = {dispute.id: dispute for one in whole for dispute in one.disputes}
    return [found[row["id"]] for row in rows]


def _sought(state: Linked, filters: Filters, choice: Choice) -> Sought:
    """What is asked of the linking; events that people set right by what these say."""
    filters.refuse("events")
    amended = state.overlay.amended
    right: set[str] = set()
    if amended:
        reports = replace(
            filters, actor=None, recipient=None, dyad=None, types=(), modes=(), factuality=(),
            place=None, since=None, until=None,
        )  # fmt: skip
        there = state.record.event_ids(reports).intersection(amended)
        right = {name for name in there if asked_of(amended[name], filters)}
    return Sought(
        state.number,
        filters,
        tuple(amended),
        tuple(right),
        several=choice.several,
        disputed=choice.disputed,
        one_origin=choice.one_origin,
    )
