"""One incident or dispute in full, as commands print it."""

from __future__ import annotations

from dragoman.engine.incident_rows import dispute_row, incident_row
from dragoman.engine.incidents import ALL, dispute, incident, question
from dragoman.model.rows import Json
from dragoman.record import Filters, Record


def shown(record: Record, row_id: str, filters: Filters = ALL) -> tuple[str, Json] | None:
    """What has that id, or one that begins so: its kind and its row in full; None for neither.

    Of filters only `as_of` and `coder` count.
    """
    if one := incident(record, row_id, filters):
        return "incident", incident_row(one)
    if (told := dispute(record, row_id, filters)) and (
        whose := incident(record, told.incident, filters)
    ):
        return "dispute", dispute_row(told, whose)
    if asked := question(record, row_id, filters):
        return "dispute", asked
    return None
