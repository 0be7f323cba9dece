"""Who denies that an act took place, of those whom the coder found to deny something of it."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.linking.incidents.words import stems
from dragoman.model.attribution import Attribution
from dragoman.model.event import Claim, Event
from dragoman.model.findings import Findings

# What is denied with so many words is named there; with fewer it was named before ("denied it").
NAMED = 4


def denials(event: Event, findings: Findings) -> tuple[Claim, ...]:
    """The claims that deny the event itself, and not what another says of it."""
    return tuple(claim for claim in event.denied_by if _of_the_act(event, claim, findings))


def _of_the_act(event: Event, claim: Claim, findings: Findings) -> bool:
    if claim.attribution >= len(findings.attributions):
        return True
    row, text = findings.attributions[claim.attribution], findings.report.text
    # "has not confirmed that": who leaves something open does not deny it
    if any(s.cue is not None and row.cue.overlaps(s.cue) for s in findings.silences):
        return False
    if row.content.overlaps(event.event_span):
        return True
    words = stems(row.content.of(text))
    if set(stems(event.event_span.of(text))) & set(words):
        return True
    if len(words) >= NAMED or any(_between(event, row, findings)):
        return False
    return not _beside_what_is_said(event, claim, findings)


def _beside_what_is_said(event: Event, claim: Claim, findings: Findings) -> bool:
    """True where the report tells the event itself, and the same denial answers what another says:
    "accused Lima of breaking the agreement of May. Lima rejected this"."""
    if event.source[-1].text:
        return False
    return any(
        other.source[-1].text and any(c.attribution == claim.attribution for c in other.denied_by)
        for other in findings.events
        if other.span == event.span
    )


def _between(event: Event, row: Attribution, findings: Findings) -> Iterator[Attribution]:
    """What others say after the event and before the denial, which is of that then."""
    for other in findings.attributions:
        after = event.span.end <= other.span.start and other.span.end <= row.span.start
        if after and other.source != row.source and not other.content.contains(event.event_span):
            yield other
