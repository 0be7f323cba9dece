"""What the tellings of an incident say, attribute by attribute, and who holds each value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from dragoman.linking.incidents.holdings import holding_of
from dragoman.linking.incidents.parties import homes
from dragoman.linking.incidents.telling_figures import at_least
from dragoman.linking.incidents.tellings import Telling
from dragoman.linking.incidents.timing import dated
from dragoman.linking.incidents.told import Act, Told, in_order
from dragoman.model.account import ATTRIBUTES, Attribute, Holding, Value
from dragoman.model.event import Figure
from dragoman.model.when import UNKNOWN, When

UNTOLD = frozenset({"denied", "negated"})
TOLD = frozenset({"happened"})


def told(tellings: Iterable[Telling]) -> list[Told]:
    """When, where, between whom and with which figures the events of an act, or of a whole
    incident, are told."""
    return sorted({value for telling in tellings for value in _values(telling)}, key=in_order)


def _values(telling: Telling) -> Iterator[Told]:
    event = telling.event
    holding = holding_of(telling, event.span, event.source[-1])
    yield from _circumstances(telling, holding)
    for figure in telling.figures:
        if figure.what in ATTRIBUTES:
            least = at_least(figure, telling.report.text)
            yield _figure(least, holding_of(telling, figure.span, event.source[-1]))
    if event.factuality not in TOLD | UNTOLD:
        return  # who asserts or denies a plan tells of no act
    real = event.factuality in TOLD
    yield _took_place(telling, holding, real)
    # what is told not to be so is asserted by other tellings of it, not by this one
    for yes, claims in ((True, event.asserted_by if real else ()), (False, telling.denied_by)):
        for claim in claims:
            held = holding_of(telling, event.span, claim.source)
            # who tells an act in his own words does not deny it by citing another
            if yes or held.holder != holding.holder or event.factuality in UNTOLD:
                yield _took_place(telling, held, yes)


def _took_place(telling: Telling, holding: Holding, yes: bool) -> Told:
    event, text = telling.event, "yes" if yes else "no"
    when = event.when if dated(telling) else UNKNOWN
    sides = homes(event.actor), homes(event.recipient)
    act = Act(event.id, telling.trigger, *sides)
    return Told("took place", text, text, holding, when=when, place=event.where, act=act)


def _circumstances(telling: Telling, holding: Holding) -> Iterator[Told]:
    event, real = telling.event, telling.event.factuality in TOLD
    if dated(telling):
        text = _interval(event.when)
        yield Told("when", text, text, holding, when=event.when, happened=real)
    if event.where is not None:
        text = ", ".join(filter(None, (event.where.name, event.where.country)))
        yield Told("where", text, text, holding, place=event.where, happened=real)
    sides: tuple[tuple[Attribute, tuple[str, ...]], ...] = (
        ("who", event.actor),
        ("whom", event.recipient),
    )
    for attribute, codes in sides:
        if codes:
            text = " ".join(sorted(codes))
            yield Told(attribute, text, text, holding, homes=homes(codes), happened=real)


def _interval(when: When) -> str:
    if when.single_day:
        return when.single_day.isoformat()
    start, end = (d.isoformat() if d else "" for d in (when.start, when.end))
    return f"{start}/{end}"


def _figure(figure: Figure, holding: Holding) -> Told:
    low, high = (f"{v:g}" if v is not None else "" for v in (figure.low, figure.high))
    number = low if low == high else f"{low} to {high}" if low and high else _open(low, high)
    text = f"{number} {figure.unit}" if figure.unit else number
    return Told(
        cast("Attribute", figure.what), text, text, holding, low=figure.low, high=figure.high
    )


def _open(low: str, high: str) -> str:
    return f"{low} or more" if low else f"{high} or fewer"


def values(found: Iterable[Told]) -> tuple[Value, ...]:
    """Values that are the same put together, with all who hold them."""
    groups: dict[tuple[Attribute, str], list[Told]] = {}
    for one in found:
        groups.setdefault((one.attribute, one.key), []).append(one)
    return tuple(value(group) for group in groups.values())


def value(group: list[Told]) -> Value:
    """One value with its holders, from the tellings of it."""
    first = group[0]
    holdings = dict.fromkeys(one.holding for one in group)
    return Value(first.attribute, first.text, tuple(holdings), first.low, first.high, first.when)
