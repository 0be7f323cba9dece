"""How linking grows with the reports, and how much of what was planted it finds.

`python -m benchmarks.linking --reports 1000 10000 100000` links a stream of invented reports
(`benchmarks.stream`) report by report, each size in a process of its own, and prints processor
time, memory, and what was found of the planted incidents, copies and disputes. With `--record` the
reports are kept in a record and linked there, a day's batch at a time, as `dragoman add` and
`incidents` do it; then it says what one more report costs, and an answer. The encoder is left out:
it has nothing to say of invented words. With `--vague 0.06` so large a share of the reports does
not tell when (`benchmarks.vague`).
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import combinations
from multiprocessing import get_context
from pathlib import Path

from benchmarks.stream import Stream, stream
from benchmarks.vague import vaguer
from dragoman.engine.incidents import incidents_listed
from dragoman.engine.overlay import Overlay
from dragoman.engine.sourcing import Sources
from dragoman.linking.incidents.building import grouped, incident
from dragoman.linking.incidents.linker import Linker
from dragoman.linking.origins import Outlets
from dragoman.model.incident import Incident
from dragoman.model.sourced import SourcedIncident
from dragoman.record import Filters, open_record
from dragoman.version import OFF, SWITCH

SIZES = (1_000, 10_000)
# The record is brought up to date after so many reports, and after one more at the end.
BATCH = 2_000


@dataclass(frozen=True, slots=True)
class Found:
    """What linking one stream took and found."""

    lines: tuple[str, ...]
    seconds: float


def made_of(count: int, vague: float) -> Stream:
    """A stream of so many reports, of which a share does not tell when."""
    made = stream(count)
    return replace(made, reports=list(vaguer(made.reports, vague)))


def in_memory(count: int, vague: float) -> Found:
    """Link a stream of so many reports, report by report."""
    made = made_of(count, vague)
    linker = Linker()
    start = time.process_time()
    for found in made.reports:
        linker.add(found)
    joined = time.process_time() - start
    clusters = linker.clusters()
    reports = {f.report.id: f for f in made.reports}
    told = [incident([grouped(linker, a) for a in linker.acts(c)], reports) for c in clusters]
    spent = time.process_time() - start
    sources = Sources(reports, Overlay(), Outlets({f.report.outlet or "" for f in made.reports}))
    with_origins = [sources.sourced(one) for one in told if len(one.reports) > 1]
    whole = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    parts = f"(joining {joined:.0f}, incidents {spent - joined:.0f}, origins {whole - spent:.0f})"
    each = 1000 * whole / count
    line = f"{count:>8} reports {whole:>7.0f} s {parts} {each:.1f} ms each {memory:>6} MB"
    return Found((line, *quality(made, told, with_origins)), whole)


def quality(
    made: Stream, told: Sequence[Incident], sourced: Iterable[SourcedIncident]
) -> tuple[str, ...]:
    """What was found of what was planted, and what was told that was not."""
    where = {name: number for number, one in enumerate(told) for name in one.events}
    planted = {name: number for number, names in enumerate(made.incidents) for name in names}
    pairs = [pair for names in made.incidents for pair in combinations(names, 2)]
    right = sum(where[a] == where[b] for a, b in pairs)
    linked = [pair for one in told for pair in combinations(one.events, 2)]
    false = sum(planted[a] != planted[b] for a, b in linked)
    return (
        _pairs(right, len(pairs), false),
        _disputes(made, told, planted),
        _copies(made, sourced),
    )


def _pairs(right: int, planted: int, false: int) -> str:
    return (
        f"         pairs: {right} of {planted} found, {planted - right} missed; "
        f"{false} told that are none"
    )


def _disputes(made: Stream, told: Sequence[Incident], planted: dict[str, int]) -> str:
    found, false = set(), 0
    for one in told:
        for dispute in one.disputes:
            held = (h.event for p in dispute.positions for h in p.holdings if h.event)
            numbers = Counter(planted[event] for event in held)
            number, count = numbers.most_common(1)[0]
            if dispute.attribute == "killed" and number in made.disputed and count > 1:
                found.add(number)
            else:
                false += 1
    missed = len(made.disputed) - len(found)
    return (
        f"         disputes: {len(found)} of {len(made.disputed)} found, {missed} missed; "
        f"{false} told that are none"
    )


def _copies(made: Stream, sourced: Iterable[SourcedIncident]) -> str:
    origins = {
        t.event: (one.id, origin.id)
        for one in sourced
        for origin in one.origins
        for t in origin.tellings
    }
    found = sum(origins.get(a, a) == origins.get(b, b) for a, b in made.copies)
    return f"         copies: {found} of {len(made.copies)} found to be of one origin"


def in_record(count: int, vague: float) -> Found:
    """Keep and link a stream in a record, then one report more."""
    made = made_of(count + 1, vague)
    adding = linking = 0.0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stream.db"
        with open_record(path, create=True) as record:
            for start in range(0, count, BATCH):
                begun = time.process_time()
                for found in made.reports[start : min(start + BATCH, count)]:
                    record.add_findings(found)
                added = time.process_time()
                incidents_listed(record, Filters(limit=1))
                adding, linking = adding + added - begun, linking + time.process_time() - added
            record.add_findings(made.reports[count])
            begun = time.process_time()
            incidents_listed(record, Filters(limit=1))
            one = time.process_time() - begun
            begun = time.process_time()
            incidents_listed(record, Filters(dyad=("FRA", "DEU"), limit=50))
            answer = time.process_time() - begun
        size = sum(part.stat().st_size for part in Path(folder).iterdir()) // 2**20
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    line = (
        f"{count:>8} reports {linking:>7.0f} s to link {1000 * linking / count:.1f} ms each "
        f"(to keep {adding:.0f} s) {memory:>6} MB, the record {size} MB; one report more "
        f"{one:.2f} s, an answer {answer:.2f} s"
    )
    return Found((line,), linking)


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.linking")
    parser.add_argument("--reports", type=int, nargs="+", default=SIZES)
    parser.add_argument("--record", action="store_true", help="through a record")
    parser.add_argument("--vague", type=float, default=0.0, help="share that does not tell when")
    given = parser.parse_args(arguments)
    os.environ[SWITCH] = OFF
    before: tuple[int, float] | None = None
    for count in given.reports:
        # A process of its own, so that its memory is its own.
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            link = in_record if given.record else in_memory
            found = pool.submit(link, count, given.vague).result()
        sys.stdout.write("\n".join(found.lines) + "\n")
        if before:
            times = found.seconds / max(before[1], 1e-9)
            sys.stdout.write(f"         {count / before[0]:.0f} times the reports, ")
            sys.stdout.write(f"{times:.1f} times the time\n")
        sys.stdout.flush()
        before = count, found.seconds


if __name__ == "__main__":
    main()
