"""The little sets of reports that linking learns from: which of their events are one incident.

`corpus/incidents/*.jsonl`: a set a line, with two to four short reports. An annotated act has the
range of its words, a letter for its incident and a number for its act within it. The sets are
split by their topics like the other texts of the corpus.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.engine.coder import code_report
from dragoman.ingest import Given, verbatim
from dragoman.model.event import Event
from dragoman.model.findings import Findings
from dragoman.model.when import UNKNOWN, day

FOLDER = Path(__file__).parent.parent / "corpus" / "incidents"
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Label:
    """What an event tells: the incident, and the act within it; names hold for the whole corpus."""

    incident: str
    act: str


@dataclass(frozen=True, slots=True)
class IncidentSet:
    """A set as coded: its reports, and the labels of the events that were annotated."""

    id: str
    topic: str
    region: str
    reports: tuple[Findings, ...]
    labels: dict[str, Label]
    annotated: int


def rows(folder: Path = FOLDER) -> list[Json]:
    """The sets as written, file by file."""
    files = sorted(folder.glob("*.jsonl"))
    return [json.loads(line) for f in files for line in f.read_text("utf-8").splitlines()]


def coded(row: Json) -> IncidentSet:
    """A set with its reports coded as any report is."""
    reports: list[Findings] = []
    labels: dict[str, Label] = {}
    for n, told in enumerate(row["reports"]):
        when = day(date.fromisoformat(told["date"]), "given") if told["date"] else UNKNOWN
        name = f"{row['id']}/{n}"
        findings = code_report(verbatim(told["text"], Given(when, told["outlet"]), name))
        reports.append(findings)
        labels.update(_labels(findings.events, told["events"], row["id"]))
    annotated = sum(len(told["events"]) for told in row["reports"])
    return IncidentSet(row["id"], row["topic"], row["region"], tuple(reports), labels, annotated)


def _labels(
    events: Iterable[Event], annotated: Iterable[Json], name: str
) -> Iterator[tuple[str, Label]]:
    """Each annotated act goes to the first event whose words overlap its own."""
    free = list(events)
    for act in annotated:
        start, end = act["words"]
        found = next(
            (e for e in free if e.event_span.start < end and start < e.event_span.end), None
        )
        if found is not None:
            free.remove(found)
            incident = f"{name}{act['incident']}"
            yield found.id, Label(incident, f"{incident}{act['act']}")
