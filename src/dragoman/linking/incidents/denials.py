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
    if row.content.overlaps(event.event_span):
        return True
    words = stems(row.content.of(text))
    if set(stems(event.event_span.of(text))) & set(words):
        return True
    return len(words) < NAMED and not any(_between(event, row, findings))


def _between(event: Event, row: Attribution, findings: Findings) -> Iterator[Attribution]:
    """What others say after the event and before the denial, which is of that then."""
    for other in findings.attributions:
        after = event.span.end <= other.span.start and other.span.end <= row.span.start
        if after and other.source != row.source and not other.content.contains(event.event_span):
            yield other
