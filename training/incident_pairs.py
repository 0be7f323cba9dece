"""Pairs of events with their features, from the sets, as linking is to learn from them.

Four ways: as written; crowded, with the dates of all sets moved into the same fortnight, so that
other incidents of those days stand beside each pair as they do in a large record; undated; and
gathered into one undated report, as an analysis tells of many incidents between the same states.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256
from itertools import combinations

from dragoman.linking.incidents.blocking import pairs
from dragoman.linking.incidents.features import Likeness, features
from dragoman.linking.incidents.scoring import barred
from dragoman.linking.incidents.tellings import Telling, tellings
from dragoman.model.when import UNKNOWN, When
from training.incident_sets import IncidentSet, Label
from training.texts import part_of

# The first day of the fortnight into which crowded sets are moved.
CROWD = date(2025, 1, 6)
FORTNIGHT = 14


# How an event of a set is changed.
Move = Callable[[Telling, IncidentSet], Telling]


@dataclass(frozen=True, slots=True)
class Example:
    """A pair: its features, whether it is one incident and one act, and the part it is in.

    `part` is empty for pairs across parts, which are left out.
    """

    first: str
    second: str
    features: dict[str, float]
    incident: bool
    act: bool
    part: str
    way: str


def examples(sets: Sequence[IncidentSet], likeness: Likeness) -> Iterator[Example]:
    """All examples of the sets."""
    yield from _examples(sets, likeness, "written", _as_written)
    yield from (e for e in _examples(sets, likeness, "crowded", crowded) if not same_set(e))
    yield from _examples(sets, likeness, "undated", undated)
    yield from (e for e in _examples(sets, likeness, "gathered", gathered) if not same_set(e))


def same_set(example: Example) -> bool:
    """True for two events of one set."""
    return example.first.split(" ")[0] == example.second.split(" ")[0]


def _examples(
    sets: Sequence[IncidentSet], likeness: Likeness, way: str, moved: Move
) -> Iterator[Example]:
    known: dict[str, Telling] = {}
    labels: dict[str, tuple[IncidentSet, Label]] = {}
    for one in sets:
        for telling in labelled(one):
            known[telling.id] = moved(telling, one)
            labels[telling.id] = one, one.labels[telling.id]
    inside = {p for s in sets for p in combinations(sorted(s.labels), 2)}
    for first, second in sorted({*inside, *pairs(known)}):
        left, right = known[first], known[second]
        if barred(left, right):
            continue
        (mine, label), (theirs, its) = labels[first], labels[second]
        parts = {part_of(mine.topic), part_of(theirs.topic)}
        yield Example(
            f"{mine.id} {first}",
            f"{theirs.id} {second}",
            features(left, right, likeness),
            label.incident == its.incident,
            label.act == its.act,
            parts.pop() if len(parts) == 1 else "",
            way,
        )


def labelled(one: IncidentSet) -> Iterator[Telling]:
    """The annotated events of a set."""
    for findings in one.reports:
        yield from (t for t in tellings(findings) if t.id in one.labels)


def _as_written(telling: Telling, _one: IncidentSet) -> Telling:
    return telling


def crowded(telling: Telling, one: IncidentSet) -> Telling:
    """The event moved with its set into the fortnight."""
    first = min((f.report.date.start for f in one.reports if f.report.date.start), default=CROWD)
    by = CROWD - first + timedelta(days=sha256(one.id.encode()).digest()[0] % FORTNIGHT)
    return replace(
        telling,
        event=replace(telling.event, when=_moved(telling.event.when, by)),
        report=replace(telling.report, date=_moved(telling.report.date, by)),
        days=frozenset(_within(d, by) for d in telling.days),
    )


def undated(telling: Telling, _one: IncidentSet) -> Telling:
    """The event without any date."""
    return replace(
        telling,
        event=replace(telling.event, when=UNKNOWN),
        report=replace(telling.report, date=UNKNOWN),
        days=frozenset(),
    )


def gathered(telling: Telling, one: IncidentSet) -> Telling:
    """The event as one report without a date would tell it among those of all other sets."""
    alone = undated(telling, one)
    return replace(alone, report=replace(alone.report, id=one.region))


def _moved(when: When, by: timedelta) -> When:
    start = _within(when.start, by) if when.start else None
    end = _within(when.end, by) if when.end else None
    return replace(when, start=start, end=end)


def _within(day: date, by: timedelta) -> date:
    """The day moved, within what a calendar can hold."""
    return date.fromordinal(max(2, min(date.max.toordinal() - 1, day.toordinal() + by.days)))
