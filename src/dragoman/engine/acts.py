"""The acts of a record: its incidents as what one did to another, counted once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from weakref import WeakKeyDictionary

import polars as pl

from dragoman.analysis.acts import frame_of
from dragoman.analysis.answer_words import answering
from dragoman.analysis.scales import ScaleName, intensity, score_of
from dragoman.engine.incidents import incidents
from dragoman.engine.linked import linked
from dragoman.language.actor_tables import state_codes
from dragoman.model.event import Event
from dragoman.model.incident import Incident
from dragoman.model.origin import Origin
from dragoman.model.report import Report
from dragoman.model.sourced import SourcedIncident
from dragoman.model.when import When
from dragoman.record import Filters, Record

_STATE = 3

Pair = tuple[str, str]
# A telling of an act: the event, and the report that it stands in.
Telling = tuple[Event, Report]
# Which of the sides asked for a code stands for, or None.
Side = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Told:
    """What reports tell of one directed pair in one QuadClass of an incident."""

    pair: Pair
    quad: int
    tellings: tuple[Telling, ...]


# Frames of all acts, for one state of what was linked.
_made: WeakKeyDictionary[Record, tuple[object, pl.DataFrame]] = WeakKeyDictionary()


def incidents_between(record: Record, filters: Filters, pair: Pair) -> list[SourcedIncident]:
    """The incidents with an event of the two; of `filters` the date and the coder count."""
    return incidents(record, Filters(as_of=filters.as_of, coder=filters.coder, dyad=pair))


def acts_between(
    found: Iterable[SourcedIncident], pair: Pair, scale: ScaleName = "plover"
) -> pl.DataFrame:
    """The acts of the two on each other, either way, with the origins that each rests on.

    A code stands for all that begin with it.
    """

    def side(code: str) -> str | None:
        return next((one for one in pair if code.startswith(one)), None)

    rows = (
        _row(one.incident, told, scale, len(_origins(one, {e.id for e, _ in told.tellings})))
        for one in found
        for told in _told(one, side)
    )
    return frame_of(rows)


def all_acts(record: Record, filters: Filters, scale: ScaleName = "plover") -> pl.DataFrame:
    """The acts of all on all: states stand for their bodies. Origins are not told."""
    state = linked(record, filters)
    key = (state.number, state.seen, scale)
    kept = _made.get(state.record)
    if kept is None or kept[0] != key:
        found = incidents(record, Filters(as_of=filters.as_of, coder=filters.coder))
        told = ((one, each) for one in found for each in _told(one, state_or_self))
        kept = key, frame_of(_row(one.incident, each, scale, None) for one, each in told)
        _made[state.record] = kept
    return kept[1]


def origins_behind(found: Iterable[SourcedIncident], acts: pl.DataFrame) -> int:
    """On how many independent origins acts rest together.

    Those that are named are one where they have a name in common; each of the others is its own.
    """
    wanted = set(acts["events"].explode().drop_nulls().to_list())
    inside = set(acts["incident"].drop_nulls().to_list())
    origins = (o for one in found if one.id in inside for o in _origins(one, wanted))
    return len({(o.kind, o.name) if o.name else o.id for o in origins})


def _origins(one: SourcedIncident, events: set[str]) -> list[Origin]:
    """The origins on which tellings of these events rest."""
    return [o for o in one.origins if any(t.event in events for t in o.tellings)]


def state_or_self(code: str) -> str:
    """The state whose body a code stands for; the code itself where it is no state's."""
    return code[:_STATE] if code[:_STATE] in state_codes() else code


def _told(one: SourcedIncident, side: Side) -> Iterator[Told]:
    """The directed pairs of an incident by QuadClass.

    Of the reports that tell an incident in a class, at least half must tell the pair: who did it
    to whom is what most of them say, not what one of them was misread to say.
    """
    found: defaultdict[int, defaultdict[Pair, list[Telling]]] = defaultdict(
        lambda: defaultdict(list)
    )
    reports_of = {report.id: report for report in one.reports}
    for event, name in zip(one.events, one.told_in, strict=True):
        report = reports_of[name]
        if event.factuality == "happened":
            for pair in _pairs(event, side):
                found[event.quad_class][pair].append((event, report))
    for quad, pairs in sorted(found.items()):
        reports = {report.id for told in pairs.values() for _, report in told}
        for pair, told in sorted(pairs.items()):
            if 2 * len({report.id for _, report in told}) >= len(reports):
                yield Told(pair, quad, tuple(told))


def _pairs(event: Event, side: Side) -> set[Pair]:
    who, whom = (
        {found for code in codes if (found := side(code))}
        for codes in (event.actor, event.recipient)
    )
    return {(a, b) for a in who for b in whom if a != b}


def _row(one: Incident, told: Told, scale: ScaleName, origins: int | None) -> dict[str, Any]:
    events = [event for event, _ in told.tellings]
    strongest = max(events, key=lambda e: intensity(told.quad, _score(e, scale)))
    when = _closest(one.when, events)
    return {
        "incident": one.id,
        "actor": told.pair[0],
        "recipient": told.pair[1],
        "type": strongest.type,
        "mode": strongest.mode,
        "quad": told.quad,
        "score": _score(strongest, scale),
        "start": when.start,
        "end": when.end,
        "known": min(filter(None, (_known(r) for _, r in told.tellings)), default=None),
        "n": 1.0,
        "reports": len({report.id for _, report in told.tellings}),
        "origins": origins,
        "denied": _denied(one, events),
        "answers": _answers(told),
        "events": [event.id for event in events],
        "filed": None,
    }


def _score(event: Event, scale: ScaleName) -> float:
    return score_of(scale, event.type, event.mode, event.cameo)


def _closest(whole: When, events: Iterable[Event]) -> When:
    """The shortest interval that a telling gives, else the incident's."""
    known = [w for w in (*(e.when for e in events), whole) if w.start and w.end]
    return min(known, key=_length, default=whole)


def _length(when: When) -> tuple[timedelta, date]:
    assert when.start and when.end  # noqa: S101  # those without were left out
    return when.end - when.start, when.start


def _known(report: Report) -> date | None:
    """The day by which a report had surely come out."""
    return report.date.end - timedelta(days=1) if report.date.end else None


def _denied(one: Incident, events: Iterable[Event]) -> bool:
    """True where somebody denies one of the events."""
    names = {event.id for event in events}
    return any(event.denied_by for event in events) or any(
        held.event in names
        for value in one.values
        if (value.attribute, value.text) == ("took place", "no")
        for held in value.holdings
    )


def _answers(told: Told) -> str | None:
    """The words by which a telling says that this answers another act."""
    found = (answering(event.span.of(report.text), told.quad) for event, report in told.tellings)
    return next(filter(None, found), None)
