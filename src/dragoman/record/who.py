"""Which actors the record knows: their codes, names, and how often they are named and act."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Select, and_, func

from dragoman.model.rows import Json
from dragoman.record.conditions import begins, joined, of_events
from dragoman.record.database import Database
from dragoman.record.filters import Filters
from dragoman.record.schema import event_actor, events, mention_actor, mentions

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

    Mentions are those of the reports asked for; events are those that match all filters. `actor`
    leaves the codes that begin with it. `reports` counts reports that mention the code.
    """
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


def _mentioned(filters: Filters, sqlite: bool) -> Select[Any]:
    code = mention_actor.c.code
    same = and_(mention_actor.c.coding == mentions.c.coding, mention_actor.c.seq == mentions.c.seq)
    found = joined(mentions, filters, sqlite).join(mention_actor, same).add_columns(code)
    return found.where(begins(code, filters.actor)) if filters.actor else found


def _mentions(filters: Filters, sqlite: bool) -> Select[Any]:
    found = _mentioned(filters, sqlite)
    found = found.add_columns(mentions.c.kind, mentions.c.name, func.count().label("n"))
    return found.group_by(mention_actor.c.code, mentions.c.kind, mentions.c.name)


def _reports(filters: Filters, sqlite: bool) -> Select[Any]:
    found = _mentioned(filters, sqlite)
    return found.add_columns(func.count(mentions.c.report.distinct()).label("n")).group_by(
        mention_actor.c.code
    )


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
