"""Incidents and disputes as plain objects: what commands print, pages show and programs get."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from dragoman.language.actor_tables import states
from dragoman.linking.incidents.kinds import kind_words
from dragoman.model.account import Holding, Value
from dragoman.model.dispute import Change
from dragoman.model.event import Event
from dragoman.model.incident import Act, Verdict
from dragoman.model.origin import Circle, Correction, Origin, Reason
from dragoman.model.report import Report
from dragoman.model.rows import Json, event_row, report_row, when_row
from dragoman.model.ruling import Ruling
from dragoman.model.sourced import SourcedDispute, SourcedIncident, SourcedValue

Texts = Mapping[str, str]


def incident_row(one: SourcedIncident) -> Json:
    """An incident with its acts, events, accounts, origins, disputes and verdicts."""
    texts = {report.id: report.text for report in one.reports}
    return {
        **_own(one),
        "acts": [_act(act) for act in one.incident.acts],
        "events": [_event(event, one) for event in one.events],
        "reports": [report_row(report) for report in one.reports],
        "values": [_value(value, texts) for value in one.values],
        "origins": [_origin(origin, texts) for origin in one.origins],
        "disputes": [dispute_row(dispute, one) for dispute in one.disputes],
        "changes": [_change(change, texts) for change in one.incident.changes],
        "verdicts": [_verdict(verdict) for verdict in one.incident.verdicts],
        "circles": [_circle(circle, texts) for circle in one.circles],
        "corrections": [_correction(row, texts) for row in one.corrections],
        "rulings": [ruling_row(ruling) for ruling in one.rulings],
    }


def listed_row(one: SourcedIncident) -> Json:
    """An incident in a list: its counts, and the event told first with its sentence."""
    return {
        **_own(one),
        "acts": [_act(act) for act in one.incident.acts],
        "outlets": list(dict.fromkeys(r.outlet for r in one.reports if r.outlet)),
        "places": list(dict.fromkeys(e.where.name for e in one.events if e.where and e.where.name)),
        "reports": len(one.reports),
        "origins": len(one.origins),
        "only_origin": _named(one.only) if one.only else None,
        "disputes": len(one.disputes),
        "open_disputes": sum(d.dispute.status == "open" for d in one.disputes),
        "first": _event(one.events[0], one),
    }


def account_rows(values: Iterable[Json], about: Json) -> Iterator[Json]:
    """Rows of values as one row for each holder and telling, each with what `about` holds."""
    for value in values:
        for held in value["holdings"]:
            yield {**about, **value, **held}


def dispute_row(found: SourcedDispute, one: SourcedIncident) -> Json:
    """A dispute of an incident: its positions with holders, evidence and origins."""
    texts = {report.id: report.text for report in one.reports}
    dispute = found.dispute
    return {
        "id": dispute.id,
        "incident": found.incident,
        "subject": dispute.subject,
        "attribute": dispute.attribute,
        "status": dispute.status,
        "since": dispute.since.isoformat() if dispute.since else None,
        "until": dispute.until.isoformat() if dispute.until else None,
        "dyad": dyad_of(one.events),
        "actors": _codes(one.events),
        "when": when_row(one.incident.when),
        "positions": [_value(position, texts) for position in found.positions],
        "settled": found.ruling.value if found.ruling else None,
        "ruling": ruling_row(found.ruling) if found.ruling else None,
    }


def dyad_of(events: Iterable[Event]) -> list[str] | None:
    """The two states, in order, between which most of the events are; None where none are."""
    known = _state_codes()
    pairs = Counter(
        (min(a, b), max(a, b))
        for event in events
        for a in {code[:3] for code in event.actor} & known
        for b in {code[:3] for code in event.recipient} & known
        if a != b
    )
    most = min(pairs, key=lambda two: (-pairs[two], two), default=None)
    return list(most) if most else None


@cache
def _state_codes() -> frozenset[str]:
    return frozenset(state.code for state in states())


def _own(one: SourcedIncident) -> Json:
    return {
        "id": one.id,
        "when": when_row(one.incident.when),
        "dyad": dyad_of(one.events),
        "actor": list(dict.fromkeys(code for e in one.events for code in e.actor)),
        "recipient": list(dict.fromkeys(code for e in one.events for code in e.recipient)),
    }


def _codes(events: Sequence[Event]) -> list[str]:
    return list(dict.fromkeys(code for e in events for code in (*e.actor, *e.recipient)))


def _act(act: Act) -> Json:
    return {"kind": act.kind, "means": kind_words()[act.kind], "events": list(act.events)}


def _event(event: Event, one: SourcedIncident) -> Json:
    report = _report_of(event, one)
    return {
        **event_row(event),
        "report": report.id,
        "title": report.title,
        "outlet": report.outlet,
        "url": report.url,
        "published": when_row(report.date),
        "sentence": event.span.of(report.text),
    }


def _report_of(event: Event, one: SourcedIncident) -> Report:
    """The report that an event is of: the one on whose telling an origin rests."""
    owner = {t.event: t.report for origin in one.origins for t in origin.tellings}
    return next(report for report in one.reports if report.id == owner[event.id])


def _value(found: SourcedValue, texts: Texts) -> Json:
    return {**_told(found.value, texts), "origins": [_named(origin) for origin in found.origins]}


def _told(value: Value, texts: Texts) -> Json:
    return {
        "attribute": value.attribute,
        "text": value.text,
        "low": value.low,
        "high": value.high,
        "when": when_row(value.when) if value.when.known else None,
        "holdings": [_holding(held, texts) for held in value.holdings],
    }


def _holding(held: Holding, texts: Texts) -> Json:
    return {
        "holder": held.cited or held.holder,
        "outlet": held.outlet,
        "report": held.report,
        "event": held.event,
        "since": held.since.isoformat() if held.since else None,
        "span": held.span.pair(),
        "words": held.span.of(texts[held.report]),
    }


def _named(origin: Origin) -> Json:
    return {"id": origin.id, "kind": origin.kind, "name": origin.name}


def _origin(origin: Origin, texts: Texts) -> Json:
    return {
        **_named(origin),
        "circular": origin.circular,
        "reports": list(origin.reports),
        "tellings": [
            {"report": t.report, "event": t.event, "span": t.span.pair()} for t in origin.tellings
        ],
        "reasons": [_reason(reason, texts) for reason in origin.reasons],
    }


def _reason(reason: Reason, texts: Texts) -> Json:
    span = reason.span
    return {
        "report": reason.report,
        "why": reason.words,
        "span": span.pair() if span else None,
        "words": span.of(texts[reason.report]) if span and reason.report in texts else None,
    }


def _change(change: Change, texts: Texts) -> Json:
    return {
        "holder": change.holder,
        "attribute": change.attribute,
        "before": _told(change.before, texts),
        "after": _told(change.after, texts),
        "on": change.on.isoformat(),
    }


def _verdict(verdict: Verdict) -> Json:
    return {
        "first": verdict.first,
        "second": verdict.second,
        "probability": verdict.probability,
        "bar": verdict.bar,
        "features": [
            {"name": f.name, "value": f.value, "weight": f.weight, "words": f.words}
            for f in verdict.features
        ],
    }


def _circle(circle: Circle, texts: Texts) -> Json:
    return {"outlets": list(circle.outlets), "shown": [_reason(r, texts) for r in circle.shown]}


def _correction(row: Correction, texts: Texts) -> Json:
    return {
        "report": row.report,
        "kind": row.kind,
        "outlet": row.outlet,
        "earlier": row.earlier,
        "why": row.reason,
        "span": row.span.pair(),
        "words": row.span.of(texts[row.report]) if row.report in texts else None,
    }


def ruling_row(ruling: Ruling) -> Json:
    """A ruling as a plain object."""
    return {
        "id": ruling.id,
        "matter": ruling.matter,
        "ruling": ruling.answer,
        "detail": ruling.detail or None,
        "value": ruling.value or None,
        "events": [anchor.event for anchor in ruling.events],
        "who": ruling.who,
        "why": ruling.why,
        "made_at": ruling.made_at,
    }
