"""The incidents: all of them in the order of time, and one with its accounts side by side."""

from __future__ import annotations

from dataclasses import replace

from dragoman.engine.choosing import Choice
from dragoman.engine.incident_rows import account_rows, incident_row
from dragoman.engine.incidents import count_incidents, incidents_listed
from dragoman.engine.incidents import incident as incident_of
from dragoman.engine.whens import when_label
from dragoman.model.report import Report
from dragoman.model.rows import Json
from dragoman.model.sourced import SourcedIncident
from dragoman.web.accounts import (
    Told,
    by_attribute,
    by_holder,
    holder_name,
    label,
    origin_name,
    report_name,
    value_of,
)
from dragoman.web.answers import Answer
from dragoman.web.asks import Ask, NotFoundError
from dragoman.web.incident_schemas import IncidentFilters
from dragoman.web.links import part
from dragoman.web.origin_drawing import drawing
from dragoman.web.schemas import AsOf
from dragoman.web.tables import table_of
from dragoman.web.telling import named, told
from dragoman.web.views.asked import event_form
from dragoman.web.views.paging import paged
from dragoman.web.views.timeline import by_year

# What lies beyond is not told more closely than the calibration is known.
_SURE = 0.99


def incidents(ask: Ask) -> Answer:
    """Incidents with an event that answers to the filters, in the order of time."""
    asked = ask.filters(IncidentFilters)
    choice = Choice(ask.flag("several"), ask.flag("disputed"), ask.flag("one_origin"))
    rows = incidents_listed(ask.record, asked, choice)
    total = count_incidents(ask.record, replace(asked, limit=None, offset=0), choice)
    return Answer(
        title="Incidents",
        template="incidents.html",
        data={
            **paged(ask, asked, total, len(rows)),
            "notes": ask.record.notes(asked),
            "rows": rows,
        },
        table=table_of("incidents", rows),
        page=lambda: {
            **event_form(ask, asked),
            "choice": choice,
            "years": list(by_year(rows, _entry, "when")),
        },
    )


def _entry(row: Json) -> Json:
    """An incident in a list, in words."""
    return {
        "row": row,
        "href": f"/incidents/{part(row['id'])}",
        "when": when_label(row["when"]),
        "acts": list(dict.fromkeys(act["means"] for act in row["acts"])),
        "first": told(row["first"]),
        "only": origin_name(row["only_origin"]) if row["only_origin"] else None,
    }


def incident(ask: Ask, key: str) -> Answer:
    """One incident, by its id or that of one of its events; its CSV twin holds its accounts."""
    asked = ask.filters(AsOf)
    one = incident_of(ask.record, ask.row_id(key, "incident"), asked)
    if one is None:
        raise NotFoundError(f"no incident {key}")
    row = incident_row(one)
    return Answer(
        title=_title(row),
        template="incident.html",
        data=row,
        table=table_of("accounts", account_rows(row["values"], {"incident": row["id"]})),
        page=lambda: _page(one, row),
    )


def _title(row: Json) -> str:
    acts = ", ".join(dict.fromkeys(act["means"] for act in row["acts"]))
    return f"{acts[:1].upper()}{acts[1:]}, {when_label(row['when'])}"


def told_of(one: SourcedIncident) -> Told:
    """What the accounts of an incident point into."""
    return Told(
        texts={report.id: report.text for report in one.reports},
        names={report.id: report_name(report) for report in one.reports},
        spans={event.id: event.span.pair() for event in one.events},
    )


def _page(one: SourcedIncident, row: Json) -> Json:
    known = told_of(one)
    contested = {
        (position["attribute"], position["text"]): f"/disputes/{part(dispute['id'])}"
        for dispute in row["disputes"]
        for position in dispute["positions"]
    }
    values = [value_of(value, known, contested) for value in row["values"]]
    events = {event["id"]: told(event) for event in row["events"]}
    return {
        "row": row,
        "head": next(iter(events.values())),
        "people": {side: named(row[side]) for side in ("actor", "recipient")},
        "told_acts": [{**act, "events": [events[e] for e in act["events"]]} for act in row["acts"]],
        "attributes": list(by_attribute(values)),
        "side_by_side": by_holder(values),
        "contested": [contested_of(dispute, known) for dispute in row["disputes"]],
        "changed": [_change(change, known) for change in row["changes"]],
        "drawing": drawing({r.id: _dated(r) for r in one.reports}, row["origins"]),
        "rests": [_origin(origin, known) for origin in row["origins"]],
        "whys": [_why(verdict, events) for verdict in row["verdicts"]],
        "names": known.names,
    }


def contested_of(dispute: Json, known: Told) -> Json:
    """A dispute in a line: what it is about and its positions."""
    positions = [value_of(position, known, {}) for position in dispute["positions"]]
    return {
        "row": dispute,
        "href": f"/disputes/{part(dispute['id'])}",
        "positions": positions,
    }


def _change(change: Json, known: Told) -> Json:
    held = change["after"]["holdings"][0]
    return {
        **change,
        "name": holder_name(held, known),
        "was": label(change["before"]),
        "is": label(change["after"]),
    }


def _dated(report: Report) -> str:
    start = report.date.start
    return f"{report_name(report)}, {start}" if start else report_name(report)


def _origin(origin: Json, known: Told) -> Json:
    reasons = [r for r in origin["reasons"] if r["report"] in known.names]
    return {
        "row": origin,
        **origin_name(origin),
        "reports": [(r, known.names[r]) for r in origin["reports"]],
        "reasons": [{**r, "of": known.names[r["report"]]} for r in reasons],
    }


def _why(verdict: Json, events: Json) -> Json:
    features = [f for f in verdict["features"] if f["weight"]]
    return {
        **verdict,
        "pair": [events[verdict["first"]], events[verdict["second"]]],
        "features": features,
        "chance": _chance(verdict["probability"]),
        "widest": max((abs(f["weight"]) for f in features), default=1.0),
    }


def _chance(probability: float) -> str:
    """As a percentage that never says certain."""
    if probability > _SURE:
        return "over 99 %"
    return "under 1 %" if probability < 1 - _SURE else f"{probability:.0%}".replace("%", " %")
