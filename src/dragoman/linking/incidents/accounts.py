"""What the tellings of an incident say, attribute by attribute, and who holds each value."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import cast

from dragoman.linking.incidents.causes import causes
from dragoman.linking.incidents.parties import homes
from dragoman.linking.incidents.telling_figures import at_least
from dragoman.linking.incidents.tellings import Telling
from dragoman.linking.incidents.timing import dated
from dragoman.linking.incidents.told import Act, Told
from dragoman.linking.incidents.versions import versions
from dragoman.linking.incidents.words import stems
from dragoman.model.account import ATTRIBUTES, Attribute, Holding, Value
from dragoman.model.actor import Source
from dragoman.model.event import Figure
from dragoman.model.findings import Findings
from dragoman.model.span import Span
from dragoman.model.when import UNKNOWN, When

# Where a sentence ends.
_SENTENCE = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘(]*[A-Z])")
# So many sentences after an act's own may tell of what it came.
FOLLOWING = 3
# Acts that may be one harm to the same people.
FORCE = "ASSAULT"
UNTOLD = frozenset({"denied", "negated"})
TOLD = frozenset({"happened"})


def told(tellings: Iterable[Telling]) -> list[Told]:
    """When, where, between whom and with which figures the events of an act, or of a whole
    incident, are told."""
    return sorted({value for telling in tellings for value in _values(telling)}, key=_order)


def causes_told(tellings: Sequence[Telling], reports: Mapping[str, Findings]) -> list[Told]:
    """Causes and blame that stand with the events of an incident."""
    mine = {telling.id for telling in tellings}
    found = {
        value
        for telling in tellings
        if (findings := reports.get(telling.report.id)) is not None
        for value in (*_causes(telling, findings, mine), *_versions(telling, findings))
    }
    return sorted(found, key=_order)


def _order(value: Told) -> tuple[int, str, str, Span]:
    held = value.holding
    since = held.since.isoformat() if held.since else "9999"
    return ATTRIBUTES.index(value.attribute), since, held.report, held.span


def _values(telling: Telling) -> Iterator[Told]:
    event = telling.event
    holding = _holding(telling, event.span, event.source[-1])
    yield from _circumstances(telling, holding)
    for figure in telling.figures:
        if figure.what in ATTRIBUTES:
            least = at_least(figure, telling.report.text)
            yield _figure(least, _holding(telling, figure.span, event.source[-1]))
    if event.factuality not in TOLD | UNTOLD:
        return  # who asserts or denies a plan tells of no act
    real = event.factuality in TOLD
    yield _took_place(telling, holding, real)
    # what is told not to be so is asserted by other tellings of it, not by this one
    for yes, claims in ((True, event.asserted_by if real else ()), (False, telling.denied_by)):
        for claim in claims:
            held = _holding(telling, event.span, claim.source)
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


def _around(telling: Telling, findings: Findings, mine: Collection[str]) -> Span:
    """An event's sentence, and those after it up to the next event of another incident that
    others suffer: "two were killed. They had been beaten to death"."""
    text, span = telling.report.text, telling.event.span
    last, victims = len(text), set(telling.event.recipient)
    starts = [
        e.span.start
        for e in findings.events
        if e.id not in mine and (e.type != FORCE or victims.isdisjoint(e.recipient))
    ]
    last = min((s for s in starts if s >= span.end), default=last)
    paragraph = text.find("\n\n", span.end)
    last = last if paragraph < 0 else min(last, paragraph)
    ends = [m.start() + 1 for m in _SENTENCE.finditer(text, span.end, last)]
    return Span(span.start, ends[FOLLOWING] if len(ends) > FOLLOWING else last)


def _causes(telling: Telling, findings: Findings, mine: Collection[str]) -> Iterator[Told]:
    text = telling.report.text
    for cause in causes(text, _around(telling, findings, mine)):
        holding = _holding(telling, cause.span, _source(cause.span, findings))
        if cause.attribute == "cause":
            yield Told("cause", " ".join(sorted(stems(cause.words))), cause.words, holding)
            continue
        inside = (m for m in findings.mentions if cause.span.contains(m.span))
        codes = tuple(sorted({code for m in inside for code in m.codes}))
        if codes:
            name = " ".join(codes)
            yield Told("blame", name, cause.words, holding, homes=homes(codes))


def _versions(telling: Telling, findings: Findings) -> Iterator[Told]:
    """How it came about, by those whom the paragraph sets against each other; where a version
    tells a cause by a cue, the cause is told already."""
    text, start = telling.report.text, telling.event.span.start
    end = text.find("\n\n", telling.event.span.end)
    passage = Span(start, end if end > 0 else len(text))
    for row, span in versions(findings, passage):
        if not any(cause.attribute == "cause" for cause in causes(text, span)):
            words = span.of(text)
            holding = _holding(telling, span, row.source)
            yield Told("cause", " ".join(sorted(stems(words))), words, holding)


def _source(span: Span, findings: Findings) -> Source:
    """The innermost source of what stands at `span`."""
    holds = [a for a in findings.attributions if a.content.contains(span)]
    if not holds:
        return Source()
    return min(holds, key=lambda a: a.content.end - a.content.start).source


def _holding(telling: Telling, span: Span, source: Source) -> Holding:
    report = telling.report
    named = source.actor or (source.text if source.kind == "named" else None)
    return Holding(
        holder=named or report.outlet or report.id,
        report=report.id,
        span=span,
        since=_surely_out(report.date),
        event=telling.id,
        outlet=report.outlet,
    )


def _surely_out(published: When) -> date | None:
    """The day by which a report had surely come out; "from 2022 on" tells none."""
    return published.end - timedelta(days=1) if published.start and published.end else None


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
