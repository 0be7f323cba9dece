"""Which reports spoke of two actors, and when: without them, a quiet period says nothing."""

from __future__ import annotations

from sqlalchemy import select

from dragoman.model.rows import Json
from dragoman.record.conditions import begins, newest, of_reports
from dragoman.record.database import Database
from dragoman.record.filters import Filters
from dragoman.record.schema import codings, mention_actor, reports


def reports_naming_both(database: Database, a: str, b: str, filters: Filters) -> list[Json]:
    """`{"report", "outlet", "start", "end"}` of each report that names both, by publication.

    A code stands for all that begin with it. Of filters those of reports count, and the coder.
    """
    naming = (
        codings.c.number.in_(select(mention_actor.c.coding).where(begins(mention_actor.c.code, x)))
        for x in (a, b)
    )
    found = (
        select(
            reports.c.id.label("report"),
            reports.c.outlet,
            reports.c.published_start.label("start"),
            reports.c.published_end.label("end"),
        )
        .join(codings, reports.c.number == codings.c.report)
        .where(newest(filters), *of_reports(filters, database.sqlite), *naming)
        .order_by(reports.c.published_start, reports.c.number)
    )
    return [dict(row) for row in database.rows(found)]
