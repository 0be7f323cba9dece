"""What can be shown in a report's text: the kinds of rows, their marks and their cards."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.engine.whens import when_label
from dragoman.model.rows import Json
from dragoman.web.marks import Mark, Paragraph, mark_of
from dragoman.web.names import actor_name
from dragoman.web.telling import NOBODY, circumstance_marks, role_marks, source_phrase, told


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
            yield from (mark_of(row["span"], css, _row_id(kind, row)) for row in report[kind])


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
    for kind, tell in _TOLD.items():
        for row in report[kind]:
            yield (
                row["span"][0],
                {"kind": kind, "id": row["id"], "layer": _MARKED[kind][2:] + "s", **tell(row)},
            )


def _quote(row: Json) -> Json:
    speaker = row["speaker"] or (actor_name(row["actor"]) if row["actor"] else NOBODY)
    return {"head": f"Quoted: {speaker}", "more": [row["venue"]], "actor": row["actor"]}


def _saying(row: Json) -> Json:
    nobody = NOBODY if row["source"]["kind"] == "unnamed" else "the report itself"
    source = source_phrase([row["source"], *row["chain"]]) or nobody
    cue = row["cue"]["text"]
    return {
        "head": f"{source} — “{cue}”",
        "more": [row["stance"], row.get("venue"), *_unnamed(row["source"])],
        "actor": row["source"]["actor"],
    }


def _unnamed(source: Json) -> list[str | None]:
    """How many speak who are not named, and what is claimed to let them know."""
    low, high, access = (source.get(name) for name in ("low", "high", "access"))
    if low is None and high is None:
        return [access]
    count = f"{low}" if low == high else f"{low} or more" if high is None else f"{low} to {high}"
    return [f"{count} unnamed", access]


def _judgement(row: Json) -> Json:
    chance = f"{row['low']:.0%} to {row['high']:.0%}"
    horizon = f"by {when_label(row['horizon'])}" if row["horizon"] else None
    return {
        "head": f"Judgement: “{row['term']}”, {chance}",
        "more": [row["author"]["name"], horizon, row["condition"]],
        "actor": None,
    }


def _tie(row: Json) -> Json:
    amount = f"{row['quantity']:g} {row['unit'] or ''}".strip() if row["quantity"] else None
    ends = f"{actor_name(row['a'])} – {actor_name(row['b'])}"
    return {"head": f"Tie: {row['kind']}, {ends}", "more": [amount, row["via"]], "actor": None}


_TOLD = {"quotes": _quote, "attributions": _saying, "judgements": _judgement, "ties": _tie}


def _row_id(kind: str, row: Json) -> str:
    return str(row["id"]) if kind in _TOLD else ""
