"""Which attributions of a report assert an event, and which deny it.

Somebody asserts what his own words tell as having happened, and denies what they tell as not so.
"Moscow denied the accusation" denies what was told before it, and a denial of an act reaches the
other tellings of that act.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from dragoman.coding.denials import NOT_SO, denied_before, is_of
from dragoman.language.analysis import Analysis
from dragoman.model.attribution import Attribution
from dragoman.model.event import Claim, Event
from dragoman.model.when import meet

_ASSERTING = frozenset({"asserts", "alleges", "admits"})

Links = dict[int, list[Claim]]


def linked(
    events: Sequence[Event], said: Sequence[Attribution], analysis: Analysis
) -> tuple[Event, ...]:
    """The events with those who assert and who deny them."""
    asserted: Links = {n: [] for n in range(len(events))}
    denied: Links = {n: [] for n in range(len(events))}
    for n, event in enumerate(events):
        own = _own(event, said)
        if own is not None:
            links = denied if _denies(event, said[own.attribution]) else asserted
            if links is denied or said[own.attribution].stance in _ASSERTING:
                links[n].append(own)
    for number, row in enumerate(said):
        for n in denied_before(row, events, said, analysis):
            denied[n].append(Claim(row.source, number))
    _shared(events, asserted, denied, analysis.report.text)
    return tuple(
        replace(event, asserted_by=_once(asserted[n]), denied_by=_once(denied[n]))
        for n, event in enumerate(events)
    )


def _own(event: Event, said: Sequence[Attribution]) -> Claim | None:
    """The innermost attribution in whose content the event stands."""
    at = event.event_span.start
    holding = [
        (a.content.end - a.content.start, n)
        for n, a in enumerate(said)
        if any(s.start <= at < s.end for s in a.contents)
    ]
    if not holding:
        return None
    number = min(holding)[1]
    return Claim(said[number].source, number)


def _denies(event: Event, row: Attribution) -> bool:
    if event.factuality in NOT_SO:
        return row.stance == "denies" or row.stance in _ASSERTING
    # "denied any part in the attack": only who did it is denied
    return row.stance == "denies" and is_of(row.source.actor, event.actor)


def _shared(events: Sequence[Event], asserted: Links, denied: Links, text: str) -> None:
    """Tellings of the same act share who asserts it and who denies it."""
    pairs = [
        (a, b)
        for a, b in product(range(len(events)), repeat=2)
        if denied[b] and not denied[a] and _same(events[a], _peopled(events[b], denied[b]), text)
    ]
    found = [(a, b, tuple(asserted[a]), tuple(denied[b])) for a, b in pairs]
    for a, b, claims, denials in found:
        asserted[b] += claims
        denied[a] += denials


def _peopled(event: Event, denials: Sequence[Claim]) -> Event:
    """The event; where nobody is told to have done it, whoever denies it is meant."""
    meant = tuple(c.source.actor for c in denials if c.source.actor)
    return event if event.actor else replace(event, actor=meant)


def _same(one: Event, other: Event, text: str) -> bool:
    """True where type and parties are the same, and no day speaks against it; where both are not
    told to whom, in one word too."""
    if one.type != other.type or not one.actor or not other.actor:
        return False
    if not _share(one.actor, other.actor):
        return False
    if one.recipient and other.recipient and not _share(one.recipient, other.recipient):
        return False
    if not one.recipient and not other.recipient and _word(one, text) != _word(other, text):
        return False
    return not all(e.when.basis == "text" for e in (one, other)) or meet(one.when, other.when)


def _word(event: Event, text: str) -> str:
    return event.event_span.of(text).casefold()


def _share(codes: Sequence[str], others: Sequence[str]) -> bool:
    return bool({c[:3] for c in codes} & {c[:3] for c in others})


def _once(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    return tuple(sorted(dict.fromkeys(claims), key=lambda c: c.attribution))
