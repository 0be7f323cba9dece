"""Who did what to whom, when, where, with what figures, and from whom it is known."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.actor import AUTHOR, Source
from dragoman.model.ontology import EventType, Factuality
from dragoman.model.span import Span
from dragoman.model.when import UNKNOWN, When


@dataclass(frozen=True, slots=True)
class Place:
    """A toponym in the text and the gazetteer entry it names.

    `precision` is "city", "region", "country", "feature" (a river, a strait) or "unknown";
    `geonameid`, `lat` and `lon` (WGS 84, degrees) are None where the entry has none or where two
    places could be meant. `use` is "name" where the place itself is meant, "adjective" ("Turkish
    troops"), "body" (part of a body's name: "Leeds Crown Court") or "dateline"; nothing happens
    at a place that is not used as a name.
    """

    text: str
    span: Span
    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    precision: str = "unknown"
    use: str = "name"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A temporal expression with its TIMEX3 value and the interval it stands for.

    `within` is the whole range where the mention is one end of one ("from May 3 to 7").
    """

    text: str
    span: Span
    timex: str
    when: When
    within: When | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A count or a sum: `what` it counts, its bounds (both the same when exact), its unit."""

    what: str
    low: float | None
    high: float | None
    span: Span
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """Who asserts or denies an event, and by which of the report's attributions, from 0."""

    source: Source
    attribution: int


@dataclass(frozen=True, slots=True)
class Event:
    """One coded event; `span` is its evidence, `event_span` the words that name the act.

    `asserted_by` and `denied_by` are those who do so in the same report, beside its author.
    """

    id: str
    type: EventType
    mode: str | None
    context: tuple[str, ...]
    cameo: str
    quad_class: int
    goldstein: float
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    actor_spans: tuple[Span, ...]
    recipient_spans: tuple[Span, ...]
    event_span: Span
    factuality: Factuality
    span: Span
    source: tuple[Source, ...] = (AUTHOR,)
    when: When = UNKNOWN
    where: Place | None = None
    figures: tuple[Figure, ...] = ()
    confidence: float = 1.0
    coder: str = ""
    asserted_by: tuple[Claim, ...] = ()
    denied_by: tuple[Claim, ...] = ()
