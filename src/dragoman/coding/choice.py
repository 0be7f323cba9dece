"""Which of the events that were made become rows: known parties on both sides, each told once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dragoman.coding.discourse import FORCE
from dragoman.coding.steps import Fate, Reason
from dragoman.language.actor_tables import sectors
from dragoman.model.event import Event
from dragoman.model.span import Span

# Acts towards somebody: with one side untold the frame has most likely misread the clause.
NEEDS_BOTH = frozenset({"CONSULT"})


def fates(
    events: Sequence[Event],
    told_twice: Mapping[int, int],
    named: frozenset[Span],
    learned: frozenset[Span],
) -> Iterator[Fate]:
    """Each event with the reason why it is no row, if so; `told_twice` has the places of doubles.

    `named` are the words that name persons, `learned` those of acts that the encoder finds. One act
    has one row: "launched a raid ... raided" in one sentence between the same two; a second word
    for it that tells no mode of its own adds nothing.
    """
    kept: dict[tuple[object, ...], list[Event]] = defaultdict(list)
    for place, each in enumerate(events):
        if place in told_twice:
            yield Fate(each, Reason.DOUBLE, events[told_twice[place]])
            continue
        if reason := _fault(each, named, each.event_span in learned):
            yield Fate(each, reason)
            continue
        alike = kept[each.span, each.type, each.actor, each.recipient, each.factuality]
        twin = next((t for t in alike if each.mode in (None, t.mode)), None)
        if twin is None:
            alike.append(each)
        yield Fate(each) if twin is None else Fate(each, Reason.DOUBLE, twin)


def _fault(each: Event, named: frozenset[Span], learned: bool) -> Reason | None:
    """What speaks against the parties of an event.

    Of the encoder's one must be known by a code, but for what somebody denies to have happened.
    """
    known = each.actor or each.recipient or each.factuality == "denied"
    told = each.actor_spans or each.recipient_spans
    if learned and known and told and each.actor_spans != each.recipient_spans:
        return None
    return _unknown(each, named)


def _unknown(each: Event, named: frozenset[Span]) -> Reason | None:
    """None when a state or an organisation stands on one side at least, and not alone on both.

    An outcome of force is told too when a named person suffers it, of whatever state.
    """
    if each.actor == each.recipient:
        return Reason.SAME if each.actor else Reason.UNKNOWN
    if each.type in FORCE and named & set(each.recipient_spans):
        return None
    if not any(code not in sectors() for code in (*each.actor, *each.recipient)):
        return Reason.UNKNOWN
    both = bool(each.actor) and (bool(each.recipient) or len(each.actor) > 1)
    return Reason.ONE_SIDE if each.type in NEEDS_BOTH and not both else None
