"""What OpenAPI says of quotations, attributions, judgements, silences and ties."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, Field

from dragoman.web.schemas import Day, Page, Paging, Source, When

Words = str | None


class StatementFilters(Paging):
    """What is asked of rows of any kind; since and until are about their publication."""

    actor: Annotated[Words, Field(description="Who says it or is concerned: a code")] = None
    report: Annotated[Words, Field(description="A report's id, or how it begins")] = None
    text: Annotated[Words, Field(description="Words that the report holds")] = None
    coder: Annotated[Words, Field(description="Rows of this coder, not of the newest")] = None


class SaidFilters(StatementFilters):
    """What is asked of what somebody says, or says nothing about."""

    recipient: Annotated[Words, Field(description="Whom it is said of: a code")] = None
    dyad: Annotated[Words, Field(description="Said by one of two of the other, or of both")] = None


class QuoteFilters(SaidFilters):
    """What is asked of quotations, and of those who are quoted."""

    speaker: Annotated[Words, Field(description="The speaker's whole name")] = None


class AttributionFilters(SaidFilters):
    """What is asked of attributions."""

    type: list[str] = Field(default_factory=list, description="As stance")
    source: Annotated[Words, Field(description="Words of the source")] = None
    source_kind: list[str] = Field(default_factory=list, description="named, unnamed or author")
    stance: list[str] = Field(default_factory=list, description="The source's to what is said")
    cue: Annotated[Words, Field(description="Words of the cue, such as denied")] = None


class JudgementFilters(StatementFilters):
    """What is asked of judgements, and of those who judge."""

    author: Annotated[Words, Field(description="The whole name of who judges")] = None
    source_kind: list[str] = Field(
        default_factory=list, description="author, outlet, named or unnamed"
    )
    kind: list[str] = Field(default_factory=list, description="forecast, assessment, warning, ...")
    type: list[str] = Field(default_factory=list, description="As kind")
    dyad: Annotated[Words, Field(description="Two codes that it concerns, both")] = None
    due_since: Annotated[Day, Field(description="Falls due on this day or after")] = None
    due_until: Annotated[Day, Field(description="Falls due before this day")] = None


class TieFilters(StatementFilters):
    """What is asked of ties."""

    kind: list[str] = Field(default_factory=list, description="border, supply, member, ...")
    type: list[str] = Field(default_factory=list, description="As kind")
    recipient: Annotated[Words, Field(description="Towards whom it holds: a code")] = None
    dyad: Annotated[Words, Field(description="The two codes between which it holds")] = None
    table: list[str] = Field(default_factory=list, description="Tables that were imported")


class Statement(BaseModel):
    """A coded row with its report and the words that it rests on."""

    id: str
    span: list[int]
    coder: str
    report: str
    title: str | None
    outlet: str | None
    url: str | None
    published: When
    sentence: str


class Quote(Statement):
    """Words given as somebody's own."""

    speaker: str | None
    actor: str | None
    text: str
    venue: str | None


class FullSource(Source):
    """A source with all its pieces."""

    spans: list[list[int]]


class Attribution(Statement):
    """Who says, thinks or wants what."""

    source: FullSource
    cue: dict[str, Any]
    content: dict[str, Any]
    quotation: bool
    stance: str
    manner: str | None = None
    venue: str | None = None
    chain: list[dict[str, Any]]


class JudgeName(BaseModel):
    """Who judges; name None where the report tells none."""

    name: str | None
    kind: str


class Judgement(Statement):
    """A worded probability; low and high bound it."""

    author: JudgeName
    statement: str
    term: str
    low: float
    high: float
    horizon: When | None
    condition: str | None
    kind: str
    hinge: str | None
    actors: list[str]


class Silence(Statement):
    """Who said nothing."""

    actor: str | None


class Tie(BaseModel):
    """What holds between two over time, as a report tells it or a table."""

    id: str
    kind: str
    a: str
    b: str | None
    a_name: str | None
    b_name: str | None
    what: str | None
    quantity: float | None
    unit: str | None
    terms: list[str]
    since: str | None
    until: str | None
    cut: str | None
    via: str | None
    beside: list[dict[str, Any]]
    table: dict[str, Any] | None
    published: When
    span: list[int] | None
    coder: str | None
    report: str | None
    title: str | None
    outlet: str | None
    url: str | None
    sentence: str | None


class Voice(BaseModel):
    """Somebody whose words the record holds; first and last are days of publication."""

    reports: int
    outlets: list[str]
    first: str | None
    last: str | None


class Speaker(Voice):
    """Somebody who is quoted; actor is the code that the quotations have most often."""

    speaker: str | None
    actor: str | None
    quotes: int


class Author(Voice):
    """Somebody who judges; due counts what falls due by a date."""

    author: str | None
    author_kinds: list[str]
    judgements: int
    forecast: int
    assessment: int
    conditional: int
    warning: int
    prescription: int
    due: int


class Listed(Page):
    """Rows in the order of publication; `notes` as for events."""

    notes: list[str]


class Quotes(Listed):
    """Quotations."""

    rows: list[Quote]


class Attributions(Listed):
    """Attributions."""

    rows: list[Attribution]


class Judgements(Listed):
    """Judgements; where it is asked what falls due, what falls due first comes first."""

    rows: list[Judgement]


class Silences(Listed):
    """Silences."""

    rows: list[Silence]


class Ties(Listed):
    """Ties."""

    rows: list[Tie]


class Speakers(Listed):
    """Speakers, the most quoted first."""

    rows: list[Speaker]


class Authors(Listed):
    """Authors, those with most judgements first."""

    rows: list[Author]
