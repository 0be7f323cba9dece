"""What OpenAPI says of parameters and rows; the rows themselves are made by `model.rows`."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

_DAY = Field(examples=["2025-06-27"])
Day = Annotated[str | None, _DAY]


class _Filters(BaseModel):
    # Checked where the pages' parameters are, so that both say the same of a wrong one.
    model_config = ConfigDict(extra="allow")


class NoFilters(_Filters):
    """Nothing is asked."""


class AsOf(_Filters):
    """The day to look back from, and whose rows."""

    as_of: Annotated[Day, Field(description="Only what was published by this day")] = None
    coder: Annotated[str | None, Field(description="Rows of this coder, not of the newest")] = None


class Paging(_Filters):
    """Where to begin and how many rows to give."""

    limit: Annotated[str | None, Field(description="Rows to give, 1 to 5000; 1000 by default")] = (
        None
    )
    offset: Annotated[str | None, Field(description="Rows to pass over")] = None
    as_of: Annotated[Day, Field(description="Only what was published by this day")] = None
    since: Annotated[Day, Field(description="The first day")] = None
    until: Annotated[Day, Field(description="The first day after")] = None
    outlet: Annotated[list[str], Field(description="Outlets; may be repeated")] = []


class EventFilters(Paging):
    """What is asked of events; all that is given must hold."""

    actor: Annotated[str | None, Field(description="Who acts: a code, or how codes begin")] = None
    recipient: Annotated[str | None, Field(description="Towards whom")] = None
    dyad: Annotated[
        str | None, Field(description="Two codes, either way", examples=["AZE-RUS"])
    ] = None
    both: Annotated[str | None, Field(description="1: actor and recipient, either way")] = None
    type: Annotated[list[str], Field(description="PLOVER types; may be repeated")] = []
    mode: Annotated[list[str], Field(description="Modes of types")] = []
    factuality: Annotated[list[str], Field(description="happened, denied, ... or all")] = []
    report: Annotated[str | None, Field(description="A report's id, or how it begins")] = None
    place: Annotated[str | None, Field(description="A place's name or a country's code")] = None
    text: Annotated[str | None, Field(description="Words that the report holds")] = None
    coder: Annotated[str | None, Field(description="Rows of this coder, not of the newest")] = None


class ReportFilters(Paging):
    """What is asked of reports; since and until are about their publication."""

    text: Annotated[str | None, Field(description="Words that the report holds")] = None
    actor: Annotated[str | None, Field(description="Has an event in which it acts")] = None


class ActorFilters(Paging):
    """What is asked of actors."""

    actor: Annotated[str | None, Field(description="How codes begin")] = None


class SearchFilters(Paging):
    """The words to look for."""

    q: Annotated[str, Field(description='Words that must occur; "a phrase"; -without; begin*')] = ""


class Fault(BaseModel):
    """What was wrong, in one line."""

    error: str


class When(BaseModel):
    """A half-open interval: `end` is the first day after; None is open or unknown."""

    start: str | None
    end: str | None
    precision: str
    basis: str


class Source(BaseModel):
    """From whom a row is known."""

    actor: str | None
    text: str | None
    span: list[int] | None
    kind: str
    low: int | None = None
    high: int | None = None
    access: str | None = None
    belongs: list[str] = []


class Claim(Source):
    """Who asserts or denies an event, and by which of the report's attributions, from 0."""

    attribution: int


class Event(BaseModel):
    """Who did what to whom, when and where, with the sentence that says so."""

    id: str
    type: str
    mode: str | None
    context: list[str]
    cameo: str
    quad_class: int
    goldstein: float
    actor: list[str]
    recipient: list[str]
    actor_spans: list[list[int]]
    recipient_spans: list[list[int]]
    event_span: list[int]
    factuality: str
    source: list[Source]
    asserted_by: list[Claim] = []
    denied_by: list[Claim] = []
    when: When
    where: dict[str, Any] | None
    figures: list[dict[str, Any]]
    span: list[int]
    confidence: float
    coder: str
    report: str
    title: str | None
    outlet: str | None
    url: str | None
    published: When
    sentence: str


class Page(BaseModel):
    """Where these rows stand among all."""

    total: int
    offset: int
    limit: int
    previous: str | None
    next: str | None


class Events(Page):
    """Events; `notes` say what a reader must know was left out."""

    notes: list[str]
    rows: list[Event]


class Report(BaseModel):
    """What is known about a report."""

    id: str
    title: str | None
    outlet: str | None
    author: str | None
    url: str | None
    date: When
    language: str
    genre: str
    notes: dict[str, str | None]
    input: str | None


class ListedReport(Report):
    """A report in a list; coder None where it is not coded."""

    coder: str | None
    events: int
    added_at: str


class Reports(Page):
    """Reports in the order of publication."""

    notes: list[str]
    rows: list[ListedReport]


class FullReport(Report):
    """A report with its text and all rows of one coding."""

    text: str
    coder: str | None
    coders: list[str]
    events: list[dict[str, Any]]
    attributions: list[dict[str, Any]]
    quotes: list[dict[str, Any]]
    silences: list[dict[str, Any]]
    judgements: list[dict[str, Any]]
    ties: list[dict[str, Any]]
    places: list[dict[str, Any]]
    dates: list[dict[str, Any]]
    mentions: list[dict[str, Any]]


class Actor(BaseModel):
    """A code with its names and how often it is named and acts."""

    code: str
    name: str | None
    names: list[str]
    kinds: list[str]
    mentions: int
    as_actor: int
    as_recipient: int
    reports: int


class Actors(Page):
    """Actors, the most present first; `notes` as for events."""

    notes: list[str]
    rows: list[Actor]


class Count(BaseModel):
    """How many events have a value."""

    value: str
    count: int


class FullActor(BaseModel):
    """An actor and those whose codes begin with its code."""

    code: str
    name: str
    members: list[Actor]
    acts: list[Count]
    receives: list[Count]
    counterparts: list[dict[str, Any]]
    statements: dict[str, int]


class Facets(BaseModel):
    """Counts of events by value."""

    types: list[Count]
    factuality: list[Count]
    outlets: list[Count]
    actors: list[Count]


class Found(BaseModel):
    """Reports that hold the words."""

    query: str
    notes: list[str]
    rows: list[dict[str, Any]]


class Summary(BaseModel):
    """What the record holds."""

    reports: int
    events: int
    all_events: int
    outlets: list[dict[str, Any]]
    coverage: list[dict[str, Any]]
    months: list[dict[str, Any]]
    dyads: list[dict[str, Any]]
    statements: dict[str, int]
    coders: list[dict[str, Any]]
