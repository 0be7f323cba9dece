"""Coded rows as they were before they were kept: `model.rows` backwards, for what linking compares.

Rows of older coders lack what was not told then; it comes back as its default.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from dragoman.model.actor import Mention, Source
from dragoman.model.attribution import Attribution, Quotation
from dragoman.model.event import Claim, DateMention, Event, Figure, Place
from dragoman.model.rows import Json
from dragoman.model.span import Span
from dragoman.record.decode import when_from


def event_from(row: Json, text: str) -> Event:
    """An event; `text` is that of its report."""
    return Event(
        id=row["id"],
        type=row["type"],
        mode=row["mode"],
        context=tuple(row["context"]),
        cameo=row["cameo"],
        quad_class=row["quad_class"],
        goldstein=row["goldstein"],
        actor=tuple(row["actor"]),
        recipient=tuple(row["recipient"]),
        actor_spans=_spans(row["actor_spans"]),
        recipient_spans=_spans(row["recipient_spans"]),
        event_span=Span(*row["event_span"]),
        factuality=row["factuality"],
        span=Span(*row["span"]),
        source=tuple(source_from(s) for s in row["source"]),
        when=when_from(row["when"]),
        where=_where(row["where"], text) if row["where"] else None,
        figures=tuple(_figure(f) for f in row["figures"]),
        confidence=row["confidence"],
        coder=row["coder"],
        asserted_by=tuple(_claim(c) for c in row.get("asserted_by", ())),
        denied_by=tuple(_claim(c) for c in row.get("denied_by", ())),
    )


def source_from(row: Json) -> Source:
    """A source."""
    return Source(
        actor=row["actor"],
        text=row.get("text"),
        span=_span(row.get("span")),
        kind=row.get("kind", "author"),
        low=row.get("low"),
        high=row.get("high"),
        access=row.get("access"),
        belongs=tuple(row.get("belongs", ())),
    )


def _claim(row: Json) -> Claim:
    return Claim(source_from(row), row["attribution"])


def _where(row: Json, text: str) -> Place:
    span = Span(*row["span"])
    return _place({**row, "text": row.get("text", span.of(text))}, text)


def _place(row: Json, _: str) -> Place:
    return Place(
        text=row["text"],
        span=Span(*row["span"]),
        name=row["name"],
        country=row["country"],
        lat=row["lat"],
        lon=row["lon"],
        geonameid=row["geonameid"],
        precision=row["precision"],
        use=row.get("use", "name"),
    )


def _figure(row: Json) -> Figure:
    return Figure(row["what"], row["low"], row["high"], Span(*row["span"]), row["unit"])


def _date(row: Json, _: str) -> DateMention:
    within = when_from(row["within"]) if row.get("within") else None
    return DateMention(row["text"], Span(*row["span"]), row["timex"], when_from(row), within)


def _mention(row: Json, _: str) -> Mention:
    # Where the head word stood is not kept; it is the last of most names.
    span = Span(*row["span"])
    head = span.start + row["text"].rfind(" ") + 1
    codes, basis = tuple(row["codes"]), row.get("basis", "table")
    return Mention(span, codes, row["kind"], row["name"], head, basis)


def _attribution(row: Json, _: str) -> Attribution:
    content = row["content"]
    return Attribution(
        source=source_from(row["source"]),
        cue=Span(*row["cue"]["span"]),
        content=Span(*content["span"]),
        quotation=row["quotation"],
        stance=row["stance"],
        span=Span(*row["span"]),
        chain=tuple(source_from(s) for s in row["chain"]),
        contents=_spans(content.get("spans", [content["span"]])),
        manner=row.get("manner", "asserts"),
        venue=row.get("venue"),
    )


def _quote(row: Json, _: str) -> Quotation:
    return Quotation(row["text"], Span(*row["span"]), row["speaker"], row["actor"], row["venue"])


FROM_ROW: dict[str, Any] = {
    "events": event_from,
    "attributions": _attribution,
    "quotes": _quote,
    "places": _place,
    "dates": _date,
    "mentions": _mention,
}


def _span(pair: Sequence[int] | None) -> Span | None:
    return Span(*pair) if pair else None


def _spans(pairs: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(*cast("tuple[int, int]", tuple(pair))) for pair in pairs)
