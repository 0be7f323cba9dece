"""Who is who: names as reports use them, verdicts on two of them, and identities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from dragoman.model.actor import ActorKind

Answer = Literal["same", "different", "unsure"]
Status = Literal["certain", "proposed", "ruled"]

ANSWERS: tuple[Answer, ...] = get_args(Answer)


@dataclass(frozen=True, slots=True)
class Bearer:
    """A name as reports use it, and what they say of who bears it.

    `country` is a state's code, `office` the words of an office or of what somebody does,
    `gender` "m" or "f"; each None where nothing is told. `known` marks the main name of an actor
    of the tables, which no two actors share. `codes` are actor codes; `reports` are ids of those
    that name it, `beside` other names in these.
    """

    name: str
    kind: ActorKind = "person"
    country: str | None = None
    office: str | None = None
    gender: str | None = None
    known: bool = False
    codes: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that speaks for or against: its name, its value, and what it adds to the score.

    `points` are in log odds: above zero speaks for one actor, below for two.
    """

    name: str
    value: float
    points: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether two names mean one actor; `chance` is the probability that they do.

    `sure` is False for what is only proposed. `reason` is a sentence.
    """

    answer: Answer
    sure: bool
    chance: float
    features: tuple[Feature, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class IdentityRuling:
    """A person's decision on two names: `a` and `b` are keys of bearers, in either order."""

    a: str
    b: str
    answer: Answer
    who: str
    why: str
    when: str


@dataclass(frozen=True, slots=True)
class Link:
    """Why two members stand in one identity, or in two: their keys and the verdict."""

    a: str
    b: str
    answer: Answer
    sure: bool
    chance: float
    reason: str


@dataclass(frozen=True, slots=True)
class Identity:
    """One actor, by all names that reports call it.

    `id` is a hash of the members, `name` the one used most. `status` is "certain", "proposed"
    where a link is no more than that, and "ruled" where a person's ruling joined members. `links`
    hold the members together; `doubts` lead to names that could be the same actor.
    """

    id: str
    name: str
    kind: ActorKind
    status: Status
    members: tuple[Bearer, ...]
    links: tuple[Link, ...] = ()
    doubts: tuple[Link, ...] = ()
