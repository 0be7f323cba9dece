"""An incident as the rows in which a record keeps it, ready to be listed."""

from __future__ import annotations

from datetime import date

from dragoman.engine.incident_rows import dispute_row, listed_row
from dragoman.model.incident import Incident
from dragoman.model.rows import Json
from dragoman.model.sourced import SourcedDispute, SourcedIncident


def row_of(one: SourcedIncident) -> Json:
    """The row of an incident, with its events by act and its disputes."""
    return {
        "id": one.id,
        "day": day_of(one.incident),
        "reports": len(one.reports),
        "origins": len(one.origins),
        "disputes": len(one.disputes),
        "data": listed_row(one),
        "acts": [list(act.events) for act in one.incident.acts],
        "told": [_told(dispute, one) for dispute in one.disputes],
    }


def day_of(incident: Incident) -> date | None:
    """The day by which incidents stand in order."""
    return incident.when.start or incident.when.end


def _told(found: SourcedDispute, one: SourcedIncident) -> Json:
    held = (h.event for p in found.dispute.positions for h in p.holdings if h.event)
    return {
        "id": found.id,
        "incident": one.id,
        "since": found.dispute.since,
        "data": dispute_row(found, one),
        "held": list(dict.fromkeys(held)),
    }
