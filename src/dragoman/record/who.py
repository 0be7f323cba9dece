"""Which actors the record knows: their codes, names, and how often they are named and act."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Select, and_, func

from dragoman.model.rows import Json
from dragoman.record.conditions import begins, joined, of_events, published_within
from dragoman.record.database import Database
from dragoman.record.filters import Filters
from dragoman.record.schema import codings, event_actor, events, mention_actor, mentions

# More names than these of one code are spelled in the report's own mentions.
_NAMES = 8


@dataclass(slots=True)
class _Tally:
    names: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    mentions: int = 0
    roles: Counter[str] = field(default_factory=Counter)
    reports: int = 0


def actors_found(database: Database, filters: Filters) -> list[Json]:
    """Codes, the most present first, each with names, kinds and counts.

    Mentions are those of the reports asked for, by the time of their publication; events are
    taken by their own time. `actor` leaves the codes that begin with it. `reports` counts reports
    that mention the code. Raises UsageError for what is asked of events alone, such as a dyad: a
    mention has none.
    """
    filters.refuse("actors")
    tallies: defaultdict[str, _Tally] = defaultdict(_Tally)
    for row in database.rows(_mentions(filters, database.sqlite)):
        tally = tallies[row["code"]]
        tally.mentions += row["n"]
        tally.kinds[row["kind"]] += row["n"]
        if row["name"]:
            tally.names[row["name"]] += row["n"]
    for row in database.rows(_reports(filters, database.sqlite)):
        tallies[row["code"]].reports = row["n"]
    for row in database.rows(_events(filters, database.sqlite)):
        tallies[row["code"]].roles[row["role"]] = row["n"]
    shaped = [_shape(code, tally) for code, tally in tallies.items()]
    shaped.sort(key=lambda a: (-a["mentions"] - a["as_actor"] - a["as_recipient"], a["code"]))
    stop = None if filters.limit is None else filters.offset + filters.limit
    return shaped[filters.offset : stop]


def _mentions(filters: Filters, sqlite: bool) -> Select[Any]:
    link, mention = mention_actor.c, mentions.c
    same = and_(link.coding == mention.coding, link.seq == mention.seq)
    found = _of(filters, joined(mention_actor, filters, sqlite).join(mentions, same))
    return found.add_columns(
        link.code, mention.kind, mention.name, func.count().label("n")
    ).group_by(link.code, mention.kind, mention.name)


def _reports(filters: Filters, sqlite: bool) -> Select[Any]:
    code = mention_actor.c.code
    found = _of(filters, joined(mention_actor, filters, sqlite))
    counted = func.count(codings.c.report.distinct()).label("n")
    return found.add_columns(code, counted).group_by(code)


def _of(filters: Filters, found: Select[Any]) -> Select[Any]:
    """Mentions in reports published between the days, of the actor asked for."""
    found = found.where(*published_within(filters))
    return found.where(begins(mention_actor.c.code, filters.actor)) if filters.actor else found


def _events(filters: Filters, sqlite: bool) -> Select[Any]:
    link = event_actor.c
    same = and_(link.coding == events.c.coding, link.seq == events.c.seq)
    asked = of_events(replace(filters, actor=None))
    found = joined(events, filters, sqlite).join(event_actor, same).where(*asked)
    if filters.actor:
        found = found.where(begins(link.code, filters.actor))
    found = found.add_columns(link.code, link.role, func.count().label("n"))
    return found.group_by(link.code, link.role)


def _shape(code: str, tally: _Tally) -> Json:
    names = [name for name, _ in sorted(tally.names.items(), key=lambda n: (-n[1], n[0]))]
    return {
        "code": code,
        "name": names[0] if names else None,
        "names": names[:_NAMES],
        "kinds": [kind for kind, _ in sorted(tally.kinds.items(), key=lambda k: (-k[1], k[0]))],
        "mentions": tally.mentions,
        "as_actor": tally.roles["actor"],
        "as_recipient": tally.roles["recipient"],
        "reports": tally.reports,
    }
