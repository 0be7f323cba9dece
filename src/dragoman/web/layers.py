"""What can be shown in a report's text: the kinds of rows, their marks and their cards."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.model.rows import Json
from dragoman.web import saying
from dragoman.web.marks import Mark, Paragraph, mark_of
from dragoman.web.telling import circumstance_marks, role_marks, told


@dataclass(frozen=True, slots=True)
class Layer:
    """A kind of rows that can be shown or hidden; `first` says whether it is at the start."""

    name: str
    kind: str
    label: str
    first: bool


LAYERS = (
    Layer("events", "events", "Events", True),
    Layer("actors", "mentions", "Actors", False),
    Layer("dates", "dates", "Dates", False),
    Layer("places", "places", "Places", False),
    Layer("quotes", "quotes", "Quotations", True),
    Layer("sayings", "attributions", "Who says what", False),
    Layer("judgements", "judgements", "Judgements", True),
    Layer("silences", "silences", "Silences", True),
    Layer("ties", "ties", "Ties", False),
)
_MARKED = {layer.kind: f"m-{layer.name.removesuffix('s')}" for layer in LAYERS}


def marks_of(report: Json) -> Iterator[Mark]:
    """A mark for each row of the report, and more for the roles of its events."""
    for event in report["events"]:
        yield mark_of(event["span"], "m-evidence", event["id"])
        yield from role_marks(event)
        yield from (m for m in circumstance_marks(event) if m.css == "m-figure")
    for kind, css in _MARKED.items():
        if kind != "events":
            yield from (_mark(kind, css, row) for row in report[kind])


def cards_of(report: Json, drawn: Sequence[Paragraph]) -> list[list[Json]]:
    """For each paragraph, the rows whose words begin in it, in their order."""
    cards: list[list[Json]] = [[] for _ in drawn]
    ends = [p.end for p in drawn]
    for at, card in sorted(_cards(report), key=lambda c: c[0]):
        n = bisect_right(ends, at)
        if n < len(cards):
            cards[n].append(card)
    return cards


def _cards(report: Json) -> Iterator[tuple[int, Json]]:
    for event in report["events"]:
        yield event["event_span"][0], {"kind": "event", "id": event["id"], "event": told(event)}
    names = {layer.kind: layer.name for layer in LAYERS}
    for kind, tell in _TOLD.items():
        for row in report[kind]:
            card = {"kind": kind, "id": row["id"], "layer": names[kind], "told": tell(row)}
            yield row["span"][0], card


# How a row of a kind is told beside the text; what it lacks is only marked in it.
_TOLD: dict[str, Callable[[Json], Json]] = {
    "quotes": saying.quote,
    "attributions": saying.saying,
    "judgements": saying.judgement,
    "silences": saying.silence,
    "ties": saying.tie,
}


def _mark(kind: str, css: str, row: Json) -> Mark:
    if kind not in _TOLD:
        return mark_of(row["span"], css)
    return mark_of(row["span"], css, str(row["id"]), anchor=True)
