"""Draw rows of who says what at random from reports, to be read beside their sentences by eye.

`python scripts/said_sample.py PATH... --rows attributions [--reports 80] [--count 100] [--seed 7]`
prints one JSON object a line; `--rows` is attributions, quotes, silences, judgements or ties.
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
from dragoman.language.publication import date_from_inside
from dragoman.model.report import Report
from dragoman.model.rows import findings_row

KINDS = ("attributions", "quotes", "silences", "judgements", "ties")


def chosen(paths: Sequence[str], count: int, draw: random.Random) -> list[Report]:
    """That many reports of the files, in their order; all where there are no more."""
    reports = [r for path in paths for r in read_input(path) if isinstance(r, Report)]
    kept = sorted(draw.sample(range(len(reports)), min(count, len(reports))))
    return [reports[i] for i in kept]


def told(report: Report, kind: str) -> Iterator[dict[str, Any]]:
    """Every row of a kind in the report, with its words and the words before them."""
    found = findings_row(code_report(date_from_inside(report)))
    text = found["text"]
    for row in found[kind]:
        start, end = row["span"]
        words = {"before": text[max(0, start - 200) : start], "sentence": text[start:end]}
        if kind == "attributions":
            words["content"] = [text[a:b] for a, b in row["content"]["spans"]]
        yield {"title": report.title, **words, "row": row}


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--rows", choices=KINDS, required=True)
    parser.add_argument("--reports", type=int, default=80)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    # A sample to be read, not a secret.
    draw = random.Random(options.seed)  # noqa: S311
    reports = chosen(options.paths, options.reports, draw)
    rows = [row for report in reports for row in told(report, options.rows)]
    sys.stderr.write(f"{len(rows)} {options.rows} in {len(reports)} reports\n")
    for row in draw.sample(rows, min(options.count, len(rows))):
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
