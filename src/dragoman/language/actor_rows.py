"""What the actor tables say, row by row, as small frozen types.

Days are half-open: `since` is the first day, `until` the first day after; None is open.
`doubtful` holds the names that the table marks with `?`: they could mean another actor too, so
they count only where the text itself settles which.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

from dragoman.model.actor import ActorKind

StateKind = Literal["un", "state", "entity", "territory", "historical"]
AgentKind = Literal["person", "people", "body", "force", "instrument"]


@dataclass(frozen=True, slots=True)
class State:
    """A state or an entity that acts like one; `code` is ISO 3166 alpha-3 or one of ours.

    `seats` are the places and buildings that stand for its government. `doubtful` has names of
    every kind, `doubtful_aliases` those that are a country's name. `lat` and `lon` are a point in
    its middle, WGS 84 degrees. `kind` is "un", "state", "entity", "territory" or "historical".
    """

    code: str
    name: str
    iso2: str | None
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    peoples: tuple[str, ...]
    capital: str
    seats: tuple[str, ...]
    doubtful: tuple[str, ...]
    doubtful_aliases: tuple[str, ...]
    geonameid: int | None
    lat: float
    lon: float
    kind: StateKind
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Person:
    """One office that a person held; a person with several offices has several rows.

    `aliases` and `doubtful` are the person's, the same on each row. `code` is a state or an
    organisation, `sector` a PLOVER sector.
    """

    name: str
    aliases: tuple[str, ...]
    doubtful: tuple[str, ...]
    code: str
    sector: str
    office: str
    since: date | None
    until: date | None

    @property
    def actor(self) -> str:
        """The actor code: state and sector ("AZEGOV"), or the organisation's own ("IGONAT")."""
        return self.code + self.sector if len(self.code) == 3 else self.code


@dataclass(frozen=True, slots=True)
class Named:
    """A body, organisation, group, company, outlet or people; `code` is its actor code."""

    code: str
    name: str
    aliases: tuple[str, ...]
    doubtful: tuple[str, ...]
    kind: ActorKind
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Agent:
    """A common noun or phrase for those who act: "troops", "foreign ministry", "gunman".

    `kind` is "person", "people" (a collective), "body", "force" or "instrument" (warplanes).
    `note` is what a reader of the table should know, often empty.
    """

    phrase: str
    sector: str
    kind: AgentKind
    plural: str
    note: str


@dataclass(frozen=True, slots=True)
class Title:
    """A title or office beside a person's name, and the sector that it teaches."""

    title: str
    sector: str
    note: str


@dataclass(frozen=True, slots=True)
class Sector:
    """A PLOVER sector, or a prefix that stands in a state's place."""

    code: str
    name: str
    means: str


class Dated(Protocol):
    """A row that holds for a time."""

    @property
    def since(self) -> date | None: ...

    @property
    def until(self) -> date | None: ...


def held_on(row: Dated, day: date) -> bool:
    """True when `row` held on `day`."""
    return (row.since is None or row.since <= day) and (row.until is None or day < row.until)


def overlap(a: Dated, b: Dated) -> bool:
    """True when some day falls within both rows' time."""
    starts = [r.since for r in (a, b) if r.since]
    ends = [r.until for r in (a, b) if r.until]
    return not starts or not ends or max(starts) < min(ends)
