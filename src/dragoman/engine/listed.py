"""Events as lists show them: as people set them right, each with how much stands behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from heapq import merge
from itertools import islice

from dragoman.engine.asked_of import asked_of
from dragoman.engine.linked import linked, missing
from dragoman.engine.loading import loader
from dragoman.model.event import Event
from dragoman.model.rows import Json, event_row
from dragoman.model.when import PRECISIONS
from dragoman.record import Filters, Record

ALL = Filters()
# Lists are marked with origins where no more reports than this wait to be linked.
FEW = 500
# Rows that are marked at a time.
_AT_ONCE = 200
HAPPENED = ("happened",)


def events_listed(record: Record, filters: Filters = ALL) -> Iterator[Json]:
    """Events in the order of time, those rejected left out, those amended as they should be.

    `incident` of each row has the id of its incident, how many `reports` tell it, on how many
    `origins`, and the `only_origin`; it is None where too many reports are not linked yet.
    `amended` of a row that was set right lists the fields.
    """
    filters.refuse("events")
    rows = _ruled(record, filters)
    stop = None if filters.limit is None else filters.offset + filters.limit
    yield from _marked(record, islice(rows, filters.offset, stop), filters)


def chronology_listed(record: Record, filters: Filters = ALL) -> Iterator[Json]:
    """The same of what happened, or of the factuality that is asked for."""
    filters.refuse("events")
    return events_listed(record, replace(filters, factuality=filters.factuality or HAPPENED))


def event_counted(record: Record, filters: Filters = ALL) -> int:
    """How many `events_listed` gives, whatever the page."""
    changed, right = rulings_on(record, filters)
    there = record.event_ids(filters) & changed if changed else set()
    return record.count_events(filters) - len(there) + len(right)


def event_listed(record: Record, event_id: str, coder: str | None = None) -> Json | None:
    """One event as people set it right; None where there is none. A rejected one is there too."""
    row = record.event(event_id, coder)
    if row is None:
        return None
    load = loader(record, Filters(coder=coder), record.standing_rulings())
    amended = load.overlay.amended.get(row["id"])
    return _amended(row, amended) if amended else row


def notes(record: Record, filters: Filters = ALL) -> list[str]:
    """What a reader of such a list must know, beside the record's notes."""
    waiting = missing(record, filters)
    said = f"on how many origins each rests is not told: {waiting} reports are not linked yet"
    return [f"{said}; link them with: dragoman incidents"] if waiting > FEW else []


def _ruled(record: Record, filters: Filters) -> Iterator[Json]:
    whole = replace(filters, limit=None, offset=0)
    changed, right = rulings_on(record, filters)
    if not changed:
        stop = None if filters.limit is None else filters.offset + filters.limit
        return record.iter_events(replace(whole, limit=stop))
    plain = (row for row in record.iter_events(whole) if row["id"] not in changed)
    return merge(plain, sorted(right, key=_in_time), key=_in_time)


def rulings_on(record: Record, filters: Filters) -> tuple[set[str], list[Json]]:
    """The ids of events that were amended or rejected, and the amended that are asked for."""
    load = loader(record, filters, record.standing_rulings(filters.as_of))
    amended, rejected = load.overlay.amended, load.overlay.rejected
    wanted = {name for name, event in amended.items() if asked_of(event, filters)} - rejected
    plain = replace(
        filters, actor=None, recipient=None, dyad=None, types=(), modes=(), factuality=(),
        place=None, since=None, until=None, limit=None, offset=0,
    )  # fmt: skip
    there = record.event_ids(plain) & wanted if wanted else set()
    rows = ((record.event(name, filters.coder), amended[name]) for name in sorted(there))
    return {*amended, *rejected}, [_amended(row, event) for row, event in rows if row]


def _amended(row: Json, event: Event) -> Json:
    right = event_row(event)
    fields = [name for name in right if name in row and row[name] != right[name]]
    return {**row, **{name: right[name] for name in fields}, "amended": fields}


def _in_time(row: Json) -> tuple[bool, str, int]:
    """The earlier first, the more precise first, the undated last."""
    when = row["when"]
    start = when["start"] or when["end"]
    return start is None, start or "", list(PRECISIONS).index(when["precision"])


def _marked(record: Record, rows: Iterator[Json], filters: Filters) -> Iterator[Json]:
    known = missing(record, filters) <= FEW
    while part := list(islice(rows, _AT_ONCE)):
        found = _incidents(record, part, filters) if known else {}
        yield from ({**row, "incident": found.get(row["id"])} for row in part)


def _incidents(record: Record, rows: Iterable[Json], filters: Filters) -> dict[str, Json]:
    state = linked(record, filters)
    found = state.record.links.of_events(state.number, (row["id"] for row in rows))
    names = ("id", "reports", "origins", "only_origin", "disputes")
    return {event: {name: one[name] for name in names} for event, one in found.items()}
