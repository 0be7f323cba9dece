"""Incidents joined with origins: who stands behind each value, and whether it is more than one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.engine.overlay import Overlay
from dragoman.linking.origins import (
    Cases,
    Outlets,
    circles_of,
    origins_of,
    shared_text,
    telling_of,
    tellings_of,
)
from dragoman.model.account import Holding, Value
from dragoman.model.dispute import Dispute
from dragoman.model.event import Event
from dragoman.model.findings import Findings
from dragoman.model.incident import Incident
from dragoman.model.origin import Correction, SharedText, Telling
from dragoman.model.ruling import Ruling
from dragoman.model.sourced import SourcedDispute, SourcedIncident, SourcedValue


class Sources:
    """Reports of a record, ready to be asked on whom their tellings rest.

    `outlets` are those whose names are known, `corrections` what reports say of earlier ones.
    """

    def __init__(
        self,
        reports: Mapping[str, Findings],
        overlay: Overlay,
        outlets: Outlets,
        corrections: Sequence[Correction] = (),
    ) -> None:
        self._reports = reports
        self._overlay = overlay
        self._cases = Cases(reports.values(), outlets)
        self._corrections = corrections

    def sourced(self, incident: Incident) -> SourcedIncident:
        """The incident with its origins, and those of each value that is told of it."""
        reports = [self._reports[name] for name in incident.reports]
        shared = shared_text(found.report for found in reports)
        told = self._cases.told(t for f in reports for t in tellings_of(f, incident.events))
        tellings = list(_tellings(incident, reports))
        rulings = tuple(self._overlay.of(incident.events))
        disputes = (self._dispute(d, incident, shared, rulings) for d in incident.disputes)
        return SourcedIncident(
            incident=incident,
            events=tuple(event for event, _ in tellings),
            reports=tuple(found.report for found in reports),
            values=tuple(self._value(value, shared) for value in incident.values),
            disputes=tuple(disputes),
            origins=origins_of(told, shared),
            told_in=tuple(report for _, report in tellings),
            circles=circles_of(told),
            corrections=tuple(self._concerning(incident.reports)),
            rulings=rulings,
        )

    def _dispute(
        self,
        dispute: Dispute,
        incident: Incident,
        shared: Sequence[SharedText],
        rulings: Iterable[Ruling],
    ) -> SourcedDispute:
        positions = tuple(self._value(value, shared) for value in dispute.positions)
        ruling = self._overlay.settled(dispute, rulings)
        told = replace(dispute, status="settled") if ruling else dispute
        return SourcedDispute(told, positions, incident.id, ruling)

    def _value(self, value: Value, shared: Sequence[SharedText]) -> SourcedValue:
        told = self._cases.told(self._telling(holding, value) for holding in value.holdings)
        names = {t.telling.report for t in told}
        among = [s for s in shared if s.left in names and s.right in names]
        return SourcedValue(value, origins_of(told, among))

    def _telling(self, holding: Holding, value: Value) -> Telling:
        """Where the value stands; of the act itself, its words and parties alone.

        Who asserts or denies an act elsewhere in the report does so in the words of his own.
        """
        found = self._reports[holding.report]
        event = next((e for e in found.events if e.id == holding.event), None)
        if event is None or holding.span != event.span:
            return Telling(holding.report, holding.span, holding.event)
        claimed = _claim(event, holding, value)
        if claimed is not None and claimed < len(found.attributions):
            return Telling(holding.report, found.attributions[claimed].content, holding.event)
        return telling_of(holding.report, event)

    def _concerning(self, reports: Iterable[str]) -> Iterator[Correction]:
        held = set(reports)
        yield from (c for c in self._corrections if {c.report, c.earlier} & held)


def _claim(event: Event, holding: Holding, value: Value) -> int | None:
    """The number of the attribution by which the holder asserts or denies the event."""
    if value.attribute != "took place":
        return None
    claims = event.asserted_by if value.text == "yes" else event.denied_by
    names = ((c.source.actor or c.source.text, c.attribution) for c in claims)
    return next((number for name, number in names if name == holding.holder), None)


def _tellings(incident: Incident, reports: Iterable[Findings]) -> Iterator[tuple[Event, str]]:
    """The events of the incident in its order, each with the id of its report."""
    known = {event.id: (event, found.report.id) for found in reports for event in found.events}
    yield from (known[name] for name in incident.events)
