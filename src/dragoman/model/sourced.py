"""Incidents with the origins behind them: what readers are shown of an incident."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.account import Value
from dragoman.model.dispute import Dispute
from dragoman.model.event import Event
from dragoman.model.incident import Incident
from dragoman.model.origin import Circle, Correction, Origin
from dragoman.model.report import Report
from dragoman.model.ruling import Ruling


@dataclass(frozen=True, slots=True)
class SourcedValue:
    """A value of an account and the independent origins on which those who hold it rest."""

    value: Value
    origins: tuple[Origin, ...]

    @property
    def only(self) -> Origin | None:
        """The one origin on which it rests; None for several."""
        return self.origins[0] if len(self.origins) == 1 else None


@dataclass(frozen=True, slots=True)
class SourcedDispute:
    """A dispute; `positions` are those of `dispute`, in its order, with their origins.

    `incident` is the id of the incident that it is about; `ruling` is the one that settled it.
    """

    dispute: Dispute
    positions: tuple[SourcedValue, ...]
    incident: str
    ruling: Ruling | None = None

    @property
    def id(self) -> str:
        """The dispute's id."""
        return self.dispute.id


@dataclass(frozen=True, slots=True)
class SourcedIncident:
    """An incident with its events and reports in the incident's order, and with its origins.

    `told_in` has the id of each event's report. `values` and `disputes` are those of the incident,
    in its order. `circles` are outlets that
    cite one another for it; `corrections` are those that concern one of its reports; `rulings`
    are people's on its events and disputes, in the order made.
    """

    incident: Incident
    events: tuple[Event, ...]
    reports: tuple[Report, ...]
    values: tuple[SourcedValue, ...]
    disputes: tuple[SourcedDispute, ...]
    origins: tuple[Origin, ...]
    told_in: tuple[str, ...] = ()
    circles: tuple[Circle, ...] = ()
    corrections: tuple[Correction, ...] = ()
    rulings: tuple[Ruling, ...] = ()

    @property
    def id(self) -> str:
        """The incident's id."""
        return self.incident.id

    @property
    def only(self) -> Origin | None:
        """The one origin on which all of it rests; None for several."""
        return self.origins[0] if len(self.origins) == 1 else None
