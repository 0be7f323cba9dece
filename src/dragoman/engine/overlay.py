"""People's rulings laid over what the machine found: nothing below them is changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from dragoman.engine.amending import amended
from dragoman.linking.incidents import Rulings, ruled
from dragoman.model.dispute import Dispute
from dragoman.model.errors import UsageError
from dragoman.model.event import Event
from dragoman.model.findings import Findings
from dragoman.model.rows import Json
from dragoman.model.ruling import Anchor, Ruling
from dragoman.model.span import Span
from dragoman.record import Record


@dataclass(frozen=True, slots=True)
class Overlay:
    """The rulings that stand, and what they come to for the events of some reports.

    `named` are the present ids of the events that each ruling, by its id, is about; `amended` are
    the events that were set right, and `rejected` the ids of those that are none.
    """

    rulings: tuple[Ruling, ...] = ()
    named: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    amended: Mapping[str, Event] = field(default_factory=dict)
    rejected: frozenset[str] = frozenset()

    def over(self, found: Findings) -> Findings:
        """The findings of a report as people set them right."""
        if not any(e.id in self.amended or e.id in self.rejected for e in found.events):
            return found
        kept = (e for e in found.events if e.id not in self.rejected)
        return replace(found, events=tuple(self.amended.get(e.id, e) for e in kept))

    def pairs(self) -> Rulings:
        """Which pairs of events are ruled to be one incident, and which to be two."""
        return pairs_ruled(self.rulings, self.named)

    def of(self, events: Iterable[str]) -> Iterator[Ruling]:
        """The rulings on any of these events, in the order made."""
        held = set(events)
        yield from (r for r in self.rulings if held.intersection(self.named[r.id]))

    def settled(self, dispute: Dispute, rulings: Iterable[Ruling]) -> Ruling | None:
        """The last of `rulings` that settles a dispute: by a position that it still has, and that
        one of the same events holds."""
        found = None
        for ruling in rulings:
            if ruling.matter == "dispute" and ruling.detail == dispute.attribute:
                held = (h.event for v in dispute.positions if v.text == ruling.value
                        for h in v.holdings)  # fmt: skip
                if not set(self.named[ruling.id]).isdisjoint(held):
                    found = ruling
        return found


def standing(record: Record, as_of: date | None = None, without: str = "") -> tuple[Ruling, ...]:
    """The rulings on incidents, disputes and events that stood by `as_of`; the last of several.

    `without` is the id of one that is left out.
    """
    return last_of(row for row in record.standing_rulings(as_of) if row["id"] != without)


def last_of(rows: Iterable[Json]) -> tuple[Ruling, ...]:
    """The rulings that count of these rows: of several on one matter the last.

    An event may have several fields amended. Those on actors are none of these.
    """
    last: dict[tuple[str, str, str], Json] = {}
    for row in rows:
        if row["matter"] != "actor":
            key = row["matter"], row["a"], "" if row["matter"] == "dispute" else row["b"]
            last.pop(key, None)
            last[key] = row
    return tuple(ruling_of(row) for row in last.values())


def ruling_of(row: Json) -> Ruling:
    """A row of the record's rulings."""
    data = row["data"]
    anchors = (Anchor(e["id"], e["report"], Span(*e["span"])) for e in data["events"])
    return Ruling(
        id=row["id"],
        matter=row["matter"],
        answer=row["ruling"],
        who=row["who"],
        why=row["why"],
        made_at=row["made_at"],
        events=tuple(anchors),
        detail=data.get("detail", ""),
        value=data.get("value", ""),
    )


def overlay(rulings: Sequence[Ruling], reports: Mapping[str, Findings]) -> Overlay:
    """What rulings come to for these reports; those on events that are not there do nothing."""
    named = {r.id: tuple(_present(r.events, reports)) for r in rulings}
    events = {e.id: e for found in reports.values() for e in found.events}
    changed: dict[str, Event] = {}
    rejected: set[str] = set()
    for ruling in rulings:
        if ruling.matter != "event":
            continue
        for name in named[ruling.id]:
            if ruling.answer == "reject":
                rejected.add(name)
            elif ruling.answer == "amend":
                before = changed.get(name, events[name])
                changed[name] = _amended(before, ruling)
    return Overlay(tuple(rulings), named, changed, frozenset(rejected))


def _amended(event: Event, ruling: Ruling) -> Event:
    """The event set right; as it was where a later amendment made the value impossible."""
    try:
        return amended(event, ruling.detail, ruling.value)
    except UsageError:
        return event


def _present(anchors: Iterable[Anchor], reports: Mapping[str, Findings]) -> Iterator[str]:
    """The ids that the events have now: by id, else by the words of the act."""
    for anchor in anchors:
        found = reports.get(anchor.report)
        events = found.events if found else ()
        same = [e.id for e in events if e.id == anchor.event]
        yield from same or [e.id for e in events if e.event_span == anchor.span][:1]


def pairs_ruled(rulings: Iterable[Ruling], named: Mapping[str, Sequence[str]]) -> Rulings:
    """Pairs of events that are one, or two; UsageError where they contradict each other."""
    answers: dict[str, list[tuple[str, str]]] = {"same": [], "different": []}
    for ruling in rulings:
        events = named[ruling.id]
        if ruling.matter == "incident" and ruling.answer in answers and len(events) == 2:
            answers[ruling.answer].append((events[0], events[1]))
    return ruled(**answers)
