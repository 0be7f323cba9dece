"""Draw events at random from reports, to be read beside their sentences by eye.

`python scripts/event_sample.py PATH... [--reports 60] [--count 50] [--seed 7]` prints one JSON
object a line. `--silent` draws sentences of which no event is told instead, for what is overlooked.
The same files, coder and seed give the same lines.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from dragoman.engine.coder import code_report
from dragoman.ingest import read_input
from dragoman.language import analyse
from dragoman.language.publication import date_from_inside
from dragoman.model.findings import Findings
from dragoman.model.report import Report
from dragoman.model.rows import event_row, report_row

_SHORTEST = 40  # characters; shorter ones are headings and debris


def chosen(paths: Sequence[str], count: int, draw: random.Random) -> list[Report]:
    """That many reports of the files, in their order; all where there are no more."""
    reports = [r for path in paths for r in read_input(path) if isinstance(r, Report)]
    kept = sorted(draw.sample(range(len(reports)), min(count, len(reports))))
    return [reports[i] for i in kept]


def told(found: Findings) -> Iterator[dict[str, Any]]:
    """Every event of a report, with its sentence and the words of either side."""
    text = found.report.text
    for event in found.events:
        words = {
            "act": event.event_span.of(text),
            "actor_words": [s.of(text) for s in event.actor_spans],
            "recipient_words": [s.of(text) for s in event.recipient_spans],
        }
        before = text[max(0, event.span.start - 300) : event.span.start]
        row = {"before": before, "sentence": event.span.of(text), **words, **event_row(event)}
        yield {**headed(found), **row}


def silent(found: Findings) -> Iterator[dict[str, Any]]:
    """Every sentence of a report of which no event is told."""
    text = found.report.text
    spans = [event.span for event in found.events]
    for sentence in analyse(found.report).doc.sents:
        start, end = sentence.start_char, sentence.end_char
        if end - start >= _SHORTEST and not any(s.start < end and start < s.end for s in spans):
            yield {**headed(found), "sentence": text[start:end].strip()}


def headed(found: Findings) -> dict[str, Any]:
    """What tells whose line it is: the title and the date of the report."""
    return {"title": found.report.title, "published": report_row(found.report)["date"]["start"]}


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--reports", type=int, default=60)
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--silent", action="store_true")
    options = parser.parse_args()
    # A sample to be read, not a secret.
    draw = random.Random(options.seed)  # noqa: S311
    lines = silent if options.silent else told
    reports = chosen(options.paths, options.reports, draw)
    rows = [row for report in reports for row in lines(code_report(date_from_inside(report)))]
    sys.stderr.write(f"{len(rows)} lines in {len(reports)} reports\n")
    for row in draw.sample(rows, min(options.count, len(rows))):
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
