"""The actor tables under `data/actors/`: who there is, what they are called, and when.

Each reader gives a whole table as frozen rows and reads it once. A table that does not fit raises
TableError with its file, line and choices.
"""

from __future__ import annotations

from functools import cache
from typing import cast, get_args

from dragoman.language.actor_columns import (
    actor_code,
    day_after,
    days,
    doubtful,
    first_day,
    holder_code,
    names,
    number,
    sure,
)
from dragoman.language.actor_rows import (
    Agent,
    AgentKind,
    Named,
    Person,
    Sector,
    State,
    StateKind,
    Title,
)
from dragoman.model.actor import ActorKind
from dragoman.model.tables import Column, Row, read_table

NAMED_TABLES: dict[str, ActorKind] = {
    "bodies": "body",
    "organisations": "organisation",
    "groups": "group",
    "companies": "company",
    "media": "media",
    "peoples": "people",
}
_STATE_NAMES = ("aliases", "adjectives", "peoples", "seats")


@cache
def sectors() -> dict[str, Sector]:
    """Sectors and prefixes by code."""
    rows = read_table("actors/sectors.tsv", (Column("code"), Column("name"), Column("means")))
    return {r["code"]: Sector(r["code"], r["name"], r["means"]) for r in rows}


@cache
def states() -> tuple[State, ...]:
    """States and entities that act like states, in the table's order."""
    columns = (
        Column("code"),
        Column("name"),
        Column("iso2", optional=True),
        names("aliases"),
        names("adjectives"),
        names("peoples"),
        Column("capital"),
        names("seats"),
        number("geonameid", optional=True),
        number("lat"),
        number("lon"),
        Column("kind", choices=get_args(StateKind)),
        *days(),
    )
    return tuple(_state(r) for r in read_table("actors/states.tsv", columns))


@cache
def state_codes() -> frozenset[str]:
    """The codes of all states."""
    return frozenset(s.code for s in states())


@cache
def people() -> tuple[Person, ...]:
    """Offices that persons held, in the table's order; rows of one name are one person."""
    columns = (
        Column("name"),
        names("aliases"),
        holder_code(state_codes()),
        _sector(),
        Column("office"),
        *days(),
    )
    rows = read_table("actors/people.tsv", columns)
    called: dict[str, list[str]] = {}
    for r in rows:
        called.setdefault(r["name"], []).extend(r.many("aliases"))
    return tuple(_person(r, called[r["name"]]) for r in rows)


@cache
def named() -> tuple[Named, ...]:
    """Bodies, organisations, groups, companies, media and peoples, table after table."""
    code = actor_code(state_codes(), frozenset(sectors()))
    found: list[Named] = []
    for table, kind in NAMED_TABLES.items():
        columns = (code, Column("name"), names("aliases"), Column("kind", choices=(kind,)), *days())
        found.extend(_named(r, kind) for r in read_table(f"actors/{table}.tsv", columns))
    return tuple(found)


@cache
def agents() -> dict[str, Agent]:
    """Nouns and phrases for those who act, in lower case; singular and plural are keys alike."""
    columns = (
        Column("phrase"),
        _sector(),
        Column("kind", choices=get_args(AgentKind)),
        Column("plural", optional=True),
        Column("note", optional=True),
    )
    found: dict[str, Agent] = {}
    for r in read_table("actors/agents.tsv", columns):
        kind = cast(AgentKind, r["kind"])
        agent = Agent(r["phrase"], r["sector"], kind, r["plural"], r["note"])
        found[agent.phrase.lower()] = agent
        if agent.plural:
            found[agent.plural.lower()] = agent
    return found


@cache
def titles() -> dict[str, Title]:
    """Titles and offices by their words in lower case, those of most words first."""
    rows = read_table(
        "actors/titles.tsv", (Column("title"), _sector(), Column("note", optional=True))
    )
    rows.sort(key=lambda r: (-len(r["title"].split()), r["title"]))
    return {r["title"].lower(): Title(r["title"], r["sector"], r["note"]) for r in rows}


def _sector() -> Column:
    return Column("sector", choices=tuple(sectors()))


def _state(r: Row) -> State:
    aliases, adjectives, peoples, seats = (r.many(c) for c in _STATE_NAMES)
    return State(
        code=r["code"],
        name=r["name"],
        iso2=r["iso2"] or None,
        aliases=sure(aliases),
        adjectives=sure(adjectives),
        peoples=sure(peoples),
        capital=r["capital"],
        seats=sure(seats),
        doubtful=doubtful([*aliases, *adjectives, *peoples, *seats]),
        doubtful_aliases=doubtful(aliases),
        geonameid=int(r["geonameid"]) if r["geonameid"] else None,
        lat=float(r["lat"]),
        lon=float(r["lon"]),
        kind=cast(StateKind, r["kind"]),
        since=first_day(r["since"]),
        until=day_after(r["until"]),
    )


def _person(r: Row, called: list[str]) -> Person:
    return Person(
        name=r["name"],
        aliases=sure(called),
        doubtful=doubtful(called),
        code=r["code"],
        sector=r["sector"],
        office=r["office"],
        since=first_day(r["since"]),
        until=day_after(r["until"]),
    )


def _named(r: Row, kind: ActorKind) -> Named:
    called = r.many("aliases")
    return Named(
        code=r["code"],
        name=r["name"],
        aliases=sure(called),
        doubtful=doubtful(called),
        kind=kind,
        since=first_day(r["since"]),
        until=day_after(r["until"]),
    )
