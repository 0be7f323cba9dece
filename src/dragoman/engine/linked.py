"""The incidents of a record as of a date: brought up to date, then read from what is kept."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from threading import Lock
from weakref import WeakKeyDictionary, finalize

from dragoman.engine.catching_up import bring_up_to_date
from dragoman.engine.link_version import linker_version
from dragoman.engine.loading import Loader, loader
from dragoman.engine.notices import corrections_of
from dragoman.engine.overlay import Overlay
from dragoman.engine.sourcing import Sources
from dragoman.linking.incidents.building import in_order, incident
from dragoman.linking.incidents.features import Likeness
from dragoman.linking.incidents.likeness import by_encoder
from dragoman.linking.incidents.tellings import tellings
from dragoman.linking.origins import Outlets
from dragoman.model.findings import Findings
from dragoman.model.incident import Incident
from dragoman.model.origin import Correction
from dragoman.model.rows import Json
from dragoman.model.sourced import SourcedIncident
from dragoman.record import Filters, Record, open_record
from dragoman.record.link_state import Marks

# So many states, as of different dates, are kept for one record.
KEPT = 6


@dataclass(slots=True)
class Linked:
    """A linking of a record, and what is needed to tell its incidents in full."""

    record: Record
    filters: Filters
    number: int
    seen: Marks
    loader: Loader
    outlets: Outlets
    _corrections: tuple[Correction, ...] | None = field(default=None)

    @property
    def overlay(self) -> Overlay:
        """The rulings that stand."""
        return self.loader.overlay

    def corrections(self) -> tuple[Correction, ...]:
        """What reports say of earlier ones that they correct or withdraw."""
        if self._corrections is None:
            self._corrections = corrections_of(self.record, self.number, self.filters, self.outlets)
        return self._corrections

    def sourced(self, ids: Sequence[str], whole: bool = True) -> list[SourcedIncident]:
        """Incidents by their ids, in that order; with why their events are one where `whole`."""
        likeness = by_encoder() if whole else None
        found = {}
        rows = self.record.links.members(self.number, ids)
        for name, mine in groupby(rows, key=lambda row: str(row["incident"])):
            found[name] = self._sourced(list(mine), likeness)
        return [found[name] for name in ids if name in found]

    def _sourced(self, rows: list[Json], likeness: Likeness | None) -> SourcedIncident:
        read = self.loader.read(row["coding"] for row in rows)
        reports = {found.report.id: found for found in read.values()}
        one = self._incident(rows, reports, likeness)
        told = self.corrections() if likeness else ()
        return Sources(reports, self.overlay, self.outlets, told).sourced(one)

    def _incident(
        self, rows: Iterable[Json], reports: Mapping[str, Findings], likeness: Likeness | None
    ) -> Incident:
        known = {t.id: t for f in reports.values() for t in tellings(self.loader.named(f))}
        acts = [
            in_order(known[row["event"]] for row in act)
            for _, act in groupby(rows, key=lambda row: int(row["act"]))
        ]
        return incident(acts, reports, likeness, self.overlay.pairs())


_records: WeakKeyDictionary[Record, dict[Filters, Linked]] = WeakKeyDictionary()
_copies: WeakKeyDictionary[Record, Record] = WeakKeyDictionary()
_lock = Lock()


def linked(record: Record, filters: Filters) -> Linked:
    """The incidents of all reports that had come out by the date of `filters`.

    Of `filters` only `as_of` and `coder` count: what an incident is rests on all reports. What is
    kept in the record is brought up to date first, which takes time for new reports alone.
    """
    asked = Filters(as_of=filters.as_of, coder=filters.coder)
    with _lock:
        here = record if record.writable else _copied(record)
        kept = _records.setdefault(here, {})
        marks = here.marks()
        found = kept.pop(asked, None)
        if found is None or found.seen != marks or not _there(here, found):
            found = _linked(here, asked)
        kept[asked] = found
        while len(kept) > KEPT:
            kept.pop(next(iter(kept)))
        return found


def missing(record: Record, filters: Filters) -> int:
    """How many codings came since a linking was last brought up to date; not all need be in it."""
    asked = Filters(as_of=filters.as_of, coder=filters.coder)
    state = record.link_state(asked, linker_version())
    seen = state.seen.coding if state else -1
    return record.codings_after(seen)


def _there(record: Record, found: Linked) -> bool:
    state = record.link_state(found.filters, linker_version())
    return state is not None and (state.number, state.seen) == (found.number, found.seen)


def _linked(record: Record, asked: Filters) -> Linked:
    marks = record.marks()
    state = record.link_state(asked, linker_version())
    if state is None or state.seen != marks:
        bring_up_to_date(record, asked)
        state = record.link_state(asked, linker_version())
    if state is None:
        raise LookupError("a linking that was just made is not there")
    load = loader(record, asked, record.standing_rulings(asked.as_of))
    return Linked(record, asked, state.number, state.seen, load, Outlets(record.outlets(asked)))


def _copied(record: Record) -> Record:
    """A copy of a record that may only be read; it goes when the record does."""
    if record not in _copies:
        folder = tempfile.mkdtemp(prefix="dragoman-")
        for path in record.files:
            if path.exists():
                shutil.copyfile(path, Path(folder) / path.name)
        copy = open_record(Path(folder) / Path(record.where).name)
        finalize(record, shutil.rmtree, folder, ignore_errors=True)
        finalize(record, copy.close)
        _copies[record] = copy
    return _copies[record]
