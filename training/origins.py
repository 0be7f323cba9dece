"""The groups of reports annotated for their origins, and how far what is found agrees.

`python -m training.origins [--part train|test] [--errors]` prints pairwise precision, recall and F1
(two reports of a group rest on one origin), how many groups come out exactly, how many origins are
of the right kind, and how many corrections and circles are found.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from dragoman.engine.coder import code_report
from dragoman.linking.origins import circles, corrections, origins
from dragoman.model.findings import Findings
from dragoman.model.origin import Origin, Telling
from dragoman.model.report import Report
from dragoman.model.span import Span
from dragoman.model.when import day

FOLDER = Path(__file__).parent.parent / "corpus" / "origins"
PARTS = ("train", "test")
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Group:
    """A few reports of one thing, and on whom each rests: numbers are those of the reports."""

    id: str
    topic: str
    reports: list[dict[str, Any]]
    origins: list[dict[str, Any]]
    corrects: list[list[int]]
    circle: list[int]

    @property
    def part(self) -> str:
        """The half that it is in, by its topic."""
        half = hashlib.sha256(self.topic.casefold().encode()).digest()[0] % len(PARTS)
        return PARTS[half]

    def report(self, number: int) -> Report:
        """One of the reports; its id tells its number."""
        row = self.reports[number]
        when = day(date.fromisoformat(row["date"]), "given")
        key = f"{self.id}-{number}"
        return Report(key, row["text"], row["title"], row["outlet"], date=when, language="en")

    def telling(self, number: int) -> Telling:
        """What the report tells of the thing."""
        start, end = self.reports[number]["claim"]
        return Telling(f"{self.id}-{number}", Span(start, end))


def read_groups(folder: Path = FOLDER) -> list[Group]:
    """Every group, file by file."""
    rows = (
        json.loads(line)
        for path in sorted(folder.glob("*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    )
    names = Group.__dataclass_fields__
    return [Group(**{name: row[name] for name in names}) for row in rows]


@dataclass(frozen=True, slots=True)
class Answer:
    """What is found for a group."""

    group: Group
    origins: tuple[Origin, ...]
    corrects: set[Pair]
    circle: bool

    def pairs(self) -> set[Pair]:
        """The reports that are told to rest on one origin."""
        return _pairs([_number(r) for r in origin.reports] for origin in self.origins)

    def wanted(self) -> set[Pair]:
        """Those that do."""
        return _pairs(origin["reports"] for origin in self.group.origins)

    def kinds(self) -> int:
        """How many reports have an origin of the right kind."""
        told = {_number(r): o.kind for o in self.origins for r in o.reports}
        right = {n: o["kind"] for o in self.group.origins for n in o["reports"]}
        return sum(told[number] == kind for number, kind in right.items())


def _pairs(groups: Iterable[list[int]]) -> set[Pair]:
    return {pair for numbers in groups for pair in combinations(sorted(numbers), 2)}


def _number(report: str) -> int:
    return int(report.rpartition("-")[2])


def answer(group: Group, findings: list[Findings]) -> Answer:
    """What is found for a group whose reports were coded."""
    tellings = [group.telling(number) for number in range(len(group.reports))]
    rows = corrections(found.report for found in findings)
    pairs = {
        (_number(r.report), _number(r.earlier)) for r in rows if r.earlier and r.kind != "updates"
    }
    return Answer(group, origins(tellings, findings), pairs, bool(circles(tellings, findings)))


def figures(answers: list[Answer]) -> Iterator[tuple[str, float]]:
    """The figures by name."""
    counts: Counter[str] = Counter()
    for one in answers:
        told, wanted = one.pairs(), one.wanted()
        counts["both"] += len(told & wanted)
        counts["told"] += len(told)
        counts["wanted"] += len(wanted)
        counts["exact"] += told == wanted
        counts["kinds"] += one.kinds()
        counts["reports"] += len(one.group.reports)
        counts["count"] += len(one.origins) == len(one.group.origins)
        right = {(new, old) for new, old in one.group.corrects}
        counts["corrections"] += len(right & one.corrects)
        counts["all corrections"] += len(right)
        counts["false corrections"] += len(one.corrects - right)
        counts["circles"] += one.circle and bool(one.group.circle)
        counts["all circles"] += bool(one.group.circle)
        counts["false circles"] += one.circle and not one.group.circle
    precision = counts["both"] / max(counts["told"], 1)
    recall = counts["both"] / max(counts["wanted"], 1)
    yield "pairwise precision", precision
    yield "pairwise recall", recall
    yield "pairwise F1", 2 * precision * recall / max(precision + recall, 1e-9)
    yield "groups exactly right", counts["exact"] / max(len(answers), 1)
    yield "groups with the right count", counts["count"] / max(len(answers), 1)
    yield "reports with the right kind", counts["kinds"] / max(counts["reports"], 1)
    for what in ("corrections", "circles"):
        yield f"{what} found", counts[what] / max(counts[f"all {what}"], 1)
        yield f"{what} that are none", counts[f"false {what}"]


def errors(answers: Iterable[Answer]) -> Iterator[str]:
    """The groups that come out wrong, with what was told."""
    for one in answers:
        told, wanted = one.pairs(), one.wanted()
        if told != wanted:
            wrong = f"missed {sorted(wanted - told)}, invented {sorted(told - wanted)}"
            yield f"\n{one.group.id} {one.group.topic}: {wrong}\n"
            for number, row in enumerate(one.group.reports):
                yield f"  {number} {row['outlet']}: {row['text']}\n"
            for origin in one.origins:
                reasons = "; ".join(f"{_number(r.report)} {r.words}" for r in origin.reasons)
                yield f"  {origin.kind} {origin.name}: {reasons}\n"


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=PARTS)
    parser.add_argument("--errors", action="store_true", help="print what comes out wrong")
    options = parser.parse_args()
    answers = [
        answer(group, [code_report(group.report(n)) for n in range(len(group.reports))])
        for group in read_groups()
        if options.part in (None, group.part)
    ]
    if options.errors:
        sys.stdout.writelines(errors(answers))
    sys.stdout.write(f"{len(answers)} groups\n")
    for name, value in figures(answers):
        shown = f"{value:.3f}" if isinstance(value, float) else str(value)
        sys.stdout.write(f"{name:28} {shown}\n")


if __name__ == "__main__":
    main()
