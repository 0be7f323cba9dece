"""What OpenAPI says of measures."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, Field

from dragoman.web.schemas import AsOf, Day

Apart = Annotated[
    str | None, Field(description="1: what reports and files both tell counts once for either")
]


class Measured(AsOf):
    """What is measured how."""

    apart: Apart = None
    since: Annotated[Day, Field(description="The first day")] = None
    until: Annotated[Day, Field(description="The first day after")] = None
    scores: Annotated[str | None, Field(description="plover or goldstein")] = None
    weigh: Annotated[
        list[str], Field(default_factory=list, description="origins, denied; may be repeated")
    ]


class DyadFilters(Measured):
    """What is asked of a dyad."""

    actor: Annotated[str | None, Field(description="One of the two: a code or a name")] = None
    recipient: Annotated[str | None, Field(description="The other")] = None
    period: Annotated[str | None, Field(description="day, week or month")] = None


class DyadActs(AsOf):
    """What is asked of the acts of one towards the other."""

    apart: Apart = None
    since: Annotated[Day, Field(description="The first day")] = None
    until: Annotated[Day, Field(description="The first day after")] = None
    quad: Annotated[str | None, Field(description="A QuadClass, 1 to 4")] = None


class LadderFilters(Measured):
    """What is asked of a ladder."""

    period: Annotated[str | None, Field(description="Not used; kept by links")] = None
    window: Annotated[str | None, Field(description="Days within which acts are answered")] = None


class Ladder(BaseModel):
    """Acts and answers of two: the steps of chains, and how each side answers."""

    actor: str
    recipient: str
    window: int
    rules: dict[str, str]
    steps: list[dict[str, Any]]
    figures: list[dict[str, Any]]
    together: int


class NetworkFilters(AsOf):
    """What is asked of a network."""

    apart: Apart = None
    days: Annotated[str | None, Field(description="How many days count; 365")] = None
    until: Annotated[Day, Field(description="The first day that does not count")] = None
    around: Annotated[str | None, Field(description="One actor and those next to it")] = None
    least: Annotated[str | None, Field(description="The least strength of a relation; 0")] = None
    scores: Annotated[str | None, Field(description="plover or goldstein")] = None
    weigh: Annotated[
        list[str], Field(default_factory=list, description="origins, denied; may be repeated")
    ]
    versus: Annotated[Day, Field(description="The end of the days to compare with")] = None
    dyad: Annotated[
        str | None, Field(description="Whose quarrel others are drawn into", examples=["AZE-RUS"])
    ] = None


class Network(BaseModel):
    """Who acts on whom within some days."""

    since: str
    until: str
    as_of: str | None
    scores: str
    edges: list[dict[str, Any]]
    nodes: list[dict[str, Any]]
    triads: list[dict[str, Any]]
    changes: list[dict[str, Any]]
    third: list[dict[str, Any]]
    together: int


class Dyad(BaseModel):
    """Two measured: sentences, series, breaks, acts and ties."""

    actor: str
    recipient: str
    period: str
    as_of: str | None
    scores: str
    weights: list[str]
    sentences: list[str]
    rows: list[dict[str, Any]]
    breaks: list[dict[str, Any]]
    acts: list[dict[str, Any]]
    together: int
    ties: list[dict[str, Any]]
    held: list[dict[str, Any]]
    notes: list[str]


class Acts(BaseModel):
    """The acts of one towards the other, the rows of files, and the reports that name both."""

    actor: str
    recipient: str
    acts: list[dict[str, Any]]
    rows: list[dict[str, Any]]
    reports: list[dict[str, Any]]


class CompareFilters(AsOf):
    """What is laid side by side."""

    apart: Apart = None
    case: Annotated[
        list[str], Field(default_factory=list, description="RUS-AZE or RUS-AZE@2025-06-27")
    ]
    period: Annotated[str | None, Field(description="day, week or month")] = None
    before: Annotated[str | None, Field(description="Periods before; 6")] = None
    after: Annotated[str | None, Field(description="Periods after; 12")] = None
    scores: Annotated[str | None, Field(description="plover or goldstein")] = None
    weigh: Annotated[
        list[str], Field(default_factory=list, description="origins, denied; may be repeated")
    ]


class Compare(BaseModel):
    """Cases and their aligned series."""

    cases: list[str]
    rows: list[dict[str, Any]]
    notes: list[str]
