"""What OpenAPI says of incidents and disputes."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, Field

from dragoman.web.schemas import Event, EventFilters, Page, Report, When


class IncidentFilters(EventFilters):
    """What is asked of incidents: that one of their events answers to all of it, and more."""

    several: Annotated[str | None, Field(description="1: told by more than one report")] = None
    disputed: Annotated[str | None, Field(description="1: something of it is disputed")] = None
    one_origin: Annotated[
        str | None, Field(description="1: several reports, and all rest on one origin")
    ] = None


class DisputeFilters(EventFilters):
    """What is asked of disputes: that an event which tells a position answers to it, and more."""

    status: Annotated[str | None, Field(description="open, settled or faded")] = None
    attribute: Annotated[str | None, Field(description="when, where, killed, cause, ...")] = None


class Act(BaseModel):
    """One act of an incident and the events that tell it."""

    kind: str
    means: str
    events: list[str]


class OriginName(BaseModel):
    """An independent source; name None where nobody is named."""

    id: str
    kind: str
    name: str | None


class Reason(BaseModel):
    """Why a telling rests on its origin, with the report's words."""

    report: str
    why: str
    span: list[int] | None
    words: str | None


class Origin(OriginName):
    """An independent source and what rests on it."""

    circular: bool
    reports: list[str]
    tellings: list[dict[str, Any]]
    reasons: list[Reason]


class Holding(BaseModel):
    """Who holds a value, through which report, since when, in which words."""

    holder: str
    outlet: str | None
    report: str
    event: str | None
    since: str | None
    span: list[int]
    words: str


class Value(BaseModel):
    """A value of an attribute with all who hold it."""

    attribute: str
    text: str
    low: float | None
    high: float | None
    when: When | None
    holdings: list[Holding]


class SourcedValue(Value):
    """A value with the independent origins behind it."""

    origins: list[OriginName]


class Dispute(BaseModel):
    """Values that cannot all be true; since is the day on which a second was told.

    Opposite assessments of one question are about no incident.
    """

    id: str
    incident: str | None
    subject: str
    attribute: str
    status: str
    since: str | None
    until: str | None
    dyad: list[str] | None
    actors: list[str]
    when: When
    positions: list[SourcedValue]


class _Incident(BaseModel):
    id: str
    when: When
    dyad: list[str] | None
    actor: list[str]
    recipient: list[str]
    acts: list[Act]


class ListedIncident(_Incident):
    """An incident in a list: counts, and the event told first."""

    outlets: list[str]
    places: list[str]
    reports: int
    origins: int
    only_origin: OriginName | None
    disputes: int
    open_disputes: int
    first: Event


class FullIncident(_Incident):
    """An incident with its accounts, origins, disputes, and why its events are one."""

    events: list[Event]
    reports: list[Report]
    values: list[SourcedValue]
    origins: list[Origin]
    disputes: list[Dispute]
    changes: list[dict[str, Any]]
    verdicts: list[dict[str, Any]]
    circles: list[dict[str, Any]]
    corrections: list[dict[str, Any]]


class Incidents(Page):
    """Incidents in the order of time, the undated last."""

    notes: list[str]
    rows: list[ListedIncident]


class Disputes(Page):
    """Disputes by pair of states."""

    notes: list[str]
    rows: list[Dispute]
