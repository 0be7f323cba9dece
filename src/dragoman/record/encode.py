"""Findings as rows of the record's tables."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from dragoman.model.actor import Mention
from dragoman.model.attribution import Attribution, Quotation, Silence
from dragoman.model.event import DateMention, Event, Place
from dragoman.model.findings import Findings
from dragoman.model.ids import content_id
from dragoman.model.judgement import Judgement, Tie
from dragoman.model.report import Report
from dragoman.model.rows import Json, findings_row, report_row
from dragoman.model.span import Span
from dragoman.record.schema import ROW_TABLES

Row = dict[str, Any]


def now() -> str:
    """The present moment, UTC, ISO 8601, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def coding_id(report_id: str, coder: str) -> str:
    """The id of what `coder` made of a report."""
    return content_id("coding", report_id, coder)


def report_values(report: Report) -> Row:
    """A report for the table `reports`."""
    return {
        "id": report.id,
        "title": report.title,
        "outlet": report.outlet,
        "author": report.author,
        "url": report.url,
        "language": report.language,
        "genre": report.genre,
        "published_start": report.date.start,
        "published_end": report.date.end,
        "text": report.text,
        "data": report_row(report),
        "added_at": now(),
    }


def input_values(report: Report, number: int) -> Row:
    """One way in which a report came in: from where, and with what said about it."""
    data = report_row(report)
    key = content_id("input", report.id, json.dumps(data, sort_keys=True))
    return {"id": key, "report": number, "input": report.input, "seen_at": now(), "data": data}


def table_values(found: Findings, coder: str, coding: int) -> Iterator[tuple[str, list[Row]]]:
    """(table, its rows) for all that `coding` found, links after the rows that they are of."""
    data = findings_row(found)
    common, report = {"coding": coding, "coder": coder}, found.report.id
    for name in ROW_TABLES:
        shapes = enumerate(zip(getattr(found, name), data[name], strict=True))
        yield (
            name,
            [_row((name, report), row, shape, {**common, "seq": n}) for n, (row, shape) in shapes],
        )
    yield "event_actor", list(_event_links(coding, found.events))
    yield "judgement_actor", list(_links(coding, (j.actors for j in found.judgements)))
    yield "mention_actor", list(_links(coding, (m.codes for m in found.mentions)))


def _row(kind: tuple[str, str], row: Any, data: Json, common: Row) -> Row:
    name, report = kind
    span: Span = row.span
    key = data.get("id") or content_id(name, report, json.dumps(data, sort_keys=True))
    return {
        **common,
        "id": key,
        "span_start": span.start,
        "span_end": span.end,
        "data": data,
        **_COLUMNS[name](row),
    }


def _event(e: Event) -> Row:
    return {
        "type": e.type,
        "mode": e.mode,
        "quad_class": e.quad_class,
        "goldstein": e.goldstein,
        "factuality": e.factuality,
        "source_actor": e.source[0].actor if e.source else None,
        "when_start": e.when.start,
        "when_end": e.when.end,
        "when_precision": e.when.precision,
        "place": e.where.name if e.where else None,
        "country": e.where.country if e.where else None,
        "lat": e.where.lat if e.where else None,
        "lon": e.where.lon if e.where else None,
        "confidence": e.confidence,
    }


def _attribution(a: Attribution) -> Row:
    return {
        "actor": a.source.actor,
        "source_kind": a.source.kind,
        "stance": a.stance,
        "quotation": a.quotation,
    }


def _quote(q: Quotation) -> Row:
    return {"actor": q.actor, "speaker": q.speaker}


def _silence(s: Silence) -> Row:
    return {"actor": s.actor}


def _judgement(j: Judgement) -> Row:
    return {
        "author": j.author.text,
        "term": j.term,
        "low": j.low,
        "high": j.high,
        "horizon_start": j.horizon.start if j.horizon else None,
        "horizon_end": j.horizon.end if j.horizon else None,
    }


def _tie(t: Tie) -> Row:
    return {
        "kind": t.kind,
        # a side without a code begins with no code that anybody asks for
        "a": t.a or "",
        "b": t.b or "",
        "since": t.interval.start,
        "until": t.interval.end,
    }


def _place(p: Place) -> Row:
    return {"name": p.name, "country": p.country, "geonameid": p.geonameid}


def _date(d: DateMention) -> Row:
    return {"start": d.when.start, "end": d.when.end, "precision": d.when.precision}


def _mention(m: Mention) -> Row:
    return {"kind": m.kind, "name": m.name}


_COLUMNS: dict[str, Any] = {
    "events": _event,
    "attributions": _attribution,
    "quotes": _quote,
    "silences": _silence,
    "judgements": _judgement,
    "ties": _tie,
    "places": _place,
    "dates": _date,
    "mentions": _mention,
}


def _event_links(coding: int, events: tuple[Event, ...]) -> Iterator[Row]:
    for role in ("actor", "recipient"):
        codes = ((e.actor if role == "actor" else e.recipient) for e in events)
        for link in _links(coding, codes):
            yield {**link, "role": role}


def _links(coding: int, codes: Iterable[tuple[str, ...]]) -> Iterator[Row]:
    for seq, of_row in enumerate(codes):
        for code in dict.fromkeys(of_row):
            yield {"coding": coding, "seq": seq, "code": code}
