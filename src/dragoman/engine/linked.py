"""The incidents of a record as of a date, kept as long as nothing that they rest on changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from weakref import WeakKeyDictionary

from dragoman.engine.identified import under_one_name
from dragoman.engine.overlay import Overlay, overlay, standing
from dragoman.engine.sourcing import Sources
from dragoman.linking.incidents import incidents
from dragoman.model.findings import Findings
from dragoman.model.incident import Incident
from dragoman.model.ruling import Ruling
from dragoman.record import Filters, Record

# So many answers, as of different dates, are kept for one record.
KEPT = 4


@dataclass(frozen=True, slots=True)
class Linked:
    """All incidents in the order of time, and what is needed to tell on whom they rest."""

    incidents: tuple[Incident, ...]
    sources: Sources
    overlay: Overlay


@dataclass(slots=True)
class _Kept:
    """What was read and made for one record; codings never change, so they are read once."""

    findings: dict[int, Findings]
    made: dict[object, Linked]


_records: WeakKeyDictionary[Record, _Kept] = WeakKeyDictionary()
_lock = Lock()


def linked(record: Record, filters: Filters) -> Linked:
    """The incidents of all reports that had come out by the date of `filters`.

    Of `filters` only `as_of` and `coder` count: what an incident is rests on all reports. Time
    grows with the number of events; an answer is used again until a report or a ruling comes.
    """
    asked = Filters(as_of=filters.as_of, coder=filters.coder)
    with _lock:
        kept = _records.setdefault(record, _Kept({}, {}))
        numbers = tuple(record.codings(asked))
        names = record.person_names(asked)
        rulings = standing(record, filters.as_of)
        key = numbers, tuple(sorted(names.items())), tuple(r.id for r in rulings)
        if key not in kept.made:
            reports = _read(record, kept, numbers)
            if len(kept.made) >= KEPT:
                kept.made.pop(next(iter(kept.made)))
            kept.made[key] = _link(reports, names, rulings)
        return kept.made[key]


def _read(record: Record, kept: _Kept, numbers: tuple[int, ...]) -> dict[str, Findings]:
    missing = [number for number in numbers if number not in kept.findings]
    kept.findings.update(record.findings(missing))
    found = [kept.findings[number] for number in numbers]
    return {one.report.id: one for one in found}


def _link(
    reports: Mapping[str, Findings], names: Mapping[str, str], rulings: tuple[Ruling, ...]
) -> Linked:
    over = overlay(rulings, reports)
    right = {name: over.over(found) for name, found in reports.items()}
    named = (under_one_name(found, names) for found in right.values())
    found = incidents(named, rulings=over.pairs())
    return Linked(tuple(sorted(found, key=_in_time)), Sources(right, over), over)


def _in_time(incident: Incident) -> tuple[bool, str, str]:
    """By the time of what happened, the undated last."""
    day = incident.when.start or incident.when.end
    return day is None, day.isoformat() if day else "", incident.id
