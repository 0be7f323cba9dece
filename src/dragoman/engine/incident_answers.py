"""Answers about incidents and disputes as rows, for commands and data frames."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.engine.choosing import ANY, Choice
from dragoman.engine.incident_rows import dispute_row, incident_row, listed_row
from dragoman.engine.incidents import ALL, dispute, disputes, incident, incidents
from dragoman.model.rows import Json
from dragoman.model.sourced import SourcedDispute
from dragoman.record import Filters, Record


def incidents_listed(record: Record, filters: Filters = ALL, choice: Choice = ANY) -> list[Json]:
    """Rows of incidents, as `incidents` answers."""
    return [listed_row(one) for one in incidents(record, filters, choice)]


def disputes_listed(record: Record, filters: Filters = ALL) -> list[Json]:
    """Rows of disputes, as `disputes` answers."""
    return list(_rows(record, disputes(record, filters), filters))


def shown(record: Record, row_id: str, filters: Filters = ALL) -> tuple[str, Json] | None:
    """What has that id, or one that begins so: its kind and its row in full; None for neither.

    Of filters only `as_of` and `coder` count.
    """
    if one := incident(record, row_id, filters):
        return "incident", incident_row(one)
    if told := dispute(record, row_id, filters):
        return "dispute", next(_rows(record, [told], filters))
    return None


def _rows(record: Record, found: list[SourcedDispute], filters: Filters) -> Iterator[Json]:
    for one in found:
        whose = incident(record, one.incident, filters)
        if whose is not None:
            yield dispute_row(one, whose)
