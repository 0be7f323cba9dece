"""The rows of a linking as the linker needs them: keys, likely pairs, events and answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    Connection,
    Table,
    TextClause,
    and_,
    delete,
    insert,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.sql.elements import ColumnElement

from dragoman.model.rows import Json
from dragoman.record.schema_links import (
    linked_disputes,
    linked_events,
    linked_incidents,
    linked_keys,
    linked_pairs,
    linked_positions,
)

# Databases take no more than so many values in a statement.
_AT_ONCE = 400
# Nor more than so many questions in one.
_UNIONS = 100


class LinkRows:
    """The rows of one linking within a transaction."""

    def __init__(self, connection: Connection, linking: int) -> None:
        self._connection = connection
        self._linking = linking

    def codings_of(self, events: Iterable[str]) -> dict[str, int]:
        """The codings that events are of, by id; those that are not there are left out."""
        table = linked_events.c
        found: dict[str, int] = {}
        for part in _parts(events):
            wanted = self._of(linked_events, table.event.in_(part))
            rows = self._connection.execute(select(table.event, table.coding).where(wanted))
            found.update((row.event, row.coding) for row in rows)
        return found

    def held(self, keys: Iterable[int], most: int) -> dict[int, dict[str, bool]]:
        """The first `most` events under each key, each with whether it leads."""
        given = list(keys)
        found: dict[int, dict[str, bool]] = {key: {} for key in given}
        for start in range(0, len(given), _UNIONS):
            part = given[start : start + _UNIONS]
            values = {f"key{n}": key for n, key in enumerate(part)}
            wanted = _first_of_each(len(part))
            rows = self._connection.execute(
                wanted, {**values, "linking": self._linking, "most": most}
            )
            for key, event, leads in rows:
                found[key][event] = bool(leads)
        return found

    def pairs(self, event: str) -> set[str]:
        """The events that are likely to be one with an event."""
        table = linked_pairs.c
        wanted = select(table.other).where(self._of(linked_pairs, table.event == event))
        return set(self._connection.scalars(wanted))

    def events_of(self, codings: Sequence[int]) -> list[str]:
        """The events of codings."""
        found: list[str] = []
        for part in _parts(codings):
            wanted = self._of(linked_events, linked_events.c.coding.in_(part))
            found += self._connection.scalars(select(linked_events.c.event).where(wanted))
        return found

    def incidents_of(self, events: Iterable[str]) -> set[str]:
        """The incidents in which events are now."""
        table = linked_events.c
        found: set[str] = set()
        for part in _parts(events):
            wanted = self._of(linked_events, table.event.in_(part), table.incident.is_not(None))
            found.update(self._connection.scalars(select(table.incident).where(wanted)))
        return found

    def add_keys(self, rows: Iterable[tuple[int, str, bool]]) -> None:
        """Put events under keys."""
        self._insert(linked_keys, [{"key": k, "event": e, "leads": lead} for k, e, lead in rows])

    def drop_keys(self, rows: Iterable[tuple[int, str]]) -> None:
        """Take events from under keys."""
        self._delete_each(linked_keys, "key", "event", rows)

    def add_pairs(self, rows: Iterable[tuple[str, str]]) -> None:
        """Note likely pairs, either way."""
        both = [(a, b) for one, other in rows for a, b in ((one, other), (other, one))]
        self._insert(linked_pairs, [{"event": a, "other": b} for a, b in both])

    def drop_pairs(self, rows: Iterable[tuple[str, str]]) -> None:
        """Forget them."""
        both = [(a, b) for one, other in rows for a, b in ((one, other), (other, one))]
        self._delete_each(linked_pairs, "event", "other", both)

    def add_events(self, coding: Mapping[str, int]) -> None:
        """Note events with the codings that they are of; in no incident yet."""
        rows = [{"event": e, "coding": c, "incident": None, "act": 0} for e, c in coding.items()]
        self._insert(linked_events, rows)

    def drop_events(self, events: Iterable[str]) -> None:
        """Forget events."""
        for part in _parts(events):
            wanted = self._of(linked_events, linked_events.c.event.in_(part))
            self._connection.execute(delete(linked_events).where(wanted))

    def drop_incidents(self, ids: Iterable[str]) -> None:
        """Forget incidents with their disputes; their events are in none then."""
        for part in _parts(ids):
            mine = self._of(linked_disputes, linked_disputes.c.incident.in_(part))
            disputes = select(linked_disputes.c.id).where(mine)
            held = self._of(linked_positions, linked_positions.c.dispute.in_(disputes))
            self._connection.execute(delete(linked_positions).where(held))
            self._connection.execute(delete(linked_disputes).where(mine))
            gone = self._of(linked_incidents, linked_incidents.c.id.in_(part))
            self._connection.execute(delete(linked_incidents).where(gone))

    def add_incidents(self, rows: Sequence[Json]) -> None:
        """Keep incidents: their row, under "acts" their events by act, under "told" disputes."""
        plain = [{k: v for k, v in row.items() if k not in ("acts", "told")} for row in rows]
        self._insert(linked_incidents, plain)
        told = [d for row in rows for d in row["told"]]
        self._insert(linked_disputes, [{k: v for k, v in d.items() if k != "held"} for d in told])
        held = [{"dispute": d["id"], "event": event} for d in told for event in d["held"]]
        self._insert(linked_positions, held)
        for row in rows:
            for number, act in enumerate(row["acts"]):
                self._place(row["id"], number, act)

    def _place(self, incident: str, act: int, events: Sequence[str]) -> None:
        for part in _parts(events):
            wanted = self._of(linked_events, linked_events.c.event.in_(part))
            placed = update(linked_events).where(wanted).values(incident=incident, act=act)
            self._connection.execute(placed)

    def _of(self, table: Table, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
        return and_(table.c.linking == self._linking, *conditions)

    def _insert(self, table: Table, rows: Sequence[Json]) -> None:
        if rows:
            values = [{"linking": self._linking, **row} for row in rows]
            self._connection.execute(insert(table), values)

    def _delete_each(
        self, table: Table, one: str, other: str, rows: Iterable[tuple[Any, str]]
    ) -> None:
        for part in _parts(rows):
            these = or_(*(and_(table.c[one] == a, table.c[other] == b) for a, b in part))
            self._connection.execute(delete(table).where(self._of(table, these)))


@cache
def _first_of_each(count: int) -> TextClause:
    """Asks for the events under so many keys. Text, since putting together a question of so many
    parts takes longer than its answer."""
    one = (
        f"SELECT * FROM (SELECT key, event, leads FROM {linked_keys.name} "  # noqa: S608  # our own name
        "WHERE linking = :linking AND key = :key{n} LIMIT :most) AS part{n}"
    )
    return text(" UNION ALL ".join(one.replace("{n}", str(n)) for n in range(count)))


def _parts(values: Iterable[Any]) -> Iterable[list[Any]]:
    given = list(values)
    return (given[n : n + _AT_ONCE] for n in range(0, len(given), _AT_ONCE))
