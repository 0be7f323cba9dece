"""The last events that have a date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.model.rows import Json
from dragoman.record import Filters, Record
from dragoman.web.telling import told

# Asking for what is since then leaves out what has no date at all.
_BEGINNING = date(1, 1, 1)


def latest(record: Record, filters: Filters, most: int) -> list[Json]:
    """The last `most` of the events asked for, the last first, as templates tell them."""
    dated = replace(filters, since=filters.since or _BEGINNING, limit=None, offset=0)
    count = record.count_events(dated)
    rows = record.events(replace(dated, offset=max(0, count - most), limit=most))
    return [told(r) for r in reversed(rows)]
