"""Corrections and withdrawals, with what rests on the report that was wrong."""

from __future__ import annotations

from dataclasses import replace

from dragoman.engine.corrected import corrections_listed
from dragoman.web.answers import Answer
from dragoman.web.asks import Ask
from dragoman.web.schemas import Paging
from dragoman.web.tables import table_of
from dragoman.web.views.paging import paged


def corrections(ask: Ask) -> Answer:
    """All corrections, in the order of their reports' ids."""
    asked = ask.filters(Paging)
    everything = corrections_listed(ask.record, replace(asked, limit=None, offset=0))
    rows = everything[asked.offset : asked.offset + (asked.limit or 0)]
    return Answer(
        title="Corrections",
        template="corrections.html",
        data={
            **paged(ask, asked, len(everything), len(rows)),
            "notes": ask.record.notes(asked),
            "rows": rows,
        },
        table=table_of("corrections", rows),
    )
