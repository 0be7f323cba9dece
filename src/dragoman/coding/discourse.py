"""What a sentence takes over from the one before it.

A raid is told in one sentence and its outcome in the next: "About 50 people were detained." Such
an agentless outcome belongs to the act before it, and its figures to both.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.events import INHERITED, event_id
from dragoman.language.analysis import Analysis
from dragoman.model.event import Event

# Outcomes of force; only these are carried over from one sentence to the next.
FORCE = frozenset({"COERCE", "ASSAULT"})


def carried(events: list[Event], analysis: Analysis) -> list[Event]:
    """The events with what agentless outcomes take from the act before them, and give to it."""
    done: list[Event] = []
    for each in events:
        origin = _origin(each, done, analysis)
        if origin is None:
            done.append(each)
            continue
        done[done.index(origin)] = _enriched(origin, each)
        done.append(_continued(each, origin, analysis))
    return done


def _origin(each: Event, before: list[Event], analysis: Analysis) -> Event | None:
    """The act of the sentence before (or this one) that an agentless outcome follows from."""
    if each.type not in FORCE or each.actor or each.factuality != "happened":
        return None
    for earlier in reversed(before):
        gap = analysis.report.text[earlier.span.end : each.span.start]
        if "\n" in gap or len(gap) > 2:
            return None
        if earlier.type in FORCE and earlier.actor and earlier.factuality == "happened":
            return earlier
    return None


def _continued(each: Event, origin: Event, analysis: Analysis) -> Event:
    made = replace(
        each,
        actor=origin.actor,
        actor_spans=origin.actor_spans,
        recipient=each.recipient or origin.recipient,
        recipient_spans=each.recipient_spans or origin.recipient_spans,
        when=origin.when if each.when.basis in ("none", "report") else each.when,
        where=each.where or origin.where,
        confidence=INHERITED,
    )
    return replace(made, id=event_id(made, analysis.report.id))


def _enriched(origin: Event, outcome: Event) -> Event:
    told = {f.what for f in origin.figures}
    return replace(
        origin, figures=(*origin.figures, *(f for f in outcome.figures if f.what not in told))
    )
