"""What a reader of an answer must know: which reports a date leaves out, what the record lacks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from difflib import get_close_matches
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from dragoman.model.rows import Json
from dragoman.record.conditions import at_place, begins, perhaps_published_by, undated
from dragoman.record.database import Database
from dragoman.record.filters import Filters
from dragoman.record.reporting import left_out
from dragoman.record.schema import (
    attributions,
    codings,
    event_actor,
    events,
    judgement_actor,
    judgements,
    mention_actor,
    quotes,
    reports,
    silences,
    table_ties,
    ties,
)

# A line that names more than these cannot be read.
_NAMED = 3
_CHOICES = 8
# Comparing takes time with the square of the length.
_LONGEST = 80

Found = Select[Any]


def as_of_notes(database: Database, filters: Filters) -> Iterator[str]:
    """Which of the reports asked for may have been out by `as_of`, so that they are left out.

    Those that are known to have come out later are not missed.
    """
    if filters.as_of is None:
        return
    late = left_out(database, filters, perhaps_published_by(filters.as_of))
    unknown = len(left_out(database, filters, undated()))
    said = []
    if late:
        named = [f"{_title(r)} ({_published(r['date'])})" for r in late[:_NAMED]]
        more = f" and {len(late) - _NAMED} more" if len(late) > _NAMED else ""
        came = "it may have" if len(late) == 1 else "they may have"
        said.append(
            f"{_are(len(late))} left out since {came} come out later: {', '.join(named)}{more}"
        )
    if unknown and late:
        said.append(f"{unknown} {'has' if unknown == 1 else 'have'} no known date")
    elif unknown:
        why = "it has" if unknown == 1 else "they have"
        said.append(f"{_are(unknown)} left out since {why} no known date")
    if said:
        yield "; ".join(said)


def lacking(database: Database, filters: Filters) -> Iterator[str]:
    """What is asked for that the record has nothing of at all, with what it has instead."""
    for name, code in filters.called:
        yield f"{name} is read as {code}, whose rows do not tell one office or body from another"
    for said, asked, places, column in _asked(filters):
        if not any(database.rows(there.limit(1)) for there in places):
            yield f"{said}; {_has(database, column, asked)}"


def _asked(filters: Filters) -> Iterator[tuple[str, str, list[Found], ColumnElement[Any]]]:
    """What is said where it is not there, what was asked for, where it may be, what to choose."""
    acts = event_actor.c.code
    named = (mention_actor.c.code, judgement_actor.c.code, ties.c.a, ties.c.b)
    speaking = (attributions.c.actor, quotes.c.actor, silences.c.actor)
    for code in dict.fromkeys((filters.actor, filters.recipient, *(filters.dyad or ()))):
        if code:
            tied = (table_ties.c.a, table_ties.c.b)
            there = [select(c).where(begins(c, code)) for c in (acts, *named, *speaking, *tied)]
            yield f"nothing in the record names {code}", code, there, acts
    own = reports.c.outlet
    for outlet in filters.outlets:
        same = [select(own).where(func.lower(own) == func.lower(outlet))]
        yield f"no report in the record is from {outlet}", outlet, same, own
    if filters.report:
        found = [select(reports.c.id).where(begins(reports.c.id, filters.report.lower()))]
        said = f"no report in the record has an id that begins with {filters.report}"
        yield said, filters.report, found, func.substr(reports.c.id, 1, 8)
    for whose, name, column in (
        ("quotation", filters.speaker, quotes.c.speaker),
        ("judgement", filters.author, judgements.c.author),
        *(("attribution", stance, attributions.c.stance) for stance in filters.stances),
    ):
        if name:
            same = [select(column).where(func.lower(column) == func.lower(name))]
            by = "has the stance" if whose == "attribution" else "is by"
            yield f"no {whose} in the record {by} {name}", name, same, column
    if filters.place:
        there = [select(events.c.id).where(at_place(filters.place))]
        yield f"no event in the record is at {filters.place}", filters.place, there, events.c.place
    if filters.coder:
        made = [select(codings.c.id).where(codings.c.coder == filters.coder)]
        yield (
            f"nothing in the record is coded by {filters.coder}",
            filters.coder,
            made,
            codings.c.coder,
        )


def _has(database: Database, column: ColumnElement[Any], asked: str) -> str:
    """What the record has: the nearest to what was asked for, else the most frequent."""
    count = func.count().label("n")
    most = select(column.label("value"), count).where(column.is_not(None)).group_by(column)
    rows = database.rows(most.order_by(count.desc(), column))
    values = [str(row["value"]) for row in rows]
    if not values:
        return "it has none"
    near = get_close_matches(asked[:_LONGEST].lower(), [v.lower() for v in values], 3)
    shown = [v for v in values if v.lower() in near] or values[:_CHOICES]
    more = len(values) - len(shown)
    return f"it has: {', '.join(shown)}" + (f" and {more} more" if more else "")


def _are(count: int) -> str:
    return "1 report is" if count == 1 else f"{count} reports are"


def _title(row: Json) -> str:
    return str(row["title"] or row["id"][:8])


def _published(when: Json) -> str:
    """A publication date as far as it is known: "from 2025-03-01 to 2025-03-31"."""
    last = date.fromisoformat(when["end"]) - timedelta(days=1) if when["end"] else None
    ends = (f"from {when['start']}" if when["start"] else "", f"to {last}" if last else "")
    return " ".join(e for e in ends if e)
