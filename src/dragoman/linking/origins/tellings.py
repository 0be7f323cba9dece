"""Where reports tell of something: the tellings that origins are asked for."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.model.event import Event
from dragoman.model.findings import Findings
from dragoman.model.origin import Telling
from dragoman.model.span import Span, cover


def tellings_of(findings: Findings, events: Iterable[str] | None = None) -> tuple[Telling, ...]:
    """The events of a report as tellings; of `events`, ids, where given.

    The span covers the act and its parties, so that what only stands in the same sentence (the
    source, a date) decides nothing.
    """
    wanted = None if events is None else set(events)
    return tuple(
        telling_of(findings.report.id, event)
        for event in findings.events
        if wanted is None or event.id in wanted
    )


def telling_of(report: str, event: Event) -> Telling:
    """One event as a telling."""
    parts: list[Span] = [event.event_span]
    for span in (*event.actor_spans, *event.recipient_spans):
        if event.span.contains(span):
            parts.append(span)
    return Telling(report, cover(parts), event.id)
