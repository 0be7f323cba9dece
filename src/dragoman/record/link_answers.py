"""Incidents and disputes asked for, from what linking left."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, func, or_, select

from dragoman.model.rows import Json
from dragoman.record.beginnings import refuse_several
from dragoman.record.conditions import begins, joined, of_events
from dragoman.record.database import Database
from dragoman.record.filters import Filters
from dragoman.record.schema import events
from dragoman.record.schema_links import (
    linked_codings,
    linked_disputes,
    linked_events,
    linked_incidents,
    linked_positions,
)

Condition = ColumnElement[bool]
_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class Sought:
    """What is asked of a linking: the filters of events, of which those that people set right
    (`amended`) count only where they are in `right`; and what the incident itself must be."""

    linking: int
    filters: Filters
    amended: Collection[str] = ()
    right: Collection[str] = ()
    several: bool = False
    disputed: bool = False
    one_origin: bool = False


class LinkAnswers:
    """Questions to the linkings of a record."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def incidents(self, sought: Sought) -> list[Json]:
        """Rows of incidents, a page of them, in the order of time, the undated last."""
        table = linked_incidents.c
        wanted = select(table.data).where(_incidents(self._database, sought))
        order = (table.day.is_(None), table.day, table.id)
        return [
            row["data"]
            for row in self._database.rows(_page(wanted.order_by(*order), sought.filters))
        ]

    def count(self, sought: Sought) -> int:
        """How many incidents match, whatever the page."""
        wanted = select(func.count().label("n")).where(_incidents(self._database, sought))
        return int(self._database.rows(wanted)[0]["n"])

    def disputes(self, sought: Sought) -> list[Json]:
        """Rows of disputes, a page of them, by when they began; the undated last."""
        table = linked_disputes.c
        held = select(linked_positions.c.dispute).where(
            linked_positions.c.linking == sought.linking,
            _matches(self._database, sought, linked_positions.c.event),
        )
        wanted = select(table.data).where(table.linking == sought.linking)
        if _asks(sought):
            wanted = wanted.where(table.id.in_(held))
        wanted = wanted.order_by(table.since.is_(None), table.since, table.id)
        return [row["data"] for row in self._database.rows(_page(wanted, sought.filters))]

    def called(self, linking: int, start: str) -> str | None:
        """The id of the incident whose id begins so, or that has the event of that id.

        Raises UsageError where several begin so.
        """
        table = linked_incidents.c
        refuse_several(self._database, table.id, start, table.linking == linking)
        mine = select(linked_events.c.incident).where(
            linked_events.c.linking == linking, linked_events.c.event == start
        )
        wanted = select(table.id).where(
            table.linking == linking, or_(begins(table.id, start), table.id.in_(mine))
        )
        found = self._database.rows(
            wanted.order_by(table.day.is_(None), table.day, table.id).limit(1)
        )
        return str(found[0]["id"]) if found else None

    def dispute(self, linking: int, start: str) -> Json | None:
        """The row of the dispute whose id begins so; UsageError where several do."""
        table = linked_disputes.c
        refuse_several(self._database, table.id, start, table.linking == linking)
        wanted = select(table.data).where(table.linking == linking, begins(table.id, start))
        found = self._database.rows(wanted.order_by(table.id).limit(1))
        return found[0]["data"] if found else None

    def members(self, linking: int, ids: Iterable[str]) -> list[Json]:
        """The events of incidents: "incident", "act", "event" and "coding" of each."""
        table, given = linked_events.c, list(ids)
        found: list[Json] = []
        for start in range(0, len(given), _AT_ONCE):
            part = given[start : start + _AT_ONCE]
            wanted = select(table.incident, table.act, table.event, table.coding)
            mine = and_(table.linking == linking, table.incident.in_(part))
            rows = self._database.rows(
                wanted.where(mine).order_by(table.incident, table.act, table.event)
            )
            found += [dict(row) for row in rows]
        return found

    def of_events(self, linking: int, ids: Iterable[str]) -> dict[str, Json]:
        """The incidents of events: by event the incident's row."""
        table, given = linked_events.c, list(ids)
        found: dict[str, Json] = {}
        for start in range(0, len(given), _AT_ONCE):
            part = given[start : start + _AT_ONCE]
            same = and_(
                linked_incidents.c.linking == table.linking, linked_incidents.c.id == table.incident
            )
            wanted = select(table.event, linked_incidents.c.data).join(linked_incidents, same)
            rows = self._database.rows(
                wanted.where(table.linking == linking, table.event.in_(part))
            )
            found.update((row["event"], row["data"]) for row in rows)
        return found

    def notices(self, linking: int) -> list[int]:
        """The codings of reports that speak of correcting something."""
        table = linked_codings.c
        wanted = select(table.coding).where(table.linking == linking, table.notice)
        return [row["coding"] for row in self._database.rows(wanted.order_by(table.coding))]


def _incidents(database: Database, sought: Sought) -> Condition:
    table = linked_incidents.c
    asked = [table.linking == sought.linking]
    if sought.several or sought.one_origin:
        asked.append(table.reports > 1)
    if sought.one_origin:
        asked.append(table.origins == 1)
    if sought.disputed:
        asked.append(table.disputes > 0)
    if _asks(sought):
        mine = select(linked_events.c.incident).where(
            linked_events.c.linking == sought.linking,
            _matches(database, sought, linked_events.c.event),
        )
        asked.append(table.id.in_(mine))
    return and_(*asked)


def _asks(sought: Sought) -> bool:
    """True where something is asked of events beside the date that the linking is as of."""
    filters = sought.filters
    about = filters.about_events or filters.since or filters.until
    return bool(about or filters.outlets or filters.report or filters.text)


def _matches(database: Database, sought: Sought, column: ColumnElement[Any]) -> Condition:
    """An event that matches; of those that people set right those that now do."""
    found = joined(events, sought.filters, database.sqlite).where(*of_events(sought.filters))
    plain = column.in_(found.add_columns(events.c.id))
    if not sought.amended:
        return plain
    right = column.in_(sorted(sought.right)) if sought.right else false()
    return or_(and_(plain, column.not_in(sorted(sought.amended))), right)


def _page(wanted: Select[Any], filters: Filters) -> Select[Any]:
    return wanted.limit(filters.limit).offset(filters.offset or None)
