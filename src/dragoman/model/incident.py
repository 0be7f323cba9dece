"""What happened once, and how each report tells it."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.account import Value
from dragoman.model.dispute import Change, Dispute
from dragoman.model.when import UNKNOWN, When


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that speaks for or against two events' being one.

    `weight` is what it adds to the log-odds at its `value`; `words` say it to a reader.
    """

    name: str
    value: float
    weight: float
    words: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether two events (their ids, the smaller first) are one incident, and why.

    `probability` is calibrated; `bar` is why they cannot be one whatever it is ("ruling",
    "dates", "whole": a war and an act in it), or None.
    """

    first: str
    second: str
    probability: float
    features: tuple[Feature, ...] = ()
    bar: str | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """One act of an incident, and the events that tell it, by their ids."""

    kind: str
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """The same occurrence as told by all reports that tell it.

    `id` hashes the event told first, so that it stays while reports join. Events, acts and
    reports are in the order of publication. `verdicts` are those on pairs within it that were
    weighed.
    """

    id: str
    acts: tuple[Act, ...]
    events: tuple[str, ...]
    reports: tuple[str, ...]
    when: When = UNKNOWN
    values: tuple[Value, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    changes: tuple[Change, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
