"""Incidents and disputes of a record: what happened once, who tells it how, and on whose word.

from dragoman.engine.incidents import disputes, incidents
from dragoman.record import open_record, parse_filters

with open_record("dragoman.db") as record:
    for one in incidents(record, parse_filters(dyad="AZE-RUS", as_of="2025-08-01")):
        print(one.incident.when, len(one.reports), len(one.origins), one.disputes)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from dragoman.engine.asked_of import asked_of
from dragoman.engine.choosing import ANY, Choice
from dragoman.engine.linked import linked
from dragoman.model.incident import Incident
from dragoman.model.sourced import SourcedDispute, SourcedIncident
from dragoman.record import Filters, Record

ALL = Filters()
T = TypeVar("T")


def incidents(
    record: Record, filters: Filters = ALL, choice: Choice = ANY
) -> list[SourcedIncident]:
    """The incidents with an event that matches, in the order of time, the undated last.

    An incident is told by all reports that had come out by `as_of`; the other filters choose
    among incidents and change none. Raises UsageError for what events cannot be asked for.
    """
    state = linked(record, filters)
    return [state.sources.sourced(one) for one in _page(_chosen(record, filters, choice), filters)]


def count_incidents(record: Record, filters: Filters = ALL, choice: Choice = ANY) -> int:
    """How many incidents match, whatever the page."""
    return len(_chosen(record, filters, choice))


def incident(record: Record, incident_id: str, filters: Filters = ALL) -> SourcedIncident | None:
    """One incident by its id, or how that begins, or by the id of one of its events."""
    state = linked(record, filters)
    start = incident_id.lower()
    for one in state.incidents:
        if one.id.startswith(start) or start in one.events:
            return state.sources.sourced(one)
    return None


def disputes(record: Record, filters: Filters = ALL) -> list[SourcedDispute]:
    """The disputes in which an event that matches holds a position, by when they began.

    Those of which no day is known come last.
    """
    state = linked(record, filters)
    wanted = _wanted(record, filters)
    found = [
        (one, n)
        for one in _matching(record, filters)
        for n, dispute in enumerate(one.disputes)
        if any(h.event in wanted for p in dispute.positions for h in p.holdings)
    ]
    found.sort(key=lambda at: (at[0].disputes[at[1]].since or date.max, at[0].disputes[at[1]].id))
    return [state.sources.sourced(one).disputes[n] for one, n in _page(found, filters)]


def dispute(record: Record, dispute_id: str, filters: Filters = ALL) -> SourcedDispute | None:
    """One dispute by its id, or how that begins; None where there is none."""
    state = linked(record, filters)
    for one in state.incidents:
        for n, found in enumerate(one.disputes):
            if found.id.startswith(dispute_id.lower()):
                return state.sources.sourced(one).disputes[n]
    return None


def _chosen(record: Record, filters: Filters, choice: Choice) -> list[Incident]:
    sources = linked(record, filters).sources
    return [one for one in _matching(record, filters) if choice.takes(one, sources)]


def _matching(record: Record, filters: Filters) -> list[Incident]:
    wanted = _wanted(record, filters)
    return [one for one in linked(record, filters).incidents if not wanted.isdisjoint(one.events)]


def _wanted(record: Record, filters: Filters) -> set[str]:
    """The ids of the events asked for; those that people set right by what these say."""
    filters.refuse("events")
    right = linked(record, filters).overlay.amended
    found = record.event_ids(filters)
    if not right:
        return found
    reports = replace(
        filters, actor=None, recipient=None, dyad=None, types=(), modes=(), factuality=(),
        place=None, since=None, until=None,
    )  # fmt: skip
    there = record.event_ids(reports).intersection(right)
    return (found - right.keys()) | {name for name in there if asked_of(right[name], filters)}


def _page(found: Sequence[T], filters: Filters) -> Sequence[T]:
    stop = None if filters.limit is None else filters.offset + filters.limit
    return found[filters.offset : stop]
