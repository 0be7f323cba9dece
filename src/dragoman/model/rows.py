"""Rows as plain objects: what `code --format jsonl` prints, one object a report."""

from __future__ import annotations

from typing import Any

from dragoman.model.actor import Mention, Source
from dragoman.model.attribution import Attribution, Quotation
from dragoman.model.event import Claim, DateMention, Event, Figure, Place
from dragoman.model.findings import Findings
from dragoman.model.judgement import Judgement
from dragoman.model.report import Report
from dragoman.model.rows_ties import silence_row, tie_row
from dragoman.model.span import Span
from dragoman.model.when import When

Json = dict[str, Any]


def report_row(report: Report) -> Json:
    """A report's own fields, without its text."""
    return {
        "id": report.id,
        "title": report.title,
        "outlet": report.outlet,
        "author": report.author,
        "url": report.url,
        "date": when_row(report.date),
        "language": report.language,
        "genre": report.genre,
        "notes": {
            "biography": report.notes.biography,
            "disclaimer": report.notes.disclaimer,
            "credits": report.notes.credits,
        },
        "input": report.input,
    }


def findings_row(found: Findings) -> Json:
    """The report with its text and all rows coded from it."""
    return {
        **report_row(found.report),
        "text": found.report.text,
        "events": [event_row(e) for e in found.events],
        "attributions": [attribution_row(a, found.report.text) for a in found.attributions],
        "quotes": [quote_row(q) for q in found.quotes],
        "silences": [silence_row(s, found.report.text) for s in found.silences],
        "judgements": [judgement_row(j) for j in found.judgements],
        "ties": [tie_row(t, found.report.text) for t in found.ties],
        "places": [place_row(p) for p in found.places],
        "dates": [date_row(d) for d in found.dates],
        "mentions": [mention_row(m, found.report.text) for m in found.mentions],
    }


def when_row(when: When) -> Json:
    """An interval, days as ISO 8601."""
    return {
        "start": when.start.isoformat() if when.start else None,
        "end": when.end.isoformat() if when.end else None,
        "precision": when.precision,
        "basis": when.basis,
    }


def event_row(event: Event) -> Json:
    """An event as CONTRACT's row."""
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "context": list(event.context),
        "cameo": event.cameo,
        "quad_class": event.quad_class,
        "goldstein": event.goldstein,
        "actor": list(event.actor),
        "recipient": list(event.recipient),
        "actor_spans": [s.pair() for s in event.actor_spans],
        "recipient_spans": [s.pair() for s in event.recipient_spans],
        "event_span": event.event_span.pair(),
        "factuality": event.factuality,
        "source": [source_row(s) for s in event.source],
        "asserted_by": [claim_row(c) for c in event.asserted_by],
        "denied_by": [claim_row(c) for c in event.denied_by],
        "when": when_row(event.when),
        "where": where_row(event.where) if event.where else None,
        "figures": [figure_row(f) for f in event.figures],
        "span": event.span.pair(),
        "confidence": event.confidence,
        "coder": event.coder,
    }


def claim_row(claim: Claim) -> Json:
    """Who asserts or denies an event: a source, and the number of its attribution."""
    return {**source_row(claim.source), "attribution": claim.attribution}


def source_row(source: Source) -> Json:
    """A source: its actor code, words, span and kind, and what is said of the unnamed."""
    return {
        "actor": source.actor,
        "text": source.text,
        "span": _pair(source.span),
        "kind": source.kind,
        "low": source.low,
        "high": source.high,
        "access": source.access,
        "belongs": list(source.belongs),
    }


def where_row(place: Place) -> Json:
    """A place as an event's `where`."""
    return {
        "name": place.name,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "geonameid": place.geonameid,
        "precision": place.precision,
        "span": place.span.pair(),
    }


def place_row(place: Place) -> Json:
    """A place as a row of its own."""
    return {"text": place.text, **where_row(place), "use": place.use}


def figure_row(figure: Figure) -> Json:
    """A count or a sum."""
    return {
        "what": figure.what,
        "low": figure.low,
        "high": figure.high,
        "unit": figure.unit,
        "span": figure.span.pair(),
    }


def date_row(mention: DateMention) -> Json:
    """A temporal expression with its TIMEX3 value; `within` where it is one end of a range."""
    row = {
        "text": mention.text,
        "span": mention.span.pair(),
        "timex": mention.timex,
        **when_row(mention.when),
    }
    return {**row, "within": when_row(mention.within)} if mention.within else row


def mention_row(mention: Mention, text: str) -> Json:
    """An actor's mention."""
    return {
        "text": mention.span.of(text),
        "span": mention.span.pair(),
        "codes": list(mention.codes),
        "kind": mention.kind,
        "name": mention.name,
        "basis": mention.basis,
    }


def attribution_row(row: Attribution, text: str) -> Json:
    """Source, cue and content."""
    return {
        "source": {
            **source_row(row.source),
            "spans": [row.source.span.pair()] if row.source.span else [],
        },
        "cue": {"text": row.cue.of(text), "span": row.cue.pair()},
        "content": {
            "span": row.content.pair(),
            "spans": [span.pair() for span in row.contents or (row.content,)],
        },
        "quotation": row.quotation,
        "stance": row.stance,
        "manner": row.manner,
        "venue": row.venue,
        "chain": [source_row(s) for s in row.chain],
        "span": row.span.pair(),
    }


def quote_row(row: Quotation) -> Json:
    """A quotation and its speaker."""
    return {
        "speaker": row.speaker,
        "actor": row.actor,
        "text": row.text,
        "span": row.span.pair(),
        "venue": row.venue,
    }


def judgement_row(row: Judgement) -> Json:
    """A judgement with the interval its words mean."""
    return {
        "author": {
            "name": row.author.text,
            "kind": row.author.kind,
            "actor": row.author.actor,
        },
        "statement": row.statement,
        "term": row.term,
        "low": row.low,
        "high": row.high,
        "horizon": when_row(row.horizon) if row.horizon else None,
        "condition": row.condition,
        "kind": row.kind,
        "hinge": row.hinge,
        "actors": list(row.actors),
        "statement_span": _pair(row.statement_span),
        "term_spans": [span.pair() for span in row.term_spans],
        "condition_span": _pair(row.condition_span),
        "horizon_span": _pair(row.horizon_span),
        "span": row.span.pair(),
    }


def _pair(span: Span | None) -> list[int] | None:
    return span.pair() if span else None
