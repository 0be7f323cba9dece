"""Who is who in a record: the names of its mentions, put together to identities."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from typing import Any

from sqlalchemy import Select, and_

from dragoman.language.actor_tables import named, people, state_codes, states
from dragoman.linking.names import bearer_key, identities
from dragoman.model.errors import UsageError
from dragoman.model.identity import Bearer, Identity, Link
from dragoman.model.rows import Json
from dragoman.record.conditions import joined, published_within
from dragoman.record.database import Database
from dragoman.record.filters import Filters
from dragoman.record.ruling import standing
from dragoman.record.schema import mention_actor, mentions, reports

_STATE = 3
# Persons named in at most so many reports tell something by standing beside one; in a report that
# names more than these, all stand beside all.
_RARE, _CROWD = 10, 40
# Comparing takes time with the square of the length.
_LONGEST = 80


@dataclass(slots=True)
class _Use:
    """How one name is used: the codes beside it, the reports, the mentions in each."""

    codes: Counter[str] = field(default_factory=Counter)
    reports: Counter[str] = field(default_factory=Counter)


_Name = tuple[str, str, str | None]


def identities_found(database: Database, filters: Filters) -> list[Json]:
    """Identities, the most mentioned first, of the names in the reports asked for.

    `actor` leaves those that have a code which begins with it. People's rulings count whenever
    they were made: they are about names, not about news. Raises UsageError for what is asked of
    events alone.
    """
    filters.refuse("actors")
    uses = _uses(database, filters)
    found = identities(_bearers(uses), standing(database))
    shaped = [_shape(identity, uses) for identity in found]
    if filters.actor:
        shaped = [row for row in shaped if any(c.startswith(filters.actor) for c in row["codes"])]
    shaped.sort(key=lambda row: (-row["mentions"], row["name"], row["id"]))
    stop = None if filters.limit is None else filters.offset + filters.limit
    return shaped[filters.offset : stop]


def check_called(database: Database, name: str) -> None:
    """Raise UsageError, with the nearest, where no actor of the record is called `name`."""
    uses = _uses(database, Filters())
    called = {word for b in _bearers(uses) for word in (b.name, bearer_key(b))}
    if name.strip() in called:
        return
    near = get_close_matches(name[:_LONGEST], sorted(called), 3)
    said = f"near it are: {', '.join(near)}" if near else "see: dragoman actors --merged"
    raise UsageError(f"nothing in the record is called {name!r}; {said}")


def _uses(database: Database, filters: Filters) -> dict[_Name, _Use]:
    """The uses of each name, parted by country unless the tables have the name."""
    rows = [dict(row) for row in database.rows(_named(filters, database.sqlite))]
    told: defaultdict[tuple[str, str, str, int, int], list[str]] = defaultdict(list)
    for row in rows:
        mention = row["kind"], row["name"], row["report"], row["coding"], row["seq"]
        told[mention] += [row["code"]] if row["code"] else []
    mine: dict[_Name, _Use] = {}
    for (kind, name, report, _, _), codes in told.items():
        if name in _state_names():
            kind = "state"  # noqa: PLW2901  # its land and its government are told by its name too
        country = None if name in _known() else _country(codes)
        use = mine.setdefault((kind, name, country), _Use())
        use.codes.update(codes)
        use.reports[report] += 1
    return mine


def _named(filters: Filters, sqlite: bool) -> Select[Any]:
    link, mention = mention_actor.c, mentions.c
    same = and_(link.coding == mention.coding, link.seq == mention.seq)
    found = joined(mentions, filters, sqlite).outerjoin(mention_actor, same)
    return found.where(mention.name.is_not(None), *published_within(filters)).add_columns(
        mention.kind, mention.name, mention.coding, mention.seq, link.code,
        reports.c.id.label("report"),
    )  # fmt: skip


def _bearers(uses: Mapping[_Name, _Use]) -> Iterable[Bearer]:
    beside = _beside(uses)
    for (kind, name, country), use in uses.items():
        yield Bearer(
            name=name,
            kind=kind,  # type: ignore[arg-type]  # the record keeps only kinds of actors
            country=country or (_country(use.codes.elements()) if name in _known() else None),
            known=name in _known(),
            codes=tuple(use.codes),
            reports=tuple(use.reports),
            beside=tuple(beside.get(name, ())),
        )


def _beside(uses: Mapping[_Name, _Use]) -> dict[str, set[str]]:
    """The seldom named persons of the same reports, by name."""
    persons: defaultdict[str, set[str]] = defaultdict(set)
    for (kind, name, _), use in uses.items():
        if kind == "person":
            persons[name].update(use.reports)
    present: defaultdict[str, list[str]] = defaultdict(list)
    for name, where in persons.items():
        if len(where) <= _RARE:
            for report in where:
                present[report].append(name)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for names in present.values():
        if len(names) <= _CROWD:
            for name in names:
                found[name].update(other for other in names if other != name)
    return found


def _country(codes: Iterable[str]) -> str | None:
    """The state that most codes are of; None where they are of none, or of two alike."""
    ranked = Counter(c[:_STATE] for c in codes if c[:_STATE] in state_codes()).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


@cache
def _state_names() -> frozenset[str]:
    """The main names of the states."""
    return frozenset(s.name for s in states())


@cache
def _known() -> frozenset[str]:
    """The main names of the actor tables."""
    return frozenset(row.name for table in (people(), named(), states()) for row in table)


def _shape(identity: Identity, uses: Mapping[_Name, _Use]) -> Json:
    members = [(m, _use(m, uses)) for m in identity.members]
    members.sort(key=lambda m: (-sum(m[1].reports.values()), bearer_key(m[0])))
    codes = sum((use.codes for _, use in members), Counter[str]())
    return {
        "id": identity.id,
        "name": members[0][0].name,
        "kind": identity.kind,
        "status": identity.status,
        "names": list(dict.fromkeys(m.name for m, _ in members)),
        "codes": [code for code, _ in sorted(codes.items(), key=lambda c: (-c[1], c[0]))],
        "mentions": sum(use.reports.total() for _, use in members),
        "reports": len({report for _, use in members for report in use.reports}),
        "members": [
            {
                "key": bearer_key(m),
                "name": m.name,
                "country": m.country,
                "mentions": use.reports.total(),
                "reports": len(use.reports),
            }
            for m, use in members
        ],
        "links": [_link(link) for link in identity.links],
        "doubts": [_link(link) for link in identity.doubts],
    }


def _use(member: Bearer, uses: Mapping[_Name, _Use]) -> _Use:
    own = uses.get((member.kind, member.name, member.country))
    return own or uses[member.kind, member.name, None]


def _link(link: Link) -> Json:
    return {
        "a": link.a,
        "b": link.b,
        "answer": link.answer,
        "sure": link.sure,
        "chance": link.chance,
        "reason": link.reason,
    }
